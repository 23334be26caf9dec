//! What is wrong with a pack, and where.

use std::fmt;

use yanzhi_kernel::{Lang, Text};

use crate::fault::Fault;

/// One thing that is wrong: where, what, and what to do about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The file, by its name in the folder.
    pub file: String,
    /// Line, from 1. What concerns a whole file stands at its first line.
    pub line: u32,
    /// Character within the line, from 1.
    pub column: u32,
    /// What is wrong.
    pub what: Text,
    /// What to do about it.
    pub remedy: Text,
    /// The stable word for this kind of problem: one of [`CODES`](crate::CODES).
    pub code: &'static str,
}

impl Problem {
    /// `file:line:column: what — remedy` in a language.
    pub fn render(&self, lang: Lang) -> String {
        let Self {
            file, line, column, ..
        } = self;
        let (what, remedy) = (self.what.get(lang), self.remedy.get(lang));
        format!("{file}:{line}:{column}: {what} — {remedy}")
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.render(Lang::default()))
    }
}

/// Everything that is wrong with a pack. Never empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problems {
    /// The first of them ([`Problems::KEPT`] at most), by file in reading order, line and column.
    pub list: Vec<Problem>,
    /// How many there are.
    pub total: usize,
}

impl Problems {
    /// How many are kept; more are only counted.
    pub const KEPT: usize = 1_000;

    /// One problem a line; where more were found than kept, a last line says how many.
    pub fn render(&self, lang: Lang) -> String {
        let mut lines: Vec<String> = self.list.iter().map(|it| it.render(lang)).collect();
        let more = self.total.saturating_sub(self.list.len());
        if more > 0 {
            lines.push(match lang {
                Lang::Zh => format!("另有 {more} 个问题未列出"),
                Lang::En => format!("and {more} more problems that are not listed"),
            });
        }
        lines.join("\n")
    }
}

impl fmt::Display for Problems {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.render(Lang::default()))
    }
}

impl std::error::Error for Problems {}

/// Where something stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Place {
    pub(crate) file: &'static str,
    pub(crate) line: u32,
    pub(crate) column: u32,
}

impl Place {
    /// The beginning of a file: where problems of the whole file stand.
    pub(crate) const fn top(file: &'static str) -> Self {
        Self {
            file,
            line: 1,
            column: 1,
        }
    }

    /// The place behind a text that begins here.
    pub(crate) fn behind(self, text: &str) -> Self {
        let last = text.rsplit('\n').next().unwrap_or_default();
        let (lines, characters) = (text.matches('\n').count(), last.chars().count());
        let begin = if lines > 0 { 1 } else { self.column };
        Self {
            line: self.line + count(lines),
            column: begin + count(characters),
            ..self
        }
    }

    /// The place of a byte of a text.
    pub(crate) fn of_byte(file: &'static str, text: &str, byte: usize) -> Self {
        let mut byte = byte.min(text.len());
        while !text.is_char_boundary(byte) {
            byte -= 1;
        }
        let before = text.get(..byte).unwrap_or_default();
        let line = before.matches('\n').count();
        let column = before.rsplit('\n').next().unwrap_or_default();
        Self {
            file,
            line: count(line + 1),
            column: count(column.chars().count() + 1),
        }
    }
}

/// A count as it is shown; beyond four thousand million it stays there.
pub(crate) fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// Gathers problems while a pack is read.
#[derive(Debug, Default)]
pub(crate) struct Findings {
    list: Vec<(usize, Problem)>,
    files: Vec<&'static str>,
    total: usize,
}

impl Findings {
    /// Problems of these files come in this order.
    pub(crate) fn of(files: &[&'static str]) -> Self {
        Self {
            files: files.to_vec(),
            ..Self::default()
        }
    }

    /// Notes a problem. Beyond those that are kept, words are not even made.
    pub(crate) fn add(&mut self, place: Place, fault: impl FnOnce() -> Fault) {
        self.add_at(|| place, fault);
    }

    /// The same where finding the place takes long.
    pub(crate) fn add_at(&mut self, place: impl FnOnce() -> Place, fault: impl FnOnce() -> Fault) {
        self.total += 1;
        if self.list.len() >= Problems::KEPT {
            return;
        }
        let place = place();
        let Fault { code, what, remedy } = fault();
        let problem = Problem {
            file: place.file.to_owned(),
            line: place.line,
            column: place.column,
            what,
            remedy,
            code,
        };
        let rank = self.rank(place.file);
        self.list.push((rank, problem));
    }

    fn rank(&mut self, file: &'static str) -> usize {
        let known = self.files.iter().position(|it| *it == file);
        known.unwrap_or_else(|| {
            self.files.push(file);
            self.files.len() - 1
        })
    }

    pub(crate) fn total(&self) -> usize {
        self.total
    }

    pub(crate) fn into_problems(mut self) -> Option<Problems> {
        self.list
            .sort_by_key(|(rank, it)| (*rank, it.line, it.column));
        (self.total > 0).then(|| Problems {
            list: self.list.into_iter().map(|(_, problem)| problem).collect(),
            total: self.total,
        })
    }
}
