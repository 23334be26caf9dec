//! What is wrong with an expression: stable code, place, words.

mod meaning;
mod reading;

use std::fmt;

use serde::Serialize;
use yanzhi_kernel::{Lang, Text};

use crate::span::Span;

/// One thing that is wrong with an expression: where, what, and what to do about it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Fault {
    /// The stable word for this kind of fault: one of [`CODES`].
    pub code: &'static str,
    /// The place in the text, for underlining it.
    pub span: Span,
    /// What is wrong.
    pub what: Text,
    /// What to do about it.
    pub remedy: Text,
}

/// Words in Chinese and in English.
type Words = (String, String);

impl Fault {
    pub(crate) fn new(code: &'static str, span: Span, what: Words, remedy: Words) -> Self {
        Self {
            code,
            span,
            what: Text::new(what.0, what.1),
            remedy: Text::new(remedy.0, remedy.1),
        }
    }

    /// `what — remedy` in a language.
    pub fn render(&self, lang: Lang) -> String {
        format!("{} — {}", self.what.get(lang), self.remedy.get(lang))
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.render(Lang::default()))
    }
}

impl std::error::Error for Fault {}

/// Words that name nothing in particular.
fn words(zh: &str, en: &str) -> Words {
    (zh.to_owned(), en.to_owned())
}

/// `（是否为“…”？）` and ` (did you mean "…"?)`, or nothing.
fn hint(nearest: Option<&str>) -> Words {
    nearest.map_or_else(Default::default, |word| {
        (
            format!("（是否为“{word}”？）"),
            format!(" (did you mean \"{word}\"?)"),
        )
    })
}

/// A piece of the text as messages show it: on one line, and not all of a long one.
fn shown(text: &str) -> String {
    const LONGEST: usize = 40;
    let mut shown: String = text
        .chars()
        .take(LONGEST)
        .map(|it| if it.is_control() { '\u{fffd}' } else { it })
        .collect();
    if text.chars().nth(LONGEST).is_some() {
        shown.push('…');
    }
    shown
}

/// The constants of the codes, and the list of them all.
macro_rules! codes {
    ($($name:ident = $word:literal,)+) => {
        $(pub(crate) const $name: &str = $word;)+
        /// Every code a [`Fault`] can have, as `docs/formulas.md` explains them.
        pub const CODES: &[&str] = &[$($word),+];
    };
}

codes! {
    EMPTY = "expression_empty",
    TOO_LONG = "expression_too_long",
    TOO_DEEP = "expression_too_deep",
    UNFINISHED = "expression_unfinished",
    CHARACTER = "character_unknown",
    PERCENT = "percent_sign",
    NUMBER = "number_invalid",
    STEP = "step_invalid",
    CODE_INVALID = "code_invalid",
    BRACKET = "bracket_unclosed",
    OPERAND = "operand_expected",
    OPERATOR = "operator_expected",
    UNCLOSED = "parenthesis_unclosed",
    UNOPENED = "parenthesis_unopened",
    CHAIN = "chain_ambiguous",
    FUNCTION = "function_unknown",
    ARGUMENTS = "arguments_wrong",
    CODE_UNKNOWN = "code_unknown",
    CYCLE = "cycle",
    NO_INDICATOR = "no_indicator",
    NUMBER_EXPECTED = "number_expected",
    CONDITION_EXPECTED = "condition_expected",
    MEASURE_DIFFERS = "measure_differs",
    MAGNITUDE_DIFFERS = "magnitude_differs",
    EXPONENT = "exponent_invalid",
    CONSTANT_FALLBACK = "constant_fallback",
    DECLARED_DIFFERS = "declared_measure_differs",
}
