//! Why a frame cannot be built.

/// Why a frame cannot be built.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum FrameError {
    /// There are no periods, no units or no indicators.
    #[error("the frame has no {axis}: give at least one")]
    Empty {
        /// `periods`, `units` or `indicators`.
        axis: &'static str,
    },
    /// A code is empty.
    #[error("number {number} of the {axis} has an empty code: give it one")]
    EmptyCode {
        /// `periods`, `units` or `indicators`.
        axis: &'static str,
        /// Its place in the list, from 1.
        number: usize,
    },
    /// A code stands twice on one axis.
    #[error("`{code}` stands twice among the {axis}: remove or rename one")]
    Duplicate {
        /// `periods`, `units` or `indicators`.
        axis: &'static str,
        /// The code.
        code: String,
    },
    /// More cells than a machine can address.
    #[error(
        "{periods} periods × {units} units × {indicators} indicators are too many cells: split the frame"
    )]
    TooLarge {
        /// Number of periods.
        periods: usize,
        /// Number of units.
        units: usize,
        /// Number of indicators.
        indicators: usize,
    },
    /// A position beyond the end of an axis.
    #[error("there is no number {position} (from 0) among the {length} {axis}")]
    OutOfRange {
        /// `periods`, `units` or `indicators`.
        axis: &'static str,
        /// The position asked for.
        position: usize,
        /// Length of the axis.
        length: usize,
    },
    /// NaN or infinity: a missing figure is left out, not written as NaN.
    #[error(
        "indicator {indicator}, unit {unit}, period {period}: {value} is not a finite number; leave a missing figure out"
    )]
    NotFinite {
        /// The indicator's code.
        indicator: String,
        /// The unit's code.
        unit: String,
        /// The period.
        period: String,
        /// NaN or an infinity.
        value: f64,
    },
    /// A cell was given twice.
    #[error(
        "indicator {indicator}, unit {unit}, period {period}: the cell has a value already; give each figure once"
    )]
    SetTwice {
        /// The indicator's code.
        indicator: String,
        /// The unit's code.
        unit: String,
        /// The period.
        period: String,
    },
}
