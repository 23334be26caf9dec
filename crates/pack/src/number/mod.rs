//! Reads a number as people write it in tables, and refuses whatever could mean two things.
//!
//! ```text
//! number   = [sign] whole ["." digit+] [("e" | "E") [sign] digit{1,4}] [space* "%"]
//! whole    = "0" | digit19 digit* | digit19 digit{0,2} ("," digit{3})+
//! ```
//!
//! Full-width forms count as their half-width ones; white space around the number is ignored.

use crate::half_width::half_width;

/// Longest text of a number in characters.
const MAX_LEN: usize = 64;

/// Why a text is no number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NumberFault {
    /// Nothing there.
    Empty,
    /// A sign or word that says that there is no figure.
    MissingMark,
    /// Commas that do not part groups of three.
    Grouping,
    /// 万, 亿 and the like.
    Magnitude,
    /// `%` where the measure unit is none.
    Percent,
    /// `=A1+B1`.
    Formula,
    /// `#DIV/0!`.
    SheetError,
    /// `NaN`, `inf`.
    NotFinite,
    /// Beyond what a number can hold.
    OutOfRange,
    /// A day, not a number.
    Date,
    /// `007`: rather a code.
    LeadingZero,
    /// Anything else.
    Malformed,
}

/// The number that a text says. `12.5%` is 12.5, and only where `is_percent`.
pub(crate) fn read_number(text: &str, is_percent: bool) -> Result<f64, NumberFault> {
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

/// Why a text of another form was probably written.
fn explain(text: &str) -> NumberFault {
    const NO_FIGURE: [&str; 16] = [
        "-", "--", "—", "——", "–", "/", "\\", "…", "……", "...", "n/a", "na", "null", "none", "无",
        "缺",
    ];
    const NOT_FINITE: [&str; 5] = ["nan", "inf", "infinity", "∞", "1.#inf"];
    let lower = text.to_lowercase();
    let unsigned = lower.trim_start_matches(['+', '-']);
    if NO_FIGURE.contains(&lower.as_str()) {
        NumberFault::MissingMark
    } else if NOT_FINITE.contains(&unsigned) {
        NumberFault::NotFinite
    } else if text.starts_with('#') {
        NumberFault::SheetError
    } else if text.starts_with(['=', '@']) {
        NumberFault::Formula
    } else if is_date(text) {
        NumberFault::Date
    } else if text.ends_with(['十', '百', '千', '万', '亿', '兆', 'k', 'K', 'm', 'M'])
        && is_number_before_last(text)
    {
        NumberFault::Magnitude
    } else {
        NumberFault::Malformed
    }
}

fn is_number_before_last(text: &str) -> bool {
    let before = text.trim_end_matches(|it: char| it.is_alphabetic());
    is_number(before.trim_end())
}

fn is_date(text: &str) -> bool {
    let parts: Vec<&str> = text
        .trim_end_matches('日')
        .split(['-', '/', '.', '年', '月', ':', ' '])
        .collect();
    let has_date_mark = text.contains(['年', '月', '日', ':'])
        || text.matches(['-', '/']).count() >= 1
        || parts.len() >= 3;
    has_date_mark
        && parts.len() >= 2
        && parts.iter().all(|part| part.is_empty() || is_digits(part))
        && text.starts_with(|it: char| it.is_ascii_digit())
}

#[cfg(test)]
mod tests;
