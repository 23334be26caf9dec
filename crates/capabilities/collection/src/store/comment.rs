//! Comments. Rows are added, never changed.

use sea_orm::{ActiveValue::Set, QueryOrder, entity::prelude::*};
use yanzhi_kernel::Id;
use yanzhi_storage::{ReadTx, StorageError, WriteTx, insert_all};

use super::{moment, senseless};
use crate::{CollectionError, Comment, Remark, Submission};

const TABLE: &str = "collection_comment";

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "collection_comment")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub submission_id: Uuid,
    pub cell: Option<i64>,
    pub remark: String,
    pub at: i64,
    pub actor: String,
}

impl ActiveModelBehavior for ActiveModel {}

impl TryFrom<Model> for Comment {
    type Error = StorageError;

    fn try_from(row: Model) -> Result<Self, StorageError> {
        let remark = Remark::new(&row.remark);
        Ok(Self {
            id: Id::from_uuid(row.id),
            submission: Id::from_uuid(row.submission_id),
            cell: row.cell,
            remark: remark.ok_or_else(|| senseless(TABLE, "remark", &row.remark))?,
            at: moment(TABLE, "at", row.at)?,
            actor: row.actor,
        })
    }
}

/// Those of a submission, in their order.
pub(crate) async fn of(
    tx: &ReadTx,
    submission: Id<Submission>,
) -> Result<Vec<Comment>, CollectionError> {
    let rows = Entity::find()
        .filter(Column::SubmissionId.eq(submission.uuid()))
        .order_by_asc(Column::At)
        .order_by_asc(Column::Id)
        .all(tx.connection())
        .await
        .map_err(StorageError::from)?;
    let comments = rows.into_iter().map(Comment::try_from);
    Ok(comments.collect::<Result<_, _>>()?)
}

pub(crate) async fn add(tx: &WriteTx, added: &[Comment]) -> Result<(), CollectionError> {
    let rows = added.iter().map(|it| ActiveModel {
        id: Set(it.id.uuid()),
        submission_id: Set(it.submission.uuid()),
        cell: Set(it.cell),
        remark: Set(it.remark.as_str().to_owned()),
        at: Set(it.at.as_micros()),
        actor: Set(it.actor.clone()),
    });
    Ok(insert_all(tx, rows.collect::<Vec<_>>()).await?)
}
