//! Counts what was compared and insists that every file of a folder is.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Debug;

use serde::Deserialize;
use yanzhi_engine::Index;

use crate::reference::{Table, number, table};

/// The largest relative difference between continuous values that is agreement.
const TOLERANCE: f64 = 1e-9;

/// Values smaller than this are compared as if they were this large: a difference that cancels to
/// nearly nothing keeps no digits to compare.
const SMALL: f64 = 1e-3;

/// What was found in one folder of the reference data.
pub(crate) struct Report {
    folder: &'static str,
    files: BTreeSet<String>,
    compared: BTreeMap<String, Compared>,
    faults: Vec<String>,
}

#[derive(Default)]
struct Compared {
    values: usize,
    largest: f64,
}

/// A file of the peer that we do not agree with, and why.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Deviation {
    file: String,
    kind: Kind,
    reason: String,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Kind {
    /// The peer is at fault.
    Peer,
    /// Not among the methods this engine has.
    OutOfScope,
    /// No result of the peer, but an input of the other files.
    Input,
}

#[derive(Deserialize)]
struct Deviations {
    deviation: Vec<Deviation>,
}

impl Report {
    /// A report on a folder such as `coinr/b_norm`; none, with a word, where the data are absent.
    pub(crate) fn on(folder: &'static str) -> Option<Self> {
        let (set, under) = folder.split_once('/').unwrap_or((folder, ""));
        let manifest = table(&format!("{set}/MANIFEST.csv"))?;
        let files = manifest.rows.iter().map(|row| row["file"].clone());
        let files = files.filter(|file| file.starts_with(under));
        Some(Self {
            folder,
            files: files.map(|file| format!("{set}/{file}")).collect(),
            compared: BTreeMap::new(),
            faults: Vec::new(),
        })
    }

    /// A file of the folder by its name without `.csv`.
    pub(crate) fn file(&self, name: &str) -> Table {
        table(&format!("{}/{name}.csv", self.folder)).unwrap()
    }

    /// Compares continuous values: within [`TOLERANCE`] relative, missing in both or in neither.
    pub(crate) fn value(
        &mut self,
        name: &str,
        place: &str,
        ours: Option<f64>,
        theirs: Option<f64>,
    ) {
        let difference = match (ours, theirs) {
            (Some(ours), Some(theirs)) if ours.to_bits() == theirs.to_bits() => 0.0,
            (Some(ours), Some(theirs)) => (ours - theirs).abs() / theirs.abs().max(SMALL),
            (None, None) => 0.0,
            _ => f64::INFINITY,
        };
        let compared = self.entry(name);
        compared.values += 1;
        compared.largest = compared.largest.max(difference);
        // A difference that is no number is a fault.
        if difference.is_nan() || difference > TOLERANCE {
            self.fault(name, place, &ours, &theirs);
        }
    }

    /// Compares what must be the same: ranks, counts, flags, words.
    pub(crate) fn exact<T: PartialEq + Debug>(
        &mut self,
        name: &str,
        place: &str,
        ours: &T,
        theirs: &T,
    ) {
        self.entry(name).values += 1;
        if ours != theirs {
            self.fault(name, place, ours, theirs);
        }
    }

    /// Compares every cell of a data set with a wide file: a row a unit (`uCode`, `Time` where there
    /// is one), a column an indicator or node.
    pub(crate) fn data_set(&mut self, name: &str, index: &Index, step: &str) {
        let expected = self.file(name);
        let found = index.dataset(step).unwrap();
        let rows = expected.rows.len();
        let before = self.entry(name).values;
        for row in &expected.rows {
            let unit = index.unit_position(&row["uCode"]).unwrap();
            let time = row.get("Time");
            let period = time.and_then(|time| index.period_position(time));
            for (code, column) in found.columns() {
                let Some(text) = row.get(code) else { continue };
                let ours = column.get(period.unwrap_or(0), unit);
                self.value(
                    name,
                    &format!("{} {code}", row["uCode"]),
                    ours,
                    number(text),
                );
            }
        }
        let compared = self.entry(name).values - before;
        assert!(
            compared >= rows,
            "{name}: only {compared} cells of {rows} rows were compared"
        );
    }

    fn entry(&mut self, name: &str) -> &mut Compared {
        let file = format!("{}/{name}.csv", self.folder);
        self.compared.entry(file).or_default()
    }

    fn fault(&mut self, name: &str, place: &str, ours: &dyn Debug, theirs: &dyn Debug) {
        let folder = self.folder;
        self.faults.push(format!(
            "{folder}/{name}: {place}: {ours:?}, COINr {theirs:?}"
        ));
    }

    /// Fails on a difference in the files compared so far: for a part of a folder.
    pub(crate) fn finish_part(self) {
        assert!(!self.compared.is_empty(), "nothing was compared");
        self.refuse_faults();
    }

    fn refuse_faults(&self) {
        let shown: Vec<&String> = self.faults.iter().take(20).collect();
        assert!(
            self.faults.is_empty(),
            "{} differences: {shown:#?}",
            self.faults.len()
        );
    }

    /// Prints the table and fails on a difference, or on a file that was left out without a reason.
    #[expect(clippy::print_stdout, reason = "the table is what the suite reports")]
    pub(crate) fn finish(self) {
        let deviations = deviations();
        println!("{:<60} {:>8} {:>12}", "file", "values", "largest");
        for file in &self.files {
            match (self.compared.get(file), deviations.get(file)) {
                (Some(found), None) => {
                    println!("{file:<60} {:>8} {:>12.1e}", found.values, found.largest);
                    assert!(found.values > 0, "{file}: nothing was compared");
                }
                (None, Some(why)) => println!("{file:<60} {:?}: {}", why.kind, why.reason),
                (Some(_), Some(_)) => {
                    panic!("{file} agrees and stands in deviations.toml: remove it")
                }
                (None, None) => panic!("{file} was not compared and is no known deviation"),
            }
        }
        self.refuse_faults();
    }
}

fn deviations() -> BTreeMap<String, Deviation> {
    let text = include_str!("deviations.toml");
    let read: Deviations = toml::from_str(text).unwrap();
    let listed = read.deviation.into_iter();
    listed
        .map(|deviation| (deviation.file.clone(), deviation))
        .collect()
}

#[test]
fn at_least_nine_in_ten_files_agree() {
    let Some(manifest) = table("coinr/MANIFEST.csv") else {
        return;
    };
    let deviations = deviations();
    let judged = |file: &String| {
        let known = deviations.get(&format!("coinr/{file}"));
        known.is_none_or(|it| matches!(it.kind, Kind::Peer))
    };
    let files: Vec<String> = manifest
        .rows
        .iter()
        .map(|row| row["file"].clone())
        .collect();
    let (methods, faults) =
        files
            .iter()
            .filter(|file| judged(file))
            .fold((0, 0), |(all, bad), file| {
                let is_bad = deviations.contains_key(&format!("coinr/{file}"));
                (all + 1, bad + usize::from(is_bad))
            });
    assert!(
        faults * 10 <= methods,
        "{faults} of {methods} files deviate"
    );
}
