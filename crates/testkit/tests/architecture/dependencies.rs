//! Which crate may know which.

use toml::{Table, Value};

use crate::source::{Finding, Part, SourceFile};

/// The capabilities by line: a crate may call those on earlier lines only.
const LINES: [&[&str]; 9] = [
    &["audit"],
    &["organisations"],
    &["identity"],
    &["catalogue", "enterprises"],
    &["figures", "funding"],
    &["collection", "scoring"],
    &["targets", "programme", "consultation"],
    &["evaluation"],
    &["publication"],
];

/// What every capability may know besides those on earlier lines.
const INNER: [&str; 8] = [
    "kernel", "formula", "checks", "engine", "pack", "sheet", "storage", "web-kit",
];

pub(crate) fn line_of_capability(name: &str) -> Option<usize> {
    LINES.iter().position(|line| line.contains(&name))
}

/// Every internal dependency points inward: from the composition root to capabilities, from later
/// capabilities to earlier ones, from all of them to the words everybody uses.
pub(crate) fn point_inward(files: &[SourceFile]) -> Vec<Finding> {
    let mut findings = Vec::new();
    for file in manifests(files) {
        for (dependency, is_for_tests) in internal_dependencies(&manifest(file)) {
            if is_for_tests && dependency == "testkit" && file.part() != Part::Crate("engine") {
                continue;
            }
            if !may_know(file.part(), &dependency) {
                let line = line_with(file, &format!("yanzhi-{dependency}"));
                findings.push(file.finding(
                    line,
                    format!("this crate may not know {dependency}"),
                    "dependencies point inward (docs/ARCHITECTURE.md): let the outer crate call the inner one, \
                     or move what both need to the inner one",
                ));
            }
        }
    }
    findings
}

/// Every crate follows the workspace's lints, and every capability has its line.
pub(crate) fn are_declared(files: &[SourceFile]) -> Vec<Finding> {
    let mut findings = Vec::new();
    for file in manifests(files) {
        let manifest = manifest(file);
        let lints = manifest
            .get("lints")
            .and_then(|lints| lints.get("workspace"));
        if lints != Some(&Value::Boolean(true)) {
            findings.push(file.finding(
                1,
                "this crate makes its own lint rules",
                "write `[lints] workspace = true`",
            ));
        }
        if let Part::Capability(name) = file.part()
            && line_of_capability(name).is_none()
        {
            findings.push(file.finding(
                1,
                format!("the capability {name} has no line"),
                "decide which capabilities it may call, and add it to LINES and to docs/ARCHITECTURE.md",
            ));
        }
    }
    findings
}

fn may_know(part: Part<'_>, dependency: &str) -> bool {
    let line = line_of_capability(dependency);
    match part {
        Part::Crate("checks") => ["kernel", "formula"].contains(&dependency),
        Part::Crate("pack") => {
            ["kernel", "formula", "checks", "engine", "delimited"].contains(&dependency)
        }
        Part::Crate("sheet") => ["kernel", "delimited"].contains(&dependency),
        Part::Crate("formula" | "storage" | "web-kit") => dependency == "kernel",
        Part::Capability(name) => match (line_of_capability(name), line) {
            (Some(own), Some(other)) => other < own,
            (_, None) => INNER.contains(&dependency),
            (None, Some(_)) => false,
        },
        Part::Crate("server") => !["cli", "testkit"].contains(&dependency),
        Part::Crate("cli") => dependency != "testkit",
        Part::Crate("testkit") => dependency != "cli",
        // engine and kernel know nothing of ours; a new crate has to be given its place here.
        Part::Crate(_) | Part::Other => false,
    }
}

fn manifests(files: &[SourceFile]) -> impl Iterator<Item = &SourceFile> {
    files
        .iter()
        .filter(|file| file.path.ends_with("/Cargo.toml"))
}

fn manifest(file: &SourceFile) -> Table {
    file.text
        .parse()
        .unwrap_or_else(|error| panic!("{} is no manifest: {error}", file.path))
}

/// Names without `yanzhi-`, and whether only the tests need them.
fn internal_dependencies(manifest: &Table) -> Vec<(String, bool)> {
    let mut found = Vec::new();
    for (section, is_for_tests) in [
        ("dependencies", false),
        ("build-dependencies", false),
        ("dev-dependencies", true),
    ] {
        let names = manifest.get(section).and_then(Value::as_table);
        for name in names.into_iter().flat_map(Table::keys) {
            match name.strip_prefix("yanzhi") {
                Some("") => found.push(("cli".to_owned(), is_for_tests)),
                Some(rest) => found.push((rest.trim_start_matches('-').to_owned(), is_for_tests)),
                None => {}
            }
        }
    }
    found
}

fn line_with(file: &SourceFile, text: &str) -> usize {
    let position = file.text.lines().position(|line| line.contains(text));
    position.map_or(1, |position| position + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn findings(path: &str, text: &str) -> Vec<String> {
        let found = point_inward(&[SourceFile::new(path, text)]);
        found.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn an_outward_dependency_is_found_where_it_stands() {
        let text = "[package]\n[dependencies]\nyanzhi-server.workspace = true\n";
        let found = findings("crates/capabilities/figures/Cargo.toml", text);
        assert_eq!(found.len(), 1, "{found:?}");
        assert!(
            found[0].starts_with("crates/capabilities/figures/Cargo.toml:3: "),
            "{found:?}"
        );
    }

    #[test]
    fn capabilities_know_those_on_earlier_lines_only() {
        let on_figures = "[dependencies]\nyanzhi-figures.workspace = true\n";
        assert!(findings("crates/capabilities/scoring/Cargo.toml", on_figures).is_empty());
        assert_eq!(
            findings("crates/capabilities/funding/Cargo.toml", on_figures).len(),
            1
        );
        assert_eq!(
            findings("crates/capabilities/catalogue/Cargo.toml", on_figures).len(),
            1
        );
        assert_eq!(
            findings("crates/capabilities/unheard-of/Cargo.toml", on_figures).len(),
            1
        );
    }

    #[test]
    fn the_inner_crates_know_nobody() {
        let on_kernel = "[dependencies]\nyanzhi-kernel.workspace = true\n";
        assert_eq!(findings("crates/engine/Cargo.toml", on_kernel).len(), 1);
        assert!(findings("crates/storage/Cargo.toml", on_kernel).is_empty());
        assert!(findings("crates/formula/Cargo.toml", on_kernel).is_empty());
        let for_build = "[build-dependencies]\nyanzhi-pack = \"1\"\n";
        assert_eq!(findings("crates/kernel/Cargo.toml", for_build).len(), 1);
        assert_eq!(
            findings(
                "crates/server/Cargo.toml",
                "[dependencies]\nyanzhi = \"1\"\n"
            )
            .len(),
            1
        );
    }

    #[test]
    fn tests_may_use_the_testkit_and_programs_may_not() {
        let for_tests = "[dev-dependencies]\nyanzhi-testkit.workspace = true\n";
        assert!(findings("crates/capabilities/figures/Cargo.toml", for_tests).is_empty());
        assert_eq!(findings("crates/engine/Cargo.toml", for_tests).len(), 1);
        let always = "[dependencies]\nyanzhi-testkit.workspace = true\n";
        assert_eq!(findings("crates/server/Cargo.toml", always).len(), 1);
    }

    #[test]
    fn own_lints_and_a_capability_without_a_line_are_found() {
        let bare = SourceFile::new("crates/capabilities/gossip/Cargo.toml", "[package]\n");
        assert_eq!(are_declared(&[bare]).len(), 2);
        let good = "[lints]\nworkspace = true\n";
        let good = SourceFile::new("crates/capabilities/audit/Cargo.toml", good);
        assert!(are_declared(&[good]).is_empty());
    }
}
