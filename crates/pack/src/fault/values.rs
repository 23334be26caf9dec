//! Numbers that are none.

use yanzhi_kernel::NumberFault;

use super::{
    Fault, VALUE_DATE, VALUE_FORMULA, VALUE_GROUPING, VALUE_LEADING_ZERO, VALUE_MAGNITUDE,
    VALUE_MISSING, VALUE_NOT_A_NUMBER, VALUE_NOT_FINITE, VALUE_OUT_OF_RANGE, VALUE_PERCENT,
};

pub(crate) fn number(fault: NumberFault, text: &str) -> Fault {
    let what = fault.what(text);
    Fault::plain(code(fault), (what.zh, what.en), remedy(fault))
}

const fn code(fault: NumberFault) -> &'static str {
    match fault {
        NumberFault::Empty | NumberFault::MissingMark => VALUE_MISSING,
        NumberFault::Grouping => VALUE_GROUPING,
        NumberFault::Magnitude => VALUE_MAGNITUDE,
        NumberFault::Percent => VALUE_PERCENT,
        NumberFault::Formula | NumberFault::SheetError => VALUE_FORMULA,
        NumberFault::NotFinite => VALUE_NOT_FINITE,
        NumberFault::OutOfRange => VALUE_OUT_OF_RANGE,
        NumberFault::Date => VALUE_DATE,
        NumberFault::LeadingZero => VALUE_LEADING_ZERO,
        NumberFault::Malformed => VALUE_NOT_A_NUMBER,
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
