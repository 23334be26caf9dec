//! What may be wrong with rounds and submissions.

use yanzhi_audit::AuditError;
use yanzhi_catalogue::CatalogueError;
use yanzhi_figures::FiguresError;
use yanzhi_kernel::{Code, access::Refusal};
use yanzhi_organisations::OrganisationsError;
use yanzhi_storage::StorageError;

use crate::{
    DecisionFault, FileName, Finding, InvalidDeadline, InvalidTitle, OneHand, Place, PlanFault,
    RoundState, SubmissionState,
};

/// A failure that somebody can act on, or one of the database.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum CollectionError {
    /// There is no such strategy.
    #[error("there is no strategy {0}")]
    UnknownStrategy(Code),
    /// There is no such round, or none that the asker may see: the answer is the same.
    #[error("there is no round {code}")]
    UnknownRound {
        /// The code asked for.
        code: Code,
        /// What the asker would need to see it.
        refusal: Refusal,
    },
    /// The round does not ask this organisation, or the asker may not see what it reports.
    #[error("the round does not ask {organisation}")]
    UnknownSubmission {
        /// The organisation asked for.
        organisation: Code,
        /// What the asker would need to see it.
        refusal: Refusal,
    },
    /// The submission has no such cell.
    #[error("there is no cell {0}")]
    UnknownCell(i64),
    /// The submission has no such file.
    #[error("there is no such file")]
    UnknownEvidence,
    /// There is no such organisation to ask.
    #[error("there is no organisation {0} that may be asked")]
    UnknownOrganisation(Code),
    /// The asker may see it and not do this to it.
    #[error("not allowed: {}", .0.text().en)]
    Refused(Refusal),
    /// The code is taken.
    #[error("there is a round {0} already: choose another code")]
    CodeTaken(Code),
    /// Somebody else changed it since it was read.
    #[error("it was changed by somebody else: read it again")]
    Stale,
    /// The round is not in a state for this.
    #[error("the round is {0}: this is not done then")]
    RoundIs(RoundState),
    /// The submission is not in a state for this.
    #[error("the submission is {0}: this is not done then")]
    SubmissionIs(SubmissionState),
    /// The plan asks for what there is not.
    #[error("{}", .0.text().en)]
    Plan(PlanFault),
    /// Nobody answers for some cells.
    #[error("nobody answers for {} cells", .0.len())]
    Unanswered(Vec<Place>),
    /// Some cells are asked elsewhere or known already.
    #[error("{0} cells are asked elsewhere or known already: say why they are asked again")]
    AskedTwice(usize),
    /// The round does not come again.
    #[error("the round does not come again: give it a recurrence that fits its periods")]
    NoNext,
    /// More time is less than there is.
    #[error("the new deadline is not later than the one before")]
    NotLater,
    /// Something keeps the submission from being handed in.
    #[error("{} findings keep the submission from being handed in", .0.len())]
    Blocked(Vec<Finding>),
    /// Four eyes.
    #[error("who filled in, submitted or endorsed it does not decide")]
    OneHand(OneHand),
    /// The decision is none.
    #[error("the decision does not fit the cells that wait: {0:?}")]
    Decision(DecisionFault),
    /// What was endorsed is approved by those who ask.
    #[error("this round has two reviews: endorse it, or return it")]
    EndorsementFirst,
    /// What is returned needs a comment; what is reopened, extended or asked again, a reason.
    #[error("say why")]
    ReasonMissing,
    /// The key of the request was used for another one.
    #[error("the key of this request was used for another one: make a new one")]
    RequestReused,
    /// A file is larger than files may be.
    #[error("the file is larger than {0} bytes")]
    TooLarge(u64),
    /// An organisation has added all the files that it may.
    #[error("the organisation has used up its {0} bytes of evidence")]
    QuotaUsedUp(u64),
    /// The name of a file is none.
    #[error("this is not the name of a file: write 1 to {max} characters without separators", max = FileName::MAX_CHARS)]
    FileName,
    /// What was sent broke off.
    #[error("the file broke off on its way")]
    BrokenOff,
    /// The folder of evidence failed.
    #[error(
        "the folder of evidence: {0}. Check that it is there, writable, and that the disk has room"
    )]
    File(#[from] std::io::Error),
    /// The title is none.
    #[error(transparent)]
    Title(#[from] InvalidTitle),
    /// The deadline is none.
    #[error(transparent)]
    Deadline(#[from] InvalidDeadline),
    /// The audit log failed.
    #[error(transparent)]
    Audit(#[from] AuditError),
    /// Organisations failed.
    #[error(transparent)]
    Organisations(#[from] OrganisationsError),
    /// The catalogue failed.
    #[error(transparent)]
    Catalogue(#[from] CatalogueError),
    /// Figures failed.
    #[error(transparent)]
    Figures(#[from] FiguresError),
    /// The database failed.
    #[error(transparent)]
    Storage(#[from] StorageError),
}
