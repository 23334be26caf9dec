//! The rules of normalisation by their words.

use serde::Serialize;

use super::scaler::AnyRule;
use super::{
    Borda, DistanceToMax, DistanceToReference, DistanceToTarget, Efficacy, FractionOfMax,
    Goalposts, GrowthScore, IndexNumber, LevelProgress, MinMax, PercentileRank, Piecewise,
    PositionScore, RankScore, Scaled, ScheduleProgress, StandardRatio, TargetCompletion, ZScore,
};
use crate::method::{ReadError, Table};

/// A rule with its parameters.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "rule", rename_all = "snake_case")]
#[non_exhaustive]
pub enum NormaliseRule {
    /// Between the smallest and the largest value.
    MinMax(MinMax),
    /// Standard deviations from the mean.
    ZScore(ZScore),
    /// Between two fixed values and beyond them.
    Scaled(Scaled),
    /// Between two fixed values.
    Goalposts(Goalposts),
    /// How far behind the best.
    DistanceToMax(DistanceToMax),
    /// How far from a reference unit.
    DistanceToReference(DistanceToReference),
    /// How far on the way from the worst to a target.
    DistanceToTarget(DistanceToTarget),
    /// As a fraction of the best.
    FractionOfMax(FractionOfMax),
    /// The share of the others beaten.
    PercentileRank(PercentileRank),
    /// The rank in rising order.
    Rank(RankScore),
    /// The number of others beaten.
    Borda(Borda),
    /// 位次得分: by place.
    PositionScore(PositionScore),
    /// 目标完成率: the share of a target that is reached.
    TargetCompletion(TargetCompletion),
    /// 指数: in relation to a base period, which is 100.
    IndexNumber(IndexNumber),
    /// 功效系数法: from 60 at the unacceptable to 100 at the satisfactory value.
    Efficacy(Efficacy),
    /// 时序进度: against the straight line to a target.
    ScheduleProgress(ScheduleProgress),
    /// 分段计分: straight lines between anchors.
    Piecewise(Piecewise),
    /// 标准比值法: the ratio to a standard, capped.
    StandardRatio(StandardRatio),
    /// 增速得分: a rule of the growth on the period before.
    GrowthScore(GrowthScore),
    /// 水平与进步: the level and its change on the period before, joined.
    LevelProgress(LevelProgress),
}

pub(super) const RULES: &[&str] = &[
    "min_max",
    "z_score",
    "scaled",
    "goalposts",
    "distance_to_max",
    "distance_to_reference",
    "distance_to_target",
    "fraction_of_max",
    "percentile_rank",
    "rank",
    "borda",
    "position_score",
    "target_completion",
    "index_number",
    "efficacy",
    "schedule_progress",
    "piecewise",
    "standard_ratio",
    "growth_score",
    "level_progress",
];

/// How many at the end of [`RULES`] are made of others and can be no part of another.
const MADE_OF_OTHERS: usize = 2;

impl NormaliseRule {
    /// The rule's word in a method's text.
    pub fn word(&self) -> &'static str {
        self.as_rule().word()
    }

    pub(super) fn read(mut table: Table, taken: &[&str]) -> Result<Self, ReadError> {
        let word = table.needed_word("rule", RULES)?;
        Self::read_as(word, table, taken)
    }

    /// Reads a rule that is part of another.
    pub(super) fn read_simple(mut table: Table) -> Result<Self, ReadError> {
        let simple = RULES.len() - MADE_OF_OTHERS;
        let word = table.needed_word("rule", RULES.get(..simple).unwrap_or(RULES))?;
        Self::read_as(word, table, &["rule"])
    }

    fn read_as(word: &str, table: Table, taken: &[&str]) -> Result<Self, ReadError> {
        match word {
            "min_max" => table.read(taken).map(Self::MinMax),
            "z_score" => table.read(taken).map(Self::ZScore),
            "scaled" => table.read(taken).map(Self::Scaled),
            "goalposts" => table.read(taken).map(Self::Goalposts),
            "distance_to_max" => table.read(taken).map(Self::DistanceToMax),
            "distance_to_reference" => table.read(taken).map(Self::DistanceToReference),
            "distance_to_target" => table.read(taken).map(Self::DistanceToTarget),
            "fraction_of_max" => table.read(taken).map(Self::FractionOfMax),
            "percentile_rank" => table.read(taken).map(Self::PercentileRank),
            "rank" => table.read(taken).map(Self::Rank),
            "borda" => table.read(taken).map(Self::Borda),
            "position_score" => table.read(taken).map(Self::PositionScore),
            "target_completion" => table.read(taken).map(Self::TargetCompletion),
            "index_number" => table.read(taken).map(Self::IndexNumber),
            "efficacy" => table.read(taken).map(Self::Efficacy),
            "schedule_progress" => table.read(taken).map(Self::ScheduleProgress),
            "piecewise" => table.read(taken).map(Self::Piecewise),
            "standard_ratio" => table.read(taken).map(Self::StandardRatio),
            "growth_score" => GrowthScore::read(table, taken).map(Self::GrowthScore),
            _ => LevelProgress::read(table, taken).map(Self::LevelProgress),
        }
    }

    /// The rule as what can be done with any.
    pub(crate) fn as_rule(&self) -> &dyn AnyRule {
        match self {
            Self::MinMax(rule) => rule,
            Self::ZScore(rule) => rule,
            Self::Scaled(rule) => rule,
            Self::Goalposts(rule) => rule,
            Self::DistanceToMax(rule) => rule,
            Self::DistanceToReference(rule) => rule,
            Self::DistanceToTarget(rule) => rule,
            Self::FractionOfMax(rule) => rule,
            Self::PercentileRank(rule) => rule,
            Self::Rank(rule) => rule,
            Self::Borda(rule) => rule,
            Self::PositionScore(rule) => rule,
            Self::TargetCompletion(rule) => rule,
            Self::IndexNumber(rule) => rule,
            Self::Efficacy(rule) => rule,
            Self::ScheduleProgress(rule) => rule,
            Self::Piecewise(rule) => rule,
            Self::StandardRatio(rule) => rule,
            Self::GrowthScore(rule) => rule,
            Self::LevelProgress(rule) => rule,
        }
    }
}
