//! A small honest workbook, part by part, for others to spoil.

use crate::container::{Entry, container};

/// A workbook as its parts.
#[derive(Clone, Debug)]
pub(crate) struct Parts(pub(crate) Vec<(String, String)>);

const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

impl Parts {
    /// Two sheets with texts, numbers, days, a formula, an error, merged cells and hidden columns.
    pub(crate) fn honest() -> Self {
        let sheet = format!(
            "<worksheet xmlns=\"{MAIN}\"><dimension ref=\"A1:F4\"/><cols><col min=\"3\" max=\"4\" width=\"9\" hidden=\"1\"/></cols>\
             <sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c>\
             <c r=\"C1\" t=\"inlineStr\"><is><t>上年 &amp; 今年</t></is></c></row>\
             <row r=\"2\"><c r=\"A2\" t=\"s\"><v>2</v></c><c r=\"B2\"><v>12.5</v></c><c r=\"C2\" s=\"1\"><v>45000</v></c>\
             <c r=\"D2\"><f>B2*2</f><v>25</v></c></row>\
             <row r=\"3\" hidden=\"1\"><c r=\"A3\" t=\"b\"><v>1</v></c><c r=\"B3\" t=\"e\"><v>#DIV/0!</v></c><c r=\"C3\" t=\"str\"><v>x</v></c></row>\
             <row r=\"4\"/></sheetData><mergeCells count=\"1\"><mergeCell ref=\"A4:B4\"/></mergeCells></worksheet>"
        );
        Self(
            [
                ("[Content_Types].xml", content_types(2)),
                ("_rels/.rels", relations(&[("rId1", "officeDocument", "xl/workbook.xml")])),
                ("xl/workbook.xml", book(&["数据", "Notes"], "")),
                (
                    "xl/_rels/workbook.xml.rels",
                    relations(&[
                        ("rId1", "worksheet", "worksheets/sheet1.xml"),
                        ("rId2", "worksheet", "worksheets/sheet2.xml"),
                        ("rId98", "styles", "styles.xml"),
                        ("rId99", "sharedStrings", "sharedStrings.xml"),
                    ]),
                ),
                ("xl/styles.xml", styles()),
                (
                    "xl/sharedStrings.xml",
                    format!("<sst xmlns=\"{MAIN}\" count=\"3\" uniqueCount=\"3\"><si><t>单位</t></si><si><t>数值</t></si><si><r><t>海</t></r><r><t>曙区</t></r></si></sst>"),
                ),
                ("xl/worksheets/sheet1.xml", sheet),
                ("xl/worksheets/sheet2.xml", rows("<row r=\"2\"><c r=\"B2\"><v>-7</v></c></row>")),
            ]
            .map(|(name, text)| (name.to_owned(), format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{text}")))
            .to_vec(),
        )
    }

    /// The honest workbook with another first sheet.
    pub(crate) fn of_rows(inside: &str) -> Self {
        Self::honest().with("xl/worksheets/sheet1.xml", &rows(inside))
    }

    pub(crate) fn with(mut self, name: &str, text: &str) -> Self {
        match self.0.iter_mut().find(|(it, _)| it == name) {
            Some((_, part)) => text.clone_into(part),
            None => self.0.push((name.to_owned(), text.to_owned())),
        }
        self
    }

    /// Replaces a text that must be there.
    pub(crate) fn replace(mut self, name: &str, from: &str, to: &str) -> Self {
        let part = self.0.iter_mut().find(|(it, _)| it == name).unwrap();
        assert!(part.1.contains(from), "{name} has no {from:?}");
        part.1 = part.1.replace(from, to);
        self
    }

    pub(crate) fn without(mut self, name: &str) -> Self {
        self.0.retain(|(it, _)| it != name);
        self
    }

    pub(crate) fn entries(&self) -> Vec<Entry> {
        self.0
            .iter()
            .map(|(name, text)| Entry::new(name, text.as_bytes()))
            .collect()
    }

    pub(crate) fn bytes(&self) -> Vec<u8> {
        container(&self.entries())
    }

    /// With further entries, however dishonest.
    pub(crate) fn and(&self, more: impl IntoIterator<Item = Entry>) -> Vec<u8> {
        let mut entries = self.entries();
        for entry in more {
            entries.push(entry);
        }
        container(&entries)
    }

    /// With entries in the place of parts of the same name.
    pub(crate) fn instead(&self, entry: Entry) -> Vec<u8> {
        let mut entries = self.entries();
        entries.retain(|it| it.name != entry.name);
        entries.push(entry);
        container(&entries)
    }
}

pub(crate) fn rows(inside: &str) -> String {
    format!("<worksheet xmlns=\"{MAIN}\"><sheetData>{inside}</sheetData></worksheet>")
}

pub(crate) fn book(names: &[&str], settings: &str) -> String {
    let sheets: Vec<String> = (1..)
        .zip(names)
        .map(|(id, name)| format!("<sheet name=\"{name}\" sheetId=\"{id}\" r:id=\"rId{id}\"/>"))
        .collect();
    format!(
        "<workbook xmlns=\"{MAIN}\" xmlns:r=\"{RELATIONS}\">{settings}<sheets>{}</sheets></workbook>",
        sheets.concat()
    )
}

pub(crate) fn relations(list: &[(&str, &str, &str)]) -> String {
    let list: Vec<String> = list
        .iter()
        .map(|(id, kind, target)| {
            format!("<Relationship Id=\"{id}\" Type=\"{RELATIONS}/{kind}\" Target=\"{target}\"/>")
        })
        .collect();
    format!(
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{}</Relationships>",
        list.concat()
    )
}

fn content_types(sheets: usize) -> String {
    let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml";
    let sheets: Vec<String> = (1..=sheets)
        .map(|it| format!("<Override PartName=\"/xl/worksheets/sheet{it}.xml\" ContentType=\"{kind}.worksheet+xml\"/>"))
        .collect();
    format!(
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/>\
         <Override PartName=\"/xl/workbook.xml\" ContentType=\"{kind}.sheet.main+xml\"/>{}</Types>",
        sheets.concat()
    )
}

fn styles() -> String {
    format!(
        "<styleSheet xmlns=\"{MAIN}\"><numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"yyyy-mm-dd\"/></numFmts>\
         <fonts count=\"1\"><font/></fonts><fills count=\"1\"><fill/></fills><borders count=\"1\"><border/></borders>\
         <cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"164\" applyNumberFormat=\"1\"/></cellXfs></styleSheet>"
    )
}
