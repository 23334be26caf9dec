//! The words of the capability.

use yanzhi_catalogue::Indicator;
use yanzhi_kernel::{Code, Id, ObservationStatus, Period, Timestamp};
use yanzhi_organisations::Unit;

use crate::FiguresError;

/// A number as reported: its text, and the finite number that the text says.
#[derive(Clone, Debug, PartialEq)]
pub struct Value {
    number: f64,
    text: String,
}

impl Value {
    /// A value from its number and the text it was read from.
    ///
    /// # Errors
    /// [`FiguresError::NotFinite`].
    pub fn new(number: f64, text: impl Into<String>) -> Result<Self, FiguresError> {
        let text = text.into();
        if number.is_finite() {
            Ok(Self { number, text })
        } else {
            Err(FiguresError::NotFinite(text))
        }
    }

    /// The number.
    pub const fn number(&self) -> f64 {
        self.number
    }

    /// The text as reported.
    pub fn text(&self) -> &str {
        &self.text
    }
}

/// The place of a figure.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Cell {
    /// What is measured.
    pub indicator: Id<Indicator>,
    /// Of whom.
    pub unit: Id<Unit>,
    /// In which scope.
    pub caliber: Code,
    /// When.
    pub period: Period,
}

/// A figure that is being recorded.
#[derive(Clone, Debug, PartialEq)]
pub struct NewFigure {
    /// Its place.
    pub cell: Cell,
    /// Its value.
    pub value: Value,
    /// How settled it is.
    pub status: ObservationStatus,
    /// Where it comes from.
    pub source: Option<Code>,
    /// Whether it was generated for demonstration: 演示数据.
    pub is_synthetic: bool,
    /// What a reader should know.
    pub note: Option<String>,
}

/// The version of a figure that counts.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// What was recorded.
    pub said: NewFigure,
    /// When.
    pub recorded_at: Timestamp,
}

/// What a figure says, without how it came about: all that a computation needs.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reading {
    /// What is measured.
    pub indicator: Id<Indicator>,
    /// Of whom.
    pub unit: Id<Unit>,
    /// When.
    pub period: Period,
    /// The number.
    pub number: f64,
    /// Whether it was generated for demonstration: 演示数据.
    pub is_synthetic: bool,
}

/// Which figures are asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    /// Only of these indicators; of all when the list is empty.
    pub indicators: Vec<Id<Indicator>>,
    /// Only of this unit.
    pub unit: Option<Id<Unit>>,
    /// Only of this caliber.
    pub caliber: Option<Code>,
    /// As known at this moment; now, when it is not given.
    pub as_of: Option<Timestamp>,
}

/// What recording did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Recorded {
    /// Figures that were not there before.
    pub added: usize,
    /// Figures that got a new version.
    pub corrected: usize,
    /// Figures that said the same already.
    pub unchanged: usize,
}

/// How many figures there are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// All of them.
    pub figures: usize,
    /// Those that were generated: 演示数据.
    pub synthetic: usize,
}
