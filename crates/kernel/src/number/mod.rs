//! Reads a number as people write it in tables, and refuses whatever could mean two things.
//!
//! ```text
//! number   = [sign] whole ["." digit+] [("e" | "E") [sign] digit{1,4}] [space* "%"]
//! whole    = "0" | digit19 digit* | digit19 digit{0,2} ("," digit{3})+
//! ```
//!
//! Full-width forms count as their half-width ones; white space around the number is ignored.

use crate::half_width::half_width;

mod fault;

pub use fault::NumberFault;

/// Longest text of a number in characters.
const MAX_LEN: usize = 64;

/// The number that a text says. `12.5%` is 12.5, and only where `is_percent`. -0 is 0.
///
/// # Errors
/// [`NumberFault`], whenever the text is not exactly one finite number.
pub fn read_number(text: &str, is_percent: bool) -> Result<f64, NumberFault> {
    let narrow = half_width(text);
    let text = narrow.trim();
    if text.is_empty() {
        return Err(NumberFault::Empty);
    }
    let body = match text.strip_suffix('%') {
        Some(body) if !is_percent && is_number(body.trim_end()) => {
            return Err(NumberFault::Percent);
        }
        Some(body) if is_percent => body.trim_end(),
        _ => text,
    };
    let digits = Parts::of(body)
        .and_then(|parts| parts.digits())
        .map_err(|fault| {
            if fault == NumberFault::Malformed {
                explain(text)
            } else {
                fault
            }
        })?;
    finite(&digits)
}

fn is_number(text: &str) -> bool {
    Parts::of(text).and_then(|parts| parts.digits()).is_ok()
}

/// The parsed number, unless it is beyond what fits, or so small that only 0 would be left of it.
fn finite(digits: &str) -> Result<f64, NumberFault> {
    let value: f64 = digits.parse().map_err(|_| NumberFault::Malformed)?;
    let mantissa = digits.split('e').next().unwrap_or_default();
    let says_zero = !mantissa.bytes().any(|byte| (b'1'..=b'9').contains(&byte));
    let is_zero = value.abs() < f64::from_bits(1);
    if !value.is_finite() || is_zero != says_zero {
        return Err(NumberFault::OutOfRange);
    }
    // -0 is 0.
    Ok(if is_zero { 0.0 } else { value })
}

struct Parts<'a> {
    is_negative: bool,
    whole: &'a str,
    fraction: Option<&'a str>,
    exponent: Option<&'a str>,
}

impl<'a> Parts<'a> {
    fn of(text: &'a str) -> Result<Self, NumberFault> {
        if text.len() > MAX_LEN {
            return Err(NumberFault::Malformed);
        }
        let (is_negative, text) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text.strip_prefix('+').unwrap_or(text)),
        };
        let (mantissa, exponent) = match text.split_once(['e', 'E']) {
            Some((mantissa, exponent)) => (mantissa, Some(exponent)),
            None => (text, None),
        };
        let (whole, fraction) = match mantissa.split_once('.') {
            Some((whole, fraction)) => (whole, Some(fraction)),
            None => (mantissa, None),
        };
        Ok(Self {
            is_negative,
            whole,
            fraction,
            exponent,
        })
    }

    /// The number as `f64` reads it, without groups.
    fn digits(&self) -> Result<String, NumberFault> {
        let well_formed = self.fraction.is_none_or(is_digits)
            && self.exponent.is_none_or(is_exponent)
            && !self.whole.is_empty()
            && self
                .whole
                .bytes()
                .all(|it| it.is_ascii_digit() || it == b',');
        if !well_formed {
            return Err(NumberFault::Malformed);
        }
        if self.whole.contains(',') && !is_grouped(self.whole) {
            return Err(NumberFault::Grouping);
        }
        if self.whole.len() > 1 && self.whole.starts_with('0') {
            return Err(NumberFault::LeadingZero);
        }
        let sign = if self.is_negative { "-" } else { "" };
        let mut digits = format!("{sign}{}", self.whole.replace(',', ""));
        for (mark, part) in [('.', self.fraction), ('e', self.exponent)] {
            if let Some(part) = part {
                digits.push(mark);
                digits.push_str(part);
            }
        }
        Ok(digits)
    }
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_exponent(text: &str) -> bool {
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    is_digits(digits) && digits.len() <= 4
}

fn is_grouped(whole: &str) -> bool {
    let mut groups = whole.split(',');
    let first = groups.next().unwrap_or_default();
    (1..=3).contains(&first.len()) && groups.all(|group| group.len() == 3)
}

/// What people write where there is no figure, in lower case and without the brackets around it.
const NO_FIGURE: [&str; 29] = [
    "-",
    "--",
    "—",
    "——",
    "–",
    "―",
    "─",
    "/",
    "\\",
    "…",
    "……",
    "...",
    "n/a",
    "n.a.",
    "na",
    "nil",
    "null",
    "none",
    "无",
    "無",
    "缺",
    "缺失",
    "暂无",
    "没有",
    "无数据",
    "不适用",
    "未统计",
    "尚未统计",
    "待补",
];
const NOT_FINITE: [&str; 5] = ["nan", "inf", "infinity", "∞", "1.#inf"];
const MAGNITUDES: [char; 12] = [
    '十', '百', '千', '万', '萬', '亿', '億', '兆', 'k', 'K', 'm', 'M',
];

/// Why a text of another form was probably written.
fn explain(text: &str) -> NumberFault {
    let lower = text.to_lowercase();
    let bare = lower.strip_prefix('(').and_then(|it| it.strip_suffix(')'));
    let unsigned = lower.trim_start_matches(['+', '-']);
    if NO_FIGURE.contains(&bare.unwrap_or(&lower)) {
        NumberFault::MissingMark
    } else if NOT_FINITE.contains(&unsigned) {
        NumberFault::NotFinite
    } else if text.starts_with('#') {
        NumberFault::SheetError
    } else if is_formula(text) {
        NumberFault::Formula
    } else if is_date(text) {
        NumberFault::Date
    } else if text.ends_with(MAGNITUDES) && is_number_before_last(text) {
        NumberFault::Magnitude
    } else {
        NumberFault::Malformed
    }
}

/// `=…` and `@…`, and `+A1`, `-SUM(…)`, which spreadsheets take for formulas too.
fn is_formula(text: &str) -> bool {
    let signed = text.strip_prefix(['+', '-']);
    text.starts_with(['=', '@'])
        || signed.is_some_and(|it| it.starts_with(|first: char| first.is_ascii_alphabetic()))
}

fn is_number_before_last(text: &str) -> bool {
    let before = text.trim_end_matches(|it: char| it.is_alphabetic());
    is_number(before.trim_end())
}

fn is_date(text: &str) -> bool {
    let body = text.strip_suffix(['年', '月', '日']).unwrap_or(text);
    let mut parts = 0;
    let is_of_digits = body
        .split(['-', '/', '.', '年', '月', ':', ' '])
        .inspect(|_| parts += 1)
        .all(is_digits);
    let is_marked = text.contains(['年', '月', '日', ':', '-', '/']);
    is_of_digits && (is_marked || parts >= 3)
}

#[cfg(test)]
mod tests;
