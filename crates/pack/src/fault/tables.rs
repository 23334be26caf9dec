//! The shape of a CSV: header, rows, quotes.

use super::{
    COLUMN_DUPLICATE, COLUMN_MISSING, COLUMN_UNKNOWN, CONTROL_CHARACTER, DELIMITER, FIELD_COUNT,
    FIELD_EMPTY, FIELD_TOO_LONG, Fault, QUOTE_STRAY, QUOTE_UNCLOSED, RECORD_TOO_LONG, TABLE_EMPTY,
    TABLE_TOO_LONG, hint,
};

pub(crate) fn empty() -> Fault {
    Fault::plain(
        TABLE_EMPTY,
        (
            "文件没有表头".to_owned(),
            "the file has no header".to_owned(),
        ),
        (
            "第一行写列名",
            "write the names of the columns in the first line",
        ),
    )
}

pub(crate) fn too_long(limit: usize) -> Fault {
    Fault::plain(
        TABLE_TOO_LONG,
        (
            format!("超过 {limit} 行，其后未读"),
            format!("there are more than {limit} rows; the rest was not read"),
        ),
        (
            "删去不需要的行，或拆分为几个策略包",
            "remove rows, or make several packs of it",
        ),
    )
}

pub(crate) fn record_too_long(limit: usize) -> Fault {
    Fault::plain(
        RECORD_TOO_LONG,
        (
            format!("一行超过 {limit} 字节，其后未读"),
            format!("the row is longer than {limit} bytes; the rest was not read"),
        ),
        (
            "检查换行和引号是否缺失",
            "look for a missing line break or quote",
        ),
    )
}

pub(crate) fn delimiter() -> Fault {
    Fault::plain(
        DELIMITER,
        (
            "表头以分号分隔".to_owned(),
            "the header is separated by semicolons".to_owned(),
        ),
        (
            "用逗号或制表符分隔",
            "separate the columns by commas or tabs",
        ),
    )
}

pub(crate) fn column_missing(name: &str) -> Fault {
    Fault::new(
        COLUMN_MISSING,
        (
            format!("缺少列“{name}”"),
            format!("the column \"{name}\" is missing"),
        ),
        (
            format!("在表头中加入“{name}”列"),
            format!("add the column \"{name}\" to the header"),
        ),
    )
}

pub(crate) fn column_unknown(name: &str, nearest: Option<&str>, known: &[&str]) -> Fault {
    let (zh, en) = hint(nearest);
    let known = known.join(", ");
    Fault::new(
        COLUMN_UNKNOWN,
        (
            format!("未知的列“{name}”"),
            format!("the column \"{name}\" is unknown"),
        ),
        (
            format!("改正列名{zh}或删去该列；可用的列：{known}"),
            format!("correct the name{en} or remove the column; columns there are: {known}"),
        ),
    )
}

pub(crate) fn column_duplicate(name: &str) -> Fault {
    Fault::plain(
        COLUMN_DUPLICATE,
        (
            format!("列“{name}”出现两次"),
            format!("the column \"{name}\" stands twice"),
        ),
        ("只保留一列", "keep one of them"),
    )
}

pub(crate) fn field_count(found: usize, expected: usize) -> Fault {
    Fault::plain(
        FIELD_COUNT,
        (
            format!("本行有 {found} 个字段，表头有 {expected} 个"),
            format!("the row has {found} fields, the header has {expected}"),
        ),
        (
            "补齐或删去字段；含逗号的文字用双引号括起",
            "add or remove fields; put text with commas into double quotes",
        ),
    )
}

pub(crate) fn field_empty(column: &str) -> Fault {
    Fault::new(
        FIELD_EMPTY,
        (format!("“{column}”为空"), format!("\"{column}\" is empty")),
        (format!("填写“{column}”"), format!("fill in \"{column}\"")),
    )
}

pub(crate) fn field_too_long(column: &str, limit: usize) -> Fault {
    Fault::plain(
        FIELD_TOO_LONG,
        (
            format!("“{column}”超过 {limit} 个字符"),
            format!("\"{column}\" has more than {limit} characters"),
        ),
        ("缩短文字", "shorten the text"),
    )
}

pub(crate) fn quote_unclosed() -> Fault {
    Fault::plain(
        QUOTE_UNCLOSED,
        (
            "双引号没有闭合，其后未读".to_owned(),
            "the double quote is never closed; the rest was not read".to_owned(),
        ),
        (
            "补上结尾的双引号；文字中的双引号写两次",
            "close it; write a double quote inside a text twice",
        ),
    )
}

pub(crate) fn quote_stray() -> Fault {
    Fault::plain(
        QUOTE_STRAY,
        (
            "字段中有多余的双引号".to_owned(),
            "there is a stray double quote in the field".to_owned(),
        ),
        (
            "用双引号括起整个字段，其中的双引号写两次",
            "put the whole field into double quotes and write those inside twice",
        ),
    )
}

pub(crate) fn control_character(column: &str, character: char) -> Fault {
    let number = u32::from(character);
    Fault::plain(
        CONTROL_CHARACTER,
        (
            format!("“{column}”中有控制字符 U+{number:04X}"),
            format!("\"{column}\" has the control character U+{number:04X}"),
        ),
        ("删去该字符", "remove the character"),
    )
}
