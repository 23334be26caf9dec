//! TOML: syntax, keys, values.

use super::{Fault, KEY_MISSING, KEY_UNKNOWN, KEY_WRONG_KIND, TIME_ZONE, TOML_SYNTAX, hint};

pub(crate) fn toml_syntax(message: &str) -> Fault {
    let message = message.replace('\n', "; ");
    Fault::plain(
        TOML_SYNTAX,
        (
            format!("TOML 语法错误：{message}"),
            format!("this is no TOML: {message}"),
        ),
        ("改正此处的写法", "correct what is written here"),
    )
}

pub(crate) fn key_unknown(key: &str, nearest: Option<&str>, known: &[&str]) -> Fault {
    let (zh, en) = hint(nearest);
    let known = known.join(", ");
    Fault::new(
        KEY_UNKNOWN,
        (
            format!("未知的键“{key}”"),
            format!("the key \"{key}\" is unknown"),
        ),
        (
            format!("改正{zh}或删去；可用的键：{known}"),
            format!("correct{en} or remove it; keys there are: {known}"),
        ),
    )
}

pub(crate) fn key_missing(key: &str) -> Fault {
    Fault::new(
        KEY_MISSING,
        (
            format!("缺少键“{key}”"),
            format!("the key \"{key}\" is missing"),
        ),
        (format!("加入“{key}”"), format!("add \"{key}\"")),
    )
}

/// `expected` as (Chinese, English).
pub(crate) fn key_wrong_kind(key: &str, expected: (&str, &str)) -> Fault {
    let (zh, en) = expected;
    Fault::new(
        KEY_WRONG_KIND,
        (
            format!("“{key}”的值不是{zh}"),
            format!("the value of \"{key}\" is not {en}"),
        ),
        (format!("改为{zh}"), format!("make it {en}")),
    )
}

pub(crate) fn time_zone(text: &str) -> Fault {
    Fault::plain(
        TIME_ZONE,
        (
            format!("“{text}”不是时区"),
            format!("\"{text}\" is not a time zone"),
        ),
        (
            "写 IANA 时区名，如 Asia/Shanghai",
            "write the IANA name of a zone, such as Asia/Shanghai",
        ),
    )
}
