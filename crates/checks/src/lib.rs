#![doc = include_str!("../README.md")]
#![warn(missing_docs)]

mod check;
mod finding;
mod flaw;
mod keys;
mod read;
mod robust;
mod rules;
mod run;

pub use check::{Among, Applies, Audience, Bounds, Check, Compared, Relation, Rule, Severity, Sum};
pub use finding::Finding;
pub use flaw::{CODES, Flaw};
pub use run::{Cells, run};
pub use yanzhi_formula::Cell;
