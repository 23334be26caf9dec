//! Who had a hand in a submission: whoever did, decides nothing of it.

use std::collections::BTreeSet;

use sea_orm::{ActiveValue::Set, entity::prelude::*, sea_query::OnConflict};
use yanzhi_kernel::{Id, Timestamp};
use yanzhi_storage::{ReadTx, StorageError, WriteTx};

use crate::{CollectionError, Submission};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "collection_hand")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub submission_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub actor: String,
    pub since: i64,
}

impl ActiveModelBehavior for ActiveModel {}

/// Those of a submission.
pub(crate) async fn of(
    tx: &ReadTx,
    submission: Id<Submission>,
) -> Result<BTreeSet<String>, CollectionError> {
    let rows = Entity::find()
        .filter(Column::SubmissionId.eq(submission.uuid()))
        .all(tx.connection())
        .await
        .map_err(StorageError::from)?;
    Ok(rows.into_iter().map(|row| row.actor).collect())
}

/// The submissions that somebody had a hand in.
pub(crate) async fn of_actor(
    tx: &ReadTx,
    actor: &str,
) -> Result<BTreeSet<Id<Submission>>, CollectionError> {
    let rows = Entity::find()
        .filter(Column::Actor.eq(actor))
        .all(tx.connection())
        .await
        .map_err(StorageError::from)?;
    let ids = rows.into_iter().map(|row| Id::from_uuid(row.submission_id));
    Ok(ids.collect())
}

pub(crate) async fn note(
    tx: &WriteTx,
    submission: Id<Submission>,
    actor: &str,
    since: Timestamp,
) -> Result<(), CollectionError> {
    let row = ActiveModel {
        submission_id: Set(submission.uuid()),
        actor: Set(actor.to_owned()),
        since: Set(since.as_micros()),
    };
    let once = OnConflict::columns([Column::SubmissionId, Column::Actor])
        .do_nothing()
        .to_owned();
    Entity::insert(row)
        .on_conflict(once)
        .exec_without_returning(tx.connection())
        .await
        .map_err(StorageError::from)?;
    Ok(())
}
