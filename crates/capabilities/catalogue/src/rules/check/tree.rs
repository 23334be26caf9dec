//! The tree of a draft.

use yanzhi_engine::{Framework, FrameworkError, Node};
use yanzhi_kernel::{Code, Text};
use yanzhi_pack::explain_framework;

use super::{Known, finding};
use crate::{DraftNode, DraftPart, Finding, Severity};

const ERROR: (Severity, DraftPart) = (Severity::Error, DraftPart::Tree);
const WARNING: (Severity, DraftPart) = (Severity::Warning, DraftPart::Tree);

/// How far from 1 or 100 the weights of siblings may sum before it is said.
const SUM_TOLERANCE: f64 = 1e-6;

pub(super) fn check(
    nodes: &[DraftNode],
    known: Known<'_>,
    findings: &mut Vec<Finding>,
) -> Option<Framework> {
    for node in nodes {
        code(node, findings);
        name(node, nodes, findings);
        indicator(node, known, findings);
        if node.weight == 0.0 && node.parent.is_some() {
            findings.push(no_weight(node));
        }
    }
    sums(nodes, findings);
    let plain = nodes.iter().map(|node| Node {
        code: node.code.clone(),
        parent: node.parent.clone(),
        indicator: node.indicator.clone(),
        weight: node.weight,
    });
    match Framework::new(plain.collect()) {
        Ok(framework) => Some(framework),
        Err(errors) => {
            findings.extend(errors.0.iter().map(|error| {
                let explained = explain_framework(error);
                Finding {
                    severity: Severity::Error,
                    part: DraftPart::Tree,
                    place: place(error),
                    code: explained.code,
                    what: explained.what,
                    remedy: explained.remedy,
                }
            }));
            None
        }
    }
}

/// The node that an error is about.
fn place(error: &FrameworkError) -> Option<String> {
    match error {
        FrameworkError::Duplicate { node }
        | FrameworkError::UnknownParent { node, .. }
        | FrameworkError::LeafWithoutIndicator { node }
        | FrameworkError::BranchWithIndicator { node, .. }
        | FrameworkError::Weight { node, .. }
        | FrameworkError::UnknownIndicator { node, .. } => Some(node.clone()),
        FrameworkError::WeightSum { parent, .. } => Some(parent.clone()),
        FrameworkError::ManyRoots { roots: nodes }
        | FrameworkError::Cycle { nodes }
        | FrameworkError::IndicatorTwice { nodes, .. } => nodes.last().cloned(),
        _ => None,
    }
}

fn code(node: &DraftNode, findings: &mut Vec<Finding>) {
    let is_code = node.code.parse::<Code>().is_ok();
    // An empty code is the engine's to find.
    if is_code || node.code.trim().is_empty() {
        return;
    }
    findings.push(finding(
        ERROR,
        node.code.clone(),
        "code_invalid",
        (
            format!("节点代码“{}”不合规则", node.code),
            format!("the code \"{}\" is not allowed", node.code),
        ),
        (
            "用 1 至 64 个字母、数字、“_”“-”或“.”，以字母或数字开头",
            "use 1 to 64 letters, digits, `_`, `-` or `.`, beginning with a letter or digit",
        ),
    ));
}

/// A leaf may take its name from its indicator; what has children has one of its own.
fn name(node: &DraftNode, nodes: &[DraftNode], findings: &mut Vec<Finding>) {
    let is_empty = node.name.zh.trim().is_empty() && node.name.en.trim().is_empty();
    let has_children = nodes
        .iter()
        .any(|it| it.parent.as_ref() == Some(&node.code));
    if !is_empty || (node.indicator.is_some() && !has_children) {
        return;
    }
    findings.push(finding(
        ERROR,
        node.code.clone(),
        "name_missing",
        (
            format!("节点“{}”没有名称", node.code),
            format!("the node \"{}\" has no name", node.code),
        ),
        (
            "填写名称（只有末级节点可用其指标的名称）",
            "give it a name (only a leaf can take that of its indicator)",
        ),
    ));
}

fn indicator(node: &DraftNode, known: Known<'_>, findings: &mut Vec<Finding>) {
    let Some(indicator) = &node.indicator else {
        return;
    };
    let found = indicator.parse::<Code>().ok();
    let found = found.and_then(|code| known.indicators.get(&code));
    let (code, what, remedy) = match found {
        None => (
            "indicator_unknown",
            (
                format!("节点“{}”的指标“{indicator}”不存在", node.code),
                format!(
                    "the node \"{}\" names the indicator \"{indicator}\", which is not in the catalogue",
                    node.code
                ),
            ),
            (
                "从指标库中选择，或先新增该指标",
                "choose one of the catalogue, or add it first",
            ),
        ),
        Some(record) if record.retired_at.is_some() => (
            "indicator_retired",
            (
                format!("节点“{}”的指标“{indicator}”已停用", node.code),
                format!(
                    "the indicator \"{indicator}\" of the node \"{}\" is retired",
                    node.code
                ),
            ),
            ("换用其他指标", "choose another indicator"),
        ),
        Some(_) => return,
    };
    findings.push(finding(ERROR, node.code.clone(), code, what, remedy));
}

fn no_weight(node: &DraftNode) -> Finding {
    finding(
        ERROR,
        node.code.clone(),
        "weight_zero",
        (
            format!("节点“{}”的权重是 0，不计入指数", node.code),
            format!(
                "the node \"{}\" has the weight 0 and counts for nothing",
                node.code
            ),
        ),
        (
            "给出大于 0 的权重，或删去该节点",
            "give it a weight above 0, or take it out",
        ),
    )
}

/// Weights are relative, so that any sum is computed with; one that is neither 1 nor 100 is often a slip.
fn sums(nodes: &[DraftNode], findings: &mut Vec<Finding>) {
    for parent in nodes {
        let children = || {
            nodes
                .iter()
                .filter(|it| it.parent.as_ref() == Some(&parent.code))
        };
        let sum: f64 = children().map(|it| it.weight).sum();
        let is_whole = [1.0, 100.0]
            .iter()
            .any(|whole| (sum - whole).abs() < SUM_TOLERANCE);
        let are_sound = children().all(|it| it.weight > 0.0 && it.weight.is_finite());
        if children().count() < 2 || is_whole || !are_sound {
            continue;
        }
        let name = Text::new(&parent.code, &parent.code);
        findings.push(finding(
            WARNING,
            parent.code.clone(),
            "weights_not_whole",
            (
                format!("“{}”的下级权重之和为 {sum}，不是 1 或 100", name.zh),
                format!(
                    "the weights below \"{}\" sum to {sum}, which is neither 1 nor 100",
                    name.en
                ),
            ),
            (
                "核对权重；计算时按比例折算",
                "check the weights; they are computed with in proportion",
            ),
        ));
    }
}
