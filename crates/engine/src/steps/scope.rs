//! Which cells of a column a rule takes its parameters from.

use serde::{Deserialize, Serialize};

use crate::column::{Column, Part};

/// Which values a rule takes its parameters from.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Scope {
    /// Those of the same period (the default).
    #[default]
    Period,
    /// Those of all periods together, so that scores can be compared over time.
    AllPeriods,
    /// Those of one period, such as `{ base = "2019" }`.
    Base(String),
}

impl Scope {
    /// Whether the parameters are the same in every period.
    pub(crate) fn is_fixed(&self) -> bool {
        !matches!(self, Self::Period)
    }

    /// The cells for a period. Those of a base period that does not exist are none.
    pub(crate) fn cells<'c>(
        &self,
        column: &'c Column,
        periods: &[String],
        period: usize,
    ) -> Part<'c> {
        match self {
            Self::Period => column.period(period),
            Self::AllPeriods => column.all(),
            Self::Base(base) => {
                let position = periods.iter().position(|it| it == base);
                column.period(position.unwrap_or(periods.len()))
            }
        }
    }
}
