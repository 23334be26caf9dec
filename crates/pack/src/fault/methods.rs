//! What the engine finds in a method, in two languages.

use yanzhi_engine::{MethodError, ParameterFault, ReadError};

use super::{
    Fault, KEY_MISSING, KEY_UNKNOWN, KEY_WRONG_KIND, METHOD_DIRECTION, METHOD_INVALID,
    METHOD_LEVEL, METHOD_NO_RULE, METHOD_PARAMETER, METHOD_PERIOD, METHOD_STEPS, METHOD_WORD,
    codes, hint, method_steps, settings,
};
use crate::code_list::INDICATORS;

pub(crate) fn reading(error: &ReadError) -> Fault {
    match error {
        ReadError::UnknownKey {
            path,
            known,
            nearest,
        } => listed(
            KEY_UNKNOWN,
            (
                format!("未知的键“{path}”"),
                format!("the key \"{path}\" is unknown"),
            ),
            nearest.as_deref(),
            known,
        ),
        ReadError::UnknownWord {
            path,
            word,
            known,
            nearest,
        } => listed(
            METHOD_WORD,
            (
                format!("“{path}”的值“{word}”未知"),
                format!("\"{word}\" is no value of \"{path}\""),
            ),
            nearest.as_deref(),
            known,
        ),
        ReadError::Missing { path } => Fault::new(
            KEY_MISSING,
            (
                format!("缺少键“{path}”"),
                format!("the key \"{path}\" is missing"),
            ),
            (format!("加入“{path}”"), format!("add \"{path}\"")),
        ),
        ReadError::WrongKind { path, reason } => wrong_kind(path, reason),
        other => invalid(other),
    }
}

/// The engine says in English what it expected; what it expects is little.
fn wrong_kind(path: &str, reason: &str) -> Fault {
    const KINDS: [(&str, (&str, &str)); 7] = [
        ("expected f64", ("数", "a number")),
        (
            "expected usize",
            ("不小于 0 的整数", "a whole number, 0 or more"),
        ),
        ("expected a boolean", ("true 或 false", "true or false")),
        ("expected a string", ("文字", "a text")),
        ("expected a table", ("表", "a table")),
        (
            "expected a list of tables",
            ("表的列表", "a list of tables"),
        ),
        ("expected a map", ("表", "a table")),
    ];
    let words = KINDS
        .iter()
        .filter(|(expected, _)| reason.contains(expected));
    match words.max_by_key(|(expected, _)| expected.len()) {
        Some((_, kind)) => settings::key_wrong_kind(path, *kind),
        None => Fault::plain(
            KEY_WRONG_KIND,
            (
                format!("“{path}”的值类型不对：{reason}"),
                format!("the value of \"{path}\" is of the wrong kind: {reason}"),
            ),
            ("按格式说明改写该值", "write the value as the format says"),
        ),
    }
}

fn listed(
    code: &'static str,
    what: (String, String),
    nearest: Option<&str>,
    known: &[String],
) -> Fault {
    let (zh, en) = hint(nearest);
    let known = known.join(", ");
    Fault::new(
        code,
        what,
        (
            format!("改正{zh}；可用：{known}"),
            format!("correct it{en}; known here: {known}"),
        ),
    )
}

fn invalid(error: &dyn std::fmt::Display) -> Fault {
    Fault::plain(
        METHOD_INVALID,
        (
            format!("方法有误：{error}"),
            format!("the method is not valid: {error}"),
        ),
        ("按说明改正方法", "correct the method as it says"),
    )
}

pub(crate) fn method(error: &MethodError) -> Fault {
    match error {
        MethodError::NoAggregate | MethodError::Twice { .. } | MethodError::Order { .. } => {
            steps(error)
        }
        MethodError::DirectionIgnored { indicator } => Fault::plain(
            METHOD_DIRECTION,
            (
                format!("指标“{indicator}”为逆向指标，但没有标准化步骤"),
                format!(
                    "the indicator \"{indicator}\" is better when lower, and no step normalises it"
                ),
            ),
            ("加入 normalise 步骤", "add a normalise step"),
        ),
        MethodError::UnknownIndicator {
            indicator, nearest, ..
        } => codes::unknown(INDICATORS, indicator, nearest.as_deref()),
        MethodError::NoRule { step, indicator } => Fault::new(
            METHOD_NO_RULE,
            (
                format!("步骤“{step}”中，指标“{indicator}”没有规则"),
                format!("the step \"{step}\" has no rule for the indicator \"{indicator}\""),
            ),
            (
                format!("为步骤写 rule，或写 [steps.indicators.{indicator}]"),
                format!("give the step a rule, or write [steps.indicators.{indicator}]"),
            ),
        ),
        MethodError::Parameter {
            step,
            rule,
            indicator,
            fault,
        } => parameter(step, rule, indicator.as_deref(), fault),
        MethodError::UnknownPeriod {
            period, nearest, ..
        } => unknown_period(period, nearest.as_deref()),
        MethodError::UnknownLevel { level, deepest, .. } => level_unknown(*level, *deepest),
        MethodError::LevelTwice { level, .. } => Fault::plain(
            METHOD_LEVEL,
            (
                format!("第 {level} 级出现两次"),
                format!("the level {level} stands twice"),
            ),
            ("只保留一个", "keep one of them"),
        ),
        other => method_steps::fault(other).unwrap_or_else(|| invalid(other)),
    }
}

fn steps(error: &MethodError) -> Fault {
    match error {
        MethodError::Twice { step } => Fault::plain(
            METHOD_STEPS,
            (
                format!("步骤“{step}”出现多次"),
                format!("there is more than one {step} step"),
            ),
            ("只保留一个", "keep one of them"),
        ),
        MethodError::Order { step, belongs } => {
            let side = if *belongs == "after" {
                "之后"
            } else {
                "之前"
            };
            Fault::plain(
                METHOD_STEPS,
                (
                    format!("步骤“{step}”应在 aggregate {side}"),
                    format!("the {step} step belongs {belongs} the aggregate step"),
                ),
                ("移动该步骤", "move the step"),
            )
        }
        _ => Fault::plain(
            METHOD_STEPS,
            (
                "没有 aggregate 步骤".to_owned(),
                "there is no aggregate step".to_owned(),
            ),
            ("加入 aggregate 步骤", "add an aggregate step"),
        ),
    }
}

fn unknown_period(period: &str, nearest: Option<&str>) -> Fault {
    let (zh, en) = hint(nearest);
    Fault::new(
        METHOD_PERIOD,
        (
            format!("评分口径下没有时期“{period}”的数据"),
            format!("the caliber that is scored has no figures of the period \"{period}\""),
        ),
        (
            format!("改用有数据的时期{zh}"),
            format!("choose a period with figures{en}"),
        ),
    )
}

fn level_unknown(level: usize, deepest: usize) -> Fault {
    Fault::new(
        METHOD_LEVEL,
        (
            format!("第 {level} 级没有带下级的节点"),
            format!("no node of the level {level} has children"),
        ),
        (
            format!("改为 0 至 {deepest}"),
            format!("write a level from 0 to {deepest}"),
        ),
    )
}

fn parameter(step: &str, rule: &str, indicator: Option<&str>, fault: &ParameterFault) -> Fault {
    let (of_zh, of_en) = indicator.map_or_else(Default::default, |code| {
        (format!("，指标“{code}”"), format!(", indicator \"{code}\""))
    });
    let (zh, en, remedy) = parameter_words(fault);
    Fault::new(
        METHOD_PARAMETER,
        (
            format!("步骤“{step}”，规则“{rule}”{of_zh}：{zh}"),
            format!("step \"{step}\", rule \"{rule}\"{of_en}: {en}"),
        ),
        remedy,
    )
}

fn parameter_words(fault: &ParameterFault) -> (String, String, (String, String)) {
    let say = |zh: String, en: String, remedy_zh: String, remedy_en: String| {
        (zh, en, (remedy_zh, remedy_en))
    };
    match fault {
        ParameterFault::Missing { name } => say(
            format!("缺少参数“{name}”"),
            format!("the parameter \"{name}\" is missing"),
            format!("写明“{name}”"),
            format!("give \"{name}\""),
        ),
        ParameterFault::NotPositive { name, value } => say(
            format!("参数“{name}”是 {value}"),
            format!("the parameter \"{name}\" is {value}"),
            "改为正数".to_owned(),
            "make it a number above 0".to_owned(),
        ),
        ParameterFault::NotFinite { name, value } => say(
            format!("参数“{name}”是 {value}"),
            format!("the parameter \"{name}\" is {value}"),
            "改为有限的数".to_owned(),
            "make it a finite number".to_owned(),
        ),
        ParameterFault::OutOfBounds {
            name,
            value,
            least,
            most,
        } => say(
            format!("参数“{name}”是 {value}"),
            format!("the parameter \"{name}\" is {value}"),
            format!("改为 {least} 至 {most} 之间的数"),
            format!("make it a number from {least} to {most}"),
        ),
        ParameterFault::NotBelow {
            low,
            low_value,
            high,
            high_value,
        } => say(
            format!("“{low}”（{low_value}）不小于“{high}”（{high_value}）"),
            format!("\"{low}\" ({low_value}) is not below \"{high}\" ({high_value})"),
            format!("使“{low}”小于“{high}”"),
            format!("make \"{low}\" less than \"{high}\""),
        ),
        ParameterFault::BelowLeast { .. } | ParameterFault::TooFew { .. } => counts(fault),
        other => other_parameter_words(other),
    }
}

fn counts(fault: &ParameterFault) -> (String, String, (String, String)) {
    match fault {
        ParameterFault::BelowLeast { name, value, least } => (
            format!("参数“{name}”是 {value}"),
            format!("the parameter \"{name}\" is {value}"),
            (
                format!("改为不小于 {least} 的整数"),
                format!("make it at least {least}"),
            ),
        ),
        ParameterFault::TooFew {
            name,
            found,
            needed,
        } => (
            format!("“{name}”只有 {found} 项"),
            format!("\"{name}\" has {found} entries"),
            (
                format!("至少写 {needed} 项"),
                format!("give at least {needed}"),
            ),
        ),
        other => other_parameter_words(other),
    }
}

fn other_parameter_words(fault: &ParameterFault) -> (String, String, (String, String)) {
    let said = |zh: String, en: String, remedy_zh: &str, remedy_en: &str| {
        (zh, en, (remedy_zh.to_owned(), remedy_en.to_owned()))
    };
    match fault {
        ParameterFault::UnknownUnit { name, unit, .. } => said(
            format!("参数“{name}”是“{unit}”，没有这个评价对象"),
            format!("the parameter \"{name}\" is \"{unit}\", which is no scored unit"),
            "改正代码",
            "correct the code",
        ),
        ParameterFault::UnknownPeriod { name, period, .. } => said(
            format!("参数“{name}”中的时期“{period}”没有数据"),
            format!("\"{name}\" names the period \"{period}\", which has no figures"),
            "改用有数据的时期",
            "choose a period with figures",
        ),
        ParameterFault::UnreadablePeriod { name, period } => said(
            format!("“{name}”：时期“{period}”的写法无法识别"),
            format!("\"{name}\": the period \"{period}\" cannot be placed in time"),
            "写成 2023、2023H1、2023Q1、2023-03 或 2023-01..2023-08",
            "write periods as 2023, 2023H1, 2023Q1, 2023-03 or 2023-01..2023-08",
        ),
        ParameterFault::NotEarlier {
            first,
            first_period,
            second,
            second_period,
        } => said(
            format!("“{first}”（{first_period}）不早于“{second}”（{second_period}）"),
            format!(
                "\"{first}\" ({first_period}) is not earlier than \"{second}\" ({second_period})"
            ),
            "使前者早于后者",
            "make the first end earlier",
        ),
        ParameterFault::NotRising {
            name,
            before,
            after,
        } => said(
            format!("“{name}”中 {before} 之后是 {after}"),
            format!("in \"{name}\" {after} follows {before}"),
            "由小到大排列，每个值一次",
            "put the entries in rising order, each value once",
        ),
        ParameterFault::ImpossibleShares { least, most } => said(
            format!("各份额下限合计 {least}，上限合计 {most}"),
            format!("the least shares add up to {least} and the largest to {most}"),
            "使 1 在两者之间",
            "let 1 lie between them",
        ),
        other => (
            format!("参数有误：{other}"),
            format!("the parameter is not valid: {other}"),
            ("按说明改正".to_owned(), "correct it as it says".to_owned()),
        ),
    }
}
