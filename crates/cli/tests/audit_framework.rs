//! `yanzhi audit-framework`.

mod support;

use support::{SmallPack, ningbo, yanzhi};

fn ningbo_path() -> String {
    ningbo().display().to_string()
}

#[test]
fn the_tables_name_every_indicator_and_mark_synthetic_figures() {
    let said = yanzhi(&["audit-framework", &ningbo_path()]);
    assert_eq!(said.code, 0, "{}", said.err);
    assert!(said.out.contains("Synthetic demonstration data"));
    for title in [
        "Statistics of the indicators",
        "Cronbach's α",
        "Collinear pairs",
        "Availability",
    ] {
        assert!(said.out.contains(title), "{title} is not in\n{}", said.out);
    }
    assert!(!said.out.contains('\u{1b}'), "no colours into a pipe");
}

#[test]
fn each_pair_of_indicators_stands_once_in_the_csv_and_in_the_json() {
    let pack = ningbo_path();
    let csv = yanzhi(&[
        "audit-framework",
        &pack,
        "--format",
        "csv",
        "--sheet",
        "correlations",
    ]);
    assert_eq!(csv.code, 0, "{}", csv.err);
    let rows = csv::Reader::from_reader(csv.out.as_bytes()).into_records();
    let pairs: Vec<csv::StringRecord> = rows.map(Result::unwrap).collect();
    let json = yanzhi(&["audit-framework", &pack, "--format", "json"]);
    let json: serde_json::Value = serde_json::from_str(&json.out).unwrap();
    let result = &json["result"];
    let indicators = result["indicators"].as_array().unwrap().len();
    assert!(indicators > 1);
    assert_eq!(pairs.len(), indicators * (indicators - 1) / 2);
    for (row, pair) in pairs.iter().zip(result["correlations"].as_array().unwrap()) {
        assert_eq!(
            (&row[0], &row[2]),
            (
                pair["first"].as_str().unwrap(),
                pair["second"].as_str().unwrap()
            )
        );
        let value = pair["correlation"]["value"].as_f64();
        assert_eq!(row[5].parse().ok(), value, "written in full");
    }
}

#[test]
fn the_picture_has_a_cell_for_each_correlation() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("map.svg");
    let pack = ningbo_path();
    let said = yanzhi(&[
        "audit-framework",
        &pack,
        "--format",
        "svg",
        "--out",
        file.to_str().unwrap(),
    ]);
    assert_eq!((said.code, said.out.as_str()), (0, ""), "{}", said.err);
    assert!(
        said.err.contains("演示数据"),
        "the mark is said beside the file"
    );
    let svg = std::fs::read_to_string(file).unwrap();
    let json = yanzhi(&["audit-framework", &pack, "--format", "json"]);
    let json: serde_json::Value = serde_json::from_str(&json.out).unwrap();
    let indicators = json["result"]["indicators"].as_array().unwrap().len();
    assert!(svg.matches("<rect").count() >= indicators * indicators);
}

#[test]
fn two_units_and_one_period_give_what_can_be_computed() {
    let pack = SmallPack::new();
    let dir = pack.path().to_str().unwrap();
    let said = yanzhi(&[
        "audit-framework",
        dir,
        "--format",
        "json",
        "--period",
        "2022",
    ]);
    assert_eq!(said.code, 0, "{}", said.err);
    let json: serde_json::Value = serde_json::from_str(&said.out).unwrap();
    let first = &json["result"]["indicators"][0];
    assert_eq!(
        (&first["code"], first["min"].as_f64()),
        (&"RD".into(), Some(2.0))
    );
    assert!(first["skewness"].is_null(), "two values have no skewness");
}

#[test]
fn what_cannot_be_looked_at_is_refused_with_what_there_is() {
    let pack = SmallPack::new();
    let dir = pack.path().to_str().unwrap();
    for (arguments, said_of) in [
        (["--step", "treat"], "raw, normalise, aggregate"),
        (["--period", "1999"], "2022"),
        (["--sheet", "nothing"], "indicators, groups"),
        (["--collinear", "nan"], "finite number"),
        (["--format", "svgz"], "svg"),
    ] {
        let said = yanzhi(&["audit-framework", dir, arguments[0], arguments[1]]);
        let expected = if arguments[0] == "--format" { 2 } else { 1 };
        assert_eq!(said.code, expected, "{arguments:?}: {}", said.err);
        assert!(said.err.contains(said_of), "{arguments:?}: {}", said.err);
    }
    let said = yanzhi(&["audit-framework", dir, "--step", "treat", "--lang", "zh"]);
    assert!(said.err.contains("没有数据集 treat"), "{}", said.err);
}

#[test]
fn the_table_of_groups_names_its_data_set_and_warns_of_raw_figures() {
    let pack = SmallPack::new();
    let dir = pack.path().to_str().unwrap();
    let said = |step, lang| {
        let asked = ["--sheet", "groups", "--step", step, "--lang", lang];
        yanzhi(&[&["audit-framework", dir][..], &asked].concat()).out
    };
    let raw = said("raw", "en");
    assert!(raw.contains("belongs together (raw, 2023)"), "{raw}");
    assert!(
        raw.contains("α of raw figures on different scales says little"),
        "{raw}"
    );
    assert!(said("raw", "zh").contains("--step normalise"));
    let scores = said("normalise", "en");
    assert!(
        scores.contains("belongs together (normalise, 2023)"),
        "{scores}"
    );
    assert!(!scores.contains("says little"), "{scores}");
}

#[test]
fn flags_are_english_in_a_csv() {
    let pack = SmallPack::new();
    let dir = pack.path().to_str().unwrap();
    let zh = ["audit-framework", dir, "--lang", "zh", "--available", "2"];
    let table = yanzhi(&zh);
    assert!(table.out.contains("缺数多"), "{}{}", table.out, table.err);
    let csv = yanzhi(&[&zh[..], &["--format", "csv"]].concat());
    assert!(
        csv.out.contains("few figures") && !csv.out.contains("缺数多"),
        "{}",
        csv.out
    );
}
