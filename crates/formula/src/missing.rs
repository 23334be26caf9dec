//! Why a derived figure is missing. Missing is an absence and never 0.

use std::fmt;

use serde::Serialize;
use yanzhi_kernel::{Code, Lang, Period, Text};

use crate::span::Span;

/// Why there is no value, and at which place of the expression.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Missing {
    /// The place in the text of the expression.
    pub span: Span,
    /// The reason.
    #[serde(flatten)]
    pub reason: Reason,
}

/// Why there is no value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "reason", rename_all = "snake_case")]
pub enum Reason {
    /// A figure that it needs is not there.
    NoFigure {
        /// The indicator.
        indicator: Code,
        /// The unit.
        unit: Code,
        /// The period.
        period: Period,
    },
    /// No period of this kind stands so many months earlier.
    NoPeriod {
        /// The period from which it was asked.
        period: Period,
        /// Months back.
        months: i32,
    },
    /// Something is divided by 0.
    DivisionByZero,
    /// A rate of growth from a negative base, or a root of a negative number.
    NegativeBase,
    /// The unit has no children, or none of the kind.
    NoChildren {
        /// The unit.
        unit: Code,
    },
    /// The children are of several kinds, which may overlap, and the expression does not say which.
    MixedChildren {
        /// The unit.
        unit: Code,
    },
    /// The result is beyond what a number can hold.
    Overflow,
}

impl Reason {
    pub(crate) const fn at(self, span: Span) -> Missing {
        Missing { span, reason: self }
    }

    /// The stable word.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NoFigure { .. } => "no_figure",
            Self::NoPeriod { .. } => "no_period",
            Self::DivisionByZero => "division_by_zero",
            Self::NegativeBase => "negative_base",
            Self::NoChildren { .. } => "no_children",
            Self::MixedChildren { .. } => "mixed_children",
            Self::Overflow => "overflow",
        }
    }

    /// What is missing, and what to do about it.
    pub fn text(&self) -> Text {
        let (zh, en) = match self {
            Self::NoFigure {
                indicator,
                unit,
                period,
            } => (
                format!("缺少 {unit} {period} 的 {indicator}：报送后自动计算"),
                format!(
                    "{indicator} of {unit} for {period} is missing: it is computed once that is reported"
                ),
            ),
            Self::NoPeriod { period, months } => (
                format!("{period} 之前 {months} 个月没有同类时期：按时期的长度写间隔"),
                format!(
                    "no period of the kind of {period} stands {months} months earlier: step by whole periods"
                ),
            ),
            Self::DivisionByZero => (
                "除数为 0：核对作分母的数据".to_owned(),
                "the divisor is 0: check the figure that is divided by".to_owned(),
            ),
            Self::NegativeBase => (
                "基数为负，增长率没有意义：改用差额".to_owned(),
                "the base is negative, so a rate says nothing: use the difference".to_owned(),
            ),
            Self::NoChildren { unit } => (
                format!("{unit} 没有（该类的）下级单位"),
                format!("{unit} has no children of the kind asked for"),
            ),
            Self::MixedChildren { unit } => (
                format!(
                    "{unit} 的下级单位有多类，相互可能重叠：写明类别，如 sum_children(X, district)"
                ),
                format!(
                    "the children of {unit} are of several kinds, which may overlap: name one, as in sum_children(X, district)"
                ),
            ),
            Self::Overflow => (
                "结果超出可表示的范围：核对数据的数量级".to_owned(),
                "the result is beyond what a number can hold: check the magnitude of the figures"
                    .to_owned(),
            ),
        };
        Text::new(zh, en)
    }
}

impl fmt::Display for Missing {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.reason.text().get(Lang::default()))
    }
}
