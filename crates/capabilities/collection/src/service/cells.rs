//! Filling in: what is typed is kept at once, cell by cell.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::json;
use yanzhi_kernel::{Code, Digest, MissingReason, Text, access::Action};
use yanzhi_storage::WriteTx;

use super::{
    Asked, Doing,
    access::submission_for,
    record,
    taking::{hold, state_after},
};
use crate::{Ask, CollectionError, Content, Entry, Step, read_typed, store};

/// What somebody typed into a cell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Typed {
    /// The cell, by its number.
    pub cell: i64,
    /// The version of the cell that they saw.
    pub version: i64,
    /// The text.
    pub text: String,
    /// Why there is no figure.
    pub missing: Option<MissingReason>,
    /// What a reviewer or reader should know.
    pub explanation: Option<String>,
    /// Whether it was generated for demonstration.
    pub is_synthetic: bool,
}

/// What has become of it.
#[derive(Clone, Debug, PartialEq)]
pub enum CellSaved {
    /// It is kept; it was there already when it was sent a second time.
    Saved(Entry),
    /// Somebody else typed something else meanwhile; this is what stands there.
    Conflict(Entry),
    /// It cannot be kept; what stands there stays.
    Fault(Text, Option<Entry>),
}

/// A cell that somebody typed into.
#[derive(Clone, Debug, PartialEq)]
pub struct SavedCell {
    /// The cell, by its number.
    pub cell: i64,
    /// What has become of it.
    pub result: CellSaved,
}

/// Keeps what was typed. Sending the same a second time changes nothing; whoever saw an older version of a cell is shown
/// what stands there now. Nothing is kept of a submission that waits for a decision or was approved.
///
/// # Errors
/// [`CollectionError::SubmissionIs`], [`CollectionError::RoundIs`], a refusal, a failure of the database. What is wrong
/// with a single cell is no error.
pub async fn save_cells(
    tx: &WriteTx,
    doing: Doing<'_>,
    codes: (&Code, &Code, &Code),
    typed: Vec<Typed>,
) -> Result<(Asked, Vec<SavedCell>), CollectionError> {
    let asked = submission_for(tx, doing.scope, Action::SubmissionEdit, codes).await?;
    let mut held = hold(tx, &asked).await?;
    state_after(&held, Step::Edit)?;
    let mut cells = Cells::of(tx, &held).await?;
    let before = cells.digest();
    let mut saved = Vec::new();
    let mut is_changed = false;
    for typed in typed {
        let cell = typed.cell;
        let (result, is_new) = cells.save(tx, doing, &held, typed).await?;
        is_changed |= is_new;
        saved.push(SavedCell { cell, result });
    }
    if is_changed {
        let from = held.submission.state;
        held.submission.version += 1;
        if !store::submission::save(tx, &held.submission, from).await? {
            return Err(CollectionError::Stale);
        }
        let actor = doing.scope.actor().to_string();
        store::hand::note(tx, held.submission.id, &actor, doing.now).await?;
        let digests = (before, cells.digest());
        record::of_submission(tx, doing, Action::SubmissionEdit, &held, digests).await?;
    }
    Ok((held, saved))
}

/// The cells of a submission, by number.
struct Cells(BTreeMap<i64, (Ask, Entry)>);

impl Cells {
    async fn of(tx: &WriteTx, asked: &Asked) -> Result<Self, CollectionError> {
        let submission = asked.submission.id;
        let asks = store::ask::of_submission(tx, submission).await?;
        let entries = store::entry::of_submissions(tx, &BTreeSet::from([submission])).await?;
        let mut entries: BTreeMap<_, _> = entries.into_iter().map(|it| (it.ask, it)).collect();
        let cells = asks.into_iter().filter_map(|ask| {
            let entry = entries.remove(&ask.id)?;
            Some((ask.number, (ask, entry)))
        });
        Ok(Self(cells.collect()))
    }

    /// Keeps what was typed into a cell, and says whether anything has changed.
    async fn save(
        &mut self,
        tx: &WriteTx,
        doing: Doing<'_>,
        asked: &Asked,
        typed: Typed,
    ) -> Result<(CellSaved, bool), CollectionError> {
        let Some((_, entry)) = self.0.get_mut(&typed.cell) else {
            return Ok((CellSaved::Fault(unknown(typed.cell), None), false));
        };
        let seen = typed.version;
        let content = match content(typed) {
            Ok(content) => content,
            Err(fault) => return Ok((CellSaved::Fault(fault, Some(entry.clone())), false)),
        };
        if !entry.standing.is_editable() {
            return Ok((CellSaved::Fault(locked(), Some(entry.clone())), false));
        }
        if entry.content == content {
            return Ok((CellSaved::Saved(entry.clone()), false));
        }
        if entry.version != seen {
            return Ok((CellSaved::Conflict(entry.clone()), false));
        }
        entry.content = content;
        entry.version += 1;
        entry.edited_at = Some(doing.now);
        entry.edited_by = Some(doing.scope.actor().to_string());
        if !store::entry::save(tx, asked.submission.id, entry).await? {
            return Err(CollectionError::Stale);
        }
        Ok((CellSaved::Saved(entry.clone()), true))
    }

    fn digest(&self) -> Digest {
        let cells = self.0.iter().map(|(number, (_, entry))| {
            let Content {
                text,
                missing,
                explanation,
                ..
            } = &entry.content;
            json!([number, entry.version, text, missing, explanation])
        });
        Digest::of(json!(cells.collect::<Vec<_>>()).to_string())
    }
}

/// What was typed, when it can be kept. A text that is no number is kept too: it is mended before it is handed in.
fn content(typed: Typed) -> Result<Content, Text> {
    let kept = |text: Option<String>| {
        let text = text.map(|it| it.trim().to_owned());
        text.filter(|it| !it.is_empty())
    };
    let text = typed.text.trim().to_owned();
    let (missing, explanation) = (typed.missing, kept(typed.explanation));
    let is_control = |it: char| it.is_control() && it != '\n';
    for (said, most) in [
        (Some(text.as_str()), Content::MAX_TEXT),
        (explanation.as_deref(), Content::MAX_SENTENCE),
    ] {
        let said = said.unwrap_or_default();
        if said.chars().count() > most {
            return Err(too_long());
        }
        if said.contains(is_control) {
            return Err(control_characters());
        }
    }
    if !text.is_empty() && missing.is_some() {
        return Err(Text::new(
            "已填数值，又说明了无数据：请只保留一项。",
            "There is a figure and a reason why there is none: keep one of them.",
        ));
    }
    Ok(Content {
        number: read_typed(&text).ok(),
        text,
        missing,
        explanation,
        is_synthetic: typed.is_synthetic,
    })
}

fn control_characters() -> Text {
    Text::new(
        "内容含控制字符：请删去后重试。",
        "There are control characters in it: take them out and try again.",
    )
}

fn unknown(cell: i64) -> Text {
    Text::new(
        format!("没有第 {cell} 格：请重新打开填报表。"),
        format!("There is no cell {cell}: open the grid again."),
    )
}

fn locked() -> Text {
    Text::new(
        "此格待审核或已通过，不能修改：退回或更正后才能填写。",
        "This cell waits for a decision or was approved: it can be changed once it is returned.",
    )
}

fn too_long() -> Text {
    let (text, sentence) = (Content::MAX_TEXT, Content::MAX_SENTENCE);
    Text::new(
        format!("内容过长：数值至多 {text} 字，说明至多 {sentence} 字。"),
        format!("It is too long: a figure has at most {text} characters, a sentence {sentence}."),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(text: &str, missing: Option<MissingReason>) -> Typed {
        Typed {
            text: text.to_owned(),
            missing,
            ..Typed::default()
        }
    }

    #[test]
    fn what_is_typed_is_kept_even_when_it_is_no_number() {
        let said = content(typed(" 2.50 ", None)).unwrap();
        assert_eq!((said.text.as_str(), said.number.is_some()), ("2.50", true));
        let said = content(typed("约二", None)).unwrap();
        assert_eq!((said.number, said.is_filled()), (None, true));
        assert!(
            content(typed("", Some(MissingReason::NotCollected)))
                .unwrap()
                .is_filled()
        );
    }

    #[test]
    fn what_cannot_be_kept_says_why() {
        for said in [
            typed("2", Some(MissingReason::NotApplicable)),
            typed("1\t2", None),
            typed(&"1".repeat(201), None),
            Typed {
                explanation: Some("长".repeat(1_001)),
                ..Typed::default()
            },
        ] {
            assert!(content(said.clone()).is_err(), "{said:?}");
        }
    }
}
