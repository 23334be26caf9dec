//! The cells of a workbook, as a stream.

use std::collections::BTreeSet;
use std::io::Cursor;

use calamine::{DataRef, ExcelDateTime, Reader as _, SheetType, SheetVisible, Xlsx, XlsxError};

use super::container::Survey;
use super::part::SheetMarks;
use crate::cell::{Address, CellValue};
use crate::fault::{Fault, FaultCode, Place, shown};
use crate::limits::Limits;
use crate::sheets::{FileKind, SheetHead, Visibility};
use crate::wire::Answer;

type Workbook<'b> = Xlsx<Cursor<&'b [u8]>>;

/// Reads every sheet into the answer.
pub(crate) fn read(
    bytes: Cursor<&[u8]>,
    mut survey: Survey,
    limits: &Limits,
    answer: &mut Answer<'_>,
) -> Result<(), Fault> {
    let mut workbook: Workbook<'_> =
        Xlsx::new(bytes).map_err(|error| broken(&error, Place::default()))?;
    answer.begin(FileKind::Workbook)?;
    let sheets = workbook.sheets_metadata().to_vec();
    if sheets.len() as u64 > limits.sheets {
        return Err(Fault::over(FaultCode::TooManySheets, limits.sheets));
    }
    if sheets.is_empty() {
        return Err(Fault::new(FaultCode::BrokenPart).found("0 × sheet"));
    }
    let mut names = BTreeSet::new();
    for sheet in sheets {
        if !names.insert(sheet.name.to_lowercase()) {
            return Err(Fault::new(FaultCode::DuplicateEntry).found(sheet.name));
        }
        match sheet.typ {
            SheetType::WorkSheet => {}
            SheetType::ChartSheet => continue,
            _ => return Err(Fault::new(FaultCode::Macros).at(Place::sheet(&sheet.name))),
        }
        let path = survey.paths.get(&sheet.name);
        let mut marks = path
            .and_then(|path| survey.sheets.remove(path))
            .unwrap_or_default();
        let percents = std::mem::take(&mut marks.percents);
        answer.sheet(&head(marks, sheet.name.clone(), sheet.visible))?;
        stream(&mut workbook, &sheet.name, &percents, limits, answer)?;
    }
    Ok(())
}

fn head(marks: SheetMarks, name: String, visible: SheetVisible) -> SheetHead {
    let visibility = match visible {
        SheetVisible::Visible => Visibility::Visible,
        SheetVisible::Hidden => Visibility::Hidden,
        SheetVisible::VeryHidden => Visibility::VeryHidden,
    };
    SheetHead {
        merged: marks.merged,
        hidden_columns: marks.hidden_columns,
        hidden_rows: marks.hidden_rows,
        ..SheetHead::named(name, visibility)
    }
}

fn stream(
    workbook: &mut Workbook<'_>,
    sheet: &str,
    percents: &[Address],
    limits: &Limits,
    answer: &mut Answer<'_>,
) -> Result<(), Fault> {
    let failed = |error: XlsxError| broken(&error, Place::sheet(sheet));
    let mut cells = workbook.worksheet_cells_reader(sheet).map_err(failed)?;
    while let Some(cell) = cells.next_cell_with_formula_metadata().map_err(failed)? {
        let (row, column) = cell.pos;
        let value = if cell.formula.is_some() {
            Some(CellValue::Formula(formula_text(cell.formula.as_ref())))
        } else {
            value_of(&cell.value)
        };
        let Some(value) = value else { continue };
        let at = Address::new(row, column).ok_or_else(|| {
            Fault::new(FaultCode::CellOutside)
                .at(Place::sheet(sheet))
                .found(format_args!("{row}, {column}"))
        })?;
        if let CellValue::Text(text) = &value
            && text.chars().count() as u64 > limits.text_chars
        {
            let fault = Fault::over(FaultCode::TextTooLong, limits.text_chars);
            return Err(fault.at(Place::cell(sheet, at)));
        }
        let value = match value {
            CellValue::Number(number) if percents.binary_search(&at).is_ok() => {
                CellValue::Percent(number)
            }
            other => other,
        };
        answer.cell(at, value)?;
    }
    Ok(())
}

fn formula_text(formula: Option<&calamine::XlsxFormulaMetadata>) -> Box<str> {
    use calamine::XlsxFormulaMetadata::{Normal, Shared};
    let text = match formula {
        Some(Normal { formula } | Shared { formula, .. }) => formula.as_str(),
        _ => "",
    };
    format!("={}", shown(text)).into()
}

/// `None` for a cell that says nothing.
fn value_of(value: &DataRef<'_>) -> Option<CellValue> {
    Some(match value {
        DataRef::Empty => return None,
        DataRef::String(text) => return text_of(text),
        DataRef::SharedString(text) => return text_of(text),
        DataRef::Float(number) => number_of(*number),
        // This kind of file has none.
        DataRef::Int(number) => CellValue::Text(number.to_string().into()),
        DataRef::Bool(is_true) => CellValue::Bool(*is_true),
        DataRef::DateTime(moment) => CellValue::Date(date_text(moment)),
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => {
            CellValue::Date(shown(text).into())
        }
        DataRef::Error(error) => CellValue::Error(error.to_string().into()),
    })
}

fn text_of(text: &str) -> Option<CellValue> {
    (!text.is_empty()).then(|| CellValue::Text(text.into()))
}

fn number_of(number: f64) -> CellValue {
    if number.is_finite() {
        // -0 is 0.
        CellValue::Number(number + 0.0)
    } else {
        CellValue::Error(number.to_string().into())
    }
}

/// The day, and the time where there is one; the number itself where it is no day.
fn date_text(moment: &ExcelDateTime) -> Box<str> {
    let serial = moment.as_f64();
    // The 31st of December 9999 is the last day that a spreadsheet knows.
    if moment.is_duration() || !(0.0..2_958_466.0).contains(&serial) {
        return serial.to_string().into();
    }
    let (year, month, day, hour, minute, second, _) = moment.to_ymd_hms_milli();
    let day = format!("{year:04}-{month:02}-{day:02}");
    if (hour, minute, second) == (0, 0, 0) {
        day.into()
    } else {
        format!("{day}T{hour:02}:{minute:02}:{second:02}").into()
    }
}

fn broken(error: &XlsxError, place: Place) -> Fault {
    match error {
        XlsxError::Password => Fault::new(FaultCode::Encrypted),
        other => Fault::new(FaultCode::BrokenPart).at(place).found(other),
    }
}
