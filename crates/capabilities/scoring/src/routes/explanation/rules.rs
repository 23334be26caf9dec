//! What the rules of a method made of figures and scores.

use serde::Serialize;
use utoipa::ToSchema;
use yanzhi_engine::{
    Aggregation, Basis, ChangeKind, Changed, Stage,
    steps::{Adjustment, adjust::ItemKind},
};

use super::super::shapes::ParameterShape;

/// How contributions share out a score.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum BasisShape {
    /// Weighted points, which add up.
    Arithmetic,
    /// By share of the logarithm.
    LogShare,
    /// By share of a power.
    PowerShare,
    /// The score is that of the child in the middle.
    Middle,
    /// Weighted points less the child's part of the penalty.
    Penalised,
    /// What the child earns beside the other units.
    AmongUnits,
    /// Whole units are compared: no child has a part.
    None,
}

impl From<Basis> for BasisShape {
    fn from(basis: Basis) -> Self {
        match basis {
            Basis::Arithmetic => Self::Arithmetic,
            Basis::LogShare => Self::LogShare,
            Basis::PowerShare => Self::PowerShare,
            Basis::Middle => Self::Middle,
            Basis::Penalised => Self::Penalised,
            Basis::AmongUnits => Self::AmongUnits,
            // A basis this answer does not know yet is not read as points.
            _ => Self::None,
        }
    }
}

/// Bonus and penalty points of a unit.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct AdjustmentShape {
    /// The score before.
    before: f64,
    /// The score after: before + bonus − penalty.
    after: f64,
    /// What all bonus items give, after all caps.
    bonus: f64,
    /// What all penalty items take, after all caps.
    penalty: f64,
    /// The items that have points.
    items: Vec<AdjustedItemShape>,
}

/// A bonus or penalty item.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct AdjustedItemShape {
    /// Its name.
    item: String,
    /// Whether it gives or takes.
    kind: ItemKindShape,
    /// Its points before its cap.
    points: f64,
    /// Its points after its cap.
    counted: f64,
    /// The reasons given with the points.
    reasons: Vec<String>,
}

/// Whether an item gives or takes points.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum ItemKindShape {
    /// Gives.
    Bonus,
    /// Takes.
    Penalty,
}

/// How children were put together.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct AggregationShape {
    #[schema(example = "arithmetic")]
    rule: String,
    /// The formula in plain text.
    formula: String,
    /// The share of children that have a score.
    available_share: f64,
    /// The share that the method asks for.
    data_threshold: Option<f64>,
    /// Numbers the rule found on its way: distances, a penalty, units beaten.
    details: Vec<ParameterShape>,
}

/// The value after a step.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct StageShape {
    #[schema(example = "normalise")]
    step: String,
    #[schema(example = "standard_ratio")]
    rule: Option<String>,
    /// The formula in plain text.
    formula: Option<String>,
    parameters: Vec<ParameterShape>,
    value: Option<f64>,
    /// What the step did to the figure on its own account, beyond putting it on another scale.
    change: Option<ChangeShape>,
}

/// What a step did to a figure on its own account. The value of the stage before is the one before it.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum ChangeShape {
    /// The unit was left out of the period.
    Screened,
    /// There was no figure, and one was put in its place.
    Imputed,
    /// The figure was an outlier, or in a column with outliers, and was changed or taken out.
    Treated,
}

/// How many figures under a node were changed by a step on its own account.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ChangedShape {
    /// The indicators under the node.
    of: usize,
    /// Those whose figure was imputed.
    imputed: usize,
    /// Those whose figure was treated.
    treated: usize,
}

impl From<Aggregation> for AggregationShape {
    fn from(aggregation: Aggregation) -> Self {
        let Aggregation {
            rule,
            formula,
            available_share,
            data_threshold,
            details,
        } = aggregation;
        Self {
            rule,
            formula,
            available_share,
            data_threshold,
            details: details.into_iter().map(ParameterShape::from).collect(),
        }
    }
}

impl From<Adjustment> for AdjustmentShape {
    fn from(adjustment: Adjustment) -> Self {
        let items = adjustment.items.into_iter().map(|it| AdjustedItemShape {
            item: it.item,
            kind: match it.kind {
                ItemKind::Bonus => ItemKindShape::Bonus,
                ItemKind::Penalty => ItemKindShape::Penalty,
            },
            points: it.points,
            counted: it.counted,
            reasons: it.reasons,
        });
        Self {
            before: adjustment.before,
            after: adjustment.after,
            bonus: adjustment.bonus,
            penalty: adjustment.penalty,
            items: items.collect(),
        }
    }
}

impl From<Stage> for StageShape {
    fn from(stage: Stage) -> Self {
        let parameters = stage.parameters.into_iter().map(ParameterShape::from);
        let change = stage.change.and_then(|change| match change {
            ChangeKind::Screened => Some(ChangeShape::Screened),
            ChangeKind::Imputed => Some(ChangeShape::Imputed),
            ChangeKind::Treated => Some(ChangeShape::Treated),
            _ => None,
        });
        Self {
            step: stage.step,
            rule: stage.rule,
            formula: stage.formula,
            parameters: parameters.collect(),
            value: stage.value,
            change,
        }
    }
}

impl From<Changed> for ChangedShape {
    fn from(changed: Changed) -> Self {
        Self {
            of: changed.of,
            imputed: changed.imputed,
            treated: changed.treated,
        }
    }
}
