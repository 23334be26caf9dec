//! Derived figures: computed with what they rest on, withheld with it, and never reported.

use std::collections::{BTreeMap, BTreeSet};

use yanzhi_catalogue::{Derivations, IndicatorDetails};
use yanzhi_figures::{
    Absence, Cell, Content, Figure, FiguresError, NewFigure, Provenance, Recording, Selection,
    Value, derivations_of, derive_again, figures, history, record,
};
use yanzhi_kernel::{Id, MissingReason, ObservationStatus, Scope, Text, Timestamp};
use yanzhi_organisations::Strategy;
use yanzhi_storage::WriteTx;
use yanzhi_testkit::{TestDatabase, each_database};

use crate::support::{SCHEMA, catalogue, code, figure, indicator, operator, say, two_units};

/// I and J, and what is computed from them: RATIO = I ÷ J, and its GROWTH.
struct City {
    strategy: Id<Strategy>,
    cells: BTreeMap<String, Cell>,
}

impl City {
    async fn new(database: &TestDatabase, tx: &WriteTx) -> Self {
        let (strategy, cell, _) = two_units(database, tx).await;
        let counted_in = |text: &str, measure_unit: &str| IndicatorDetails {
            measure_unit: Text::same(measure_unit),
            ..indicator(text)
        };
        let indicators = vec![
            indicator("I"),
            indicator("J"),
            counted_in("RATIO", ""),
            counted_in("GROWTH", "%"),
        ];
        let (ids, now) = (database.ids(), database.now());
        let known = yanzhi_catalogue::import(tx, ids, now, strategy, &catalogue(indicators))
            .await
            .unwrap();
        let cells = known.indicators.into_iter().map(|(code, indicator)| {
            let cell = Cell {
                indicator,
                ..cell.clone()
            };
            (code.to_string(), cell)
        });
        let city = Self {
            strategy,
            cells: cells.collect(),
        };
        city.compute(tx, "I / J").await;
        city
    }

    /// Makes RATIO computed by an expression; gives what has to be computed again.
    async fn compute(&self, tx: &WriteTx, ratio: &str) -> BTreeSet<yanzhi_kernel::Code> {
        let expressions = [("RATIO", ratio), ("GROWTH", "growth(RATIO, 1y)")];
        let expressions = expressions.map(|(it, text)| (code(it), text.to_owned()));
        let derivations = Derivations {
            expressions: expressions.into(),
            checks: Vec::new(),
        };
        yanzhi_catalogue::import_derivations(tx, self.strategy, &derivations)
            .await
            .unwrap()
    }

    fn cell(&self, indicator: &str, period: &str) -> Cell {
        Cell {
            period: period.parse().unwrap(),
            ..self.cells[indicator].clone()
        }
    }

    async fn say(&self, database: &TestDatabase, tx: &WriteTx, at: (&str, &str), value: &str) {
        let new = figure(&self.cell(at.0, at.1), value);
        say(database, tx, self.strategy, new).await;
    }

    async fn seen(
        &self,
        tx: &WriteTx,
        scope: &Scope,
        at: (&str, &str),
        as_of: Option<Timestamp>,
    ) -> Option<Figure> {
        let selection = Selection {
            as_of,
            ..Selection::default()
        };
        let all = figures(tx, scope, self.strategy, &selection).await.unwrap();
        let cell = self.cell(at.0, at.1);
        all.into_iter().find(|it| it.said.cell == cell)
    }

    async fn value(&self, tx: &WriteTx, at: (&str, &str)) -> Option<f64> {
        let seen = self.seen(tx, &operator(), at, None).await?;
        seen.value().map(Value::number)
    }
}

#[tokio::test]
async fn they_follow_what_they_rest_on_and_remember_it() {
    each_database(&SCHEMA, async |database| {
        let tx = database.write().await;
        let city = City::new(database, &tx).await;
        for (at, value) in [
            (("I", "2022"), "10"),
            (("J", "2022"), "5"),
            (("I", "2023"), "30"),
        ] {
            city.say(database, &tx, at, value).await;
        }
        assert_eq!(city.value(&tx, ("RATIO", "2022")).await, Some(2.0));
        assert_eq!(city.value(&tx, ("RATIO", "2023")).await, None);
        assert!(
            city.seen(&tx, &operator(), ("RATIO", "2023"), None)
                .await
                .is_none()
        );
        city.say(database, &tx, ("J", "2023"), "10").await;
        assert_eq!(city.value(&tx, ("RATIO", "2023")).await, Some(3.0));
        assert_eq!(city.value(&tx, ("GROWTH", "2023")).await, Some(50.0));
        let before = database.now();
        let recording = Recording {
            reason: Some("test"),
            ..Recording::new(
                Timestamp::from_micros(before.as_micros() + 1).unwrap(),
                Provenance::Import,
            )
        };
        let corrected = vec![figure(&city.cell("J", "2022"), "4")];
        record(
            &tx,
            &operator(),
            database.ids(),
            city.strategy,
            recording,
            corrected,
        )
        .await
        .unwrap();
        assert_eq!(city.value(&tx, ("RATIO", "2022")).await, Some(2.5));
        assert_eq!(city.value(&tx, ("GROWTH", "2023")).await, Some(20.0));
        let then = city
            .seen(&tx, &operator(), ("GROWTH", "2023"), Some(before))
            .await;
        assert_eq!(then.unwrap().value().map(Value::text), Some("50.0"));

        tx.commit().await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn they_remember_what_they_came_from() {
    each_database(&SCHEMA, async |database| {
        let tx = database.write().await;
        let city = City::new(database, &tx).await;
        for (at, value) in [("I", "10"), ("J", "5"), ("J", "4")] {
            city.say(database, &tx, (at, "2022"), value).await;
        }
        let cell = city.cell("RATIO", "2022");
        let versions = history(&tx, &operator(), city.strategy, &cell, None)
            .await
            .unwrap();
        assert_eq!(versions.len(), 2);
        assert!(
            versions
                .iter()
                .all(|it| it.provenance == Provenance::Derived)
        );
        assert!(
            versions[1]
                .said
                .reason
                .as_deref()
                .unwrap()
                .contains("重新计算")
        );
        let derived = derivations_of(&tx, &operator(), city.strategy, &versions)
            .await
            .unwrap();
        let from: Vec<Vec<&str>> = versions
            .iter()
            .map(|it| {
                let derivation = &derived[&it.id];
                assert_eq!(derivation.expression, "I / J");
                let mut texts: Vec<&str> = derivation
                    .inputs
                    .iter()
                    .map(|it| it.value().unwrap().text())
                    .collect();
                texts.sort_unstable();
                texts
            })
            .collect();
        assert_eq!(from, [["10", "5"], ["10", "4"]]);
        tx.commit().await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn they_are_withheld_until_the_last_of_their_inputs_is_released() {
    each_database(&SCHEMA, async |database| {
        let tx = database.write().await;
        let city = City::new(database, &tx).await;
        let release = Timestamp::from_micros(database.now().as_micros() + 1_000_000).unwrap();
        let withheld = NewFigure {
            embargo_until: Some(release),
            status: ObservationStatus::Flash,
            ..figure(&city.cell("I", "2023"), "8")
        };
        say(database, &tx, city.strategy, withheld).await;
        city.say(database, &tx, ("J", "2023"), "4").await;
        let at = ("RATIO", "2023");
        let seen = city.seen(&tx, &operator(), at, None).await.unwrap();
        assert_eq!(seen.said.embargo_until, Some(release));
        assert_eq!(seen.said.status, ObservationStatus::Flash);
        let public = Scope::public(database.now());
        assert!(city.seen(&tx, &public, at, None).await.is_none());
        let later = Scope::public(release);
        assert!(city.seen(&tx, &later, at, None).await.is_some());
        tx.commit().await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn they_are_never_reported() {
    each_database(&SCHEMA, async |database| {
        let tx = database.write().await;
        let city = City::new(database, &tx).await;
        let offered = vec![
            figure(&city.cell("I", "2023"), "8"),
            figure(&city.cell("RATIO", "2023"), "2"),
        ];
        let recording = Recording::new(database.now(), Provenance::Import);
        let refused = record(
            &tx,
            &operator(),
            database.ids(),
            city.strategy,
            recording,
            offered,
        )
        .await;
        assert!(matches!(refused, Err(FiguresError::Derived(it)) if it == code("RATIO")));
        assert!(
            city.seen(&tx, &operator(), ("I", "2023"), None)
                .await
                .is_none()
        );
        tx.commit().await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn a_value_that_is_lost_says_why() {
    each_database(&SCHEMA, async |database| {
        let tx = database.write().await;
        let city = City::new(database, &tx).await;
        city.say(database, &tx, ("I", "2023"), "8").await;
        city.say(database, &tx, ("J", "2023"), "4").await;
        let absence = Absence {
            reason: MissingReason::Confidential,
            note: None,
        };
        let gone = NewFigure::new(city.cell("J", "2023"), Content::Missing(absence));
        say(database, &tx, city.strategy, gone).await;
        let seen = city
            .seen(&tx, &operator(), ("RATIO", "2023"), None)
            .await
            .unwrap();
        let absence = seen.said.content.absence().unwrap();
        assert_eq!(absence.reason, MissingReason::NotYetAvailable);
        assert!(absence.note.as_deref().unwrap().contains("J of U for 2023"));
        city.say(database, &tx, ("J", "2023"), "0").await;
        let seen = city
            .seen(&tx, &operator(), ("RATIO", "2023"), None)
            .await
            .unwrap();
        assert_eq!(
            seen.said.content.absence().unwrap().reason,
            MissingReason::NotApplicable
        );
        tx.commit().await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn another_expression_computes_them_again_and_the_same_does_not() {
    each_database(&SCHEMA, async |database| {
        let tx = database.write().await;
        let city = City::new(database, &tx).await;
        for (at, value) in [
            (("I", "2022"), "10"),
            (("J", "2022"), "5"),
            (("I", "2023"), "30"),
            (("J", "2023"), "10"),
        ] {
            city.say(database, &tx, at, value).await;
        }
        assert!(city.compute(&tx, "I / J").await.is_empty());
        let changed = city.compute(&tx, "2 * I / J - 1").await;
        assert_eq!(changed, BTreeSet::from([code("RATIO")]));
        let recording = Recording::new(database.now(), Provenance::Import);
        let (scope, ids) = (operator(), database.ids());
        for _ in 0..2 {
            derive_again(&tx, &scope, ids, city.strategy, recording, &changed)
                .await
                .unwrap();
            assert_eq!(city.value(&tx, ("RATIO", "2022")).await, Some(3.0));
            assert_eq!(city.value(&tx, ("RATIO", "2023")).await, Some(5.0));
        }
        let growth = city.cell("GROWTH", "2023");
        let versions = history(&tx, &scope, city.strategy, &growth, None)
            .await
            .unwrap();
        let texts: Vec<&str> = versions
            .iter()
            .map(|it| it.value().unwrap().text())
            .collect();
        assert_eq!(texts, ["50.0", "66.7"]);
        tx.commit().await.unwrap();
    })
    .await;
}
