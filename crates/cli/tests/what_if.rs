//! `yanzhi what-if`.

#![expect(clippy::unwrap_used, reason = "a test that cannot be set up must stop")]

mod support;

use serde_json::Value;
use support::{Said, SmallPack, ningbo, yanzhi};

fn ask(pack: &SmallPack, arguments: &[&str]) -> Said {
    let mut all = vec!["what-if", pack.path().to_str().unwrap()];
    all.extend(arguments);
    yanzhi(&all)
}

fn json(pack: &SmallPack, arguments: &[&str]) -> Value {
    let said = ask(pack, &[arguments, &["--format", "json"]].concat());
    assert_eq!(said.code, 0, "{}", said.err);
    serde_json::from_str::<Value>(&said.out).unwrap()["result"].take()
}

/// In 2023 A has R&D 2.4 of 2.5 and staff 85 of 100, B 2.0 and 80; R&D weighs 2, staff 1.
#[test]
fn a_dropped_indicator_leaves_its_weight_to_its_siblings() {
    let found = json(&SmallPack::new(), &["--drop", "RD"]);
    let a = &found["comparison"]["units"][0];
    assert_eq!(a["unit"], "A");
    let near = |value: &Value, expected: f64| (value.as_f64().unwrap() - expected).abs() < 1e-9;
    assert!(near(&a["score_before"], (2.0 * 96.0 + 85.0) / 3.0), "{a}");
    assert!(near(&a["score_after"], 85.0), "{a}");
    assert_eq!(found["changes"][0]["change"], "drop");
}

#[test]
fn weights_and_figures_change_together_and_their_causes_add_up() {
    let pack = SmallPack::new();
    let found = json(
        &pack,
        &["--weight", "RD=4", "--figure", "RD,B=2.5", "--unit", "B"],
    );
    let causes = &found["causes"];
    assert_eq!(
        (&causes["rank_before"], &causes["rank_after"]),
        (&2.into(), &1.into())
    );
    let points = causes["causes"].as_array().unwrap().iter();
    let sum: f64 = points.map(|it| it["points"].as_f64().unwrap()).sum();
    let change = causes["score_change"].as_f64().unwrap();
    assert!((sum - change).abs() < 1e-9, "{sum} {change}");
    assert_eq!(causes["passed"][0]["unit"], "A");
    let table = ask(
        &pack,
        &["--figure", "RD,B=2.5", "--unit", "B", "--lang", "zh"],
    );
    assert!(
        table.out.contains("乙区 得分变化的原因") && table.out.contains("数据变化"),
        "{}",
        table.out
    );
}

#[test]
fn another_method_is_compared_as_csv() {
    let pack = SmallPack::new();
    let method = pack.read("method.toml").replace("arithmetic", "geometric");
    let pack = pack.write("other.toml", method.as_bytes());
    let other = pack.path().join("other.toml");
    let said = ask(
        &pack,
        &["--method", other.to_str().unwrap(), "--format", "csv"],
    );
    assert_eq!(said.code, 0, "{}", said.err);
    let mut rows = csv::Reader::from_reader(said.out.as_bytes());
    let header: Vec<&str> = rows
        .headers()
        .unwrap()
        .iter()
        .take(5)
        .collect::<Vec<_>>()
        .clone();
    assert_eq!(
        header,
        ["unit", "name", "rank_before", "rank_after", "rank_change"]
    );
    let first = rows.records().next().unwrap().unwrap();
    let after: f64 = first[6].parse().unwrap();
    assert!(
        (after - (96.0_f64 * 96.0 * 85.0).cbrt()).abs() < 1e-9,
        "{after}"
    );
}

#[test]
fn what_moved_since_another_period_is_told() {
    let found = json(&SmallPack::new(), &["--since", "2022", "--unit", "A"]);
    let comparison = &found["comparison"];
    assert_eq!(
        (&comparison["period_before"], &comparison["period_after"]),
        (&"2022".into(), &"2023".into())
    );
    assert_eq!(found["causes"]["causes"][0]["by"], "figure");
}

#[test]
fn each_part_is_dropped_in_its_turn_and_drawn() {
    let pack = ningbo().display().to_string();
    let said = yanzhi(&["what-if", &pack, "--drop-each", "1", "--format", "json"]);
    let found: Value = serde_json::from_str(&said.out).unwrap();
    let dropped = found["result"]["dropped"].as_array().unwrap();
    assert_eq!(dropped.len(), 5, "the dimensions");
    let svg = yanzhi(&["what-if", &pack, "--drop-each", "1", "--format", "svg"]);
    assert!(svg.out.starts_with("<svg") && svg.out.contains("演示数据"));
    let long = yanzhi(&[
        "what-if",
        &pack,
        "--drop-each",
        "indicators",
        "--format",
        "csv",
        "--sheet",
        "shifts",
    ]);
    assert_eq!(long.out.lines().count(), 1 + 15 * 12);
}

/// In 2023 A leads with (2·96 + 85) ÷ 3 = 92.33 before B with (2·80 + 80) ÷ 3 = 80.
#[test]
fn the_figure_that_lifts_a_unit_and_the_weight_that_changes_the_leader_are_found() {
    let pack = SmallPack::new();
    let found = json(&pack, &["--reach", "B=1"]);
    let rd = &found["lifts"][0];
    assert_eq!(
        (&rd["indicator"], &rd["ascent"]["answer"]),
        (&"RD".into(), &"attained".into())
    );
    // 2·x + 80 = 277 at x = 98.5, and 98.5 % of 2.5 is 2.4625.
    let figure = rd["ascent"]["figure"].as_f64().unwrap();
    assert!((figure - 2.4625).abs() < 1e-6, "{figure}");
    let limited = json(
        &pack,
        &["--reach", "B=1", "--by", "RD", "--between", "RD=..2.2"],
    );
    let ascent = &limited["lifts"][0]["ascent"];
    assert_eq!(ascent["reason"]["obstacle"], "limit", "{ascent}");
    let turning = json(&pack, &["--turning", "indicators"]);
    assert!(turning["nodes"][0]["up"].is_null(), "A leads by both");
    let any = json(&pack, &["--dominance", "any"]);
    assert_eq!(
        (&any["necessary"][0][1], &any["possible"][1][0]),
        (&true.into(), &false.into())
    );
    let svg = ask(&pack, &["--dominance", "0.25", "--format", "svg"]);
    let within = "(2023; each share within ±0.25 of itself)";
    assert!(svg.out.contains(within), "{}{}", svg.out, svg.err);
    let table = ask(&pack, &["--reach", "B=1", "--lang", "zh"]);
    assert!(
        table.out.contains("升至第 1 位") && table.out.contains("可达到"),
        "{}",
        table.out
    );
}

#[test]
fn slips_are_refused_with_the_nearest_word_and_nothing_is_written() {
    let pack = SmallPack::new();
    let out = pack.path().join("out.csv");
    for (arguments, code, said_of) in [
        (vec!["--drop", "STAF"], 1, "did you mean `STAFF`"),
        (vec!["--drop", "INDEX"], 1, "nothing is left"),
        (vec!["--weight", "INDEX=2"], 1, "index itself"),
        (vec!["--weight", "RD=-1"], 1, "-1"),
        (vec!["--weight", "RD"], 2, "CODE=NUMBER"),
        (vec!["--figure", "RD,C=1"], 1, "no unit `C`"),
        (vec!["--figure", "RD,A=nan"], 1, "finite"),
        (vec!["--node", "INPT", "--drop", "RD"], 1, "INPUT"),
        (vec!["--drop-each", "7"], 1, "level 7"),
        (
            vec!["--drop-each", "1", "--drop", "RD"],
            2,
            "cannot be used with",
        ),
        (vec!["--reach", "B=0"], 1, "no rank 0"),
        (vec!["--by", "RD", "--drop", "RD"], 2, "cannot be used with"),
        (vec!["--reach", "B=1", "--format", "svg"], 1, "no picture"),
        (vec![], 1, "nothing is to be otherwise"),
    ] {
        let arguments = [arguments, vec!["--out", out.to_str().unwrap()]].concat();
        let said = ask(&pack, &arguments);
        assert_eq!(said.code, code, "{arguments:?}: {}", said.err);
        assert!(said.err.contains(said_of), "{arguments:?}: {}", said.err);
        assert!(!out.exists(), "{arguments:?}");
    }
    let said = ask(&pack, &["--drop", "STAF", "--lang", "zh"]);
    assert!(said.err.contains("是否为“STAFF”"), "{}", said.err);
}

#[test]
fn titles_say_what_was_changed_and_in_which_period() {
    let pack = SmallPack::new();
    let other = pack.path().join("method.toml");
    let other = other.to_str().unwrap();
    let weight = ["--weight", "STAFF=3", "--period", "2022"];
    let dropped = ["--drop", "STAFF", "--lang", "zh"];
    for (arguments, said_of) in [
        (&weight[..], "(Index, 2022; weight R&D staff [STAFF] = 3)"),
        (&dropped[..], "（指数，2023；去掉 研发人员 [STAFF]）"),
        (
            &["--method", other][..],
            "(Index, 2023; method method.toml)",
        ),
        (
            &["--figure", "RD,B="][..],
            "(Index, 2023; figure R&D intensity [RD], District B, 2023 = none)",
        ),
        (&["--since", "2022"][..], "(Index, 2022 to 2023)"),
    ] {
        let table = ask(&pack, arguments);
        let titles = table.out.lines().filter(|line| line.contains(said_of));
        assert_eq!(titles.count(), 2, "{said_of}: {}{}", table.out, table.err);
        let svg = ask(&pack, &[arguments, &["--format", "svg"]].concat());
        let escaped = said_of.replace('&', "&amp;");
        assert!(svg.out.contains(&escaped), "{said_of}: {}", svg.out);
    }
}

#[test]
fn the_picture_names_who_has_no_rank() {
    let pack = SmallPack::new();
    let figures = ["--figure", "RD,B=", "--figure", "STAFF,B="];
    let svg = ask(&pack, &[&figures[..], &["--format", "svg"]].concat());
    assert!(svg.out.contains("not ranked: District B"), "{}", svg.out);
    let zh = ["--format", "svg", "--lang", "zh"];
    let svg = ask(&pack, &[&figures[..], &zh].concat());
    assert!(svg.out.contains("未排名：乙区"), "{}", svg.out);
    let all = ask(&pack, &["--drop", "RD", "--format", "svg"]);
    assert!(!all.out.contains("not ranked"), "{}", all.out);
}

#[test]
fn the_words_of_a_csv_are_english_in_either_language() {
    let pack = SmallPack::new();
    let csv = ask(
        &pack,
        &["--reach", "B=1", "--format", "csv", "--lang", "zh"],
    );
    assert!(
        csv.out.contains(",attained") && !csv.out.contains("可达到"),
        "{}",
        csv.out
    );
    let passed = ["--figure", "RD,B=2.5", "--unit", "B"];
    for (sheet, word) in [("overtakings", ",passed,"), ("causes", ",figure,")] {
        let csv = ["--sheet", sheet, "--format", "csv", "--lang", "zh"];
        let csv = ask(&pack, &[&passed[..], &csv].concat());
        assert!(csv.out.contains(word), "{sheet}: {}{}", csv.out, csv.err);
    }
}
