//! What the steps changed in the figures on their own account: screened, imputed, treated.

use serde::Serialize;

use super::Index;
use crate::dataset::{ChangeKind, DataSet};
use crate::steps::{ColumnTreatment, Screening};

/// A cell that a step changed on its own account.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Change<'a> {
    /// The step.
    pub step: &'a str,
    /// The rule.
    pub rule: &'a str,
    /// Screened, imputed or treated.
    pub kind: ChangeKind,
    /// The indicator.
    pub indicator: &'a str,
    /// The period.
    pub period: &'a str,
    /// The unit.
    pub unit: &'a str,
    /// The value before the step; none where there was none.
    pub before: Option<f64>,
    /// The value after it; none where it was taken out.
    pub after: Option<f64>,
}

/// How many figures under a node were changed, for one unit in one period.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct Changed {
    /// Number of indicators under the node.
    pub of: usize,
    /// Number of them whose figure was imputed.
    pub imputed: usize,
    /// Number of them whose figure was treated.
    pub treated: usize,
}

impl Index {
    /// Every cell that a step changed on its own account, by step, indicator, period and unit.
    pub fn changes(&self) -> impl Iterator<Item = Change<'_>> {
        let pairs = self.data_sets.windows(2).filter_map(|pair| match pair {
            [before, after] => Some((before, after)),
            _ => None,
        });
        pairs.flat_map(|(before, after)| self.changes_between(before, after))
    }

    fn changes_between<'a>(
        &'a self,
        before: &'a DataSet,
        after: &'a DataSet,
    ) -> impl Iterator<Item = Change<'a>> {
        let account = after.account.as_deref().into_iter();
        account.flat_map(move |account| {
            after.columns().flat_map(move |(indicator, column)| {
                let source = before.column(indicator);
                self.cells().filter_map(move |(period, unit)| {
                    let (kind, rule) = account.change(indicator, period, unit)?;
                    Some(Change {
                        step: after.step(),
                        rule,
                        kind,
                        indicator,
                        period: self.periods.get(period)?,
                        unit: &self.units.get(unit)?.code,
                        before: source.and_then(|it| it.get(period, unit)),
                        after: column.get(period, unit),
                    })
                })
            })
        })
    }

    fn cells(&self) -> impl Iterator<Item = (usize, usize)> + use<> {
        let units = self.units.len();
        (0..self.periods.len()).flat_map(move |period| (0..units).map(move |unit| (period, unit)))
    }

    /// How many of the figures under a node were imputed and how many treated.
    pub fn changed(&self, period: usize, node: usize, unit: usize) -> Changed {
        let mut found = Changed::default();
        for leaf in self.framework.subtree(node) {
            let Some(code) = self.framework.indicator(leaf) else {
                continue;
            };
            let is = |kind: ChangeKind| {
                let accounts = self.data_sets.iter().filter_map(|it| it.account.as_deref());
                let mut changes = accounts.filter_map(|it| it.change(code, period, unit));
                changes.any(|(found, _)| found == kind)
            };
            found.of += 1;
            found.imputed += usize::from(is(ChangeKind::Imputed));
            found.treated += usize::from(is(ChangeKind::Treated));
        }
        found
    }

    /// What screening found of every unit, by step, period and unit.
    pub fn screenings(&self) -> &[Screening] {
        &self.screenings
    }

    /// The test for outliers of every column before and after its treatment, by step.
    pub fn treatments(&self) -> &[ColumnTreatment] {
        &self.treatments
    }
}
