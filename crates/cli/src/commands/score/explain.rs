//! The explanation of a score in the terminal.

use std::fmt::Write as _;

use yanzhi_engine::{
    ChangeKind, NodeExplanation, Stage,
    steps::{AdjustedItem, adjust::ItemKind},
};
use yanzhi_kernel::{Lang, Text};
use yanzhi_pack::Observation;

use super::{Shown, table::period_code};

/// The unit to explain: the one asked for, or the first by rank.
fn explained_unit(result: &Shown<'_>) -> usize {
    let (index, period) = (&result.scored.index, result.shown_period());
    let root = index.framework().root();
    let first = (0..index.units().len())
        .min_by_key(|unit| index.rank(period, root, *unit).unwrap_or(u32::MAX));
    result.unit.or(first).unwrap_or_default()
}

pub(super) fn json(result: &Shown<'_>) -> anyhow::Result<serde_json::Value> {
    let (period, unit) = (result.shown_period(), explained_unit(result));
    let nodes = result.scored.index.explain(period, unit);
    let code = result
        .scored
        .index
        .units()
        .get(unit)
        .map(|unit| unit.code.clone());
    let figures = nodes.iter().filter_map(|node| {
        let figure = figure(result, period, unit, &node.node)?;
        Some((node.node.clone(), describe(result, figure)))
    });
    let figures: serde_json::Map<_, _> = figures.collect();
    Ok(serde_json::json!({
        "period": period_code(result, period),
        "unit": code,
        "nodes": serde_json::to_value(&nodes)?,
        "figures": figures,
    }))
}

fn describe(result: &Shown<'_>, figure: &Observation) -> serde_json::Value {
    serde_json::json!({
        "value": figure.value,
        "value_text": figure.value_text,
        "status": figure.status,
        "source": source(result, figure),
        "is_synthetic": figure.is_synthetic,
        "note": figure.note.as_deref(),
    })
}

pub(super) fn text(result: &Shown<'_>) -> String {
    let (index, period, unit) = (
        &result.scored.index,
        result.shown_period(),
        explained_unit(result),
    );
    let code = index
        .units()
        .get(unit)
        .map(|unit| unit.code.as_str())
        .unwrap_or_default();
    let mut text = format!(
        "{} {}  {}\n",
        code,
        result.names.unit(code),
        period_code(result, period)
    );
    if let Some(mark) = result.names.synthetic_mark() {
        text.push_str(mark);
        text.push('\n');
    }
    for node in index.explain(period, unit) {
        // Writing to a String cannot fail.
        let _ = writeln!(text, "{}", line(result, &node));
        let indent = "  ".repeat(node.level + 1);
        for (place, stage) in node.stages.iter().enumerate() {
            let _ = writeln!(text, "{indent}· {}", stage_line(stage));
            let before = node.stages.get(place.wrapping_sub(1));
            if let Some(words) = change_line(stage, before.and_then(|it| it.value)) {
                let _ = writeln!(text, "{indent}  ! {}", words.get(result.lang));
            }
        }
        for line in adjustment_lines(&node) {
            let _ = writeln!(text, "{indent}· {}", line.get(result.lang));
        }
        if let Some(figure) = figure(result, period, unit, &node.node) {
            let _ = writeln!(text, "{indent}· {}", figure_line(result, figure));
        }
        if let Some(missing) = &node.missing {
            let why = yanzhi_scoring::explain_missing(missing);
            let _ = writeln!(text, "{indent}! {}", why.get(result.lang));
        }
    }
    text
}

fn line(result: &Shown<'_>, node: &NodeExplanation) -> String {
    let words = match result.lang {
        Lang::Zh => ["得分", "位次", "权重", "贡献"],
        Lang::En => ["score", "rank", "weight", "contributes"],
    };
    let [score, rank, weight, contributes] = words;
    let mut text = format!(
        "{}{} [{}]",
        "  ".repeat(node.level),
        result.names.node(&node.node),
        node.node
    );
    let parts = [
        node.score.map(|value| format!("{score} {value:.4}")),
        node.rank.map(|value| format!("{rank} {value}")),
        Some(format!("{weight} {}", node.weight)),
        node.contribution
            .map(|value| format!("{contributes} {value:.4}")),
        node.aggregation
            .as_ref()
            .map(|aggregation| aggregation.rule.clone()),
    ];
    for part in parts.into_iter().flatten() {
        text.push_str("  ");
        text.push_str(&part);
    }
    text
}

fn stage_line(stage: &Stage) -> String {
    let mut text = stage.step.clone();
    if let Some(rule) = &stage.rule {
        let _ = write!(text, " {rule}");
    }
    if let Some(formula) = &stage.formula {
        let _ = write!(text, ": {formula}");
    }
    for parameter in &stage.parameters {
        let _ = write!(text, "  {} = {}", parameter.name, parameter.value);
    }
    if let Some(value) = stage.value {
        let _ = write!(text, "  → {value}");
    }
    text
}

/// What a step did to the figure on its own account.
fn change_line(stage: &Stage, before: Option<f64>) -> Option<Text> {
    let shown = |value: Option<f64>| value.map_or_else(|| "—".to_owned(), |it| it.to_string());
    let (before, after) = (shown(before), shown(stage.value));
    Some(match stage.change? {
        ChangeKind::Imputed => Text::new(
            format!("插补：原无数据，补为 {after}"),
            format!("imputed: there was no figure, and {after} is in its place"),
        ),
        ChangeKind::Treated => Text::new(
            format!("已处理：处理前 {before}，处理后 {after}"),
            format!("treated: {before} before, {after} after"),
        ),
        ChangeKind::Screened => Text::new("未参评：该期数据不足", "left out in this period"),
        _ => return None,
    })
}

/// Bonus and penalty points, item by item.
fn adjustment_lines(node: &NodeExplanation) -> Vec<Text> {
    let Some(found) = &node.adjustment else {
        return Vec::new();
    };
    let item = |it: &AdjustedItem| {
        let (zh, en) = match it.kind {
            ItemKind::Bonus => ("加分", "bonus"),
            ItemKind::Penalty => ("减分", "penalty"),
        };
        let (name, points, counted) = (&it.item, it.points, it.counted);
        let reasons = it.reasons.join("; ");
        Text::new(
            format!("{zh} {name}：{points} 分，计 {counted} 分  {reasons}"),
            format!("{en} {name}: {points} points, {counted} counted  {reasons}"),
        )
    };
    let mut lines: Vec<Text> = found.items.iter().map(item).collect();
    let (before, after) = (found.before, found.after);
    let (bonus, penalty) = (found.bonus, found.penalty);
    lines.push(Text::same(format!(
        "{before:.4} + {bonus} − {penalty} = {after:.4}"
    )));
    lines
}

fn figure_line(result: &Shown<'_>, figure: &Observation) -> String {
    let status = match result.lang {
        Lang::Zh => format!(
            "填报值 {}，状态 {}，来源 {}",
            figure.value_text,
            status_zh(figure),
            source(result, figure)
        ),
        Lang::En => format!(
            "reported {}, status {}, source {}",
            figure.value_text,
            figure.status,
            source(result, figure)
        ),
    };
    if figure.is_synthetic {
        format!("{status} [演示数据]")
    } else {
        status
    }
}

fn status_zh(figure: &Observation) -> &'static str {
    use yanzhi_kernel::ObservationStatus::{Estimate, Final, Flash, Revised};
    match figure.status {
        Estimate => "预计",
        Flash => "快报",
        Final => "正式",
        Revised => "修订",
    }
}

fn source(result: &Shown<'_>, figure: &Observation) -> String {
    let position = figure
        .source
        .and_then(|source| usize::try_from(source).ok());
    let source = position.and_then(|position| result.pack.sources.get(position));
    source.map_or_else(
        || "—".to_owned(),
        |source| source.title.get(result.lang).to_owned(),
    )
}

/// The figure that a leaf was computed from.
fn figure<'a>(
    result: &'a Shown<'_>,
    period: usize,
    unit: usize,
    node: &str,
) -> Option<&'a Observation> {
    let pack = result.pack;
    let node = pack
        .framework
        .iter()
        .find(|known| known.code.as_str() == node)?;
    let indicator = pack
        .indicators
        .iter()
        .position(|it| Some(&it.code) == node.indicator.as_ref())?;
    let code = &result.scored.index.units().get(unit)?.code;
    let unit = pack
        .units
        .iter()
        .position(|unit| unit.code.as_str() == code)?;
    let caliber = pack
        .calibers
        .iter()
        .position(|it| it.code == pack.strategy.scoring.caliber)?;
    let period = period_code(result, period);
    pack.observations.iter().find(|it| {
        usize::try_from(it.indicator) == Ok(indicator)
            && usize::try_from(it.unit) == Ok(unit)
            && usize::from(it.caliber) == caliber
            && it.period.to_string() == period
    })
}
