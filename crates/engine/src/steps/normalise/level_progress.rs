//! Level and progress 水平与进步: `alpha × level + (1 − alpha) × progress`.
//!
//! The level is the score of the figure by the rule `level`. The progress is the score of its change on the
//! period before by the same rule, with the parameters in `progress` in the place of those that do not fit
//! a change (a standard, goalposts), or by another rule named there. Both look the same way: where less is
//! better, so is a fall.
//!
//! Source: 全国科技进步统计监测 and Zhejiang's 市县科技进步统计监测, which rank the level and the change on
//! last year and join the two.
//!
//! | parameter | meaning | default |
//! |---|---|---|
//! | `alpha` | the share of the level | 0.5 |
//! | `level` | the rule of the level, with its parameters; not one of change itself | `{ rule = "min_max" }` |
//! | `progress` | what differs for the change | nothing |
//! | `change` | `"difference"` `x − before`, or `"growth"` `(x − before) ÷ before` | `"difference"` |
//! | `first` | the first period, which has no change: `"level"` alone, or `"missing"` | `"level"` |
//!
//! In later periods a unit without a figure in the period before has no score
//! ([`Missing::NoChange`]): otherwise a gap would spare it the judgement of its progress. Growth from a
//! figure of zero or less is an error ([`Fault::NonPositiveStart`](crate::Fault::NonPositiveStart)).
//!
//! ```
//! # use yanzhi_engine::*;
//! let mut frame = FrameBuilder::new(
//!     vec!["2022".into(), "2023".into()],
//!     vec![Unit::new("A")],
//!     vec![Indicator::new("RD_GDP")],
//! )?;
//! frame.set(0, 0, 0, 2.0)?;
//! frame.set(1, 0, 0, 2.25)?;
//! let framework = Framework::new(vec![Node::root("index"), Node::leaf("RD_GDP", "index", 1.0)])?;
//! let method: Method = toml::from_str(r#"
//!     [[steps]]
//!     step = "normalise"
//!     [steps.indicators.RD_GDP]
//!     rule = "level_progress"
//!     alpha = 0.75
//!     level = { rule = "standard_ratio", standard = 2.5 }
//!     progress = { standard = 0.5 }
//!     [[steps]]
//!     step = "aggregate"
//!     rule = "arithmetic"
//! "#)?;
//! let index = compute(&frame.build(), &framework, &method)?;
//! assert_eq!(index.score(0, 0, 0), Some(80.0)); // the first year: its level
//! assert_eq!(index.score(1, 0, 0), Some(80.0)); // 0.75 × 90 + 0.25 × 50
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use serde::{Deserialize, Serialize};
use serde_json::json;

use super::NormaliseRule;
use super::change::{Change, fit_size};
use super::rule::{Cell, Source};
use super::scaler::{AnyRule, Broken, Scaler};
use crate::column::{Column, PartMut};
use crate::dataset::Parameter;
use crate::frame::{Direction, Frame};
use crate::method::{ParameterFault, ReadError, Table};
use crate::missing::Missing;

/// `alpha × level + (1 − alpha) × progress`; see the [module](self).
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct LevelProgress {
    /// How level and progress are joined.
    #[serde(flatten)]
    pub join: Join,
    /// The rule of the level.
    pub level: Box<NormaliseRule>,
    /// The rule of the change.
    pub progress: Box<NormaliseRule>,
}

/// How level and progress are joined.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Join {
    /// The share of the level. Default 0.5.
    pub alpha: f64,
    /// What the change is. Default: the difference.
    pub change: Change,
    /// What the first period gets. Default: its level.
    pub first: First,
}

/// What the first period gets, which has no change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum First {
    /// Its level alone.
    #[default]
    Level,
    /// No score.
    Missing,
}

impl Default for Join {
    fn default() -> Self {
        Self {
            alpha: 0.5,
            change: Change::Difference,
            first: First::Level,
        }
    }
}

impl LevelProgress {
    pub(super) fn read(mut table: Table, taken: &[&str]) -> Result<Self, ReadError> {
        let level = match table.table("level")? {
            Some(own) => own,
            None => Table::new(&table.at("level"), json!({ "rule": "min_max" }))?,
        };
        let progress = match table.table("progress")? {
            Some(own) => own.or_of_same_rule(&level),
            None => level.clone(),
        };
        let taken: Vec<&str> = taken.iter().copied().chain(["level", "progress"]).collect();
        Ok(Self {
            join: table.read(&taken)?,
            level: Box::new(NormaliseRule::read_simple(level)?),
            progress: Box::new(NormaliseRule::read_simple(progress)?),
        })
    }
}

impl AnyRule for LevelProgress {
    fn word(&self) -> &'static str {
        "level_progress"
    }

    fn formula(&self, direction: Direction) -> String {
        let [level, progress] = [&self.level, &self.progress].map(|it| it.as_rule());
        let (level, progress) = (level.formula(direction), progress.formula(direction));
        let change = self.join.change.formula();
        format!(
            "alpha × level + (1 − alpha) × progress; level = {level}; change = {change}; \
             progress, with the change for x, = {progress}"
        )
    }

    fn faults(&self, frame: &Frame) -> Vec<ParameterFault> {
        let mut faults: Vec<_> = ParameterFault::unless_share("alpha", self.join.alpha)
            .into_iter()
            .collect();
        faults.extend(self.level.as_rule().faults(frame));
        faults.extend(self.progress.as_rule().faults(frame));
        faults
    }

    fn bases(&self) -> Vec<&str> {
        let mut bases = self.level.as_rule().bases();
        bases.extend(self.progress.as_rule().bases());
        bases
    }

    fn scaler(&self) -> Box<dyn Scaler> {
        let nothing = || Column::missing(0, 0);
        Box::new(OfBoth {
            join: self.join,
            level: self.level.as_rule().scaler(),
            progress: self.progress.as_rule().scaler(),
            levels: nothing(),
            changes: nothing(),
            progresses: nothing(),
        })
    }
}

/// Both rules made ready, with what they made of the column scored last.
#[derive(Debug)]
struct OfBoth {
    join: Join,
    level: Box<dyn Scaler>,
    progress: Box<dyn Scaler>,
    levels: Column,
    changes: Column,
    progresses: Column,
}

impl OfBoth {
    fn join(&self, period: usize, scores: &mut PartMut<'_>) {
        let (levels, progresses) = (self.levels.period(period), self.progresses.period(period));
        let is_level_enough = period == 0 && self.join.first == First::Level;
        let present = levels.present.iter().zip(progresses.present);
        let values = levels.values.iter().zip(progresses.values);
        let out = scores.values.iter_mut().zip(scores.present.iter_mut());
        for (((level, progress), (has_level, has_progress)), (score, is_present)) in
            values.zip(present).zip(out)
        {
            *is_present = *has_level && (*has_progress || is_level_enough);
            *score = match (*is_present, *has_progress) {
                (false, _) => 0.0,
                (true, false) => *level,
                (true, true) => self.join.alpha * level + (1.0 - self.join.alpha) * progress,
            };
        }
    }
}

impl Scaler for OfBoth {
    fn score(&mut self, source: &Source<'_>, scores: &mut Column) -> Result<(), Broken> {
        for scratch in [&mut self.levels, &mut self.changes, &mut self.progresses] {
            fit_size(scratch, source.column);
        }
        self.level.score(source, &mut self.levels)?;
        self.join.change.fill(source.column, &mut self.changes)?;
        let changes = Source {
            column: &self.changes,
            ..*source
        };
        self.progress.score(&changes, &mut self.progresses)?;
        for (period, mut cells) in scores.periods_mut().enumerate() {
            self.join(period, &mut cells);
        }
        Ok(())
    }

    fn parameters(&self, period: usize, cell: Cell) -> Vec<Parameter> {
        let change = self.changes.get(period, cell.unit);
        let found = [
            ("alpha", Some(self.join.alpha)),
            ("level", self.levels.get(period, cell.unit)),
            ("before", cell.before),
            ("change", change),
            ("progress", self.progresses.get(period, cell.unit)),
        ];
        let found = found.into_iter();
        let mut parameters: Vec<Parameter> = found
            .filter_map(|(name, value)| Some(Parameter::new(name, value?)))
            .collect();
        let level = self.level.parameters(period, cell).into_iter();
        parameters.extend(level.map(|it| named("level", &it)));
        if change.is_some() {
            let of_change = Cell {
                x: change,
                before: None,
                ..cell
            };
            let progress = self.progress.parameters(period, of_change).into_iter();
            parameters.extend(progress.map(|it| named("progress", &it)));
        }
        parameters
    }

    fn why_missing(&self, indicator: &str, period: usize, unit: usize) -> Missing {
        if self.levels.get(period, unit).is_none() {
            return self.level.why_missing(indicator, period, unit);
        }
        if self.changes.get(period, unit).is_some() {
            return self.progress.why_missing(indicator, period, unit);
        }
        Missing::NoChange {
            indicator: indicator.to_owned(),
        }
    }
}

fn named(of: &str, parameter: &Parameter) -> Parameter {
    Parameter::new(&format!("{of}.{}", parameter.name), parameter.value)
}

#[cfg(test)]
mod tests {
    use super::super::tests::{broken, panel};
    use super::super::{MinMax, StandardRatio};
    use super::*;
    use crate::error::Fault;
    use crate::frame::Direction::{HigherIsBetter, LowerIsBetter};

    fn by_min_max(join: Join) -> LevelProgress {
        let rule = || Box::new(NormaliseRule::MinMax(MinMax::default()));
        LevelProgress {
            join,
            level: rule(),
            progress: rule(),
        }
    }

    /// Levels of the second year 0, 100, 50, 25; changes +2, +1, 0, none.
    const YEARS: [&[Option<f64>]; 2] = [
        &[Some(0.0), Some(5.0), Some(4.0), None],
        &[Some(2.0), Some(6.0), Some(4.0), Some(3.0)],
    ];

    #[test]
    fn level_and_progress_are_joined_in_their_shares() {
        let join = Join {
            alpha: 0.75,
            ..Join::default()
        };
        let found = panel(&by_min_max(join), HigherIsBetter, &YEARS);
        assert_eq!(found[0], [Some(0.0), Some(100.0), Some(80.0), None]);
        assert_eq!(found[1], [Some(25.0), Some(87.5), Some(37.5), None]);
    }

    #[test]
    fn the_first_period_may_have_no_score() {
        let join = Join {
            first: First::Missing,
            ..Join::default()
        };
        let found = panel(&by_min_max(join), HigherIsBetter, &YEARS);
        assert_eq!(found[0], [None; 4]);
    }

    #[test]
    fn a_fall_is_progress_where_less_is_better() {
        let rule = by_min_max(Join {
            alpha: 0.0,
            ..Join::default()
        });
        let found = panel(&rule, LowerIsBetter, &YEARS);
        assert_eq!(found[1], [Some(0.0), Some(50.0), Some(100.0), None]);
    }

    #[test]
    fn growth_can_be_the_change() {
        let standard = |standard| {
            Box::new(NormaliseRule::StandardRatio(StandardRatio {
                standard: Some(standard),
                ..StandardRatio::default()
            }))
        };
        let join = Join {
            change: Change::Growth,
            ..Join::default()
        };
        let (level, progress) = (standard(10.0), standard(0.5));
        let rule = LevelProgress {
            join,
            level,
            progress,
        };
        let found = panel(&rule, HigherIsBetter, &[&[Some(4.0)], &[Some(5.0)]]);
        // Level 50, growth 25 % of the 50 % that score 100.
        assert_eq!(found.concat(), [Some(40.0), Some(50.0)]);
        let found = broken(&rule, HigherIsBetter, &[&[Some(0.0)], &[Some(5.0)]]);
        assert_eq!(found.fault, Fault::NonPositiveStart { value: 0.0 });
    }

    #[test]
    fn alpha_is_a_share() {
        let frame = crate::testing::frame(&["X"], &[&[&[Some(1.0)]]]);
        let rule = by_min_max(Join {
            alpha: 1.5,
            ..Join::default()
        });
        assert_eq!(rule.faults(&frame).len(), 1);
    }
}
