//! What can be chosen between: definitions of steps, values of parameters, frameworks with a node left
//! out. Each takes its places on an axis of the scenario.

use serde::de::Error as _;
use serde_json::Value;

use super::Resolver;
use crate::method::{ReadError, Table};
use crate::robustness::assumption::{Alternative, DropOne, ParameterValues, StepAlternatives};
use crate::robustness::error::UncertaintyFault;
use crate::robustness::scenario::{Definition, Effect, Scenario, Variant};
use crate::steps::Step;

impl<'a> Resolver<'a> {
    fn step_position(&mut self, name: &str, label: &str) -> Option<usize> {
        let labels = self.method.labels();
        let found = labels.iter().position(|it| it == label);
        if found.is_none() {
            let known = labels.iter().map(String::as_str);
            self.unknown(name, "step of the method", label, known, 0);
        }
        found
    }

    pub(super) fn step(
        &mut self,
        name: &str,
        alternatives: &StepAlternatives,
        scenario: &mut Scenario<'a>,
    ) -> Option<Effect> {
        let position = self.step_position(name, &alternatives.step)?;
        if alternatives.alternatives.is_empty() {
            return self.no_choice(name);
        }
        self.check_alternatives(name, position, alternatives);
        let is_set = scenario.factors.iter().any(
            |factor| matches!(&factor.effect, Effect::Choice { axis, .. } if *axis == position + 1),
        );
        if is_set {
            self.twice(name);
            return None;
        }
        let definitions = alternatives.alternatives.iter().map(|it| match it {
            Alternative::Step(step) => Some(step.as_ref().clone()),
            Alternative::LeaveOut => None,
        });
        let definitions: Vec<Definition> = definitions.collect();
        self.check_definitions(name, position, &definitions);
        let labels = definitions.iter().map(label).collect();
        *scenario.steps.get_mut(position)? = definitions;
        Some(Effect::Choice {
            axis: position + 1,
            stride: 1,
            labels,
        })
    }

    /// An alternative must be one of the step, and the index cannot do without its aggregation.
    fn check_alternatives(&mut self, name: &str, position: usize, alternatives: &StepAlternatives) {
        let word = self.method.steps.get(position).map_or("", Step::word);
        for (number, it) in (1..).zip(&alternatives.alternatives) {
            let assumption = name.to_owned();
            let fault = match it {
                Alternative::Step(step) if step.word() != word => UncertaintyFault::OtherStep {
                    assumption,
                    number,
                    found: step.word(),
                    step: alternatives.step.clone(),
                },
                Alternative::LeaveOut if word == "aggregate" => {
                    UncertaintyFault::CannotLeaveOut { assumption, number }
                }
                _ => continue,
            };
            self.faults.push(fault);
        }
    }

    pub(super) fn values(
        &mut self,
        name: &str,
        values: &ParameterValues,
        scenario: &mut Scenario<'a>,
    ) -> Option<Effect> {
        let position = self.step_position(name, &values.step)?;
        if values.values.is_empty() {
            return self.no_choice(name);
        }
        // The choice varies slowest: before it the axis has the places of the assumptions so far.
        let so_far = scenario.steps.get(position)?.clone();
        let mut definitions = Vec::with_capacity(so_far.len() * values.values.len());
        for (number, value) in (1..).zip(&values.values) {
            for definition in &so_far {
                match with_parameter(definition.as_ref(), &values.parameter, value) {
                    Ok(step) => definitions.push(step),
                    Err(source) => {
                        let assumption = name.to_owned();
                        self.faults.push(UncertaintyFault::Read {
                            assumption,
                            number,
                            source,
                        });
                        return None;
                    }
                }
            }
        }
        self.check_definitions(name, position, &definitions);
        *scenario.steps.get_mut(position)? = definitions;
        Some(Effect::Choice {
            axis: position + 1,
            stride: so_far.len(),
            labels: values.values.iter().map(Value::to_string).collect(),
        })
    }

    /// Every definition must fit the method with the other steps as they are.
    fn check_definitions(&mut self, name: &str, position: usize, definitions: &[Definition]) {
        for (number, definition) in (1..).zip(definitions) {
            let mut method = self.method.clone();
            match (definition, method.steps.get_mut(position)) {
                (Some(step), Some(place)) => *place = step.clone(),
                (None, Some(_)) => drop(method.steps.remove(position)),
                (_, None) => return,
            }
            if let Err(source) = method.validate(self.framework, self.frame) {
                let assumption = name.to_owned();
                self.faults.push(UncertaintyFault::Alternative {
                    assumption,
                    number,
                    source,
                });
            }
        }
    }

    pub(super) fn drop_one(
        &mut self,
        name: &str,
        nodes: &DropOne,
        scenario: &mut Scenario<'a>,
    ) -> Option<Effect> {
        if scenario.variants.len() > 1 {
            self.twice(name);
            return None;
        }
        let positions: Vec<usize> = if nodes.nodes.is_empty() {
            self.framework.leaves().map(|(leaf, _)| leaf).collect()
        } else {
            let found = nodes
                .nodes
                .iter()
                .map(|code| self.node_position(name, code));
            found.collect::<Option<_>>()?
        };
        let mut variants = Vec::new();
        let mut labels = Vec::new();
        if nodes.or_none {
            variants.push(Variant::whole(self.framework));
            labels.push("nothing".to_owned());
        }
        for node in positions {
            let code = self.framework.nodes().get(node)?.code.clone();
            let variant = Variant::without(self.framework, node);
            let variant = variant.filter(|it| it.position(scenario.node).is_some());
            if let Some(variant) = variant {
                variants.push(variant);
                labels.push(code);
            } else {
                self.faults.push(UncertaintyFault::NothingLeft {
                    assumption: name.to_owned(),
                    node: code,
                });
            }
        }
        scenario.variants = variants;
        Some(Effect::Choice {
            axis: 0,
            stride: 1,
            labels,
        })
    }
}

fn label(definition: &Definition) -> String {
    let Some(step) = definition else {
        return "left out".to_owned();
    };
    serde_json::to_string(step).unwrap_or_else(|_| step.word().to_owned())
}

/// A step with one parameter set, read again as strictly as from a file.
fn with_parameter(
    step: Option<&Step>,
    parameter: &str,
    value: &Value,
) -> Result<Definition, ReadError> {
    let Some(step) = step else {
        return Ok(None);
    };
    let mut root = serde_json::to_value(step).map_err(ReadError::custom)?;
    let mut place = &mut root;
    for key in parameter.split('.') {
        if !place.is_object() {
            *place = Value::Object(serde_json::Map::new());
        }
        // Absent keys are made: an optional parameter that is not set is not written.
        place = place
            .as_object_mut()
            .map(|table| table.entry(key).or_insert(Value::Null))
            .ok_or_else(|| ReadError::custom("not a table"))?;
    }
    *place = value.clone();
    Step::read(Table::new("", root)?).map(Some)
}
