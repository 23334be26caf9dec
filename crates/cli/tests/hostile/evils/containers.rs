//! Containers that lie.

use yanzhi_sheet::FaultCode::{
    BrokenContainer, BrokenPart, Compression, DuplicateEntry, Embedded, Encrypted, EntryName,
    NotASheet, NotText, OtherWorkbook, QuoteStray, UnpackedTooLarge,
};

use super::{Evil, Expected::Refused, SHEET};
use crate::container::{Entry, container};
use crate::workbook::{Parts, rows};

#[expect(clippy::too_many_lines, reason = "a table: one row for each file")]
pub(super) fn containers() -> Vec<Evil> {
    let honest = Parts::honest();
    let bytes = honest.bytes();
    let mut encrypted = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec();
    encrypted.extend("EncryptedPackage".bytes().flat_map(|it| [it, 0]));
    vec![
        (
            "a workbook inside a workbook",
            honest.and([Entry::new("xl/embeddings/book.xlsx", &bytes)]),
            Refused(&[Embedded]),
        ),
        (
            "a zip called a picture",
            honest.and([Entry::stored("xl/media/image1.png", &bytes)]),
            Refused(&[Embedded]),
        ),
        ("an encrypted workbook", encrypted, Refused(&[Encrypted])),
        (
            "an encrypted entry",
            honest.instead(Entry::new(SHEET, rows("").as_bytes()).with_flags(1)),
            Refused(&[Encrypted, BrokenContainer]),
        ),
        (
            "an old workbook",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 BOOK".to_vec(),
            Refused(&[OtherWorkbook]),
        ),
        (
            "a binary workbook",
            honest.and([Entry::new("xl/workbook.bin", b"x")]),
            Refused(&[OtherWorkbook]),
        ),
        (
            "an OpenDocument sheet",
            container(&[
                Entry::stored(
                    "mimetype",
                    b"application/vnd.oasis.opendocument.spreadsheet",
                ),
                Entry::new("content.xml", b"<x/>"),
            ]),
            Refused(&[OtherWorkbook]),
        ),
        (
            "a zip of something else",
            container(&[Entry::new("readme.txt", b"hello")]),
            Refused(&[NotASheet]),
        ),
        (
            "names that climb out",
            honest.and([Entry::new("../../etc/passwd", b"root")]),
            Refused(&[EntryName]),
        ),
        (
            "an absolute name",
            honest.and([Entry::new("/etc/passwd", b"root")]),
            Refused(&[EntryName]),
        ),
        (
            "a name with backslashes",
            honest.and([Entry::new("xl\\..\\x.xml", b"<x/>")]),
            Refused(&[EntryName]),
        ),
        (
            "the same entry twice",
            honest.and([Entry::new(SHEET, rows("").as_bytes())]),
            Refused(&[DuplicateEntry, BrokenContainer]),
        ),
        (
            "the same entry in other letters",
            honest.and([Entry::new("XL/WorkSheets/Sheet1.XML", rows("").as_bytes())]),
            Refused(&[DuplicateEntry]),
        ),
        (
            "a wrong checksum",
            honest.instead(Entry::new(SHEET, rows("").as_bytes()).with_crc(1)),
            Refused(&[BrokenContainer, BrokenPart]),
        ),
        (
            "a strange packing",
            honest.instead(Entry::new(SHEET, rows("").as_bytes()).with_method(93)),
            Refused(&[Compression]),
        ),
        (
            "a size of four gigabytes",
            honest.instead(Entry::new(SHEET, rows("").as_bytes()).with_size(0xffff_fffe)),
            Refused(&[UnpackedTooLarge]),
        ),
        (
            "the half of a workbook",
            bytes[..bytes.len() / 2].to_vec(),
            Refused(&[BrokenContainer]),
        ),
        (
            "nothing but a directory",
            bytes[bytes.len() - 400..].to_vec(),
            Refused(&[BrokenContainer, NotText, QuoteStray, NotASheet]),
        ),
        (
            "an empty container",
            container(&[]),
            Refused(&[NotASheet, BrokenContainer]),
        ),
    ]
}
