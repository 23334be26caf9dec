//! The tables of a pack: the columns of each, and what its rows become.

pub(crate) mod framework;
pub(crate) mod indicators;
pub(crate) mod lists;
pub(crate) mod observations;
pub(crate) mod targets;
pub(crate) mod tasks;
pub(crate) mod units;

use crate::code_list::CodeList;
use crate::descriptor::Descriptor;
use crate::folder::Folder;
use crate::problem::Findings;
use crate::row::Row;
use crate::table::{self, Spec};
use indicators::Indicators;

/// The lists that figures and targets name.
#[derive(Clone, Copy)]
pub(crate) struct Lists<'a> {
    pub(crate) indicators: &'a Indicators,
    pub(crate) units: &'a CodeList,
    pub(crate) calibers: &'a CodeList,
    pub(crate) sources: &'a CodeList,
}

/// The files of the tables, in the order in which they are read: what is named comes before what names it.
pub(crate) const FILES: [&str; 9] = [
    lists::GROUPS.file,
    lists::CALIBERS.file,
    lists::SOURCES.file,
    units::SPEC.file,
    indicators::SPEC.file,
    framework::SPEC.file,
    observations::SPEC.file,
    targets::SPEC.file,
    tasks::SPEC.file,
];

/// The folder with its descriptor.
pub(crate) struct Tables<'t, 'f> {
    pub(crate) folder: &'t mut Folder<'f>,
    pub(crate) descriptor: &'t Descriptor,
}

impl Tables<'_, '_> {
    /// Gives every row of a table to `each`; whether every row was seen.
    pub(crate) fn each(&mut self, spec: &Spec, each: impl FnMut(&Row<'_>, &mut Findings)) -> bool {
        self.each_of_many(spec, |_| (), each)
    }

    /// The same, telling `begin` first how many rows there may be.
    pub(crate) fn each_of_many(
        &mut self,
        spec: &Spec,
        begin: impl FnOnce(usize),
        each: impl FnMut(&Row<'_>, &mut Findings),
    ) -> bool {
        let delimiter = self.descriptor.delimiter(spec.file);
        let outcome = table::read(self.folder, spec, delimiter, begin, each);
        let findings = &mut self.folder.findings;
        self.descriptor
            .check_header(spec.file, &outcome.header, findings);
        outcome.is_whole
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::Column;

    const FORMAT: &str = include_str!("../../../../docs/pack-format.md");

    /// The columns that the document gives a table.
    fn documented(file: &str) -> Vec<(&'static str, bool)> {
        let heading = format!("### {file}");
        let lines = FORMAT.lines().skip_while(|line| *line != heading).skip(1);
        let rows = lines.take_while(|line| !line.starts_with('#'));
        rows.filter_map(|row| {
            let (name, rest) = row.strip_prefix("| `")?.split_once("` | ")?;
            Some((name, rest.starts_with("yes")))
        })
        .collect()
    }

    #[test]
    fn the_document_has_the_columns_of_every_table() {
        let specs = [
            &lists::GROUPS,
            &lists::CALIBERS,
            &lists::SOURCES,
            &units::SPEC,
            &indicators::SPEC,
            &framework::SPEC,
            &observations::SPEC,
            &targets::SPEC,
            &tasks::SPEC,
        ];
        assert_eq!(specs.map(|spec| spec.file), FILES);
        for spec in specs {
            let column = |column: &Column| (column.name, column.is_required);
            let columns: Vec<_> = spec.columns.iter().map(column).collect();
            assert_eq!(documented(spec.file), columns, "{}", spec.file);
        }
    }
}
