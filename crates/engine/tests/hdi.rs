//! Agreement with the Human Development Index as the UNDP published it: 4,328 country-years.
//!
//! Method: Human Development Report 2023/24, technical note 1. Tolerance: equal at the three decimals
//! that are printed, for every row.

#![expect(clippy::unwrap_used, reason = "a test stops where its setting fails")]

mod reference;

use reference::{number, table};
use yanzhi_engine::{
    Frame, FrameBuilder, Framework, Index, Indicator, Method, Node, Unit, compute,
};

const METHOD: &str = r#"
[[steps]]
step = "normalise"
rule = "goalposts"
scale = 1.0
[steps.indicators]
life = { low = 20, high = 85 }
eys = { low = 0, high = 18 }
mys = { low = 0, high = 15 }
gni = { low = 100, high = 75000, log = true }

[[steps]]
step = "weight"
rule = "equal"

[[steps]]
step = "aggregate"
rule = "arithmetic"
data_threshold = 1.0
levels = [{ level = 0, rule = "geometric" }]
"#;

/// The four columns, years and countries in order of first appearance.
fn frame(data: &reference::Table) -> Frame {
    let (years, countries) = (distinct(data, "year"), distinct(data, "iso3"));
    let codes = ["life", "eys", "mys", "gni"];
    let units = countries.iter().map(Unit::new).collect();
    let columns = codes.map(Indicator::new).to_vec();
    let mut builder = FrameBuilder::new(years.clone(), units, columns).unwrap();
    let place = |list: &[String], word: &String| list.iter().position(|it| it == word).unwrap();
    for row in &data.rows {
        let (when, who) = (place(&years, &row["year"]), place(&countries, &row["iso3"]));
        for (column, code) in codes.iter().enumerate() {
            if let Some(value) = number(&row[*code]) {
                builder.set(when, who, column, value).unwrap();
            }
        }
    }
    builder.build()
}

fn distinct(data: &reference::Table, column: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for row in &data.rows {
        if !found.contains(&row[column]) {
            found.push(row[column].clone());
        }
    }
    found
}

fn computed(data: &reference::Table) -> Index {
    let frame = frame(data);
    let framework = Framework::new(vec![
        Node::root("hdi"),
        Node::leaf("life", "hdi", 1.0),
        Node::branch("education", "hdi", 1.0),
        Node::leaf("eys", "education", 1.0),
        Node::leaf("mys", "education", 1.0),
        Node::leaf("gni", "hdi", 1.0),
    ]);
    let method: Method = toml::from_str(METHOD).unwrap();
    compute(&frame, &framework.unwrap(), &method).unwrap()
}

#[test]
fn every_published_value_is_reproduced_at_three_decimals() {
    let Some(data) = table("hdi/hdi_2000_2022.csv") else {
        return;
    };
    let index = computed(&data);
    let mut wrong = Vec::new();
    for row in &data.rows {
        let period = index.period_position(&row["year"]).unwrap();
        let unit = index.unit_position(&row["iso3"]).unwrap();
        let score = index.score(period, 0, unit).unwrap();
        let published = number(&row["hdi"]).unwrap();
        if format!("{score:.3}") != format!("{published:.3}") {
            wrong.push((&row["iso3"], &row["year"], score, published));
        }
    }
    assert_eq!(data.rows.len(), 4_328);
    assert!(wrong.is_empty(), "{} rows differ: {wrong:?}", wrong.len());
}

#[test]
fn the_ranks_of_2022_agree_with_the_published_order() {
    let Some(data) = table("hdi/hdi_2000_2022.csv") else {
        return;
    };
    let index = computed(&data);
    let period = index.period_position("2022").unwrap();
    let rows = data.rows.iter().filter(|row| row["year"] == "2022");
    let ranked: Vec<(u32, f64)> = rows
        .map(|row| {
            let unit = index.unit_position(&row["iso3"]).unwrap();
            let rank = index.rank(period, 0, unit).unwrap();
            (rank, number(&row["hdi"]).unwrap())
        })
        .collect();
    assert!(ranked.len() > 190, "{}", ranked.len());
    // The published values have three decimals, so they tie where ours do not: a higher published
    // value must have a better rank, and our rank must lie within the places its ties share.
    for (rank, published) in &ranked {
        let above = ranked.iter().filter(|(_, other)| other > published).count();
        let not_below = ranked
            .iter()
            .filter(|(_, other)| other >= published)
            .count();
        let places = above + 1..=not_below;
        assert!(
            places.contains(&usize::try_from(*rank).unwrap()),
            "{rank} {published}"
        );
    }
}

#[test]
fn the_contributions_of_every_country_sum_to_its_index() {
    let Some(data) = table("hdi/hdi_2000_2022.csv") else {
        return;
    };
    let index = computed(&data);
    let period = index.period_position("2022").unwrap();
    for unit in 0..index.units().len() {
        let Some(score) = index.score(period, 0, unit) else {
            continue;
        };
        let explained = index.explain(period, unit);
        let level_1 = explained.iter().filter(|node| node.level == 1);
        let points: f64 = level_1.filter_map(|node| node.contribution).sum();
        assert!((points - score).abs() <= 1e-12 * score, "{points} {score}");
    }
}
