//! Standard ratio 标准比值法: `min(x ÷ standard, cap) × scale`.
//!
//! An indicator of which less is better scores `min(standard ÷ x, cap) × scale`.
//!
//! Source: 全国科技进步统计监测 (Ministry of Science and Technology), whose index of an indicator is its
//! value over the standard times 100, at most 100.
//!
//! | parameter | meaning | default |
//! |---|---|---|
//! | `standard` | the figure that scores `scale` | – |
//! | `scale` | the score of the standard | 100 |
//! | `cap` | the ratio above which nothing more is gained | 1 |
//! | `capped` | whether the cap holds | true |
//!
//! A missing cell stays missing. A negative figure of an indicator of which more is better scores
//! below 0. Where less is better a figure of exactly 0 scores the cap, which the ratio tends to; without
//! a cap, and for a negative figure, there is no sound ratio: an error
//! ([`Fault::NonPositiveRatio`]).
//!
//! ```
//! # use yanzhi_engine::*;
//! let mut frame = FrameBuilder::new(
//!     vec!["2023".into()],
//!     vec![Unit::new("A"), Unit::new("B")],
//!     vec![Indicator::new("RD_GDP")],
//! )?;
//! frame.set(0, 0, 0, 2.0)?;
//! frame.set(0, 1, 0, 3.1)?;
//! let framework = Framework::new(vec![Node::root("index"), Node::leaf("RD_GDP", "index", 1.0)])?;
//! let method: Method = toml::from_str(r#"
//!     [[steps]]
//!     step = "normalise"
//!     rule = "standard_ratio"
//!     [steps.indicators.RD_GDP]
//!     standard = 2.5
//!     [[steps]]
//!     step = "aggregate"
//!     rule = "arithmetic"
//! "#)?;
//! let index = compute(&frame.build(), &framework, &method)?;
//! assert_eq!(index.score(0, 0, 0), Some(80.0));
//! assert_eq!(index.score(0, 0, 1), Some(100.0));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use serde::{Deserialize, Serialize};

use super::rule::{Cell, Rule, Span, each, try_each};
use crate::column::PartMut;
use crate::dataset::Parameter;
use crate::error::{Fault, RowFault};
use crate::frame::Direction;
use crate::method::ParameterFault;

/// `min(x ÷ standard, cap) × scale`; see the [module](self).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct StandardRatio {
    /// The figure that scores `scale`. Required.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub standard: Option<f64>,
    /// The score of the standard. Default 100.
    pub scale: f64,
    /// The ratio above which nothing more is gained. Default 1.
    pub cap: f64,
    /// Whether the cap holds. Default true.
    pub capped: bool,
}

impl Default for StandardRatio {
    fn default() -> Self {
        Self {
            standard: None,
            scale: 100.0,
            cap: 1.0,
            capped: true,
        }
    }
}

impl StandardRatio {
    fn inverse(&self, standard: f64, most: f64, x: f64) -> Result<f64, Fault> {
        if x > 0.0 {
            return Ok((standard / x).min(most) * self.scale);
        }
        if x < 0.0 || !self.capped {
            return Err(Fault::NonPositiveRatio { value: x });
        }
        Ok(self.cap * self.scale)
    }
}

impl Rule for StandardRatio {
    type Fitted = f64;

    fn word(&self) -> &'static str {
        "standard_ratio"
    }

    fn formula(&self, direction: Direction) -> String {
        let ratio = match direction {
            Direction::HigherIsBetter => "x ÷ standard",
            Direction::LowerIsBetter => "standard ÷ x",
        };
        if self.capped {
            format!("min({ratio}, cap) × scale")
        } else {
            format!("{ratio} × scale")
        }
    }

    fn faults(&self) -> Vec<ParameterFault> {
        let standard = match self.standard {
            None => Some(ParameterFault::Missing { name: "standard" }),
            Some(value) => ParameterFault::unless_positive("standard", value),
        };
        let scale = ParameterFault::unless_positive("scale", self.scale);
        let cap = ParameterFault::unless_positive("cap", self.cap);
        [standard, scale, cap].into_iter().flatten().collect()
    }

    fn fit(&self, _scope: &Span<'_>, standard: &mut f64) -> Result<(), Fault> {
        *standard = self.standard.unwrap_or(f64::NAN);
        Ok(())
    }

    fn apply(
        &self,
        &standard: &f64,
        period: &Span<'_>,
        scores: &mut PartMut<'_>,
    ) -> Result<(), RowFault> {
        let most = if self.capped { self.cap } else { f64::INFINITY };
        match period.direction {
            Direction::HigherIsBetter => {
                each(period.cells, scores, |x| {
                    (x / standard).min(most) * self.scale
                });
                Ok(())
            }
            Direction::LowerIsBetter => {
                try_each(period.cells, scores, |x| self.inverse(standard, most, x))
            }
        }
    }

    fn parameters(&self, &standard: &f64, _cell: Cell) -> Vec<Parameter> {
        let mut parameters = vec![Parameter::new("standard", standard)];
        if self.capped {
            parameters.push(Parameter::new("cap", self.cap));
        }
        parameters.push(Parameter::new("scale", self.scale));
        parameters
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{fault, scores};
    use super::*;
    use crate::frame::Direction::{HigherIsBetter, LowerIsBetter};

    fn standard(standard: f64) -> StandardRatio {
        StandardRatio {
            standard: Some(standard),
            ..StandardRatio::default()
        }
    }

    #[test]
    fn the_ratio_is_capped() {
        let cells = [Some(2.0), Some(2.5), Some(4.0), None, Some(-1.0)];
        let found = scores(&standard(2.5), HigherIsBetter, &cells);
        assert_eq!(
            found,
            [Some(80.0), Some(100.0), Some(100.0), None, Some(-40.0)]
        );
        let loose = StandardRatio {
            cap: 1.2,
            ..standard(2.5)
        };
        let found = scores(&loose, HigherIsBetter, &[Some(4.0)]);
        assert_eq!(found, [Some(120.0)]);
        let free = StandardRatio {
            capped: false,
            ..standard(2.5)
        };
        assert_eq!(scores(&free, HigherIsBetter, &[Some(4.0)]), [Some(160.0)]);
    }

    #[test]
    fn the_ratio_is_turned_round_where_less_is_better() {
        let cells = [Some(8.0), Some(4.0), Some(2.0), Some(0.0), None];
        let found = scores(&standard(4.0), LowerIsBetter, &cells);
        assert_eq!(
            found,
            [Some(50.0), Some(100.0), Some(100.0), Some(100.0), None]
        );
    }

    #[test]
    fn no_ratio_to_zero_without_a_cap_nor_to_a_negative_figure() {
        let free = StandardRatio {
            capped: false,
            ..standard(4.0)
        };
        let found = fault(&free, LowerIsBetter, &[Some(0.0)]);
        assert_eq!(found, Fault::NonPositiveRatio { value: 0.0 });
        let found = fault(&standard(4.0), LowerIsBetter, &[Some(-1.0)]);
        assert_eq!(found, Fault::NonPositiveRatio { value: -1.0 });
    }

    #[test]
    fn parameters_are_checked() {
        assert_eq!(
            Rule::faults(&StandardRatio::default()),
            [ParameterFault::Missing { name: "standard" }]
        );
        assert_eq!(Rule::faults(&standard(0.0)).len(), 1);
        let bad = StandardRatio {
            cap: 0.0,
            scale: f64::NAN,
            ..standard(1.0)
        };
        assert_eq!(Rule::faults(&bad).len(), 2);
    }
}
