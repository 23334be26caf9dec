//! What cannot be read.

use yanzhi_kernel::nearest;

use super::{
    ARGUMENTS, BRACKET, CHAIN, CHARACTER, CODE_INVALID, EMPTY, FUNCTION, Fault, NUMBER, OPERAND,
    OPERATOR, PERCENT, STEP, TOO_DEEP, TOO_LONG, UNCLOSED, UNFINISHED, UNOPENED, Words, hint,
    shown, words,
};
use crate::{
    function::Function,
    parse::{DEEPEST, LONGEST_TEXT, MOST_TOKENS},
    slip::{Slip, SlipKind},
};

impl Fault {
    /// The words for why a text could not be read.
    pub(crate) fn of_slip(slip: &Slip, text: &str) -> Self {
        let found = shown(slip.span.of(text));
        let (code, what, remedy) = match &slip.kind {
            SlipKind::FunctionUnknown(name) => of_function(name.as_str()),
            SlipKind::Arguments(function) => of_arguments(*function),
            SlipKind::TooLong | SlipKind::TooDeep => of_limit(&slip.kind),
            SlipKind::NumberTooLarge | SlipKind::NumberGlued | SlipKind::StepCount => {
                of_number(&slip.kind, &found)
            }
            SlipKind::Character(_)
            | SlipKind::Percent
            | SlipKind::BracketUnclosed
            | SlipKind::Code => of_word(&slip.kind, &found),
            SlipKind::Operand
            | SlipKind::Operator
            | SlipKind::ComparisonChain
            | SlipKind::PowerChain => of_order(&slip.kind, &found),
            SlipKind::Empty | SlipKind::Unclosed | SlipKind::Unopened | SlipKind::Unfinished => {
                of_ends(&slip.kind)
            }
        };
        Self::new(code, slip.span, what, remedy)
    }
}

type Told = (&'static str, Words, Words);

/// A sentence about what was found.
fn about(found: &str, zh: &str, en: &str) -> Words {
    (format!("“{found}”{zh}"), format!("\"{found}\" {en}"))
}

fn of_number(kind: &SlipKind, found: &str) -> Told {
    match kind {
        SlipKind::NumberTooLarge => (
            NUMBER,
            about(
                found,
                "超出可表示的范围",
                "is beyond what a number can hold",
            ),
            words("写较小的数", "write a smaller number"),
        ),
        SlipKind::StepCount => (
            STEP,
            about(found, "不是时间间隔", "is not a step in time"),
            words(
                "写 1 至 1000 的整数加单位：1y（年）、1h（半年）、1q（季）、1m（月）",
                "write a whole number from 1 to 1000 and its unit: 1y (year), 1h (half-year), 1q (quarter), 1m (month)",
            ),
        ),
        _ => (
            NUMBER,
            about(found, "不是数", "is not a number"),
            words(
                "相乘写“2 * GDP”；以数字开头的代码写在方括号里：[2GDP]",
                "to multiply, write \"2 * GDP\"; a code that begins with a digit stands in brackets: [2GDP]",
            ),
        ),
    }
}

fn of_word(kind: &SlipKind, found: &str) -> Told {
    match kind {
        SlipKind::Percent => (
            PERCENT,
            about(found, "是百分号", "is a percent sign"),
            words(
                "写成小数，或用 share(部分, 总体) 得到百分数",
                "write a decimal number, or share(part, whole) for a percentage",
            ),
        ),
        SlipKind::BracketUnclosed => (
            BRACKET,
            about(
                found,
                "的方括号未闭合",
                "opens a bracket that is never closed",
            ),
            words("加上“]”", "add \"]\""),
        ),
        SlipKind::Code => (
            CODE_INVALID,
            about(found, "不是代码", "is not a code"),
            words(
                "用 1 至 64 个字母、数字、“_”“-”“.”，以字母或数字开头",
                "use 1 to 64 letters, digits, \"_\", \"-\" or \".\", beginning with a letter or digit",
            ),
        ),
        _ => (
            CHARACTER,
            about(found, "在算式中没有意义", "means nothing in an expression"),
            words(
                "指标写代码；含“-”“.”或以数字开头的代码写在方括号里：[A.1]",
                "write indicators by their codes; a code with \"-\" or \".\" or a digit in front stands in brackets: [A.1]",
            ),
        ),
    }
}

fn of_limit(kind: &SlipKind) -> Told {
    let remedy = words(
        "拆成几个派生指标，逐个引用",
        "divide it into several derived indicators that use each other",
    );
    match kind {
        SlipKind::TooLong => (
            TOO_LONG,
            (
                format!("算式超过 {LONGEST_TEXT} 字节或 {MOST_TOKENS} 个词"),
                format!("the expression has more than {LONGEST_TEXT} bytes or {MOST_TOKENS} words"),
            ),
            remedy,
        ),
        _ => (
            TOO_DEEP,
            (
                format!("括号、符号或增长率嵌套过深（括号至多 {DEEPEST} 层）"),
                format!(
                    "parentheses, signs or rates are nested too deeply ({DEEPEST} parentheses at most)"
                ),
            ),
            remedy,
        ),
    }
}

fn of_order(kind: &SlipKind, found: &str) -> Told {
    match kind {
        SlipKind::Operand => (
            OPERAND,
            (
                format!("“{found}”前缺少数或指标"),
                format!("a number or an indicator is missing before \"{found}\""),
            ),
            words("补上，或删去多余的符号", "add it, or remove the sign"),
        ),
        SlipKind::Operator => (
            OPERATOR,
            (
                format!("“{found}”前缺少运算符"),
                format!("an operator is missing before \"{found}\""),
            ),
            words(
                "在两者之间写 + - * / 等；数字中不写千分位逗号",
                "write + - * / or another between the two; numbers have no thousands separators",
            ),
        ),
        _ => (
            CHAIN,
            about(found, "有两种读法", "can be read in two ways"),
            words(
                "加括号；区间写作 a < b and b < c",
                "add parentheses; write a range as a < b and b < c",
            ),
        ),
    }
}

fn of_ends(kind: &SlipKind) -> Told {
    match kind {
        SlipKind::Empty => (
            EMPTY,
            words("算式为空", "the expression is empty"),
            words(
                "写出算式，如 RD / GDP * 100",
                "write one, such as RD / GDP * 100",
            ),
        ),
        SlipKind::Unclosed => (
            UNCLOSED,
            words("括号未闭合", "this parenthesis is never closed"),
            words("加上“)”", "add \")\""),
        ),
        SlipKind::Unopened => (
            UNOPENED,
            words("多了一个右括号", "this parenthesis closes none"),
            words("删去，或补上“(”", "remove it, or add \"(\""),
        ),
        _ => (
            UNFINISHED,
            words("算式没有写完", "the expression ends too early"),
            words(
                "在末尾补上数、指标或“)”",
                "add a number, an indicator or \")\" at its end",
            ),
        ),
    }
}

fn of_function(name: &str) -> Told {
    let known = Function::ALL.map(Function::name);
    let (zh, en) = hint(nearest(name, known));
    let known = known.join(", ");
    (
        FUNCTION,
        (
            format!("没有函数“{name}”"),
            format!("there is no function \"{name}\""),
        ),
        (
            format!("改用{zh}：{known}"),
            format!("use one of{en}: {known}"),
        ),
    )
}

fn of_arguments(function: Function) -> Told {
    let (name, example) = (function.name(), function.example());
    (
        ARGUMENTS,
        (
            format!("“{name}”的参数不对"),
            format!("these are not the arguments of \"{name}\""),
        ),
        (
            format!("写作 {example}"),
            format!("write it like {example}"),
        ),
    )
}
