//! Finds what is wrong with a weight step before anything is computed.

use super::rule::Family;
use super::{Weight, WeightRule, WeightScope};
use crate::framework::Framework;
use crate::method::MethodError;
use crate::steps::{Aggregate, Setting, Step};
use crate::suggest::nearest;

/// Levels that do not exist or stand twice, and rules that need weights computed after them.
pub(super) fn levels(
    step: &Weight,
    setting: &Setting<'_>,
    label: &str,
    faults: &mut Vec<MethodError>,
) {
    let deepest = setting.framework.deepest_branch_level();
    for (place, own) in step.levels.iter().enumerate() {
        let (step_label, level) = (label.to_owned(), own.level);
        if level > deepest {
            faults.push(MethodError::UnknownLevel {
                step: step_label,
                level,
                deepest,
            });
        } else if step.levels.iter().take(place).any(|it| it.level == level) {
            faults.push(MethodError::LevelTwice {
                step: step_label,
                level,
            });
        }
    }
    for level in 0..=deepest {
        let above = (0..level).find(|&it| step.at(it).as_rule().reads_figures());
        if let (true, Some(above)) = (step.at(level).as_rule().needs_weights_above(), above) {
            faults.push(MethodError::WeightsAbove {
                step: label.to_owned(),
                rule: step.at(level).word(),
                level,
                above,
            });
        }
    }
}

/// What each rule finds wrong with its parameters, for the nodes it weights.
pub(super) fn rules(
    step: &Weight,
    setting: &Setting<'_>,
    label: &str,
    faults: &mut Vec<MethodError>,
) {
    let deepest = setting.framework.deepest_branch_level();
    let own = |level: usize| step.levels.iter().any(|it| it.level == level);
    let shared = (0..=deepest).filter(|&level| !own(level));
    check(&step.rule, shared.collect(), setting, label, faults);
    for own in &step.levels {
        check(&own.rule, vec![own.level], setting, label, faults);
    }
}

fn check(
    rule: &WeightRule,
    levels: Vec<usize>,
    setting: &Setting<'_>,
    label: &str,
    faults: &mut Vec<MethodError>,
) {
    let framework = setting.framework;
    let branches = levels.into_iter().flat_map(|it| framework.branches(it));
    let families: Vec<Family<'_>> = branches.map(|node| family(framework, node)).collect();
    if let WeightScope::Base(period) = rule.as_rule().scope()
        && !setting.frame.periods().contains(period)
    {
        faults.push(MethodError::UnknownBase {
            step: label.to_owned(),
            rule: rule.word(),
            period: period.clone(),
            nearest: nearest(period, setting.frame.periods().iter().map(String::as_str)),
        });
    }
    rule.as_rule().check(&families, label, faults);
}

fn family(framework: &Framework, node: usize) -> Family<'_> {
    let code = |node: usize| framework.nodes().get(node).map_or("", |it| &it.code);
    let children = framework.children(node).iter();
    Family {
        node: code(node),
        children: children.map(|&child| code(child)).collect(),
    }
}

/// A step that computes weights stands where the figures are those that are aggregated, and where the
/// aggregation can use its weights.
pub(crate) fn check_place(steps: &[Step], setting: &Setting<'_>, faults: &mut Vec<MethodError>) {
    let found = steps
        .iter()
        .enumerate()
        .find_map(|(place, step)| match step {
            Step::Weight(weight) => Some((place, weight)),
            _ => None,
        });
    let Some((place, weight)) = found else { return };
    let deepest = setting.framework.deepest_branch_level();
    if let Some(level) = weight.top_reader(deepest) {
        let behind = steps.iter().skip(place + 1);
        let changes = behind.map_while(|step| match step {
            Step::Aggregate(_) => None,
            step => Some(step.word()),
        });
        faults.extend(changes.map(|step| MethodError::WeightTooEarly {
            rule: weight.at(level).word(),
            step,
        }));
    }
    let aggregate = steps.iter().find_map(|step| match step {
        Step::Aggregate(step) => Some(step),
        _ => None,
    });
    if let Some(aggregate) = aggregate {
        check_fit(weight, aggregate, deepest, faults);
    }
}

fn check_fit(
    weight: &Weight,
    aggregate: &Aggregate,
    deepest: usize,
    faults: &mut Vec<MethodError>,
) {
    for level in 0..=deepest {
        let (rule, aggregation) = (weight.at(level), aggregate.at(level).0);
        if !rule.as_rule().fits(aggregation) {
            faults.push(MethodError::SumNeeded {
                level,
                rule: rule.word(),
                aggregation: aggregation.word(),
            });
        }
    }
}
