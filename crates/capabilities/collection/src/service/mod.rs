//! The use cases: design and open rounds, fill in and hand in, review.

mod access;
mod again;
mod cells;
mod design;
mod evidence;
mod files;
mod grid;
mod history;
mod opening;
mod progress;
mod publish;
mod recomputation;
mod record;
mod review;
mod rounds;
mod submit;
mod taking;
mod workbench;

pub use access::{Asked, FoundRound, round, rounds, submission, submissions};
pub use again::{extend, next};
pub use cells::{CellSaved, SavedCell, Typed, save_cells};
pub use design::{Design, design};
pub use evidence::{add_evidence, evidence, evidence_file, room_for_evidence};
pub use files::{EvidenceFolder, Incoming, Kept};
pub use grid::{Grid, GridCell, May, grid};
pub use history::{History, comment, comments, history};
pub use opening::{close, open};
pub use progress::{ShownProgress, progress};
pub use recomputation::{recomputations, settle_recomputation};
pub use review::{Verdict, decide, endorse, reopen};
pub use rounds::{change, create};
pub use submit::submit;
pub use taking::Request;
pub use workbench::{Duty, Workbench, workbench};
use yanzhi_kernel::{IdSource, Scope, Timestamp};

/// Who does something, when, and where new ids come from.
#[derive(Clone, Copy)]
pub struct Doing<'a> {
    /// Who.
    pub scope: &'a Scope,
    /// New ids.
    pub ids: &'a dyn IdSource,
    /// When.
    pub now: Timestamp,
}
