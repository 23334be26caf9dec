//! Reads the reference data beside the checkout, or where `YANZHI_REFERENCE_DATA` points. They are not
//! part of the project: a test that does not find them says `skipped` and passes.

use std::collections::BTreeMap;
use std::path::PathBuf;

/// A CSV file: its rows by the names of the columns. `NA`, `NaN` and the empty cell are missing.
pub(crate) struct Table {
    pub(crate) rows: Vec<BTreeMap<String, String>>,
}

/// A file of the reference data; none, with a word, where they are absent.
#[expect(clippy::print_stdout, reason = "a skipped test says so")]
pub(crate) fn table(path: &str) -> Option<Table> {
    let path = folder().join(path);
    if !path.is_file() {
        println!("skipped: {} is not there", path.display());
        return None;
    }
    let mut reader = csv::Reader::from_path(&path).unwrap();
    let rows = reader.deserialize().map(Result::unwrap).collect();
    Some(Table { rows })
}

#[expect(
    clippy::disallowed_methods,
    reason = "a test finds its data by the environment; the library reads none"
)]
fn folder() -> PathBuf {
    let given = std::env::var("YANZHI_REFERENCE_DATA").map(PathBuf::from);
    given.unwrap_or_else(|_| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data"))
}

/// A number, or a missing one.
pub(crate) fn number(text: &str) -> Option<f64> {
    match text {
        "" | "NA" | "NaN" => None,
        text => Some(text.parse().unwrap()),
    }
}
