use proptest::prelude::*;

use super::NumberFault::{
    Date, Empty, Formula, Grouping, LeadingZero, Magnitude, Malformed, MissingMark, NotFinite,
    OutOfRange, Percent, SheetError,
};
use super::*;

#[test]
fn numbers_as_people_write_them_are_read() {
    for (text, value) in [
        ("0", 0.0),
        ("-0", 0.0),
        ("0.0", 0.0),
        ("0e5", 0.0),
        ("7", 7.0),
        ("+7", 7.0),
        ("-7", -7.0),
        ("\u{2212}7", -7.0),
        ("－７", -7.0),
        ("＋７", 7.0),
        ("3.25", 3.25),
        ("３．２５", 3.25),
        ("0.5", 0.5),
        ("10", 10.0),
        ("100.00", 100.0),
        ("1234.5", 1234.5),
        ("1,234.5", 1234.5),
        ("１，２３４．５", 1234.5),
        ("12,345", 12_345.0),
        ("123,456", 123_456.0),
        ("1,234,567", 1_234_567.0),
        ("-1,234,567.89", -1_234_567.89),
        ("1e3", 1000.0),
        ("1E3", 1000.0),
        ("1.5e+3", 1500.0),
        ("1.5E-3", 0.0015),
        ("1.23E+05", 123_000.0),
        ("2e-308", 2e-308),
        ("1e308", 1e308),
        ("5e-324", 5e-324),
        ("9007199254740993", 9_007_199_254_740_992.0),
        (" 12 ", 12.0),
        ("\u{3000}12\u{a0}", 12.0),
        ("0.1", 0.1),
        ("16412.5", 16_412.5),
    ] {
        for is_percent in [false, true] {
            assert_eq!(read_number(text, is_percent), Ok(value), "{text:?}");
        }
    }
}

#[test]
fn a_percent_sign_counts_where_the_measure_unit_is_percent() {
    for (text, value) in [
        ("12.5%", 12.5),
        ("-3%", -3.0),
        ("１２．５％", 12.5),
        ("12.5 %", 12.5),
        ("1,234%", 1234.0),
        ("0%", 0.0),
    ] {
        assert_eq!(read_number(text, true), Ok(value), "{text:?}");
        assert_eq!(read_number(text, false), Err(Percent), "{text:?}");
    }
    for text in ["12.5%%", "%", "%5", "12.5‰", "1,23%", "3亿%"] {
        assert!(read_number(text, true).is_err(), "{text:?}");
        assert!(read_number(text, false).is_err(), "{text:?}");
    }
}

/// What is refused, by its reason.
const REFUSED: &[(NumberFault, &[&str])] = &[
    (Empty, &["", " ", "\u{3000}", "\t"]),
    (
        MissingMark,
        &[
            "-", "—", "——", "–", "…", "……", "...", "/", "N/A", "n/a", "NA", "null", "None", "无",
            "缺", "－",
        ],
    ),
    (
        Grouping,
        &[
            "1,23",
            "1,2345",
            "1234,567",
            "12,34,567",
            ",123",
            "1,,234",
            "1,234,",
            "1,",
            "1,23.5",
            "1,234,56",
            "3,14",
            "1，23",
        ],
    ),
    (
        Magnitude,
        &[
            "3.2亿",
            "5万",
            "12 万",
            "1,234.5亿",
            "3千",
            "2百",
            "1十",
            "5k",
            "3M",
            "１２万",
            "2 千万",
            "3万亿",
        ],
    ),
    (Formula, &["=A1+B1", "=SUM(A1:A3)", "＝A1", "@A1"]),
    (
        SheetError,
        &["#DIV/0!", "#N/A", "#REF!", "#VALUE!", "########", "#NAME?"],
    ),
    (
        NotFinite,
        &[
            "NaN",
            "nan",
            "inf",
            "-inf",
            "+Inf",
            "Infinity",
            "-Infinity",
            "∞",
        ],
    ),
    (
        OutOfRange,
        &["1e400", "-1e400", "1e9999", "1e-400", "-1e-400", "1.8e308"],
    ),
    (
        Date,
        &[
            "2023-01-05",
            "5-6",
            "1.2.3",
            "2023/1/5",
            "2023年1月5日",
            "2023年",
            "5月3日",
            "2023.1.5",
            "1/2",
            "12:30",
            "2023-01",
            "2023/01/05 12:00",
        ],
    ),
    (
        LeadingZero,
        &["007", "00", "00.5", "-012", "0123456", "01,234", "0,123"],
    ),
    (
        Malformed,
        &[
            "abc",
            ".5",
            "5.",
            ".",
            "+",
            "--5",
            "+-5",
            "-+5",
            "1 234",
            "1.234.567,89",
            "1'234",
            "1_000",
            "1e",
            "1e+",
            "e5",
            "1e5.5",
            "1e12345",
            "0x1F",
            "1d",
            "3.2元",
            "约5",
            "≈5",
            ">5",
            "<5",
            "≥5",
            "5*",
            "(5)",
            "（5）",
            "5①",
            "10²",
            "½",
            "٣",
            "五",
            "12.5‰",
            "$5",
            "¥5",
            "true",
            "1\u{200b}2",
            "5\u{0}",
        ],
    ),
];

#[test]
fn whatever_could_mean_two_things_is_refused_with_its_reason() {
    for (fault, texts) in REFUSED {
        for text in *texts {
            assert_eq!(read_number(text, false), Err(*fault), "{text:?}");
        }
    }
    let long = "1".repeat(65);
    assert_eq!(read_number(&long, false), Err(Malformed));
}

proptest! {
    #[test]
    fn no_text_makes_it_panic_and_what_it_gives_is_finite(text in ".*", is_percent: bool) {
        if let Ok(value) = read_number(&text, is_percent) {
            prop_assert!(value.is_finite());
        }
    }

    #[test]
    fn texts_like_numbers_do_not_either(text in "[-+−0-9０-９.,，eE% 万亿#=]{0,12}", is_percent: bool) {
        if let Ok(value) = read_number(&text, is_percent) {
            prop_assert!(value.is_finite());
        }
    }

    #[test]
    fn every_number_written_by_a_program_is_read_back(value in any::<f64>().prop_filter("finite", |it| it.is_finite())) {
        prop_assume!(value.to_string().len() <= 64);
        let read = read_number(&value.to_string(), false).unwrap();
        prop_assert_eq!(read.to_bits(), (value + 0.0).to_bits());
    }

    #[test]
    fn groups_change_nothing(value in any::<i64>()) {
        let digits = value.unsigned_abs().to_string();
        let groups: Vec<&str> = digits.as_bytes().rchunks(3).rev().map(|it| std::str::from_utf8(it).unwrap()).collect();
        prop_assert_eq!(read_number(&groups.join(","), false), read_number(&digits, false));
    }
}

/// What `texts.tsv` says of a text: a number, or the name of a fault.
fn expectation(text: &str) -> Result<f64, NumberFault> {
    let faults = [
        ("empty", Empty),
        ("missing_mark", MissingMark),
        ("grouping", Grouping),
        ("magnitude", Magnitude),
        ("percent", Percent),
        ("formula", Formula),
        ("sheet_error", SheetError),
        ("not_finite", NotFinite),
        ("out_of_range", OutOfRange),
        ("date", Date),
        ("leading_zero", LeadingZero),
        ("malformed", Malformed),
    ];
    match faults.iter().find(|(name, _)| *name == text) {
        Some((_, fault)) => Err(*fault),
        None => Ok(text.parse().unwrap()),
    }
}

/// `\s` is a space, `\u{a0}` a character by its number, `\\` a backslash.
fn unescaped(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('\\') {
        out.push_str(before);
        rest = if let Some(after) = after.strip_prefix('s') {
            out.push(' ');
            after
        } else if let Some(after) = after.strip_prefix('\\') {
            out.push('\\');
            after
        } else {
            let (hex, after) = after.strip_prefix("u{").unwrap().split_once('}').unwrap();
            out.push(char::from_u32(u32::from_str_radix(hex, 16).unwrap()).unwrap());
            after
        };
    }
    out + rest
}

#[test]
fn the_table_of_texts_holds() {
    let mut wrong = Vec::new();
    let mut texts = 0;
    for line in include_str!("texts.tsv").lines().skip(1) {
        let columns: Vec<&str> = line.split('\t').collect();
        let [text, otherwise, percent] = columns[..] else {
            panic!("{line:?}")
        };
        let text = unescaped(text);
        for (is_percent, expected) in [(false, otherwise), (true, percent)] {
            let read = read_number(&text, is_percent);
            if read != expectation(expected) {
                wrong.push(format!("{text:?}, {is_percent}: {read:?}, not {expected}"));
            }
        }
        texts += 1;
    }
    assert!(texts >= 300, "{texts}");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
