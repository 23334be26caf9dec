//! Rank in rising order: the worst has rank 1, the best the highest.
//!
//! The rank is `worse + 1` with ties `"min"`, `no_better` with `"max"`, and their mean with `"average"`:
//! `worse` counts the figures worse than x, `no_better` those no better, x itself among them.
//!
//! Source: COINr's `n_rank` (`ties.method` = ties).
//!
//! | parameter | meaning | default |
//! |---|---|---|
//! | `ties` | what equal figures get of their ranks: `"min"`, `"average"`, `"max"` | `"min"` |
//! | `scope` | the figures that are counted: `"period"`, `"all_periods"`, `{ base = "2019" }` | `"period"` |
//!
//! A missing cell stays missing and is not counted. With a base period a figure that is none of the
//! base's is counted against them: it has rank `worse + 1` by `"min"`, `no_better` by `"max"`.
//! Equal figures, even all of them, are no fault.
//!
//! ```
//! # use yanzhi_engine::*;
//! let mut frame = FrameBuilder::new(
//!     vec!["2023".into()],
//!     ["A", "B", "C"].map(Unit::new).to_vec(),
//!     vec![Indicator::new("RD")],
//! )?;
//! for (unit, value) in [1.0, 7.0, 2.0].into_iter().enumerate() {
//!     frame.set(0, unit, 0, value)?;
//! }
//! let framework = Framework::new(vec![Node::root("index"), Node::leaf("RD", "index", 1.0)])?;
//! let method: Method = toml::from_str(r#"
//!     [[steps]]
//!     step = "normalise"
//!     rule = "rank"
//!     [[steps]]
//!     step = "aggregate"
//!     rule = "arithmetic"
//! "#)?;
//! let index = compute(&frame.build(), &framework, &method)?;
//! let scores: Vec<_> = (0..3).map(|unit| index.score(0, 0, unit)).collect();
//! assert_eq!(scores, [Some(1.0), Some(3.0), Some(2.0)]);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use serde::{Deserialize, Serialize};

use super::Scope;
use super::rule::{Cell, Rule, Span, each};
use super::sorted::{Sorted, rank_formula};
use crate::column::PartMut;
use crate::dataset::Parameter;
use crate::error::{Fault, RowFault};
use crate::frame::Direction;
use crate::method::ParameterFault;
use crate::statistics::TieRule;

/// The rank in rising order; see the [module](self).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct RankScore {
    /// What equal figures get. Default: the smallest of their ranks.
    pub ties: TieRule,
    /// The figures that are counted. Default: those of the same period.
    pub scope: Scope,
}

impl Default for RankScore {
    fn default() -> Self {
        Self {
            ties: TieRule::Min,
            scope: Scope::Period,
        }
    }
}

impl Rule for RankScore {
    type Fitted = Sorted;

    fn word(&self) -> &'static str {
        "rank"
    }

    fn formula(&self, _direction: Direction) -> String {
        rank_formula(self.ties).to_owned()
    }

    fn faults(&self) -> Vec<ParameterFault> {
        Vec::new()
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
        let direction = period.direction;
        each(period.cells, scores, |x| {
            sorted.rank(direction.turn(x), self.ties)
        });
        Ok(())
    }

    fn parameters(&self, sorted: &Sorted, cell: Cell) -> Vec<Parameter> {
        sorted.counts(cell)
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{panel, scores};
    use super::*;
    use crate::frame::Direction::{HigherIsBetter, LowerIsBetter};

    fn by(ties: TieRule) -> RankScore {
        RankScore {
            ties,
            ..RankScore::default()
        }
    }

    #[test]
    fn ties_share_the_rank_their_rule_says() {
        let cells = [Some(5.0), Some(2.0), None, Some(5.0), Some(9.0)];
        let ranks = |ties, direction| scores(&by(ties), direction, &cells);
        let expected = |tied: f64| [Some(tied), Some(1.0), None, Some(tied), Some(4.0)];
        assert_eq!(ranks(TieRule::Min, HigherIsBetter), expected(2.0));
        assert_eq!(ranks(TieRule::Average, HigherIsBetter), expected(2.5));
        assert_eq!(ranks(TieRule::Max, HigherIsBetter), expected(3.0));
        let lower = ranks(TieRule::Min, LowerIsBetter);
        assert_eq!(lower, [Some(2.0), Some(4.0), None, Some(2.0), Some(1.0)]);
    }

    #[test]
    fn equal_figures_everywhere_and_a_single_one_have_ranks() {
        let same = scores(
            &by(TieRule::Average),
            HigherIsBetter,
            &[Some(0.0), Some(-0.0)],
        );
        assert_eq!(same, [Some(1.5), Some(1.5)]);
        let one = scores(&by(TieRule::Min), LowerIsBetter, &[Some(3.0), None]);
        assert_eq!(one, [Some(1.0), None]);
    }

    #[test]
    fn figures_are_counted_against_the_scope() {
        let periods: [&[Option<f64>]; 2] = [&[Some(1.0), Some(3.0)], &[Some(2.0), Some(4.0)]];
        let with = |scope| RankScore {
            scope,
            ..RankScore::default()
        };
        let all = panel(&with(Scope::AllPeriods), HigherIsBetter, &periods);
        assert_eq!(all.concat(), [Some(1.0), Some(3.0), Some(2.0), Some(4.0)]);
        let base = panel(&with(Scope::Base("2021".into())), HigherIsBetter, &periods);
        assert_eq!(base.concat(), [Some(1.0), Some(2.0), Some(2.0), Some(3.0)]);
    }
}
