//! What is inside a workbook and may not be, or is no XML.

use yanzhi_sheet::FaultCode::{
    BrokenPart, DocumentType, DuplicateEntry, Embedded, ExternalLink, Macros,
};

use super::{
    Evil,
    Expected::{Cells, Refused},
    SHEET, STRINGS, cells,
};
use crate::container::Entry;
use crate::workbook::{Parts, book, relations, rows};

pub(super) fn contents() -> Vec<Evil> {
    let honest = Parts::honest;
    let laughs = (1..10)
        .map(|it| {
            format!(
                "<!ENTITY l{it} \"{}\">",
                format!("&l{};", it - 1).repeat(10)
            )
        })
        .collect::<Vec<_>>()
        .concat();
    let laughs = format!(
        "<!DOCTYPE x [<!ENTITY l0 \"ha\">{laughs}]><worksheet><sheetData><row><c t=\"str\"><v>&l9;</v></c></row></sheetData></worksheet>"
    );
    let attributes: Vec<String> = (0..200_000).map(|it| format!(" a{it}=\"1\"")).collect();
    let attributes = attributes.concat();
    let deep = format!("{}{}", "<a>".repeat(100_000), "</a>".repeat(100_000));
    let outside = relations(&[("rId1", "worksheet", "worksheets/sheet1.xml")]);
    let linked = outside
        .replace(
            "<Relationship Id",
            "<Relationship TargetMode=\"External\" Id",
        )
        .replace("worksheets/sheet1.xml", "file:///etc/passwd");
    vec![
        ("macros", honest().with("xl/vbaProject.bin", "x").bytes(), Refused(&[Macros])),
        ("macros by another name", honest().with("xl/_rels/workbook.xml.rels", &relations(&[("rId1", "vbaProject", "code.dat")])).bytes(), Refused(&[Macros])),
        ("declared to have macros", honest().replace("[Content_Types].xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", "application/vnd.ms-excel.sheet.macroEnabled.main+xml").bytes(), Refused(&[Macros])),
        ("external links", honest().with("xl/externalLinks/externalLink1.xml", "<x/>").bytes(), Refused(&[ExternalLink])),
        ("a relationship that leads outside", honest().with("xl/_rels/workbook.xml.rels", &linked).bytes(), Refused(&[ExternalLink])),
        ("data connections", honest().with("xl/connections.xml", "<x/>").bytes(), Refused(&[ExternalLink])),
        ("an embedded program", honest().with("xl/embeddings/oleObject1.bin", "MZ").bytes(), Refused(&[Embedded])),
        ("a control", honest().with("xl/activeX/activeX1.xml", "<x/>").bytes(), Refused(&[Embedded])),
        ("a billion laughs", honest().with(SHEET, &laughs).bytes(), Refused(&[DocumentType])),
        ("a document type that reads a file", honest().with(STRINGS, "<!DOCTYPE x [<!ENTITY f SYSTEM \"file:///etc/passwd\">]><sst><si><t>&f;</t></si></sst>").bytes(), Refused(&[DocumentType])),
        ("an unknown entity", cells("<row r=\"1\"><c r=\"A1\" t=\"str\"><v>&unknown;</v></c></row>"), Refused(&[BrokenPart])),
        ("200,000 attributes", cells(&format!("<row r=\"1\"{attributes}><c r=\"A1\"><v>1</v></c></row>")), Cells(1)),
        ("100,000 elements deep", honest().with("xl/theme/theme1.xml", &deep).bytes(), Refused(&[BrokenPart])),
        ("a sheet that never ends", honest().with(SHEET, "<worksheet><sheetData><row r=\"1\"><c r=\"A1\"><v>1").bytes(), Refused(&[BrokenPart])),
        ("a sheet in UTF-16", Parts::honest().instead(Entry::new(SHEET, &rows("").encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<_>>())), Refused(&[BrokenPart])),
        ("a sheet of zeros", Parts::honest().instead(Entry::new(SHEET, &[0; 4096])), Refused(&[BrokenPart])),
        ("no sheet where one is listed", honest().without(SHEET).bytes(), Refused(&[BrokenPart])),
        ("no list of sheets", honest().without("xl/workbook.xml").bytes(), Refused(&[BrokenPart])),
        ("two sheets of one name", honest().with("xl/workbook.xml", &book(&["A", "a"], "")).bytes(), Refused(&[DuplicateEntry])),
    ]
}
