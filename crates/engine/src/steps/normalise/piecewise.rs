//! Piecewise score 分段计分: straight lines between anchors, each a value with its score.
//!
//! Between two anchors the score is
//! `from_score + (x − from) ÷ (to − from) × (to_score − from_score)`. Beyond the first and the last the
//! score is theirs (`beyond = "hold"`), or the outermost line goes on (`"extend"`). The anchors say which
//! way is better, so the direction of the indicator changes nothing; they may also rise and fall, for an
//! indicator of which a middle value is best (适度指标).
//!
//! Source: 分段计分法 of official assessments; the same as a piecewise linear value function (Keeney and
//! Raiffa 1976, *Decisions with Multiple Objectives*, ch. 3).
//!
//! | parameter | meaning | default |
//! |---|---|---|
//! | `anchors` | pairs of value and score, values rising: `[[0, 0], [2, 60], [4, 100]]` | – |
//! | `beyond` | `"hold"` or `"extend"` | `"hold"` |
//!
//! A missing cell stays missing. Nothing is taken from the data.
//!
//! ```
//! # use yanzhi_engine::*;
//! let mut frame = FrameBuilder::new(
//!     vec!["2023".into()],
//!     ["A", "B", "C"].map(Unit::new).to_vec(),
//!     vec![Indicator::new("RD_GDP")],
//! )?;
//! for (unit, value) in [1.0, 3.0, 5.0].into_iter().enumerate() {
//!     frame.set(0, unit, 0, value)?;
//! }
//! let framework = Framework::new(vec![Node::root("index"), Node::leaf("RD_GDP", "index", 1.0)])?;
//! let method: Method = toml::from_str(r#"
//!     [[steps]]
//!     step = "normalise"
//!     [steps.indicators.RD_GDP]
//!     rule = "piecewise"
//!     anchors = [[0, 0], [2, 60], [4, 100]]
//!     [[steps]]
//!     step = "aggregate"
//!     rule = "arithmetic"
//! "#)?;
//! let index = compute(&frame.build(), &framework, &method)?;
//! let scores: Vec<_> = (0..3).map(|unit| index.score(0, 0, unit)).collect();
//! assert_eq!(scores, [Some(30.0), Some(80.0), Some(100.0)]);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use serde::{Deserialize, Serialize};

use super::rule::{Cell, Rule, Span, each};
use crate::column::PartMut;
use crate::dataset::Parameter;
use crate::error::{Fault, RowFault};
use crate::frame::Direction;
use crate::method::ParameterFault;

/// Straight lines between anchors; see the [module](self).
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Piecewise {
    /// Pairs of value and score, by rising values. At least two.
    pub anchors: Vec<[f64; 2]>,
    /// The score beyond the first and the last anchor. Default: theirs.
    pub beyond: Beyond,
}

/// What is scored beyond the outermost anchors.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Beyond {
    /// The score of the anchor.
    #[default]
    Hold,
    /// The score on the outermost line.
    Extend,
}

/// One straight line.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Line {
    from: [f64; 2],
    to: [f64; 2],
}

impl Line {
    fn score(self, x: f64) -> f64 {
        let ([from, from_score], [to, to_score]) = (self.from, self.to);
        from_score + (x - from) / (to - from) * (to_score - from_score)
    }
}

impl Piecewise {
    /// The line a value lies on; an anchor belongs to the line that starts there.
    fn line(&self, x: f64) -> Option<Line> {
        let last_start = self.anchors.len().checked_sub(2)?;
        let after = self.anchors.partition_point(|[value, _]| *value <= x);
        let start = after.saturating_sub(1).min(last_start);
        let (from, to) = (self.anchors.get(start)?, self.anchors.get(start + 1)?);
        Some(Line {
            from: *from,
            to: *to,
        })
    }

    fn score(&self, x: f64) -> f64 {
        let Some(line) = self.line(x) else {
            return 0.0;
        };
        match self.beyond {
            Beyond::Hold if x <= line.from[0] => line.from[1],
            Beyond::Hold if x >= line.to[0] => line.to[1],
            Beyond::Hold | Beyond::Extend => line.score(x),
        }
    }
}

impl Rule for Piecewise {
    type Fitted = ();

    fn word(&self) -> &'static str {
        "piecewise"
    }

    fn formula(&self, _direction: Direction) -> String {
        let x = match self.beyond {
            Beyond::Hold => "(x cut to first…last − from)",
            Beyond::Extend => "(x − from)",
        };
        format!("from_score + {x} ÷ (to − from) × (to_score − from_score)")
    }

    fn faults(&self) -> Vec<ParameterFault> {
        let (name, found, needed) = ("anchors", self.anchors.len(), 2);
        let short = (found < needed).then_some(ParameterFault::TooFew {
            name,
            found,
            needed,
        });
        let numbers = self.anchors.iter().flatten();
        let infinite = numbers.filter_map(|it| ParameterFault::unless_finite(name, *it));
        let pairs = self.anchors.iter().zip(self.anchors.iter().skip(1));
        let falls = |([before, _], [after, _]): (&[f64; 2], &[f64; 2])| {
            let rises = before < after;
            (!rises).then_some(ParameterFault::NotRising {
                name,
                before: *before,
                after: *after,
            })
        };
        let falling = pairs.filter_map(falls);
        short.into_iter().chain(infinite).chain(falling).collect()
    }

    fn fit(&self, _scope: &Span<'_>, (): &mut ()) -> Result<(), Fault> {
        Ok(())
    }

    fn apply(&self, (): &(), period: &Span<'_>, scores: &mut PartMut<'_>) -> Result<(), RowFault> {
        each(period.cells, scores, |x| self.score(x));
        Ok(())
    }

    fn parameters(&self, (): &(), cell: Cell) -> Vec<Parameter> {
        let Some(line) = cell.x.and_then(|x| self.line(x)) else {
            return Vec::new();
        };
        vec![
            Parameter::new("from", line.from[0]),
            Parameter::new("from_score", line.from[1]),
            Parameter::new("to", line.to[0]),
            Parameter::new("to_score", line.to[1]),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::scores;
    use super::*;
    use crate::frame::Direction::{HigherIsBetter, LowerIsBetter};

    fn anchors(anchors: &[[f64; 2]]) -> Piecewise {
        Piecewise {
            anchors: anchors.to_vec(),
            beyond: Beyond::Hold,
        }
    }

    #[test]
    fn scores_lie_on_the_lines_and_hold_beyond() {
        let rule = anchors(&[[0.0, 0.0], [2.0, 60.0], [4.0, 100.0]]);
        let cells = [1.0, 2.0, 3.0, 4.0, 0.0, -5.0, 9.0].map(Some);
        let expected = [30.0, 60.0, 80.0, 100.0, 0.0, 0.0, 100.0].map(Some);
        assert_eq!(scores(&rule, HigherIsBetter, &cells), expected);
        let extended = Piecewise {
            beyond: Beyond::Extend,
            ..rule
        };
        let found = scores(&extended, HigherIsBetter, &[Some(-1.0), Some(5.0), None]);
        assert_eq!(found, [Some(-30.0), Some(120.0), None]);
    }

    #[test]
    fn anchors_say_which_way_is_better() {
        let falling = anchors(&[[0.3, 100.0], [0.5, 0.0]]);
        let found = scores(&falling, LowerIsBetter, &[Some(0.4), Some(0.2)]);
        assert!((found[0].unwrap() - 50.0).abs() < 1e-12);
        assert_eq!(found[1], Some(100.0));
        let middle = anchors(&[[0.0, 0.0], [1.0, 100.0], [3.0, 0.0]]);
        let found = scores(&middle, HigherIsBetter, &[Some(0.5), Some(1.0), Some(2.0)]);
        assert_eq!(found, [Some(50.0), Some(100.0), Some(50.0)]);
    }

    #[test]
    fn anchors_must_rise_and_be_two_at_least() {
        assert_eq!(Rule::faults(&anchors(&[[1.0, 2.0]])).len(), 1);
        let twice = anchors(&[[1.0, 2.0], [1.0, 3.0], [2.0, f64::NAN]]);
        let found = Rule::faults(&twice);
        assert_eq!(found.len(), 2);
        assert_eq!(
            found[1],
            ParameterFault::NotRising {
                name: "anchors",
                before: 1.0,
                after: 1.0
            }
        );
    }
}
