//! What the tests of the capability share.

use sea_orm_migration::MigrationTrait;
use yanzhi_catalogue::{Caliber, FrameworkContent, FrameworkNode, IndicatorDetails, Scoring};
use yanzhi_figures::{Cell, Content, NewFigure, Provenance, Recording, Value, record};
use yanzhi_kernel::{
    Code, Direction, Frequency, Id, IndicatorClass, PeriodKind, Scope, Text, UnitKind,
};
use yanzhi_organisations::{NewStrategy, NewUnit, Strategy, Unit};
use yanzhi_storage::{Schema, WriteTx};
use yanzhi_testkit::TestDatabase;

pub(crate) const SCHEMA: Schema = Schema::new(migrations);

pub(crate) fn migrations() -> Vec<Box<dyn MigrationTrait>> {
    let mut all = yanzhi_audit::migrations::all();
    all.extend(yanzhi_organisations::migrations::all());
    all.extend(yanzhi_catalogue::migrations::all());
    all.extend(yanzhi_figures::migrations::all());
    all.sort_by(|a, b| a.name().cmp(b.name()));
    all
}

pub(crate) fn code(text: &str) -> Code {
    text.parse().unwrap()
}

#[expect(clippy::disallowed_methods, reason = "a test acts as the operator")]
pub(crate) fn operator() -> Scope {
    Scope::operator()
}

/// A strategy with one unit and one indicator, and the cell between them.
pub(crate) async fn cell(database: &TestDatabase, tx: &WriteTx) -> (Id<Strategy>, Cell) {
    let (strategy, cell, _) = two_units(database, tx).await;
    (strategy, cell)
}

/// The same with two units, the first of them that of the cell.
pub(crate) async fn two_units(
    database: &TestDatabase,
    tx: &WriteTx,
) -> (Id<Strategy>, Cell, [Id<Unit>; 2]) {
    let name = Text::same("x");
    let strategy = NewStrategy {
        code: code("s"),
        name: name.clone(),
        description: Text::default(),
        publisher: Text::default(),
        time_zone: "UTC".into(),
        source_title: None,
        source_url: None,
    };
    let units = yanzhi_organisations::Import {
        strategy,
        groups: vec![],
        units: vec![unit("U"), unit("V")],
    };
    let (ids, now) = (database.ids(), database.now());
    let (strategy, units) = yanzhi_organisations::import(tx, ids, now, &units)
        .await
        .unwrap();
    let catalogue = catalogue(vec![indicator("I")]);
    let known = yanzhi_catalogue::import(tx, ids, now, strategy, &catalogue)
        .await
        .unwrap();
    let units = ["U", "V"].map(|it| units[&code(it)]);
    let cell = Cell {
        indicator: known.indicators[&code("I")],
        unit: units[0],
        caliber: code("ALL"),
        period: "2023".parse().unwrap(),
    };
    (strategy, cell, units)
}

fn unit(text: &str) -> NewUnit {
    let name = Text::same(text);
    NewUnit {
        code: code(text),
        parent: None,
        name: name.clone(),
        short_name: name,
        kind: UnitKind::District,
        group: None,
        gb2260: None,
        tile: None,
        note: None,
    }
}

/// An indicator counted in `x`.
pub(crate) fn indicator(text: &str) -> IndicatorDetails {
    let name = &Text::same("x");
    IndicatorDetails {
        code: code(text),
        name: name.clone(),
        measure_unit: name.clone(),
        direction: Direction::HigherIsBetter,
        class: IndicatorClass::Expected,
        frequency: Frequency::Yearly,
        owner: None,
        decimals: 1,
        definition: name.clone(),
        formula: Text::default(),
        source: None,
    }
}

/// A catalogue of indicators, of which I is the index.
pub(crate) fn catalogue(indicators: Vec<IndicatorDetails>) -> yanzhi_catalogue::Import {
    let name = &Text::same("x");
    let root = FrameworkNode {
        code: code("I"),
        parent: None,
        indicator: Some(code("I")),
        name: name.clone(),
        weight: 1.0,
    };
    let method =
        r#"{"steps":[{"step":"weight","rule":"equal"},{"step":"aggregate","rule":"arithmetic"}]}"#;
    yanzhi_catalogue::Import {
        sources: vec![],
        calibers: vec![Caliber {
            code: code("ALL"),
            name: name.clone(),
            definition: Text::default(),
        }],
        indicators,
        framework: FrameworkContent {
            version: "1".into(),
            nodes: vec![root],
            method: serde_json::from_str(method).unwrap(),
            scoring: Scoring {
                caliber: code("ALL"),
                unit_kinds: vec![UnitKind::District],
                period_kind: PeriodKind::Year,
            },
        },
    }
}

pub(crate) fn figure(cell: &Cell, text: &str) -> NewFigure {
    let value = Value::new(text.parse().unwrap(), text).unwrap();
    NewFigure::new(cell.clone(), Content::Value(value))
}

pub(crate) async fn say(
    database: &TestDatabase,
    tx: &WriteTx,
    strategy: Id<Strategy>,
    figure: NewFigure,
) {
    let recording = Recording {
        reason: Some("test"),
        ..Recording::new(database.now(), Provenance::Import)
    };
    record(
        tx,
        &operator(),
        database.ids(),
        strategy,
        recording,
        vec![figure],
    )
    .await
    .unwrap();
}
