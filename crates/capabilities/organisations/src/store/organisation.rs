//! Organisations.

use std::collections::BTreeSet;

use sea_orm::{
    ActiveValue::Set, ExprTrait as _, QueryOrder, QuerySelect, entity::prelude::*, sea_query::Expr,
};
use yanzhi_kernel::{
    Code, Id, Text, Timestamp,
    access::{OrganisationId, Span},
};
use yanzhi_storage::{ReadTx, StorageError, WriteTx, insert_all};

use super::{code, moment};
use crate::{Organisation, OrganisationName, OrganisationsError, Place};

const TABLE: &str = "organisations_organisation";

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "organisations_organisation")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    #[sea_orm(unique)]
    pub code: String,
    pub parent_id: Option<Uuid>,
    pub kind: String,
    pub name_zh: String,
    pub name_en: String,
    pub unit_code: Option<String>,
    pub version: i64,
    pub rearranged: i64,
    pub closed_at: Option<i64>,
    pub merged_into: Option<Uuid>,
}

impl ActiveModelBehavior for ActiveModel {}

impl TryFrom<Model> for Organisation {
    type Error = StorageError;

    fn try_from(row: Model) -> Result<Self, StorageError> {
        let senseless = |column, value: &str| StorageError::Inconsistent {
            table: TABLE,
            column,
            value: value.to_owned(),
        };
        let name = Text::new(row.name_zh, row.name_en);
        Ok(Self {
            id: Id::from_uuid(row.id),
            code: code(TABLE, row.code)?,
            parent: row.parent_id.map(Id::from_uuid),
            kind: row.kind.parse().map_err(|_| senseless("kind", &row.kind))?,
            name: OrganisationName::new(&name).map_err(|_| senseless("name_zh", &name.zh))?,
            unit: row.unit_code.map(|unit| code(TABLE, unit)).transpose()?,
            version: row.version,
            rearranged: row.rearranged,
            closed_at: row
                .closed_at
                .map(|at| moment(TABLE, "closed_at", at))
                .transpose()?,
            merged_into: row.merged_into.map(Id::from_uuid),
        })
    }
}

fn row(organisation: &Organisation) -> ActiveModel {
    let name = organisation.name.text();
    ActiveModel {
        id: Set(organisation.id.uuid()),
        code: Set(organisation.code.to_string()),
        parent_id: Set(organisation.parent.map(Id::uuid)),
        kind: Set(organisation.kind.to_string()),
        name_zh: Set(name.zh.clone()),
        name_en: Set(name.en.clone()),
        unit_code: Set(organisation.unit.as_ref().map(Code::to_string)),
        version: Set(organisation.version),
        rearranged: Set(organisation.rearranged),
        closed_at: Set(organisation.closed_at.map(Timestamp::as_micros)),
        merged_into: Set(organisation.merged_into.map(Id::uuid)),
    }
}

/// Who stands under whom, the oldest first.
pub(crate) async fn places(tx: &ReadTx) -> Result<Vec<Place>, OrganisationsError> {
    let rows: Vec<(Uuid, Option<Uuid>, Option<i64>)> = Entity::find()
        .select_only()
        .columns([Column::Id, Column::ParentId, Column::ClosedAt])
        .order_by_asc(Column::Id)
        .into_tuple()
        .all(tx.connection())
        .await
        .map_err(StorageError::from)?;
    let places = rows.into_iter().map(|(id, parent, closed)| Place {
        id: Id::from_uuid(id),
        parent: parent.map(Id::from_uuid),
        is_closed: closed.is_some(),
    });
    Ok(places.collect())
}

/// Those within a span, by code.
pub(crate) async fn within(
    tx: &ReadTx,
    span: &Span,
) -> Result<Vec<Organisation>, OrganisationsError> {
    let mut find = Entity::find().order_by_asc(Column::Code);
    if let Span::Organisations(within) = span {
        find = find.filter(Column::Id.is_in(within.iter().map(|id| id.uuid())));
    }
    read_all(tx, find).await
}

pub(crate) async fn by_ids(
    tx: &ReadTx,
    ids: &BTreeSet<OrganisationId>,
) -> Result<Vec<Organisation>, OrganisationsError> {
    let ids = ids.iter().map(|id| id.uuid());
    read_all(tx, Entity::find().filter(Column::Id.is_in(ids))).await
}

pub(crate) async fn by_code(
    tx: &ReadTx,
    code: &Code,
) -> Result<Option<Organisation>, OrganisationsError> {
    let find = Entity::find().filter(Column::Code.eq(code.as_str()));
    Ok(read_all(tx, find).await?.pop())
}

async fn read_all(
    tx: &ReadTx,
    find: Select<Entity>,
) -> Result<Vec<Organisation>, OrganisationsError> {
    let rows = find
        .all(tx.connection())
        .await
        .map_err(StorageError::from)?;
    let organisations = rows.into_iter().map(Organisation::try_from);
    Ok(organisations.collect::<Result<_, _>>()?)
}

pub(crate) async fn add(tx: &WriteTx, added: &[Organisation]) -> Result<(), OrganisationsError> {
    let rows: Vec<ActiveModel> = added.iter().map(row).collect();
    Ok(insert_all(tx, rows).await?)
}

/// Writes an organisation that was at the version before its own; `false` when it is not there any more.
pub(crate) async fn save(tx: &WriteTx, changed: &Organisation) -> Result<bool, OrganisationsError> {
    let done = Entity::update_many()
        .set(row(changed))
        .filter(Column::Id.eq(changed.id.uuid()))
        .filter(Column::Version.eq(changed.version - 1))
        .exec(tx.connection())
        .await
        .map_err(StorageError::from)?;
    Ok(done.rows_affected == 1)
}

/// Marks those whose subtree has become another one.
pub(crate) async fn mark_rearranged(
    tx: &WriteTx,
    touched: &BTreeSet<OrganisationId>,
) -> Result<(), OrganisationsError> {
    Entity::update_many()
        .col_expr(Column::Rearranged, Expr::col(Column::Rearranged).add(1))
        .filter(Column::Id.is_in(touched.iter().map(|id| id.uuid())))
        .exec(tx.connection())
        .await
        .map_err(StorageError::from)?;
    Ok(())
}

/// The open organisations that stand directly under one, by code.
pub(crate) async fn open_parts(
    tx: &ReadTx,
    id: OrganisationId,
) -> Result<Vec<Organisation>, OrganisationsError> {
    let find = Entity::find()
        .filter(Column::ParentId.eq(id.uuid()))
        .filter(Column::ClosedAt.is_null())
        .order_by_asc(Column::Code);
    read_all(tx, find).await
}
