//! What happened to a submission. Rows are added, never changed.

use serde::{Deserialize, Serialize};
use yanzhi_kernel::{Id, Timestamp, word_list};

use super::{Submission, SubmissionState};

word_list! {
    /// What may be done with a submission.
    Step, "step" {
        /// Ask for it.
        Open = "open",
        /// Fill in.
        Edit = "edit",
        /// Hand in.
        Submit = "submit",
        /// Pass on to the second review.
        Endorse = "endorse",
        /// Approve all of it.
        Approve = "approve",
        /// Return some of it or all.
        Return = "return",
        /// Take an approved figure up again.
        Reopen = "reopen",
        /// Give more time.
        Extend = "extend",
    }
}

/// The cells that a decision named, by number.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decided {
    /// Approved.
    pub approved: Vec<i64>,
    /// Returned.
    pub returned: Vec<i64>,
}

/// One step of a submission.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Transition {
    /// Its id.
    pub id: Id<Transition>,
    /// The submission.
    pub submission: Id<Submission>,
    /// The version that the submission had then.
    pub version: i64,
    /// What was done.
    pub step: Step,
    /// From which state.
    pub from: SubmissionState,
    /// To which state.
    pub to: SubmissionState,
    /// When.
    pub at: Timestamp,
    /// Who.
    pub actor: String,
    /// Why, or what was said.
    pub comment: Option<String>,
    /// Whether it came after the deadline.
    pub is_late: bool,
    /// What was decided of which cell.
    pub decided: Decided,
    /// The key that the request named, so that it is done once however often it is sent.
    pub request: Option<String>,
}
