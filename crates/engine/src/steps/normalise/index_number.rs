//! Index number 指数: `x ÷ base × scale`, the figure of the base period being 100.
//!
//! With `of = "own"` the base is the unit's own figure in the base period, so that its score says how far
//! it has come; with `of = "mean"` it is the mean of the scope, so that scores also say how far one unit is
//! from another. An indicator of which less is better scores `base ÷ x × scale`.
//!
//! Source: ILO and others, *Consumer Price Index Manual* (2020), ch. 1, simple price relatives; 中国创新指数
//! (National Bureau of Statistics), whose base year is 100.
//!
//! | parameter | meaning | default |
//! |---|---|---|
//! | `of` | whose figure is the base: `"own"`, `"mean"` | `"own"` |
//! | `scale` | the score of the base | 100 |
//! | `scope` | where the base comes from; with `"own"` it must be `{ base = "2019" }` | `"period"` |
//!
//! A missing cell stays missing; with `"own"` a unit without a figure in the base period has no score
//! ([`Missing::NoBase`]). A base of zero or less is an error
//! ([`Fault::NonPositiveStart`]), and so is such a figure where less is better
//! ([`Fault::NonPositiveRatio`]).
//!
//! ```
//! # use yanzhi_engine::*;
//! let mut frame = FrameBuilder::new(
//!     vec!["2019".into(), "2023".into()],
//!     vec![Unit::new("A"), Unit::new("B")],
//!     vec![Indicator::new("RD")],
//! )?;
//! for (period, unit, value) in [(0, 0, 2.0), (0, 1, 4.0), (1, 0, 3.0), (1, 1, 5.0)] {
//!     frame.set(period, unit, 0, value)?;
//! }
//! let framework = Framework::new(vec![Node::root("index"), Node::leaf("RD", "index", 1.0)])?;
//! let method: Method = toml::from_str(r#"
//!     [[steps]]
//!     step = "normalise"
//!     rule = "index_number"
//!     scope = { base = "2019" }
//!     [[steps]]
//!     step = "aggregate"
//!     rule = "arithmetic"
//! "#)?;
//! let index = compute(&frame.build(), &framework, &method)?;
//! assert_eq!([0, 1].map(|unit| index.score(0, 0, unit)), [Some(100.0), Some(100.0)]);
//! assert_eq!([0, 1].map(|unit| index.score(1, 0, unit)), [Some(150.0), Some(125.0)]);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use serde::{Deserialize, Serialize};

use super::Scope;
use super::rule::{Cell, Rule, Span};
use crate::column::PartMut;
use crate::dataset::Parameter;
use crate::error::{Fault, RowFault};
use crate::frame::Direction;
use crate::method::ParameterFault;
use crate::missing::Missing;
use crate::numbers::count;

/// `x ÷ base × scale`; see the [module](self).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct IndexNumber {
    /// Whose figure is the base. Default: the unit's own.
    pub of: BaseOf,
    /// The score of the base. Default 100.
    pub scale: f64,
    /// Where the base comes from. A base period, unless it is a mean.
    pub scope: Scope,
}

/// Whose figure in the scope is the base of an index number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BaseOf {
    /// The unit's own.
    #[default]
    Own,
    /// The mean of all units.
    Mean,
}

impl Default for IndexNumber {
    fn default() -> Self {
        Self {
            of: BaseOf::Own,
            scale: 100.0,
            scope: Scope::Period,
        }
    }
}

impl Rule for IndexNumber {
    /// The base of every unit.
    type Fitted = Vec<Option<f64>>;

    fn word(&self) -> &'static str {
        "index_number"
    }

    fn formula(&self, direction: Direction) -> String {
        match direction {
            Direction::HigherIsBetter => "x ÷ base × scale".to_owned(),
            Direction::LowerIsBetter => "base ÷ x × scale".to_owned(),
        }
    }

    fn faults(&self) -> Vec<ParameterFault> {
        let has_base = self.of == BaseOf::Mean || matches!(self.scope, Scope::Base(_));
        let scope = (!has_base).then_some(ParameterFault::Missing { name: "scope.base" });
        let scale = ParameterFault::unless_positive("scale", self.scale);
        scope.into_iter().chain(scale).collect()
    }

    fn scope(&self) -> &Scope {
        &self.scope
    }

    fn fit(&self, scope: &Span<'_>, bases: &mut Vec<Option<f64>>) -> Result<(), Fault> {
        let units = scope.source.frame.units().len();
        bases.clear();
        match self.of {
            BaseOf::Own => {
                let cells = scope.cells.values.iter().zip(scope.cells.present);
                bases.extend(cells.map(|(value, present)| present.then_some(*value)));
            }
            BaseOf::Mean => {
                let n = count(scope.cells.count_present());
                let mean = scope.cells.present_values().sum::<f64>() / n;
                bases.resize(units, Some(mean));
            }
        }
        Ok(())
    }

    fn apply(
        &self,
        bases: &Vec<Option<f64>>,
        period: &Span<'_>,
        scores: &mut PartMut<'_>,
    ) -> Result<(), RowFault> {
        let out = scores.values.iter_mut().zip(scores.present.iter_mut());
        let cells = period.cells.values.iter().zip(bases).zip(out);
        for (row, ((&x, base), (score, present))) in cells.enumerate() {
            let base = base.filter(|_| *present);
            let share = base.map(|base| relative(x, base, period.direction));
            let share = share.transpose().map_err(|fault| RowFault { row, fault })?;
            *present = share.is_some();
            *score = share.unwrap_or_default() * self.scale;
        }
        Ok(())
    }

    fn parameters(&self, bases: &Vec<Option<f64>>, cell: Cell) -> Vec<Parameter> {
        let base = bases.get(cell.unit).copied().flatten();
        let base = base.map(|base| Parameter::new("base", base));
        let scale = Parameter::new("scale", self.scale);
        base.into_iter().chain([scale]).collect()
    }

    fn why_missing(&self, _bases: &Vec<Option<f64>>, indicator: &str) -> Missing {
        Missing::NoBase {
            indicator: indicator.to_owned(),
        }
    }
}

/// A figure in relation to its base, turned round where less is better.
fn relative(x: f64, base: f64, direction: Direction) -> Result<f64, Fault> {
    if base <= 0.0 {
        return Err(Fault::NonPositiveStart { value: base });
    }
    match direction {
        Direction::HigherIsBetter => Ok(x / base),
        Direction::LowerIsBetter if x > 0.0 => Ok(base / x),
        Direction::LowerIsBetter => Err(Fault::NonPositiveRatio { value: x }),
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{broken, panel};
    use super::*;
    use crate::frame::Direction::{HigherIsBetter, LowerIsBetter};

    fn since(base: &str) -> IndexNumber {
        IndexNumber {
            scope: Scope::Base(base.into()),
            ..IndexNumber::default()
        }
    }

    #[test]
    fn every_unit_is_measured_against_its_own_base() {
        let periods: [&[Option<f64>]; 2] =
            [&[Some(2.0), Some(4.0), None], &[Some(3.0), None, Some(1.0)]];
        let higher = panel(&since("2021"), HigherIsBetter, &periods);
        assert_eq!(higher[0], [Some(100.0), Some(100.0), None]);
        assert_eq!(higher[1], [Some(150.0), None, None]);
        let periods: [&[Option<f64>]; 2] = [&[Some(2.0)], &[Some(4.0)]];
        let lower = panel(&since("2021"), LowerIsBetter, &periods);
        assert_eq!(lower.concat(), [Some(100.0), Some(50.0)]);
    }

    #[test]
    fn or_against_the_mean_of_the_base_period() {
        let rule = IndexNumber {
            of: BaseOf::Mean,
            ..since("2021")
        };
        let periods: [&[Option<f64>]; 2] = [&[Some(2.0), Some(6.0)], &[Some(8.0), None]];
        let found = panel(&rule, HigherIsBetter, &periods);
        assert_eq!(found.concat(), [Some(50.0), Some(150.0), Some(200.0), None]);
    }

    #[test]
    fn a_base_of_zero_or_less_and_a_figure_without_a_ratio_are_faults() {
        let found = broken(&since("2021"), HigherIsBetter, &[&[Some(1.0), Some(0.0)]]);
        assert_eq!(found.fault, Fault::NonPositiveStart { value: 0.0 });
        assert_eq!(found.row, Some(1));
        let found = broken(&since("2021"), LowerIsBetter, &[&[Some(1.0)], &[Some(0.0)]]);
        assert_eq!(found.fault, Fault::NonPositiveRatio { value: 0.0 });
        let found = broken(&since("2021"), HigherIsBetter, &[&[None], &[Some(1.0)]]);
        assert_eq!(
            found.fault,
            Fault::EmptyBase {
                base: "2021".into()
            }
        );
    }

    #[test]
    fn ones_own_base_needs_a_base_period() {
        assert_eq!(
            Rule::faults(&IndexNumber::default()),
            [ParameterFault::Missing { name: "scope.base" }]
        );
        let mean = IndexNumber {
            of: BaseOf::Mean,
            ..IndexNumber::default()
        };
        assert_eq!(Rule::faults(&mean), []);
    }
}
