//! The audit as tables.

use yanzhi_engine::audit::{Audit, Flags, IndicatorStatistics, Pair};
use yanzhi_kernel::{Lang, Text};

use crate::commands::{
    analysis::{Cell, Sheet},
    names::Names,
};

/// All tables, the main one first.
pub(super) fn all(found: &Audit, names: Names<'_>) -> Vec<Sheet> {
    vec![
        indicators(found, names),
        groups(found, names),
        pairs(
            "collinear",
            Text::new("共线的指标对", "Collinear pairs"),
            &found.collinear,
            names,
        ),
        pairs(
            "negative",
            Text::new(
                "同一维度内负相关的指标对",
                "Pairs inside a dimension that work against each other",
            ),
            &found.negative,
            names,
        ),
        denominators(found, names),
        units(found, names),
        pairs(
            "correlations",
            Text::new("指标间的相关系数", "Correlations between indicators"),
            &found.correlations,
            names,
        )
        .only_when_named(),
        ancestors(found, names).only_when_named(),
    ]
}

fn word(text: &str) -> Cell {
    Cell::Word(text.to_owned())
}

fn count(number: usize) -> Cell {
    Cell::Count(i64::try_from(number).unwrap_or(i64::MAX))
}

fn indicators(found: &Audit, names: Names<'_>) -> Sheet {
    let title = Text::new(
        format!("指标描述统计（{}，{}）", found.step, found.period),
        format!(
            "Statistics of the indicators ({}, {})",
            found.step, found.period
        ),
    );
    let mut sheet = Sheet::new(
        "indicators",
        title,
        &[
            ("indicator", "代码", "Code"),
            ("name", "名称", "Name"),
            ("n", "有数", "Figures"),
            ("missing_share", "缺失占比", "Missing"),
            ("min", "最小", "Min"),
            ("median", "中位数", "Median"),
            ("mean", "平均", "Mean"),
            ("max", "最大", "Max"),
            ("sd", "标准差", "Std dev"),
            ("skewness", "偏度", "Skewness"),
            ("kurtosis", "峰度", "Kurtosis"),
            ("flags", "提示", "Flags"),
        ],
    );
    let row = |it: &IndicatorStatistics| {
        vec![
            word(&it.code),
            Cell::Word(names.node(&it.code)),
            count(it.n),
            Cell::number(it.missing_share, 2),
            Cell::number(it.min, 3),
            Cell::number(it.median, 3),
            Cell::number(it.mean, 3),
            Cell::number(it.max, 3),
            Cell::number(it.sd, 3),
            Cell::number(it.skewness, 2),
            Cell::number(it.kurtosis, 2),
            Cell::Term(flags(it.flags)),
        ]
    };
    sheet.rows = found.indicators.iter().map(row).collect();
    sheet
}

fn flags(flags: Flags) -> Text {
    let words = [
        (flags.few_available, Text::new("缺数多", "few figures")),
        (flags.many_zeros, Text::new("零值多", "many zeros")),
        (flags.few_unique, Text::new("重复值多", "few different")),
        (flags.outliers, Text::new("有离群值", "outliers")),
    ];
    let raised = || words.iter().filter(|(is_raised, _)| *is_raised);
    let said = |lang| raised().map(|(_, text)| text.get(lang)).collect::<Vec<_>>();
    Text::new(said(Lang::Zh).join("；"), said(Lang::En).join("; "))
}

fn groups(found: &Audit, names: Names<'_>) -> Sheet {
    let (step, period) = (&found.step, &found.period);
    let title = Text::new(
        format!("各维度内部一致性（{step}，{period}）"),
        format!("How well each group belongs together ({step}, {period})"),
    );
    let mut sheet = Sheet::new(
        "groups",
        title,
        &[
            ("node", "代码", "Code"),
            ("name", "名称", "Name"),
            ("indicators", "指标数", "Indicators"),
            ("alpha", "克隆巴赫 α", "Cronbach's α"),
            ("children", "下级数", "Children"),
            (
                "first_component",
                "第一主成分解释",
                "First component explains",
            ),
            ("components_above_1", "特征值>1 的主成分", "Eigenvalues > 1"),
        ],
    );
    sheet.note = (step == "raw").then(|| {
        Text::new(
            "原始数据量纲不同，其 α 说明不了什么：通常应看 --step normalise",
            "α of raw figures on different scales says little: --step normalise is what is usually meant",
        )
    });
    for it in &found.groups {
        let components = it.components.as_ref();
        let explained = components.and_then(|it| it.explained.first().copied());
        let large = components.map(|it| it.sd.iter().filter(|sd| **sd > 1.0).count());
        sheet.rows.push(vec![
            word(&it.node),
            Cell::Word(names.node(&it.node)),
            count(it.indicators),
            Cell::number(it.alpha, 3),
            count(it.children.len()),
            Cell::number(explained, 3),
            large.map_or(Cell::Missing, count),
        ]);
    }
    sheet
}

fn pairs(name: &'static str, title: Text, pairs: &[Pair], names: Names<'_>) -> Sheet {
    let mut sheet = Sheet::new(
        name,
        title,
        &[
            ("first", "指标", "Indicator"),
            ("first_name", "名称", "Name"),
            ("second", "指标", "Indicator"),
            ("second_name", "名称", "Name"),
            ("group", "共同上级", "Both under"),
            ("correlation", "相关系数", "Correlation"),
            ("n", "有数", "Figures"),
            ("p_value", "p 值", "p-value"),
        ],
    );
    for it in pairs {
        sheet.rows.push(vec![
            word(&it.first),
            Cell::Word(names.node(&it.first)),
            word(&it.second),
            Cell::Word(names.node(&it.second)),
            word(&it.group),
            Cell::number(it.correlation.map(|it| it.value), 3),
            it.correlation.map_or(Cell::Missing, |it| count(it.n)),
            Cell::number(it.correlation.and_then(|it| it.p_value), 3),
        ]);
    }
    sheet
}

fn denominators(found: &Audit, names: Names<'_>) -> Sheet {
    let mut sheet = Sheet::new(
        "denominators",
        Text::new(
            "与指标体系外的列高度相关的指标",
            "Indicators that go with a column outside the index",
        ),
        &[
            ("indicator", "代码", "Code"),
            ("name", "名称", "Name"),
            ("denominator", "列", "Column"),
            ("correlation", "相关系数", "Correlation"),
            ("n", "有数", "Figures"),
        ],
    );
    for it in &found.denominators {
        sheet.rows.push(vec![
            word(&it.indicator),
            Cell::Word(names.node(&it.indicator)),
            word(&it.denominator),
            Cell::Number(it.correlation.value, 3),
            count(it.correlation.n),
        ]);
    }
    sheet
}

fn units(found: &Audit, names: Names<'_>) -> Sheet {
    let mut sheet = Sheet::new(
        "units",
        Text::new("各评价对象的数据齐备率", "Availability of figures by unit"),
        &[
            ("unit", "代码", "Code"),
            ("name", "名称", "Name"),
            ("missing", "缺数", "Missing"),
            ("zeros", "零值", "Zeros"),
            ("available", "齐备率", "Available"),
            ("non_zero", "非零率", "Not zero"),
        ],
    );
    for it in &found.units {
        sheet.rows.push(vec![
            word(&it.unit),
            Cell::Word(names.unit(&it.unit)),
            count(it.missing),
            count(it.zeros),
            Cell::Number(it.available, 3),
            Cell::number(it.non_zero, 3),
        ]);
    }
    sheet
}

fn ancestors(found: &Audit, names: Names<'_>) -> Sheet {
    let mut sheet = Sheet::new(
        "ancestors",
        Text::new(
            "各节点与其上级的相关系数",
            "Correlations of each node with the nodes above it",
        ),
        &[
            ("node", "代码", "Code"),
            ("name", "名称", "Name"),
            ("ancestor", "上级", "Above"),
            ("distance", "级差", "Levels up"),
            ("correlation", "相关系数", "Correlation"),
            ("n", "有数", "Figures"),
        ],
    );
    for it in &found.ancestors {
        sheet.rows.push(vec![
            word(&it.node),
            Cell::Word(names.node(&it.node)),
            word(&it.ancestor),
            count(it.distance),
            Cell::number(it.correlation.map(|it| it.value), 3),
            it.correlation.map_or(Cell::Missing, |it| count(it.n)),
        ]);
    }
    sheet
}
