//! A row as a line of JSON, the same whichever database it came from.

use std::fmt::Write as _;

use sea_orm::{QueryResult, Value, prelude::Uuid};
use serde_json::Value as Json;

use super::{
    BackupError,
    table::{Column, Kind, Table},
};
use crate::StorageError;

/// The row as a JSON array in the order of the table's columns.
pub(super) fn to_line(table: &Table, row: &QueryResult) -> Result<String, BackupError> {
    let cells = table.columns.iter().zip(0..);
    let cells = cells.map(|(column, index)| to_json(column.kind, row, index));
    let cells: Vec<Json> = cells.collect::<Result<_, StorageError>>()?;
    Ok(Json::Array(cells).to_string())
}

fn to_json(kind: Kind, row: &QueryResult, index: usize) -> Result<Json, StorageError> {
    fn cell<T: sea_orm::TryGetable + Into<Json>>(
        row: &QueryResult,
        index: usize,
    ) -> Result<Json, StorageError> {
        Ok(row
            .try_get_by_index::<Option<T>>(index)?
            .map_or(Json::Null, Into::into))
    }
    match kind {
        Kind::Boolean => cell::<bool>(row, index),
        Kind::Integer16 => cell::<i16>(row, index),
        Kind::Integer32 => cell::<i32>(row, index),
        Kind::Integer64 => cell::<i64>(row, index),
        Kind::Real => cell::<f64>(row, index),
        Kind::Text => cell::<String>(row, index),
        Kind::Uuid => {
            let uuid: Option<Uuid> = row.try_get_by_index(index)?;
            Ok(uuid.map_or(Json::Null, |uuid| uuid.to_string().into()))
        }
        Kind::Bytes => {
            let bytes: Option<Vec<u8>> = row.try_get_by_index(index)?;
            Ok(bytes.map_or(Json::Null, |bytes| to_hex(&bytes).into()))
        }
    }
}

/// The values of a line, in the order of the table's columns.
pub(super) fn from_line(table: &Table, line: &str) -> Result<Vec<Value>, BackupError> {
    let cells: Vec<Json> = serde_json::from_str(line).map_err(|error| {
        BackupError::damaged(format!("a row of {} is not one ({error})", table.name))
    })?;
    if cells.len() != table.columns.len() {
        let what = format!("a row of {} has {} cells", table.name, cells.len());
        return Err(BackupError::damaged(what));
    }
    let cells = table.columns.iter().zip(cells);
    cells
        .map(|(column, cell)| from_json(table, column, &cell))
        .collect()
}

fn from_json(table: &Table, column: &Column, cell: &Json) -> Result<Value, BackupError> {
    let is_null = cell.is_null();
    let value = match column.kind {
        Kind::Boolean => cell
            .as_bool()
            .map(Value::from)
            .or(is_null.then_some(Value::Bool(None))),
        Kind::Integer16 => cell
            .as_i64()
            .and_then(|value| i16::try_from(value).ok())
            .map(Value::from)
            .or(is_null.then_some(Value::SmallInt(None))),
        Kind::Integer32 => cell
            .as_i64()
            .and_then(|value| i32::try_from(value).ok())
            .map(Value::from)
            .or(is_null.then_some(Value::Int(None))),
        Kind::Integer64 => cell
            .as_i64()
            .map(Value::from)
            .or(is_null.then_some(Value::BigInt(None))),
        Kind::Real => cell
            .as_f64()
            .map(Value::from)
            .or(is_null.then_some(Value::Double(None))),
        Kind::Text => cell
            .as_str()
            .map(Value::from)
            .or(is_null.then_some(Value::String(None))),
        Kind::Uuid => cell
            .as_str()
            .and_then(|text| text.parse::<Uuid>().ok())
            .map(Value::from)
            .or(is_null.then_some(Value::Uuid(None))),
        Kind::Bytes => cell
            .as_str()
            .and_then(from_hex)
            .map(Value::from)
            .or(is_null.then_some(Value::Bytes(None))),
    };
    value.ok_or_else(|| {
        let (table, column, kind) = (&table.name, &column.name, column.kind);
        BackupError::damaged(format!(
            "{table}.{column} holds {cell}, which is no {kind:?}"
        ))
    })
}

fn to_hex(bytes: &[u8]) -> String {
    let mut hex = String::with_capacity(bytes.len() * 2);
    for byte in bytes {
        // Writing to a String cannot fail.
        let _ = write!(hex, "{byte:02x}");
    }
    hex
}

fn from_hex(hex: &str) -> Option<Vec<u8>> {
    let digits = hex.as_bytes().chunks(2);
    digits
        .map(|two| {
            u8::from_str_radix(std::str::from_utf8(two).ok()?, 16)
                .ok()
                .filter(|_| two.len() == 2)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_come_back_from_their_digits() {
        let bytes: Vec<u8> = (0..=255).collect();
        assert_eq!(from_hex(&to_hex(&bytes)), Some(bytes));
        assert_eq!(from_hex("0"), None);
        assert_eq!(from_hex("zz"), None);
    }
}
