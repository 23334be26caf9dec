//! The table of versions. Rows are added and never changed; the database holds that too.

pub(crate) mod append;
pub(crate) mod count;
pub(crate) mod current;
pub(crate) mod derivation;
pub(crate) mod listing;
pub(crate) mod reading;

use sea_orm::entity::prelude::*;
use yanzhi_kernel::{Id, Timestamp};
use yanzhi_storage::StorageError;

use crate::{Absence, Cell, Content, Figure, NewFigure, Value};

pub(crate) use current::Visible;

const TABLE: &str = "figures_version";

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "figures_version")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub strategy_id: Uuid,
    pub indicator_id: Uuid,
    pub unit_id: Uuid,
    pub caliber_code: String,
    pub period: String,
    pub sequence: i32,
    pub value: Option<f64>,
    pub value_text: Option<String>,
    pub missing_reason: Option<String>,
    pub missing_note: Option<String>,
    pub status: String,
    pub source_code: Option<String>,
    pub is_synthetic: bool,
    pub note: Option<String>,
    pub explanation: Option<String>,
    pub reason: Option<String>,
    pub embargo_until: Option<i64>,
    pub origin: String,
    pub recorded_at: i64,
    pub recorded_by: String,
    pub approved_by: Option<String>,
}

impl ActiveModelBehavior for ActiveModel {}

fn inconsistent(column: &'static str, value: &impl ToString) -> StorageError {
    StorageError::Inconsistent {
        table: TABLE,
        column,
        value: value.to_string(),
    }
}

/// A stored word of the field, or where it makes no sense.
fn word<T: std::str::FromStr>(column: &'static str, value: &str) -> Result<T, StorageError> {
    value.parse().map_err(|_| inconsistent(column, &value))
}

fn moment(column: &'static str, micros: i64) -> Result<Timestamp, StorageError> {
    Timestamp::from_micros(micros).ok_or_else(|| inconsistent(column, &micros))
}

/// The value with its text, or the reason why there is none.
fn content(row: &mut Model) -> Result<Content, StorageError> {
    match (row.value, row.value_text.take(), row.missing_reason.take()) {
        (Some(number), Some(text), None) => Value::new(number, text)
            .map(Content::Value)
            .map_err(|_| inconsistent("value", &number)),
        (None, None, Some(reason)) => Ok(Content::Missing(Absence {
            reason: word("missing_reason", &reason)?,
            note: row.missing_note.take(),
        })),
        _ => Err(inconsistent("missing_reason", &row.id)),
    }
}

impl TryFrom<Model> for Figure {
    type Error = StorageError;

    fn try_from(mut row: Model) -> Result<Self, StorageError> {
        let content = content(&mut row)?;
        let cell = Cell {
            indicator: Id::from_uuid(row.indicator_id),
            unit: Id::from_uuid(row.unit_id),
            caliber: word("caliber_code", &row.caliber_code)?,
            period: word("period", &row.period)?,
        };
        let embargo_until = row.embargo_until.map(|at| moment("embargo_until", at));
        let source = row.source_code.map(|code| word("source_code", &code));
        let said = NewFigure {
            cell,
            content,
            status: word("status", &row.status)?,
            source: source.transpose()?,
            is_synthetic: row.is_synthetic,
            note: row.note,
            explanation: row.explanation,
            reason: row.reason,
            embargo_until: embargo_until.transpose()?,
        };
        Ok(Self {
            id: Id::from_uuid(row.id),
            said,
            sequence: u32::try_from(row.sequence)
                .map_err(|_| inconsistent("sequence", &row.sequence))?,
            provenance: word("origin", &row.origin)?,
            recorded_at: moment("recorded_at", row.recorded_at)?,
            recorded_by: row.recorded_by,
            approved_by: row.approved_by,
        })
    }
}
