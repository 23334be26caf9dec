//! The words of the capability.

mod ask;
mod comment;
mod entry;
mod evidence;
mod round;
mod submission;
mod title;
mod transition;

pub use ask::{Ask, Place, Repeat};
pub use comment::{Comment, Remark};
pub use entry::{Content, Entry, Standing};
pub use evidence::{Evidence, FileName};
pub use round::{
    Deadline, InvalidDeadline, Item, Levels, NewRound, Plan, Recurrence, ReportedBy, Round,
    RoundChange, RoundState,
};
pub use submission::{Submission, SubmissionState};
pub use title::{InvalidTitle, Title};
pub use transition::{Decided, Step, Transition};
