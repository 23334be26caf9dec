//! Winsorise, and where that is not enough transform.
//!
//! While the column fails the test and fewer than `winmax` points are changed: if its skewness is not
//! negative, every value equal to the largest is set to the next largest, else every value equal to the
//! smallest to the next smallest. If the column still fails, the `fallback` transforms it, starting
//! again from the untreated column (`combine = true`: from the winsorised one).
//!
//! Equal values stay equal, so a step moves all of them or none: a step that would change more than
//! `winmax` points is not taken, nor is one that would leave a single value. (COINr counts steps instead
//! of points, so there ties can exceed `winmax`.)
//!
//! Source: OECD/JRC *Handbook on Constructing Composite Indicators* (2008), step 3; COINr's `winsorise`
//! and `Treat`.
//!
//! | parameter | meaning | default |
//! |---|---|---|
//! | `winmax` | the most points that are changed; 0 leaves everything to the fallback | 5 |
//! | `force` | changes as near to `winmax` points as ties allow, even where fewer would do | false |
//! | `combine` | the fallback starts from the winsorised values | false |
//! | `fallback` | `"none"`, `"log"`, `"log_signed"`, `"log_gii"`, `"box_cox"`, or a table with a rule and its parameters | `"log"` |
//! | `when`, `skewness`, `kurtosis`, `scope` | as for [every treatment](super) | |
//!
//! ```
//! # use yanzhi_engine::*;
//! let mut frame = FrameBuilder::new(
//!     vec!["2023".into()],
//!     ["A", "B", "C", "D", "E", "F", "G", "H"].map(Unit::new).to_vec(),
//!     vec![Indicator::new("RD")],
//! )?;
//! for (unit, value) in [1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 90.0].into_iter().enumerate() {
//!     frame.set(0, unit, 0, value)?;
//! }
//! let framework = Framework::new(vec![Node::root("index"), Node::leaf("RD", "index", 1.0)])?;
//! let method: Method = toml::from_str(r#"
//!     [[steps]]
//!     step = "treat"
//!     rule = "winsorise"
//!     [[steps]]
//!     step = "aggregate"
//!     rule = "arithmetic"
//! "#)?;
//! let index = compute(&frame.build(), &framework, &method)?;
//! let treated = index.dataset("treat").unwrap();
//! assert_eq!(treated.get("RD", 0, 7), Some(7.0));
//! let why = &index.treatments()[0];
//! assert!(why.failed && why.winsorised.as_ref().is_some_and(|it| it.points == 1 && !it.failed));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use serde::Serialize;
use serde_json::{Map, Value};

use super::{Beyond, BoxCox, Limits, Log, LogGii, LogSigned, Test, Transformation, Winsorised};
use crate::method::{ParameterFault, ReadError, Table};
use crate::statistics::{Moments, moments};

/// Sets the largest or smallest values to the next; see the [module](self).
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Winsorise {
    /// The most points that are changed. Default 5.
    pub winmax: u32,
    /// Changes as near to `winmax` points as ties allow. Default false.
    pub force: bool,
    /// The fallback starts from the winsorised values. Default false.
    pub combine: bool,
    /// What is done when winsorising is not enough. Default: the logarithm.
    pub fallback: Fallback,
}

impl Default for Winsorise {
    fn default() -> Self {
        Self {
            winmax: 5,
            force: false,
            combine: false,
            fallback: Fallback::Log(Log::default()),
        }
    }
}

/// What is done when winsorising is not enough.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "rule", rename_all = "snake_case")]
#[non_exhaustive]
pub enum Fallback {
    /// Nothing: the winsorised values stand.
    None,
    /// The logarithm of the shifted values.
    Log(Log),
    /// The same, mirrored where the column is skewed to the left.
    LogSigned(LogSigned),
    /// The logarithm of the Global Innovation Index.
    LogGii(LogGii),
    /// The Box–Cox transformation.
    BoxCox(BoxCox),
}

const FALLBACKS: &[&str] = &["none", "log", "log_signed", "log_gii", "box_cox"];

impl Fallback {
    fn read(path: &str, value: Value) -> Result<Self, ReadError> {
        // A word alone is the rule with its defaults.
        let value = match value {
            Value::String(_) => Value::Object(Map::from_iter([("rule".to_owned(), value)])),
            other => other,
        };
        let mut table = Table::new(path, value)?;
        match table.needed_word("rule", FALLBACKS)? {
            "none" => table.end(&["rule"]).map(|()| Self::None),
            "log" => table.read(&["rule"]).map(Self::Log),
            "log_signed" => table.read(&["rule"]).map(Self::LogSigned),
            "log_gii" => table.read(&["rule"]).map(Self::LogGii),
            _ => table.read(&["rule"]).map(Self::BoxCox),
        }
    }

    pub(super) fn as_transformation(&self) -> Option<&dyn Transformation> {
        match self {
            Self::None => None,
            Self::Log(rule) => Some(rule),
            Self::LogSigned(rule) => Some(rule),
            Self::LogGii(rule) => Some(rule),
            Self::BoxCox(rule) => Some(rule),
        }
    }
}

impl Winsorise {
    pub(super) fn read(mut table: Table, taken: &[&str]) -> Result<Self, ReadError> {
        let plain = Self::default();
        let path = table.at("fallback");
        let fallback: Option<Value> = table.take("fallback")?;
        let fallback = fallback.map(|value| Fallback::read(&path, value));
        let read = Self {
            winmax: table.take("winmax")?.unwrap_or(plain.winmax),
            force: table.take("force")?.unwrap_or(plain.force),
            combine: table.take("combine")?.unwrap_or(plain.combine),
            fallback: fallback.transpose()?.unwrap_or(plain.fallback),
        };
        let own = ["winmax", "force", "combine", "fallback"];
        let known: Vec<&str> = taken.iter().chain(&own).copied().collect();
        table.end(&known)?;
        Ok(read)
    }

    pub(super) fn faults(&self) -> Vec<ParameterFault> {
        let fallback = self.fallback.as_transformation();
        fallback.map(Transformation::faults).unwrap_or_default()
    }

    /// The limits of values in rising order, and what comes of them. `treated` is space to work in.
    pub(super) fn limits(
        &self,
        sorted: &[f64],
        treated: &mut Vec<f64>,
        test: Test,
    ) -> (Limits, Winsorised) {
        treated.clear();
        treated.extend_from_slice(sorted);
        let winmax = usize::try_from(self.winmax).unwrap_or(usize::MAX);
        let mut tails = Tails::default();
        let mut found = moments(treated);
        while self.force || test.fails(&found) {
            let Some(next) = tails.next(treated, &found, winmax) else {
                break;
            };
            tails = next;
            tails.write(treated);
            found = moments(treated);
        }
        let limit = |points: usize, value: Option<&f64>| value.copied().filter(|_| points > 0);
        let (low, high) = (
            limit(tails.low, treated.first()),
            limit(tails.high, treated.last()),
        );
        let limits = Limits {
            low,
            high,
            beyond: Beyond::Limit,
        };
        let winsorised = Winsorised {
            points: tails.low + tails.high,
            low,
            high,
            failed: test.fails(&found),
            after: found,
            is_kept: true,
        };
        (limits, winsorised)
    }
}

/// How many values at each end are set to the next one inwards.
#[derive(Debug, Clone, Copy, Default)]
struct Tails {
    low: usize,
    high: usize,
}

impl Tails {
    /// The tails after one more step; none when no step may be taken.
    fn next(self, treated: &[f64], found: &Moments, winmax: usize) -> Option<Self> {
        let (first, last) = (treated.first()?, treated.last()?);
        // Without a skewness (a constant, or fewer than three values) there is no side to change.
        let next = if found.skewness? >= 0.0 {
            let high = treated.iter().filter(|&x| x >= last).count();
            Self { high, ..self }
        } else {
            let low = treated.iter().filter(|&x| x <= first).count();
            Self { low, ..self }
        };
        let stays = treated.get(next.low..treated.len().checked_sub(next.high)?)?;
        let leaves_two = stays.first()? < stays.last()?;
        (next.low + next.high <= winmax && leaves_two).then_some(next)
    }

    fn write(self, treated: &mut [f64]) {
        let inner = treated.len().saturating_sub(self.high);
        let low = treated.get(self.low).copied().unwrap_or_default();
        let high = inner.checked_sub(1).and_then(|it| treated.get(it)).copied();
        treated.iter_mut().take(self.low).for_each(|x| *x = low);
        let high = high.unwrap_or_default();
        treated.iter_mut().skip(inner).for_each(|x| *x = high);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn limits(rule: &Winsorise, values: &[f64]) -> (Limits, Winsorised) {
        let mut sorted = values.to_vec();
        sorted.sort_unstable_by(f64::total_cmp);
        rule.limits(&sorted, &mut Vec::new(), Test::default())
    }

    fn up_to(winmax: u32) -> Winsorise {
        Winsorise {
            winmax,
            ..Winsorise::default()
        }
    }

    const HIGH: [f64; 10] = [1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 90.0, 95.0];

    #[test]
    fn the_largest_values_are_set_to_the_next_until_the_column_passes() {
        let (found, record) = limits(&up_to(5), &[1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 900.0]);
        assert_eq!((found.low, found.high), (None, Some(8.0)));
        assert_eq!((record.points, record.failed), (1, false));
    }

    #[test]
    fn a_skew_to_the_left_is_winsorised_from_below() {
        let values = [-900.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0];
        let (found, record) = limits(&up_to(5), &values);
        assert_eq!((found.low, found.high), (Some(1.0), None));
        assert_eq!(record.points, 1);
    }

    #[test]
    fn a_tie_moves_as_one_or_not_at_all() {
        let values = [
            1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0,
        ];
        let mut tied = values.to_vec();
        tied.extend([900.0, 900.0]);
        let (found, record) = limits(&up_to(2), &tied);
        assert_eq!((found.high, record.points), (Some(9.0), 2));
        let (found, record) = limits(&up_to(1), &tied);
        assert_eq!((found.high, record.points, record.failed), (None, 0, true));
    }

    #[test]
    fn a_step_that_would_leave_one_value_is_not_taken() {
        let mut values = vec![0.0; 20];
        values.push(1.0);
        let (found, record) = limits(&up_to(5), &values);
        assert_eq!((found.high, record.points, record.failed), (None, 0, true));
    }

    #[test]
    fn force_goes_on_to_winmax_on_the_side_of_the_skewness() {
        let rule = Winsorise {
            force: true,
            ..up_to(3)
        };
        let (found, record) = limits(&rule, &HIGH);
        // Without 90 and 95 the column leans to the left.
        assert_eq!((found.low, found.high), (Some(2.0), Some(8.0)));
        assert_eq!((record.points, record.failed), (3, false));
    }

    #[test]
    fn two_values_or_a_constant_have_no_outliers() {
        for values in [&[1.0, 1000.0][..], &[4.0; 9], &[]] {
            let (_, record) = limits(&up_to(5), values);
            assert_eq!((record.points, record.failed), (0, false));
        }
    }
}
