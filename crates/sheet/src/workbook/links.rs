//! What the parts of a workbook are to one another: which part is which sheet, and what lies outside.

use std::collections::BTreeMap;
use std::io::BufRead;

use super::part::{attribute, each_element};
use crate::fault::{Fault, FaultCode};

/// Longest text in a part that only links others.
const TEXT_CHARS: u64 = 32_767;

/// The links read so far.
#[derive(Debug, Default)]
pub(crate) struct Links {
    /// Name and relationship of each sheet.
    sheets: Vec<(String, String)>,
    /// Target of each relationship of the workbook.
    targets: BTreeMap<String, String>,
}

impl Links {
    /// Reads relationships (`*.rels`). Links that people follow by a click may lead outside, nothing else may.
    pub(crate) fn relationships(&mut self, reader: impl BufRead, name: &str) -> Result<(), Fault> {
        let is_of_workbook = name.to_ascii_lowercase().ends_with("workbook.xml.rels");
        each_element(reader, TEXT_CHARS, |element| {
            if element.local_name().as_ref() != "Relationship" {
                return Ok(());
            }
            let kind = attribute(element, "Type")?.unwrap_or_default();
            let target = attribute(element, "Target")?.unwrap_or_default();
            let is_outside = attribute(element, "TargetMode")?
                .is_some_and(|it| it.eq_ignore_ascii_case("external"));
            if kind.ends_with("/vbaProject") {
                return Err(Fault::new(FaultCode::Macros));
            }
            if kind.contains("/externalLink") || (is_outside && !kind.ends_with("/hyperlink")) {
                return Err(Fault::new(FaultCode::ExternalLink).found(target));
            }
            if is_of_workbook && let Some(id) = attribute(element, "Id")? {
                self.targets.insert(id, target);
            }
            Ok(())
        })
    }

    /// Reads the list of sheets, and what the parts are declared to be.
    pub(crate) fn workbook(&mut self, reader: impl BufRead) -> Result<(), Fault> {
        each_element(reader, TEXT_CHARS, |element| {
            match element.local_name().as_ref() {
                "sheet" => {
                    // `r:id`: the attribute without a prefix is called sheetId.
                    let relationship = attribute(element, "id")?;
                    if let (Some(name), Some(id)) = (attribute(element, "name")?, relationship) {
                        self.sheets.push((name, id));
                    }
                }
                "Override" | "Default" => {
                    let kind = attribute(element, "ContentType")?.unwrap_or_default();
                    if kind.to_ascii_lowercase().contains("macro") || kind.contains("vbaProject") {
                        return Err(Fault::new(FaultCode::Macros));
                    }
                }
                _ => {}
            }
            Ok(())
        })
    }

    /// The path of each sheet's part in lower case, by the name of the sheet.
    pub(crate) fn paths(self) -> BTreeMap<String, String> {
        let Self { sheets, targets } = self;
        let path_of = |(name, id): (String, String)| {
            let target = targets.get(&id)?.to_ascii_lowercase();
            let path = match target.strip_prefix('/') {
                Some(absolute) => absolute.to_owned(),
                None => format!("xl/{target}"),
            };
            Some((name, path))
        };
        sheets.into_iter().filter_map(path_of).collect()
    }
}
