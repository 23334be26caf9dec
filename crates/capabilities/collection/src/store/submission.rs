//! Submissions.

use std::collections::BTreeSet;

use sea_orm::{ActiveValue::Set, QuerySelect, entity::prelude::*};
use yanzhi_kernel::{Id, Timestamp};
use yanzhi_storage::{ReadTx, StorageError, WriteTx, insert_all};

use super::{perhaps, read, senseless};
use crate::{CollectionError, Deadline, Round, Submission, SubmissionState};

const TABLE: &str = "collection_submission";

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "collection_submission")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub round_id: Uuid,
    pub organisation_id: Uuid,
    pub state: String,
    pub version: i64,
    pub is_late: bool,
    pub extended_local: Option<String>,
    pub extended_until: Option<i64>,
    pub submitted_at: Option<i64>,
    pub endorsed_by: Option<String>,
    pub decided_at: Option<i64>,
}

impl ActiveModelBehavior for ActiveModel {}

impl TryFrom<Model> for Submission {
    type Error = StorageError;

    fn try_from(row: Model) -> Result<Self, StorageError> {
        let until = perhaps(TABLE, "extended_until", row.extended_until)?;
        let extended = row.extended_local.zip(until).map(|(local, at)| {
            Deadline::kept(&local, at).ok_or_else(|| senseless(TABLE, "extended_local", &local))
        });
        Ok(Self {
            id: Id::from_uuid(row.id),
            round: Id::from_uuid(row.round_id),
            organisation: Id::from_uuid(row.organisation_id),
            state: read(TABLE, "state", &row.state)?,
            version: row.version,
            is_late: row.is_late,
            extended: extended.transpose()?,
            submitted_at: perhaps(TABLE, "submitted_at", row.submitted_at)?,
            endorsed_by: row.endorsed_by,
            decided_at: perhaps(TABLE, "decided_at", row.decided_at)?,
        })
    }
}

fn row(submission: &Submission) -> ActiveModel {
    let extended = submission.extended.as_ref();
    ActiveModel {
        id: Set(submission.id.uuid()),
        round_id: Set(submission.round.uuid()),
        organisation_id: Set(submission.organisation.uuid()),
        state: Set(submission.state.to_string()),
        version: Set(submission.version),
        is_late: Set(submission.is_late),
        extended_local: Set(extended.map(Deadline::local)),
        extended_until: Set(extended.map(|until| until.moment().as_micros())),
        submitted_at: Set(submission.submitted_at.map(Timestamp::as_micros)),
        endorsed_by: Set(submission.endorsed_by.clone()),
        decided_at: Set(submission.decided_at.map(Timestamp::as_micros)),
    }
}

async fn read_all(tx: &ReadTx, find: Select<Entity>) -> Result<Vec<Submission>, CollectionError> {
    let rows = find.all(tx.connection()).await;
    let rows = rows.map_err(StorageError::from)?.into_iter();
    Ok(rows.map(Submission::try_from).collect::<Result<_, _>>()?)
}

/// Those of some rounds.
pub(crate) async fn of_rounds(
    tx: &ReadTx,
    rounds: &BTreeSet<Id<Round>>,
) -> Result<Vec<Submission>, CollectionError> {
    let rounds = rounds.iter().map(|id| id.uuid());
    read_all(tx, Entity::find().filter(Column::RoundId.is_in(rounds))).await
}

/// The submission as it is now, which nobody changes before this transaction has ended.
pub(crate) async fn hold(
    tx: &WriteTx,
    id: Id<Submission>,
) -> Result<Option<Submission>, CollectionError> {
    let find = Entity::find()
        .filter(Column::Id.eq(id.uuid()))
        .lock_exclusive();
    Ok(read_all(tx, find).await?.pop())
}

pub(crate) async fn add(tx: &WriteTx, added: &[Submission]) -> Result<(), CollectionError> {
    let rows: Vec<ActiveModel> = added.iter().map(row).collect();
    Ok(insert_all(tx, rows).await?)
}

/// Writes a submission that was in a state at the version before its own; `false` when it is so no more.
pub(crate) async fn save(
    tx: &WriteTx,
    changed: &Submission,
    from: SubmissionState,
) -> Result<bool, CollectionError> {
    let done = Entity::update_many()
        .set(row(changed))
        .filter(Column::Id.eq(changed.id.uuid()))
        .filter(Column::Version.eq(changed.version - 1))
        .filter(Column::State.eq(from.as_str()))
        .exec(tx.connection())
        .await
        .map_err(StorageError::from)?;
    Ok(done.rows_affected == 1)
}

/// Those that were not approved yet, in all rounds.
pub(crate) async fn unsettled(tx: &ReadTx) -> Result<Vec<Submission>, CollectionError> {
    let approved = SubmissionState::Approved.as_str();
    read_all(tx, Entity::find().filter(Column::State.ne(approved))).await
}
