//! A small strategy: three districts, two dimensions, four indicators, two years.
#![expect(clippy::unwrap_used, reason = "a test that cannot be set up must stop")]

use std::collections::BTreeMap;

use yanzhi_catalogue::{
    Caliber, FrameworkContent, FrameworkNode, IndicatorDetails, Scoring as Scope_, Source,
};
use yanzhi_figures::{Cell, Content, NewFigure, Provenance, Recorded, Recording, Value};
use yanzhi_kernel::{
    Code, Direction, Frequency, IndicatorClass, PeriodKind, Scope, Text, Timestamp, UnitKind,
};
use yanzhi_organisations::{NewStrategy, NewUnit, Strategy};
use yanzhi_scoring::{Computed, Computing, compute};
use yanzhi_storage::{Schema, WriteTx};
use yanzhi_testkit::TestDatabase;

pub(crate) const SCHEMA: Schema = Schema::new(|| {
    let mut all = yanzhi_audit::migrations::all();
    all.extend(yanzhi_organisations::migrations::all());
    all.extend(yanzhi_catalogue::migrations::all());
    all.extend(yanzhi_figures::migrations::all());
    all.extend(yanzhi_scoring::migrations::all());
    all
});

/// `indicator unit period value`: C lacks nothing, B falls behind in 2023.
pub(crate) const FIGURES: &[(&str, &str, &str, &str)] = &[
    ("RD", "A", "2022", "2.0"),
    ("RD", "B", "2022", "2.5"),
    ("RD", "C", "2022", "1.0"),
    ("RD", "A", "2023", "2.4"),
    ("RD", "B", "2023", "2.0"),
    ("RD", "C", "2023", "1.2"),
    ("STAFF", "A", "2022", "80"),
    ("STAFF", "B", "2022", "90"),
    ("STAFF", "C", "2022", "40"),
    ("STAFF", "A", "2023", "85"),
    ("STAFF", "B", "2023", "80"),
    ("STAFF", "C", "2023", "50"),
    ("PATENT", "A", "2022", "4"),
    ("PATENT", "B", "2022", "5"),
    ("PATENT", "C", "2022", "6"),
    ("PATENT", "A", "2023", "5"),
    ("PATENT", "B", "2023", "5"),
    ("PATENT", "C", "2023", "7"),
    ("DELAY", "A", "2022", "20"),
    ("DELAY", "B", "2022", "30"),
    ("DELAY", "C", "2022", "40"),
    ("DELAY", "A", "2023", "16"),
    ("DELAY", "B", "2023", "40"),
    ("DELAY", "C", "2023", "32"),
];

pub(crate) fn code(text: &str) -> Code {
    text.parse().unwrap()
}

fn indicator(name: &str, direction: Direction) -> IndicatorDetails {
    IndicatorDetails {
        code: code(name),
        name: Text::new(format!("{name}指标"), name),
        measure_unit: Text::same("%"),
        direction,
        class: IndicatorClass::Expected,
        frequency: Frequency::Yearly,
        owner: None,
        decimals: 1,
        definition: Text::new("定义", "definition"),
        formula: Text::default(),
        source: None,
    }
}

fn node(name: &str, parent: Option<&str>, is_leaf: bool, weight: f64) -> FrameworkNode {
    FrameworkNode {
        code: code(name),
        parent: parent.map(code),
        indicator: is_leaf.then(|| code(name)),
        name: if is_leaf {
            Text::default()
        } else {
            Text::new(format!("{name}力"), name)
        },
        weight,
    }
}

pub(crate) fn framework(version: &str) -> FrameworkContent {
    let method = r#"{ "steps": [
        { "step": "normalise", "rule": "standard_ratio", "scale": 100.0, "indicators": {
            "RD": { "standard": 2.5 }, "STAFF": { "standard": 100.0 },
            "PATENT": { "standard": 8.0 }, "DELAY": { "standard": 16.0 } } },
        { "step": "weight", "rule": "given" },
        { "step": "aggregate", "rule": "arithmetic", "data_threshold": 0.6 },
        { "step": "rank", "ties": "competition" } ] }"#;
    FrameworkContent {
        version: version.to_owned(),
        nodes: vec![
            node("INDEX", None, false, 1.0),
            node("INPUT", Some("INDEX"), false, 2.0),
            node("RD", Some("INPUT"), true, 3.0),
            node("STAFF", Some("INPUT"), true, 1.0),
            node("OUTPUT", Some("INDEX"), false, 1.0),
            node("PATENT", Some("OUTPUT"), true, 1.0),
            node("DELAY", Some("OUTPUT"), true, 1.0),
        ],
        method: serde_json::from_str(method).unwrap(),
        scoring: Scope_ {
            caliber: code("ALL"),
            unit_kinds: vec![UnitKind::District],
            period_kind: PeriodKind::Year,
        },
    }
}

fn unit(name: &str, kind: UnitKind, group: Option<&str>) -> NewUnit {
    NewUnit {
        code: code(name),
        parent: (name != "CITY").then(|| code("CITY")),
        name: Text::new(format!("{name}区"), format!("District {name}")),
        short_name: Text::same(name),
        kind,
        group: group.map(code),
        gb2260: None,
        tile: None,
        note: None,
    }
}

pub(crate) fn organisations() -> yanzhi_organisations::Import {
    let strategy = NewStrategy {
        code: code("small"),
        name: Text::new("小战略", "Small strategy"),
        description: Text::default(),
        publisher: Text::default(),
        time_zone: "Asia/Shanghai".into(),
        source_title: None,
        source_url: None,
    };
    let group = yanzhi_organisations::Group {
        code: code("CORE"),
        name: Text::new("中心", "Core"),
    };
    let units = vec![
        unit("CITY", UnitKind::City, None),
        unit("A", UnitKind::District, Some("CORE")),
        unit("B", UnitKind::District, Some("CORE")),
        unit("C", UnitKind::District, None),
    ];
    yanzhi_organisations::Import {
        strategy,
        groups: vec![group],
        units,
    }
}

pub(crate) fn catalogue(framework: FrameworkContent) -> yanzhi_catalogue::Import {
    use Direction::{HigherIsBetter, LowerIsBetter};
    yanzhi_catalogue::Import {
        sources: vec![Source {
            code: code("YEARBOOK"),
            title: Text::new("年鉴", "Yearbook"),
            publisher: None,
            url: None,
        }],
        calibers: vec![Caliber {
            code: code("ALL"),
            name: Text::new("全口径", "All"),
            definition: Text::default(),
        }],
        indicators: vec![
            indicator("RD", HigherIsBetter),
            indicator("STAFF", HigherIsBetter),
            indicator("PATENT", HigherIsBetter),
            indicator("DELAY", LowerIsBetter),
        ],
        framework,
    }
}

/// The strategy as it stands after [`import`].
pub(crate) struct Imported {
    pub(crate) strategy: Strategy,
    pub(crate) framework: yanzhi_catalogue::Framework,
    pub(crate) recorded: Recorded,
}

/// Brings the strategy in with some figures.
pub(crate) async fn import(
    database: &TestDatabase,
    tx: &WriteTx,
    figures: &[(&str, &str, &str, &str)],
) -> Imported {
    import_under_embargo(database, tx, figures, None).await
}

/// The same, with figures that are not to be seen until a moment.
pub(crate) async fn import_under_embargo(
    database: &TestDatabase,
    tx: &WriteTx,
    figures: &[(&str, &str, &str, &str)],
    embargo_until: Option<Timestamp>,
) -> Imported {
    let (ids, now, operator) = (database.ids(), database.now(), operator());
    let (strategy, units) = yanzhi_organisations::import(tx, ids, now, &organisations())
        .await
        .unwrap();
    let catalogue = catalogue(framework("1"));
    let known = yanzhi_catalogue::import(tx, ids, now, strategy, &catalogue)
        .await
        .unwrap();
    let indicators: BTreeMap<_, _> = known.indicators;
    let figures = figures.iter().map(|(indicator, unit, period, value)| {
        let cell = Cell {
            indicator: indicators[&code(indicator)],
            unit: units[&code(unit)],
            caliber: code("ALL"),
            period: period.parse().unwrap(),
        };
        let value = Value::new(value.parse().unwrap(), *value).unwrap();
        NewFigure {
            source: Some(code("YEARBOOK")),
            is_synthetic: *unit == "C",
            embargo_until,
            ..NewFigure::new(cell, Content::Value(value))
        }
    });
    let recording = Recording {
        reason: Some("test"),
        ..Recording::new(now, Provenance::Import)
    };
    let recorded =
        yanzhi_figures::record(tx, &operator, ids, strategy, recording, figures.collect())
            .await
            .unwrap();
    let strategy = yanzhi_organisations::strategy(tx, &operator, &code("small"))
        .await
        .unwrap()
        .unwrap();
    Imported {
        strategy,
        framework: known.framework,
        recorded,
    }
}

/// Computes the index and records the run.
pub(crate) async fn score(database: &TestDatabase, tx: &WriteTx, imported: &Imported) -> Computed {
    let computing = Computing {
        now: database.now(),
        ids: database.ids(),
        threads: 1,
    };
    let Imported {
        strategy,
        framework,
        ..
    } = imported;
    compute(tx, &operator(), computing, strategy, framework)
        .await
        .unwrap()
}

#[expect(clippy::disallowed_methods, reason = "a test acts as the operator")]
pub(crate) fn operator() -> Scope {
    Scope::operator()
}
