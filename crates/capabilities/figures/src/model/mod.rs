//! The words of the capability.

mod as_of;

use std::{fmt, str::FromStr};

pub use as_of::{AsOf, InvalidAsOf};

use uuid::Uuid;
use yanzhi_catalogue::Indicator;
use yanzhi_kernel::{Code, Id, MissingReason, ObservationStatus, Period, Timestamp};
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

    /// The text as reported, without a copy.
    pub(crate) fn into_text(self) -> String {
        self.text
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

/// Why a cell has no value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Absence {
    /// The reason.
    pub reason: MissingReason,
    /// What there is to add to it.
    pub note: Option<String>,
}

/// What a version says: a value, or why there is none.
#[derive(Clone, Debug, PartialEq)]
pub enum Content {
    /// The value.
    Value(Value),
    /// There is none.
    Missing(Absence),
}

impl Content {
    /// The value, where there is one.
    pub const fn value(&self) -> Option<&Value> {
        match self {
            Self::Value(value) => Some(value),
            Self::Missing(_) => None,
        }
    }

    /// Why there is no value, where there is none.
    pub const fn absence(&self) -> Option<&Absence> {
        match self {
            Self::Value(_) => None,
            Self::Missing(absence) => Some(absence),
        }
    }
}

/// A figure that is being recorded.
#[derive(Clone, Debug, PartialEq)]
pub struct NewFigure {
    /// Its place.
    pub cell: Cell,
    /// Its value, or why there is none.
    pub content: Content,
    /// How settled it is.
    pub status: ObservationStatus,
    /// Where it comes from.
    pub source: Option<Code>,
    /// Whether it was generated for demonstration: 演示数据.
    pub is_synthetic: bool,
    /// What a reader should know.
    pub note: Option<String>,
    /// The answer to what a check found doubtful; it travels with the figure.
    pub explanation: Option<String>,
    /// Why it replaces what was there. Where it is `None`, the reason of the recording counts.
    pub reason: Option<String>,
    /// Until when only those may see it who read unreleased figures of its unit.
    pub embargo_until: Option<Timestamp>,
}

impl NewFigure {
    /// A final figure of which nothing else is known.
    pub const fn new(cell: Cell, content: Content) -> Self {
        Self {
            cell,
            content,
            status: ObservationStatus::Final,
            source: None,
            is_synthetic: false,
            note: None,
            explanation: None,
            reason: None,
            embargo_until: None,
        }
    }

    /// Whether a reader would see no difference; why it was recorded does not matter.
    pub fn says_the_same(&self, other: &Self) -> bool {
        self.content == other.content
            && self.status == other.status
            && self.source == other.source
            && self.is_synthetic == other.is_synthetic
            && self.note == other.note
            && self.explanation == other.explanation
            && self.embargo_until == other.embargo_until
    }
}

/// Which way a figure came in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Provenance {
    /// By a file: a pack, a table.
    Import,
    /// By the approval of what an organisation submitted.
    Submission(Uuid),
    /// Computed from other figures.
    Derived,
}

impl fmt::Display for Provenance {
    /// As it is stored: `import`, `submission:<id>`, `derived`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Import => f.write_str("import"),
            Self::Submission(id) => write!(f, "submission:{id}"),
            Self::Derived => f.write_str("derived"),
        }
    }
}

impl FromStr for Provenance {
    type Err = UnknownProvenance;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text.split_once(':') {
            None if text == "import" => Ok(Self::Import),
            None if text == "derived" => Ok(Self::Derived),
            Some(("submission", id)) => {
                let id = id.parse().map_err(|_| UnknownProvenance)?;
                Ok(Self::Submission(id))
            }
            _ => Err(UnknownProvenance),
        }
    }
}

/// The text names no way in which a figure comes in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("write import, submission:<id> or derived")]
pub struct UnknownProvenance;

/// A version of a figure, as it was recorded.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// Its id; what is derived from it, said about it or proves it points to it.
    pub id: Id<Figure>,
    /// What was recorded, with the reason that counted.
    pub said: NewFigure,
    /// Its number among the versions of the cell: 1, 2, 3, …
    pub sequence: u32,
    /// Which way it came in.
    pub provenance: Provenance,
    /// When. It never decreases from one version of a cell to the next.
    pub recorded_at: Timestamp,
    /// Who reported it, as the audit log writes actors.
    pub recorded_by: String,
    /// Who approved it, where somebody had to.
    pub approved_by: Option<String>,
}

impl Figure {
    /// Its value, where there is one.
    pub const fn value(&self) -> Option<&Value> {
        self.said.content.value()
    }
}

/// How a derived version came out.
#[derive(Clone, Debug, PartialEq)]
pub struct Derivation {
    /// The expression that it was computed by.
    pub expression: String,
    /// The versions that went in, ordered by id.
    pub inputs: Vec<Figure>,
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
    /// Only of this period.
    pub period: Option<Period>,
    /// Only of this status.
    pub status: Option<ObservationStatus>,
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
    /// Those with a value.
    pub figures: usize,
    /// Those of them that were generated: 演示数据.
    pub synthetic: usize,
    /// Cells that say why they have none.
    pub missing: usize,
}

/// Some of the figures.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FigurePage {
    /// The figures, ordered by cell.
    pub figures: Vec<Figure>,
    /// Whether others follow.
    pub has_more: bool,
}
