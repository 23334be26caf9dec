//! What can be read and makes no sense.

use yanzhi_kernel::Code;

use super::{
    CODE_UNKNOWN, CONDITION_EXPECTED, CONSTANT_FALLBACK, CYCLE, DECLARED_DIFFERS, EXPONENT, Fault,
    MAGNITUDE_DIFFERS, MEASURE_DIFFERS, NO_INDICATOR, NUMBER_EXPECTED, hint, shown, words,
};
use crate::{measure::Measure, quantity::Quantity, span::Span, tree::Part};

impl Fault {
    pub(crate) fn number_expected(span: Span, text: &str) -> Self {
        let found = shown(span.of(text));
        Self::new(
            NUMBER_EXPECTED,
            span,
            (
                format!("“{found}”是条件，这里要的是数"),
                format!("\"{found}\" is a condition, and a number belongs here"),
            ),
            words(
                "用 if(条件, 甲, 乙) 由条件得到数",
                "make a number of a condition with if(condition, a, b)",
            ),
        )
    }

    pub(crate) fn condition_expected(span: Span, text: &str) -> Self {
        let found = shown(span.of(text));
        Self::new(
            CONDITION_EXPECTED,
            span,
            (
                format!("“{found}”是数，这里要的是条件"),
                format!("\"{found}\" is a number, and a condition belongs here"),
            ),
            words(
                "写一个比较，如 GDP > 0",
                "write a comparison, such as GDP > 0",
            ),
        )
    }

    pub(crate) fn exponent(span: Span, text: &str) -> Self {
        let found = shown(span.of(text));
        Self::new(
            EXPONENT,
            span,
            (
                format!("带计量单位的量不能取“{found}”次方"),
                format!("a quantity with a measure unit cannot be raised to \"{found}\""),
            ),
            words(
                "指数写 -9 至 9 的整数，或先相除消去计量单位",
                "write a whole number from -9 to 9, or divide first so that no measure unit is left",
            ),
        )
    }

    pub(crate) fn constant_fallback(span: Span, text: &str) -> Self {
        let found = shown(span.of(text));
        Self::new(
            CONSTANT_FALLBACK,
            span,
            (
                format!("用“{found}”代替缺失的数据，会得到没有人报过的数"),
                format!(
                    "\"{found}\" in place of a missing figure would be a figure that nobody reported"
                ),
            ),
            words(
                "coalesce 中只写指标；缺失值的插补写在计算方法里",
                "let coalesce choose among indicators; what is missing is filled in by the method",
            ),
        )
    }

    /// Two parts that cannot be added, compared or chosen from.
    pub(crate) fn unlike(
        (left, of): (&Part, &Quantity),
        (right, other): (&Part, &Quantity),
        text: &str,
    ) -> Self {
        let span = left.span.to(right.span);
        let (left, right) = (shown(left.span.of(text)), shown(right.span.of(text)));
        let (measure, others) = (&of.measure, &other.measure);
        let what = (
            format!("“{left}”以 {measure} 计，“{right}”以 {others} 计"),
            format!("\"{left}\" is counted in {measure}, \"{right}\" in {others}"),
        );
        if !of.is_of_the_same_units(other) {
            let remedy = words(
                "只对同一计量单位的量相加、相减、比较或选择；不同的量相除得到比值",
                "add, subtract, compare and choose among quantities of one measure unit; divide unlike ones",
            );
            return Self::new(MEASURE_DIFFERS, span, what, remedy);
        }
        let tens = of.tens_to(other);
        let larger = if tens < 0 { right } else { left };
        let factor = factor(tens.abs());
        let remedy = (
            format!("换算成同一单位：{larger} * {factor}"),
            format!("convert one of them: {larger} * {factor}"),
        );
        Self::new(MAGNITUDE_DIFFERS, span, what, remedy)
    }

    /// The result is counted in something else than the indicator says.
    pub(crate) fn declared_differs(span: Span, result: &Quantity, declared: &Measure) -> Self {
        let declared_quantity = Quantity::plain(declared.clone());
        let found = &result.measure;
        let what = (
            format!("算出来以 {found} 计，而指标的计量单位是 {declared}"),
            format!("the result is counted in {found}, and the indicator in {declared}"),
        );
        let remedy = if result.is_of_the_same_units(&declared_quantity) {
            let tens = result.tens_to(&declared_quantity);
            let (sign, factor) = (if tens < 0 { '/' } else { '*' }, factor(tens.abs()));
            (
                format!("乘除换算：(…) {sign} {factor}，或改写指标的计量单位"),
                format!(
                    "convert it: (…) {sign} {factor}, or correct the measure unit of the indicator"
                ),
            )
        } else {
            words(
                "改正算式或指标的计量单位；“每万人口”一类用 per(…)，其单位同分子",
                "correct the expression or the measure unit of the indicator; for a count per inhabitants write per(…)",
            )
        };
        Self::new(DECLARED_DIFFERS, span, what, remedy)
    }

    pub(crate) fn no_indicator(span: Span) -> Self {
        Self::new(
            NO_INDICATOR,
            span,
            words("算式中没有指标", "the expression names no indicator"),
            words(
                "写出由哪些指标计算",
                "write which indicators it is computed from",
            ),
        )
    }

    pub(crate) fn code_unknown(span: Span, code: &Code, nearest: Option<&str>) -> Self {
        let (hint_zh, hint_en) = hint(nearest);
        Self::new(
            CODE_UNKNOWN,
            span,
            (
                format!("没有指标“{code}”"),
                format!("there is no indicator \"{code}\""),
            ),
            (
                format!("改正代码{hint_zh}；含“-”“.”或以数字开头的代码写在方括号里"),
                format!(
                    "correct the code{hint_en}; one with \"-\" or \".\" or a digit in front stands in brackets"
                ),
            ),
        )
    }

    /// The circle begins and ends with the same indicator.
    pub(crate) fn cycle(span: Span, circle: &[&Code]) -> Self {
        const MOST: usize = 12;
        let names: Vec<&str> = circle.iter().map(|code| code.as_str()).collect();
        let shown = match names.as_slice() {
            [first @ .., last] if names.len() > MOST => {
                let first: Vec<&str> = first.iter().take(MOST).copied().collect();
                format!("{} → … → {last}", first.join(" → "))
            }
            _ => names.join(" → "),
        };
        Self::new(
            CYCLE,
            span,
            (
                format!("指标的算式形成循环：{shown}"),
                format!("expressions of indicators go round in a circle: {shown}"),
            ),
            words(
                "改写其中一个算式，使它不再用到自己",
                "rewrite one of them so that it does not rest on itself",
            ),
        )
    }
}

/// 10⁴ as it is written in an expression.
fn factor(tens: i32) -> String {
    match u32::try_from(tens) {
        Ok(tens @ 0..=15) => 10_u64.pow(tens).to_string(),
        _ => format!("1e{tens}"),
    }
}
