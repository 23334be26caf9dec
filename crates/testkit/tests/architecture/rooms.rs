//! Inside a capability: the same rooms, and what may be spoken of in each.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::TokenTree;

use crate::source::{Finding, Part, SourceFile, each_sequence, line_of};

/// What every capability has, and what it may have besides.
const ALWAYS: [&str; 5] = ["lib", "model", "store", "service", "error"];
const SOMETIMES: [&str; 4] = ["rules", "routes", "migrations", "export"];

/// A library or crate that has its place, and who may speak of it.
struct Confined {
    words: &'static [&'static str],
    may: fn(&SourceFile) -> bool,
    remedy: &'static str,
}

const CONFINED: [Confined; 4] = [
    Confined {
        words: &["sea_orm", "sea_orm_migration", "sea_query", "sqlx"],
        may: may_speak_sql,
        remedy: "the database is spoken to in store.rs, store/ and migrations/ of a capability, and in storage: \
                 move the query to the store and call it",
    },
    Confined {
        words: &["axum", "utoipa", "utoipa_axum", "tower_http"],
        may: may_speak_http,
        remedy: "HTTP is spoken in routes.rs or routes/ of a capability, in web-kit and in server: \
                 move it there, and let the service return a value or an error",
    },
    Confined {
        words: &["yanzhi_storage", "yanzhi_web_kit", "tokio"],
        may: |file| !is_pure(file),
        remedy: "models and rules are pure: let the service load, pass values to the rule, and save what it says",
    },
    Confined {
        words: &["anyhow"],
        may: |file| matches!(file.part(), Part::Crate("server" | "cli" | "testkit")),
        remedy: "a library's errors are an enum of its own with thiserror; anyhow is for server and cli",
    },
];

/// Each capability has its rooms and no others.
pub(crate) fn are_furnished(files: &[SourceFile]) -> Vec<Finding> {
    let mut rooms: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    let mut findings = Vec::new();
    for file in files {
        let (Part::Capability(name), Some(room)) = (file.part(), file.room()) else {
            continue;
        };
        if !file.is_in("src") {
            continue;
        }
        rooms.entry(name).or_default().insert(room);
        if !ALWAYS.contains(&room) && !SOMETIMES.contains(&room) {
            findings.push(file.finding(
                1,
                format!("capabilities have no room called {room}"),
                "put it where its kind lives (docs/ADDING-A-CAPABILITY.md); a room over its budget becomes a folder",
            ));
        }
    }
    for (name, rooms) in rooms {
        for room in ALWAYS.iter().filter(|room| !rooms.contains(*room)) {
            let library = SourceFile::new(&format!("crates/capabilities/{name}/src/lib.rs"), "");
            findings.push(library.finding(
                1,
                format!("the capability {name} has no room {room}"),
                "all capabilities are alike (docs/ADDING-A-CAPABILITY.md): add the file",
            ));
        }
    }
    findings
}

/// The database, HTTP and pooled errors are spoken of in their places only.
pub(crate) fn keep_to_themselves(files: &[SourceFile]) -> Vec<Finding> {
    let mut findings = Vec::new();
    for file in files {
        let tokens = file.tokens();
        for confined in CONFINED.iter().filter(|confined| !(confined.may)(file)) {
            each_sequence(&tokens, &mut |sequence| {
                for token in sequence {
                    if let TokenTree::Ident(word) = token
                        && let Some(word) = confined.words.iter().find(|w| word == *w)
                    {
                        let what = format!("{word} is spoken of here");
                        findings.push(file.finding(line_of(token), what, confined.remedy));
                    }
                }
            });
        }
    }
    findings
}

/// What computes does so from what it is given: it opens nothing, and neither clock nor environment is its business.
pub(crate) fn engine_is_pure(files: &[SourceFile]) -> Vec<Finding> {
    let mut findings = Vec::new();
    for file in files {
        let Part::Crate(name @ ("engine" | "formula" | "checks")) = file.part() else {
            continue;
        };
        if !file.is_in("src") {
            continue;
        }
        each_sequence(&file.tokens(), &mut |sequence| {
            for window in sequence.windows(4) {
                if let [TokenTree::Ident(first), _, _, TokenTree::Ident(second)] = window
                    && first == "std"
                    && ["fs", "net", "env", "time", "process"]
                        .iter()
                        .any(|m| second == m)
                {
                    findings.push(file.finding(
                        line_of(&window[0]),
                        format!("{name} speaks of std::{second}"),
                        "it is values in, values out: let its caller read, and pass values",
                    ));
                }
            }
        });
    }
    findings
}

fn may_speak_sql(file: &SourceFile) -> bool {
    match file.part() {
        Part::Capability(_) => matches!(file.room(), Some("store" | "migrations")),
        Part::Crate("storage") => true,
        // Where the capabilities' migrations are merged, and where test databases are made.
        Part::Crate("server") => file.room() == Some("schema"),
        Part::Crate("testkit") => file.room() == Some("database"),
        _ => false,
    }
}

fn may_speak_http(file: &SourceFile) -> bool {
    match file.part() {
        // Tests of the API ask as a visitor does.
        Part::Capability(_) => file.room() == Some("routes") || file.is_in("tests"),
        Part::Crate(name) => ["web-kit", "server", "testkit"].contains(&name),
        Part::Other => false,
    }
}

fn is_pure(file: &SourceFile) -> bool {
    matches!(file.part(), Part::Capability(_))
        && file.is_in("src")
        && matches!(file.room(), Some("model" | "rules"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const FIGURES: &str = "crates/capabilities/figures/src";

    fn spoken(path: &str, text: &str) -> Vec<String> {
        let found = keep_to_themselves(&[SourceFile::new(path, text)]);
        found.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn the_database_is_spoken_to_in_the_store() {
        let text = "use sea_orm::EntityTrait;";
        for room in [
            "store.rs",
            "store/version.rs",
            "migrations/mod.rs",
            "migrations.rs",
        ] {
            assert!(
                spoken(&format!("{FIGURES}/{room}"), text).is_empty(),
                "{room}"
            );
        }
        for room in ["service.rs", "rules.rs", "routes/store.rs", "lib.rs"] {
            assert_eq!(
                spoken(&format!("{FIGURES}/{room}"), text).len(),
                1,
                "{room}"
            );
        }
        assert!(spoken("crates/storage/src/bulk.rs", text).is_empty());
        assert_eq!(spoken("crates/cli/src/main.rs", text).len(), 1);
    }

    #[test]
    fn a_path_without_use_and_one_inside_a_macro_are_found_with_their_line() {
        let text = "fn f() {\n    vec![\n        sea_orm::Set(1),\n    ];\n}";
        let found = spoken(&format!("{FIGURES}/service.rs"), text);
        assert_eq!(found.len(), 1);
        assert!(
            found[0].starts_with(&format!("{FIGURES}/service.rs:3: ")),
            "{found:?}"
        );
        let derived = "#[derive(utoipa::ToSchema)] struct Figure;";
        assert_eq!(spoken(&format!("{FIGURES}/model.rs"), derived).len(), 1);
        let grouped = "use {axum::Json, std::fmt};";
        assert_eq!(spoken(&format!("{FIGURES}/service.rs"), grouped).len(), 1);
    }

    #[test]
    fn a_comment_or_a_text_speaks_of_nothing() {
        let text = "/// As sea_orm does.\nconst NAME: &str = \"axum\"; // tokio";
        assert!(spoken(&format!("{FIGURES}/rules.rs"), text).is_empty());
    }

    #[test]
    fn rules_are_pure_and_libraries_name_their_errors() {
        let text = "use yanzhi_storage::ReadTx;";
        assert_eq!(spoken(&format!("{FIGURES}/rules.rs"), text).len(), 1);
        assert!(spoken(&format!("{FIGURES}/service.rs"), text).is_empty());
        assert_eq!(
            spoken("crates/pack/src/lib.rs", "use anyhow::Result;").len(),
            1
        );
        assert!(spoken("crates/cli/src/main.rs", "use anyhow::Result;").is_empty());
    }

    #[test]
    fn a_missing_room_and_a_strange_one_are_found() {
        let rooms = ["lib", "model", "service", "error"];
        let mut files = rooms
            .map(|room| SourceFile::new(&format!("{FIGURES}/{room}.rs"), ""))
            .to_vec();
        assert_eq!(are_furnished(&files).len(), 1, "no store");
        files.push(SourceFile::new(&format!("{FIGURES}/store/mod.rs"), ""));
        assert!(are_furnished(&files).is_empty());
        files.push(SourceFile::new(&format!("{FIGURES}/attic.rs"), ""));
        assert_eq!(are_furnished(&files).len(), 1, "no attic");
    }

    #[test]
    fn the_engine_opens_nothing() {
        let engine = |text| engine_is_pure(&[SourceFile::new("crates/engine/src/frame.rs", text)]);
        assert_eq!(engine("use std::fs::File;").len(), 1);
        assert_eq!(engine("fn f() { g(std::env::var(\"X\")) }").len(), 1);
        assert!(engine("use std::fmt;").is_empty());
    }
}
