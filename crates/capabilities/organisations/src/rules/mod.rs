//! When units and organisations make trees.

mod tree;
mod unit_tree;

pub use tree::{Place, Tree};
pub(crate) use unit_tree::check_tree;
