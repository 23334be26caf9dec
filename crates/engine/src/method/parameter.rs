//! What can be wrong with a single parameter.

use crate::suggest::hint;

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
