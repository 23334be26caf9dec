//! What the engine finds in single steps of a method, in two languages. A text is what is wrong and what to do.

use yanzhi_engine::MethodError;
use yanzhi_engine::steps::{AdjustFault, BandFault, JudgementFault};

use super::{Fault, METHOD_STEP, hint};

/// What is wrong, in Chinese and in English, and what to do, in Chinese and in English.
type Words = (String, String, String, String);

fn words(zh: String, en: String, remedy_zh: &str, remedy_en: &str) -> Words {
    (zh, en, remedy_zh.to_owned(), remedy_en.to_owned())
}

/// The words of a fault of a step that is only that step's.
pub(super) fn fault(error: &MethodError) -> Option<Fault> {
    let (zh, en, remedy_zh, remedy_en) = match error {
        MethodError::Adjust { step, fault } => in_step(step, adjust(fault)?),
        MethodError::Band { step, fault } => in_step(step, band(fault)?),
        MethodError::Judgement {
            step, node, fault, ..
        } => {
            let (zh, en, remedy_zh, remedy_en) = judgement(fault)?;
            let zh = format!("节点“{node}”：{zh}");
            let en = format!("node \"{node}\": {en}");
            in_step(step, (zh, en, remedy_zh, remedy_en))
        }
        other => of_step(other)?,
    };
    Some(Fault::new(METHOD_STEP, (zh, en), (remedy_zh, remedy_en)))
}

fn in_step(step: &str, (zh, en, remedy_zh, remedy_en): Words) -> Words {
    let zh = format!("步骤“{step}”：{zh}");
    let en = format!("step \"{step}\": {en}");
    (zh, en, remedy_zh, remedy_en)
}

fn unknown(zh: &str, en: &str, word: &str, nearest: Option<&str>) -> Words {
    let (hint_zh, hint_en) = hint(nearest);
    (
        format!("{zh}“{word}”不存在"),
        format!("there is no {en} \"{word}\""),
        format!("改正{hint_zh}"),
        format!("correct it{hint_en}"),
    )
}

fn unknown_code(error: &MethodError) -> Option<Words> {
    let nearest = |word: &Option<String>| word.clone();
    Some(match error {
        MethodError::UnknownUnit {
            step,
            unit,
            nearest: word,
        } => in_step(
            step,
            unknown("评价对象", "scored unit", unit, nearest(word).as_deref()),
        ),
        MethodError::UnknownGrouping {
            step,
            grouping,
            nearest: word,
        } => in_step(
            step,
            unknown("分组", "grouping", grouping, nearest(word).as_deref()),
        ),
        MethodError::UnknownBase {
            step,
            period,
            nearest: word,
            ..
        } => in_step(
            step,
            unknown(
                "有数据的时期",
                "period with figures",
                period,
                nearest(word).as_deref(),
            ),
        ),
        MethodError::UnknownNode {
            step,
            node,
            nearest: word,
            ..
        } => in_step(
            step,
            unknown(
                "它赋权的节点",
                "node that it weights",
                node,
                nearest(word).as_deref(),
            ),
        ),
        _ => return None,
    })
}

fn of_step(error: &MethodError) -> Option<Words> {
    Some(match error {
        MethodError::KeptAndLeftOut { step, unit } => in_step(
            step,
            words(
                format!("“{unit}”同时在 keep 和 leave_out 中"),
                format!("\"{unit}\" stands under keep and under leave_out"),
                "从其中一处删去",
                "take it out of one",
            ),
        ),
        MethodError::NothingToScreen { step } => in_step(
            step,
            words(
                "没有写明筛选什么".to_owned(),
                "it asks for nothing".to_owned(),
                "写明 available、non_zero 或 leave_out",
                "give it available, non_zero or leave_out",
            ),
        ),
        other => unknown_code(other).or_else(|| of_weights(other))?,
    })
}

fn of_weights(error: &MethodError) -> Option<Words> {
    Some(match error {
        MethodError::WeightTooEarly { rule, step } => words(
            format!("赋权规则“{rule}”用到合成的得分，而其后还有步骤“{step}”"),
            format!(
                "the weight rule \"{rule}\" reads the scores that are aggregated, and a {step} step stands behind it"
            ),
            "把 weight 步骤移到 aggregate 之前紧邻处",
            "move the weight step directly before the aggregate step",
        ),
        MethodError::WeightsAbove {
            step,
            rule,
            level,
            above,
        } => in_step(
            step,
            words(
                format!(
                    "第 {level} 级的规则“{rule}”需要上级的权重，而第 {above} 级的权重由数据算出"
                ),
                format!(
                    "the rule \"{rule}\" of level {level} needs the weights above it, and those of level {above} are computed from figures"
                ),
                "上级改用不由数据算出的规则，或改为与直接上级相关",
                "give the level above a rule that is not, or correlate with the parent",
            ),
        ),
        MethodError::SumNeeded {
            level,
            rule,
            aggregation,
        } => words(
            format!("第 {level} 级：“{rule}”的权重用于求和，而“{aggregation}”不求和"),
            format!(
                "level {level}: the weights of \"{rule}\" are those of a sum, and \"{aggregation}\" does not sum"
            ),
            "该级 aggregate 改用 weighted_sum",
            "give that level of the aggregate step the rule weighted_sum",
        ),
        _ => return None,
    })
}

fn adjust(fault: &AdjustFault) -> Option<Words> {
    Some(match fault {
        AdjustFault::NoItems => words(
            "没有任何加减分项".to_owned(),
            "there are no items".to_owned(),
            "写明加减分项，或删去该步骤",
            "give some, or leave the step out",
        ),
        AdjustFault::ItemTwice { item } => words(
            format!("加减分项“{item}”出现两次"),
            format!("the item \"{item}\" stands twice"),
            "改名或删去一个",
            "rename one",
        ),
        AdjustFault::Negative { name, of, value } => words(
            format!("“{of}”的“{name}”是 {value}"),
            format!("\"{name}\" of {of} is {value}"),
            "改为不小于 0 的数",
            "make it a number of 0 or more",
        ),
        AdjustFault::TwoSources { item } => words(
            format!("加减分项“{item}”既有指标又有 entries"),
            format!("the item \"{item}\" has its points from a column and from entries"),
            "只保留一种",
            "keep one",
        ),
        other => entry(other)?,
    })
}

fn entry(fault: &AdjustFault) -> Option<Words> {
    let at = |number: usize, (zh, en, remedy_zh, remedy_en): Words| {
        let zh = format!("entries[{number}]：{zh}");
        let en = format!("entries[{number}]: {en}");
        (zh, en, remedy_zh, remedy_en)
    };
    Some(match fault {
        AdjustFault::UnknownItem {
            number,
            item,
            nearest,
        } => at(
            *number,
            unknown("加减分项", "item", item, nearest.as_deref()),
        ),
        AdjustFault::UnknownUnit {
            number,
            unit,
            nearest,
        } => at(
            *number,
            unknown("评价对象", "scored unit", unit, nearest.as_deref()),
        ),
        AdjustFault::UnknownPeriod {
            number,
            period,
            nearest,
        } => at(
            *number,
            unknown(
                "有数据的时期",
                "period with figures",
                period,
                nearest.as_deref(),
            ),
        ),
        _ => return None,
    })
}

fn band(fault: &BandFault) -> Option<Words> {
    Some(match fault {
        BandFault::NoName { number } => words(
            format!("第 {number} 档（从 0 数起）没有名称"),
            format!("band number {number} (from 0) has no name"),
            "写明 name",
            "give it one",
        ),
        BandFault::Twice { name } => words(
            format!("档“{name}”出现两次"),
            format!("the band \"{name}\" stands twice"),
            "改名",
            "rename one",
        ),
        BandFault::Bounds { name } => words(
            format!("档“{name}”有不止一个界限"),
            format!("the band \"{name}\" has more than one bound"),
            "at_least、share、count 只保留一个",
            "keep one of at_least, share and count",
        ),
        BandFault::Open { name } => words(
            format!("档“{name}”没有界限，其后还有档"),
            format!("the band \"{name}\" takes the rest, and there are bands behind it"),
            "写明界限",
            "give it a bound",
        ),
        BandFault::Mixed => words(
            "有的档按得分，有的档按名额".to_owned(),
            "some bands go by score and others by quota".to_owned(),
            "统一用一种",
            "use one of the two",
        ),
        BandFault::NotFalling { name, at_least } => words(
            format!("档“{name}”的下限 {at_least} 不低于上一档"),
            format!("the band \"{name}\" begins at {at_least}, which is not below the band above"),
            "从高到低排列",
            "order them from the best down",
        ),
        BandFault::Share { name, share } => words(
            format!("档“{name}”的份额是 {share}"),
            format!("the band \"{name}\" holds a share of {share}"),
            "改为大于 0 的数，与以上各档合计不超过 1",
            "make it above 0 and, with those above it, at most 1",
        ),
        BandFault::NoGroups => words(
            "bands_in_groups 需要 groups".to_owned(),
            "bands_in_groups needs groups".to_owned(),
            "写明 groups",
            "name the grouping",
        ),
        _ => return None,
    })
}

fn judgement(fault: &JudgementFault) -> Option<Words> {
    Some(match fault {
        JudgementFault::None => words(
            "没有人评判其下级".to_owned(),
            "nobody judges its children".to_owned(),
            "写明评判，或该级改用别的规则",
            "judge them, or give its level another rule",
        ),
        JudgementFault::NoPoints { expert, child } => words(
            format!("专家“{expert}”没有给“{child}”赋分"),
            format!("{expert} gives no points to {child}"),
            "给每个下级赋 0 或以上的分，或都不赋",
            "give 0 or more to every child, or to none",
        ),
        JudgementFault::BadPoints {
            expert,
            child,
            points,
        } => words(
            format!("专家“{expert}”给“{child}”赋分 {points}"),
            format!("{expert} gives {child} {points} points"),
            "改为不小于 0 的数",
            "give a finite number of 0 or more",
        ),
        JudgementFault::WrongBudget {
            expert,
            sum,
            budget,
        } => words(
            format!("专家“{expert}”的赋分合计 {sum}，应为 {budget}"),
            format!("the points of {expert} add up to {sum} and must be {budget}"),
            "改正赋分",
            "correct the points",
        ),
        other => matrix(other)?,
    })
}

fn matrix(fault: &JudgementFault) -> Option<Words> {
    Some(match fault {
        JudgementFault::WrongOrder { named, children } => words(
            format!(
                "矩阵的次序是 {}，下级是 {}",
                named.join("、"),
                children.join("、")
            ),
            format!(
                "the matrix names {}, and the children are {}",
                named.join(", "),
                children.join(", ")
            ),
            "每个下级写一次",
            "name each child once",
        ),
        JudgementFault::WrongShape { row, found, needed } => words(
            format!("矩阵第 {row} 行有 {found} 个数，应有 {needed} 个"),
            format!("row {row} of the matrix has {found} numbers and needs {needed}"),
            "行数与列数都等于下级数",
            "give as many rows and columns as children",
        ),
        JudgementFault::NoRatio { row, column, value } => words(
            format!("“{row}”比“{column}”的判断是 {value}"),
            format!("the judgement of {row} against {column} is {value}"),
            "改为正数",
            "make it a finite number above 0",
        ),
        JudgementFault::NotReciprocal {
            row,
            column,
            forth,
            back,
        } => words(
            format!("“{row}”比“{column}”是 {forth}，反过来是 {back}，互不为倒数"),
            format!("{row} against {column} is {forth} and the other way round {back}"),
            "其一写成另一个的倒数（如 \"1/3\"）",
            "make one 1 divided by the other (write \"1/3\")",
        ),
        _ => return None,
    })
}
