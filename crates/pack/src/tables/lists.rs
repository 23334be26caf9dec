//! `groups.csv`, `calibers.csv` and `sources.csv`.

use yanzhi_kernel::Text;

use super::Tables;
use crate::code_list::{self, CodeList};
use crate::model::{Caliber, Group, Source};
use crate::row::Pair;
use crate::table::{MAX_ROWS, Spec, may, must};

pub(crate) const GROUPS: Spec = Spec {
    file: "groups.csv",
    is_required: true,
    max_rows: MAX_ROWS,
    columns: &[must("code"), must("name_zh"), must("name_en")],
};

pub(crate) const CALIBERS: Spec = Spec {
    file: "calibers.csv",
    is_required: true,
    max_rows: 1_000,
    columns: &[
        must("code"),
        must("name_zh"),
        must("name_en"),
        may("definition_zh"),
        may("definition_en"),
    ],
};

pub(crate) const SOURCES: Spec = Spec {
    file: "sources.csv",
    is_required: false,
    max_rows: MAX_ROWS,
    columns: &[
        must("code"),
        must("title_zh"),
        may("title_en"),
        may("publisher"),
        may("url"),
    ],
};

pub(crate) fn groups(tables: &mut Tables<'_, '_>) -> (CodeList, Vec<Group>) {
    let mut codes = CodeList::new(code_list::GROUPS);
    let mut groups = Vec::new();
    let is_whole = tables.each(&GROUPS, |row, findings| {
        let code = codes.add(row, findings);
        let name = row.needed_pair(Pair::NAME, findings);
        groups.extend(code.zip(name).map(|(code, name)| Group { code, name }));
    });
    codes.is_whole &= is_whole;
    (codes, groups)
}

pub(crate) fn calibers(tables: &mut Tables<'_, '_>) -> (CodeList, Vec<Caliber>) {
    let mut codes = CodeList::new(code_list::CALIBERS);
    let mut calibers = Vec::new();
    let is_whole = tables.each(&CALIBERS, |row, findings| {
        let code = codes.add(row, findings);
        let name = row.needed_pair(Pair::NAME, findings);
        let definition = row.pair(Pair::DEFINITION, findings);
        calibers.extend(code.zip(name).map(|(code, name)| Caliber {
            code,
            name,
            definition,
        }));
    });
    codes.is_whole &= is_whole;
    (codes, calibers)
}

pub(crate) fn sources(tables: &mut Tables<'_, '_>) -> (CodeList, Vec<Source>) {
    let mut codes = CodeList::new(code_list::SOURCES);
    let mut sources = Vec::new();
    let is_whole = tables.each(&SOURCES, |row, findings| {
        let code = codes.add(row, findings);
        let Text { zh, en } = row.pair(Pair::TITLE, findings);
        let has_title = row.needed_word("title_zh", findings).is_some();
        let publisher = row.note("publisher", findings);
        let url = row.note("url", findings);
        sources.extend(code.filter(|_| has_title).map(|code| Source {
            code,
            title: Text { zh, en },
            publisher,
            url,
        }));
    });
    codes.is_whole &= is_whole;
    (codes, sources)
}
