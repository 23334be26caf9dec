//! `yanzhi score` against published results and the example strategy.

mod support;

use std::{
    collections::HashMap,
    path::{Path, PathBuf},
    process::Command,
};

use support::{SmallPack, ningbo, yanzhi};

/// The reference data beside the checkout, or where `YANZHI_REFERENCE_DATA` points.
#[expect(
    clippy::disallowed_methods,
    reason = "a test is told where its data are"
)]
fn hdi_data() -> Option<PathBuf> {
    let checkout = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let named = std::env::var_os("YANZHI_REFERENCE_DATA").map(PathBuf::from);
    let file = named
        .unwrap_or(checkout.join("../shared/data"))
        .join("hdi/hdi_2000_2022.csv");
    file.exists().then_some(file)
}

#[test]
fn the_human_development_index_comes_out_as_published() {
    let Some(data) = hdi_data() else {
        return eprintln!("skipped: the HDI data are not there (set YANZHI_REFERENCE_DATA)");
    };
    let folder = tempfile::tempdir().unwrap();
    let pack = folder.path().join("hdi");
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../script/hdi-pack");
    let made = Command::new("python3")
        .arg(script)
        .arg(&data)
        .arg(&pack)
        .status()
        .unwrap();
    assert!(made.success());
    let said = yanzhi(&["score", pack.to_str().unwrap(), "--format", "csv"]);
    assert_eq!(said.code, 0, "{}", said.err);
    let mut scores: HashMap<(String, String), (f64, u32)> = HashMap::new();
    for row in csv::Reader::from_reader(said.out.as_bytes()).records() {
        let row = row.unwrap();
        if &row[3] == "0" {
            let score = (row[4].parse().unwrap(), row[5].parse().unwrap());
            scores.insert((row[1].to_owned(), row[0].to_owned()), score);
        }
    }
    let mut checked = 0;
    let mut of_2022 = Vec::new();
    for row in csv::Reader::from_path(&data).unwrap().records() {
        let row = row.unwrap();
        let (score, rank) = scores[&(row[0].to_owned(), row[2].to_owned())];
        let published: f64 = row[7].parse().unwrap();
        assert_eq!(
            format!("{score:.3}"),
            format!("{published:.3}"),
            "{} {}",
            &row[0],
            &row[2]
        );
        checked += 1;
        if &row[2] == "2022" {
            of_2022.push((published, rank));
        }
    }
    assert_eq!(checked, 4_328);
    // The published index has three decimals, so it ranks in steps: nobody with more may rank behind one with less.
    for (published, rank) in &of_2022 {
        let ahead = of_2022
            .iter()
            .filter(|(other, _)| other > published)
            .count();
        let level = of_2022
            .iter()
            .filter(|(other, _)| other.to_bits() == published.to_bits())
            .count();
        let rank = usize::try_from(*rank).unwrap();
        assert!(
            rank > ahead && rank <= ahead + level,
            "{published} ranks {rank}, not {}",
            ahead + 1
        );
    }
}

#[test]
fn contributions_of_a_district_add_up_and_every_figure_has_status_and_source() {
    let pack = ningbo();
    let pack = pack.to_str().unwrap();
    let said = yanzhi(&[
        "score",
        pack,
        "--period",
        "2023",
        "--unit",
        "330203",
        "--explain",
        "--format",
        "json",
    ]);
    assert_eq!(said.code, 0, "{}", said.err);
    let result: serde_json::Value = serde_json::from_str(&said.out).unwrap();
    let nodes = result["explanation"]["nodes"].as_array().unwrap();
    let mut parents = 0;
    for parent in nodes.iter().filter(|node| !node["aggregation"].is_null()) {
        let children = nodes.iter().filter(|node| node["parent"] == parent["node"]);
        let sum: f64 = children
            .map(|node| node["contribution"].as_f64().unwrap())
            .sum();
        assert!(
            (sum - parent["score"].as_f64().unwrap()).abs() < 1e-9,
            "{}",
            parent["node"]
        );
        parents += 1;
    }
    assert_eq!(parents, 6);
    let figures = result["explanation"]["figures"].as_object().unwrap();
    assert_eq!(figures.len(), 15);
    for (node, figure) in figures {
        assert!(
            figure["status"].is_string() && figure["source"].as_str().unwrap().len() > 1,
            "{node}: {figure}"
        );
        assert_eq!(figure["is_synthetic"], true, "{node}");
    }
}

#[test]
fn an_explanation_is_readable_in_chinese() {
    let pack = ningbo();
    let pack = pack.to_str().unwrap();
    let arguments = [
        "--period",
        "2023",
        "--unit",
        "330203",
        "--explain",
        "--lang",
        "zh",
    ];
    let text = yanzhi(&[&["score", pack][..], &arguments].concat());
    assert_eq!(text.code, 0);
    for part in [
        "海曙区",
        "演示数据",
        "状态",
        "来源",
        "standard_ratio",
        "贡献",
    ] {
        assert!(text.out.contains(part), "{part:?} is not in {}", text.out);
    }
}

#[test]
fn the_csv_has_its_columns() {
    let said = yanzhi(&[
        "score",
        SmallPack::new().path().to_str().unwrap(),
        "--format",
        "csv",
        "--period",
        "2023",
    ]);
    let mut lines = said.out.lines();
    assert_eq!(
        lines.next(),
        Some("period,unit,node,level,score,rank,rank_change")
    );
    // A in 2023: (2·96 + 85)/3.
    assert_eq!(lines.next(), Some("2023,A,INDEX,0,92.33333333333333,1,1"));
    assert_eq!(said.out.lines().count(), 1 + 2 * 4);
}

#[test]
fn the_result_does_not_depend_on_threads_and_is_written_to_files() {
    let pack = ningbo();
    let pack = pack.to_str().unwrap();
    let hash = |threads| {
        let said = yanzhi(&["score", pack, "--format", "json", "--threads", threads]);
        let result: serde_json::Value = serde_json::from_str(&said.out).unwrap();
        result["content_hash"].as_str().unwrap().to_owned()
    };
    assert_eq!(hash("1"), hash("2"));
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("scores.xlsx");
    let said = yanzhi(&[
        "score",
        pack,
        "--format",
        "xlsx",
        "--out",
        file.to_str().unwrap(),
    ]);
    assert_eq!((said.code, said.out.as_str()), (0, ""));
    assert!(std::fs::read(&file).unwrap().starts_with(b"PK"));
}

#[test]
fn a_period_or_unit_that_is_not_there_is_refused_with_those_that_are() {
    let pack = SmallPack::new();
    let pack = pack.path().to_str().unwrap();
    let said = yanzhi(&["score", pack, "--period", "1999"]);
    assert_eq!(said.code, 1);
    assert!(
        said.err.contains("1999") && said.err.contains("2022, 2023"),
        "{}",
        said.err
    );
    let said = yanzhi(&["score", pack, "--unit", "CITY"]);
    assert_eq!(said.code, 1);
    assert!(said.err.contains("CITY"), "{}", said.err);
    assert_eq!(yanzhi(&["score"]).code, 2);
}

/// STAFF of B is not reported in 2023, so that B has half of its figures; the method asks for nine tenths.
#[test]
fn a_unit_that_was_screened_out_is_told_apart_from_one_without_figures() {
    let pack = SmallPack::new().replace(
        "observations.csv",
        "STAFF,B,ALL,2023,80,final,YEARBOOK\n",
        "",
    );
    let screen = "[[steps]]\nstep = \"screen\"\navailable = 0.9\n\n";
    let method = format!("{screen}{}", pack.read("method.toml"));
    let pack = pack.write("screened.toml", method.as_bytes());
    let (dir, method) = (pack.path(), pack.path().join("screened.toml"));
    let said = |lang| {
        let (dir, method) = (dir.to_str().unwrap(), method.to_str().unwrap());
        yanzhi(&["score", dir, "--method", method, "--lang", lang])
    };
    let en = said("en");
    assert_eq!(en.code, 0, "{}", en.err);
    assert!(
        en.err
            .contains("1 times a unit was screened out for too few figures")
            && !en.err.contains("no figure at all"),
        "{}",
        en.err
    );
    let zh = said("zh").err;
    assert!(
        zh.contains("有 1 个“评价对象 × 期别”因数据不足被筛除"),
        "{zh}"
    );
    let pack = pack.replace("observations.csv", "RD,B,ALL,2023,2.0,final,YEARBOOK\n", "");
    let none = yanzhi(&["score", pack.path().to_str().unwrap()]);
    assert!(
        none.err.contains("1 times a unit has no figure at all"),
        "{}",
        none.err
    );
}
