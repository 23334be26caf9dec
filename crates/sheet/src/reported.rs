//! What a cell reports: a number, that there is none, or nothing; and what is wrong with one that could mean two things.

use yanzhi_kernel::{NumberFault, Text, half_width, read_number};

use crate::cell::CellValue;
use crate::fault::shown;

/// In what a value is measured.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MeasureUnit {
    /// As people read it: 亿元, 100 million yuan.
    pub name: Text,
}

impl MeasureUnit {
    /// Whether it is per cent, so that `12.5%` is 12.5.
    pub fn is_percent(&self) -> bool {
        let says = |text: &str| half_width(text).trim() == "%";
        says(&self.name.zh) || says(&self.name.en)
    }
}

/// What a cell reports.
#[derive(Clone, Debug, PartialEq)]
pub enum Reported {
    /// Nothing: the cell is empty.
    Nothing,
    /// That there is no figure, with the sign as written. It needs a reason, and is never 0.
    Missing(String),
    /// A number, with its text as written.
    Number {
        /// The number: finite, in the measure unit.
        value: f64,
        /// As it was written.
        text: String,
    },
}

/// Why a cell reports nothing that can be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ValueFault {
    /// The kind of fault as a stable word: `value_grouping`, …, as packs have them.
    pub code: &'static str,
    /// What is wrong.
    pub what: Text,
    /// What to do about it.
    pub remedy: Text,
}

/// Reads what somebody typed or pasted into a cell.
///
/// # Errors
/// [`ValueFault`], whenever the text could mean two things.
pub fn read_reported(text: &str, unit: &MeasureUnit) -> Result<Reported, ValueFault> {
    match read_number(text, unit.is_percent()) {
        Ok(value) => Ok(Reported::Number {
            value,
            text: text.trim().to_owned(),
        }),
        Err(NumberFault::Empty) => Ok(Reported::Nothing),
        Err(NumberFault::MissingMark) => Ok(Reported::Missing(text.trim().to_owned())),
        Err(fault) => Err(ValueFault::of_text(fault, text, unit)),
    }
}

/// Reads what a cell of a sheet reports.
///
/// # Errors
/// [`ValueFault`]: for texts as [`read_reported`], and for days, formulas, errors, truths and shares in per cent where
/// the unit is another.
pub fn read_cell(value: &CellValue, unit: &MeasureUnit) -> Result<Reported, ValueFault> {
    let fault = |fault, text: &str| Err(ValueFault::of_text(fault, text, unit));
    match value {
        CellValue::Text(text) => read_reported(text, unit),
        CellValue::Number(number) => Ok(Reported::Number {
            value: *number,
            text: number.to_string(),
        }),
        CellValue::Percent(share) => {
            let seen = hundredfold(*share);
            if unit.is_percent() {
                return Ok(Reported::Number {
                    value: seen,
                    text: format!("{seen}%"),
                });
            }
            fault(NumberFault::Percent, &format!("{seen}%"))
        }
        CellValue::Date(text) => fault(NumberFault::Date, text),
        CellValue::Formula(text) => fault(NumberFault::Formula, text),
        CellValue::Error(text) if text.starts_with('#') => fault(NumberFault::SheetError, text),
        CellValue::Error(text) => fault(NumberFault::NotFinite, text),
        CellValue::Bool(is_true) => fault(
            NumberFault::Malformed,
            if *is_true { "TRUE" } else { "FALSE" },
        ),
    }
}

/// The number that is seen for a share: exactly the digits with the point moved, where multiplying would give
/// 7.000000000000001 for 0.07.
fn hundredfold(share: f64) -> f64 {
    let moved = format!("{share:e}");
    let (digits, exponent) = moved.split_once('e').unwrap_or((&moved, "0"));
    let exponent: i32 = exponent.parse().unwrap_or(0);
    let seen = format!("{digits}e{}", exponent + 2).parse();
    seen.unwrap_or(share * 100.0)
}

impl ValueFault {
    fn of_text(fault: NumberFault, text: &str, unit: &MeasureUnit) -> Self {
        let Text { zh, en } = &unit.name;
        let remedy = match fault {
            NumberFault::Magnitude => Text::new(
                format!("按计量单位“{zh}”写出完整的数，不带万、亿等数量级"),
                format!("write the full number in {en}, without a magnitude"),
            ),
            NumberFault::Percent => Text::new(
                format!("去掉百分号，按计量单位“{zh}”填写"),
                format!("write the number in {en}, without the per cent sign"),
            ),
            NumberFault::Grouping => Text::new(
                "写作 1234.5 或 1,234.5；小数点用“.”",
                "write 1234.5 or 1,234.5, with a point before the decimals",
            ),
            NumberFault::Formula | NumberFault::SheetError => Text::new(
                "在表格软件中复制后“粘贴为数值”",
                "paste values instead of formulas in the spreadsheet",
            ),
            NumberFault::Date => Text::new(
                "把单元格格式改为“常规”或“数值”，再重新填写数",
                "format the cell as General or Number, and write the number again",
            ),
            _ => Text::new(
                "写一个数，如 1234.5、1,234.5 或 -0.3；没有数据时写“—”并说明原因",
                "write a number such as 1234.5, 1,234.5 or -0.3; where there is none write — and say why",
            ),
        };
        Self {
            code: code(fault),
            what: fault.what(&shown(text.trim())),
            remedy,
        }
    }
}

const fn code(fault: NumberFault) -> &'static str {
    match fault {
        NumberFault::Empty | NumberFault::MissingMark => "value_missing",
        NumberFault::Grouping => "value_grouping",
        NumberFault::Magnitude => "value_magnitude",
        NumberFault::Percent => "value_percent",
        NumberFault::Formula | NumberFault::SheetError => "value_formula",
        NumberFault::NotFinite => "value_not_finite",
        NumberFault::OutOfRange => "value_out_of_range",
        NumberFault::Date => "value_date",
        NumberFault::LeadingZero => "value_leading_zero",
        NumberFault::Malformed => "value_not_a_number",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn unit(name: &str) -> MeasureUnit {
        MeasureUnit {
            name: Text::same(name),
        }
    }

    fn number(value: f64, text: &str) -> Reported {
        Reported::Number {
            value,
            text: text.to_owned(),
        }
    }

    #[test]
    fn a_mark_for_no_figure_is_never_a_number_and_an_empty_cell_says_nothing() {
        for mark in ["—", "–", "-", "无", "…", "N/A", " — "] {
            let read = read_reported(mark, &unit("亿元")).unwrap();
            assert_eq!(read, Reported::Missing(mark.trim().to_owned()));
        }
        assert_eq!(
            read_reported(" \u{3000}", &unit("亿元")),
            Ok(Reported::Nothing)
        );
    }

    #[test]
    fn a_magnitude_is_refused_with_the_unit_to_write_in() {
        let fault = read_reported("3.2亿", &unit("亿元")).unwrap_err();
        assert_eq!(fault.code, "value_magnitude");
        assert!(fault.what.zh.contains("3.2亿"), "{fault:?}");
        assert!(fault.remedy.zh.contains("亿元"), "{fault:?}");
    }

    #[test]
    fn a_share_shown_in_per_cent_is_what_people_see() {
        for (share, seen) in [
            (0.125, 12.5),
            (0.07, 7.0),
            (0.0, 0.0),
            (-0.003, -0.3),
            (1.5, 150.0),
        ] {
            let read = read_cell(&CellValue::Percent(share), &unit("％"));
            assert_eq!(read, Ok(number(seen, &format!("{seen}%"))));
            let fault = read_cell(&CellValue::Percent(share), &unit("人")).unwrap_err();
            assert_eq!(fault.code, "value_percent");
        }
        assert_eq!(
            read_cell(&CellValue::Number(0.125), &unit("%")),
            Ok(number(0.125, "0.125"))
        );
    }

    #[test]
    fn days_formulas_errors_and_truths_are_no_numbers() {
        for (value, code) in [
            (CellValue::Date("2023-03-15".into()), "value_date"),
            (CellValue::Formula("=A1+B1".into()), "value_formula"),
            (CellValue::Error("#DIV/0!".into()), "value_formula"),
            (CellValue::Error("NaN".into()), "value_not_finite"),
            (CellValue::Bool(true), "value_not_a_number"),
            (CellValue::Text("1,23".into()), "value_grouping"),
        ] {
            let fault = read_cell(&value, &unit("人")).unwrap_err();
            assert_eq!(fault.code, code);
            assert!(!fault.remedy.zh.is_empty() && !fault.remedy.en.is_empty());
        }
    }
}
