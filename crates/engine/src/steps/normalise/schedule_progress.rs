//! Schedule progress 时序进度: `(x − base) ÷ (expected − base) × scale`, on a straight line to the target.
//!
//! `expected = base + (target − base) × elapsed`, where `elapsed` is the share of the time from the end of
//! the base period to the end of the target period that has passed at the end of the period scored. After
//! the target period the target itself is expected. 100 is on schedule, less is behind, more is ahead; the
//! same formula serves an indicator of which less is better, whose target is below its base.
//!
//! Source: 时序进度 of annual and mid-term evaluations of plans (规划实施中期评估): actual change over the
//! change that the calendar asks for.
//!
//! | parameter | meaning | default |
//! |---|---|---|
//! | `base` | the figure in the base period | each unit's own |
//! | `base_period` | where the line begins, such as `"2020"` | – |
//! | `target` | the figure to be reached | – |
//! | `target_period` | by when, such as `"2027"`; it need not be in the data | – |
//! | `cap` | the progress above which nothing more is gained, if `capped` | 1 |
//! | `capped` | whether the cap holds | false |
//! | `scale` | the score of being on schedule | 100 |
//!
//! Periods are read as `2023`, `2023H1`, `2023Q1`, `2023-03`, `2023-01..2023-08` or `2021/2025`. In the base
//! period and before it nothing is expected yet: such cells have no score
//! ([`Missing::NotBegun`]), nor has a unit without a figure of its own in the base
//! period where that is the base ([`Missing::NoBase`]). A target that is no better
//! than the base is an error ([`Fault::TargetNotBetter`]).
//!
//! ```
//! # use yanzhi_engine::*;
//! let mut frame = FrameBuilder::new(
//!     vec!["2023".into()],
//!     vec![Unit::new("Ningbo")],
//!     vec![Indicator::new("RD_GDP")],
//! )?;
//! frame.set(0, 0, 0, 3.08)?;
//! let framework = Framework::new(vec![Node::root("index"), Node::leaf("RD_GDP", "index", 1.0)])?;
//! let method: Method = toml::from_str(r#"
//!     [[steps]]
//!     step = "normalise"
//!     [steps.indicators.RD_GDP]
//!     rule = "schedule_progress"
//!     base = 2.85
//!     base_period = "2020"
//!     target = 3.75
//!     target_period = "2027"
//!     [[steps]]
//!     step = "aggregate"
//!     rule = "arithmetic"
//! "#)?;
//! let index = compute(&frame.build(), &framework, &method)?;
//! let progress = index.score(0, 0, 0).unwrap(); // 0.23 of the 0.386 that three of seven years ask for
//! assert!((progress - 59.63).abs() < 0.01);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use serde::{Deserialize, Serialize};

use super::rule::{Cell, Rule, Span};
use super::schedule::{elapsed, end_of};
use crate::column::PartMut;
use crate::dataset::Parameter;
use crate::error::{Fault, RowFault};
use crate::frame::{Direction, Frame};
use crate::method::ParameterFault;
use crate::missing::Missing;

/// `(x − base) ÷ (expected − base) × scale`; see the [module](self).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct ScheduleProgress {
    /// The figure in the base period. Default: each unit's own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub base: Option<f64>,
    /// Where the line begins. Required.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub base_period: Option<String>,
    /// The figure to be reached. Required.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub target: Option<f64>,
    /// By when. Required.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub target_period: Option<String>,
    /// The progress above which nothing more is gained, if it is capped. Default 1.
    pub cap: f64,
    /// Whether the cap holds. Default false.
    pub capped: bool,
    /// The score of being on schedule. Default 100.
    pub scale: f64,
}

impl Default for ScheduleProgress {
    fn default() -> Self {
        Self {
            base: None,
            base_period: None,
            target: None,
            target_period: None,
            cap: 1.0,
            capped: false,
            scale: 100.0,
        }
    }
}

/// The base of every unit, and how much of the time has passed; 0 before the schedule begins.
#[derive(Debug, Default)]
pub(crate) struct Line {
    bases: Vec<Option<f64>>,
    elapsed: f64,
}

impl ScheduleProgress {
    /// A schedule that ends before it begins.
    fn backwards(&self) -> Option<ParameterFault> {
        let (base, target) = (self.base_period.as_ref()?, self.target_period.as_ref()?);
        let is_backwards = end_of(base)? >= end_of(target)?;
        is_backwards.then(|| ParameterFault::NotEarlier {
            first: "base_period",
            first_period: base.clone(),
            second: "target_period",
            second_period: target.clone(),
        })
    }

    fn progress(&self, x: f64, base: f64, line: &Line, turn: Direction) -> Result<f64, Fault> {
        let target = self.target.unwrap_or(base);
        if turn.turn(target - base) <= 0.0 {
            let than = base;
            return Err(Fault::TargetNotBetter { target, than });
        }
        let most = if self.capped { self.cap } else { f64::INFINITY };
        let share = (x - base) / (expected(base, target, line.elapsed) - base);
        Ok(share.min(most) * self.scale)
    }
}

fn expected(base: f64, target: f64, elapsed: f64) -> f64 {
    base + (target - base) * elapsed
}

impl Rule for ScheduleProgress {
    type Fitted = Line;

    fn word(&self) -> &'static str {
        "schedule_progress"
    }

    fn formula(&self, _direction: Direction) -> String {
        let share = "(x − base) ÷ (expected − base)";
        let share = if self.capped {
            format!("min({share}, cap)")
        } else {
            share.to_owned()
        };
        format!("{share} × scale; expected = base + (target − base) × elapsed")
    }

    fn faults(&self) -> Vec<ParameterFault> {
        let periods = [
            ("base_period", &self.base_period),
            ("target_period", &self.target_period),
        ];
        let missing = periods.map(|(name, it)| ParameterFault::unless_given(name, it.as_ref()));
        let unread = periods.map(|(name, period)| {
            let period = period.as_ref().filter(|it| end_of(it).is_none())?;
            Some(ParameterFault::unreadable(name, period))
        });
        let backwards = self.backwards();
        let no_target = ParameterFault::unless_given("target", self.target.as_ref());
        let values = [("base", self.base), ("target", self.target)];
        let values = values.map(|(name, it)| ParameterFault::unless_finite(name, it?));
        let others = [("cap", self.cap), ("scale", self.scale)];
        let others = others.map(|(name, it)| ParameterFault::unless_positive(name, it));
        let periods = missing.into_iter().chain(unread).chain([backwards]);
        let numbers = [no_target].into_iter().chain(values).chain(others);
        periods.chain(numbers).flatten().collect()
    }

    fn strangers(&self, frame: &Frame) -> Vec<ParameterFault> {
        let periods = frame.periods().iter();
        let unread = periods.filter(|period| end_of(period).is_none());
        let fault = |period: &String| ParameterFault::unreadable("periods", period);
        unread.map(fault).collect()
    }

    fn bases(&self) -> Vec<&str> {
        let own = self.base_period.as_deref();
        own.filter(|_| self.base.is_none()).into_iter().collect()
    }

    fn fit(&self, scope: &Span<'_>, line: &mut Line) -> Result<(), Fault> {
        let (periods, units) = (scope.source.frame.periods(), scope.source.frame.units());
        let now = scope.period.and_then(|period| periods.get(period));
        let ends = now.zip(self.base_period.as_ref().zip(self.target_period.as_ref()));
        line.elapsed = ends
            .and_then(|(now, (base, target))| elapsed(now, base, target))
            .unwrap_or_default();
        line.bases.clear();
        if self.base.is_some() {
            line.bases.resize(units.len(), self.base);
            return Ok(());
        }
        let base = self.base_period.as_ref();
        let base = periods.iter().position(|it| Some(it) == base);
        let own = scope.source.column.period(base.unwrap_or(periods.len()));
        let own = own.values.iter().zip(own.present);
        let own = own.map(|(value, present)| present.then_some(*value));
        line.bases.extend(own);
        Ok(())
    }

    fn apply(
        &self,
        line: &Line,
        period: &Span<'_>,
        scores: &mut PartMut<'_>,
    ) -> Result<(), RowFault> {
        let out = scores.values.iter_mut().zip(scores.present.iter_mut());
        let cells = period.cells.values.iter().zip(&line.bases).zip(out);
        for (row, ((&x, base), (score, present))) in cells.enumerate() {
            let base = base.filter(|_| *present && line.elapsed > 0.0);
            let found = base.map(|base| self.progress(x, base, line, period.direction));
            let found = found.transpose().map_err(|fault| RowFault { row, fault })?;
            *present = found.is_some();
            *score = found.unwrap_or_default();
        }
        Ok(())
    }

    fn parameters(&self, line: &Line, cell: Cell) -> Vec<Parameter> {
        let base = line.bases.get(cell.unit).copied().flatten();
        let target = self.target.unwrap_or_default();
        let expected = base.map(|base| expected(base, target, line.elapsed));
        let found = [
            ("base", base),
            ("target", Some(target)),
            ("elapsed", Some(line.elapsed)),
            ("expected", expected),
            ("cap", Some(self.cap).filter(|_| self.capped)),
            ("scale", Some(self.scale)),
        ];
        let found = found.into_iter();
        found
            .filter_map(|(name, value)| Some(Parameter::new(name, value?)))
            .collect()
    }

    fn why_missing(&self, line: &Line, indicator: &str) -> Missing {
        let indicator = indicator.to_owned();
        if line.elapsed > 0.0 {
            Missing::NoBase { indicator }
        } else {
            Missing::NotBegun { indicator }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{broken, panel};
    use super::*;
    use crate::frame::Direction::{HigherIsBetter, LowerIsBetter};

    /// From 2021 to 2023: half of the way lies behind at the end of 2022.
    fn plan(base: Option<f64>, target: f64) -> ScheduleProgress {
        ScheduleProgress {
            base,
            base_period: Some("2021".into()),
            target: Some(target),
            target_period: Some("2023".into()),
            ..ScheduleProgress::default()
        }
    }

    #[test]
    fn half_of_the_way_is_expected_after_half_of_the_time() {
        let rule = plan(Some(2.0), 4.0);
        let years: [&[Option<f64>]; 4] = [&[Some(2.0)], &[Some(3.0)], &[Some(3.0)], &[Some(5.0)]];
        let found = panel(&rule, HigherIsBetter, &years).concat();
        assert_eq!(found, [None, Some(100.0), Some(50.0), Some(150.0)]);
        let capped = ScheduleProgress {
            capped: true,
            ..rule
        };
        assert_eq!(panel(&capped, HigherIsBetter, &years)[3], [Some(100.0)]);
    }

    #[test]
    fn every_unit_starts_from_its_own_figure() {
        let years: [&[Option<f64>]; 2] = [
            &[Some(2.0), Some(0.0), None],
            &[Some(2.5), Some(2.0), Some(3.0)],
        ];
        let found = panel(&plan(None, 4.0), HigherIsBetter, &years);
        assert_eq!(found[1], [Some(50.0), Some(100.0), None]);
    }

    #[test]
    fn where_less_is_better_the_line_falls() {
        let years: [&[Option<f64>]; 2] = [&[Some(5.0)], &[Some(4.0)]];
        let found = panel(&plan(Some(5.0), 4.0), LowerIsBetter, &years);
        assert_eq!(found[1], [Some(200.0)]);
        let found = broken(&plan(Some(4.0), 5.0), LowerIsBetter, &years);
        let (target, than) = (5.0, 4.0);
        assert_eq!(found.fault, Fault::TargetNotBetter { target, than });
    }

    #[test]
    fn parameters_are_checked() {
        assert_eq!(Rule::faults(&ScheduleProgress::default()).len(), 3);
        assert_eq!(Rule::faults(&plan(None, 4.0)), []);
        let late = ScheduleProgress {
            target_period: Some("2020".into()),
            ..plan(None, 4.0)
        };
        assert_eq!(Rule::faults(&late).len(), 1);
        let odd = ScheduleProgress {
            target_period: Some("soon".into()),
            ..plan(None, 4.0)
        };
        assert_eq!(Rule::faults(&odd).len(), 1);
    }
}
