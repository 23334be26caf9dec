//! Treat: tames outliers, and says so.
//!
//! A column fails the test for outliers when |G1| > `skewness` **and** G2 > `kurtosis`, the
//! sample-adjusted skewness and excess kurtosis of [`statistics::moments`](crate::statistics::moments).
//! A column of fewer than four values, or of one value only, passes. With `when = "failing"` a rule
//! changes columns that fail; with `when = "always"` every column it is given.
//!
//! | parameter | meaning | default |
//! |---|---|---|
//! | `skewness` | the test's bound of \|G1\| | 2 |
//! | `kurtosis` | the test's bound of G2 | 3.5 |
//! | `when` | `"failing"` or `"always"` | `"failing"`; for the trimming rules `"always"` |
//! | `scope` | which cells are tested and give the parameters: `"period"`, `"all_periods"`, `{ base = "2019" }` | `"period"` |
//!
//! One rule serves all indicators, or each has its own; `rule = "none"` leaves an indicator as it is,
//! and so does a step without a rule for it. An override that names no rule (or the same) takes what it
//! leaves out from the step's. Every rule keeps the order of the values. A missing cell stays missing.
//!
//! Every changed cell is flagged: [`Index::changes`](crate::Index::changes) lists it with its value
//! before and after, [`Index::explain`](crate::Index::explain) shows it, and
//! [`Index::treatments`](crate::Index::treatments) has the test of every column before and after.
//!
//! Source: OECD/JRC *Handbook on Constructing Composite Indicators* (2008), step 3; COINr's `Treat`.

pub mod box_cox;
pub mod log;
pub mod log_gii;
pub mod log_signed;
pub mod trim_iqr;
pub mod trim_percentiles;
pub mod winsorise;

mod apply;
mod record;
mod transformation;

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

pub use box_cox::BoxCox;
pub use log::Log;
pub use log_gii::LogGii;
pub use log_signed::LogSigned;
pub use record::{ColumnTreatment, Transformed, Winsorised};
pub use trim_iqr::TrimIqr;
pub use trim_percentiles::TrimPercentiles;
pub use winsorise::{Fallback, Winsorise};

use super::{Run, Scope, Setting};
use crate::error::ComputeError;
use crate::method::{MethodError, ParameterFault, ReadError, Table};
use crate::statistics::Moments;
use crate::work::Work;
use crate::workers::Workers;
use apply::{Site, TreatedColumn};
use transformation::{Limits, Shape, Transformation};

/// Tames outliers; see the [module](self).
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct Treat {
    /// How every indicator is treated that has no treatment of its own.
    #[serde(flatten, skip_serializing_if = "Option::is_none")]
    pub rule: Option<Treatment>,
    /// How single indicators are treated, complete.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub indicators: BTreeMap<String, Treatment>,
}

/// A rule, and when it is applied.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Treatment {
    /// The rule.
    #[serde(flatten)]
    pub rule: TreatRule,
    /// Which columns the rule changes.
    pub when: When,
    /// The test.
    #[serde(flatten)]
    pub test: Test,
    /// Which cells are tested and give the parameters.
    pub scope: Scope,
}

/// Which columns a rule changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum When {
    /// Those that fail the test for outliers.
    Failing,
    /// Every one.
    Always,
}

/// A test for outliers: a column fails when |skewness| and kurtosis are both beyond their bounds.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Test {
    /// The bound of the absolute skewness G1.
    pub skewness: f64,
    /// The bound of the excess kurtosis G2.
    pub kurtosis: f64,
}

impl Default for Test {
    fn default() -> Self {
        Self {
            skewness: 2.0,
            kurtosis: 3.5,
        }
    }
}

impl Test {
    fn fails(self, found: &Moments) -> bool {
        found.has_outliers(self.skewness, self.kurtosis)
    }
}

/// A rule with its parameters.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "rule", rename_all = "snake_case")]
#[non_exhaustive]
pub enum TreatRule {
    /// Leaves the column as it is.
    None,
    /// Winsorises, and where that is not enough transforms.
    Winsorise(Winsorise),
    /// The logarithm of the shifted values.
    Log(Log),
    /// The same, mirrored where the column is skewed to the left.
    LogSigned(LogSigned),
    /// The logarithm of the Global Innovation Index.
    LogGii(LogGii),
    /// The Box–Cox transformation.
    BoxCox(BoxCox),
    /// Limits at two percentiles.
    TrimPercentiles(TrimPercentiles),
    /// Limits at a multiple of the interquartile range beyond the quartiles.
    TrimIqr(TrimIqr),
}

const RULES: &[&str] = &[
    "none",
    "winsorise",
    "log",
    "log_signed",
    "log_gii",
    "box_cox",
    "trim_percentiles",
    "trim_iqr",
];

/// What becomes of a value beyond a limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Beyond {
    /// It is set to the limit.
    #[default]
    Limit,
    /// It becomes missing.
    Missing,
}

impl TreatRule {
    /// The rule's word in a method's text.
    pub fn word(&self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Winsorise(_) => "winsorise",
            Self::TrimPercentiles(_) => "trim_percentiles",
            Self::TrimIqr(_) => "trim_iqr",
            Self::Log(_) | Self::LogSigned(_) | Self::LogGii(_) | Self::BoxCox(_) => {
                self.as_transformation().map_or("none", |it| it.word())
            }
        }
    }

    fn read(mut table: Table, taken: &[&str]) -> Result<Self, ReadError> {
        match table.needed_word("rule", RULES)? {
            "none" => table.end(taken).map(|()| Self::None),
            "winsorise" => Winsorise::read(table, taken).map(Self::Winsorise),
            "log" => table.read(taken).map(Self::Log),
            "log_signed" => table.read(taken).map(Self::LogSigned),
            "log_gii" => table.read(taken).map(Self::LogGii),
            "box_cox" => table.read(taken).map(Self::BoxCox),
            "trim_percentiles" => table.read(taken).map(Self::TrimPercentiles),
            _ => table.read(taken).map(Self::TrimIqr),
        }
    }

    fn as_transformation(&self) -> Option<&dyn Transformation> {
        match self {
            Self::Log(rule) => Some(rule),
            Self::LogSigned(rule) => Some(rule),
            Self::LogGii(rule) => Some(rule),
            Self::BoxCox(rule) => Some(rule),
            _ => None,
        }
    }

    fn faults(&self) -> Vec<ParameterFault> {
        match self {
            Self::Winsorise(rule) => rule.faults(),
            Self::TrimPercentiles(rule) => rule.faults(),
            Self::TrimIqr(rule) => rule.faults(),
            _ => self
                .as_transformation()
                .map(Transformation::faults)
                .unwrap_or_default(),
        }
    }

    fn is_trimming(&self) -> bool {
        matches!(self, Self::TrimPercentiles(_) | Self::TrimIqr(_))
    }
}

impl From<TreatRule> for Treatment {
    /// The rule with the defaults of its test.
    fn from(rule: TreatRule) -> Self {
        let when = if rule.is_trimming() {
            When::Always
        } else {
            When::Failing
        };
        Self {
            rule,
            when,
            test: Test::default(),
            scope: Scope::Period,
        }
    }
}

impl Treatment {
    fn read(mut table: Table, taken: &[&str]) -> Result<Self, ReadError> {
        let when = table.take("when")?;
        let (skewness, kurtosis) = (table.take("skewness")?, table.take("kurtosis")?);
        let scope: Option<Scope> = table.take("scope")?;
        let own = ["when", "skewness", "kurtosis", "scope"];
        let taken: Vec<&str> = taken.iter().chain(&own).copied().collect();
        let plain = Self::from(TreatRule::read(table, &taken)?);
        Ok(Self {
            when: when.unwrap_or(plain.when),
            test: Test {
                skewness: skewness.unwrap_or(plain.test.skewness),
                kurtosis: kurtosis.unwrap_or(plain.test.kurtosis),
            },
            scope: scope.unwrap_or(plain.scope),
            rule: plain.rule,
        })
    }

    fn faults(&self) -> Vec<ParameterFault> {
        let skewness = ParameterFault::unless_not_negative("skewness", self.test.skewness);
        let kurtosis = ParameterFault::unless_finite("kurtosis", self.test.kurtosis);
        let own = self.rule.faults().into_iter();
        own.chain(skewness).chain(kurtosis).collect()
    }
}

impl Treat {
    /// The same rule, by its defaults, for every indicator.
    pub fn all(rule: TreatRule) -> Self {
        Self {
            rule: Some(rule.into()),
            indicators: BTreeMap::new(),
        }
    }

    /// How an indicator is treated, if it is.
    pub fn of(&self, indicator: &str) -> Option<&Treatment> {
        self.indicators.get(indicator).or(self.rule.as_ref())
    }

    pub(super) fn read(mut table: Table) -> Result<Self, ReadError> {
        let named = table.named_tables("indicators")?;
        let for_all = table.clone();
        let indicators = named.into_iter().map(|(code, own)| {
            let own = own.or_of_same_rule(&for_all);
            Ok((code, Treatment::read(own, &["rule"])?))
        });
        let indicators = indicators.collect::<Result<_, ReadError>>()?;
        let rule = if table.is_empty() {
            None
        } else {
            Some(Treatment::read(table, &["step", "rule", "indicators"])?)
        };
        Ok(Self { rule, indicators })
    }

    /// Positions in the frame of the columns the step looks at, in order.
    fn positions(&self, work: &Work<'_>) -> Vec<usize> {
        let mut positions = work.used();
        let named = self.indicators.keys();
        let named = named.filter_map(|code| work.frame.indicator_position(code));
        for position in named {
            if !positions.contains(&position) {
                positions.push(position);
            }
        }
        positions
    }
}

impl Run for Treat {
    fn check(&self, setting: &Setting<'_>, label: &str, faults: &mut Vec<MethodError>) {
        for code in self.indicators.keys() {
            setting.check_code(label, code, faults);
        }
        let own = self.indicators.iter().map(|(code, it)| (code.as_str(), it));
        let used = setting.used().map(|(_, indicator)| &*indicator.code);
        let by_rule_of_all = used.filter(|code| !self.indicators.contains_key(*code));
        let by_rule_of_all = by_rule_of_all.filter_map(|code| Some((code, self.rule.as_ref()?)));
        for (code, treatment) in own.chain(by_rule_of_all) {
            setting.check_scope(label, code, &treatment.scope, faults);
            let found = treatment.faults().into_iter();
            faults.extend(found.map(|fault| MethodError::Parameter {
                step: label.to_owned(),
                rule: treatment.rule.word(),
                indicator: Some(code.to_owned()),
                fault,
            }));
        }
    }

    fn run(&self, work: &mut Work<'_>, label: &str, workers: &Workers) -> Result<(), ComputeError> {
        let sites: Vec<Site<'_>> = self
            .positions(work)
            .into_iter()
            .filter_map(|position| Site::new(work, label, position, self))
            .collect();
        let done = workers.map(sites, |site| site.treat())?;
        let (mut columns, mut accounts) = (Vec::with_capacity(done.len()), BTreeMap::new());
        for (
            position,
            code,
            TreatedColumn {
                column,
                records,
                account,
            },
        ) in done
        {
            columns.extend(column.map(|column| (position, column)));
            work.treatments.extend(records);
            accounts.insert(code, account);
        }
        work.replace(columns);
        let account = record::Treatments {
            step: label.to_owned(),
            accounts,
        };
        work.record_all(label, Arc::new(account));
        Ok(())
    }
}

#[cfg(test)]
mod tests;
