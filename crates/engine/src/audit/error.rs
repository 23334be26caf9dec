//! Why an audit cannot be made.

/// Why an audit cannot be made. `Display` says what to do about it.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum AuditError {
    /// The index has no such data set.
    #[error("the index has no data set {step}: ask for one of {known}")]
    UnknownStep {
        /// As asked for.
        step: String,
        /// Those there are.
        known: String,
    },
    /// The index has no such period.
    #[error("the index has no period {period}: ask for one of its own")]
    UnknownPeriod {
        /// As asked for.
        period: String,
    },
    /// The index has no such unit.
    #[error("the index has no unit {unit}: ask for one of its own")]
    UnknownUnit {
        /// As asked for.
        unit: String,
    },
    /// A threshold that is not a finite number.
    #[error("the threshold {name} is {value}: give a finite number")]
    Threshold {
        /// Its name.
        name: &'static str,
        /// Its value.
        value: f64,
    },
}

impl AuditError {
    /// A stable word for programs.
    pub fn code(&self) -> &'static str {
        match self {
            Self::UnknownStep { .. } => "unknown_step",
            Self::UnknownPeriod { .. } => "unknown_period",
            Self::UnknownUnit { .. } => "unknown_unit",
            Self::Threshold { .. } => "threshold",
        }
    }
}
