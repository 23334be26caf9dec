//! Figures that are not sure.

use crate::tiny_pack::{Case, Edit, check};

pub(crate) const CASES: &[Case] = &[
    Case {
        code: "value_missing",
        edits: &[Edit::Says("observations.csv", "2.1", "")],
        zh: "observations.csv:2:18: 数值为空 — 填写数值；没有数值的不要写这一行",
        en: "observations.csv:2:18: the value is empty — write the number; leave the row out where there is none",
    },
    Case {
        code: "value_missing",
        edits: &[Edit::Says("observations.csv", "2.1", "—")],
        zh: "observations.csv:2:18: “—”表示没有数值 — 填写数值；没有数值的不要写这一行",
        en: "observations.csv:2:18: \"—\" says that there is no value — write the number; leave the row out where there is none",
    },
    Case {
        code: "value_missing",
        edits: &[Edit::Says("observations.csv", "2.1", "N/A")],
        zh: "observations.csv:2:18: “N/A”表示没有数值 — 填写数值；没有数值的不要写这一行",
        en: "observations.csv:2:18: \"N/A\" says that there is no value — write the number; leave the row out where there is none",
    },
    Case {
        code: "value_grouping",
        edits: &[Edit::Says("observations.csv", "\"1,234\"", "\"1,23\"")],
        zh: "observations.csv:5:22: “1,23”的千分位逗号位置不对 — 写作 1234.5 或 1,234.5",
        en: "observations.csv:5:22: \"1,23\" has commas that do not part groups of three digits — write 1234.5 or 1,234.5",
    },
    Case {
        code: "value_magnitude",
        edits: &[Edit::Says("observations.csv", "987", "3.2亿")],
        zh: "observations.csv:6:22: “3.2亿”带有数量级 — 按指标的计量单位写出完整的数",
        en: "observations.csv:6:22: \"3.2亿\" is written with a magnitude — write the full number in the measure unit of the indicator",
    },
    Case {
        code: "value_percent",
        edits: &[Edit::Says("observations.csv", "987", "12.5%")],
        zh: "observations.csv:6:22: “12.5%”带有百分号，但计量单位不是 % — 去掉百分号，按指标的计量单位写数",
        en: "observations.csv:6:22: \"12.5%\" has a percent sign, but the measure unit is not % — write the number in the measure unit of the indicator, without the sign",
    },
    Case {
        code: "value_formula",
        edits: &[Edit::Says("observations.csv", "987", "=A1+B1")],
        zh: "observations.csv:6:22: “=A1+B1”是公式 — 在表格软件中复制后“粘贴为数值”",
        en: "observations.csv:6:22: \"=A1+B1\" is a formula — paste values instead of formulas in the spreadsheet",
    },
    Case {
        code: "value_formula",
        edits: &[Edit::Says("observations.csv", "987", "#DIV/0!")],
        zh: "observations.csv:6:22: “#DIV/0!”是表格软件的错误值 — 在表格软件中复制后“粘贴为数值”",
        en: "observations.csv:6:22: \"#DIV/0!\" is an error of the spreadsheet — paste values instead of formulas in the spreadsheet",
    },
    Case {
        code: "value_not_finite",
        edits: &[Edit::Says("observations.csv", "987", "NaN")],
        zh: "observations.csv:6:22: “NaN”不是有限的数 — 写一个数，如 1234.5、1,234.5 或 -0.3",
        en: "observations.csv:6:22: \"NaN\" is not a finite number — write a number such as 1234.5, 1,234.5 or -0.3",
    },
    Case {
        code: "value_out_of_range",
        edits: &[Edit::Says("observations.csv", "987", "1e400")],
        zh: "observations.csv:6:22: “1e400”超出可表示的范围 — 写一个数，如 1234.5、1,234.5 或 -0.3",
        en: "observations.csv:6:22: \"1e400\" is beyond what a number can hold — write a number such as 1234.5, 1,234.5 or -0.3",
    },
    Case {
        code: "value_date",
        edits: &[Edit::Says("observations.csv", "987", "2023/1/5")],
        zh: "observations.csv:6:22: “2023/1/5”像是日期 — 写一个数，如 1234.5、1,234.5 或 -0.3",
        en: "observations.csv:6:22: \"2023/1/5\" looks like a date — write a number such as 1234.5, 1,234.5 or -0.3",
    },
    Case {
        code: "value_leading_zero",
        edits: &[Edit::Says("observations.csv", "987", "0987")],
        zh: "observations.csv:6:22: “0987”以 0 开头，像是代码 — 写一个数，如 1234.5、1,234.5 或 -0.3",
        en: "observations.csv:6:22: \"0987\" begins with 0, as a code does — write a number such as 1234.5, 1,234.5 or -0.3",
    },
    Case {
        code: "value_not_a_number",
        edits: &[Edit::Says("observations.csv", "987", "约987")],
        zh: "observations.csv:6:22: “约987”不是数 — 写一个数，如 1234.5、1,234.5 或 -0.3",
        en: "observations.csv:6:22: \"约987\" is not a number — write a number such as 1234.5, 1,234.5 or -0.3",
    },
    Case {
        code: "value_not_a_number",
        edits: &[Edit::Says("targets.csv", "3.2", "三")],
        zh: "targets.csv:2:31: “三”不是数 — 写一个数，如 1234.5、1,234.5 或 -0.3",
        en: "targets.csv:2:31: \"三\" is not a number — write a number such as 1234.5, 1,234.5 or -0.3",
    },
    Case {
        code: "value_not_a_number",
        edits: &[Edit::Says(
            "framework.csv",
            "投入,Input,2",
            "投入,Input,two",
        )],
        zh: "framework.csv:3:23: “two”不是数 — 写一个数，如 1234.5、1,234.5 或 -0.3",
        en: "framework.csv:3:23: \"two\" is not a number — write a number such as 1234.5, 1,234.5 or -0.3",
    },
    Case {
        code: "value_missing",
        edits: &[Edit::Says("targets.csv", "3.0", "…")],
        zh: "targets.csv:2:27: “…”表示没有数值 — 填写数值；没有数值的不要写这一行",
        en: "targets.csv:2:27: \"…\" says that there is no value — write the number; leave the row out where there is none",
    },
];

#[test]
fn each_is_said_with_place_and_remedy() {
    check(CASES);
}
