//! More than is read.

use yanzhi_kernel::Lang;
use yanzhi_pack::{MAX_RECORD_BYTES, Problems};

use crate::tiny_pack::{read_in, tiny};

pub(crate) const CODES: [&str; 3] = ["table_too_long", "record_too_long", "field_too_long"];

/// The pack with `more` at the end of a file.
fn with(file: &str, more: &str) -> Problems {
    let dir = tiny();
    let path = dir.path().join(file);
    let text = std::fs::read_to_string(&path).unwrap();
    std::fs::write(path, text + more).unwrap();
    read_in(dir.path()).unwrap_err()
}

#[test]
fn rows_beyond_the_limit_are_not_read() {
    let more: Vec<String> = (0..999)
        .map(|it| format!("C{it},口径,Caliber,,\n"))
        .collect();
    let more = more.concat();
    let problems = with("calibers.csv", &more);
    assert_eq!(
        [problems.render(Lang::Zh), problems.render(Lang::En)],
        [
            "calibers.csv:1002:1: 超过 1000 行，其后未读 — 删去不需要的行，或拆分为几个策略包",
            "calibers.csv:1002:1: there are more than 1000 rows; the rest was not read — remove rows, or make several packs of it",
        ]
    );
}

#[test]
fn a_row_without_end_is_not_read() {
    let problems = with(
        "sources.csv",
        &format!("LONG,{}", "x".repeat(MAX_RECORD_BYTES)),
    );
    assert_eq!(
        [problems.render(Lang::Zh), problems.render(Lang::En)],
        [
            "sources.csv:3:1: 一行超过 1048576 字节，其后未读 — 检查换行和引号是否缺失",
            "sources.csv:3:1: the row is longer than 1048576 bytes; the rest was not read — look for a missing line break or quote",
        ]
    );
}

#[test]
fn a_quote_without_end_does_not_swallow_the_file() {
    let problems = with(
        "sources.csv",
        &format!("LONG,\"{}", "x,\n".repeat(MAX_RECORD_BYTES)),
    );
    assert_eq!(
        problems.render(Lang::En),
        "sources.csv:3:6: the double quote is never closed; the rest was not read — close it; write a double quote inside a text twice"
    );
}

#[test]
fn a_text_beyond_the_limit_is_refused() {
    let problems = with("sources.csv", &format!("LONG,{},,,\n", "长".repeat(10_001)));
    assert_eq!(
        [problems.render(Lang::Zh), problems.render(Lang::En)],
        [
            "sources.csv:3:6: “title_zh”超过 10000 个字符 — 缩短文字",
            "sources.csv:3:6: \"title_zh\" has more than 10000 characters — shorten the text",
        ]
    );
}
