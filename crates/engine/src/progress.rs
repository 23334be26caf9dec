//! How long analyses tell how far they are, and how they are told to stop.
//!
//! ```
//! use std::ops::ControlFlow;
//! use std::sync::atomic::{AtomicU64, Ordering};
//! use yanzhi_engine::Progress;
//!
//! let last = AtomicU64::new(0);
//! let stop_half_way = |done: u64, of: u64| {
//!     last.store(done, Ordering::Relaxed);
//!     if done * 2 < of { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
//! };
//! assert_eq!(stop_half_way.advance(1, 10), ControlFlow::Continue(()));
//! assert_eq!(stop_half_way.advance(5, 10), ControlFlow::Break(()));
//! ```

use std::ops::ControlFlow;
use std::sync::atomic::{AtomicU64, Ordering};

/// Watches a long analysis, and may stop it. Analyses run on several threads, so it is called from
/// them; what it does changes the time taken, never the result.
///
/// `()` watches nothing; any function `Fn(done, of) -> ControlFlow<()>` is a watcher.
pub trait Progress: Sync {
    /// `done` pieces of work out of `of` are finished. `Break` stops the analysis with the error
    /// [`Cancelled`]. Several threads report, so `done` may come out of order.
    fn advance(&self, done: u64, of: u64) -> ControlFlow<()>;
}

impl Progress for () {
    fn advance(&self, _done: u64, _of: u64) -> ControlFlow<()> {
        ControlFlow::Continue(())
    }
}

impl<F: Fn(u64, u64) -> ControlFlow<()> + Sync> Progress for F {
    fn advance(&self, done: u64, of: u64) -> ControlFlow<()> {
        self(done, of)
    }
}

/// An analysis was stopped by its [`Progress`] before it was complete; there is no result.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("cancelled after {done} of {of}: start again for a result")]
pub struct Cancelled {
    /// Pieces of work that were finished.
    pub done: u64,
    /// Pieces of work in all.
    pub of: u64,
}

/// Counts finished pieces of work over several threads and reports them.
pub(crate) struct Counter<'a> {
    progress: &'a dyn Progress,
    done: AtomicU64,
    of: u64,
}

impl<'a> Counter<'a> {
    pub(crate) fn new(progress: &'a dyn Progress, of: u64) -> Self {
        let done = AtomicU64::new(0);
        Self { progress, done, of }
    }

    /// More pieces are finished.
    pub(crate) fn add(&self, pieces: u64) -> Result<(), Cancelled> {
        let done = self.done.fetch_add(pieces, Ordering::Relaxed) + pieces;
        match self.progress.advance(done, self.of) {
            ControlFlow::Continue(()) => Ok(()),
            ControlFlow::Break(()) => Err(Cancelled { done, of: self.of }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_counter_adds_up_and_hands_on_the_wish_to_stop() {
        let watch = |done: u64, of: u64| {
            if done < of {
                return ControlFlow::Continue(());
            }
            ControlFlow::Break(())
        };
        let counter = Counter::new(&watch, 5);
        assert_eq!(counter.add(2), Ok(()));
        assert_eq!(counter.add(3), Err(Cancelled { done: 5, of: 5 }));
    }

    #[test]
    fn nothing_watches_and_nothing_stops() {
        assert_eq!(Counter::new(&(), 1).add(1), Ok(()));
        let message = Cancelled { done: 3, of: 9 }.to_string();
        assert!(message.starts_with("cancelled after 3 of 9"), "{message}");
    }
}
