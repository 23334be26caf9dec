//! What if: the questions asked of a ranking, one file a question.
//!
//! | question | answer |
//! |---|---|
//! | what would another method, weight, figure or a dropped node give? | [`apply`], then [`compare()`] |
//! | what hangs on a single indicator or dimension? | [`drop_each`] |
//! | how far can a weight move before the leader changes? | [`turning_points`] |
//! | which figure lifts a unit to a rank? | [`lift()`] |
//! | who beats whom whatever the weights, and which ranks are attainable? | [`dominance()`] |
//! | what moved a unit between two runs? | [`causes()`] |

pub mod causes;
pub mod change;
pub mod compare;
pub mod dominance;
pub mod drop;
mod error;
mod focus;
pub mod lift;
mod mean;
mod parts;
pub mod turning;
mod watch;

pub use causes::{By, Cause, CauseBasis, Causes, Overtaking, causes, causes_between_periods};
pub use change::{Change, Changed, apply};
pub use compare::{Comparison, Shift, compare, compare_periods};
pub use dominance::{
    AttainableRanks, Dominance, MOST_UNITS, Order, RankLimit, ShareBounds, WeightBounds, dominance,
};
pub use drop::{Dropped, Drops, Outcome, drop_each};
pub use error::WhatIfError;
pub use focus::Focus;
pub use lift::{Aim, Ascent, Lift, Lifts, Limits, Obstacle, lift};
pub use parts::Parts;
pub use turning::{Found, SHARE_TOLERANCE, Turn, Turning, TurningPoints, turning_points};

#[cfg(test)]
mod tests;
