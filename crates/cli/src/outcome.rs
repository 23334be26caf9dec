//! Exit codes.

use std::process::ExitCode;

use crate::speak::say_error;

/// How a command ended. The codes are part of the interface: see `yanzhi --help`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// 0: done.
    Done,
    /// 1: refused; the input or the surroundings are wrong and nothing was changed.
    Refused,
    /// 3: computed, but some scores are missing.
    Incomplete,
    /// 130: stopped by Ctrl-C, as shells count it; nothing was written.
    Cancelled,
}

impl Outcome {
    /// The exit code of [`Outcome::Cancelled`].
    pub(crate) const CANCELLED: u8 = 130;
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        match outcome {
            Outcome::Done => Self::SUCCESS,
            Outcome::Refused => Self::from(1),
            Outcome::Incomplete => Self::from(3),
            Outcome::Cancelled => Self::from(Outcome::CANCELLED),
        }
    }
}

/// Says why a command failed and gives its exit code.
pub(crate) fn report(error: &anyhow::Error) -> ExitCode {
    // A pipe that nobody reads any more is how `| head` ends a command, not a failure.
    let is_closed_pipe = error.chain().any(|cause| {
        let io = cause.downcast_ref::<std::io::Error>();
        io.is_some_and(|io| io.kind() == std::io::ErrorKind::BrokenPipe)
    });
    if is_closed_pipe {
        return ExitCode::SUCCESS;
    }
    say_error(&format!("{error:#}"));
    Outcome::Refused.into()
}
