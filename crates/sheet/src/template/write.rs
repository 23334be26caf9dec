//! Writes a form as a workbook: headers and keys locked, open cells checked as they are typed. Texts are typed strings, so
//! that nothing in them is ever a formula.

use rust_xlsxwriter::{
    Color, DataValidation, DataValidationErrorStyle, DataValidationRule, Format, FormatAlign,
    FormatBorder, Note, Workbook, Worksheet, XlsxError,
};
use yanzhi_kernel::Lang;

use super::{
    CODE_ROW, COLUMNS, EXPLANATION, FIRST_ROW, Form, FormRow, HEADING_ROW, KEY, MISSING, PREVIOUS,
    VALUE, sheet_name,
};

/// The template could not be written: a text or a form beyond what a sheet holds.
#[derive(Debug, thiserror::Error)]
#[error("the template cannot be written")]
pub struct TemplateError(#[from] XlsxError);

/// The longest list of choices that a validation holds, in characters.
const LONGEST_LIST: usize = 255;

/// The bytes of a form's workbook (.xlsx).
///
/// # Errors
/// [`TemplateError`].
pub fn write_template(form: &Form) -> Result<Vec<u8>, TemplateError> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.set_name(sheet_name(form.lang))?;
    let formats = Formats::new();
    write_head(sheet, form, &formats)?;
    write_headings(sheet, form.lang, &formats)?;
    for (position, row) in (FIRST_ROW..).zip(&form.rows) {
        write_row(sheet, position, row, form.lang, &formats)?;
    }
    validate(sheet, form)?;
    sheet.set_column_hidden(KEY)?;
    sheet.set_row_hidden(CODE_ROW)?;
    sheet.set_freeze_panes(FIRST_ROW, VALUE)?;
    sheet.protect();
    Ok(workbook.save_to_buffer()?)
}

/// How cells look, and which of them may be written to.
struct Formats {
    title: Format,
    label: Format,
    heading: Format,
    fixed: Format,
    grey: Format,
    open: Format,
}

impl Formats {
    fn new() -> Self {
        let bordered = Format::new()
            .set_border(FormatBorder::Thin)
            .set_align(FormatAlign::VerticalCenter);
        Self {
            title: Format::new().set_bold().set_font_size(14),
            label: Format::new().set_font_color(Color::RGB(0x59_59_59)),
            heading: bordered
                .clone()
                .set_bold()
                .set_background_color(Color::RGB(0xE8_EE_F7)),
            fixed: bordered.clone().set_text_wrap(),
            grey: bordered
                .clone()
                .set_font_color(Color::RGB(0x8C_8C_8C))
                .set_align(FormatAlign::Right),
            open: bordered
                .set_unlocked()
                .set_background_color(Color::RGB(0xFF_FB_E6))
                .set_text_wrap(),
        }
    }
}

fn write_head(sheet: &mut Worksheet, form: &Form, formats: &Formats) -> Result<(), XlsxError> {
    let title = match form.lang {
        Lang::Zh => "只填写黄色单元格；没有数据时写“—”并选择原因。请勿增删行列。",
        Lang::En => {
            "Fill in the yellow cells only; where there is no figure write — and choose why. Add and delete nothing."
        }
    };
    sheet.write_string_with_format(0, 1, title, &formats.title)?;
    for (row, line) in (1..).zip(form.identity.lines()) {
        sheet.write_string(row, 0, line.code)?;
        sheet.write_string_with_format(row, 1, line.label.get(form.lang), &formats.label)?;
        sheet.write_string(row, 2, line.value)?;
        sheet.write_string(row, 3, line.name.get(form.lang))?;
    }
    Ok(())
}

fn write_headings(sheet: &mut Worksheet, lang: Lang, formats: &Formats) -> Result<(), XlsxError> {
    for (number, column) in (0..).zip(&COLUMNS) {
        sheet.set_column_width(number, column.width)?;
        sheet.write_string(CODE_ROW, number, column.code)?;
        sheet.write_string_with_format(
            HEADING_ROW,
            number,
            column.heading(lang),
            &formats.heading,
        )?;
    }
    Ok(())
}

fn write_row(
    sheet: &mut Worksheet,
    position: u32,
    row: &FormRow,
    lang: Lang,
    formats: &Formats,
) -> Result<(), XlsxError> {
    sheet.write_string(position, KEY, &row.key)?;
    let texts = [&row.indicator, &row.unit, &row.measure_unit.name];
    for (number, text) in (1..).zip(texts) {
        sheet.write_string_with_format(position, number, text.get(lang), &formats.fixed)?;
    }
    sheet.write_string_with_format(position, PREVIOUS, &row.previous, &formats.grey)?;
    for number in [VALUE, MISSING, EXPLANATION] {
        sheet.write_blank(position, number, &formats.open)?;
    }
    match row.current.parse::<f64>() {
        Ok(number) if number.is_finite() => {
            sheet.write_number_with_format(position, VALUE, number, &formats.open)?
        }
        _ if row.current.is_empty() => sheet,
        _ => sheet.write_string_with_format(position, VALUE, &row.current, &formats.open)?,
    };
    sheet.insert_note(position, VALUE, &note(row, lang))?;
    Ok(())
}

fn note(row: &FormRow, lang: Lang) -> Note {
    let definition = row.definition.get(lang);
    let (unit, previous) = (row.measure_unit.name.get(lang), row.previous.as_str());
    let text = match lang {
        Lang::Zh => format!("{definition}\n计量单位：{unit}\n上期数：{previous}"),
        Lang::En => format!("{definition}\nMeasured in: {unit}\nLast figure: {previous}"),
    };
    Note::new(text).add_author_prefix(false)
}

/// Figures are numbers; where a check knows the range, a figure outside is doubted but not refused, for only the server
/// knows all checks, and a dash has to be possible.
fn validate(sheet: &mut Worksheet, form: &Form) -> Result<(), XlsxError> {
    let (title, message) = match form.lang {
        Lang::Zh => ("请核对", "这里应是一个数（没有数据时写“—”）。仍要保留吗？"),
        Lang::En => (
            "Please check",
            "A number is expected here (or — where there is none). Keep it all the same?",
        ),
    };
    for (position, row) in (FIRST_ROW..).zip(&form.rows) {
        let (least, most) = row.range.unwrap_or((-1e300, 1e300));
        let check = DataValidation::new()
            .allow_decimal_number(DataValidationRule::Between(least, most))
            .set_error_style(DataValidationErrorStyle::Warning)
            .set_error_title(title)?
            .set_error_message(message)?;
        sheet.add_data_validation(position, VALUE, position, VALUE, &check)?;
    }
    let reasons: Vec<String> = (0..form.reasons.len())
        .map(|it| form.reason_name(it))
        .collect();
    let last = FIRST_ROW
        + u32::try_from(form.rows.len())
            .unwrap_or(u32::MAX)
            .saturating_sub(1);
    let length: usize = reasons.iter().map(|it| it.chars().count() + 1).sum();
    if !reasons.is_empty() && !form.rows.is_empty() && length <= LONGEST_LIST {
        let choice = DataValidation::new().allow_list_strings(&reasons)?;
        sheet.add_data_validation(FIRST_ROW, MISSING, last, MISSING, &choice)?;
    }
    Ok(())
}
