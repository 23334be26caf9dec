//! Rounds.

use std::collections::BTreeSet;

use sea_orm::{ActiveValue::Set, QueryOrder, QuerySelect, entity::prelude::*};
use yanzhi_kernel::{Code, Id, Text, Timestamp};
use yanzhi_organisations::Strategy;
use yanzhi_storage::{ReadTx, StorageError, WriteTx};

use super::{moment, perhaps, read, senseless};
use crate::{CollectionError, Deadline, Levels, Round, Title};

const TABLE: &str = "collection_round";

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "collection_round")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub strategy_id: Uuid,
    pub organisation_id: Uuid,
    pub code: String,
    pub title_zh: String,
    pub title_en: String,
    pub state: String,
    pub plan: String,
    pub levels: i32,
    pub recurrence: String,
    pub deadline_local: String,
    pub deadline_at: i64,
    pub repeat_reason: Option<String>,
    pub version: i64,
    pub opened_at: Option<i64>,
    pub closed_at: Option<i64>,
}

impl ActiveModelBehavior for ActiveModel {}

impl TryFrom<Model> for Round {
    type Error = StorageError;

    fn try_from(row: Model) -> Result<Self, StorageError> {
        let title = Text::new(row.title_zh, row.title_en);
        let plan = serde_json::from_str(&row.plan);
        // Read as it was agreed on: a zone whose rules change later does not move it.
        let at = moment(TABLE, "deadline_at", row.deadline_at)?;
        let deadline = Deadline::kept(&row.deadline_local, at)
            .ok_or_else(|| senseless(TABLE, "deadline_local", &row.deadline_local))?;
        Ok(Self {
            id: Id::from_uuid(row.id),
            strategy: Id::from_uuid(row.strategy_id),
            organisation: Id::from_uuid(row.organisation_id),
            code: read(TABLE, "code", &row.code)?,
            title: Title::new(&title).map_err(|_| senseless(TABLE, "title_zh", &title.zh))?,
            state: read(TABLE, "state", &row.state)?,
            plan: plan.map_err(|_| senseless(TABLE, "plan", &row.plan))?,
            levels: Levels::of_number(row.levels)
                .ok_or_else(|| senseless(TABLE, "levels", &row.levels))?,
            recurrence: read(TABLE, "recurrence", &row.recurrence)?,
            deadline,
            repeat_reason: row.repeat_reason,
            version: row.version,
            opened_at: perhaps(TABLE, "opened_at", row.opened_at)?,
            closed_at: perhaps(TABLE, "closed_at", row.closed_at)?,
        })
    }
}

fn row(round: &Round) -> Result<ActiveModel, StorageError> {
    let title = round.title.text();
    let plan = serde_json::to_string(&round.plan);
    Ok(ActiveModel {
        id: Set(round.id.uuid()),
        strategy_id: Set(round.strategy.uuid()),
        organisation_id: Set(round.organisation.uuid()),
        code: Set(round.code.to_string()),
        title_zh: Set(title.zh.clone()),
        title_en: Set(title.en.clone()),
        state: Set(round.state.to_string()),
        plan: Set(plan.map_err(|error| senseless(TABLE, "plan", &error))?),
        levels: Set(round.levels.number()),
        recurrence: Set(round.recurrence.to_string()),
        deadline_local: Set(round.deadline.local()),
        deadline_at: Set(round.deadline.moment().as_micros()),
        repeat_reason: Set(round.repeat_reason.clone()),
        version: Set(round.version),
        opened_at: Set(round.opened_at.map(Timestamp::as_micros)),
        closed_at: Set(round.closed_at.map(Timestamp::as_micros)),
    })
}

async fn read_all(tx: &ReadTx, find: Select<Entity>) -> Result<Vec<Round>, CollectionError> {
    let rows = find.all(tx.connection()).await;
    let rows = rows.map_err(StorageError::from)?.into_iter();
    Ok(rows.map(Round::try_from).collect::<Result<_, _>>()?)
}

/// The rounds of a strategy, the newest first.
pub(crate) async fn all(
    tx: &ReadTx,
    strategy: Id<Strategy>,
) -> Result<Vec<Round>, CollectionError> {
    let find = Entity::find()
        .filter(Column::StrategyId.eq(strategy.uuid()))
        .order_by_desc(Column::Id);
    read_all(tx, find).await
}

pub(crate) async fn by_code(
    tx: &ReadTx,
    strategy: Id<Strategy>,
    code: &Code,
) -> Result<Option<Round>, CollectionError> {
    let find = Entity::find()
        .filter(Column::StrategyId.eq(strategy.uuid()))
        .filter(Column::Code.eq(code.as_str()));
    Ok(read_all(tx, find).await?.pop())
}

pub(crate) async fn by_ids(
    tx: &ReadTx,
    ids: &BTreeSet<Id<Round>>,
) -> Result<Vec<Round>, CollectionError> {
    let ids = ids.iter().map(|id| id.uuid());
    read_all(tx, Entity::find().filter(Column::Id.is_in(ids))).await
}

/// The round as it is now, which nobody changes before this transaction has ended: whoever hands something in and
/// whoever closes the round come one after the other, and those who hand something in side by side.
pub(crate) async fn keep(tx: &WriteTx, id: Id<Round>) -> Result<Option<Round>, CollectionError> {
    let find = Entity::find()
        .filter(Column::Id.eq(id.uuid()))
        .lock_shared();
    Ok(read_all(tx, find).await?.pop())
}

/// The round as it is now, which nobody else keeps before this transaction has ended.
pub(crate) async fn hold(tx: &WriteTx, id: Id<Round>) -> Result<Option<Round>, CollectionError> {
    let find = Entity::find()
        .filter(Column::Id.eq(id.uuid()))
        .lock_exclusive();
    Ok(read_all(tx, find).await?.pop())
}

pub(crate) async fn add(tx: &WriteTx, added: &Round) -> Result<(), CollectionError> {
    let insert = Entity::insert(row(added)?);
    let done = insert.exec_without_returning(tx.connection()).await;
    done.map_err(StorageError::from)?;
    Ok(())
}

/// Writes a round that was at the version before its own; `false` when it is not there any more.
pub(crate) async fn save(tx: &WriteTx, changed: &Round) -> Result<bool, CollectionError> {
    let done = Entity::update_many()
        .set(row(changed)?)
        .filter(Column::Id.eq(changed.id.uuid()))
        .filter(Column::Version.eq(changed.version - 1))
        .exec(tx.connection())
        .await
        .map_err(StorageError::from)?;
    Ok(done.rows_affected == 1)
}
