//! `yanzhi robustness` and `yanzhi sensitivity`.

#![expect(clippy::unwrap_used, reason = "a test that cannot be set up must stop")]

mod support;

use std::{
    process::{Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use serde_json::Value;
use support::{Said, SmallPack, command, ningbo, yanzhi};

const UNCERTAINTY: &str = r#"
seed = 7
replicates = 300

[sensitivity]
points = 64
bootstrap = 50

[[assumptions]]
assumption = "weights"
spread = 0.5

[[assumptions]]
name = "mean"
assumption = "step"
step = "aggregate"
alternatives = [{ rule = "arithmetic" }, { rule = "geometric" }]
"#;

fn described() -> SmallPack {
    SmallPack::new().write("uncertainty.toml", UNCERTAINTY.as_bytes())
}

fn ask(command: &str, pack: &SmallPack, more: &[&str]) -> Said {
    let file = pack.path().join("uncertainty.toml");
    let mut arguments = vec![command, pack.path().to_str().unwrap()];
    arguments.extend(["--uncertainty", file.to_str().unwrap()]);
    arguments.extend(more);
    yanzhi(&arguments)
}

#[test]
fn the_same_seed_gives_the_same_bytes_for_any_number_of_threads() {
    let pack = described();
    let said = |threads, seed| {
        ask(
            "robustness",
            &pack,
            &["--format", "json", "--threads", threads, "--seed", seed],
        )
        .out
    };
    let one = said("1", "3");
    assert!(one.contains("\"replicates\": 300"), "{one}");
    assert_eq!(one, said("8", "3"));
    let plain = yanzhi(&[
        "robustness",
        &ningbo().display().to_string(),
        "--format",
        "json",
        "--replicates",
        "50",
    ]);
    let plain: Value = serde_json::from_str(&plain.out).unwrap();
    assert_eq!(
        plain["result"]["assumptions"][0], "weights",
        "without a description"
    );
    assert_eq!(
        (&plain["is_synthetic"], &plain["result"]["replicates"]),
        (&true.into(), &50.into())
    );
}

#[test]
fn ranks_neighbours_and_pairs_are_tables() {
    let pack = described();
    let table = ask("robustness", &pack, &["--lang", "zh"]);
    assert_eq!(table.code, 0, "{}", table.err);
    assert!(
        table.out.contains("位次的稳健性") && table.out.contains("相邻两者"),
        "{}",
        table.out
    );
    assert!(!table.out.contains("任意两者"), "only when named");
    let pairs = ask(
        "robustness",
        &pack,
        &["--format", "csv", "--sheet", "pairs"],
    );
    let rows: Vec<&str> = pairs.out.lines().collect();
    assert_eq!(rows.len(), 1 + 2, "{rows:?}");
    let ahead = |row: &str| row.rsplit(',').next().unwrap().parse::<f64>().unwrap();
    assert!(
        (ahead(rows[1]) + ahead(rows[2]) - 1.0).abs() < 1e-12,
        "no ties in this pack"
    );
}

#[test]
fn pictures_are_of_intervals_pairs_and_shares() {
    let pack = ningbo().display().to_string();
    let few = ["--replicates", "50", "--format", "svg"];
    let intervals = yanzhi(&[&["robustness", &pack][..], &few].concat());
    assert!(
        intervals.out.starts_with("<svg") && intervals.out.contains("<circle"),
        "{}",
        intervals.err
    );
    let pairs = yanzhi(&[&["robustness", &pack, "--sheet", "pairs"][..], &few].concat());
    assert!(pairs.out.matches("<text").count() > 12 * 11);
    let bars = ask("sensitivity", &described(), &["--format", "svg"]);
    assert!(
        bars.out.starts_with("<svg") && bars.out.contains("mean"),
        "{}",
        bars.err
    );
    let none = ask(
        "sensitivity",
        &described(),
        &["--format", "svg", "--sheet", "units"],
    );
    assert!(none.code == 1 && none.err.contains("shift"), "{}", none.err);
}

/// B has no figures in 2023, so it has no rank in any replicate.
#[test]
fn a_unit_without_a_rank_has_no_probabilities_and_is_named_in_the_picture() {
    let pack = described()
        .replace("observations.csv", "RD,B,ALL,2023,2.0,final,YEARBOOK\n", "")
        .replace(
            "observations.csv",
            "STAFF,B,ALL,2023,80,final,YEARBOOK\n",
            "",
        );
    let csv = ask("robustness", &pack, &["--format", "csv"]);
    let mut rows = csv::Reader::from_reader(csv.out.as_bytes());
    let columns = rows.headers().unwrap().clone();
    let top = columns
        .iter()
        .position(|it| it.starts_with("top_"))
        .unwrap();
    let rows: Vec<csv::StringRecord> = rows.records().map(Result::unwrap).collect();
    assert_eq!((&rows[0][0], &rows[0][top]), ("A", "1"), "{}", csv.err);
    assert_eq!((&rows[1][0], &rows[1][top]), ("B", ""));
    let svg = ask("robustness", &pack, &["--format", "svg"]);
    assert!(svg.out.contains("not ranked: District B"), "{}", svg.out);
}

#[test]
fn verdicts_are_english_in_a_csv_and_in_the_readers_language_in_a_table() {
    let pack = described();
    let zh = ["--lang", "zh", "--sheet", "neighbours"];
    let table = ask("robustness", &pack, &zh);
    assert!(table.out.contains("稳健"), "{}", table.out);
    let csv = ask(
        "robustness",
        &pack,
        &[&zh[..], &["--format", "csv"]].concat(),
    );
    assert!(csv.out.trim_end().ends_with("robust"), "{}", csv.out);
}

#[test]
fn sensitivity_shares_stand_with_their_intervals() {
    let pack = described();
    let said = ask(
        "sensitivity",
        &pack,
        &["--format", "json", "--sheet", "units"],
    );
    let found: Value = serde_json::from_str(&said.out).unwrap();
    let found = &found["result"];
    assert_eq!(
        (&found["points"], &found["runs"]),
        (&64.into(), &(64 * 4).into())
    );
    let score = &found["units"][0]["score"];
    let total: f64 = score[0]["total"]["value"].as_f64().unwrap();
    assert!(total > 0.0 && score[0]["total"]["low"].as_f64().unwrap() <= total);
    let csv = ask(
        "sensitivity",
        &pack,
        &["--format", "csv", "--sheet", "units"],
    );
    let lines = csv.out.lines().filter(|line| line.contains(",score,"));
    assert_eq!(lines.count(), 2 * 2);
}

#[test]
fn slips_are_refused_with_their_place() {
    let pack = described();
    let small = pack.path().to_str().unwrap().to_owned();
    for (change, said_of) in [
        (("\"weights\"", "\"weigths\""), "did you mean `weights`"),
        (("seed = 7", "seed = 0"), "`seed` is 0"),
        (("\"aggregate\"", "\"agregate\""), "agregate"),
        (("spread = 0.5", "spreads = 0.5"), "spread"),
    ] {
        let text = UNCERTAINTY.replacen(change.0, change.1, 1);
        let pack = SmallPack::new().write("uncertainty.toml", text.as_bytes());
        let said = ask("robustness", &pack, &[]);
        assert_eq!(said.code, 1, "{change:?}: {}", said.err);
        assert!(said.err.contains(said_of), "{change:?}: {}", said.err);
    }
    for (more, code, said_of) in [
        (vec!["--replicates", "0"], 1, "`replicates` is 0"),
        (
            vec!["--replicates", "100000000", "--memory", "1"],
            1,
            "bytes",
        ),
        (vec!["--node", "INPT"], 1, "INPUT"),
        (vec!["--seed=-1"], 2, "--seed"),
    ] {
        let said = yanzhi(&[&["robustness", &small][..], &more].concat());
        assert_eq!(said.code, code, "{more:?}: {}", said.err);
        assert!(said.err.contains(said_of), "{more:?}: {}", said.err);
    }
    let zh = yanzhi(&["robustness", &small, "--replicates", "0", "--lang", "zh"]);
    assert!(zh.err.contains("“replicates”为 0"), "{}", zh.err);
}

#[test]
fn an_interrupt_ends_an_analysis_without_a_result() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("ranks.json");
    let pack = ningbo().display().to_string();
    let long = [
        "robustness",
        &pack,
        "--replicates",
        "600000",
        "--memory",
        "1000000",
        "--out",
        out.to_str().unwrap(),
    ];
    let mut running = command(&long).stderr(Stdio::piped()).spawn().unwrap();
    thread::sleep(Duration::from_millis(1500));
    assert!(
        running.try_wait().unwrap().is_none(),
        "it runs longer than this"
    );
    let id = running.id().to_string();
    assert!(
        Command::new("kill")
            .args(["-INT", &id])
            .status()
            .unwrap()
            .success()
    );
    let asked = Instant::now();
    let said = Said::of(&running.wait_with_output().unwrap());
    assert!(asked.elapsed() < Duration::from_mins(2));
    assert_eq!(said.code, 130, "{}", said.err);
    assert!(
        said.err.contains("cancelled after") && !out.exists(),
        "{}",
        said.err
    );
}
