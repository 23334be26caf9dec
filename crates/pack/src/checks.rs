//! `checks.toml`, read and held against the indicators by the checks themselves; here each flaw finds its place.

use std::collections::BTreeMap;

use serde_json::Value;
use toml::Spanned;
use toml::de::{DeTable, DeValue};
use yanzhi_checks::{Check, Flaw};
use yanzhi_formula::Graph;
use yanzhi_kernel::Code;

use crate::code_list;
use crate::fault::{codes, derived, settings, shown};
use crate::folder::Folder;
use crate::problem::{Findings, Place};
use crate::toml_text::Page;

pub(crate) const FILE: &str = "checks.toml";

/// The one key of the file.
const CHECKS: &str = "checks";

/// Reads the checks, if the file is there. Without a graph, nothing is said about what they name.
pub(crate) fn read(folder: &mut Folder<'_>, graph: Option<&Graph>, units: &[Code]) -> Vec<Check> {
    if !folder.has(FILE) {
        return Vec::new();
    }
    let Some(text) = folder.read_text(FILE) else {
        return Vec::new();
    };
    let page = Page {
        file: FILE,
        text: &text,
    };
    let findings = &mut folder.findings;
    let Some(root) = page.parse(findings) else {
        return Vec::new();
    };
    let value: Value = match toml::from_str(page.text) {
        Ok(value) => value,
        Err(error) => {
            let byte = error.span().map_or(0, |span| span.start);
            findings.add(page.place(byte), || settings::toml_syntax(error.message()));
            return Vec::new();
        }
    };
    refuse_other_keys(page, &root, findings);
    let Some(Value::Array(items)) = value.get(CHECKS) else {
        findings.add(Place::top(FILE), || {
            settings::key_wrong_kind(
                CHECKS,
                ("表的列表：[[checks]]", "a list of tables: [[checks]]"),
            )
        });
        return Vec::new();
    };
    let mut checks = Vec::new();
    let mut lines = BTreeMap::new();
    for (number, item) in items.iter().enumerate() {
        let mut refuse = |flaw: Flaw| {
            let byte = locate(root.get_ref(), number, &flaw);
            findings.add(page.place(byte), || derived::check(flaw));
        };
        match Check::from_value(item) {
            Ok(check) => {
                let flaws = graph.map(|graph| check.flaws_among(graph, units));
                flaws.into_iter().flatten().for_each(&mut refuse);
                let place = page.place(locate_key(root.get_ref(), number, "code"));
                if let Some(first) = lines.insert(check.code.clone(), place.line) {
                    findings.add(place, || {
                        codes::duplicate(code_list::CHECKS, check.code.as_str(), first)
                    });
                }
                checks.push(check);
            }
            Err(flaws) => flaws.into_iter().for_each(refuse),
        }
    }
    checks
}

fn refuse_other_keys(page: Page<'_>, root: &Spanned<DeTable<'_>>, findings: &mut Findings) {
    for key in root.get_ref().keys() {
        if key.get_ref() != CHECKS {
            findings.add(page.place(key.span().start), || {
                settings::key_unknown(&shown(key.get_ref()), None, &[CHECKS])
            });
        }
    }
}

fn locate_key(root: &DeTable<'_>, number: usize, key: &'static str) -> usize {
    follow(root, number, &[key]).map_or(0, |(key, _)| key)
}

/// The byte at which a flaw of a check stands: its key, or the place within the text of a condition.
fn locate(root: &DeTable<'_>, number: usize, flaw: &Flaw) -> usize {
    let Some((key, value)) = follow(root, number, &flaw.path) else {
        return 0;
    };
    match value.get_ref() {
        DeValue::String(_) if flaw.code == "check_condition" => value.span().start + 1 + flaw.byte,
        _ => key,
    }
}

/// The byte of the last key on a path that is there, and its value.
fn follow<'v, 't>(
    root: &'v DeTable<'t>,
    number: usize,
    path: &[&'static str],
) -> Option<(usize, &'v Spanned<DeValue<'t>>)> {
    let mut value = root.get(CHECKS)?.get_ref().get(number)?;
    let mut begin = value.span().start;
    for key in path {
        let DeValue::Table(table) = value.get_ref() else {
            break;
        };
        let Some((key, below)) = table.iter().find(|(it, _)| it.get_ref() == key) else {
            break;
        };
        (begin, value) = (key.span().start, below);
    }
    Some((begin, value))
}
