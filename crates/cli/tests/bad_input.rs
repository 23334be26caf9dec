//! Every bad input: a message that names place and remedy, an exit code that is not 0, and a database that is as it
//! was.
#![expect(clippy::unwrap_used, reason = "a test that cannot be set up must stop")]

mod support;

use std::{fs, net::TcpListener, path::Path};

use support::{SmallPack, yanzhi};
use yanzhi_kernel::Digest;

/// Breaks a pack, and says what must stand in the message.
type Case = (
    &'static str,
    fn(SmallPack) -> SmallPack,
    &'static [&'static str],
);

const REFUSED: &[Case] = &[
    (
        "an unknown indicator",
        |pack| pack.replace("observations.csv", "RD,A,ALL,2022", "RDD,A,ALL,2022"),
        &["observations.csv:2:1:", "RDD", "RD"],
    ),
    (
        "an unknown unit",
        |pack| pack.replace("observations.csv", "RD,B,ALL,2022", "RD,X,ALL,2022"),
        &["observations.csv:3:4:", "X"],
    ),
    (
        "a duplicate key",
        |pack| pack.replace("observations.csv", "RD,B,ALL,2022", "RD,A,ALL,2022"),
        &["observations.csv:3:", "2"],
    ),
    (
        "a negative weight",
        |pack| {
            pack.replace(
                "framework.csv",
                "STAFF,INPUT,STAFF,,,1",
                "STAFF,INPUT,STAFF,,,-1",
            )
        },
        &["framework.csv:5:"],
    ),
    (
        "weights that sum to 0",
        |pack| {
            pack.replace("framework.csv", "RD,INPUT,RD,,,2", "RD,INPUT,RD,,,0")
                .replace(
                    "framework.csv",
                    "STAFF,INPUT,STAFF,,,1",
                    "STAFF,INPUT,STAFF,,,0",
                )
        },
        &["framework.csv:", "INPUT"],
    ),
    (
        "a cycle",
        |pack| pack.replace("framework.csv", "INPUT,INDEX,", "INPUT,INPUT,"),
        &["framework.csv:", "INPUT"],
    ),
    (
        "two roots",
        |pack| pack.replace("framework.csv", "INPUT,INDEX,", "INPUT,,"),
        &["framework.csv:", "INPUT"],
    ),
    (
        "a period that does not parse",
        |pack| pack.replace("observations.csv", "RD,A,ALL,2022", "RD,A,ALL,2022年"),
        &["observations.csv:2:10:", "2022年", "2023Q1"],
    ),
    (
        "a value of the wrong kind",
        |pack| pack.replace("observations.csv", "2022,2.0", "2022,约2"),
        &["observations.csv:2:15:", "约2"],
    ),
    (
        "a folder without its descriptor",
        |pack| pack.remove("datapackage.json"),
        &["datapackage.json:1:1:"],
    ),
    (
        "bytes that are no text",
        |pack| pack.write("sources.csv", b"code,title_zh\nYEARBOOK,\xff\xff\n"),
        &["sources.csv:"],
    ),
    (
        "an unknown key in the method",
        |pack| pack.replace("method.toml", "standard = 2.5", "standart = 2.5"),
        &["method.toml:5:", "standart", "standard"],
    ),
    (
        "zero range",
        |pack| {
            pack.replace("strategy.toml", "version = \"1\"", "version = \"2\"")
                .replace(
                    "method.toml",
                    "rule = \"standard_ratio\"",
                    "rule = \"min_max\"",
                )
                .replace("method.toml", "[steps.indicators.RD]\nstandard = 2.5\n", "")
                .replace(
                    "method.toml",
                    "[steps.indicators.STAFF]\nstandard = 100.0\n",
                    "",
                )
                .replace(
                    "observations.csv",
                    "STAFF,B,ALL,2023,80",
                    "STAFF,B,ALL,2023,85",
                )
        },
        &["STAFF", "2023", "min_max", "range is zero", "goalposts"],
    ),
    (
        "a geometric mean of a score that is not positive",
        |pack| {
            pack.replace("strategy.toml", "version = \"1\"", "version = \"2\"")
                .replace(
                    "method.toml",
                    "rule = \"arithmetic\"",
                    "rule = \"geometric\"",
                )
                .replace(
                    "observations.csv",
                    "STAFF,B,ALL,2023,80",
                    "STAFF,B,ALL,2023,0",
                )
        },
        &["INPUT", "2023", "unit B", "geometric", "above 0"],
    ),
];

const INCOMPLETE: &[Case] = &[
    (
        "an indicator without data in the period",
        |pack| {
            pack.replace(
                "observations.csv",
                "STAFF,A,ALL,2023,85,final,YEARBOOK\n",
                "",
            )
            .replace(
                "observations.csv",
                "STAFF,B,ALL,2023,80,final,YEARBOOK\n",
                "",
            )
        },
        &["2023 * STAFF", "report it"],
    ),
    (
        "a dimension below the data threshold",
        |pack| {
            pack.replace(
                "observations.csv",
                "STAFF,B,ALL,2023,80,final,YEARBOOK\n",
                "",
            )
        },
        &["2023 B INPUT", "0.6", "data_threshold"],
    ),
];

fn digest(database: &Path) -> Digest {
    Digest::of(fs::read(database).unwrap())
}

fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}

#[test]
fn what_is_refused_names_place_and_remedy_and_changes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let database = folder.path().join("yanzhi.sqlite");
    let url = format!("sqlite:{}", database.display());
    let imported = yanzhi(&["import", text(SmallPack::new().path()), "--database", &url]);
    assert_eq!(imported.code, 0, "{}", imported.all());
    let before = digest(&database);
    for (name, break_it, wanted) in REFUSED {
        let pack = break_it(SmallPack::new());
        for arguments in [
            vec!["score", text(pack.path())],
            vec!["import", text(pack.path()), "--database", &url],
        ] {
            let said = yanzhi(&arguments);
            assert_eq!(said.code, 1, "{name}: {}", said.all());
            for part in *wanted {
                assert!(
                    said.err.contains(part),
                    "{name}: {part:?} is not in {}",
                    said.all()
                );
            }
        }
        assert_eq!(digest(&database), before, "{name}");
    }
}

#[test]
fn what_is_incomplete_is_shown_but_not_brought_in() {
    for (name, break_it, wanted) in INCOMPLETE {
        let folder = tempfile::tempdir().unwrap();
        let url = format!("sqlite:{}", folder.path().join("yanzhi.sqlite").display());
        let pack = break_it(SmallPack::new());
        let scored = yanzhi(&["score", text(pack.path()), "--period", "2023"]);
        let imported = yanzhi(&["import", text(pack.path()), "--database", &url]);
        for said in [&scored, &imported] {
            assert_eq!(said.code, 3, "{name}: {}", said.all());
            for part in *wanted {
                assert!(
                    said.err.contains(part),
                    "{name}: {part:?} is not in {}",
                    said.all()
                );
            }
        }
        assert!(scored.out.contains("District A"), "{name}: {}", scored.out);
        let accepted = yanzhi(&["score", text(pack.path()), "--allow-missing"]);
        assert_eq!(accepted.code, 0, "{name}: {}", accepted.all());
    }
}

#[test]
fn all_problems_are_reported_at_once_and_in_chinese_too() {
    let pack = SmallPack::new()
        .replace("observations.csv", "RD,A,ALL,2022", "RD,Z,ALL,2022")
        .replace(
            "observations.csv",
            "STAFF,B,ALL,2023,80",
            "STAFF,B,ALL,2023,无",
        )
        .replace(
            "units.csv",
            "A,CITY,甲区,District A,district",
            "A,CITY,甲区,District A,town",
        );
    let said = yanzhi(&["pack", "check", text(pack.path()), "--lang", "zh"]);
    assert_eq!(said.code, 1);
    for part in [
        "units.csv:3:",
        "observations.csv:2:",
        "observations.csv:9:",
        "无",
    ] {
        assert!(said.out.contains(part), "{part:?} is not in {}", said.all());
    }
    assert!(
        said.out.lines().all(|line| line.contains(" — ")),
        "{}",
        said.out
    );
}

#[test]
fn what_excel_in_china_writes_is_read() {
    let pack = SmallPack::new();
    let plain = yanzhi(&["score", text(pack.path()), "--format", "csv"]);
    assert_eq!(plain.code, 0, "{}", plain.all());
    // 甲区 and 乙区 in GB18030; tabs for commas; full-width digits; a byte order mark.
    let units = b"code\tparent\tname_zh\tname_en\tkind\tgroup\r\nCITY\t\t\xca\xd0\tCity\tcity\t\r\n\
        A\tCITY\t\xbc\xd7\xc7\xf8\tDistrict A\tdistrict\tCORE\r\nB\tCITY\t\xd2\xd2\xc7\xf8\tDistrict B\tdistrict\tCORE\r\n";
    let observations = format!(
        "\u{feff}{}",
        pack.read("observations.csv")
            .replace("2022,2.0", "2022,２．０%")
    );
    let pack = pack
        .write("units.csv", units)
        .write("observations.csv", observations.as_bytes());
    let excel = yanzhi(&["score", text(pack.path()), "--format", "csv"]);
    assert_eq!(excel.code, 0, "{}", excel.all());
    assert_eq!(excel.out, plain.out);
    let table = yanzhi(&["score", text(pack.path()), "--lang", "zh"]);
    assert!(
        table.out.contains("甲区") && table.out.contains("乙区"),
        "{}",
        table.out
    );
}

#[test]
fn a_port_in_use_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let url = format!("sqlite:{}", folder.path().join("yanzhi.sqlite").display());
    assert_eq!(
        yanzhi(&["import", text(SmallPack::new().path()), "--database", &url]).code,
        0
    );
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    let said = yanzhi(&["serve", "--database", &url, "--listen", &address]);
    assert_eq!(said.code, 1);
    assert!(
        said.err.contains(&address) && said.err.contains("--listen"),
        "{}",
        said.err
    );
}

#[test]
fn a_database_that_is_not_there_is_not_made_by_serving() {
    let folder = tempfile::tempdir().unwrap();
    let database = folder.path().join("none.sqlite");
    let said = yanzhi(&[
        "serve",
        "--database",
        &format!("sqlite:{}", database.display()),
    ]);
    assert_eq!(said.code, 1);
    assert!(
        said.err.contains("none.sqlite") && said.err.contains("yanzhi import"),
        "{}",
        said.err
    );
    assert!(!database.exists());
}

#[test]
fn an_address_of_no_database_does_not_print_its_password() {
    let said = yanzhi(&["serve", "--database", "mysql://user:secret@host/name"]);
    assert_eq!(said.code, 1);
    assert!(
        said.err.contains("sqlite:PATH") && !said.err.contains("secret"),
        "{}",
        said.err
    );
}
