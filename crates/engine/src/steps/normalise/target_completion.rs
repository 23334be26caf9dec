//! Target completion 目标完成率: `min(x ÷ target, cap) × scale`, with a target for each period.
//!
//! An indicator of which less is better scores `min(target ÷ x, cap) × scale`, or with
//! `inverse = "difference"` the form `min(2 − x ÷ target, cap) × scale`, which also holds at 0.
//!
//! Source: annual assessment of government targets (目标管理绩效考核): completion = actual ÷ target, at most
//! 100 %; for a reverse indicator (逆向指标) target ÷ actual, or 2 − actual ÷ target.
//!
//! | parameter | meaning | default |
//! |---|---|---|
//! | `target` | the figure that scores `scale`, in every period without its own | – |
//! | `targets` | the targets of single periods: `{ 2023 = 3.2, 2024 = 3.4 }` | none |
//! | `cap` | the ratio above which nothing more is gained | 1 |
//! | `capped` | whether the cap holds | true |
//! | `scale` | the score of the target | 100 |
//! | `inverse` | where less is better: `"ratio"`, `"difference"` | `"ratio"` |
//!
//! `target` or `targets` must be given. A missing cell stays missing; a period with figures and without a
//! target is an error ([`Fault::NoTarget`]). A ratio to a figure of exactly 0 scores the cap; without a
//! cap, and for a negative figure, there is no sound ratio: an error ([`Fault::NonPositiveRatio`]).
//!
//! ```
//! # use yanzhi_engine::*;
//! let mut frame = FrameBuilder::new(
//!     vec!["2022".into(), "2023".into()],
//!     vec![Unit::new("A")],
//!     vec![Indicator::new("RD_GDP")],
//! )?;
//! frame.set(0, 0, 0, 3.0)?;
//! frame.set(1, 0, 0, 3.0)?;
//! let framework = Framework::new(vec![Node::root("index"), Node::leaf("RD_GDP", "index", 1.0)])?;
//! let method: Method = toml::from_str(r#"
//!     [[steps]]
//!     step = "normalise"
//!     [steps.indicators.RD_GDP]
//!     rule = "target_completion"
//!     targets = { 2022 = 2.5, 2023 = 3.2 }
//!     [[steps]]
//!     step = "aggregate"
//!     rule = "arithmetic"
//! "#)?;
//! let index = compute(&frame.build(), &framework, &method)?;
//! assert_eq!(index.score(0, 0, 0), Some(100.0));
//! assert_eq!(index.score(1, 0, 0), Some(93.75));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::rule::{Cell, Rule, Span, try_each};
use crate::column::PartMut;
use crate::dataset::Parameter;
use crate::error::{Fault, RowFault};
use crate::frame::{Direction, Frame};
use crate::method::ParameterFault;
use crate::suggest::nearest;

/// `min(x ÷ target, cap) × scale`; see the [module](self).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct TargetCompletion {
    /// The target of every period that has none of its own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub target: Option<f64>,
    /// The targets of single periods.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub targets: BTreeMap<String, f64>,
    /// The ratio above which nothing more is gained. Default 1.
    pub cap: f64,
    /// Whether the cap holds. Default true.
    pub capped: bool,
    /// The score of the target. Default 100.
    pub scale: f64,
    /// How an indicator is completed of which less is better. Default: by the ratio turned round.
    pub inverse: Inverse,
}

/// The completion of a target that is not to be exceeded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Inverse {
    /// `target ÷ x`.
    #[default]
    Ratio,
    /// `2 − x ÷ target`.
    Difference,
}

impl Default for TargetCompletion {
    fn default() -> Self {
        Self {
            target: None,
            targets: BTreeMap::new(),
            cap: 1.0,
            capped: true,
            scale: 100.0,
            inverse: Inverse::Ratio,
        }
    }
}

impl TargetCompletion {
    fn completion(&self, x: f64, target: f64, direction: Direction) -> Result<f64, Fault> {
        match (direction, self.inverse) {
            (Direction::HigherIsBetter, _) => Ok(x / target),
            (Direction::LowerIsBetter, Inverse::Difference) => Ok(2.0 - x / target),
            (Direction::LowerIsBetter, Inverse::Ratio) if x > 0.0 => Ok(target / x),
            (Direction::LowerIsBetter, Inverse::Ratio) if x < 0.0 || !self.capped => {
                Err(Fault::NonPositiveRatio { value: x })
            }
            (Direction::LowerIsBetter, Inverse::Ratio) => Ok(self.cap),
        }
    }
}

impl Rule for TargetCompletion {
    /// The target of the period.
    type Fitted = f64;

    fn word(&self) -> &'static str {
        "target_completion"
    }

    fn formula(&self, direction: Direction) -> String {
        let ratio = match (direction, self.inverse) {
            (Direction::HigherIsBetter, _) => "x ÷ target",
            (Direction::LowerIsBetter, Inverse::Ratio) => "target ÷ x",
            (Direction::LowerIsBetter, Inverse::Difference) => "2 − x ÷ target",
        };
        if self.capped {
            format!("min({ratio}, cap) × scale")
        } else {
            format!("({ratio}) × scale")
        }
    }

    fn faults(&self) -> Vec<ParameterFault> {
        let is_given = self.target.is_some() || !self.targets.is_empty();
        let missing = (!is_given).then_some(ParameterFault::Missing { name: "target" });
        let all = self.target.iter().map(|value| ("target", *value));
        let single = self.targets.values().map(|value| ("targets", *value));
        let others = [("cap", self.cap), ("scale", self.scale)];
        let positive = all.chain(single).chain(others);
        let wrong = positive.filter_map(|(name, it)| ParameterFault::unless_positive(name, it));
        missing.into_iter().chain(wrong).collect()
    }

    fn strangers(&self, frame: &Frame) -> Vec<ParameterFault> {
        let periods = frame.periods();
        let strange = self.targets.keys().filter(|it| !periods.contains(it));
        let fault = |period: &String| ParameterFault::UnknownPeriod {
            name: "targets",
            period: period.clone(),
            nearest: nearest(period, periods.iter().map(String::as_str)),
        };
        // Targets are set for years to come: only when none is for a period of the frame is it a slip.
        let none_fits = self.target.is_none() && strange.clone().count() == self.targets.len();
        strange.filter(|_| none_fits).map(fault).collect()
    }

    fn fit(&self, scope: &Span<'_>, target: &mut f64) -> Result<(), Fault> {
        let periods = scope.source.frame.periods();
        let period = scope.period.and_then(|period| periods.get(period));
        let own = period.and_then(|period| self.targets.get(period).copied());
        let Some(found) = own.or(self.target) else {
            let period = period.cloned().unwrap_or_default();
            return Err(Fault::NoTarget { period });
        };
        *target = found;
        Ok(())
    }

    fn apply(
        &self,
        &target: &f64,
        period: &Span<'_>,
        scores: &mut PartMut<'_>,
    ) -> Result<(), RowFault> {
        let most = if self.capped { self.cap } else { f64::INFINITY };
        try_each(period.cells, scores, |x| {
            let completion = self.completion(x, target, period.direction)?;
            Ok(completion.min(most) * self.scale)
        })
    }

    fn parameters(&self, &target: &f64, _cell: Cell) -> Vec<Parameter> {
        let mut parameters = vec![Parameter::new("target", target)];
        if self.capped {
            parameters.push(Parameter::new("cap", self.cap));
        }
        parameters.push(Parameter::new("scale", self.scale));
        parameters
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{broken, fault, panel, scores};
    use super::*;
    use crate::frame::Direction::{HigherIsBetter, LowerIsBetter};

    fn to(target: f64) -> TargetCompletion {
        TargetCompletion {
            target: Some(target),
            ..TargetCompletion::default()
        }
    }

    #[test]
    fn the_completion_is_capped() {
        let cells = [Some(2.0), Some(2.5), Some(4.0), None];
        let found = scores(&to(2.5), HigherIsBetter, &cells);
        assert_eq!(found, [Some(80.0), Some(100.0), Some(100.0), None]);
        let free = TargetCompletion {
            capped: false,
            ..to(2.5)
        };
        assert_eq!(scores(&free, HigherIsBetter, &cells)[2], Some(160.0));
    }

    #[test]
    fn a_period_has_its_own_target_or_that_of_all() {
        let rule = TargetCompletion {
            targets: BTreeMap::from([("2022".into(), 4.0)]),
            ..to(2.0)
        };
        let found = panel(&rule, HigherIsBetter, &[&[Some(1.0)], &[Some(1.0)]]);
        assert_eq!(found.concat(), [Some(50.0), Some(25.0)]);
        let rule = TargetCompletion {
            target: None,
            ..rule
        };
        let found = broken(&rule, HigherIsBetter, &[&[Some(1.0)], &[Some(1.0)]]);
        let period = "2021".to_owned();
        assert_eq!(found.fault, Fault::NoTarget { period });
    }

    #[test]
    fn where_less_is_better_the_ratio_is_turned_round_or_the_excess_taken_off() {
        let cells = [Some(8.0), Some(4.0), Some(2.0), Some(0.0)];
        let ratio = scores(&to(4.0), LowerIsBetter, &cells);
        assert_eq!(ratio, [Some(50.0), Some(100.0), Some(100.0), Some(100.0)]);
        let difference = TargetCompletion {
            inverse: Inverse::Difference,
            cap: 1.5,
            ..to(4.0)
        };
        let found = scores(&difference, LowerIsBetter, &cells);
        assert_eq!(found, [Some(0.0), Some(100.0), Some(150.0), Some(150.0)]);
        let found = fault(&to(4.0), LowerIsBetter, &[Some(-1.0)]);
        assert_eq!(found, Fault::NonPositiveRatio { value: -1.0 });
    }

    #[test]
    fn parameters_are_checked() {
        assert_eq!(
            Rule::faults(&TargetCompletion::default()),
            [ParameterFault::Missing { name: "target" }]
        );
        assert_eq!(Rule::faults(&to(0.0)).len(), 1);
        let frame = crate::testing::frame(&["X"], &[&[&[Some(1.0)]]]);
        let with = |period: &str| TargetCompletion {
            targets: BTreeMap::from([(period.into(), 4.0)]),
            ..TargetCompletion::default()
        };
        assert_eq!(with("2021").strangers(&frame), []);
        assert_eq!(with("2012").strangers(&frame).len(), 1);
    }
}
