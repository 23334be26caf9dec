//! Position score 位次得分: `(n − place + 1) ÷ n × scale`.
//!
//! The place is the rank in falling order: 1 for the best. With ties `"min"` equal figures share the
//! better place, with `"max"` the worse, with `"average"` the mean of their places. An indicator of which
//! less is better has its smallest figure in place 1.
//!
//! Source: 位次法, used in 市县党政领导科技进步目标责任制考核 and other assessments by rank (名次计分法).
//!
//! | parameter | meaning | default |
//! |---|---|---|
//! | `ties` | the place of equal figures: `"min"`, `"average"`, `"max"` | `"min"` |
//! | `scale` | the score of the best | 100 |
//! | `scope` | the figures that are counted: `"period"`, `"all_periods"`, `{ base = "2019" }` | `"period"` |
//!
//! A missing cell stays missing and is not counted. Equal figures, even all of them, are no fault. With a
//! base period a figure that is none of the base's takes the place after all better ones (`"min"`).
//!
//! ```
//! # use yanzhi_engine::*;
//! let mut frame = FrameBuilder::new(
//!     vec!["2023".into()],
//!     ["A", "B", "C", "D"].map(Unit::new).to_vec(),
//!     vec![Indicator::new("RD")],
//! )?;
//! for (unit, value) in [1.0, 7.0, 2.0, 2.0].into_iter().enumerate() {
//!     frame.set(0, unit, 0, value)?;
//! }
//! let framework = Framework::new(vec![Node::root("index"), Node::leaf("RD", "index", 1.0)])?;
//! let method: Method = toml::from_str(r#"
//!     [[steps]]
//!     step = "normalise"
//!     rule = "position_score"
//!     [[steps]]
//!     step = "aggregate"
//!     rule = "arithmetic"
//! "#)?;
//! let index = compute(&frame.build(), &framework, &method)?;
//! let scores: Vec<_> = (0..4).map(|unit| index.score(0, 0, unit)).collect();
//! assert_eq!(scores, [Some(25.0), Some(100.0), Some(75.0), Some(75.0)]);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use serde::{Deserialize, Serialize};

use super::Scope;
use super::rule::{Cell, Rule, Span, each};
use super::sorted::Sorted;
use crate::column::PartMut;
use crate::dataset::Parameter;
use crate::error::{Fault, RowFault};
use crate::frame::Direction;
use crate::method::ParameterFault;
use crate::statistics::TieRule;

/// `(n − place + 1) ÷ n × scale`; see the [module](self).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct PositionScore {
    /// The place of equal figures. Default: the better one.
    pub ties: TieRule,
    /// The score of the best. Default 100.
    pub scale: f64,
    /// The figures that are counted. Default: those of the same period.
    pub scope: Scope,
}

impl Default for PositionScore {
    fn default() -> Self {
        Self {
            ties: TieRule::Min,
            scale: 100.0,
            scope: Scope::Period,
        }
    }
}

impl Rule for PositionScore {
    type Fitted = Sorted;

    fn word(&self) -> &'static str {
        "position_score"
    }

    fn formula(&self, _direction: Direction) -> String {
        "(n − place + 1) ÷ n × scale".to_owned()
    }

    fn faults(&self) -> Vec<ParameterFault> {
        let scale = ParameterFault::unless_positive("scale", self.scale);
        scale.into_iter().collect()
    }

    fn scope(&self) -> &Scope {
        &self.scope
    }

    fn fit(&self, scope: &Span<'_>, sorted: &mut Sorted) -> Result<(), Fault> {
        sorted.fill(scope);
        Ok(())
    }

    fn apply(
        &self,
        sorted: &Sorted,
        period: &Span<'_>,
        scores: &mut PartMut<'_>,
    ) -> Result<(), RowFault> {
        let (direction, n) = (period.direction, sorted.n());
        each(period.cells, scores, |x| {
            let place = sorted.place(direction.turn(x), self.ties);
            (n - place + 1.0) / n * self.scale
        });
        Ok(())
    }

    fn parameters(&self, sorted: &Sorted, cell: Cell) -> Vec<Parameter> {
        let x = cell.x.map(|x| cell.direction.turn(x));
        let place = x.map(|x| Parameter::new("place", sorted.place(x, self.ties)));
        let n = Parameter::new("n", sorted.n());
        let scale = Parameter::new("scale", self.scale);
        place.into_iter().chain([n, scale]).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::scores;
    use super::*;
    use crate::frame::Direction::{HigherIsBetter, LowerIsBetter};

    fn by(ties: TieRule) -> PositionScore {
        PositionScore {
            ties,
            ..PositionScore::default()
        }
    }

    #[test]
    fn the_best_of_four_scores_all_and_the_last_a_quarter() {
        let cells = [Some(5.0), Some(2.0), None, Some(5.0), Some(9.0)];
        let expected = |tied: f64| [Some(tied), Some(25.0), None, Some(tied), Some(100.0)];
        let found = |ties| scores(&by(ties), HigherIsBetter, &cells);
        assert_eq!(found(TieRule::Min), expected(75.0));
        assert_eq!(found(TieRule::Average), expected(62.5));
        assert_eq!(found(TieRule::Max), expected(50.0));
        let lower = scores(&by(TieRule::Min), LowerIsBetter, &cells);
        assert_eq!(lower[1], Some(100.0));
        assert_eq!(lower[4], Some(25.0));
    }

    #[test]
    fn equal_figures_everywhere_share_the_first_place() {
        let found = scores(&by(TieRule::Min), HigherIsBetter, &[Some(3.0); 3]);
        assert_eq!(found, [Some(100.0); 3]);
    }

    #[test]
    fn the_scale_is_checked() {
        let rule = PositionScore {
            scale: f64::NAN,
            ..PositionScore::default()
        };
        assert_eq!(Rule::faults(&rule).len(), 1);
    }
}
