//! Runs the steps of a method.

use crate::error::ComputeError;
use crate::frame::Frame;
use crate::framework::Framework;
use crate::index::Index;
use crate::method::Method;
use crate::work::Work;
use crate::workers::{Options, Workers};

/// Computes an index: scores, ranks, and everything between them and the figures.
///
/// # Errors
/// A framework or a method that does not fit the frame (all faults at once), or a rule that cannot be
/// applied to a figure (the first by position).
pub fn compute(
    frame: &Frame,
    framework: &Framework,
    method: &Method,
) -> Result<Index, ComputeError> {
    compute_with(frame, framework, method, &Options::default())
}

/// As [`compute`], with a number of threads. The result is the same to the byte for any number.
///
/// # Errors
/// As [`compute`], and when the threads cannot be started.
pub fn compute_with(
    frame: &Frame,
    framework: &Framework,
    method: &Method,
    options: &Options,
) -> Result<Index, ComputeError> {
    framework.check_against(frame)?;
    method.validate(framework, frame)?;
    let workers = Workers::new(*options, frame.cells())?;
    let mut work = Work::new(frame, framework);
    work.aggregation = method.aggregate();
    for (step, label) in method.steps.iter().zip(method.labels()) {
        step.as_run().run(&mut work, &label, &workers)?;
    }
    Index::of(work)
}
