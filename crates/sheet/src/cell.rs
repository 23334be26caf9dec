//! A cell: where it stands and what it holds.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// Where a cell stands, counted from 0. Written `C7`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Address {
    /// The row.
    pub row: u32,
    /// The column.
    pub column: u16,
}

/// The text is no address of a cell.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is no cell: use letters and a number, as in C7")]
pub struct InvalidAddress(String);

impl Address {
    /// Rows that a sheet has.
    pub const ROWS: u32 = 1_048_576;
    /// Columns that a sheet has.
    pub const COLUMNS: u16 = 16_384;

    /// The address, if a sheet reaches that far.
    pub fn new(row: u32, column: u32) -> Option<Self> {
        let column = u16::try_from(column)
            .ok()
            .filter(|it| *it < Self::COLUMNS)?;
        (row < Self::ROWS).then_some(Self { row, column })
    }

    /// The letters of a column.
    pub fn letters(column: u16) -> String {
        let mut letters = Vec::new();
        let mut rest = u32::from(column) + 1;
        while rest > 0 {
            let digit = (rest - 1) % 26;
            letters.push(char::from(b'A' + u8::try_from(digit).unwrap_or(0)));
            rest = (rest - 1) / 26;
        }
        letters.iter().rev().collect()
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", Self::letters(self.column), self.row + 1)
    }
}

impl FromStr for Address {
    type Err = InvalidAddress;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let invalid = || InvalidAddress(text.chars().take(20).collect());
        let digits = text
            .find(|it: char| it.is_ascii_digit())
            .ok_or_else(invalid)?;
        let (letters, digits) = text.split_at(digits);
        let is_column =
            (1..=3).contains(&letters.len()) && letters.bytes().all(|it| it.is_ascii_alphabetic());
        let is_row = digits.len() <= 7 && digits.bytes().all(|it| it.is_ascii_digit());
        if !is_column || !is_row {
            return Err(invalid());
        }
        let column = letters.bytes().fold(0, |sum, letter| {
            sum * 26 + u32::from(letter.to_ascii_uppercase() - b'A') + 1
        });
        let row: u32 = digits.parse().map_err(|_| invalid())?;
        let row = row.checked_sub(1).ok_or_else(invalid)?;
        Self::new(row, column - 1).ok_or_else(invalid)
    }
}

impl TryFrom<String> for Address {
    type Error = InvalidAddress;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<Address> for String {
    fn from(address: Address) -> Self {
        address.to_string()
    }
}

/// What a cell holds, as its file has it and nothing read into it. The short names travel between the processes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum CellValue {
    /// A text, never empty.
    #[serde(rename = "t")]
    Text(Box<str>),
    /// A finite number; never -0.
    #[serde(rename = "n")]
    Number(f64),
    /// A number that its format shows in per cent: 0.125 where people see `12.5%`. Finite; never -0.
    #[serde(rename = "p")]
    Percent(f64),
    /// A number that its format shows as a day or time, in ISO 8601 where it is one.
    #[serde(rename = "d")]
    Date(Box<str>),
    /// True or false.
    #[serde(rename = "b")]
    Bool(bool),
    /// A formula, without its result: the beginning of its text.
    #[serde(rename = "f")]
    Formula(Box<str>),
    /// An error of the spreadsheet (`#DIV/0!`), or a number that is none (`NaN`).
    #[serde(rename = "e")]
    Error(Box<str>),
}

/// A cell that says something.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    /// Where it stands.
    pub at: Address,
    /// What it holds.
    pub value: CellValue,
}

/// A rectangle of cells, both corners in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Area {
    /// Upper left.
    pub first: Address,
    /// Lower right.
    pub last: Address,
}

impl Area {
    /// Whether a cell is in it.
    pub fn contains(&self, at: Address) -> bool {
        (self.first.row..=self.last.row).contains(&at.row)
            && (self.first.column..=self.last.column).contains(&at.column)
    }
}

impl fmt::Display for Area {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.first, self.last)
    }
}

impl FromStr for Area {
    type Err = InvalidAddress;

    /// Reads `B2:C4` and `B2`.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (first, last) = text.split_once(':').unwrap_or((text, text));
        Ok(Self {
            first: first.parse()?,
            last: last.parse()?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_read_and_written_as_people_write_them() {
        for (text, row, column) in [
            ("A1", 0, 0),
            ("C7", 6, 2),
            ("Z1", 0, 25),
            ("AA10", 9, 26),
            ("XFD1048576", 1_048_575, 16_383),
        ] {
            let address: Address = text.parse().unwrap();
            assert_eq!((address.row, address.column), (row, column), "{text}");
            assert_eq!(address.to_string(), text);
        }
        for text in [
            "",
            "A",
            "1",
            "A0",
            "XFE1",
            "A1048577",
            "AAAA1",
            "A1B",
            "A-1",
            "Ａ1",
            "A99999999999",
        ] {
            assert!(text.parse::<Address>().is_err(), "{text:?}");
        }
    }

    #[test]
    fn an_area_knows_its_cells() {
        let area: Area = "B2:C4".parse().unwrap();
        assert!(area.contains("C4".parse().unwrap()));
        assert!(!area.contains("D4".parse().unwrap()));
        assert_eq!(area.to_string(), "B2:C4");
    }
}
