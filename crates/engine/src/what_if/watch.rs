//! Tells how far a question is.

use std::ops::ControlFlow;

use crate::progress::{Cancelled, Progress};

/// `done` of `of` pieces are finished.
pub(super) fn tell(progress: &dyn Progress, done: usize, of: usize) -> Result<(), Cancelled> {
    let count = |pieces: usize| u64::try_from(pieces).unwrap_or(u64::MAX);
    let (done, of) = (count(done), count(of));
    match progress.advance(done, of) {
        ControlFlow::Continue(()) => Ok(()),
        ControlFlow::Break(()) => Err(Cancelled { done, of }),
    }
}
