//! Figures are only added; what counts depends on the moment asked for and on who asks.

use crate::support::{SCHEMA, cell, code, figure, operator, say};
use sea_orm::ConnectionTrait as _;
use yanzhi_figures::{
    Absence, Content, Count, Figure, FiguresError, NewFigure, Provenance, Reading, Recording,
    Selection, count_by_indicator, figures, readings, record,
};
use yanzhi_kernel::{Id, MissingReason, Scope, Timestamp};
use yanzhi_organisations::Strategy;
use yanzhi_storage::ReadTx;
use yanzhi_testkit::each_database;

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
        .map(|figure| figure.value().unwrap().text().to_owned())
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
        number: figure.value().unwrap().number(),
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
        let until = database.now().as_micros() + 100;
        let embargoed = NewFigure {
            embargo_until: Timestamp::from_micros(until),
            ..figure(&cell, "2.41")
        };
        say(database, &tx, strategy, embargoed).await;
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
        let recording = Recording::new(database.now(), Provenance::Import);
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

#[tokio::test]
async fn missing_is_a_version_with_its_reason_and_no_reading() {
    each_database(&SCHEMA, async |database| {
        let tx = database.write().await;
        let (strategy, cell) = cell(database, &tx).await;
        say(database, &tx, strategy, figure(&cell, "2.40")).await;
        database.clock.advance_micros(10);
        let absence = Absence {
            reason: MissingReason::Confidential,
            note: Some("two firms".into()),
        };
        let missing = NewFigure {
            explanation: Some("the third firm has moved".into()),
            ..NewFigure::new(cell.clone(), Content::Missing(absence))
        };
        say(database, &tx, strategy, missing.clone()).await;
        let all = figures(&tx, &operator(), strategy, &Selection::default()).await;
        let said: Vec<NewFigure> = all.unwrap().into_iter().map(|it| it.said).collect();
        let reason = Some("test".to_owned());
        assert_eq!(said, [NewFigure { reason, ..missing }]);
        let now = database.now();
        let read = readings(&tx, &operator(), strategy, &code("ALL"), now).await;
        assert_eq!(read.unwrap(), []);
        let counts = count_by_indicator(&tx, &operator(), strategy, now).await;
        let one_missing = Count {
            missing: 1,
            ..Count::default()
        };
        assert_eq!(counts.unwrap()[&cell.indicator], one_missing);
    })
    .await;
}

#[tokio::test]
async fn two_versions_of_one_moment_are_numbered_and_the_second_counts() {
    each_database(&SCHEMA, async |database| {
        let tx = database.write().await;
        let (strategy, cell) = cell(database, &tx).await;
        for text in ["1", "2", "3"] {
            say(database, &tx, strategy, figure(&cell, text)).await;
        }
        let now = Some(database.now());
        let last = known(&tx, &operator(), strategy, now).await;
        assert_eq!(last.as_deref(), Some("3"));
    })
    .await;
}

#[tokio::test]
async fn recordings_of_one_cell_at_once_all_become_versions() {
    each_database(&SCHEMA, async |database| {
        let tx = database.write().await;
        let (strategy, cell) = cell(database, &tx).await;
        tx.commit().await.unwrap();
        let recorders = (0..8).map(|number| {
            let offered = figure(&cell, &number.to_string());
            async move {
                let tx = database.write().await;
                say(database, &tx, strategy, offered).await;
                tx.commit().await.unwrap();
            }
        });
        futures_util::future::join_all(recorders).await;
        let tx = database.read().await;
        let all = figures(&tx, &operator(), strategy, &Selection::default()).await;
        let sequences: Vec<u32> = all.unwrap().iter().map(|it| it.sequence).collect();
        assert_eq!(sequences, [8]);
    })
    .await;
}

#[tokio::test]
async fn what_was_recorded_is_audited_and_what_was_not_is_not() {
    each_database(&SCHEMA, async |database| {
        let tx = database.write().await;
        let (strategy, cell) = cell(database, &tx).await;
        for text in ["1", "1", "2"] {
            say(database, &tx, strategy, figure(&cell, text)).await;
        }
        let log = yanzhi_audit::entries(&tx).await.unwrap();
        let actions: Vec<&str> = log.iter().map(|entry| entry.action.as_str()).collect();
        assert_eq!(actions, ["figure.record", "figure.record"]);
        assert_ne!(log[0].after, log[1].after);
    })
    .await;
}

#[tokio::test]
async fn no_version_can_be_changed_or_removed() {
    each_database(&SCHEMA, async |database| {
        let tx = database.write().await;
        let (strategy, cell) = cell(database, &tx).await;
        say(database, &tx, strategy, figure(&cell, "1")).await;
        tx.commit().await.unwrap();
        for statement in [
            "UPDATE figures_version SET value = 2",
            "DELETE FROM figures_version",
            "UPDATE audit_entry SET actor = 'public'",
            "DELETE FROM audit_entry",
        ] {
            let tx = database.write().await;
            let refusal = tx.connection().execute_unprepared(statement).await;
            let refusal = refusal.unwrap_err().to_string();
            assert!(refusal.contains("append-only"), "{statement}: {refusal}");
        }
    })
    .await;
}
