//! What keeps gaps from being filled.

/// What keeps gaps from being filled. `Display` says what is wrong.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum ImputeFault {
    /// The indicator a regression predicts from does not vary.
    #[error("every value of {predictor} is the same, so nothing follows from it")]
    ConstantPredictor {
        /// Its code.
        predictor: String,
    },
    /// An iteration that did not come to rest.
    #[error("after {iterations} iterations the result still changes by {change:e}")]
    NoConvergence {
        /// Number of iterations done.
        iterations: u32,
        /// Size of the last change.
        change: f64,
    },
    /// A covariance matrix without an inverse: indicators that follow from each other, or too few units.
    #[error("the indicators follow from each other, or there are too few units for them")]
    Singular,
    /// More indicators than are looked at together.
    #[error("{found} indicators are together, and {most} may be")]
    TooManyIndicators {
        /// Number of indicators.
        found: usize,
        /// The most there may be.
        most: usize,
    },
}

impl ImputeFault {
    /// A stable word for programs.
    pub fn code(&self) -> &'static str {
        match self {
            Self::ConstantPredictor { .. } => "constant_predictor",
            Self::NoConvergence { .. } => "no_convergence",
            Self::Singular => "singular",
            Self::TooManyIndicators { .. } => "too_many_indicators",
        }
    }

    /// What a person can do about it.
    pub fn remedy(&self) -> &'static str {
        match self {
            Self::ConstantPredictor { .. } => {
                "predict from another indicator, or take another rule"
            }
            Self::NoConvergence { .. } => {
                "allow more iterations or a larger tolerance, or look at fewer indicators together"
            }
            Self::Singular | Self::TooManyIndicators { .. } => {
                "look at fewer indicators together (a deeper `level`), or take another rule"
            }
        }
    }
}
