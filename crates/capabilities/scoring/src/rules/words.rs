//! What the engine says, in both languages.

use yanzhi_engine::steps::{ImputeFault, ScreenCause};
use yanzhi_engine::{ComputeError, Fault, Missing, Place};
use yanzhi_kernel::{Lang, Text};

use crate::{Gap, ScoringError};

/// Why a place has no score, and what to do.
pub fn explain_missing(missing: &Missing) -> Text {
    let zh = match missing {
        Missing::NoData { indicator } => {
            format!("没有指标 {indicator} 的数据：请补报，或改用允许缺项的方法")
        }
        Missing::NoDenominator {
            indicator,
            denominator,
        } => {
            format!("指标 {indicator} 的分母 {denominator} 没有数据：请补报")
        }
        Missing::NoBase { indicator } => {
            format!("指标 {indicator} 没有基期数据，无从比较：请补报基期数据")
        }
        Missing::NoChange { indicator } => {
            format!("指标 {indicator} 没有上期数据，无从计算增减：请补报上期数据")
        }
        Missing::NotBegun { indicator } => {
            format!("指标 {indicator} 的时序进度从基期之后起算：请选择基期之后的期别")
        }
        Missing::Screened { cause, .. } => {
            format!("该评价对象未参与评价：{}", screened_zh(cause))
        }
        Missing::Trimmed { indicator, step } => format!(
            "指标 {indicator} 的数据超出界限，已在步骤 {step} 中剔除：请核对数据，或设 beyond = \"limit\""
        ),
        Missing::NoneAvailable { node } => {
            format!("{node} 下没有任何得分：请补报其指标数据")
        }
        Missing::BelowThreshold {
            node,
            available,
            threshold,
        } => format!(
            "{node} 的下级只有 {:.1}% 有得分，低于方法要求的 {:.1}%：请补报缺项，或调低 data_threshold",
            available * 100.0,
            threshold * 100.0
        ),
        Missing::NoWeight { node } => {
            format!("{node} 下有得分的下级权重全为 0：请补报缺项，或调整权重")
        }
        other => other.to_string(),
    };
    Text::new(zh, missing.to_string())
}

/// Why the index could not be computed, and what to do.
pub fn refusal(error: &ScoringError) -> Text {
    let en = error.to_string();
    let zh = match error {
        ScoringError::NoFigures { caliber } => {
            format!(
                "没有口径 {caliber} 下任何被评价对象的数据：请补充数据，或修改 strategy.toml 的 [scoring]"
            )
        }
        ScoringError::Compute(ComputeError::Rule { place, fault }) => {
            format!("{}：{}", place_zh(place), fault_zh(fault))
        }
        ScoringError::NotComputable { version, why } => {
            let why = refusal(why);
            return Text::new(
                format!("版本 {version} 算不出指数：{}", why.zh),
                format!("Version {version} gives no index: {}", why.en),
            );
        }
        ScoringError::ScoresMissing { version, gaps } => {
            return scores_missing(version, gaps);
        }
        ScoringError::UnknownPeriod { period, known } => {
            format!("没有期别 {period} 的数据：请从 {} 中选择", known.join("、"))
        }
        ScoringError::UnknownUnit(unit) => format!("没有被评价对象 {unit}"),
        ScoringError::NothingThen(moment) => format!("{moment} 时尚无指数：请选择更晚的日期"),
        ScoringError::UnknownNode(node) => format!("指标体系中没有节点 {node}"),
        ScoringError::NotReproducible {
            run,
            stored,
            computed,
        } => format!(
            "指数运算 {run} 无法重现：已存 {stored}，重算得 {computed}；数据或指标体系被绕过程序修改"
        ),
        _ => en.clone(),
    };
    Text::new(zh, en)
}

fn scores_missing(version: &str, gaps: &[Gap]) -> Text {
    let said = |lang: Lang| {
        let first = gaps.iter().take(3).map(|gap| {
            let unit = gap.unit.as_deref().unwrap_or("*");
            let why = gap.why.get(lang);
            format!("{} {unit} {}: {why}", gap.period, gap.node)
        });
        first.collect::<Vec<_>>().join("; ")
    };
    let count = gaps.len();
    Text::new(
        format!(
            "版本 {version} 有 {count} 处得不到分：{}。请补报数据或修改方法；确认可以缺分时再发布",
            said(Lang::Zh)
        ),
        format!(
            "Version {version} leaves {count} places without a score: {}. Add figures or change the method, or publish \
             allowing scores to be missing",
            said(Lang::En)
        ),
    )
}

fn place_zh(place: &Place) -> String {
    let mut text = format!("步骤 {}，规则 {}，{}", place.step, place.rule, place.code);
    if let Some(period) = &place.period {
        text.push_str("，期别 ");
        text.push_str(period);
    }
    if let Some(unit) = &place.unit {
        text.push_str("，评价对象 ");
        text.push_str(unit);
    }
    text
}

fn fault_zh(fault: &Fault) -> String {
    match fault {
        Fault::ZeroRange { value } => format!(
            "所有数值都是 {value}，极差为零；请对该指标改用目标值区间或标准值、扩大取值范围，或移出该指标"
        ),
        Fault::LogOfNonPositive { value } => {
            format!("{value} 不能取对数；请更正数据，或设 log = false")
        }
        Fault::NonPositiveGeometric { child, score } => format!(
            "几何平均要求得分大于 0，而 {child} 得分为 {score}；请归一化到大于 0 的区间（如 lower = 1），或改用算术平均"
        ),
        Fault::ZeroDenominator { denominator } => {
            format!("分母 {denominator} 为 0；请更正分母，或删去该数据")
        }
        Fault::NonPositiveRatio { value } => {
            format!("{value} 不能作标准比值；请更正数据，或对该指标改用目标值区间")
        }
        Fault::NonPositiveBest { value } => {
            format!("最优值是 {value}，不能以它为分母；请对该指标改用 min_max 或 goalposts")
        }
        Fault::NonPositiveStart { value } => {
            format!("起始值是 {value}，不能计算增速或指数；请更正数据，或按水平、按差额计分")
        }
        Fault::TooFewValues { found, needed } => format!(
            "该规则至少需要 {needed} 个数值，只有 {found} 个；请补报数据、扩大取值范围，或改用参数固定的规则"
        ),
        Fault::NoReference { unit } => {
            format!("参照对象 {unit} 没有数据；请补报，或另选参照对象")
        }
        Fault::TargetNotBetter { target, than } => {
            format!("目标值 {target} 不优于 {than}；请更正目标值或指标方向，或移出该指标")
        }
        Fault::NoTarget { period } => {
            format!("{period} 没有目标值；请给出 target，或在 targets 中给出该期目标")
        }
        Fault::ScaledLog { max } => format!(
            "该对数按最大值缩放，而最大值 {max} 不大于 1；请调大 factor（10 的幂），或改用规则 log"
        ),
        Fault::Impute(fault) => impute_fault_zh(fault),
        Fault::EmptyBase { base } => {
            format!("基期 {base} 没有数据；请选择有数据的基期")
        }
        Fault::NotFinite => "结果不是有限数；请检查数据、计量单位和倍数".to_owned(),
        Fault::TooManyUnits { units, most } => {
            format!(
                "{units} 个评价对象不能一次两两比较，最多 {most} 个；请减少评价对象，或改用别的规则"
            )
        }
        Fault::NegativePoints { points } => {
            format!("加减分不能是 {points} 分；请更正数据")
        }
        other => score_fault_zh(other),
    }
}

/// What is wrong with scores on their way up the tree, and with weights computed from them.
fn score_fault_zh(fault: &Fault) -> String {
    match fault {
        Fault::NonPositiveChild { child, score } => format!(
            "该规则要求得分大于 0，而 {child} 得分为 {score}；请归一化到大于 0 的区间，或改用算术平均"
        ),
        Fault::NegativeChild { child, score } => format!(
            "该规则要求得分不小于 0，而 {child} 得分为 {score}；请归一化到不小于 0 的区间，或改用算术平均"
        ),
        Fault::NonPositiveMean { mean } => {
            format!("罚项要求下级均值大于 0，而均值是 {mean}；请归一化到大于 0 的区间")
        }
        Fault::NoContrast => {
            "最优与最劣在该评价对象有数的各项上相同，无从比较；请补报数据，或改用别的规则"
                .to_owned()
        }
        Fault::FewRows { found, needed } => format!(
            "计算权重需要 {needed} 行完整的数据，只有 {found} 行；请补报数据，或改用给定权重"
        ),
        Fault::ConstantChild { child } => {
            format!("{child} 的得分处处相同，没有相关系数；请移出该项，或改用别的赋权规则")
        }
        Fault::NoCorrelation => {
            "有两个下级没有相关系数（同有得分处，其一不变）；请补报数据，或改用别的赋权规则"
                .to_owned()
        }
        Fault::NoInformation => "没有一个下级提供同级之外的信息；请改用别的赋权规则".to_owned(),
        Fault::NotBalanced { evaluations, gap } => format!(
            "试了 {evaluations} 组权重，相关系数仍与目标相差 {gap:e}；请放宽精度，或改用别的赋权规则"
        ),
        other => other.to_string(),
    }
}

fn impute_fault_zh(fault: &ImputeFault) -> String {
    match fault {
        ImputeFault::ConstantPredictor { predictor } => {
            format!("{predictor} 的数值全都相同，不能据以推算；请另选指标，或改用其他规则")
        }
        ImputeFault::NoConvergence { iterations, .. } => format!(
            "迭代 {iterations} 次后仍未收敛；请调大 iterations 或 tolerance，或减少一起计算的指标"
        ),
        ImputeFault::Singular => {
            "指标之间线性相关，或评价对象太少；请减少一起计算的指标（更深的 level），或改用其他规则"
                .to_owned()
        }
        ImputeFault::TooManyIndicators { found, most } => format!(
            "一起计算的指标有 {found} 个，最多 {most} 个；请减少一起计算的指标（更深的 level），或改用其他规则"
        ),
        other => other.to_string(),
    }
}

fn screened_zh(cause: &ScreenCause) -> String {
    match cause {
        ScreenCause::FewAvailable {
            available,
            threshold,
        } => format!(
            "只有 {:.1}% 的指标有数据，低于方法要求的 {:.1}%：请补报缺项，或调低 available",
            available * 100.0,
            threshold * 100.0
        ),
        ScreenCause::ManyZeros {
            non_zero,
            threshold,
        } => format!(
            "只有 {:.1}% 的数据不为零，低于方法要求的 {:.1}%：请核对零值，或调低 non_zero",
            non_zero * 100.0,
            threshold * 100.0
        ),
        ScreenCause::Named => "方法在 leave_out 中指明不评价：需要评价时请从中删去".to_owned(),
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_unit_left_out_is_explained_in_both_languages() {
        let missing = Missing::Screened {
            step: "screen".into(),
            cause: ScreenCause::FewAvailable {
                available: 0.5,
                threshold: 0.9,
            },
        };
        let text = explain_missing(&missing);
        assert!(text.zh.contains("只有 50.0% 的指标有数据"), "{}", text.zh);
        assert!(text.en.contains("left out by step screen"), "{}", text.en);
    }

    #[test]
    fn a_missing_score_is_explained_in_both_languages() {
        let missing = Missing::BelowThreshold {
            node: "D1".into(),
            available: 0.5,
            threshold: 0.6,
        };
        let text = explain_missing(&missing);
        assert!(text.zh.contains("D1") && text.zh.contains("50.0%") && text.zh.contains("60.0%"));
        assert!(text.en.contains("D1"));
    }

    #[test]
    fn a_refusal_names_the_place_in_both_languages() {
        let place = Box::new(Place {
            step: "normalise".into(),
            rule: "min_max".into(),
            code: "RD_GDP".into(),
            period: Some("2023".into()),
            unit: None,
        });
        let error = ComputeError::Rule {
            place,
            fault: Fault::ZeroRange { value: 2.0 },
        };
        let text = refusal(&error.into());
        for said in [&text.zh, &text.en] {
            assert!(
                said.contains("RD_GDP") && said.contains("2023") && said.contains("min_max"),
                "{said}"
            );
        }
        assert!(text.zh.contains("极差为零"));
    }
}
