#![doc = include_str!("../README.md")]
#![warn(missing_docs)]

mod arithmetic;
mod cell;
mod evaluate;
mod expression;
mod fault;
mod function;
mod graph;
mod half_width;
mod meaning;
mod measure;
mod missing;
mod parse;
mod quantity;
mod slip;
mod span;
mod token;
mod tree;

pub use cell::Cell;
pub use evaluate::{Child, Figure, Figures, Outcome};
pub use expression::{Expression, Reading};
pub use fault::{CODES, Fault};
pub use graph::{Definition, Graph, Refusal};
pub use measure::Measure;
pub use missing::{Missing, Reason};
pub use span::Span;
