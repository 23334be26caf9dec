//! Files that were handed in: what they are called, and under which fingerprint they are kept.

use sea_orm::{ActiveValue::Set, QueryOrder, QuerySelect, entity::prelude::*};
use yanzhi_kernel::{Digest, Id, access::OrganisationId};
use yanzhi_storage::{ReadTx, StorageError, WriteTx, insert_all};

use super::{moment, senseless};
use crate::{CollectionError, Evidence, FileName, Submission};

const TABLE: &str = "collection_evidence";

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "collection_evidence")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub submission_id: Uuid,
    pub organisation_id: Uuid,
    pub cell: Option<i64>,
    pub name: String,
    pub digest: String,
    pub bytes: i64,
    pub at: i64,
    pub actor: String,
}

impl ActiveModelBehavior for ActiveModel {}

impl TryFrom<Model> for Evidence {
    type Error = StorageError;

    fn try_from(row: Model) -> Result<Self, StorageError> {
        let name = FileName::new(&row.name);
        Ok(Self {
            id: Id::from_uuid(row.id),
            submission: Id::from_uuid(row.submission_id),
            organisation: Id::from_uuid(row.organisation_id),
            cell: row.cell,
            name: name.ok_or_else(|| senseless(TABLE, "name", &row.name))?,
            digest: Digest::from_stored(row.digest),
            bytes: row.bytes,
            at: moment(TABLE, "at", row.at)?,
            actor: row.actor,
        })
    }
}

/// Those of a submission, in their order.
pub(crate) async fn of(
    tx: &ReadTx,
    submission: Id<Submission>,
) -> Result<Vec<Evidence>, CollectionError> {
    let rows = Entity::find()
        .filter(Column::SubmissionId.eq(submission.uuid()))
        .order_by_asc(Column::At)
        .order_by_asc(Column::Id)
        .all(tx.connection())
        .await
        .map_err(StorageError::from)?;
    let evidence = rows.into_iter().map(Evidence::try_from);
    Ok(evidence.collect::<Result<_, _>>()?)
}

/// How many bytes an organisation has handed in.
pub(crate) async fn bytes_of(
    tx: &ReadTx,
    organisation: OrganisationId,
) -> Result<i64, CollectionError> {
    let sizes: Vec<i64> = Entity::find()
        .filter(Column::OrganisationId.eq(organisation.uuid()))
        .select_only()
        .column(Column::Bytes)
        .into_tuple()
        .all(tx.connection())
        .await
        .map_err(StorageError::from)?;
    Ok(sizes.iter().sum())
}

pub(crate) async fn add(tx: &WriteTx, added: &[Evidence]) -> Result<(), CollectionError> {
    let rows = added.iter().map(|it| ActiveModel {
        id: Set(it.id.uuid()),
        submission_id: Set(it.submission.uuid()),
        organisation_id: Set(it.organisation.uuid()),
        cell: Set(it.cell),
        name: Set(it.name.as_str().to_owned()),
        digest: Set(it.digest.to_string()),
        bytes: Set(it.bytes),
        at: Set(it.at.as_micros()),
        actor: Set(it.actor.clone()),
    });
    Ok(insert_all(tx, rows.collect::<Vec<_>>()).await?)
}
