//! Deciding.

use std::collections::{BTreeMap, BTreeSet};

use yanzhi_collection::{
    Approved, CollectionError, Levels, OneHand, Remark, Standing, SubmissionState, Verdict, close,
    endorse, history, recomputations, reopen,
};
use yanzhi_figures::{Provenance, Selection};
use yanzhi_kernel::ObservationStatus;
use yanzhi_testkit::each_database;

use crate::support::{
    ANALYST, CITY_REVIEWER, REPORTER, REVIEWER, ROUND, S, SCHEMA, SECOND_REVIEWER, Who, World,
    approve_all, at, code, operator,
};

fn remark(text: &str) -> Remark {
    Remark::new(text).unwrap()
}

fn return_cell(cell: i64) -> Verdict {
    Verdict {
        returned: BTreeMap::from([(cell, remark("请核对"))]),
        ..approve_all()
    }
}

#[tokio::test]
async fn what_is_approved_is_a_figure_and_what_is_returned_is_filled_in_again() {
    each_database(&SCHEMA, async |database| {
        let world = World::with_round(database, Levels::One).await;
        world.hand_in().await;
        let taken = world
            .decide(REVIEWER, at(world.version().await), return_cell(3))
            .await
            .unwrap();
        assert_eq!(taken.to, SubmissionState::Returned);
        assert_eq!(
            (taken.decided.approved, taken.decided.returned),
            (vec![1], vec![3])
        );
        let tx = database.read().await;
        let strategy = world.grid(ANALYST).await.unwrap().asked.strategy.id;
        let figures = yanzhi_figures::figures(&tx, &operator(), strategy, &Selection::default())
            .await
            .unwrap();
        assert_eq!(figures.len(), 1);
        assert_eq!(figures[0].value().unwrap().text(), "2.5");
        assert!(matches!(figures[0].provenance, Provenance::Submission(_)));
        assert_eq!(
            figures[0].approved_by.as_deref(),
            Some(world.scope(REVIEWER).actor().to_string().as_str())
        );
        assert_eq!(
            figures[0].recorded_by,
            world.scope(REPORTER).actor().to_string()
        );
        assert_eq!(recomputations(&tx).await.unwrap().len(), 1);
        drop(tx);
        // The approved cell is locked, the returned one is not.
        let saved = world
            .type_in(REPORTER, &[(1, 1, "9"), (3, 1, "81")])
            .await
            .unwrap();
        assert!(matches!(saved[0], yanzhi_collection::CellSaved::Fault(..)));
        assert!(matches!(saved[1], yanzhi_collection::CellSaved::Saved(_)));
        world
            .submit(REPORTER, at(world.version().await))
            .await
            .unwrap();
        let done = world
            .decide(REVIEWER, at(world.version().await), approve_all())
            .await
            .unwrap();
        assert_eq!(
            (done.to, done.decided.approved),
            (SubmissionState::Approved, vec![3])
        );
        let grid = world.grid(REPORTER).await.unwrap();
        assert!(
            grid.cells
                .iter()
                .all(|it| it.entry.standing == Standing::Approved)
        );
        assert_eq!(grid.cells[1].comments, 1);
    })
    .await;
}

#[tokio::test]
async fn nobody_decides_what_went_through_their_hands() {
    each_database(&SCHEMA, async |database| {
        let world = World::with_round(database, Levels::One).await;
        world.hand_in().await;
        // The same person with the other role.
        let same: Who = (REPORTER.0, REVIEWER.1, REVIEWER.2);
        let refused = world
            .decide(same, at(world.version().await), approve_all())
            .await;
        assert!(matches!(
            refused,
            Err(CollectionError::OneHand(OneHand::Reported))
        ));
        let may = world.grid(same).await.unwrap().may;
        assert_eq!(
            (may.approve, may.one_hand),
            (false, Some(OneHand::Reported))
        );
        let refused = world
            .decide(REPORTER, at(world.version().await), approve_all())
            .await;
        assert!(matches!(refused, Err(CollectionError::Refused(_))));
        assert!(
            world
                .decide(REVIEWER, at(world.version().await), approve_all())
                .await
                .is_ok()
        );
    })
    .await;
}

#[tokio::test]
async fn of_two_reviews_the_second_is_by_somebody_else_of_those_who_ask() {
    each_database(&SCHEMA, async |database| {
        let world = World::with_round(database, Levels::Two).await;
        world.hand_in().await;
        let early = world
            .decide(CITY_REVIEWER, at(world.version().await), approve_all())
            .await;
        assert!(matches!(early, Err(CollectionError::EndorsementFirst)));
        let tx = database.write().await;
        let scope = world.scope(CITY_REVIEWER);
        let codes = (&code(S), &code(ROUND), &code("A"));
        let request = at(world.version().await);
        endorse(&tx, world.doing(&scope), codes, request, None)
            .await
            .unwrap();
        tx.commit().await.unwrap();
        let version = world.version().await;
        let twice = world
            .decide(CITY_REVIEWER, at(version), approve_all())
            .await;
        assert!(matches!(
            twice,
            Err(CollectionError::OneHand(OneHand::Endorsed))
        ));
        // A district's reviewer does not decide for those who ask.
        let below = world
            .decide(SECOND_REVIEWER, at(version), approve_all())
            .await;
        assert!(matches!(below, Err(CollectionError::Refused(_))));
        let other: Who = (55, CITY_REVIEWER.1, CITY_REVIEWER.2);
        let done = world
            .decide(other, at(version), approve_all())
            .await
            .unwrap();
        assert_eq!(done.to, SubmissionState::Approved);
    })
    .await;
}

#[tokio::test]
async fn a_decision_leaves_no_waiting_cell_open() {
    each_database(&SCHEMA, async |database| {
        let world = World::with_round(database, Levels::One).await;
        world.hand_in().await;
        let half = Verdict {
            approved: Some(Approved::Cells(BTreeSet::from([1]))),
            ..Verdict::default()
        };
        let refused = world
            .decide(REVIEWER, at(world.version().await), half)
            .await;
        assert!(matches!(refused, Err(CollectionError::Decision(_))));
        let tx = database.read().await;
        assert!(recomputations(&tx).await.unwrap().is_empty());
    })
    .await;
}

#[tokio::test]
async fn a_correction_is_another_version_with_its_reason() {
    each_database(&SCHEMA, async |database| {
        let world = World::with_round(database, Levels::One).await;
        world.hand_in().await;
        world
            .decide(REVIEWER, at(world.version().await), approve_all())
            .await
            .unwrap();
        let tx = database.write().await;
        let scope = world.scope(REVIEWER);
        let codes = (&code(S), &code(ROUND), &code("A"));
        let (request, cells) = (at(world.version().await), BTreeSet::from([1]));
        let why = remark("经济普查");
        reopen(&tx, world.doing(&scope), codes, request, (&cells, &why))
            .await
            .unwrap();
        tx.commit().await.unwrap();
        database.clock.advance_micros(1_000_000);
        world.type_in(REPORTER, &[(1, 1, "2.6")]).await.unwrap();
        world
            .submit(REPORTER, at(world.version().await))
            .await
            .unwrap();
        world
            .decide(REVIEWER, at(world.version().await), approve_all())
            .await
            .unwrap();
        let tx = database.read().await;
        let strategy = world.grid(ANALYST).await.unwrap().asked.strategy.id;
        let figures = yanzhi_figures::figures(&tx, &operator(), strategy, &Selection::default())
            .await
            .unwrap();
        let revised = figures.iter().find(|it| it.sequence == 2).unwrap();
        assert_eq!(revised.value().unwrap().text(), "2.6");
        assert_eq!(revised.said.status, ObservationStatus::Revised);
        assert_eq!(revised.said.reason.as_deref(), Some("annual (A): 经济普查"));
        let steps = history(&tx, &scope, codes).await.unwrap().transitions;
        let words: Vec<_> = steps.iter().map(|it| it.step.as_str()).collect();
        assert_eq!(
            words,
            ["open", "submit", "approve", "reopen", "submit", "approve"]
        );
    })
    .await;
}

#[tokio::test]
async fn a_closed_round_is_approved_and_not_returned() {
    each_database(&SCHEMA, async |database| {
        let world = World::with_round(database, Levels::One).await;
        world.hand_in().await;
        let tx = database.write().await;
        let scope = world.scope(ANALYST);
        close(&tx, world.doing(&scope), ((&code(S), &code(ROUND)), 2))
            .await
            .unwrap();
        tx.commit().await.unwrap();
        let returned = world
            .decide(REVIEWER, at(world.version().await), return_cell(1))
            .await;
        assert!(matches!(returned, Err(CollectionError::RoundIs(_))));
        assert!(
            world
                .decide(REVIEWER, at(world.version().await), approve_all())
                .await
                .is_ok()
        );
    })
    .await;
}
