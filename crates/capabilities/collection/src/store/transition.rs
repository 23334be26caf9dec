//! What happened to submissions. Rows are added, never changed.

use sea_orm::{ActiveValue::Set, QueryOrder, entity::prelude::*};
use yanzhi_kernel::Id;
use yanzhi_storage::{ReadTx, StorageError, WriteTx, insert_all};

use super::{moment, read, senseless};
use crate::{CollectionError, Submission, Transition};

const TABLE: &str = "collection_transition";

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "collection_transition")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub submission_id: Uuid,
    pub version: i64,
    pub step: String,
    pub from_state: String,
    pub to_state: String,
    pub at: i64,
    pub actor: String,
    pub comment: Option<String>,
    pub is_late: bool,
    pub decided: String,
    pub request: Option<String>,
}

impl ActiveModelBehavior for ActiveModel {}

impl TryFrom<Model> for Transition {
    type Error = StorageError;

    fn try_from(row: Model) -> Result<Self, StorageError> {
        let decided = serde_json::from_str(&row.decided);
        Ok(Self {
            id: Id::from_uuid(row.id),
            submission: Id::from_uuid(row.submission_id),
            version: row.version,
            step: read(TABLE, "step", &row.step)?,
            from: read(TABLE, "from_state", &row.from_state)?,
            to: read(TABLE, "to_state", &row.to_state)?,
            at: moment(TABLE, "at", row.at)?,
            actor: row.actor,
            comment: row.comment,
            is_late: row.is_late,
            decided: decided.map_err(|_| senseless(TABLE, "decided", &row.decided))?,
            request: row.request,
        })
    }
}

/// Those of a submission, in their order.
pub(crate) async fn of(
    tx: &ReadTx,
    submission: Id<Submission>,
) -> Result<Vec<Transition>, CollectionError> {
    let rows = Entity::find()
        .filter(Column::SubmissionId.eq(submission.uuid()))
        .order_by_asc(Column::Version)
        .all(tx.connection())
        .await
        .map_err(StorageError::from)?;
    let transitions = rows.into_iter().map(Transition::try_from);
    Ok(transitions.collect::<Result<_, _>>()?)
}

/// The one that a request made.
pub(crate) async fn of_request(
    tx: &ReadTx,
    submission: Id<Submission>,
    request: &str,
) -> Result<Option<Transition>, CollectionError> {
    let row = Entity::find()
        .filter(Column::SubmissionId.eq(submission.uuid()))
        .filter(Column::Request.eq(request))
        .one(tx.connection())
        .await
        .map_err(StorageError::from)?;
    Ok(row.map(Transition::try_from).transpose()?)
}

pub(crate) async fn add(tx: &WriteTx, added: &[Transition]) -> Result<(), CollectionError> {
    let rows = added.iter().map(|it| {
        let decided = serde_json::to_string(&it.decided);
        Ok(ActiveModel {
            id: Set(it.id.uuid()),
            submission_id: Set(it.submission.uuid()),
            version: Set(it.version),
            step: Set(it.step.to_string()),
            from_state: Set(it.from.to_string()),
            to_state: Set(it.to.to_string()),
            at: Set(it.at.as_micros()),
            actor: Set(it.actor.clone()),
            comment: Set(it.comment.clone()),
            is_late: Set(it.is_late),
            decided: Set(decided.map_err(|error| senseless(TABLE, "decided", &error))?),
            request: Set(it.request.clone()),
        })
    });
    let rows = rows.collect::<Result<Vec<_>, StorageError>>()?;
    Ok(insert_all(tx, rows).await?)
}
