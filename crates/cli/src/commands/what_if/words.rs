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
        WhatIfError::Figure {
            indicator,
            unit,
            value,
        } => {
            format!("{unit} 的指标 {indicator} 的数值是 {value}：请给出有限的数，或留空表示缺失")
        }
        _ => return None,
    })
}
