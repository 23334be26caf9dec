//! What an organisation reports in a round.

use yanzhi_kernel::{Id, Timestamp, access::OrganisationId, word_list};

use super::{Deadline, Round};

word_list! {
    /// How far a submission is.
    SubmissionState, "state" {
        /// It is being filled in.
        Draft = "draft",
        /// It waits for a review.
        Submitted = "submitted",
        /// It passed the first of two reviews.
        Endorsed = "endorsed",
        /// Some of it has to be looked at again.
        Returned = "returned",
        /// Its figures count.
        Approved = "approved",
    }
}

/// What an organisation reports in a round.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Submission {
    /// Its id.
    pub id: Id<Submission>,
    /// The round.
    pub round: Id<Round>,
    /// The organisation that was asked.
    pub organisation: OrganisationId,
    /// How far it is.
    pub state: SubmissionState,
    /// Raised by every change, also of a cell.
    pub version: i64,
    /// Whether it was submitted after its deadline.
    pub is_late: bool,
    /// Its own deadline, where it got more time.
    pub extended: Option<Deadline>,
    /// When it was submitted last.
    pub submitted_at: Option<Timestamp>,
    /// Who endorsed what is decided now.
    pub endorsed_by: Option<String>,
    /// When it was decided last.
    pub decided_at: Option<Timestamp>,
}

impl Submission {
    /// By when it is due.
    pub fn due<'a>(&'a self, round: &'a Round) -> &'a Deadline {
        self.extended.as_ref().unwrap_or(&round.deadline)
    }
}
