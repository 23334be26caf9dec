//! Too much of something.

use yanzhi_sheet::FaultCode::{
    BrokenContainer, BrokenPart, DuplicateEntry, FileEmpty, FileTooLarge, OutOfMemory, Ratio,
    TextTooLong, TooManyCells, TooManyEntries, TooManySheets, TooManyStrings, TooMuchText,
    UnpackedTooLarge,
};

use super::{
    Evil,
    Expected::{Cells, Refused},
    MOST_CELLS, SHEET, STRINGS, cells, endless,
};
use crate::container::Entry;
use crate::workbook::{Parts, book};

#[expect(clippy::too_many_lines, reason = "a table: one row for each file")]
pub(super) fn sizes(many_rows: u32) -> Vec<Evil> {
    let sheet_begin = "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>";
    let sheet_end = "</t></is></c></row></sheetData></worksheet>";
    let noise = noise(60_000);
    let many_cells = (1..=MOST_CELLS + 1)
        .map(|row| format!("<row r=\"{row}\"><c r=\"A{row}\"><v>{row}</v></c></row>"))
        .collect::<Vec<_>>()
        .concat();
    let empty_rows = (1..=many_rows)
        .map(|row| format!("<row r=\"{row}\"/>"))
        .collect::<Vec<_>>()
        .concat();
    vec![
        (
            "a 400 MB cell",
            endless(SHEET, sheet_begin, "x", 400, sheet_end),
            Refused(&[UnpackedTooLarge, Ratio]),
        ),
        (
            "a 400 MB cell that claims to be small",
            Parts::honest().instead(
                Entry::repeated(
                    SHEET,
                    sheet_begin.as_bytes(),
                    &[b'x'; 1024 * 1024],
                    400,
                    sheet_end.as_bytes(),
                )
                .with_size(9_000),
            ),
            Refused(&[
                UnpackedTooLarge,
                Ratio,
                BrokenContainer,
                BrokenPart,
                TextTooLong,
            ]),
        ),
        (
            "ten million shared strings",
            endless(STRINGS, "<sst>", "<si><t/></si>", 140, "</sst>"),
            Refused(&[Ratio, UnpackedTooLarge, TooManyStrings]),
        ),
        (
            "packed 1000:1",
            endless("xl/media/image1.png", "", "0", 20, ""),
            Refused(&[Ratio]),
        ),
        (
            "packed 300:1",
            endless(
                SHEET,
                "<worksheet><sheetData>",
                "<row/>",
                10,
                "</sheetData></worksheet>",
            ),
            Refused(&[Ratio]),
        ),
        (
            "a cell of 60,000 characters",
            cells(&format!(
                "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>{noise}</t></is></c></row>"
            )),
            Refused(&[TextTooLong]),
        ),
        (
            "a shared string of 60,000 characters",
            Parts::honest().replace(STRINGS, "单位", &noise).bytes(),
            Refused(&[TextTooLong]),
        ),
        (
            "more cells than may be",
            cells(&many_cells),
            Refused(&[TooManyCells]),
        ),
        (
            "a million empty rows, or fewer on a slow build",
            cells(&empty_rows),
            Cells(0),
        ),
        (
            "a file of 6 MB",
            {
                let mut bytes = b"a,b\n".repeat(1_600_000);
                bytes.truncate(6_000_000);
                bytes
            },
            Refused(&[FileTooLarge]),
        ),
        ("an empty file", Vec::new(), Refused(&[FileEmpty])),
        (
            "51 sheets",
            Parts::honest()
                .with(
                    "xl/workbook.xml",
                    &book(
                        &(0..51)
                            .map(|it| ["a", "b", "c"][it % 3])
                            .collect::<Vec<_>>(),
                        "",
                    ),
                )
                .bytes(),
            Refused(&[TooManySheets, DuplicateEntry, BrokenPart]),
        ),
        (
            "300 parts",
            Parts::honest().and((0..300).map(|it| Entry::new(&format!("xl/media/{it}.png"), b"x"))),
            Refused(&[TooManyEntries]),
        ),
        (
            "a text shared by every cell",
            shared_everywhere(),
            Refused(&[TooMuchText, OutOfMemory]),
        ),
    ]
}

/// A text of 30,000 characters that 10,000 cells share: 300 MB from a few kilobytes.
fn shared_everywhere() -> Vec<u8> {
    let long = noise(30_000);
    let rows = (1..=10_000)
        .map(|row| format!("<row r=\"{row}\"><c r=\"A{row}\" t=\"s\"><v>0</v></c></row>"))
        .collect::<Vec<_>>()
        .concat();
    Parts::of_rows(&rows)
        .replace(STRINGS, "单位", &long)
        .bytes()
}

/// Letters that do not pack well.
fn noise(length: u32) -> String {
    let letter = |it: u32| it.wrapping_mul(2_654_435_761).to_be_bytes()[0] % 26;
    (0..length)
        .map(|it| char::from(b'a' + letter(it)))
        .collect()
}
