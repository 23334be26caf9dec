//! Why there is no answer, in both languages.

use yanzhi_engine::what_if::WhatIfError;
use yanzhi_kernel::{Lang, Text};

use crate::commands::analysis::refuse;

/// A refusal in the reader's language.
pub(super) fn refusal(error: &WhatIfError, lang: Lang) -> anyhow::Error {
    if let WhatIfError::Compute(error) = error {
        return refuse(&error.clone().into(), lang);
    }
    let en = error.to_string();
    let zh = chinese(error).unwrap_or_else(|| en.clone());
    anyhow::anyhow!(Text::new(zh, en).get(lang).to_owned())
}

fn hint(nearest: Option<&str>) -> String {
    nearest.map_or_else(String::new, |word| format!("（是否为“{word}”？）"))
}

fn chinese(error: &WhatIfError) -> Option<String> {
    Some(match error {
        WhatIfError::UnknownNode { node, nearest } => {
            format!(
                "指标体系中没有节点“{node}”{}：请给出维度或指标的代码",
                hint(nearest.as_deref())
            )
        }
        WhatIfError::UnknownUnit { unit, nearest } => {
            format!("没有评价对象“{unit}”{}", hint(nearest.as_deref()))
        }
        WhatIfError::UnknownIndicator { indicator, nearest } => {
            format!("没有指标“{indicator}”{}", hint(nearest.as_deref()))
        }
        WhatIfError::UnknownPeriod { period, nearest } => {
            format!("没有期别“{period}”{}", hint(nearest.as_deref()))
        }
        WhatIfError::UnknownLevel { level, deepest } => {
            format!("没有第 {level} 级：0 为指数，最深为第 {deepest} 级")
        }
        WhatIfError::NothingLeft { node } => {
            format!("去掉“{node}”后指数一无所有：请少去掉一些")
        }
        WhatIfError::WeightOfRoot { node } => {
            format!("“{node}”就是指数本身，没有权重：请改其下级的权重")
        }
        WhatIfError::NoScores { node, period } => {
            format!("{period} 没有任何对象在 {node} 有得分：请换一个节点或期别，或补报数据")
        }
        WhatIfError::NotUnder { node, above } => {
            format!("“{node}”不在“{above}”之下，与其得分无关：请改问“{above}”之下的节点")
        }
        WhatIfError::UnknownRank { rank, units } => {
            format!("{units} 个评价对象中没有第 {rank} 位：请在 1 至 {units} 中选择")
        }
        WhatIfError::Limits { indicator } => {
            format!("指标 {indicator} 的上下限之间没有数：下限不得大于上限")
        }
        WhatIfError::Figure {
            indicator,
            unit,
            value,
        } => {
            format!("{unit} 的指标 {indicator} 的数值是 {value}：请给出有限的数，或留空表示缺失")
        }
        other => of_weights(other)?,
    })
}

/// What stands against moving weights.
fn of_weights(error: &WhatIfError) -> Option<String> {
    Some(match error {
        WhatIfError::NotLinear { node, rule } => {
            format!(
                "{node} 的得分由“{rule}”得出，而这个问题要求得分是权重的线性函数：请改问其下的节点，或改用 arithmetic"
            )
        }
        WhatIfError::OwnWeights => {
            "这里每个评价对象各有权重，不能统一变动：请改用对所有对象相同的赋权规则".to_owned()
        }
        WhatIfError::Spread { spread } => {
            format!("幅度是 {spread}：请给出不小于 0 的数，如 0.25")
        }
        WhatIfError::NoWeights { parent } => {
            format!("“{parent}”之下没有权重能在界限内合计为 1：请放宽界限")
        }
        WhatIfError::TooManyUnits { units, most } => {
            format!("{units} 个评价对象超过两两比较的上限 {most} 个：请只问其中一组")
        }
        _ => return None,
    })
}
