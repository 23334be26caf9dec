//! What can be wrong with a method. A check finds all of it at once.

use std::fmt;

use crate::steps::{AdjustFault, BandFault, JudgementFault};
use crate::suggest::hint;

/// One fault of a method.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum MethodError {
    /// Nothing makes scores of the figures.
    #[error("the method has no aggregate step: add one")]
    NoAggregate,
    /// A step that can stand once stands more than once.
    #[error("the method has more than one {step} step: keep one")]
    Twice {
        /// The step.
        step: &'static str,
    },
    /// A step on the wrong side of the aggregation.
    #[error("the {step} step belongs {belongs} the aggregate step: move it")]
    Order {
        /// The step.
        step: &'static str,
        /// `before` or `after`.
        belongs: &'static str,
    },
    /// An indicator of which less is better would be added up as it is.
    #[error(
        "indicator `{indicator}` is better when lower, and no normalise step turns it round: add one"
    )]
    DirectionIgnored {
        /// The indicator.
        indicator: String,
    },
    /// A step names a column that the frame does not have.
    #[error("step {step}: `{indicator}` is no indicator of the frame{}: correct the code", hint(nearest.as_deref()))]
    UnknownIndicator {
        /// The step's label.
        step: String,
        /// The code it names.
        indicator: String,
        /// The indicator most like it.
        nearest: Option<String>,
    },
    /// An indicator of the framework for which the step has no rule.
    #[error(
        "step {step}: indicator `{indicator}` has no rule: give the step a rule for all, or one for it"
    )]
    NoRule {
        /// The step's label.
        step: String,
        /// The indicator.
        indicator: String,
    },
    /// A parameter is missing or out of its bounds.
    #[error("step {step}, rule {rule}{}: {fault}", of(indicator.as_deref()))]
    Parameter {
        /// The step's label.
        step: String,
        /// The rule.
        rule: &'static str,
        /// The indicator, where the parameter is one indicator's.
        indicator: Option<String>,
        /// What is wrong.
        fault: ParameterFault,
    },
    /// A base period that the frame does not have.
    #[error("step {step}{}: `{period}` is no period of the frame{}: choose one of its periods", of(Some(indicator)), hint(nearest.as_deref()))]
    UnknownPeriod {
        /// The step's label.
        step: String,
        /// The indicator.
        indicator: String,
        /// The period it names.
        period: String,
        /// The period most like it.
        nearest: Option<String>,
    },
    /// A step names a unit that the frame does not have.
    #[error("step {step}: `{unit}` is no unit of the frame{}: correct the code", hint(nearest.as_deref()))]
    UnknownUnit {
        /// The step's label.
        step: String,
        /// The code it names.
        unit: String,
        /// The unit most like it.
        nearest: Option<String>,
    },
    /// A unit that is both kept and left out.
    #[error("step {step}: `{unit}` stands under keep and under leave_out: take it out of one")]
    KeptAndLeftOut {
        /// The step's label.
        step: String,
        /// The unit.
        unit: String,
    },
    /// A screening that would leave nobody out.
    #[error("step {step} asks for nothing: give it `available`, `non_zero` or `leave_out`")]
    NothingToScreen {
        /// The step's label.
        step: String,
    },
    /// A grouping that no unit of the frame has.
    #[error("step {step}: `{grouping}` is no grouping of the units{}: correct its name", hint(nearest.as_deref()))]
    UnknownGrouping {
        /// The step's label.
        step: String,
        /// The grouping it names.
        grouping: String,
        /// The grouping most like it.
        nearest: Option<String>,
    },
    /// Items or entries of an adjust step that make no sense.
    #[error("step {step}: {fault}")]
    Adjust {
        /// The step's label.
        step: String,
        /// What is wrong.
        fault: AdjustFault,
    },
    /// Bands of a rank step that make no sense.
    #[error("step {step}: {fault}")]
    Band {
        /// The step's label.
        step: String,
        /// What is wrong.
        fault: BandFault,
    },
    /// A base period for weights that the frame does not have.
    #[error("step {step}, rule {rule}: `{period}` is no period of the frame{}: choose one of its periods", hint(nearest.as_deref()))]
    UnknownBase {
        /// The step's label.
        step: String,
        /// The rule.
        rule: &'static str,
        /// The period it names.
        period: String,
        /// The period most like it.
        nearest: Option<String>,
    },
    /// A step names a node that it does not weight.
    #[error("step {step}, rule {rule}: it weights no `{node}`{}: correct the code, or the level of the rule", hint(nearest.as_deref()))]
    UnknownNode {
        /// The step's label.
        step: String,
        /// The rule.
        rule: &'static str,
        /// The code it names.
        node: String,
        /// The code most like it.
        nearest: Option<String>,
    },
    /// What is wrong with judgements about the children of a node.
    #[error("step {step}, rule {rule}, node {node}: {fault}")]
    Judgement {
        /// The step's label.
        step: String,
        /// The rule.
        rule: &'static str,
        /// The node whose children are judged.
        node: String,
        /// What is wrong.
        fault: JudgementFault,
    },
    /// Weights computed from figures that are still to be changed.
    #[error(
        "the weight rule {rule} reads the scores that are aggregated, and a {step} step stands behind it: move the weight step directly before the aggregate step"
    )]
    WeightTooEarly {
        /// The rule.
        rule: &'static str,
        /// The step that changes the figures.
        step: &'static str,
    },
    /// A rule that needs the weights of a higher level, which are computed after its own.
    #[error(
        "step {step}: the rule {rule} of level {level} needs the weights above it, and those of level {above} are computed from figures: give level {above} a rule that is not, or correlate with the parent"
    )]
    WeightsAbove {
        /// The step's label.
        step: String,
        /// The rule.
        rule: &'static str,
        /// Its level.
        level: usize,
        /// The level above.
        above: usize,
    },
    /// Weights that are made for a sum and would be averaged.
    #[error(
        "level {level}: the weights of {rule} are those of a sum, and {aggregation} does not sum: give level {level} of the aggregate step the rule weighted_sum"
    )]
    SumNeeded {
        /// The level.
        level: usize,
        /// The rule of weighting.
        rule: &'static str,
        /// The rule of aggregation.
        aggregation: &'static str,
    },
    /// A level at which no node has children.
    #[error(
        "step {step}: no node of level {level} has children (the deepest that do are of level {deepest}): correct the level"
    )]
    UnknownLevel {
        /// The step's label.
        step: String,
        /// The level it names.
        level: usize,
        /// The deepest level with nodes that have children.
        deepest: usize,
    },
    /// A level given twice.
    #[error("step {step}: level {level} stands twice: keep one")]
    LevelTwice {
        /// The step's label.
        step: String,
        /// The level.
        level: usize,
    },
}

/// What is wrong with a parameter.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum ParameterFault {
    /// It has no default and was not given.
    #[error("`{name}` is missing: give it")]
    Missing {
        /// The parameter.
        name: &'static str,
    },
    /// It must be above 0.
    #[error("`{name}` is {value}: it must be a finite number above 0")]
    NotPositive {
        /// The parameter.
        name: &'static str,
        /// Its value.
        value: f64,
    },
    /// It must be a finite number.
    #[error("`{name}` is {value}: it must be a finite number")]
    NotFinite {
        /// The parameter.
        name: &'static str,
        /// Its value.
        value: f64,
    },
    /// A number of things that must be at least so many.
    #[error("`{name}` is {value}: it must be at least {least}")]
    BelowLeast {
        /// The parameter.
        name: &'static str,
        /// Its value.
        value: u32,
        /// The least it may be.
        least: u32,
    },
    /// It must lie between two bounds.
    #[error("`{name}` is {value}: it must be from {least} to {most}")]
    OutOfBounds {
        /// The parameter.
        name: &'static str,
        /// Its value.
        value: f64,
        /// The least it may be.
        least: f64,
        /// The most it may be.
        most: f64,
    },
    /// It names a unit that the frame does not have.
    #[error("`{name}` is `{unit}`, which is no unit of the frame{}: correct the code", hint(nearest.as_deref()))]
    UnknownUnit {
        /// The parameter.
        name: &'static str,
        /// The unit it names.
        unit: String,
        /// The unit most like it.
        nearest: Option<String>,
    },
    /// It names a period that the frame does not have.
    #[error("`{name}` names `{period}`, which is no period of the frame{}: choose one of its periods", hint(nearest.as_deref()))]
    UnknownPeriod {
        /// The parameter.
        name: &'static str,
        /// The period it names.
        period: String,
        /// The period most like it.
        nearest: Option<String>,
    },
    /// A period whose place in time cannot be read from its code.
    #[error(
        "`{name}`: {period:?} cannot be placed in time: write periods as 2023, 2023H1, 2023Q1, 2023-03 or 2023-01..2023-08"
    )]
    UnreadablePeriod {
        /// The parameter, or `periods` for those of the frame.
        name: &'static str,
        /// The period.
        period: String,
    },
    /// Two periods in the wrong order.
    #[error(
        "`{first}` is {first_period} and `{second}` is {second_period}: `{first}` must end earlier"
    )]
    NotEarlier {
        /// The parameter that must be the earlier.
        first: &'static str,
        /// Its period.
        first_period: String,
        /// The parameter that must be the later.
        second: &'static str,
        /// Its period.
        second_period: String,
    },
    /// A list that is too short.
    #[error("`{name}` has {found} entries: give at least {needed}")]
    TooFew {
        /// The parameter.
        name: &'static str,
        /// The number of entries.
        found: usize,
        /// The least number.
        needed: usize,
    },
    /// A list whose values must rise and do not.
    #[error("`{name}`: {after} follows {before}: put the entries in rising order, each value once")]
    NotRising {
        /// The parameter.
        name: &'static str,
        /// A value.
        before: f64,
        /// The value after it.
        after: f64,
    },
    /// Shares of one whole whose bounds leave no room for it.
    #[error(
        "the least shares add up to {least} and the largest to {most}: 1 must lie between them"
    )]
    ImpossibleShares {
        /// The sum of the least.
        least: f64,
        /// The sum of the largest.
        most: f64,
    },
    /// Two parameters in the wrong order.
    #[error("`{low}` is {low_value} and `{high}` is {high_value}: `{low}` must be below `{high}`")]
    NotBelow {
        /// The parameter that must be the smaller.
        low: &'static str,
        /// Its value.
        low_value: f64,
        /// The parameter that must be the larger.
        high: &'static str,
        /// Its value.
        high_value: f64,
    },
}

impl ParameterFault {
    pub(crate) fn unless_given<T>(name: &'static str, value: Option<&T>) -> Option<Self> {
        value.is_none().then_some(Self::Missing { name })
    }

    pub(crate) fn unreadable(name: &'static str, period: &str) -> Self {
        let period = period.to_owned();
        Self::UnreadablePeriod { name, period }
    }

    pub(crate) fn unless_finite(name: &'static str, value: f64) -> Option<Self> {
        (!value.is_finite()).then_some(Self::NotFinite { name, value })
    }

    pub(crate) fn unless_positive(name: &'static str, value: f64) -> Option<Self> {
        let is_positive = value > 0.0 && value.is_finite();
        (!is_positive).then_some(Self::NotPositive { name, value })
    }

    pub(crate) fn unless_at_least(name: &'static str, value: u32, least: u32) -> Option<Self> {
        (value < least).then_some(Self::BelowLeast { name, value, least })
    }

    pub(crate) fn unless_not_negative(name: &'static str, value: f64) -> Option<Self> {
        let (least, most) = (0.0, f64::MAX);
        let is_within = (least..=most).contains(&value);
        (!is_within).then_some(Self::OutOfBounds {
            name,
            value,
            least,
            most,
        })
    }

    pub(crate) fn unless_share(name: &'static str, value: f64) -> Option<Self> {
        let (least, most) = (0.0, 1.0);
        let is_share = (least..=most).contains(&value);
        (!is_share).then_some(Self::OutOfBounds {
            name,
            value,
            least,
            most,
        })
    }

    pub(crate) fn unless_below(
        low: (&'static str, f64),
        high: (&'static str, f64),
    ) -> Option<Self> {
        let is_below = low.1 < high.1;
        (!is_below).then_some(Self::NotBelow {
            low: low.0,
            low_value: low.1,
            high: high.0,
            high_value: high.1,
        })
    }
}

fn of(indicator: Option<&str>) -> String {
    indicator.map_or_else(String::new, |code| format!(", indicator {code}"))
}

/// Everything that is wrong with a method. Never empty.
#[derive(Debug, Clone, PartialEq)]
pub struct MethodErrors(pub Vec<MethodError>);

impl fmt::Display for MethodErrors {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (position, error) in self.0.iter().enumerate() {
            let gap = if position == 0 { "" } else { "\n" };
            write!(out, "{gap}{error}")?;
        }
        Ok(())
    }
}

impl std::error::Error for MethodErrors {}
