//! Splits delimited text into records and fields (RFC 4180), strictly, and knows where each field stands.
//!
//! Lenient readers take a quote that is never closed, or text behind a closing quote, for something; here both are
//! reported. A record of bounded length is all that is held of a file of any size.

use std::borrow::Cow;

/// Where a field stands in its record, without the quotes around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Span {
    /// First byte, the quote included.
    begin: usize,
    start: usize,
    end: usize,
    /// Has doubled quotes inside.
    has_quotes: bool,
    /// A quote where none belongs.
    is_stray: bool,
}

/// The fields of a record, to be used again for the next one.
#[derive(Debug, Default)]
pub struct Fields(Vec<Span>);

/// How the beginning of a text splits.
#[derive(Debug, PartialEq, Eq)]
pub enum Split {
    /// A record of so many bytes, its line end included.
    Record(usize),
    /// The record goes on behind the end of the text.
    More,
    /// The text ends inside quotes opened at this byte.
    Unclosed(usize),
    /// There is nothing.
    End,
}

impl Fields {
    /// Finds the fields of the first record of `text`. `is_all`: nothing follows the text.
    pub fn split(&mut self, text: &str, delimiter: u8, is_all: bool) -> Split {
        self.0.clear();
        if text.is_empty() {
            return if is_all { Split::End } else { Split::More };
        }
        let bytes = text.as_bytes();
        let mut at = 0;
        loop {
            let field = match bytes.get(at) {
                Some(b'"') => quoted(bytes, at, delimiter, is_all),
                _ => Ok(bare(bytes, at, delimiter)),
            };
            let (span, next) = match field {
                Ok(found) => found,
                Err(split) => return split,
            };
            self.0.push(span);
            match bytes.get(next) {
                Some(b'\n') => return Split::Record(next + 1),
                Some(b'\r') if bytes.get(next + 1) == Some(&b'\n') => {
                    return Split::Record(next + 2);
                }
                Some(b'\r') if is_all && next + 1 == bytes.len() => return Split::Record(next + 1),
                Some(_) if next + 1 < bytes.len() || is_all => at = next + 1,
                None if is_all => return Split::Record(next),
                _ => return Split::More,
            }
        }
    }

    /// How many fields the record has.
    #[expect(clippy::len_without_is_empty, reason = "a record always has a field")]
    pub fn len(&self) -> usize {
        self.0.len()
    }
}

/// Whether the byte ends a field. A carriage return does so only before a line feed or at the end.
fn ends_field(bytes: &[u8], at: usize, delimiter: u8) -> bool {
    match bytes.get(at) {
        Some(b'\r') => matches!(bytes.get(at + 1), Some(b'\n') | None),
        Some(byte) => *byte == b'\n' || *byte == delimiter,
        None => true,
    }
}

fn end_of_field(bytes: &[u8], from: usize, delimiter: u8) -> usize {
    let rest = bytes.get(from..).unwrap_or_default();
    let mut at = from;
    for byte in rest {
        let may_end = *byte == delimiter || *byte == b'\n' || *byte == b'\r';
        if may_end && ends_field(bytes, at, delimiter) {
            break;
        }
        at += 1;
    }
    at
}

fn bare(bytes: &[u8], begin: usize, delimiter: u8) -> (Span, usize) {
    let end = end_of_field(bytes, begin, delimiter);
    let text = bytes.get(begin..end).unwrap_or_default();
    let span = Span {
        begin,
        start: begin,
        end,
        has_quotes: false,
        is_stray: text.contains(&b'"'),
    };
    (span, end)
}

fn quoted(bytes: &[u8], begin: usize, delimiter: u8, is_all: bool) -> Result<(Span, usize), Split> {
    let mut has_quotes = false;
    let mut from = begin + 1;
    let end = loop {
        let rest = bytes.get(from..).unwrap_or_default();
        let Some(found) = rest.iter().position(|byte| *byte == b'"') else {
            return Err(if is_all {
                Split::Unclosed(begin)
            } else {
                Split::More
            });
        };
        let at = from + found;
        match bytes.get(at + 1) {
            Some(b'"') => has_quotes = true,
            None if !is_all => return Err(Split::More),
            _ => break at,
        }
        from = at + 2;
    };
    let next = end_of_field(bytes, end + 1, delimiter);
    let is_stray = next > end + 1;
    let span = Span {
        begin,
        start: begin + 1,
        end: if is_stray { next } else { end },
        has_quotes,
        is_stray,
    };
    Ok((span, next))
}

/// One record: its text, its fields and its first line.
#[derive(Clone, Copy, Debug)]
pub struct Record<'a> {
    /// Its text, the line end included.
    pub text: &'a str,
    /// Where its fields stand in the text.
    pub fields: &'a Fields,
    /// Its first line in the file, from 1.
    pub line: u32,
}

impl<'a> Record<'a> {
    /// What a field says, without its quotes and the white space around it.
    pub fn field(&self, number: usize) -> Option<Cow<'a, str>> {
        let span = self.fields.0.get(number)?;
        let text = self.text.get(span.start..span.end)?.trim();
        Some(if span.has_quotes {
            Cow::Owned(text.replace("\"\"", "\""))
        } else {
            Cow::Borrowed(text)
        })
    }

    /// What all fields say.
    pub fn all(&self) -> Vec<String> {
        let fields = (0..self.fields.len()).filter_map(|it| self.field(it));
        fields.map(Cow::into_owned).collect()
    }

    /// Whether a field has a quote where none belongs.
    pub fn is_stray(&self, number: usize) -> bool {
        self.fields.0.get(number).is_some_and(|span| span.is_stray)
    }

    /// Line and column of a field, from 1; of the end of the record where there is no such field.
    pub fn place(&self, number: usize) -> (u32, u32) {
        let span = self.fields.0.get(number);
        let byte = span.map_or(self.text.trim_end().len(), |span| span.begin);
        self.place_of(byte)
    }

    /// Line and column of what a field says, behind its quote and the white space before it.
    pub fn place_of_text(&self, number: usize) -> (u32, u32) {
        let Some(span) = self.fields.0.get(number) else {
            return self.place(number);
        };
        let text = self.text.get(span.start..span.end).unwrap_or_default();
        let space = text.len() - text.trim_start().len();
        self.place_of(span.start + space)
    }

    /// Line and column of a byte of the record, from 1.
    pub fn place_of(&self, byte: usize) -> (u32, u32) {
        let before = self.text.get(..byte).unwrap_or_default();
        let above = count(before.matches('\n').count());
        let in_line = before.rsplit('\n').next().unwrap_or_default();
        (self.line + above, count(in_line.chars().count() + 1))
    }

    /// Whether nothing is written in it, as in the rows that spreadsheets leave behind.
    pub fn is_blank(&self) -> bool {
        self.fields.0.iter().all(|span| {
            let text = self.text.get(span.start..span.end);
            text.is_none_or(|text| text.trim().is_empty())
        })
    }
}

/// A count as it is shown; beyond four thousand million it stays there.
fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests;
