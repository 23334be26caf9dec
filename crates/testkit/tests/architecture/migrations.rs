//! How changes of the tables are called.

use std::collections::BTreeMap;

use crate::source::{Finding, Part, SourceFile};

const REMEDY: &str = "call it mYYYYMMDD_NNNN_<capability>_<what>, with a number that no other change of any capability \
                      has: all of them are sorted into one order";

/// A change of the tables says when, in which order, whose and what; no two share date and number.
pub(crate) fn are_named_and_unique(files: &[SourceFile]) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut taken: BTreeMap<&str, &str> = BTreeMap::new();
    for file in files {
        let Part::Capability(capability) = file.part() else {
            continue;
        };
        let is_migration =
            file.room() == Some("migrations") && file.path.contains("/src/migrations/");
        if !is_migration || !file.has_extension("rs") || file.stem() == "mod" {
            continue;
        }
        match order_of(file.stem(), capability) {
            Some(order) => {
                if let Some(other) = taken.insert(order, &file.path) {
                    let what = format!("{other} has the same date and number");
                    findings.push(file.finding(1, what, REMEDY));
                }
            }
            None => findings.push(file.finding(1, "this name is not that of a migration", REMEDY)),
        }
    }
    findings
}

/// `mYYYYMMDD_NNNN` of a name that is as it should be.
fn order_of<'a>(name: &'a str, capability: &str) -> Option<&'a str> {
    let order = name.get(..14)?;
    let (date, number) = order.strip_prefix('m')?.split_once('_')?;
    let is_number =
        |text: &str, digits| text.len() == digits && text.bytes().all(|b| b.is_ascii_digit());
    let what = name
        .get(14..)?
        .strip_prefix('_')?
        .strip_prefix(capability)?
        .strip_prefix('_')?;
    (is_number(date, 8) && is_number(number, 4) && !what.is_empty()).then_some(order)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn findings(names: &[(&str, &str)]) -> usize {
        let file = |(capability, name): &(&str, &str)| {
            SourceFile::new(
                &format!("crates/capabilities/{capability}/src/migrations/{name}.rs"),
                "",
            )
        };
        are_named_and_unique(&names.iter().map(file).collect::<Vec<_>>()).len()
    }

    #[test]
    fn good_names_pass() {
        assert_eq!(
            findings(&[
                ("audit", "mod"),
                ("audit", "m20261123_0001_audit_entry"),
                ("figures", "m20261123_0002_figures_observation_and_version"),
            ]),
            0
        );
    }

    #[test]
    fn bad_names_and_shared_numbers_are_found() {
        for name in [
            "m20261123_0001_entry",
            "m20261123_0001_audit_",
            "m20261123_0001_audit",
            "m2026_0001_audit_entry",
            "m20261123_001_audit_entry",
            "entry",
            "审计",
        ] {
            assert_eq!(findings(&[("audit", name)]), 1, "{name}");
        }
        let shared = [
            ("audit", "m20261123_0001_audit_a"),
            ("figures", "m20261123_0001_figures_b"),
        ];
        assert_eq!(findings(&shared), 1);
    }
}
