//! The house's law, held on the sources themselves.
//!
//! Each rule is a function from files to findings, tried on tiny counter-examples beside it: a check that cannot
//! fail is a defect. Here they look at the real tree. docs/ARCHITECTURE.md gives the reasons.

mod dependencies;
mod migrations;
mod names;
mod pages;
mod rooms;
mod source;
mod sql;

use source::{Finding, SourceFile, project};

fn hold(rule: fn(&[SourceFile]) -> Vec<Finding>) {
    let mut findings = rule(&project());
    findings.sort();
    let list: Vec<String> = findings.iter().map(ToString::to_string).collect();
    assert!(
        list.is_empty(),
        "{} findings:\n{}",
        list.len(),
        list.join("\n")
    );
}

#[test]
fn the_tree_is_seen() {
    let files = project();
    for path in [
        "crates/testkit/tests/architecture/main.rs",
        "crates/capabilities/audit/Cargo.toml",
        "crates/capabilities/audit/src/store.rs",
    ] {
        assert!(files.iter().any(|file| file.path == path), "{path}");
    }
}

#[test]
fn dependencies_point_inward() {
    hold(dependencies::point_inward);
}

#[test]
fn crates_follow_the_lints_and_capabilities_have_a_line() {
    hold(dependencies::are_declared);
}

#[test]
fn capabilities_have_the_same_rooms() {
    hold(rooms::are_furnished);
}

#[test]
fn database_and_http_keep_to_their_rooms() {
    hold(rooms::keep_to_themselves);
}

#[test]
fn the_engine_is_pure() {
    hold(rooms::engine_is_pure);
}

#[test]
fn names_say_something() {
    hold(names::say_something);
}

#[test]
fn files_are_short() {
    hold(names::are_short);
}

#[test]
fn sql_is_never_put_together() {
    hold(sql::is_never_put_together);
}

#[test]
fn capabilities_keep_to_their_tables() {
    hold(sql::speaks_of_own_tables);
}

#[test]
fn migrations_are_named_and_unique() {
    hold(migrations::are_named_and_unique);
}

#[test]
fn pages_import_inward() {
    hold(pages::import_inward);
}
