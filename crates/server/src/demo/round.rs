//! A round that a signed-in reporter finds on the workbench, with some cells filled in.

use std::time::Duration;

use yanzhi_collection::{
    CollectionError, Doing, Grid, Item, Levels, NewRound, Plan, Recurrence, ReportedBy, Title,
    Typed,
};
use yanzhi_kernel::{Code, ObservationStatus, Period, Scope, Text, UnitKind};
use yanzhi_organisations::{Strategy, organisations};
use yanzhi_storage::WriteTx;

use crate::Platform;

/// How long there is to report.
const TIME: Duration = Duration::from_hours(24 * 30);
/// How many of its cells the first district finds filled in.
const FILLED: usize = 4;

/// Opens a round for the first strategy: what its framework is computed on, of the units that it scores, for the period
/// after the last one that there is. Some cells of the first district are filled in with what the period before says, and
/// marked as generated.
///
/// # Errors
/// Whatever keeps a round from being opened.
pub async fn open_round(platform: &Platform, scope: &Scope) -> Result<(), CollectionError> {
    let tx = platform.db.write().await?;
    let strategies = yanzhi_organisations::strategies(&tx, scope).await?;
    let Some(strategy) = strategies.into_iter().next() else {
        return Ok(());
    };
    let Some(new) = designed(platform, &tx, scope, &strategy).await? else {
        return Ok(());
    };
    let doing = Doing {
        scope,
        ids: platform.ids.as_ref(),
        now: platform.clock.now(),
    };
    let code = new.code.clone();
    yanzhi_collection::create(&tx, doing, &strategy.code, new).await?;
    let round = (&strategy.code, &code);
    yanzhi_collection::open(&tx, doing, (round, 1), None).await?;
    fill(&tx, doing, round).await?;
    Ok(tx.commit().await?)
}

/// The round; none when the strategy has no framework, no figures or nobody to ask.
async fn designed(
    platform: &Platform,
    tx: &WriteTx,
    scope: &Scope,
    strategy: &Strategy,
) -> Result<Option<NewRound>, CollectionError> {
    let places = organisations(tx, scope).await?;
    let city = places.iter().find(|it| it.parent.is_none());
    let framework = yanzhi_catalogue::current_framework(tx, scope, strategy.id).await?;
    let Some((city, framework)) = city.zip(framework) else {
        return Ok(None);
    };
    let scoring = &framework.content.scoring;
    let now = platform.clock.now();
    let readings = yanzhi_figures::readings(tx, scope, strategy.id, &scoring.caliber, now).await?;
    let last = readings.iter().map(|it| it.period).max();
    let Some(period) = last.and_then(|it| it.shifted(12)) else {
        return Ok(None);
    };
    let graph = yanzhi_catalogue::graph(tx, strategy.id).await?;
    let asked = framework
        .content
        .nodes
        .iter()
        .filter_map(|node| node.indicator.clone());
    let reported = asked.filter(|code| graph.expression(code).is_none());
    let items = reported.map(|indicator| Item {
        indicator,
        caliber: scoring.caliber.clone(),
        reported_by: ReportedBy::Unit,
    });
    let directory = yanzhi_organisations::units(tx, scope, strategy.id).await?;
    let units = directory.units.values();
    let units = units.filter(|it| scoring.unit_kinds.contains(&it.details.kind));
    let plan = Plan {
        items: items.collect(),
        units: units.map(|it| it.details.code.clone()).collect(),
        periods: vec![period],
        status: ObservationStatus::Flash,
    };
    Ok(round(
        city.code.clone(),
        period,
        plan,
        &now.after(TIME).to_string(),
    ))
}

fn round(organisation: Code, period: Period, plan: Plan, due: &str) -> Option<NewRound> {
    let title = Text::new(
        format!("{period} 年度数据填报（演示）"),
        format!("Figures of {period} (demonstration)"),
    );
    Some(NewRound {
        organisation,
        code: format!("annual-{period}").parse().ok()?,
        title: Title::new(&title).ok()?,
        plan,
        levels: Levels::One,
        recurrence: Recurrence::Yearly,
        deadline: due.get(..10)?.to_owned(),
    })
}

/// Fills some cells of the first district in with what the period before says.
async fn fill(
    tx: &WriteTx,
    doing: Doing<'_>,
    round: (&Code, &Code),
) -> Result<(), CollectionError> {
    let asked = yanzhi_collection::submissions(tx, doing.scope, round).await?;
    let is_district = |it: &&yanzhi_collection::Asked| it.organisation.kind == UnitKind::District;
    let Some(first) = asked.iter().find(is_district) else {
        return Ok(());
    };
    let codes = (round.0, round.1, &first.organisation.code);
    let grid = yanzhi_collection::grid(tx, doing.scope, doing.now, codes).await?;
    yanzhi_collection::save_cells(tx, doing, codes, typed(&grid)).await?;
    Ok(())
}

fn typed(grid: &Grid) -> Vec<Typed> {
    let typed = grid.cells.iter().filter_map(|cell| {
        let before = cell.previous.as_ref()?.value()?;
        Some(Typed {
            cell: cell.ask.number,
            text: before.text().to_owned(),
            explanation: Some("演示数据：沿用上期数值".to_owned()),
            is_synthetic: true,
            ..Typed::default()
        })
    });
    typed.take(FILLED).collect()
}
