//! What a text is that is no number.

use crate::Text;

/// Why a text is no number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NumberFault {
    /// Nothing there.
    Empty,
    /// A sign or word that says that there is no figure.
    MissingMark,
    /// Commas that do not part groups of three.
    Grouping,
    /// 万, 亿 and the like.
    Magnitude,
    /// `%` where the measure unit is none.
    Percent,
    /// `=A1+B1`.
    Formula,
    /// `#DIV/0!`.
    SheetError,
    /// `NaN`, `inf`.
    NotFinite,
    /// Beyond what a number can hold.
    OutOfRange,
    /// A day, not a number.
    Date,
    /// `007`: rather a code.
    LeadingZero,
    /// Anything else.
    Malformed,
}

impl NumberFault {
    /// What is wrong, as a sentence; `shown` is the text as messages show it.
    pub fn what(self, shown: &str) -> Text {
        let (zh, en) = self.predicate();
        match self {
            Self::Empty => Text::new(zh, en),
            _ => Text::new(format!("“{shown}”{zh}"), format!("\"{shown}\" {en}")),
        }
    }

    const fn predicate(self) -> (&'static str, &'static str) {
        match self {
            Self::Empty => ("数值为空", "the value is empty"),
            Self::MissingMark => ("表示没有数值", "says that there is no value"),
            Self::Grouping => (
                "的千分位逗号位置不对",
                "has commas that do not part groups of three digits",
            ),
            Self::Magnitude => ("带有数量级", "is written with a magnitude"),
            Self::Percent => (
                "带有百分号，但计量单位不是 %",
                "has a percent sign, but the measure unit is not %",
            ),
            Self::Formula => ("是公式", "is a formula"),
            Self::SheetError => ("是表格软件的错误值", "is an error of the spreadsheet"),
            Self::NotFinite => ("不是有限的数", "is not a finite number"),
            Self::OutOfRange => ("超出可表示的范围", "is beyond what a number can hold"),
            Self::Date => ("像是日期", "looks like a date"),
            Self::LeadingZero => ("以 0 开头，像是代码", "begins with 0, as a code does"),
            Self::Malformed => ("不是数", "is not a number"),
        }
    }
}
