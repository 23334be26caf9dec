//! Codes, references, keys.

use super::{
    AREA_DIFFERS, CODE_DUPLICATE, CODE_INVALID, CODE_RESERVED, CODE_UNKNOWN, Fault, GB2260_INVALID,
    INTEGER_INVALID, KEY_DUPLICATE, NO_SCORED_UNITS, PERIOD_INVALID, TILE_INCOMPLETE, UNIT_CYCLE,
    WORD_UNKNOWN, hint, listed,
};

/// What a code stands for, and the file that lists it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Noun {
    pub(crate) zh: &'static str,
    pub(crate) en: &'static str,
    pub(crate) file: &'static str,
}

pub(crate) fn invalid(text: &str) -> Fault {
    Fault::plain(
        CODE_INVALID,
        (
            format!("“{text}”不是代码"),
            format!("\"{text}\" is not a code"),
        ),
        (
            "用 1 至 64 个字母、数字、“_”“-”“.”，以字母或数字开头",
            "use 1 to 64 letters, digits, \"_\", \"-\" or \".\", beginning with a letter or digit",
        ),
    )
}

pub(crate) fn reserved(text: &str) -> Fault {
    Fault::plain(
        CODE_RESERVED,
        (
            format!("“/{text}”是系统自己的页面，策略“{text}”会被它挡住"),
            format!(
                "\"/{text}\" is a page of the system, which would hide the strategy \"{text}\""
            ),
        ),
        (
            "换一个代码，例如城市名的拼音",
            "choose another code, such as the name of the city",
        ),
    )
}

pub(crate) fn unknown(noun: Noun, code: &str, nearest: Option<&str>) -> Fault {
    let Noun { zh, en, file } = noun;
    let (hint_zh, hint_en) = hint(nearest);
    Fault::new(
        CODE_UNKNOWN,
        (
            format!("{zh}“{code}”不存在"),
            format!("there is no {en} \"{code}\""),
        ),
        (
            format!("改正代码{hint_zh}，或在 {file} 中加入该{zh}"),
            format!("correct the code{hint_en} or add the {en} to {file}"),
        ),
    )
}

pub(crate) fn duplicate(noun: Noun, code: &str, first_line: u32) -> Fault {
    let Noun { zh, en, .. } = noun;
    Fault::plain(
        CODE_DUPLICATE,
        (
            format!("{zh}“{code}”已在第 {first_line} 行出现"),
            format!("the {en} \"{code}\" already stands in line {first_line}"),
        ),
        ("删去或改名其中一个", "remove or rename one of them"),
    )
}

pub(crate) fn key_duplicate(key: &str, first_line: u32) -> Fault {
    Fault::plain(
        KEY_DUPLICATE,
        (
            format!("（{key}）已在第 {first_line} 行出现"),
            format!("({key}) already stands in line {first_line}"),
        ),
        ("只保留一行", "keep one of the rows"),
    )
}

pub(crate) fn unit_cycle(codes: &[&str]) -> Fault {
    let circle = listed(codes.iter().copied(), " → ");
    Fault::plain(
        UNIT_CYCLE,
        (
            format!("单位的上级形成循环：{circle}"),
            format!("the parents of units go round in a circle: {circle}"),
        ),
        (
            "为其中一个单位改写上级",
            "give one of the units another parent",
        ),
    )
}

pub(crate) fn area_differs(area: &str, first_line: u32) -> Fault {
    Fault::plain(
        AREA_DIFFERS,
        (
            format!("领域“{area}”的名称与第 {first_line} 行不同"),
            format!("the area \"{area}\" has another name in line {first_line}"),
        ),
        (
            "同一领域写相同的名称",
            "write the same name for the same area",
        ),
    )
}

pub(crate) fn no_scored_units(kinds: &str) -> Fault {
    Fault::plain(
        NO_SCORED_UNITS,
        (
            format!("没有 {kinds} 类的单位可评分"),
            format!("no unit is of a kind that is scored ({kinds})"),
        ),
        (
            "改正 scoring.unit_kinds，或在 units.csv 中加入单位",
            "correct scoring.unit_kinds or add units to units.csv",
        ),
    )
}

pub(crate) fn word_unknown(
    column: &str,
    word: &str,
    nearest: Option<&str>,
    known: &[&str],
) -> Fault {
    let (zh, en) = hint(nearest);
    let known = known.join(", ");
    Fault::new(
        WORD_UNKNOWN,
        (
            format!("“{column}”的值“{word}”未知"),
            format!("\"{word}\" is no value of \"{column}\""),
        ),
        (
            format!("改用{zh}：{known}"),
            format!("use one of{en}: {known}"),
        ),
    )
}

pub(crate) fn period_invalid(text: &str) -> Fault {
    Fault::plain(
        PERIOD_INVALID,
        (
            format!("“{text}”不是时期"),
            format!("\"{text}\" is not a period"),
        ),
        (
            "写作 2023、2023H1、2023Q1、2023-03、2023-01..2023-08 或 2021/2025",
            "write 2023, 2023H1, 2023Q1, 2023-03, 2023-01..2023-08 or 2021/2025",
        ),
    )
}

pub(crate) fn integer_invalid(column: &str, text: &str, least: i64, most: i64) -> Fault {
    Fault::new(
        INTEGER_INVALID,
        (
            format!("“{column}”的值“{text}”不是 {least} 至 {most} 的整数"),
            format!("\"{text}\" in \"{column}\" is not a whole number from {least} to {most}"),
        ),
        (
            format!("填写 {least} 至 {most} 的整数"),
            format!("write a whole number from {least} to {most}"),
        ),
    )
}

pub(crate) fn gb2260_invalid(text: &str) -> Fault {
    Fault::plain(
        GB2260_INVALID,
        (
            format!("“{text}”不是 GB/T 2260 代码"),
            format!("\"{text}\" is not a code of GB/T 2260"),
        ),
        (
            "填写 6 位数字（乡级为 9 位或 12 位），没有则留空",
            "write its 6 digits (9 or 12 for a township), or leave it empty",
        ),
    )
}

pub(crate) fn tile_incomplete() -> Fault {
    Fault::plain(
        TILE_INCOMPLETE,
        (
            "tile_x 和 tile_y 只填了一个".to_owned(),
            "only one of tile_x and tile_y is given".to_owned(),
        ),
        ("两个都填，或都留空", "give both, or neither"),
    )
}
