//! Designing, opening and closing rounds.

use yanzhi_collection::{
    CollectionError, Item, Levels, ReportedBy, RoundChange, RoundState, Step, SubmissionState,
    change, close, design, extend, next, open, progress, rounds, workbench,
};
use yanzhi_collection::{Remark, Reminder, Title};
use yanzhi_kernel::Text;
use yanzhi_testkit::each_database;

use crate::support::{
    ANALYST, NEIGHBOUR, REPORTER, REVIEWER, ROUND, S, SCHEMA, World, approve_all, at, code,
    created, operator, round,
};

#[tokio::test]
async fn a_round_is_designed_opened_and_closed() {
    each_database(&SCHEMA, async |database| {
        let world = World::new(database).await;
        let tx = database.write().await;
        let scope = world.scope(ANALYST);
        let doing = world.doing(&scope);
        created(&world, &tx, round(ROUND, &["2025"])).await.unwrap();
        let taken = created(&world, &tx, round(ROUND, &["2025"])).await;
        assert!(matches!(taken, Err(CollectionError::CodeTaken(_))));
        let (s, r) = (code(S), code(ROUND));
        let drawn = design(&tx, &scope, (&s, &r)).await.unwrap();
        assert_eq!((drawn.cells, drawn.asked.len()), (4, 2));
        assert!(drawn.unanswered.is_empty() && drawn.repeats.is_empty());
        assert_eq!(drawn.burden[0].of_this_round, 2);
        // A district does not see a draft.
        let seen = rounds(&tx, &world.scope(REPORTER), &s).await.unwrap();
        assert!(seen.is_empty());
        let opened = open(&tx, doing, ((&s, &r), 1), None).await.unwrap();
        assert_eq!(opened.round.state, RoundState::Open);
        let seen = rounds(&tx, &world.scope(REPORTER), &s).await.unwrap();
        assert_eq!(seen.len(), 1);
        let units = RoundChange {
            units: Some(vec![code("A")]),
            ..RoundChange::default()
        };
        let fixed = change(&tx, doing, ((&s, &r), 2), units).await;
        assert!(matches!(
            fixed,
            Err(CollectionError::RoundIs(RoundState::Open))
        ));
        let stale = close(&tx, doing, ((&s, &r), 1)).await;
        assert!(matches!(stale, Err(CollectionError::Stale)));
        let closed = close(&tx, doing, ((&s, &r), 2)).await.unwrap();
        assert_eq!(closed.round.closed_at, Some(database.now()));
        let again = open(&tx, doing, ((&s, &r), 3), None).await.unwrap();
        assert_eq!(again.round.state, RoundState::Open);
    })
    .await;
}

#[tokio::test]
async fn what_is_asked_twice_needs_a_reason() {
    each_database(&SCHEMA, async |database| {
        let world = World::with_round(database, Levels::One).await;
        world.hand_in().await;
        world
            .decide(REVIEWER, at(world.version().await), approve_all())
            .await
            .unwrap();
        let tx = database.write().await;
        let scope = world.scope(ANALYST);
        let doing = world.doing(&scope);
        created(&world, &tx, round("again", &["2025", "2026"]))
            .await
            .unwrap();
        let codes = (&code(S), &code("again"));
        let drawn = design(&tx, &scope, codes).await.unwrap();
        // Four cells of 2025 are asked by the open round; of two of them the figures are final, too.
        assert_eq!(drawn.repeats.len(), 6);
        assert_eq!(
            drawn.repeats.iter().filter(|it| it.round.is_none()).count(),
            2
        );
        assert_eq!(drawn.burden[0].of_all_rounds, 4);
        let refused = open(&tx, doing, (codes, 1), Some("  ")).await;
        assert!(matches!(refused, Err(CollectionError::AskedTwice(6))));
        let opened = open(&tx, doing, (codes, 1), Some("普查")).await.unwrap();
        assert_eq!(opened.round.repeat_reason.as_deref(), Some("普查"));
    })
    .await;
}

#[tokio::test]
async fn a_cell_that_nobody_answers_for_is_not_asked() {
    each_database(&SCHEMA, async |database| {
        let world = World::new(database).await;
        let tx = database.write().await;
        let scope = world.scope(ANALYST);
        let mut owned = round(ROUND, &["2025"]);
        owned.plan.items = vec![Item {
            indicator: code("RD"),
            caliber: code("ALL"),
            reported_by: ReportedBy::Owner,
        }];
        created(&world, &tx, owned).await.unwrap();
        let seen = ((&code(S), &code(ROUND)), 1);
        let refused = open(&tx, world.doing(&scope), seen, None).await;
        assert!(matches!(refused, Err(CollectionError::Unanswered(cells)) if cells.len() == 2));
    })
    .await;
}

#[tokio::test]
async fn what_a_district_was_asked_its_heir_answers() {
    each_database(&SCHEMA, async |database| {
        let world = World::with_round(database, Levels::One).await;
        let tx = database.write().await;
        let a = yanzhi_organisations::organisation(&tx, &operator(), &code("A"))
            .await
            .unwrap();
        let seen = (&code("A"), a.version);
        yanzhi_organisations::merge(&tx, &operator(), database.now(), seen, &code("B"))
            .await
            .unwrap();
        tx.commit().await.unwrap();
        // B's reporter sees and fills in what A was asked.
        let grid = world.grid(NEIGHBOUR).await.unwrap();
        assert!(grid.may.edit);
        world.type_in(NEIGHBOUR, &[(1, 0, "2")]).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn the_next_round_follows_and_more_time_is_given_with_a_reason() {
    each_database(&SCHEMA, async |database| {
        let world = World::with_round(database, Levels::One).await;
        let tx = database.write().await;
        let scope = world.scope(ANALYST);
        let doing = world.doing(&scope);
        let title = Title::new(&Text::same("2026")).unwrap();
        let codes = (&code(S), &code(ROUND));
        let following = next(&tx, doing, codes, (code("annual-2026"), title))
            .await
            .unwrap();
        assert_eq!(following.round.plan.periods, ["2026".parse().unwrap()]);
        assert_eq!(following.round.deadline.local(), "2027-02-01T00:00");
        assert_eq!(following.round.state, RoundState::Draft);
        let codes = (&code(S), &code(ROUND), &code("A"));
        let reason = Remark::new("普查").unwrap();
        let earlier = extend(&tx, doing, codes, ("2026-01-30", &reason)).await;
        assert!(matches!(earlier, Err(CollectionError::NotLater)));
        let (asked, taken) = extend(&tx, doing, codes, ("2026-02-28", &reason))
            .await
            .unwrap();
        assert_eq!(
            (taken.step, taken.to),
            (Step::Extend, SubmissionState::Draft)
        );
        assert_eq!(
            asked.submission.due(&asked.round).local(),
            "2026-03-01T00:00"
        );
    })
    .await;
}

#[tokio::test]
async fn progress_and_workbench_show_what_is_in_reach() {
    each_database(&SCHEMA, async |database| {
        let world = World::with_round(database, Levels::One).await;
        world.type_in(REPORTER, &[(1, 0, "2.5")]).await.unwrap();
        let tx = database.read().await;
        let now = database.now();
        let codes = (&code(S), &code(ROUND));
        let all = progress(&tx, &world.scope(ANALYST), now, codes)
            .await
            .unwrap();
        assert_eq!(
            (all.progress.total.cells, all.progress.total.filled),
            (4, 1)
        );
        let own = progress(&tx, &world.scope(REPORTER), now, codes)
            .await
            .unwrap();
        assert_eq!((own.progress.total.cells, own.asked.len()), (2, 1));
        let bench = workbench(&tx, &world.scope(REPORTER), now).await.unwrap();
        assert_eq!((bench.report.len(), bench.review.len()), (1, 0));
        assert_eq!((bench.report[0].cells, bench.report[0].filled), (2, 1));
        assert_eq!(bench.report[0].reminder, Reminder::None);
        let bench = workbench(&tx, &world.scope(REVIEWER), now).await.unwrap();
        assert_eq!((bench.report.len(), bench.review.len()), (0, 0));
        drop(tx);
        world.type_in(REPORTER, &[(3, 0, "80")]).await.unwrap();
        world
            .submit(REPORTER, at(world.version().await))
            .await
            .unwrap();
        let tx = database.read().await;
        let bench = workbench(&tx, &world.scope(REVIEWER), now).await.unwrap();
        assert_eq!(bench.review.len(), 1);
    })
    .await;
}
