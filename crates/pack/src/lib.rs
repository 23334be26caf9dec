#![doc = include_str!("../README.md")]
#![warn(missing_docs)]

mod checks;
mod code_list;
mod descriptor;
mod explain;
mod fault;
mod folder;
mod header;
mod json_place;
mod method;
mod model;
mod problem;
mod read;
mod row;
mod strategy;
mod table;
mod tables;
mod toml_text;

pub use explain::{Explained, check_method, explain_framework, read_method};
pub use fault::CODES;
pub use folder::{MAX_FILE_BYTES, MAX_TEXT_BYTES, Progress};
pub use model::{
    Caliber, Comparison, FrameworkNode, Group, Indicator, Number, Observation, Pack, Scoring,
    Source, Strategy, Target, Task, Tile, Unit, UnknownComparison,
};
pub use problem::{Problem, Problems};
pub use read::read;
pub use table::{MAX_OBSERVATIONS, MAX_RECORD_BYTES, MAX_ROWS};
