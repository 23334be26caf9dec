//! One row of a table: its fields, each read as what it must be. What is not is noted where it stands.
//!
//! A field that is wrong gives `None` like one that is empty; that the pack is refused is certain by then.

use std::borrow::Cow;
use std::str::FromStr;

use yanzhi_delimited::Record;
use yanzhi_kernel::{Code, Period, Text, half_width, read_number};

use crate::fault::{Fault, codes, shown, tables, values};
use crate::header::Layout;
use crate::model::Number;
use crate::problem::{Findings, Place};
use crate::table::Spec;
use yanzhi_kernel::nearest;

/// Longest text of a field in characters.
pub(crate) const MAX_TEXT: usize = 10_000;

/// A row with as many fields as the header.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Row<'a> {
    spec: &'a Spec,
    layout: &'a Layout,
    record: Record<'a>,
}

impl<'a> Row<'a> {
    pub(crate) fn new(spec: &'a Spec, layout: &'a Layout, record: Record<'a>) -> Self {
        Self {
            spec,
            layout,
            record,
        }
    }

    /// Whether it has as many fields as the header, and no quote where none belongs.
    pub(crate) fn is_well_formed(&self, findings: &mut Findings) -> bool {
        let (found, expected) = (self.record.fields.len(), self.layout.width);
        if found != expected {
            let field = expected.min(found.saturating_sub(1));
            findings.add(self.place_of(field), || {
                tables::field_count(found, expected)
            });
            return false;
        }
        let mut is_well_formed = true;
        for field in (0..found).filter(|field| self.record.is_stray(*field)) {
            findings.add(self.place_of(field), tables::quote_stray);
            is_well_formed = false;
        }
        is_well_formed
    }

    /// Its first line in the file.
    pub(crate) fn line(&self) -> u32 {
        self.record.line
    }

    fn place_of(&self, field: usize) -> Place {
        let (line, column) = self.record.place(field);
        Place {
            file: self.spec.file,
            line,
            column,
        }
    }

    /// Where a column's field stands; the beginning of the row where there is no such column.
    pub(crate) fn place(&self, column: &str) -> Place {
        self.place_of(self.layout.field_of(self.spec, column).unwrap_or(0))
    }

    /// Where what a column's field says begins.
    pub(crate) fn place_of_text(&self, column: &str) -> Place {
        let field = self.layout.field_of(self.spec, column).unwrap_or(0);
        let (line, column) = self.record.place_of_text(field);
        Place {
            file: self.spec.file,
            line,
            column,
        }
    }

    /// Notes a problem with a column's field.
    pub(crate) fn refuse(
        &self,
        column: &str,
        findings: &mut Findings,
        fault: impl FnOnce() -> Fault,
    ) {
        findings.add_at(|| self.place(column), fault);
    }

    fn has(&self, column: &str) -> bool {
        self.layout.field_of(self.spec, column).is_some()
    }

    /// What a column's field says; empty where there is no such column.
    fn raw(&self, column: &str) -> Cow<'a, str> {
        let field = self.layout.field_of(self.spec, column);
        field
            .and_then(|field| self.record.field(field))
            .unwrap_or_default()
    }

    /// A word, code or number: half-width, `None` where it is empty.
    pub(crate) fn word(&self, column: &str) -> Option<Cow<'a, str>> {
        let narrow = match self.raw(column) {
            Cow::Borrowed(text) => half_width(text),
            Cow::Owned(text) => Cow::Owned(half_width(&text).into_owned()),
        };
        (!narrow.is_empty()).then_some(narrow)
    }

    /// A word that must be there.
    pub(crate) fn needed_word(
        &self,
        column: &str,
        findings: &mut Findings,
    ) -> Option<Cow<'a, str>> {
        let word = self.word(column);
        if word.is_none() && self.has(column) {
            self.refuse(column, findings, || tables::field_empty(column));
        }
        word
    }

    /// A text for people, if it is there.
    pub(crate) fn text(&self, column: &str, findings: &mut Findings) -> Option<Cow<'a, str>> {
        let text = self.raw(column);
        let control = text
            .chars()
            .find(|it| it.is_control() && !matches!(it, '\n' | '\r' | '\t'));
        if let Some(control) = control {
            self.refuse(column, findings, || {
                tables::control_character(column, control)
            });
            return None;
        }
        if text.len() > MAX_TEXT && text.chars().count() > MAX_TEXT {
            self.refuse(column, findings, || {
                tables::field_too_long(column, MAX_TEXT)
            });
            return None;
        }
        (!text.is_empty()).then_some(text)
    }

    /// A text for people, owned.
    pub(crate) fn note(&self, column: &str, findings: &mut Findings) -> Option<String> {
        self.text(column, findings).map(Cow::into_owned)
    }

    /// `<base>_zh` and `<base>_en`, either of which may be empty.
    pub(crate) fn pair(&self, base: Pair, findings: &mut Findings) -> Text {
        let zh = self.note(base.zh, findings).unwrap_or_default();
        let en = self.note(base.en, findings).unwrap_or_default();
        Text { zh, en }
    }

    /// `<base>_zh` and `<base>_en`, neither of which may be empty.
    pub(crate) fn needed_pair(&self, base: Pair, findings: &mut Findings) -> Option<Text> {
        let text = self.pair(base, findings);
        for column in [base.zh, base.en] {
            if self.has(column) && self.raw(column).is_empty() {
                self.refuse(column, findings, || tables::field_empty(column));
            }
        }
        (!text.zh.is_empty() && !text.en.is_empty()).then_some(text)
    }

    /// A code that must be there.
    pub(crate) fn code(&self, column: &str, findings: &mut Findings) -> Option<Code> {
        let word = self.needed_word(column, findings)?;
        let code = word.parse();
        if code.is_err() {
            self.refuse(column, findings, || codes::invalid(&shown(&word)));
        }
        code.ok()
    }

    /// One word of a closed list, which must be there.
    pub(crate) fn choice<T: FromStr>(
        &self,
        column: &str,
        known: &'static [&'static str],
        findings: &mut Findings,
    ) -> Option<T> {
        let word = self.needed_word(column, findings)?;
        let choice = word.parse();
        if choice.is_err() {
            self.refuse(column, findings, || {
                let nearest = nearest(&word, known.iter().copied());
                codes::word_unknown(column, &shown(&word), nearest, known)
            });
        }
        choice.ok()
    }

    /// `true` or `false`; `false` where it is empty.
    pub(crate) fn flag(&self, column: &str, findings: &mut Findings) -> bool {
        match self.word(column).as_deref() {
            None => false,
            Some(word) if word.eq_ignore_ascii_case("true") => true,
            Some(word) if word.eq_ignore_ascii_case("false") => false,
            Some(word) => {
                let fault = || codes::word_unknown(column, &shown(word), None, &["true", "false"]);
                self.refuse(column, findings, fault);
                false
            }
        }
    }

    /// A whole number within bounds, if it is there.
    pub(crate) fn integer(
        &self,
        column: &str,
        (least, most): (i64, i64),
        findings: &mut Findings,
    ) -> Option<i64> {
        let word = self.word(column)?;
        let number = word.parse().ok().filter(|it| (least..=most).contains(it));
        if number.is_none() {
            self.refuse(column, findings, || {
                codes::integer_invalid(column, &shown(&word), least, most)
            });
        }
        number
    }

    /// A period, which must be there.
    pub(crate) fn period(&self, column: &str, findings: &mut Findings) -> Option<Period> {
        let word = self.needed_word(column, findings)?;
        let period = word.parse();
        if period.is_err() {
            self.refuse(column, findings, || codes::period_invalid(&shown(&word)));
        }
        period.ok()
    }

    /// A number, which must be there.
    pub(crate) fn number(
        &self,
        column: &str,
        is_percent: bool,
        findings: &mut Findings,
    ) -> Option<Number> {
        if !self.has(column) {
            return None;
        }
        let text = self.raw(column);
        match read_number(&text, is_percent) {
            Ok(value) => Some(Number {
                value,
                text: text.into(),
            }),
            Err(fault) => {
                self.refuse(column, findings, || values::number(fault, &shown(&text)));
                None
            }
        }
    }
}

/// The two columns of a text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Pair {
    zh: &'static str,
    en: &'static str,
}

macro_rules! pairs {
    ($($name:ident = $base:literal,)+) => {
        impl Pair {
            $(pub(crate) const $name: Self = Self {
                zh: concat!($base, "_zh"),
                en: concat!($base, "_en"),
            };)+
        }
    };
}

pairs! {
    NAME = "name",
    SHORT = "short",
    TITLE = "title",
    AREA = "area",
    MEASURE_UNIT = "measure_unit",
    DEFINITION = "definition",
    FORMULA = "formula",
}
