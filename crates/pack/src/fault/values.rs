//! Numbers that are none.

use super::{
    Fault, VALUE_DATE, VALUE_FORMULA, VALUE_GROUPING, VALUE_LEADING_ZERO, VALUE_MAGNITUDE,
    VALUE_MISSING, VALUE_NOT_A_NUMBER, VALUE_NOT_FINITE, VALUE_OUT_OF_RANGE, VALUE_PERCENT,
};
use crate::number::NumberFault;

pub(crate) fn number(fault: NumberFault, text: &str) -> Fault {
    let (code, zh, en) = reason(fault);
    let (remedy_zh, remedy_en) = remedy(fault);
    let what = match fault {
        NumberFault::Empty => (zh.to_owned(), en.to_owned()),
        _ => (format!("“{text}”{zh}"), format!("\"{text}\" {en}")),
    };
    Fault::plain(code, what, (remedy_zh, remedy_en))
}

fn reason(fault: NumberFault) -> (&'static str, &'static str, &'static str) {
    match fault {
        NumberFault::Empty => (VALUE_MISSING, "数值为空", "the value is empty"),
        NumberFault::MissingMark => (VALUE_MISSING, "表示没有数值", "says that there is no value"),
        NumberFault::Grouping => (
            VALUE_GROUPING,
            "的千分位逗号位置不对",
            "has commas that do not part groups of three digits",
        ),
        NumberFault::Magnitude => (VALUE_MAGNITUDE, "带有数量级", "is written with a magnitude"),
        NumberFault::Percent => (
            VALUE_PERCENT,
            "带有百分号，但计量单位不是 %",
            "has a percent sign, but the measure unit is not %",
        ),
        NumberFault::Formula => (VALUE_FORMULA, "是公式", "is a formula"),
        NumberFault::SheetError => (
            VALUE_FORMULA,
            "是表格软件的错误值",
            "is an error of the spreadsheet",
        ),
        NumberFault::NotFinite => (VALUE_NOT_FINITE, "不是有限的数", "is not a finite number"),
        NumberFault::OutOfRange => (
            VALUE_OUT_OF_RANGE,
            "超出可表示的范围",
            "is beyond what a number can hold",
        ),
        NumberFault::Date => (VALUE_DATE, "像是日期", "looks like a date"),
        NumberFault::LeadingZero => (
            VALUE_LEADING_ZERO,
            "以 0 开头，像是代码",
            "begins with 0, as a code does",
        ),
        NumberFault::Malformed => (VALUE_NOT_A_NUMBER, "不是数", "is not a number"),
    }
}

fn remedy(fault: NumberFault) -> (&'static str, &'static str) {
    match fault {
        NumberFault::Empty | NumberFault::MissingMark => (
            "填写数值；没有数值的不要写这一行",
            "write the number; leave the row out where there is none",
        ),
        NumberFault::Grouping => ("写作 1234.5 或 1,234.5", "write 1234.5 or 1,234.5"),
        NumberFault::Magnitude => (
            "按指标的计量单位写出完整的数",
            "write the full number in the measure unit of the indicator",
        ),
        NumberFault::Percent => (
            "去掉百分号，按指标的计量单位写数",
            "write the number in the measure unit of the indicator, without the sign",
        ),
        NumberFault::Formula | NumberFault::SheetError => (
            "在表格软件中复制后“粘贴为数值”",
            "paste values instead of formulas in the spreadsheet",
        ),
        _ => (
            "写一个数，如 1234.5、1,234.5 或 -0.3",
            "write a number such as 1234.5, 1,234.5 or -0.3",
        ),
    }
}
