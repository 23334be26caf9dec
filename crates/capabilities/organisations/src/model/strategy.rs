//! The words of the capability.

use std::collections::BTreeMap;

use yanzhi_kernel::{Code, Id, Text, UnitKind};

/// What one government runs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Strategy {
    /// Its id.
    pub id: Id<Strategy>,
    /// Its code, as in addresses.
    pub code: Code,
    /// Its name.
    pub name: Text,
    /// What it is, in a sentence or two.
    pub description: Text,
    /// Who publishes it.
    pub publisher: Text,
    /// The zone of its deadlines, such as `Asia/Shanghai`.
    pub time_zone: String,
    /// The document it rests on.
    pub source_title: Option<String>,
    /// Where that document is.
    pub source_url: Option<String>,
}

/// A strategy that is being brought in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewStrategy {
    /// Its code.
    pub code: Code,
    /// Its name.
    pub name: Text,
    /// What it is.
    pub description: Text,
    /// Who publishes it.
    pub publisher: Text,
    /// The zone of its deadlines.
    pub time_zone: String,
    /// The document it rests on.
    pub source_title: Option<String>,
    /// Where that document is.
    pub source_url: Option<String>,
}

/// Units that are fairly compared with each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Its code.
    pub code: Code,
    /// Its name.
    pub name: Text,
}

/// A group that is being brought in.
pub type NewGroup = Group;

/// The place of a unit in the tile map: column from the west, row from the north.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tile {
    /// Column.
    pub x: i32,
    /// Row.
    pub y: i32,
}

/// What is scored, or what reports.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit {
    /// Its id.
    pub id: Id<Unit>,
    /// What it is.
    pub details: NewUnit,
}

/// A unit that is being brought in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewUnit {
    /// Its code.
    pub code: Code,
    /// The unit it belongs to.
    pub parent: Option<Code>,
    /// Its name.
    pub name: Text,
    /// Its name where room is scarce.
    pub short_name: Text,
    /// Its kind.
    pub kind: UnitKind,
    /// Whom it is compared with.
    pub group: Option<Code>,
    /// Its code of GB/T 2260, where it has one.
    pub gb2260: Option<String>,
    /// Its place in the tile map.
    pub tile: Option<Tile>,
    /// What a reader should know.
    pub note: Option<String>,
}

/// The units and groups of one strategy.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Directory {
    /// Units by code.
    pub units: BTreeMap<Code, Unit>,
    /// Groups by code.
    pub groups: BTreeMap<Code, Group>,
}
