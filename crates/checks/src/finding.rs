//! What a check found.

use serde::Serialize;
use yanzhi_formula::Cell;
use yanzhi_kernel::{Code, Text};

use crate::check::{Audience, Bounds, Check, Severity};

/// One thing a check found.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Finding {
    /// The code of the check.
    pub check: Code,
    /// The kind of its rule.
    pub kind: &'static str,
    /// Whether it holds the figures up.
    pub severity: Severity,
    /// Who sees it.
    pub audience: Audience,
    /// The cells it is about; the first is the one that was checked.
    pub cells: Vec<Cell>,
    /// What was looked at: the figure, a ratio, a rate, a share; `None` where there is none.
    pub value: Option<f64>,
    /// Where it was expected.
    pub expected: Bounds,
    /// What was found, with the numbers.
    pub message: Text,
    /// What to do about it.
    pub remedy: Text,
}

/// What a rule says of cells, before it is known how serious that is.
pub(crate) struct Remark {
    pub(crate) cells: Vec<Cell>,
    pub(crate) value: Option<f64>,
    pub(crate) expected: Bounds,
    pub(crate) message: Text,
    pub(crate) remedy: Text,
}

impl Remark {
    pub(crate) fn of(self, check: &Check) -> Finding {
        Finding {
            check: check.code.clone(),
            kind: check.rule.kind(),
            severity: check.severity,
            audience: check.audience,
            cells: self.cells,
            value: self.value,
            expected: self.expected,
            message: self.message,
            remedy: self.remedy,
        }
    }
}

/// A number as a message shows it: at most four decimals, and no more digits than it has.
pub(crate) fn shown(number: f64) -> String {
    if number.abs() >= 1e15 || (number.abs() < 1e-3 && number.abs() > 0.0) {
        return format!("{number:e}");
    }
    let text = format!("{number:.4}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" {
        "0".to_owned()
    } else {
        text.to_owned()
    }
}

/// `0 至 100`, `不小于 0`, `不大于 100`, and the same in English.
pub(crate) fn range(bounds: Bounds) -> (String, String) {
    match (bounds.least.map(shown), bounds.most.map(shown)) {
        (Some(least), Some(most)) => (format!("{least} 至 {most}"), format!("{least} to {most}")),
        (Some(least), None) => (format!("不小于 {least}"), format!("{least} or more")),
        (None, Some(most)) => (format!("不大于 {most}"), format!("{most} or less")),
        (None, None) => Default::default(),
    }
}
