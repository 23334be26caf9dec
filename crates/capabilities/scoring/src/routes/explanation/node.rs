//! One node of an explanation, with the figure as reported.

use serde::Serialize;
use utoipa::ToSchema;
use yanzhi_catalogue::Indicator;
use yanzhi_engine::NodeExplanation;
use yanzhi_figures::Figure;
use yanzhi_web_kit::LocalText;

use super::super::{
    profile::FiguresOfUnit,
    shapes::{Named, SourceRef, caliber, source},
};
use super::rules::{AdjustmentShape, AggregationShape, BasisShape, ChangedShape, StageShape};
use crate::{LoadedRun, explain_missing};

/// One node of an explanation.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ExplainedNode {
    code: String,
    parent: Option<String>,
    /// 0 is the index, 1 its dimensions.
    level: usize,
    name: LocalText,
    score: Option<f64>,
    rank: Option<u32>,
    /// The weight given among its siblings.
    weight: f64,
    /// The share among those siblings that have a score.
    effective_weight: Option<f64>,
    /// The points it gives to its parent's score; those of all siblings add up to it.
    contribution: Option<f64>,
    /// Those points as a share of the parent's score.
    contribution_share: Option<f64>,
    /// The band it is in, where the method has bands.
    band: Option<String>,
    /// How the points are to be read.
    basis: Option<BasisShape>,
    /// How the children were put together.
    aggregation: Option<AggregationShape>,
    /// Bonus and penalty points; for the index, where the method has them.
    adjustment: Option<AdjustmentShape>,
    /// From the figure to the score, step by step; for leaves.
    stages: Vec<StageShape>,
    /// The figure as reported; for leaves.
    figure: Option<FigureShape>,
    /// How many figures under it were filled or tamed.
    changed: ChangedShape,
    /// Why there is no score.
    missing: Option<LocalText>,
}

/// A figure as reported.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct FigureShape {
    value: f64,
    /// The value as it was written.
    value_text: String,
    measure_unit: LocalText,
    decimals: u8,
    /// `estimate`, `flash`, `final` or `revised`.
    status: String,
    source: Option<SourceRef>,
    /// Whether the figure was generated: 演示数据.
    is_synthetic: bool,
    caliber: Named,
    note: Option<String>,
    /// When it was recorded, RFC 3339.
    recorded_at: String,
}

impl ExplainedNode {
    pub(super) fn of(
        run: &LoadedRun,
        figures: &FiguresOfUnit,
        (period, node): (usize, usize),
        explained: NodeExplanation,
        band: Option<&str>,
    ) -> Self {
        let figure = run.indicator(node).and_then(|indicator| {
            let key = (indicator.details.code.to_string(), run.period_code(period));
            FigureShape::of(run, indicator, figures.get(&key)?)
        });
        Self {
            code: explained.node,
            parent: explained.parent,
            level: explained.level,
            name: run.node_name(node).into(),
            score: explained.score,
            rank: explained.rank,
            weight: explained.weight,
            effective_weight: explained.effective_weight,
            contribution: explained.contribution,
            contribution_share: explained.contribution_share,
            band: band.map(str::to_owned),
            basis: explained.basis.map(BasisShape::from),
            adjustment: explained.adjustment.map(AdjustmentShape::from),
            aggregation: explained.aggregation.map(AggregationShape::from),
            stages: explained.stages.into_iter().map(StageShape::from).collect(),
            figure,
            changed: explained.changed.into(),
            missing: explained.missing.map(|why| explain_missing(&why).into()),
        }
    }
}

impl FigureShape {
    fn of(run: &LoadedRun, indicator: &Indicator, figure: &Figure) -> Option<Self> {
        let (said, value) = (&figure.said, figure.value()?);
        Some(Self {
            value: value.number(),
            value_text: value.text().to_owned(),
            measure_unit: (&indicator.details.measure_unit).into(),
            decimals: indicator.details.decimals,
            status: said.status.to_string(),
            source: source(&run.catalogue, figure),
            is_synthetic: said.is_synthetic,
            caliber: caliber(&run.catalogue, &said.cell.caliber),
            note: said.note.clone(),
            recorded_at: figure.recorded_at.to_string(),
        })
    }
}
