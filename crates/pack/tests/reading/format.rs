//! `docs/pack-format.md` says what the reader does.

use std::collections::BTreeSet;
use std::fs;

use yanzhi_pack::CODES;

use crate::tiny_pack::read_in;

const FORMAT: &str = include_str!("../../../../docs/pack-format.md");

/// The lines of a section, from its heading to the next one.
fn section(heading: &str) -> Vec<&'static str> {
    let lines = FORMAT.lines().skip_while(|line| *line != heading).skip(1);
    lines.take_while(|line| !line.starts_with("## ")).collect()
}

#[test]
fn every_code_is_explained_and_none_that_is_not_there() {
    let rows = section("## Problems");
    let explained = rows.iter().filter_map(|row| {
        let (code, what) = row.strip_prefix("| `")?.split_once("` | ")?;
        (what.len() > 5).then_some(code)
    });
    let explained: BTreeSet<&str> = explained.collect();
    let known: BTreeSet<&str> = CODES.iter().copied().collect();
    assert_eq!(explained, known);
}

#[test]
fn the_whole_pack_of_the_document_is_read() {
    let dir = tempfile::tempdir().unwrap();
    let mut lines = section("## A whole pack").into_iter();
    let mut files = 0;
    while let Some(line) = lines.next() {
        let fence = line.strip_prefix("```").and_then(|it| it.split_once(' '));
        if let Some((_, name)) = fence {
            let text: Vec<&str> = lines.by_ref().take_while(|it| *it != "```").collect();
            fs::write(dir.path().join(name), text.join("\n")).unwrap();
            files += 1;
        }
    }
    let pack = read_in(dir.path()).unwrap_or_else(|problems| panic!("{problems}"));
    assert_eq!((files, pack.observations.len()), (9, 2));
}
