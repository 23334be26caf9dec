//! Cells that are not what they seem.

use yanzhi_sheet::FaultCode::{BrokenPart, CellOrder, CellOutside};

use super::{
    Evil,
    Expected::{Cells, Refused},
    SHEET, cells,
};
use crate::workbook::{Parts, book};

#[expect(clippy::too_many_lines, reason = "a table: one row for each file")]
pub(super) fn values() -> Vec<Evil> {
    let honest = Parts::honest;
    vec![
        (
            "a far cell",
            cells(
                "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"1048576\"><c r=\"XFD1048576\"><v>2</v></c></row>",
            ),
            Cells(2),
        ),
        (
            "a dimension as large as a sheet",
            honest().replace(SHEET, "A1:F4", "A1:XFD1048576").bytes(),
            Cells(10),
        ),
        (
            "a dimension that is none",
            honest().replace(SHEET, "A1:F4", "ZZZZ99999999").bytes(),
            Cells(10),
        ),
        (
            "a cell beyond the sheet",
            cells("<row r=\"1048577\"><c r=\"A1048577\"><v>1</v></c></row>"),
            Refused(&[CellOutside, BrokenPart]),
        ),
        (
            "a column beyond the sheet",
            cells("<row r=\"1\"><c r=\"XFE1\"><v>1</v></c></row>"),
            Refused(&[CellOutside, BrokenPart]),
        ),
        (
            "a row of four thousand million",
            cells("<row r=\"4294967295\"><c><v>1</v></c></row><row><c><v>1</v></c></row>"),
            Refused(&[CellOutside, BrokenPart]),
        ),
        (
            "a cell twice",
            cells("<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"A1\"><v>2</v></c></row>"),
            Refused(&[CellOrder]),
        ),
        (
            "rows in disorder",
            cells(
                "<row r=\"2\"><c r=\"A2\"><v>1</v></c></row><row r=\"1\"><c r=\"A1\"><v>2</v></c></row>",
            ),
            Refused(&[CellOrder]),
        ),
        (
            "NaN",
            cells("<row r=\"1\"><c r=\"A1\"><v>NaN</v></c></row>"),
            Cells(1),
        ),
        (
            "infinity",
            cells("<row r=\"1\"><c r=\"A1\"><v>inf</v></c><c r=\"B1\"><v>-Infinity</v></c></row>"),
            Cells(2),
        ),
        (
            "1e400",
            cells("<row r=\"1\"><c r=\"A1\"><v>1e400</v></c></row>"),
            Cells(1),
        ),
        (
            "-0",
            cells("<row r=\"1\"><c r=\"A1\"><v>-0</v></c></row>"),
            Cells(1),
        ),
        (
            "days counted from 1904",
            honest()
                .with(
                    "xl/workbook.xml",
                    &book(&["数据", "Notes"], "<workbookPr date1904=\"1\"/>"),
                )
                .bytes(),
            Cells(10),
        ),
        (
            "a day that is none",
            honest()
                .replace(SHEET, "<v>45000</v>", "<v>-1e300</v>")
                .bytes(),
            Cells(10),
        ),
        (
            "a day at the end of time",
            honest()
                .replace(SHEET, "<v>45000</v>", "<v>1e308</v>")
                .bytes(),
            Cells(10),
        ),
        (
            "a shared string that is not there",
            honest()
                .replace(SHEET, "<v>2</v>", "<v>4000000000</v>")
                .bytes(),
            Refused(&[BrokenPart]),
        ),
        (
            "a style that is not there",
            honest().replace(SHEET, "s=\"1\"", "s=\"99999\"").bytes(),
            Cells(10),
        ),
        (
            "a kind of cell that is none",
            cells("<row r=\"1\"><c r=\"A1\" t=\"exe\"><v>1</v></c></row>"),
            Refused(&[BrokenPart]),
        ),
        (
            "a shared formula of a billion cells",
            cells(
                "<row r=\"1\"><c r=\"A1\"><f t=\"shared\" si=\"999999999\" ref=\"A1:XFD1048576\">B1</f><v>1</v></c></row>",
            ),
            Cells(1),
        ),
        (
            "a merge of the whole sheet",
            honest().replace(SHEET, "A4:B4", "A1:XFD1048576").bytes(),
            Cells(10),
        ),
        (
            "a hundred thousand merges",
            honest()
                .replace(
                    SHEET,
                    "<mergeCell ref=\"A4:B4\"/>",
                    &"<mergeCell ref=\"A4:B4\"/>".repeat(100_000),
                )
                .bytes(),
            Cells(10),
        ),
    ]
}
