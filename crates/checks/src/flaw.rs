//! What is wrong with a check itself.

use serde::Serialize;
use yanzhi_kernel::{Text, nearest};

/// One thing that is wrong with the definition of a check: at which key, what, and what to do about it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Flaw {
    /// The keys that lead to it, outermost first: `rule`, `least`.
    pub path: Vec<&'static str>,
    /// The stable word: one of [`CODES`].
    pub code: &'static str,
    /// What is wrong.
    pub what: Text,
    /// What to do about it.
    pub remedy: Text,
    /// The byte of the text at the key where it stands, where that is an expression.
    pub byte: usize,
}

/// Every code a [`Flaw`] can have.
pub const CODES: &[&str] = &[
    "check_key_missing",
    "check_key_unknown",
    "check_value",
    "check_word",
    "check_code_unknown",
    "check_condition",
    "check_hint",
];

impl Flaw {
    pub(crate) fn new(
        code: &'static str,
        path: &[&'static str],
        (what_zh, what_en): (String, String),
        (remedy_zh, remedy_en): (String, String),
    ) -> Self {
        Self {
            path: path.to_vec(),
            code,
            what: Text::new(what_zh, what_en),
            remedy: Text::new(remedy_zh, remedy_en),
            byte: 0,
        }
    }

    pub(crate) fn key_missing(path: &[&'static str]) -> Self {
        let key = path.join(".");
        Self::new(
            "check_key_missing",
            path.get(..path.len().saturating_sub(1)).unwrap_or_default(),
            (
                format!("缺少键“{key}”"),
                format!("the key \"{key}\" is missing"),
            ),
            (format!("加入“{key}”"), format!("add \"{key}\"")),
        )
    }

    pub(crate) fn key_unknown(path: &[&'static str], key: &str, known: &[&'static str]) -> Self {
        let (hint_zh, hint_en) = hint(nearest(key, known.iter().copied()));
        let known = known.join(", ");
        let key = shown(key);
        Self::new(
            "check_key_unknown",
            path,
            (
                format!("未知的键“{key}”"),
                format!("the key \"{key}\" is unknown"),
            ),
            (
                format!("改正{hint_zh}或删去；可用的键：{known}"),
                format!("correct{hint_en} or remove it; keys there are: {known}"),
            ),
        )
    }

    pub(crate) fn value(path: &[&'static str], expected: (&str, &str)) -> Self {
        let key = path.join(".");
        let (zh, en) = expected;
        Self::new(
            "check_value",
            path,
            (
                format!("“{key}”的值不是{zh}"),
                format!("the value of \"{key}\" is not {en}"),
            ),
            (format!("改为{zh}"), format!("make it {en}")),
        )
    }

    pub(crate) fn word(path: &[&'static str], word: &str, known: &[&str]) -> Self {
        let key = path.join(".");
        let (hint_zh, hint_en) = hint(nearest(word, known.iter().copied()));
        let (word, known) = (shown(word), known.join(", "));
        Self::new(
            "check_word",
            path,
            (
                format!("“{key}”的值“{word}”未知"),
                format!("\"{word}\" is no value of \"{key}\""),
            ),
            (
                format!("改用{hint_zh}：{known}"),
                format!("use one of{hint_en}: {known}"),
            ),
        )
    }

    pub(crate) fn code_unknown(
        path: &[&'static str],
        (noun_zh, noun_en): (&str, &str),
        code: &str,
        nearest: Option<&str>,
    ) -> Self {
        let (hint_zh, hint_en) = hint(nearest);
        Self::new(
            "check_code_unknown",
            path,
            (
                format!("{noun_zh}“{code}”不存在"),
                format!("there is no {noun_en} \"{code}\""),
            ),
            (
                format!("改正代码{hint_zh}"),
                format!("correct the code{hint_en}"),
            ),
        )
    }
}

fn hint(nearest: Option<&str>) -> (String, String) {
    nearest.map_or_else(Default::default, |word| {
        (
            format!("（是否为“{word}”？）"),
            format!(" (did you mean \"{word}\"?)"),
        )
    })
}

fn shown(text: &str) -> String {
    let plain = |it: char| if it.is_control() { '\u{fffd}' } else { it };
    text.chars().take(60).map(plain).collect()
}
