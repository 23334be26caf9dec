//! Work in parallel with results placed by position, so that the number of threads never shows in
//! the result.

use rayon::prelude::*;

use crate::error::ComputeError;

/// Below this many cells one thread is faster than waking others.
const WORTH_THREADS: usize = 1_000_000;

/// How a computation is run. It changes the time taken, never the result.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Options {
    /// Number of threads. 0 (the default) chooses: one for small frames, else one a core.
    pub threads: usize,
}

/// The calling thread alone, or a pool of the asked size.
pub(crate) enum Workers {
    Caller,
    Pool(rayon::ThreadPool),
}

impl Workers {
    pub(crate) fn new(options: Options, cells: usize) -> Result<Self, ComputeError> {
        let threads = match options.threads {
            0 if cells < WORTH_THREADS => 1,
            0 => std::thread::available_parallelism().map_or(1, usize::from),
            asked => asked,
        };
        if threads == 1 {
            return Ok(Self::Caller);
        }
        rayon::ThreadPoolBuilder::new()
            .num_threads(threads)
            .build()
            .map(Self::Pool)
            .map_err(|error| ComputeError::Threads {
                asked: threads,
                reason: error.to_string(),
            })
    }

    /// Does `work` on every item; the results come in the order of the items. When several items
    /// fail, the error is that of the first by position.
    pub(crate) fn map<T: Send, R: Send>(
        &self,
        items: Vec<T>,
        work: impl Fn(T) -> Result<R, ComputeError> + Sync + Send,
    ) -> Result<Vec<R>, ComputeError> {
        match self {
            Self::Caller => items.into_iter().map(work).collect(),
            Self::Pool(pool) => {
                let done: Vec<Result<R, ComputeError>> =
                    pool.install(|| items.into_par_iter().map(work).collect());
                done.into_iter().collect()
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn workers(threads: usize) -> Workers {
        Workers::new(Options { threads }, 0).unwrap()
    }

    fn failure(asked: usize) -> ComputeError {
        let reason = "test".to_owned();
        ComputeError::Threads { asked, reason }
    }

    #[test]
    fn results_keep_the_order_of_the_items() {
        let items: Vec<usize> = (0..1_000).collect();
        let doubled = workers(4).map(items, |n| Ok(n * 2)).unwrap();
        assert_eq!(doubled, (0..2_000).step_by(2).collect::<Vec<_>>());
    }

    #[test]
    fn the_first_error_by_position_is_reported_for_any_number_of_threads() {
        for threads in [1, 2, 4] {
            let items: Vec<usize> = (0..1_000).collect();
            let failed = workers(threads).map(items, |n| match n % 7 {
                3 => Err(failure(n)),
                _ => Ok(n),
            });
            assert_eq!(failed, Err(failure(3)), "{threads} threads");
        }
    }
}
