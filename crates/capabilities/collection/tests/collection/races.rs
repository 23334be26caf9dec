//! Two at once: what becomes of it is what one after the other would have made of it.
//!
//! `YANZHI_RACES` says how often each is run; on SQLite and on PostgreSQL.

use std::collections::BTreeMap;

use yanzhi_collection::{
    CellSaved, CollectionError, Levels, Remark, Request, Round, Standing, Step, SubmissionState,
    Verdict, close, history, round,
};
use yanzhi_figures::{Selection, figures};
use yanzhi_testkit::{TestDatabase, each_database};

use crate::support::{
    ANALYST, COLLEAGUE, REPORTER, REVIEWER, S, SCHEMA, SECOND_REVIEWER, World, approve_all, at,
    code, operator,
};

/// How often each race is run, unless the environment says otherwise.
const RACES: u32 = 25;

#[expect(
    clippy::disallowed_methods,
    reason = "how long a test may take is the environment's business"
)]
fn races() -> u32 {
    let said = std::env::var("YANZHI_RACES").ok();
    said.map_or(RACES, |said| said.parse().unwrap())
}

/// Runs a race in as many rounds, each with what it asks filled in and handed in.
async fn each_race(
    database: &TestDatabase,
    is_handed_in: bool,
    race: impl AsyncFn(&World<'_>) -> &'static str,
) {
    let mut world = World::new(database).await;
    let mut outcomes: BTreeMap<&str, u32> = BTreeMap::new();
    for number in 0..races() {
        let name = format!("r{number}");
        world.round = code(&name);
        database.clock.advance_micros(1_000_000);
        world.open(&name, &["2025"], Levels::One).await;
        let cells = [(1, 0, "2.5"), (3, 0, "80")];
        world.type_in(REPORTER, &cells).await.unwrap();
        if is_handed_in {
            world
                .submit(REPORTER, at(world.version().await))
                .await
                .unwrap();
        }
        *outcomes.entry(race(&world).await).or_default() += 1;
    }
    eprintln!("{outcomes:?}");
}

/// The steps of the submission after it was handed in, and the standings of its cells.
async fn after(world: &World<'_>) -> (Vec<Step>, Vec<Standing>, SubmissionState) {
    let tx = world.database.read().await;
    let codes = (&code(S), &world.round, &code("A"));
    let steps = history(&tx, &operator(), codes).await.unwrap().transitions;
    let steps = steps.iter().map(|it| it.step);
    let grid = world.grid(ANALYST).await.unwrap();
    let standings = grid.cells.iter().map(|it| it.entry.standing);
    let state = grid.asked.submission.state;
    (steps.collect(), standings.collect(), state)
}

/// How many versions there are of the figures that this round asks for.
async fn versions(world: &World<'_>) -> u32 {
    let tx = world.database.read().await;
    let strategy = world.grid(ANALYST).await.unwrap().asked.strategy.id;
    let found = figures(&tx, &operator(), strategy, &Selection::default())
        .await
        .unwrap();
    found.iter().map(|it| it.sequence).max().unwrap_or_default()
}

fn return_all() -> Verdict {
    let remark = Remark::new("请核对").unwrap();
    Verdict {
        returned: BTreeMap::from([(1, remark.clone()), (3, remark)]),
        ..Verdict::default()
    }
}

#[tokio::test]
async fn one_approves_and_one_returns() {
    each_database(&SCHEMA, async |database| {
        each_race(database, true, async |world| {
            let seen = at(world.version().await);
            let before = versions(world).await;
            let (approved, returned) = tokio::join!(
                world.decide(REVIEWER, seen.clone(), approve_all()),
                world.decide(SECOND_REVIEWER, seen.clone(), return_all()),
            );
            let (steps, standings, state) = after(world).await;
            let figures = versions(world).await;
            let (first, second) = (approved.is_ok(), returned.is_ok());
            assert!(first != second, "{approved:?} {returned:?}");
            let lost = if first { returned } else { approved };
            assert!(matches!(lost, Err(CollectionError::Stale)), "{lost:?}");
            if first {
                assert_eq!(steps, [Step::Open, Step::Submit, Step::Approve]);
                assert_eq!(state, SubmissionState::Approved);
                assert_eq!(standings, [Standing::Approved; 2]);
                "approved"
            } else {
                assert_eq!(steps, [Step::Open, Step::Submit, Step::Return]);
                assert_eq!(state, SubmissionState::Returned);
                assert_eq!(standings, [Standing::Returned; 2]);
                assert_eq!(figures, before, "what was returned is no figure");
                "returned"
            }
        })
        .await;
    })
    .await;
}

#[tokio::test]
async fn one_approves_what_another_edits() {
    each_database(&SCHEMA, async |database| {
        each_race(database, true, async |world| {
            let seen = at(world.version().await);
            let (approved, typed) = tokio::join!(
                world.decide(REVIEWER, seen.clone(), approve_all()),
                world.type_in(REPORTER, &[(1, 1, "9.9")]),
            );
            assert!(approved.is_ok(), "{approved:?}");
            assert!(
                matches!(typed, Err(CollectionError::SubmissionIs(_))),
                "{typed:?}"
            );
            let grid = world.grid(ANALYST).await.unwrap();
            assert_eq!(grid.cells[0].entry.content.text, "2.5");
            "approved"
        })
        .await;
    })
    .await;
}

/// What was returned is handed in again while it is edited: either what is handed in is what was seen, or it is not
/// handed in.
#[tokio::test]
async fn one_hands_in_what_another_edits() {
    each_database(&SCHEMA, async |database| {
        each_race(database, false, async |world| {
            let seen = at(world.version().await);
            let (submitted, typed) = tokio::join!(
                world.submit(REPORTER, seen.clone()),
                world.type_in(COLLEAGUE, &[(1, 1, "9.9")]),
            );
            let grid = world.grid(ANALYST).await.unwrap();
            let text = grid.cells[0].entry.content.text.as_str();
            match (submitted, typed) {
                (Ok(_), Err(CollectionError::SubmissionIs(_))) => {
                    assert_eq!(text, "2.5");
                    assert_eq!(grid.asked.submission.state, SubmissionState::Submitted);
                    "handed in"
                }
                (Err(CollectionError::Stale), Ok(_)) => {
                    assert_eq!(text, "9.9");
                    assert_eq!(grid.asked.submission.state, SubmissionState::Draft);
                    "edited"
                }
                other => panic!("{other:?}"),
            }
        })
        .await;
    })
    .await;
}

#[tokio::test]
async fn one_hands_in_while_another_closes() {
    each_database(&SCHEMA, async |database| {
        each_race(database, false, async |world| {
            let seen = at(world.version().await);
            let (submitted, closed) =
                tokio::join!(world.submit(REPORTER, seen.clone()), close_round(world));
            assert!(closed.is_ok(), "{closed:?}");
            let (_, _, state) = after(world).await;
            match submitted {
                Ok(_) => {
                    assert_eq!(state, SubmissionState::Submitted);
                    "handed in"
                }
                Err(CollectionError::RoundIs(_)) => {
                    assert_eq!(state, SubmissionState::Draft);
                    "closed"
                }
                other => panic!("{other:?}"),
            }
        })
        .await;
    })
    .await;
}

async fn close_round(world: &World<'_>) -> Result<Round, CollectionError> {
    let tx = world.database.write().await;
    let scope = world.scope(ANALYST);
    let (strategy, name) = (code(S), world.round.clone());
    let found = round(&tx, &scope, (&strategy, &name)).await?;
    let seen = ((&strategy, &name), found.round.version);
    let closed = close(&tx, world.doing(&scope), seen).await?;
    tx.commit().await?;
    Ok(closed.round)
}

#[tokio::test]
async fn a_double_click_hands_in_once() {
    each_database(&SCHEMA, async |database| {
        each_race(database, false, async |world| {
            let request = Request {
                version: world.version().await,
                key: Some("click".into()),
            };
            let (first, second) = tokio::join!(
                world.submit(REPORTER, request.clone()),
                world.submit(REPORTER, request.clone()),
            );
            assert_eq!(first.unwrap(), second.unwrap());
            let (steps, _, _) = after(world).await;
            assert_eq!(steps, [Step::Open, Step::Submit]);
            "once"
        })
        .await;
    })
    .await;
}

#[tokio::test]
async fn two_type_into_one_cell() {
    each_database(&SCHEMA, async |database| {
        each_race(database, false, async |world| {
            let (first, second) = tokio::join!(
                world.type_in(REPORTER, &[(1, 1, "3")]),
                world.type_in(COLLEAGUE, &[(1, 1, "4")]),
            );
            let (first, second) = (first.unwrap().remove(0), second.unwrap().remove(0));
            let grid = world.grid(ANALYST).await.unwrap();
            let entry = &grid.cells[0].entry;
            assert_eq!(entry.version, 2);
            match (first, second) {
                (CellSaved::Saved(mine), CellSaved::Conflict(theirs)) => {
                    assert_eq!((&mine, &theirs), (entry, entry));
                    "the first"
                }
                (CellSaved::Conflict(theirs), CellSaved::Saved(mine)) => {
                    assert_eq!((&mine, &theirs), (entry, entry));
                    "the second"
                }
                other => panic!("{other:?}"),
            }
        })
        .await;
    })
    .await;
}
