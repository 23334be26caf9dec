//! The codes of a table, for those who name them.

use std::collections::HashMap;

use yanzhi_kernel::Code;

use crate::fault::codes::{self, Noun};
use crate::fault::shown;
use crate::problem::Findings;
use crate::row::Row;
use yanzhi_kernel::nearest;

pub(crate) const GROUPS: Noun = Noun {
    zh: "组别",
    en: "group",
    file: "groups.csv",
};
pub(crate) const CALIBERS: Noun = Noun {
    zh: "口径",
    en: "caliber",
    file: "calibers.csv",
};
pub(crate) const SOURCES: Noun = Noun {
    zh: "来源",
    en: "source",
    file: "sources.csv",
};
pub(crate) const UNITS: Noun = Noun {
    zh: "单位",
    en: "unit",
    file: "units.csv",
};
pub(crate) const INDICATORS: Noun = Noun {
    zh: "指标",
    en: "indicator",
    file: "indicators.csv",
};
pub(crate) const NODES: Noun = Noun {
    zh: "节点",
    en: "node",
    file: "framework.csv",
};
pub(crate) const CHECKS: Noun = Noun {
    zh: "审核规则",
    en: "check",
    file: "checks.toml",
};
pub(crate) const TASKS: Noun = Noun {
    zh: "任务",
    en: "task",
    file: "tasks.csv",
};

/// The codes of a table with the lines they stand in.
#[derive(Debug)]
pub(crate) struct CodeList {
    noun: Noun,
    codes: Vec<(Code, u32)>,
    positions: HashMap<Box<str>, u32>,
    /// Whether every row was read. Of a table that was not, nothing is said to be missing.
    pub(crate) is_whole: bool,
}

impl CodeList {
    pub(crate) fn new(noun: Noun) -> Self {
        Self {
            noun,
            codes: Vec::new(),
            positions: HashMap::new(),
            is_whole: true,
        }
    }

    /// Reads the code of a row and adds it.
    pub(crate) fn add(&mut self, row: &Row<'_>, findings: &mut Findings) -> Option<Code> {
        let Some(code) = row.code("code", findings) else {
            self.is_whole = false;
            return None;
        };
        if let Some(first) = self.find(code.as_str()) {
            let line = self.line(first);
            row.refuse("code", findings, || {
                codes::duplicate(self.noun, code.as_str(), line)
            });
            return None;
        }
        let position = crate::problem::count(self.codes.len());
        self.positions.insert(code.as_str().into(), position);
        self.codes.push((code.clone(), row.line()));
        Some(code)
    }

    pub(crate) fn find(&self, code: &str) -> Option<u32> {
        self.positions.get(code).copied()
    }

    pub(crate) fn len(&self) -> usize {
        self.codes.len()
    }

    pub(crate) fn line(&self, position: u32) -> u32 {
        self.entry(position).map_or(1, |(_, line)| *line)
    }

    pub(crate) fn code(&self, position: u32) -> Option<&Code> {
        self.entry(position).map(|(code, _)| code)
    }

    fn entry(&self, position: u32) -> Option<&(Code, u32)> {
        self.codes.get(usize::try_from(position).ok()?)
    }

    /// The fault of naming a code that is not there; `None` where that is not known.
    pub(crate) fn missing(&self, code: &str) -> Option<impl FnOnce() -> crate::fault::Fault> {
        self.is_whole.then_some(move || {
            let known = self.codes.iter().map(|(code, _)| code.as_str());
            codes::unknown(self.noun, &shown(code), nearest(code, known))
        })
    }

    /// The position of the code that a field names, if it names one.
    pub(crate) fn named(
        &self,
        row: &Row<'_>,
        column: &str,
        findings: &mut Findings,
    ) -> Option<u32> {
        let word = row.word(column)?;
        let found = self.find(&word);
        if found.is_none()
            && let Some(fault) = self.missing(&word)
        {
            row.refuse(column, findings, fault);
        }
        found
    }

    /// The position of the code that a field must name.
    pub(crate) fn needed(
        &self,
        row: &Row<'_>,
        column: &str,
        findings: &mut Findings,
    ) -> Option<u32> {
        row.needed_word(column, findings)?;
        self.named(row, column, findings)
    }

    /// The code that a field names, if it names one.
    pub(crate) fn named_code(
        &self,
        row: &Row<'_>,
        column: &str,
        findings: &mut Findings,
    ) -> Option<Code> {
        let position = self.named(row, column, findings)?;
        self.code(position).cloned()
    }

    /// The code that a field must name.
    pub(crate) fn needed_code(
        &self,
        row: &Row<'_>,
        column: &str,
        findings: &mut Findings,
    ) -> Option<Code> {
        let position = self.needed(row, column, findings)?;
        self.code(position).cloned()
    }
}
