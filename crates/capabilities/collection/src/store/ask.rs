//! The cells that are asked for. Rows are added when a round is opened, and never changed.

use std::collections::BTreeSet;

use sea_orm::{ActiveValue::Set, QueryOrder, entity::prelude::*};
use yanzhi_catalogue::Indicator;
use yanzhi_kernel::Id;
use yanzhi_storage::{ReadTx, StorageError, WriteTx, insert_all};

use super::read;
use crate::{Ask, CollectionError, Place, Round, Submission};

const TABLE: &str = "collection_ask";

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "collection_ask")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub round_id: Uuid,
    pub submission_id: Uuid,
    pub number: i64,
    pub indicator_id: Uuid,
    pub indicator_code: String,
    pub unit_id: Uuid,
    pub unit_code: String,
    pub caliber_code: String,
    pub period: String,
}

impl ActiveModelBehavior for ActiveModel {}

impl TryFrom<Model> for Ask {
    type Error = StorageError;

    fn try_from(row: Model) -> Result<Self, StorageError> {
        Ok(Self {
            id: Id::from_uuid(row.id),
            round: Id::from_uuid(row.round_id),
            submission: Id::from_uuid(row.submission_id),
            number: row.number,
            place: Place {
                indicator: read(TABLE, "indicator_code", &row.indicator_code)?,
                unit: read(TABLE, "unit_code", &row.unit_code)?,
                caliber: read(TABLE, "caliber_code", &row.caliber_code)?,
                period: read(TABLE, "period", &row.period)?,
            },
            indicator: Id::from_uuid(row.indicator_id),
            unit: Id::from_uuid(row.unit_id),
        })
    }
}

fn row(ask: &Ask) -> ActiveModel {
    ActiveModel {
        id: Set(ask.id.uuid()),
        round_id: Set(ask.round.uuid()),
        submission_id: Set(ask.submission.uuid()),
        number: Set(ask.number),
        indicator_id: Set(ask.indicator.uuid()),
        indicator_code: Set(ask.place.indicator.to_string()),
        unit_id: Set(ask.unit.uuid()),
        unit_code: Set(ask.place.unit.to_string()),
        caliber_code: Set(ask.place.caliber.to_string()),
        period: Set(ask.place.period.to_string()),
    }
}

async fn read_all(tx: &ReadTx, find: Select<Entity>) -> Result<Vec<Ask>, CollectionError> {
    let rows = find.order_by_asc(Column::Number).all(tx.connection()).await;
    let rows = rows.map_err(StorageError::from)?.into_iter();
    Ok(rows.map(Ask::try_from).collect::<Result<_, _>>()?)
}

/// Those of a submission, by number.
pub(crate) async fn of_submission(
    tx: &ReadTx,
    submission: Id<Submission>,
) -> Result<Vec<Ask>, CollectionError> {
    let find = Entity::find().filter(Column::SubmissionId.eq(submission.uuid()));
    read_all(tx, find).await
}

/// Those of some rounds, by number.
pub(crate) async fn of_rounds(
    tx: &ReadTx,
    rounds: &BTreeSet<Id<Round>>,
) -> Result<Vec<Ask>, CollectionError> {
    let rounds = rounds.iter().map(|id| id.uuid());
    read_all(tx, Entity::find().filter(Column::RoundId.is_in(rounds))).await
}

/// Those of some rounds for some indicators.
pub(crate) async fn for_indicators(
    tx: &ReadTx,
    rounds: &BTreeSet<Id<Round>>,
    indicators: &BTreeSet<Id<Indicator>>,
) -> Result<Vec<Ask>, CollectionError> {
    let rounds = rounds.iter().map(|id| id.uuid());
    let indicators = indicators.iter().map(|id| id.uuid());
    let find = Entity::find()
        .filter(Column::RoundId.is_in(rounds))
        .filter(Column::IndicatorId.is_in(indicators));
    read_all(tx, find).await
}

pub(crate) async fn add(tx: &WriteTx, added: &[Ask]) -> Result<(), CollectionError> {
    let rows: Vec<ActiveModel> = added.iter().map(row).collect();
    Ok(insert_all(tx, rows).await?)
}
