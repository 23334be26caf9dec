use yanzhi_kernel::{Digest, Lang, Text};

use super::*;
use crate::cell::{Cell, CellValue};
use crate::limits::Limits;
use crate::reported::Reported;
use crate::sheets::Sheets;
use crate::wire::{self, Answer};

fn form() -> Form {
    let row = |key: &str, name: &str, unit: &str| FormRow {
        key: key.to_owned(),
        indicator: Text::same(name),
        unit: Text::new("海曙区", "Haishu"),
        measure_unit: MeasureUnit {
            name: Text::same(unit),
        },
        definition: Text::new("定义", "definition"),
        previous: "2.61".to_owned(),
        current: String::new(),
        range: Some((0.0, 100.0)),
    };
    Form {
        identity: FormIdentity {
            strategy: ("ningbo".to_owned(), Text::same("宁波")),
            round: ("Y2023".to_owned(), Text::new("2023 年度", "Year 2023")),
            organisation: ("330203".to_owned(), Text::new("海曙区", "Haishu")),
            period: "2023".to_owned(),
            version: Digest::of("form"),
        },
        rows: vec![
            row("1", "研发强度", "%"),
            row("2", "=HYPERLINK(\"x\")", "人"),
            row("3", "+1", "亿元"),
        ],
        reasons: vec![
            (
                "not_collected".to_owned(),
                Text::new("未统计", "Not collected"),
            ),
            (
                "not_applicable".to_owned(),
                Text::new("不适用", "Not applicable"),
            ),
        ],
        lang: Lang::Zh,
    }
}

fn sheets(bytes: &[u8]) -> Sheets {
    let mut out = Vec::new();
    let mut answer = Answer::new(&mut out, &Limits::TEMPLATE);
    let read = crate::child::read_bytes(bytes, &Limits::TEMPLATE, &mut answer);
    answer.end(read, None).unwrap();
    wire::read(out.as_slice(), &Limits::TEMPLATE).unwrap()
}

fn template(form: &Form) -> Sheets {
    sheets(&write_template(form).unwrap())
}

/// Writes into a cell, as somebody does in Excel.
fn put(sheets: &mut Sheets, at: &str, value: CellValue) {
    let at: Address = at.parse().unwrap();
    let cells = &mut sheets.list[0].cells;
    match cells.binary_search_by_key(&at, |cell| cell.at) {
        Ok(found) => cells[found].value = value,
        Err(between) => cells.insert(between, Cell { at, value }),
    }
}

fn text(text: &str) -> CellValue {
    CellValue::Text(text.into())
}

fn codes(read: Result<Vec<FilledCell>, Vec<FormFault>>) -> Vec<(&'static str, String)> {
    let faults = read.unwrap_err();
    for fault in &faults {
        let words = [&fault.what, &fault.remedy];
        assert!(
            words
                .iter()
                .all(|it| !it.zh.is_empty() && !it.en.is_empty()),
            "{fault:?}"
        );
    }
    let at = |fault: &FormFault| {
        fault
            .place
            .cell
            .map(|it| it.to_string())
            .unwrap_or_default()
    };
    faults.iter().map(|fault| (fault.code, at(fault))).collect()
}

#[test]
fn what_is_filled_in_comes_back() {
    let form = form();
    let mut sheets = template(&form);
    put(&mut sheets, "F10", CellValue::Percent(0.0272));
    put(&mut sheets, "F11", text("—"));
    put(&mut sheets, "G11", text("未统计"));
    put(&mut sheets, "H11", text("年报未发布"));
    let filled = read_back(&sheets, &form).unwrap();
    assert_eq!(filled.len(), 3);
    assert_eq!(
        filled[0].reported,
        Reported::Number {
            value: 2.72,
            text: "2.72%".to_owned()
        }
    );
    assert_eq!(filled[1].reported, Reported::Missing("—".to_owned()));
    assert_eq!(filled[1].missing.as_deref(), Some("not_collected"));
    assert_eq!(filled[1].explanation.as_deref(), Some("年报未发布"));
    assert_eq!(filled[2].reported, Reported::Nothing);
    assert_eq!(
        (filled[2].key.as_str(), filled[2].at.to_string().as_str()),
        ("3", "F12")
    );
}

#[test]
fn texts_are_never_formulas_and_keys_and_codes_are_hidden() {
    let sheets = template(&form());
    let [sheet] = sheets.list.as_slice() else {
        panic!("{sheets:?}")
    };
    assert!(
        !sheet
            .cells
            .iter()
            .any(|cell| matches!(cell.value, CellValue::Formula(_)))
    );
    let name = sheet.cell("B11".parse().unwrap()).unwrap();
    assert_eq!(name.value, text("=HYPERLINK(\"x\")"));
    assert_eq!(sheet.head.hidden_columns, [(KEY, KEY)]);
    assert_eq!(sheet.head.hidden_rows, [CODE_ROW]);
    assert_eq!(sheet.cell("F12".parse().unwrap()), None);
}

#[test]
fn the_template_of_another_round_is_known_for_what_it_is() {
    let form = form();
    let mut other = form.clone();
    other.identity.period = "2022".to_owned();
    other.identity.version = Digest::of("another form");
    let read = read_back(&template(&other), &form);
    let period = read.as_ref().unwrap_err()[0].what.zh.clone();
    assert!(
        period.contains("2022") && period.contains("2023"),
        "{period}"
    );
    let at = |cell: &str| ("template_wrong", cell.to_owned());
    assert_eq!(codes(read), [at("C5"), at("C6")]);
}

#[test]
fn nothing_is_taken_of_a_sheet_whose_shape_was_changed() {
    let form = form();
    let changed = |change: fn(&mut Sheets)| {
        let mut sheets = template(&form);
        put(&mut sheets, "F10", CellValue::Number(2.0));
        change(&mut sheets);
        codes(read_back(&sheets, &form))
    };
    let header = changed(|it| put(it, "F9", text("上年数")));
    assert_eq!(header, [("template_header", "F9".to_owned())]);
    let swapped = changed(|it| {
        put(it, "A10", text("2"));
        put(it, "A11", text("1"));
    });
    assert_eq!(
        swapped,
        [
            ("template_row", "A10".to_owned()),
            ("template_row", "A11".to_owned())
        ]
    );
    let beside = changed(|it| put(it, "K10", CellValue::Number(1.0)));
    assert_eq!(beside, [("template_cell_extra", "K10".to_owned())]);
    let below = changed(|it| put(it, "F40", CellValue::Number(1.0)));
    assert_eq!(below, [("template_cell_extra", "F40".to_owned())]);
    let merged = changed(|it| it.list[0].head.merged.push("F10:F11".parse().unwrap()));
    assert_eq!(merged, [("template_merged", "F10".to_owned())]);
    let renamed = changed(|it| it.list[0].head.name = "Sheet1".to_owned());
    assert_eq!(renamed, [("template_sheet_missing", String::new())]);
    let doubled = changed(|it| {
        let mut copy = it.list[0].clone();
        copy.head.name = "Sheet2".to_owned();
        it.list.push(copy);
    });
    assert_eq!(doubled, [("template_sheet_extra", String::new())]);
}

#[test]
fn every_wrong_cell_is_named_at_once() {
    let form = form();
    let mut sheets = template(&form);
    put(&mut sheets, "F10", text("1,23"));
    put(&mut sheets, "F11", CellValue::Formula("=A1+B1".into()));
    put(&mut sheets, "F12", text("3.2亿"));
    put(&mut sheets, "G12", text("忘了"));
    let expected = [
        ("value_grouping", "F10"),
        ("value_formula", "F11"),
        ("value_magnitude", "F12"),
        ("template_reason", "G12"),
    ];
    let expected = expected.map(|(code, at)| (code, at.to_owned()));
    assert_eq!(codes(read_back(&sheets, &form)), expected);
}

#[test]
fn a_figure_and_a_reason_for_none_contradict_each_other() {
    let form = form();
    let mut sheets = template(&form);
    put(&mut sheets, "F10", CellValue::Number(2.0));
    put(&mut sheets, "G10", text("not_applicable"));
    assert_eq!(
        codes(read_back(&sheets, &form)),
        [("template_figure_and_reason", "G10".to_owned())]
    );
}
