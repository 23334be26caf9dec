//! What the engine finds in a framework, in two languages.

use yanzhi_engine::FrameworkError;

use super::{
    FRAMEWORK_BRANCH, FRAMEWORK_CYCLE, FRAMEWORK_EMPTY, FRAMEWORK_INDICATOR_TWICE,
    FRAMEWORK_INVALID, FRAMEWORK_LEAF, FRAMEWORK_MANY_ROOTS, FRAMEWORK_NAME, FRAMEWORK_NO_ROOT,
    FRAMEWORK_WEIGHT, FRAMEWORK_WEIGHT_SUM, Fault, listed,
};

pub(crate) fn name_missing(node: &str) -> Fault {
    Fault::plain(
        FRAMEWORK_NAME,
        (
            format!("节点“{node}”没有名称"),
            format!("the node \"{node}\" has no name"),
        ),
        (
            "填写 name_zh 和 name_en（末级节点可用其指标的名称）",
            "fill in name_zh and name_en (only a leaf can take them from its indicator)",
        ),
    )
}

pub(crate) fn framework(error: &FrameworkError) -> Fault {
    match error {
        FrameworkError::Empty => empty(),
        FrameworkError::NoRoot => no_root(),
        FrameworkError::ManyRoots { roots } => many_roots(roots),
        FrameworkError::Cycle { nodes } => cycle(nodes),
        FrameworkError::LeafWithoutIndicator { node } => Fault::plain(
            FRAMEWORK_LEAF,
            (
                format!("节点“{node}”既无下级也无指标"),
                format!("the node \"{node}\" has neither children nor an indicator"),
            ),
            (
                "写明其指标，或为其加下级",
                "name its indicator or give it children",
            ),
        ),
        FrameworkError::BranchWithIndicator { node, indicator } => Fault::plain(
            FRAMEWORK_BRANCH,
            (
                format!("节点“{node}”有下级，却写了指标“{indicator}”"),
                format!("the node \"{node}\" has children and names the indicator \"{indicator}\""),
            ),
            (
                "只有末级节点才写指标",
                "leave it empty: only a leaf takes an indicator",
            ),
        ),
        FrameworkError::IndicatorTwice { indicator, nodes } => indicator_twice(indicator, nodes),
        FrameworkError::Weight { node, weight } => Fault::plain(
            FRAMEWORK_WEIGHT,
            (
                format!("节点“{node}”的权重是 {weight}"),
                format!("the node \"{node}\" has the weight {weight}"),
            ),
            ("权重为 0 或正数", "make the weight 0 or more"),
        ),
        FrameworkError::WeightSum { parent, sum } => weight_sum(parent, *sum),
        other => Fault::plain(
            FRAMEWORK_INVALID,
            (
                format!("框架有误：{other}"),
                format!("the framework is not valid: {other}"),
            ),
            ("按说明改正框架", "correct the framework as it says"),
        ),
    }
}

fn empty() -> Fault {
    Fault::plain(
        FRAMEWORK_EMPTY,
        (
            "框架没有节点".to_owned(),
            "the framework has no nodes".to_owned(),
        ),
        (
            "至少写总指数和一个指标",
            "give at least the index and one indicator",
        ),
    )
}

fn no_root() -> Fault {
    Fault::plain(
        FRAMEWORK_NO_ROOT,
        ("没有根节点".to_owned(), "no node is the root".to_owned()),
        (
            "把总指数的 parent 留空",
            "leave the parent of the index empty",
        ),
    )
}

fn many_roots(roots: &[String]) -> Fault {
    let roots = listed(roots.iter().map(String::as_str), ", ");
    Fault::plain(
        FRAMEWORK_MANY_ROOTS,
        (
            format!("有多个根节点：{roots}"),
            format!("there is more than one root: {roots}"),
        ),
        (
            "除总指数外，每个节点都写上级",
            "give every node but the index a parent",
        ),
    )
}

fn cycle(nodes: &[String]) -> Fault {
    let circle = listed(nodes.iter().map(String::as_str), " → ");
    Fault::plain(
        FRAMEWORK_CYCLE,
        (
            format!("节点的上级形成循环：{circle}"),
            format!("the parents of nodes go round in a circle: {circle}"),
        ),
        (
            "为其中一个节点改写上级",
            "give one of the nodes another parent",
        ),
    )
}

fn indicator_twice(indicator: &str, nodes: &[String]) -> Fault {
    let nodes = listed(nodes.iter().map(String::as_str), ", ");
    Fault::plain(
        FRAMEWORK_INDICATOR_TWICE,
        (
            format!("指标“{indicator}”用于多个节点：{nodes}"),
            format!("the indicator \"{indicator}\" is used by more than one node: {nodes}"),
        ),
        ("每个指标只用一次", "use each indicator once"),
    )
}

fn weight_sum(parent: &str, sum: f64) -> Fault {
    Fault::plain(
        FRAMEWORK_WEIGHT_SUM,
        (
            format!("节点“{parent}”的下级权重之和为 {sum}"),
            format!("the weights of the children of \"{parent}\" sum to {sum}"),
        ),
        (
            "给至少一个下级写正的权重",
            "give at least one of the children a weight above 0",
        ),
    )
}
