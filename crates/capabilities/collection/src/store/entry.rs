//! What stands in the cells.

use std::collections::{BTreeMap, BTreeSet};

use sea_orm::{ActiveValue::Set, QuerySelect, entity::prelude::*};
use yanzhi_kernel::{Id, Timestamp};
use yanzhi_storage::{ReadTx, StorageError, WriteTx, insert_all};

use super::{perhaps, read};
use crate::{Ask, CollectionError, Content, Entry, Standing, Submission};

const TABLE: &str = "collection_entry";

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "collection_entry")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub ask_id: Uuid,
    pub submission_id: Uuid,
    pub content: String,
    pub number: Option<f64>,
    pub missing: Option<String>,
    pub explanation: Option<String>,
    pub is_synthetic: bool,
    pub standing: String,
    pub version: i64,
    pub edited_at: Option<i64>,
    pub edited_by: Option<String>,
}

impl ActiveModelBehavior for ActiveModel {}

impl TryFrom<Model> for Entry {
    type Error = StorageError;

    fn try_from(row: Model) -> Result<Self, StorageError> {
        Ok(Self {
            ask: Id::from_uuid(row.ask_id),
            content: Content {
                text: row.content,
                number: row.number,
                missing: row
                    .missing
                    .map(|it| read(TABLE, "missing", &it))
                    .transpose()?,
                explanation: row.explanation,
                is_synthetic: row.is_synthetic,
            },
            standing: read(TABLE, "standing", &row.standing)?,
            version: row.version,
            edited_at: perhaps(TABLE, "edited_at", row.edited_at)?,
            edited_by: row.edited_by,
        })
    }
}

fn row(submission: Id<Submission>, entry: &Entry) -> ActiveModel {
    let content = &entry.content;
    ActiveModel {
        ask_id: Set(entry.ask.uuid()),
        submission_id: Set(submission.uuid()),
        content: Set(content.text.clone()),
        number: Set(content.number),
        missing: Set(content.missing.map(|it| it.as_str().to_owned())),
        explanation: Set(content.explanation.clone()),
        is_synthetic: Set(content.is_synthetic),
        standing: Set(entry.standing.to_string()),
        version: Set(entry.version),
        edited_at: Set(entry.edited_at.map(Timestamp::as_micros)),
        edited_by: Set(entry.edited_by.clone()),
    }
}

/// Those of some submissions.
pub(crate) async fn of_submissions(
    tx: &ReadTx,
    submissions: &BTreeSet<Id<Submission>>,
) -> Result<Vec<Entry>, CollectionError> {
    let submissions = submissions.iter().map(|id| id.uuid());
    let rows = Entity::find()
        .filter(Column::SubmissionId.is_in(submissions))
        .all(tx.connection())
        .await
        .map_err(StorageError::from)?;
    let entries = rows.into_iter().map(Entry::try_from);
    Ok(entries.collect::<Result<_, _>>()?)
}

pub(crate) async fn add(
    tx: &WriteTx,
    added: &[(Id<Submission>, Entry)],
) -> Result<(), CollectionError> {
    let rows: Vec<ActiveModel> = added.iter().map(|(of, entry)| row(*of, entry)).collect();
    Ok(insert_all(tx, rows).await?)
}

/// Writes a cell that was at the version before its own and could be changed; `false` when it is so no more.
pub(crate) async fn save(
    tx: &WriteTx,
    submission: Id<Submission>,
    changed: &Entry,
) -> Result<bool, CollectionError> {
    let done = Entity::update_many()
        .set(row(submission, changed))
        .filter(Column::AskId.eq(changed.ask.uuid()))
        .filter(Column::Version.eq(changed.version - 1))
        .filter(Column::Standing.is_in(editable()))
        .exec(tx.connection())
        .await
        .map_err(StorageError::from)?;
    Ok(done.rows_affected == 1)
}

/// Gives cells of a submission another standing; how many were in one of those before.
pub(crate) async fn set_standing(
    tx: &WriteTx,
    submission: Id<Submission>,
    cells: &BTreeSet<Id<Ask>>,
    (before, after): (&[Standing], Standing),
) -> Result<u64, CollectionError> {
    let done = Entity::update_many()
        .col_expr(Column::Standing, Expr::value(after.as_str()))
        .filter(Column::SubmissionId.eq(submission.uuid()))
        .filter(Column::AskId.is_in(cells.iter().map(|id| id.uuid())))
        .filter(Column::Standing.is_in(before.iter().map(|it| it.as_str())))
        .exec(tx.connection())
        .await
        .map_err(StorageError::from)?;
    Ok(done.rows_affected)
}

fn editable() -> impl Iterator<Item = &'static str> {
    let all = Standing::ALL.iter();
    all.filter(|it| it.is_editable()).map(|it| it.as_str())
}

/// How many cells submissions have, in how many something stands, and how many were returned.
pub(crate) async fn count(
    tx: &ReadTx,
    submissions: &BTreeSet<Id<Submission>>,
) -> Result<BTreeMap<Id<Submission>, (usize, usize, usize)>, CollectionError> {
    let rows: Vec<(Uuid, String, Option<String>, String)> = Entity::find()
        .filter(Column::SubmissionId.is_in(submissions.iter().map(|id| id.uuid())))
        .select_only()
        .columns([
            Column::SubmissionId,
            Column::Content,
            Column::Missing,
            Column::Standing,
        ])
        .into_tuple()
        .all(tx.connection())
        .await
        .map_err(StorageError::from)?;
    let mut counts = BTreeMap::new();
    for (submission, text, missing, standing) in rows {
        let counts: &mut (usize, usize, usize) =
            counts.entry(Id::from_uuid(submission)).or_default();
        counts.0 += 1;
        counts.1 += usize::from(!text.is_empty() || missing.is_some());
        counts.2 += usize::from(standing == Standing::Returned.as_str());
    }
    Ok(counts)
}
