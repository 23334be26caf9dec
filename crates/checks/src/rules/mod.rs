//! The rules, each a function of figures. Where a figure that a rule needs is missing, it says nothing: what is
//! missing is the business of the rule that requires it.

pub(crate) mod bounds;
pub(crate) mod digits;
pub(crate) mod holds;
pub(crate) mod outlier;
pub(crate) mod sums;
