//! Words that say nothing, and files that have grown too long.

use proc_macro2::TokenTree;

use crate::source::{Finding, Part, SourceFile, each_sequence, line_of};

const EMPTY_FOLDERS: [&str; 8] = [
    "utils", "util", "helpers", "helper", "common", "manager", "managers", "misc",
];
const EMPTY_CRATES: [&str; 2] = ["core", "models"];
const EMPTY_ENDINGS: [&str; 4] = ["Manager", "Helper", "Helpers", "Utils"];

const LINES_OF_A_FILE: usize = 400;
const LINES_OF_A_COMPONENT: usize = 150;

/// No crate, module, folder or type is called by a word that could hold anything.
pub(crate) fn say_something(files: &[SourceFile]) -> Vec<Finding> {
    const REMEDY: &str =
        "name it by the noun of the field that it is about, or put it where it is used";
    let mut findings = Vec::new();
    for file in files {
        let folders = file
            .path
            .split('/')
            .map(|step| step.split('.').next().unwrap_or_default());
        let is_empty_crate = matches!(file.part(), Part::Crate(name) | Part::Capability(name) if EMPTY_CRATES.contains(&name));
        let empty = folders
            .into_iter()
            .find(|step| EMPTY_FOLDERS.contains(step));
        if is_empty_crate || empty.is_some() {
            findings.push(file.finding(1, "this name says nothing", REMEDY));
        }
        each_sequence(&file.tokens(), &mut |sequence| {
            for window in sequence.windows(2) {
                let [TokenTree::Ident(keyword), TokenTree::Ident(name)] = window else {
                    continue;
                };
                let says_nothing = match keyword.to_string().as_str() {
                    "mod" => EMPTY_FOLDERS.iter().any(|empty| name == empty),
                    "struct" | "enum" | "trait" | "type" => {
                        let name = name.to_string();
                        EMPTY_ENDINGS.iter().any(|ending| name.ends_with(ending))
                    }
                    _ => false,
                };
                if says_nothing {
                    let line = line_of(&window[0]);
                    findings.push(file.finding(
                        line,
                        format!("the name {name} says nothing"),
                        REMEDY,
                    ));
                }
            }
        });
    }
    findings
}

/// Files fit a head: 400 lines of Rust or TypeScript, 150 of a component. Generated files are what they are.
pub(crate) fn are_short(files: &[SourceFile]) -> Vec<Finding> {
    let mut findings = Vec::new();
    for file in files {
        let is_generated = file.path.ends_with(".d.ts");
        let is_test = file.path.contains(".test.");
        let budget = if file.has_extension("tsx") && !is_test {
            LINES_OF_A_COMPONENT
        } else {
            LINES_OF_A_FILE
        };
        let lines = file.text.lines().count();
        if lines > budget && !is_generated {
            findings.push(file.finding(
                budget + 1,
                format!("this file has {lines} lines, {budget} is the budget"),
                "split it by noun; a room over its budget becomes a folder, one file a use case",
            ));
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn empty_names_are_found_wherever_they_stand() {
        for (path, text) in [
            ("crates/server/src/utils.rs", ""),
            ("crates/server/src/helpers/mod.rs", ""),
            ("crates/common/src/lib.rs", ""),
            ("crates/models/src/lib.rs", ""),
            ("web/src/features/misc/Page.tsx", ""),
            ("web/src/ui/utils.test.ts", ""),
            ("crates/server/src/lib.rs", "mod helper { }"),
            (
                "crates/server/src/lib.rs",
                "mod inner { pub struct RunManager; }",
            ),
        ] {
            let found = say_something(&[SourceFile::new(path, text)]);
            assert_eq!(found.len(), 1, "{path} {text}");
        }
    }

    #[test]
    fn names_that_only_resemble_are_left_alone() {
        let text = "fn up(manager: &SchemaManager) {} struct Management;";
        for path in [
            "crates/server/src/commonplace.rs",
            "crates/engine/src/core.rs",
        ] {
            assert!(
                say_something(&[SourceFile::new(path, text)]).is_empty(),
                "{path}"
            );
        }
    }

    #[test]
    fn a_file_over_its_budget_is_found() {
        let long = "x\n".repeat(401);
        let component = "x\n".repeat(151);
        for (path, text, findings) in [
            ("crates/pack/src/lib.rs", &long, 1),
            ("crates/pack/src/lib.rs", &"x\n".repeat(400), 0),
            ("web/src/ui/Panel.tsx", &component, 1),
            ("web/src/ui/Panel.test.tsx", &component, 0),
            ("web/src/ui/theme.ts", &component, 0),
            ("web/src/api/schema.d.ts", &long, 0),
        ] {
            assert_eq!(
                are_short(&[SourceFile::new(path, text)]).len(),
                findings,
                "{path}"
            );
        }
    }
}
