//! Who has to report what by when, and how far is it?
//!
//! A [`Round`] asks organisations for figures: each of its items, of each unit, for each period, by a deadline of the
//! strategy's zone. Opened, it becomes one [`Ask`] a cell, each asked once and of one organisation (一数一源), and one
//! [`Submission`] an organisation. What is typed into a cell is an [`Entry`]; it is kept at once and counts for nothing
//! yet. A submission is handed in, perhaps endorsed, and then decided cell by cell: what is approved becomes a version
//! of a figure in the same transaction, what is returned may be filled in again. Each step is a [`Transition`]; nobody
//! decides what went through their own hands.
//!
//! Deadlines, lateness and completeness are shown by unit and by indicator, and never by person.

mod error;
pub mod migrations;
mod model;
pub mod routes;
mod rules;
mod service;
mod store;

pub use error::CollectionError;
pub use model::{
    Ask, Comment, Content, Deadline, Decided, Entry, Evidence, FileName, InvalidDeadline,
    InvalidTitle, Item, Levels, NewRound, Place, Plan, Recurrence, Remark, Repeat, ReportedBy,
    Round, RoundChange, RoundState, Standing, Step, Submission, SubmissionState, Title, Transition,
};
pub use rules::{
    Approved, Burden, CellContext, DecisionFault, Finding, OneHand, PlanFault, Progress, Reminder,
    Severity, Tally, TypedFault, findings, read_typed,
};
pub use service::{
    Asked, CellSaved, Design, Doing, Duty, EvidenceFolder, FoundRound, Grid, GridCell, History,
    Incoming, Kept, May, Request, SavedCell, ShownProgress, Typed, Verdict, Workbench,
    add_evidence, change, close, comment, comments, create, decide, design, endorse, evidence,
    evidence_file, extend, grid, history, next, open, progress, recomputations, reopen,
    room_for_evidence, round, rounds, save_cells, settle_recomputation, submission, submissions,
    submit, workbench,
};
