use proptest::prelude::*;

use super::*;

/// All records of a text; how it ends.
fn all(text: &str) -> (Vec<Vec<String>>, Split) {
    let mut fields = Fields::default();
    let mut records = Vec::new();
    let mut rest = text;
    loop {
        match fields.split(rest, b',', true) {
            Split::Record(length) => {
                let record = Record {
                    text: &rest[..length],
                    fields: &fields,
                    line: 1,
                };
                records.push(record.all());
                rest = &rest[length..];
            }
            end => return (records, end),
        }
    }
}

fn records(text: &str) -> Vec<Vec<String>> {
    let (records, end) = all(text);
    assert_eq!(end, Split::End);
    records
}

#[test]
fn fields_are_split_with_any_line_end() {
    let expected = [["a", "b"], ["c", "d"]];
    for text in [
        "a,b\nc,d\n",
        "a,b\r\nc,d\r\n",
        "a,b\nc,d",
        "a,b\r\nc,d\r",
        "\"a\",b\n c ,\"d\"",
    ] {
        assert_eq!(records(text), expected, "{text:?}");
    }
    assert_eq!(records(",\n"), [["", ""]]);
    assert_eq!(records("a\n\nb,"), [vec!["a"], vec![""], vec!["b", ""]]);
    assert_eq!(records(""), Vec::<Vec<String>>::new());
}

#[test]
fn quotes_hold_delimiters_line_ends_and_doubled_quotes() {
    assert_eq!(
        records("\"a,b\",\"c\nd\",\"e\"\"f\"\n"),
        [["a,b", "c\nd", "e\"f"]]
    );
    assert_eq!(records("\"\",\"\"\"\"\r\n"), [["", "\""]]);
}

#[test]
fn a_quote_never_closed_is_named() {
    assert_eq!(all("a,\"b,c\nd").1, Split::Unclosed(2));
    assert_eq!(all("a\n\"b\"\"").1, Split::Unclosed(0));
}

#[test]
fn quotes_that_do_not_belong_are_seen() {
    let mut fields = Fields::default();
    let text = "a\"b,\"c\"d,\"e\",f\n";
    assert_eq!(fields.split(text, b',', true), Split::Record(text.len()));
    let record = Record {
        text,
        fields: &fields,
        line: 1,
    };
    let stray: Vec<bool> = (0..4).map(|field| record.is_stray(field)).collect();
    assert_eq!(stray, [true, true, false, false]);
}

#[test]
fn places_count_lines_and_characters() {
    let text = "\"宁\n波\",市,x\n";
    let mut fields = Fields::default();
    assert_eq!(fields.split(text, b',', false), Split::Record(text.len()));
    let record = Record {
        text,
        fields: &fields,
        line: 7,
    };
    assert_eq!(record.place(0), (7, 1));
    assert_eq!(record.place(1), (8, 4));
    assert_eq!(record.place(2), (8, 6));
}

proptest! {
    /// The `csv` crate writes, we read.
    #[test]
    fn what_others_write_is_read(rows in prop::collection::vec(prop::collection::vec("[a宁\",\r\n\\x20]{0,6}", 1..4), 0..6)) {
        let mut writer = csv::WriterBuilder::new().flexible(true).from_writer(Vec::new());
        for row in &rows {
            writer.write_record(row).unwrap();
        }
        let text = String::from_utf8(writer.into_inner().unwrap()).unwrap();
        let trimmed = |row: &Vec<String>| row.iter().map(|it| it.trim().to_owned()).collect();
        let expected: Vec<Vec<String>> = rows.iter().map(trimmed).collect();
        prop_assert_eq!(records(&text), expected);
    }

    /// However the text arrives in pieces, a record is found as soon as it is whole, and is the same one.
    #[test]
    fn pieces_change_nothing(text in "[ab\",\r\n]{0,24}", cut in 0usize..24) {
        let cut = cut.min(text.len());
        let mut fields = Fields::default();
        let whole = fields.split(&text, b',', true);
        let spans = fields.0.clone();
        match fields.split(&text[..cut], b',', false) {
            Split::Record(length) => {
                prop_assert_eq!(whole, Split::Record(length));
                prop_assert_eq!(&fields.0, &spans);
            }
            end => prop_assert_eq!(end, Split::More),
        }
    }
}
