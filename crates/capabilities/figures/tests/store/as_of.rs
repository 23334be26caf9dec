//! Random histories: every question about any moment is answered as by replaying what happened.

use std::collections::BTreeMap;

use proptest::{
    collection::vec,
    option,
    strategy::{Strategy as _, ValueTree as _},
    test_runner::TestRunner,
};
use yanzhi_figures::{
    Absence, Cell, Content, Count, FiguresError, NewFigure, Provenance, Reading, Recording,
    Selection, Value, count_by_indicator, figures, history, list, readings, record,
};
use yanzhi_kernel::{Id, MissingReason, Timestamp};
use yanzhi_organisations::{Strategy, Unit};
use yanzhi_storage::WriteTx;
use yanzhi_testkit::{TestDatabase, each_database};

use crate::{
    askers::{Asker, askers},
    support::{SCHEMA, code, operator, two_units},
};

const CASES: u32 = 16;

/// One thing that happens: time passes, then a figure is recorded.
#[derive(Clone, Debug)]
struct Happening {
    pause: i64,
    unit: usize,
    period: usize,
    caliber: usize,
    /// `None` is missing.
    value: Option<u8>,
    /// For so long from then on.
    embargo: Option<i64>,
}

fn happening() -> impl proptest::strategy::Strategy<Value = Happening> {
    let embargo = option::weighted(0.4, 0..12_i64);
    (
        0..3_i64,
        0..2_usize,
        0..2_usize,
        0..2_usize,
        option::weighted(0.8, 0..3_u8),
        embargo,
    )
        .prop_map(|(pause, unit, period, caliber, value, embargo)| Happening {
            pause,
            unit,
            period,
            caliber,
            value,
            embargo,
        })
}

const PERIODS: [&str; 2] = ["2023", "2024Q1"];
const CALIBERS: [&str; 2] = ["ALL", "ZONE"];

/// A version as it was recorded, kept by the naive replay.
#[derive(Clone, Debug)]
struct Said {
    figure: NewFigure,
    at: i64,
}

/// What was recorded, in its order.
struct Replay(Vec<Said>);

impl Replay {
    /// The last version of each cell that the asker may see.
    fn current(&self, asker: &Asker, as_of: i64) -> BTreeMap<Cell, NewFigure> {
        let known = self.0.iter();
        let known = known.filter(|said| said.at <= as_of && asker.sees(&said.figure));
        known
            .map(|said| (said.figure.cell.clone(), said.figure.clone()))
            .collect()
    }
}

struct World {
    strategy: Id<Strategy>,
    cell: Cell,
    units: [Id<Unit>; 2],
    begin: i64,
}

pub(crate) fn at(micros: i64) -> Timestamp {
    Timestamp::from_micros(micros).unwrap()
}

async fn happen(
    database: &TestDatabase,
    tx: &WriteTx,
    world: &World,
    story: &[Happening],
) -> Replay {
    let mut now = world.begin;
    let mut said: Vec<Said> = Vec::new();
    for it in story {
        now += it.pause;
        let cell = Cell {
            unit: world.units[it.unit],
            caliber: code(CALIBERS[it.caliber]),
            period: PERIODS[it.period].parse().unwrap(),
            ..world.cell.clone()
        };
        let absence = Absence {
            reason: MissingReason::NotYetAvailable,
            note: None,
        };
        let content = it.value.map_or(Content::Missing(absence), |value| {
            Content::Value(Value::new(value.into(), format!("{value}.0")).unwrap())
        });
        let figure = NewFigure {
            embargo_until: it.embargo.map(|embargo| at(now + embargo)),
            reason: Some(format!("r{now}")),
            is_synthetic: it.value == Some(1),
            ..NewFigure::new(cell, content)
        };
        let recording = Recording::new(at(now), Provenance::Import);
        let (ids, offered) = (database.ids(), vec![figure.clone()]);
        record(tx, &operator(), ids, world.strategy, recording, offered)
            .await
            .unwrap();
        let last = said.iter().rfind(|it| it.figure.cell == figure.cell);
        if last.is_none_or(|last| !last.figure.says_the_same(&figure)) {
            said.push(Said { figure, at: now });
        }
    }
    Replay(said)
}

/// Compares every answer for one asker at one moment with the replay.
async fn compare(
    tx: &WriteTx,
    world: &World,
    replay: &Replay,
    asker: &Asker,
    as_of: i64,
) -> Result<(), String> {
    let World { strategy, .. } = world;
    let scope = &asker.scope;
    let current = replay.current(asker, as_of);
    let everything = Selection {
        as_of: Some(at(as_of)),
        ..Selection::default()
    };
    let answered = figures(tx, scope, *strategy, &everything).await.unwrap();
    let answered: Vec<NewFigure> = answered.into_iter().map(|it| it.said).collect();
    let expected: Vec<NewFigure> = current.values().cloned().collect();
    same("figures", &answered, &expected)?;
    for caliber in CALIBERS.map(code) {
        let answered = readings(tx, scope, *strategy, &caliber, at(as_of))
            .await
            .unwrap();
        let mut expected: Vec<Reading> = current
            .values()
            .filter(|it| it.cell.caliber == caliber)
            .filter_map(|it| {
                Some(Reading {
                    indicator: it.cell.indicator,
                    unit: it.cell.unit,
                    period: it.cell.period,
                    number: it.content.value()?.number(),
                    is_synthetic: it.is_synthetic,
                })
            })
            .collect();
        expected.sort_by_key(|it| (it.indicator, it.unit, it.period));
        same("readings", &answered, &expected)?;
    }
    let counts = count_by_indicator(tx, scope, *strategy, at(as_of))
        .await
        .unwrap();
    let has_value = |it: &&NewFigure| it.content.value().is_some();
    let expected = Count {
        figures: current.values().filter(has_value).count(),
        synthetic: current
            .values()
            .filter(has_value)
            .filter(|it| it.is_synthetic)
            .count(),
        missing: current.values().filter(|it| !has_value(it)).count(),
    };
    same(
        "counts",
        &counts
            .get(&world.cell.indicator)
            .copied()
            .unwrap_or_default(),
        &expected,
    )?;
    for cell in cells(world) {
        one_cell(tx, world, replay, asker, (as_of, &cell)).await?;
    }
    pages(tx, world, replay, asker, as_of).await
}

fn cells(world: &World) -> Vec<Cell> {
    let mut cells = Vec::new();
    for unit in world.units {
        for period in PERIODS {
            for caliber in CALIBERS {
                cells.push(Cell {
                    unit,
                    caliber: code(caliber),
                    period: period.parse().unwrap(),
                    ..world.cell.clone()
                });
            }
        }
    }
    cells
}

async fn one_cell(
    tx: &WriteTx,
    world: &World,
    replay: &Replay,
    asker: &Asker,
    (as_of, cell): (i64, &Cell),
) -> Result<(), String> {
    let selection = Selection {
        indicators: vec![cell.indicator],
        unit: Some(cell.unit),
        caliber: Some(cell.caliber.clone()),
        period: Some(cell.period),
        status: None,
        as_of: Some(at(as_of)),
    };
    let answered = figures(tx, &asker.scope, world.strategy, &selection)
        .await
        .unwrap();
    let answered: Vec<NewFigure> = answered.into_iter().map(|it| it.said).collect();
    let current = replay.current(asker, as_of).remove(cell);
    same("one cell", &answered, &current.into_iter().collect())?;
    let answered = history(tx, &asker.scope, world.strategy, cell, Some(at(as_of))).await;
    if !asker.may_read(cell) {
        let is_refused = matches!(answered, Err(FiguresError::Refused(_)));
        return same("refused", &is_refused, &true);
    }
    let answered: Vec<(u32, NewFigure)> = answered
        .unwrap()
        .into_iter()
        .map(|it| (it.sequence, it.said))
        .collect();
    let versions = replay.0.iter();
    let versions = versions.filter(|said| said.figure.cell == *cell && said.at <= as_of);
    let versions = (1..).zip(versions.map(|said| said.figure.clone()));
    same("history", &answered, &versions.collect())
}

/// The list, two at a time, holds what may be read and no more.
async fn pages(
    tx: &WriteTx,
    world: &World,
    replay: &Replay,
    asker: &Asker,
    as_of: i64,
) -> Result<(), String> {
    let selection = Selection {
        as_of: Some(at(as_of)),
        ..Selection::default()
    };
    let mut answered: Vec<NewFigure> = Vec::new();
    loop {
        let after = answered.last().map(|it| it.cell.clone());
        let page = list(
            tx,
            &asker.scope,
            world.strategy,
            &selection,
            after.as_ref(),
            2,
        );
        let page = page.await.unwrap();
        answered.extend(page.figures.into_iter().map(|it| it.said));
        if !page.has_more {
            break;
        }
    }
    let mut expected: Vec<NewFigure> = replay.current(asker, as_of).into_values().collect();
    expected.retain(|it| asker.may_read(&it.cell));
    let in_order = |it: &NewFigure| {
        (
            it.cell.unit,
            it.cell.caliber.clone(),
            it.cell.period.to_string(),
        )
    };
    expected.sort_by_key(in_order);
    same("pages", &answered, &expected)
}

fn same<T: PartialEq + std::fmt::Debug>(
    what: &str,
    answered: &T,
    expected: &T,
) -> Result<(), String> {
    if answered == expected {
        return Ok(());
    }
    Err(format!(
        "{what}: answered {answered:?}\nexpected {expected:?}"
    ))
}

/// One story on a database that is as it was afterwards.
async fn holds(database: &TestDatabase, story: &[Happening]) -> Result<(), String> {
    let tx = database.write().await;
    let (strategy, cell, units) = two_units(database, &tx).await;
    let begin = database.now().as_micros();
    let world = World {
        strategy,
        cell,
        units,
        begin,
    };
    let askers = askers(database, &tx, begin, units[0]).await;
    let replay = happen(database, &tx, &world, story).await;
    let end = replay.0.last().map_or(begin, |said| said.at);
    for asker in &askers {
        for as_of in [begin - 1, begin, begin + (end - begin) / 2, end, end + 1] {
            compare(&tx, &world, &replay, asker, as_of).await?;
        }
    }
    Ok(())
}

#[tokio::test]
async fn any_moment_of_any_history_is_answered_as_by_replaying_it() {
    each_database(&SCHEMA, async |database| {
        let mut runner = TestRunner::deterministic();
        for _ in 0..CASES {
            let mut story = vec(happening(), 0..24).new_tree(&mut runner).unwrap();
            let Err(mut why) = holds(database, &story.current()).await else {
                continue;
            };
            let mut smallest = story.current();
            while story.simplify() {
                let smaller = story.current();
                match holds(database, &smaller).await {
                    Err(still) => (why, smallest) = (still, smaller),
                    Ok(()) if !story.complicate() => break,
                    Ok(()) => {}
                }
            }
            panic!("{why}\nafter {smallest:#?}");
        }
    })
    .await;
}
