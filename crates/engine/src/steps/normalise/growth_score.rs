//! Growth score 增速得分: another rule applied to the growth on the period before.
//!
//! `growth = (x − before) ÷ before`; then the rule named in `by` scores the growth in the place of x, by
//! default min–max from 0 to 100. An indicator of which less is better should shrink: the rule gets its
//! direction.
//!
//! Source: 增速得分 of provincial assessments (高质量发展综合绩效评价), which score the year-on-year rate
//! (同比增速) by the same rules as levels.
//!
//! | parameter | meaning | default |
//! |---|---|---|
//! | `by` | the rule that scores the growth, with its parameters; not one of change itself | `{ rule = "min_max" }` |
//!
//! The first period has no growth, nor has a cell without a figure in the period before
//! ([`Missing::NoChange`]). Growth from a figure of zero or less is an error
//! ([`Fault::NonPositiveStart`](crate::Fault::NonPositiveStart)).
//!
//! ```
//! # use yanzhi_engine::*;
//! let mut frame = FrameBuilder::new(
//!     vec!["2022".into(), "2023".into()],
//!     vec![Unit::new("A"), Unit::new("B")],
//!     vec![Indicator::new("RD")],
//! )?;
//! for (period, unit, value) in [(0, 0, 100.0), (0, 1, 50.0), (1, 0, 110.0), (1, 1, 60.0)] {
//!     frame.set(period, unit, 0, value)?;
//! }
//! let framework = Framework::new(vec![Node::root("index"), Node::leaf("RD", "index", 1.0)])?;
//! let method: Method = toml::from_str(r#"
//!     [[steps]]
//!     step = "normalise"
//!     rule = "growth_score"
//!     by = { rule = "standard_ratio", standard = 0.2 }
//!     [[steps]]
//!     step = "aggregate"
//!     rule = "arithmetic"
//! "#)?;
//! let index = compute(&frame.build(), &framework, &method)?;
//! assert_eq!([0, 1].map(|unit| index.score(0, 0, unit)), [None, None]);
//! assert_eq!([0, 1].map(|unit| index.score(1, 0, unit)), [Some(50.0), Some(100.0)]);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use serde::Serialize;

use super::change::{Change, fit_size};
use super::rule::{Cell, Source};
use super::scaler::{AnyRule, Broken, Scaler};
use super::{MinMax, NormaliseRule};
use crate::column::Column;
use crate::dataset::Parameter;
use crate::frame::{Direction, Frame};
use crate::method::{ParameterFault, ReadError, Table};
use crate::missing::Missing;

/// A rule applied to the growth on the period before; see the [module](self).
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct GrowthScore {
    /// The rule that scores the growth. Default: min–max from 0 to 100.
    pub by: Box<NormaliseRule>,
}

impl Default for GrowthScore {
    fn default() -> Self {
        Self {
            by: Box::new(NormaliseRule::MinMax(MinMax::default())),
        }
    }
}

impl GrowthScore {
    pub(super) fn read(mut table: Table, taken: &[&str]) -> Result<Self, ReadError> {
        let by = table.table("by")?;
        let known: Vec<&str> = taken.iter().copied().chain(["by"]).collect();
        table.end(&known)?;
        let rule = by.map(NormaliseRule::read_simple).transpose()?;
        Ok(rule.map_or_else(Self::default, |rule| Self { by: Box::new(rule) }))
    }
}

impl AnyRule for GrowthScore {
    fn word(&self) -> &'static str {
        "growth_score"
    }

    fn formula(&self, direction: Direction) -> String {
        let (growth, by) = (Change::Growth.formula(), self.by.as_rule());
        format!(
            "growth = {growth}; with the growth for x: {}",
            by.formula(direction)
        )
    }

    fn faults(&self, frame: &Frame) -> Vec<ParameterFault> {
        self.by.as_rule().faults(frame)
    }

    fn bases(&self) -> Vec<&str> {
        self.by.as_rule().bases()
    }

    fn scaler(&self) -> Box<dyn Scaler> {
        Box::new(OfGrowth {
            growth: Column::missing(0, 0),
            by: self.by.as_rule().scaler(),
        })
    }
}

/// The rule made ready, with the growth of the column scored last.
#[derive(Debug)]
struct OfGrowth {
    growth: Column,
    by: Box<dyn Scaler>,
}

impl Scaler for OfGrowth {
    fn score(&mut self, source: &Source<'_>, scores: &mut Column) -> Result<(), Broken> {
        fit_size(&mut self.growth, source.column);
        Change::Growth.fill(source.column, &mut self.growth)?;
        let growth = Source {
            column: &self.growth,
            ..*source
        };
        self.by.score(&growth, scores)
    }

    fn parameters(&self, period: usize, cell: Cell) -> Vec<Parameter> {
        let growth = self.growth.get(period, cell.unit);
        let found = [("before", cell.before), ("growth", growth)].into_iter();
        let found = found.filter_map(|(name, value)| Some(Parameter::new(name, value?)));
        let mut parameters: Vec<Parameter> = found.collect();
        if growth.is_some() {
            let cell = Cell {
                x: growth,
                before: None,
                ..cell
            };
            parameters.extend(self.by.parameters(period, cell));
        }
        parameters
    }

    fn why_missing(&self, indicator: &str, period: usize, unit: usize) -> Missing {
        if self.growth.get(period, unit).is_some() {
            return self.by.why_missing(indicator, period, unit);
        }
        Missing::NoChange {
            indicator: indicator.to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{broken, panel};
    use super::*;
    use crate::error::Fault;
    use crate::frame::Direction::{HigherIsBetter, LowerIsBetter};

    const YEARS: [&[Option<f64>]; 2] = [
        &[Some(100.0), Some(50.0), Some(10.0), None],
        &[Some(110.0), Some(60.0), Some(9.0), Some(7.0)],
    ];

    #[test]
    fn the_growth_is_scored_and_not_the_level() {
        // Growth: 10 %, 20 %, −10 %.
        let higher = panel(&GrowthScore::default(), HigherIsBetter, &YEARS);
        assert_eq!(higher[0], [None; 4]);
        let expected = [200.0 / 3.0, 100.0, 0.0];
        for (found, expected) in higher[1].iter().zip(expected) {
            assert!((found.unwrap() - expected).abs() < 1e-9);
        }
        assert_eq!(higher[1][3], None);
        let lower = panel(&GrowthScore::default(), LowerIsBetter, &YEARS);
        assert_eq!((lower[1][1], lower[1][2]), (Some(0.0), Some(100.0)));
    }

    #[test]
    fn growth_from_nothing_is_a_fault() {
        let years: [&[Option<f64>]; 2] = [&[Some(1.0), Some(0.0)], &[Some(2.0), Some(3.0)]];
        let found = broken(&GrowthScore::default(), HigherIsBetter, &years);
        assert_eq!(found.fault, Fault::NonPositiveStart { value: 0.0 });
        assert_eq!((found.period, found.row), (Some(1), Some(1)));
    }

    #[test]
    fn one_period_alone_has_no_growth() {
        let found = panel(&GrowthScore::default(), HigherIsBetter, &YEARS[..1]);
        assert_eq!(found[0], [None; 4]);
    }
}
