//! What is remembered of a treatment: the test of every column, and every changed cell.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Serialize;

use crate::dataset::{Account, ChangeKind, Origin};
use crate::missing::Missing;
use crate::statistics::Moments;

/// The test of one column before and after its treatment, as COINr's `Dets_Table`.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ColumnTreatment {
    /// The step.
    pub step: String,
    /// The indicator.
    pub indicator: String,
    /// Position of the period; none when all periods are tested together.
    pub period: Option<usize>,
    /// The rule, as in the method.
    pub rule: String,
    /// The moments of the column as the step found it.
    pub before: Moments,
    /// Whether it failed the test.
    pub failed: bool,
    /// What winsorising came to; none where it was not tried.
    pub winsorised: Option<Winsorised>,
    /// What a transformation or trimming came to; none where there was none.
    pub transformed: Option<Transformed>,
}

/// What winsorising came to.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Winsorised {
    /// Number of points changed.
    pub points: usize,
    /// The value the lowest points were set to.
    pub low: Option<f64>,
    /// The value the highest points were set to.
    pub high: Option<f64>,
    /// The moments after it.
    pub after: Moments,
    /// Whether the column still failed the test.
    pub failed: bool,
    /// Whether the winsorised values stand; if not, the transformation started again from the
    /// untreated column.
    pub is_kept: bool,
}

/// What a transformation or trimming came to.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Transformed {
    /// The rule.
    pub rule: String,
    /// The moments after it.
    pub after: Moments,
    /// Whether the column still failed the test.
    pub failed: bool,
}

/// What a step remembers of the columns it treated.
#[derive(Debug)]
pub(super) struct Treatments {
    pub(super) step: String,
    pub(super) accounts: BTreeMap<String, ColumnAccount>,
}

/// What a step remembers of one column.
#[derive(Debug)]
pub(super) struct ColumnAccount {
    pub(super) rule: &'static str,
    /// How the changed cells came about, by period.
    pub(super) origins: Vec<Option<Arc<Origin>>>,
    /// Which cells were changed, period after period.
    pub(super) changed: Vec<bool>,
    pub(super) units: usize,
}

impl ColumnAccount {
    fn is_changed(&self, period: usize, unit: usize) -> bool {
        let row = period * self.units + unit;
        unit < self.units && self.changed.get(row).copied().unwrap_or(false)
    }
}

impl Treatments {
    fn changed(&self, code: &str, period: usize, unit: usize) -> Option<&ColumnAccount> {
        let account = self.accounts.get(code)?;
        account.is_changed(period, unit).then_some(account)
    }
}

impl Account for Treatments {
    fn origin(&self, code: &str, period: usize, unit: usize) -> Option<Origin> {
        let account = self.changed(code, period, unit)?;
        account.origins.get(period)?.as_deref().cloned()
    }

    fn missing(&self, code: &str, _period: usize, _unit: usize) -> Missing {
        Missing::Trimmed {
            indicator: code.to_owned(),
            step: self.step.clone(),
        }
    }

    fn change(&self, code: &str, period: usize, unit: usize) -> Option<(ChangeKind, &str)> {
        let account = self.changed(code, period, unit)?;
        let origin = account.origins.get(period)?.as_deref()?;
        let rule = origin.rule.as_deref().unwrap_or(account.rule);
        Some((ChangeKind::Treated, rule))
    }
}
