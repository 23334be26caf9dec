//! Every name that an organisation has had. Rows are added, never changed.

use sea_orm::{ActiveValue::Set, QueryOrder, entity::prelude::*};
use yanzhi_kernel::{Text, Timestamp, access::OrganisationId};
use yanzhi_storage::{ReadTx, StorageError, WriteTx, insert_all};

use super::moment;
use crate::{Organisation, OrganisationName, OrganisationsError};

const TABLE: &str = "organisations_name";

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "organisations_name")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub organisation_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub version: i64,
    pub since: i64,
    pub name_zh: String,
    pub name_en: String,
}

impl ActiveModelBehavior for ActiveModel {}

/// The names in the order in which they were given.
pub(crate) async fn all(
    tx: &ReadTx,
    id: OrganisationId,
) -> Result<Vec<(Timestamp, OrganisationName)>, OrganisationsError> {
    let rows = Entity::find()
        .filter(Column::OrganisationId.eq(id.uuid()))
        .order_by_asc(Column::Version)
        .all(tx.connection())
        .await
        .map_err(StorageError::from)?;
    let names = rows.into_iter().map(|row| {
        let since = moment(TABLE, "since", row.since)?;
        let name = OrganisationName::new(&Text::new(row.name_zh, row.name_en))?;
        Ok((since, name))
    });
    names.collect()
}

/// Notes the names that some organisations have from a moment on.
pub(crate) async fn note(
    tx: &WriteTx,
    named: &[Organisation],
    since: Timestamp,
) -> Result<(), OrganisationsError> {
    let rows: Vec<ActiveModel> = named
        .iter()
        .map(|organisation| {
            let name = organisation.name.text();
            ActiveModel {
                organisation_id: Set(organisation.id.uuid()),
                version: Set(organisation.version),
                since: Set(since.as_micros()),
                name_zh: Set(name.zh.clone()),
                name_en: Set(name.en.clone()),
            }
        })
        .collect();
    Ok(insert_all(tx, rows).await?)
}
