//! Why an index cannot be computed: where, which rule, and what to do about it.

use std::fmt;

use crate::framework::FrameworkErrors;
use crate::method::MethodErrors;
use crate::steps::ImputeFault;

/// Why an index cannot be computed.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum ComputeError {
    /// The framework does not fit the frame.
    #[error(transparent)]
    Framework(#[from] FrameworkErrors),
    /// The method does not fit the framework and the frame.
    #[error(transparent)]
    Method(#[from] MethodErrors),
    /// A rule cannot be applied to the figures.
    #[error("{place}: {fault}")]
    Rule {
        /// Step, rule, indicator or node, period and unit.
        place: Box<Place>,
        /// What was broken.
        fault: Fault,
    },
    /// The threads asked for cannot be started.
    #[error("{asked} threads cannot be started ({reason}): ask for fewer")]
    Threads {
        /// Number of threads asked for.
        asked: usize,
        /// The system's words.
        reason: String,
    },
}

/// Where a rule was broken.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Place {
    /// The step, as [`DataSet::step`](crate::DataSet::step) names it.
    pub step: String,
    /// The rule, as the method names it.
    pub rule: String,
    /// The indicator, or for an aggregation the node.
    pub code: String,
    /// The period; none when a rule looks at all periods together.
    pub period: Option<String>,
    /// The unit; none when a rule looks at all units together.
    pub unit: Option<String>,
}

impl fmt::Display for Place {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "step {}, rule {}, {}", self.step, self.rule, self.code)?;
        if let Some(period) = &self.period {
            write!(out, ", period {period}")?;
        }
        if let Some(unit) = &self.unit {
            write!(out, ", unit {unit}")?;
        }
        Ok(())
    }
}

/// What keeps a rule from being applied. `Display` says what is wrong and what to do.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum Fault {
    /// Every unit has the same value, so the range is 0.
    #[error("every value is {value}, so the range is zero; {}", self.remedy())]
    ZeroRange {
        /// That value.
        value: f64,
    },
    /// A logarithm of zero or less.
    #[error("{value} has no logarithm; {}", self.remedy())]
    LogOfNonPositive {
        /// The value.
        value: f64,
    },
    /// A geometric mean with a child of zero or less.
    #[error("the geometric mean needs scores above 0, and {child} scores {score}; {}", self.remedy())]
    NonPositiveGeometric {
        /// The child's code.
        child: String,
        /// Its score.
        score: f64,
    },
    /// A mean of reciprocals or logarithms with a child of zero or less.
    #[error("the rule needs scores above 0, and {child} scores {score}; {}", self.remedy())]
    NonPositiveChild {
        /// The child's code.
        child: String,
        /// Its score.
        score: f64,
    },
    /// A mean of powers, or a product, with a child below zero.
    #[error("the rule needs scores of 0 or more, and {child} scores {score}; {}", self.remedy())]
    NegativeChild {
        /// The child's code.
        child: String,
        /// Its score.
        score: f64,
    },
    /// A coefficient of variation of children whose mean is zero or less.
    #[error("the penalty needs children with a mean above 0, and it is {mean}; {}", self.remedy())]
    NonPositiveMean {
        /// The mean.
        mean: f64,
    },
    /// A unit that is as near to the best of all as to the worst of all, because they are the same.
    #[error("best and worst are the same in all that the unit has, so nothing lies between; {}", self.remedy())]
    NoContrast,
    /// Units compared in pairs that are too many for the memory.
    #[error("{units} units cannot be compared in pairs at once, at most {most} can; {}", self.remedy())]
    TooManyUnits {
        /// Number of units.
        units: usize,
        /// The most that are compared.
        most: usize,
    },
    /// Bonus or penalty points below zero.
    #[error("{points} points cannot be given or taken; {}", self.remedy())]
    NegativePoints {
        /// The points.
        points: f64,
    },
    /// A division by a denominator of zero.
    #[error("the denominator {denominator} is 0; {}", self.remedy())]
    ZeroDenominator {
        /// The denominator's code.
        denominator: String,
    },
    /// A ratio to a value of zero or less.
    #[error("a ratio to the value needs it above 0, and it is {value}; {}", self.remedy())]
    NonPositiveRatio {
        /// The value.
        value: f64,
    },
    /// A fraction of the best value where that is zero or less.
    #[error("the best value is {value}, so there is no fraction of it; {}", self.remedy())]
    NonPositiveBest {
        /// The best value.
        value: f64,
    },
    /// A change as a share of a starting value of zero or less.
    #[error("a change from {value} is no share of it; {}", self.remedy())]
    NonPositiveStart {
        /// The starting value.
        value: f64,
    },
    /// Fewer values than the rule needs.
    #[error("the rule needs {needed} values and finds {found}; {}", self.remedy())]
    TooFewValues {
        /// How many there are.
        found: usize,
        /// How many it needs.
        needed: usize,
    },
    /// The reference unit has no value.
    #[error("the reference unit {unit} has no value; {}", self.remedy())]
    NoReference {
        /// Its code.
        unit: String,
    },
    /// A target that is no better than what it is measured from.
    #[error("the target {target} is no better than {than}; {}", self.remedy())]
    TargetNotBetter {
        /// The target.
        target: f64,
        /// The value it should be better than: the worst, or the base.
        than: f64,
    },
    /// No target is given for the period.
    #[error("there is no target for {period}; {}", self.remedy())]
    NoTarget {
        /// The period.
        period: String,
    },
    /// A logarithm scaled to the largest value, which is not above 1.
    #[error("the logarithm is scaled to the largest value, which is {max} and must be above 1; {}", self.remedy())]
    ScaledLog {
        /// The largest value, times the factor.
        max: f64,
    },
    /// Gaps that cannot be filled.
    #[error("{0}; {remedy}", remedy = self.remedy())]
    Impute(ImputeFault),
    /// Nobody has a value in the base period the parameters are taken from.
    #[error("nobody has a figure in the base period {base}; {}", self.remedy())]
    EmptyBase {
        /// The base period.
        base: String,
    },
    /// Too few rows to compute weights from.
    #[error("{found} rows have what the weights are computed from, and {needed} are needed; {}", self.remedy())]
    FewRows {
        /// Number of rows found.
        found: usize,
        /// Number needed.
        needed: usize,
    },
    /// A child with the same score everywhere, which has no correlation.
    #[error("{child} has the same score everywhere, so it has no correlation; {}", self.remedy())]
    ConstantChild {
        /// The child's code.
        child: String,
    },
    /// Two children that have no correlation, though both vary.
    #[error("two children have no correlation: where both have a score, one does not vary; {}", self.remedy())]
    NoCorrelation,
    /// No child tells more than another: all computed weights are 0.
    #[error("no child tells anything that its siblings do not; {}", self.remedy())]
    NoInformation,
    /// Correlations that cannot be brought to where they should be.
    #[error("after trying {evaluations} sets of weights the correlations are still {gap:e} from their aim; {}", self.remedy())]
    NotBalanced {
        /// Number of weights tried.
        evaluations: u32,
        /// How far the shares of the correlations are from the desired ones, as a root mean square.
        gap: f64,
    },
    /// No weights lie within the bounds given for them.
    #[error("no weights lie within the bounds: {reason}; {}", self.remedy())]
    NoWeights {
        /// What stands in the way.
        reason: String,
    },
    /// The result is beyond the largest number.
    #[error("the result is too large for a number; {}", self.remedy())]
    NotFinite,
}

impl Fault {
    /// A stable word for programs.
    pub fn code(&self) -> &'static str {
        match self {
            Self::ZeroRange { .. } => "zero_range",
            Self::LogOfNonPositive { .. } => "log_of_non_positive",
            Self::NonPositiveGeometric { .. } => "non_positive_geometric",
            Self::NonPositiveChild { .. } => "non_positive_child",
            Self::NegativeChild { .. } => "negative_child",
            Self::NonPositiveMean { .. } => "non_positive_mean",
            Self::NoContrast => "no_contrast",
            Self::TooManyUnits { .. } => "too_many_units",
            Self::NegativePoints { .. } => "negative_points",
            Self::ZeroDenominator { .. } => "zero_denominator",
            Self::NonPositiveRatio { .. } => "non_positive_ratio",
            Self::NonPositiveBest { .. } => "non_positive_best",
            Self::NonPositiveStart { .. } => "non_positive_start",
            Self::TooFewValues { .. } => "too_few_values",
            Self::NoReference { .. } => "no_reference",
            Self::TargetNotBetter { .. } => "target_not_better",
            Self::NoTarget { .. } => "no_target",
            Self::ScaledLog { .. } => "scaled_log",
            Self::Impute(fault) => fault.code(),
            Self::EmptyBase { .. } => "empty_base",
            Self::FewRows { .. } => "few_rows",
            Self::ConstantChild { .. } => "constant_child",
            Self::NoCorrelation => "no_correlation",
            Self::NoInformation => "no_information",
            Self::NotBalanced { .. } => "not_balanced",
            Self::NoWeights { .. } => "no_weights",
            Self::NotFinite => "not_finite",
        }
    }

    /// What a person can do about it.
    pub fn remedy(&self) -> &'static str {
        match self {
            Self::ZeroRange { .. } => {
                "use goalposts or a standard for this indicator, a wider scope, or leave it out"
            }
            Self::LogOfNonPositive { .. } => "correct the figure, or set log = false",
            Self::NonPositiveGeometric { .. } => {
                "normalise to a range above 0 (for example lower = 1), or take the arithmetic mean"
            }
            Self::NonPositiveChild { .. } => {
                "normalise to a range above 0 (for example lower = 1), or take another mean"
            }
            Self::NegativeChild { .. } => {
                "normalise to a range from 0 up (for example min–max), or take the arithmetic mean"
            }
            Self::NonPositiveMean { .. } => {
                "normalise to a scale around a mean above 0 (for example z-scores around 100)"
            }
            Self::NoContrast => {
                "take a rule that does not compare units at this level, or children that vary"
            }
            Self::TooManyUnits { .. } => "take copeland or borda, or score groups of the units",
            Self::NegativePoints { .. } => {
                "correct the figure, or make it an item of the other kind"
            }
            Self::ZeroDenominator { .. } => "correct the denominator, or leave the figure out",
            Self::NonPositiveRatio { .. } => {
                "correct the figure, or give this indicator goalposts instead of a standard"
            }
            Self::NonPositiveBest { .. } => {
                "give this indicator min_max or goalposts instead of a fraction"
            }
            Self::NonPositiveStart { .. } => {
                "correct the figure, or score this indicator by its level or by differences"
            }
            Self::TooFewValues { .. } => {
                "report more figures, take a wider scope, or a rule with fixed parameters"
            }
            Self::NoReference { .. } => "report its figure, or choose another reference unit",
            Self::TargetNotBetter { .. } => {
                "correct the target or the direction, or leave the indicator out"
            }
            Self::NoTarget { .. } => "give `target`, or one for this period in `targets`",
            Self::ScaledLog { .. } => "raise `factor` (a power of ten), or take the rule `log`",
            Self::Impute(fault) => fault.remedy(),
            Self::EmptyBase { .. } => "choose a base period in which the indicator has figures",
            Self::FewRows { .. } | Self::NoCorrelation => {
                "use more units or a wider scope, or give this level a rule that reads no figures"
            }
            Self::ConstantChild { .. } | Self::NoInformation => {
                "leave out what does not vary, or give this level a rule that reads no figures"
            }
            Self::NotBalanced { .. } => {
                "look at children that run against their siblings, allow a larger gap or more evaluations"
            }
            Self::NoWeights { .. } => {
                "widen the bounds, take shares of the mean unit, or normalise to a range above 0"
            }
            Self::NotFinite => "check the figure, its measure unit and the scale",
        }
    }
}

/// A fault in a run of cells, before it is known which unit stands in the row.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct RowFault {
    pub(crate) row: usize,
    pub(crate) fault: Fault,
}

impl RowFault {
    /// A fault of all units together: no single one is named.
    pub(crate) fn of_all(fault: Fault) -> Self {
        let row = usize::MAX;
        Self { row, fault }
    }
}
