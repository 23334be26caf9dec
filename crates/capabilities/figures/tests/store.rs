//! Figures are only added; what counts depends on the moment asked for and on who asks.
#![expect(clippy::unwrap_used, reason = "a test that cannot be set up must stop")]

use sea_orm::{ConnectionTrait as _, Statement};
use yanzhi_catalogue::{Caliber, FrameworkContent, FrameworkNode, IndicatorDetails, Scoring};
use yanzhi_figures::{
    Cell, Figure, FiguresError, NewFigure, Reading, Recording, Selection, Value, figures, readings,
    record,
};
use yanzhi_kernel::{
    Code, Direction, Frequency, Id, IndicatorClass, ObservationStatus, PeriodKind, Scope, Text,
    Timestamp, UnitKind,
};
use yanzhi_organisations::{NewStrategy, NewUnit, Strategy};
use yanzhi_storage::{ReadTx, Schema, WriteTx};
use yanzhi_testkit::{TestDatabase, each_database};

const SCHEMA: Schema = Schema::new(|| {
    let mut all = yanzhi_organisations::migrations::all();
    all.extend(yanzhi_catalogue::migrations::all());
    all.extend(yanzhi_figures::migrations::all());
    all
});

fn code(text: &str) -> Code {
    text.parse().unwrap()
}

#[expect(clippy::disallowed_methods, reason = "a test acts as the operator")]
fn operator() -> Scope {
    Scope::operator()
}

/// A strategy with one unit and one indicator, and the cell between them.
async fn cell(database: &TestDatabase, tx: &WriteTx) -> (Id<Strategy>, Cell) {
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
    let unit = NewUnit {
        code: code("U"),
        parent: None,
        name: name.clone(),
        short_name: name.clone(),
        kind: UnitKind::District,
        group: None,
        gb2260: None,
        tile: None,
        note: None,
    };
    let units = yanzhi_organisations::Import {
        strategy,
        groups: vec![],
        units: vec![unit],
    };
    let (ids, now) = (database.ids(), database.now());
    let (strategy, units) = yanzhi_organisations::import(tx, ids, now, &units)
        .await
        .unwrap();
    let catalogue = catalogue(&name);
    let known = yanzhi_catalogue::import(tx, ids, now, strategy, &catalogue)
        .await
        .unwrap();
    let cell = Cell {
        indicator: known.indicators[&code("I")],
        unit: units[&code("U")],
        caliber: code("ALL"),
        period: "2023".parse().unwrap(),
    };
    (strategy, cell)
}

fn catalogue(name: &Text) -> yanzhi_catalogue::Import {
    let indicator = IndicatorDetails {
        code: code("I"),
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
    };
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
        indicators: vec![indicator],
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

fn figure(cell: &Cell, text: &str) -> NewFigure {
    NewFigure {
        cell: cell.clone(),
        value: Value::new(text.parse().unwrap(), text).unwrap(),
        status: ObservationStatus::Final,
        source: None,
        is_synthetic: false,
        note: None,
    }
}

async fn say(database: &TestDatabase, tx: &WriteTx, strategy: Id<Strategy>, figure: NewFigure) {
    let recording = Recording {
        now: database.now(),
        reason: Some("test"),
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

/// The text that counts for somebody at a moment.
async fn known(
    tx: &ReadTx,
    scope: &Scope,
    strategy: Id<Strategy>,
    as_of: Option<Timestamp>,
) -> Option<String> {
    let selection = Selection {
        as_of,
        ..Selection::default()
    };
    let found = figures(tx, scope, strategy, &selection).await.unwrap();
    assert!(found.len() <= 1);
    if let Some(as_of) = as_of {
        assert_readings_say_the_same(tx, scope, strategy, as_of, &found).await;
    }
    found
        .first()
        .map(|figure| figure.said.value.text().to_owned())
}

/// A computation reads the same numbers, in the same versions.
async fn assert_readings_say_the_same(
    tx: &ReadTx,
    scope: &Scope,
    strategy: Id<Strategy>,
    as_of: Timestamp,
    figures: &[Figure],
) {
    let read = readings(tx, scope, strategy, &code("ALL"), as_of).await;
    let said = figures.iter().map(|figure| Reading {
        indicator: figure.said.cell.indicator,
        unit: figure.said.cell.unit,
        period: figure.said.cell.period,
        number: figure.said.value.number(),
        is_synthetic: figure.said.is_synthetic,
    });
    assert_eq!(read.unwrap(), said.collect::<Vec<_>>());
    let none = readings(tx, scope, strategy, &code("OTHER"), as_of).await;
    assert_eq!(none.unwrap(), []);
}

#[tokio::test]
async fn what_was_known_then_stays_known() {
    each_database(&SCHEMA, async |database| {
        let tx = database.write().await;
        let (strategy, cell) = cell(database, &tx).await;
        let before = Timestamp::from_micros(database.now().as_micros() - 1);
        let first = database.now();
        say(database, &tx, strategy, figure(&cell, "2.40")).await;
        database.clock.advance_micros(10);
        say(database, &tx, strategy, figure(&cell, "2.41")).await;
        let everything = operator();
        assert_eq!(
            known(&tx, &everything, strategy, None).await.as_deref(),
            Some("2.41")
        );
        assert_eq!(
            known(&tx, &everything, strategy, Some(first))
                .await
                .as_deref(),
            Some("2.40")
        );
        assert_eq!(known(&tx, &everything, strategy, before).await, None);
    })
    .await;
}

#[tokio::test]
async fn an_embargoed_version_is_not_there_for_the_public() {
    each_database(&SCHEMA, async |database| {
        let tx = database.write().await;
        let (strategy, cell) = cell(database, &tx).await;
        say(database, &tx, strategy, figure(&cell, "2.40")).await;
        database.clock.advance_micros(10);
        say(database, &tx, strategy, figure(&cell, "2.41")).await;
        let until = database.now().as_micros() + 100;
        let embargo = Statement::from_sql_and_values(
            tx.connection().get_database_backend(),
            "UPDATE figures_version SET embargo_until = $1 WHERE value_text = '2.41'",
            [until.into()],
        );
        assert_eq!(
            tx.connection()
                .execute_raw(embargo)
                .await
                .unwrap()
                .rows_affected(),
            1
        );
        let (public, now) = (Scope::public(database.now()), Some(database.now()));
        assert_eq!(
            known(&tx, &public, strategy, now).await.as_deref(),
            Some("2.40")
        );
        assert_eq!(
            known(&tx, &operator(), strategy, now).await.as_deref(),
            Some("2.41")
        );
        let later = Scope::public(Timestamp::from_micros(until).unwrap());
        assert_eq!(
            known(&tx, &later, strategy, None).await.as_deref(),
            Some("2.41")
        );
    })
    .await;
}

#[tokio::test]
async fn a_correction_without_a_reason_is_refused() {
    each_database(&SCHEMA, async |database| {
        let tx = database.write().await;
        let (strategy, cell) = cell(database, &tx).await;
        say(database, &tx, strategy, figure(&cell, "2.40")).await;
        database.clock.advance_micros(10);
        let recording = Recording {
            now: database.now(),
            reason: None,
        };
        let corrected = vec![figure(&cell, "2.41")];
        let refused = record(
            &tx,
            &operator(),
            database.ids(),
            strategy,
            recording,
            corrected,
        )
        .await
        .unwrap_err();
        assert!(
            matches!(refused, FiguresError::ReasonMissing { corrected: 1 }),
            "{refused}"
        );
        assert_eq!(
            known(&tx, &operator(), strategy, None).await.as_deref(),
            Some("2.40")
        );
    })
    .await;
}
