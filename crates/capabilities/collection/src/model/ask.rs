//! The cells that are asked for.

use yanzhi_catalogue::Indicator;
use yanzhi_kernel::{Code, Id, Period};
use yanzhi_organisations::Unit;

use super::{Round, Submission};

/// The place of a figure, by codes.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Place {
    /// What is measured.
    pub indicator: Code,
    /// Of whom.
    pub unit: Code,
    /// In which scope.
    pub caliber: Code,
    /// When.
    pub period: Period,
}

/// A cell that a round asks an organisation for. A round asks for a cell once (一数一源).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ask {
    /// Its id.
    pub id: Id<Ask>,
    /// The round.
    pub round: Id<Round>,
    /// Who has to answer.
    pub submission: Id<Submission>,
    /// 1, 2, 3, … within the round: what people and programs call it.
    pub number: i64,
    /// Where the figure goes.
    pub place: Place,
    /// The indicator.
    pub indicator: Id<Indicator>,
    /// The unit.
    pub unit: Id<Unit>,
}

/// A cell that is asked elsewhere, or known already.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Repeat {
    /// The cell.
    pub place: Place,
    /// The open round that asks for it; `None` when its figure is final already.
    pub round: Option<Code>,
}
