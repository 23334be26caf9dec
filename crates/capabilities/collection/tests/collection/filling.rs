//! Filling in and handing in.

use std::time::Duration;

use yanzhi_collection::{CellSaved, CollectionError, Levels, Request, SubmissionState};
use yanzhi_testkit::each_database;

use crate::support::{
    ANALYST, COLLEAGUE, NEIGHBOUR, REPORTER, REVIEWER, SCHEMA, World, approve_all, at,
};

#[tokio::test]
async fn what_is_typed_is_kept_once_and_nobody_overwrites_another_unseen() {
    each_database(&SCHEMA, async |database| {
        let world = World::with_round(database, Levels::One).await;
        let before = world.version().await;
        let saved = world
            .type_in(REPORTER, &[(1, 0, "2.5"), (3, 0, "约八十")])
            .await
            .unwrap();
        assert!(
            saved
                .iter()
                .all(|it| matches!(it, CellSaved::Saved(entry) if entry.version == 1))
        );
        // The same again, whatever was seen: nothing changes.
        let again = world.type_in(REPORTER, &[(1, 0, "2.5")]).await.unwrap();
        assert!(matches!(&again[0], CellSaved::Saved(entry) if entry.version == 1));
        assert_eq!(world.version().await, before + 1);
        let theirs = world.type_in(COLLEAGUE, &[(1, 0, "3")]).await.unwrap();
        assert!(matches!(&theirs[0], CellSaved::Conflict(entry) if entry.content.text == "2.5"));
        let corrected = world
            .type_in(COLLEAGUE, &[(1, 1, "3"), (99, 0, "1")])
            .await
            .unwrap();
        assert!(matches!(&corrected[0], CellSaved::Saved(entry) if entry.version == 2));
        assert!(matches!(&corrected[1], CellSaved::Fault(_, None)));
        // Cell 2 is B's: it is not there for A.
        let strange = world.type_in(REPORTER, &[(2, 0, "1")]).await.unwrap();
        assert!(matches!(&strange[0], CellSaved::Fault(_, None)));
    })
    .await;
}

#[tokio::test]
async fn another_districts_grid_is_not_there() {
    each_database(&SCHEMA, async |database| {
        let world = World::with_round(database, Levels::One).await;
        for refused in [
            world.grid(NEIGHBOUR).await.map(|_| ()),
            world.type_in(NEIGHBOUR, &[(1, 0, "1")]).await.map(|_| ()),
            world.submit(NEIGHBOUR, at(1)).await.map(|_| ()),
        ] {
            assert!(
                matches!(refused, Err(CollectionError::UnknownSubmission { .. })),
                "{refused:?}"
            );
        }
        let refused = world.type_in(ANALYST, &[(1, 0, "1")]).await;
        assert!(matches!(refused, Err(CollectionError::Refused(_))));
    })
    .await;
}

#[tokio::test]
async fn errors_keep_a_submission_from_being_handed_in() {
    each_database(&SCHEMA, async |database| {
        let world = World::with_round(database, Levels::One).await;
        world.type_in(REPORTER, &[(1, 0, "二")]).await.unwrap();
        let blocked = world.submit(REPORTER, at(world.version().await)).await;
        let Err(CollectionError::Blocked(findings)) = blocked else {
            panic!("{blocked:?}");
        };
        let found: Vec<_> = findings
            .iter()
            .map(|it| (it.cell, it.code.as_str()))
            .collect();
        assert_eq!(found, [(1, "number-format"), (3, "required")]);
    })
    .await;
}

#[tokio::test]
async fn a_key_makes_a_request_happen_once() {
    each_database(&SCHEMA, async |database| {
        let world = World::with_round(database, Levels::One).await;
        world
            .type_in(REPORTER, &[(1, 0, "2.5"), (3, 0, "80")])
            .await
            .unwrap();
        let request = Request {
            version: world.version().await,
            key: Some("k-1".into()),
        };
        let first = world.submit(REPORTER, request.clone()).await.unwrap();
        let second = world.submit(REPORTER, request.clone()).await.unwrap();
        assert_eq!(first, second);
        let other = world.submit(COLLEAGUE, request.clone()).await;
        assert!(matches!(other, Err(CollectionError::RequestReused)));
        let decided = world.decide(REVIEWER, request, approve_all()).await;
        assert!(matches!(decided, Err(CollectionError::RequestReused)));
        let stale = world.submit(REPORTER, at(1)).await;
        assert!(matches!(stale, Err(CollectionError::Stale)));
    })
    .await;
}

#[tokio::test]
async fn after_the_deadline_it_is_taken_and_marked_late() {
    each_database(&SCHEMA, async |database| {
        let world = World::with_round(database, Levels::One).await;
        world.type_in(REPORTER, &[(1, 0, "2.5")]).await.unwrap();
        let month = i64::try_from(Duration::from_hours(24 * 40).as_micros()).unwrap();
        database.clock.advance_micros(month);
        // The deadline passed while typing: what is typed is kept all the same.
        world.type_in(REPORTER, &[(3, 0, "80")]).await.unwrap();
        let taken = world
            .submit(REPORTER, at(world.version().await))
            .await
            .unwrap();
        assert!(taken.is_late);
        let grid = world.grid(REPORTER).await.unwrap();
        assert!(grid.asked.submission.is_late && grid.is_overdue);
        assert_eq!(grid.asked.submission.state, SubmissionState::Submitted);
        let locked = world.type_in(REPORTER, &[(1, 1, "9")]).await;
        assert!(matches!(
            locked,
            Err(CollectionError::SubmissionIs(SubmissionState::Submitted))
        ));
    })
    .await;
}
