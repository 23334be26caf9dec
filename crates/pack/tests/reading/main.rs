//! A small pack is read however it is written, and every way in which it can be wrong gives its place, what is
//! wrong and what to do, in both languages.

#![expect(clippy::unwrap_used, reason = "a test stops where its setting fails")]

mod all_at_once;
mod derived;
mod descriptors;
mod files;
mod folders;
mod format;
mod frameworks;
mod good_input;
mod limits;
mod methods;
mod mutations;
mod settings;
mod tables;
mod tiny_pack;
mod values;

use std::collections::BTreeSet;

use yanzhi_pack::CODES;

/// Codes that no input brings about here: a disk that fails, and faults the engine may learn to find.
const OUT_OF_REACH: [&str; 3] = ["file_unreadable", "framework_invalid", "method_invalid"];

#[test]
fn every_code_is_tried() {
    let lists = [
        derived::CASES,
        descriptors::CASES,
        files::CASES,
        frameworks::CASES,
        methods::CASES,
        settings::CASES,
        tables::CASES,
        values::CASES,
    ];
    let mut tried: BTreeSet<&str> = lists.into_iter().flatten().map(|it| it.code).collect();
    tried.extend(folders::CODES);
    tried.extend(limits::CODES);
    tried.extend(OUT_OF_REACH);
    let known: BTreeSet<&str> = CODES.iter().copied().collect();
    assert_eq!(tried, known);
}
