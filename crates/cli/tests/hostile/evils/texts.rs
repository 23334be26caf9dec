//! Delimited text, and what is neither.

use yanzhi_sheet::FaultCode::{
    CellOutside, NotASheet, NotText, QuoteStray, QuoteUnclosed, TextTooLong,
};

use super::{
    Evil,
    Expected::{Cells, Refused},
};

#[expect(clippy::too_many_lines, reason = "a table: one row for each file")]
pub(super) fn texts() -> Vec<Evil> {
    let wide: String = "1,".repeat(20_000);
    vec![
        (
            "CSV with a zero byte",
            b"a,b\n1,\0\n".to_vec(),
            Refused(&[NotASheet]),
        ),
        (
            "CSV in UTF-16",
            "a,b\n1,2\n"
                .encode_utf16()
                .flat_map(u16::to_le_bytes)
                .collect(),
            Refused(&[NotASheet, NotText]),
        ),
        (
            "CSV marked as UTF-16",
            b"\xff\xfea\0,\0b\0".to_vec(),
            Refused(&[NotText]),
        ),
        (
            "CSV in no encoding",
            b"a,b\n\xff\xff\xff,2\n".to_vec(),
            Refused(&[NotText]),
        ),
        (
            "CSV in GB18030",
            b"\xb5\xa5\xce\xbb,\xca\xfd\xd6\xb5\n\xba\xa3\xca\xef,2\n".to_vec(),
            Cells(4),
        ),
        (
            "CSV with a quote that never closes",
            format!("a,b\n\"{}", "x\n".repeat(100_000)).into_bytes(),
            Refused(&[QuoteUnclosed]),
        ),
        (
            "CSV with a stray quote",
            b"a,b\n\"1\"2,3\n".to_vec(),
            Refused(&[QuoteStray]),
        ),
        (
            "CSV with 20,001 columns",
            wide.into_bytes(),
            Refused(&[CellOutside]),
        ),
        (
            "CSV with a field of 40,000 characters",
            format!("a,{}\n", "字".repeat(40_000)).into_bytes(),
            Refused(&[TextTooLong]),
        ),
        ("CSV with semicolons", b"a;b\n1;2,5\n".to_vec(), Cells(4)),
        (
            "CSV that says its separator",
            b"sep=;\na;b\n1;2\n".to_vec(),
            Cells(4),
        ),
        (
            "CSV of a million empty lines",
            b"\n".repeat(1_000_000),
            Cells(0),
        ),
        (
            "a web page called a workbook",
            b"<html><table><tr><td>1</td></tr></table></html>".to_vec(),
            Refused(&[NotASheet]),
        ),
        ("a PDF", b"%PDF-1.7\n".to_vec(), Refused(&[NotASheet])),
        (
            "a program",
            b"\x7fELF\x02\x01\x01\0\0\0".to_vec(),
            Refused(&[NotASheet, NotText]),
        ),
        (
            "formulas as text",
            b"=cmd|' /C calc'!A0,+1,-1,@x\n".to_vec(),
            Cells(4),
        ),
    ]
}
