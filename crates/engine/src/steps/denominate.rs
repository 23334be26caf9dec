//! Denominate: `x ÷ denominator × scale`, so that large and small units can be compared.
//!
//! Source: OECD/JRC *Handbook on Constructing Composite Indicators* (2008), "scale effects"; COINr's
//! `Denominate`.
//!
//! | parameter | meaning | default |
//! |---|---|---|
//! | `denominator` | another column of the frame | – |
//! | `scale` | the quotient is multiplied by it (100 for per cent) | 1 |
//!
//! Only the columns named are divided. All are divided by the columns as the step found them, so the
//! order of the columns does not matter. Where the denominator is missing the cell becomes missing
//! ([`Missing::NoDenominator`]); a denominator of 0 is an error ([`Fault::ZeroDenominator`]).
//!
//! ```
//! # use yanzhi_engine::*;
//! let mut frame = FrameBuilder::new(
//!     vec!["2023".into()],
//!     vec![Unit::new("A")],
//!     vec![Indicator::new("RD"), Indicator::new("GDP")],
//! )?;
//! frame.set(0, 0, 0, 3.0)?;
//! frame.set(0, 0, 1, 120.0)?;
//! let framework = Framework::new(vec![Node::root("index"), Node::leaf("RD", "index", 1.0)])?;
//! let method: Method = toml::from_str(r#"
//!     [[steps]]
//!     step = "denominate"
//!     [steps.indicators.RD]
//!     denominator = "GDP"
//!     scale = 100
//!     [[steps]]
//!     step = "aggregate"
//!     rule = "arithmetic"
//! "#)?;
//! let index = compute(&frame.build(), &framework, &method)?;
//! assert_eq!(index.dataset("denominate").unwrap().get("RD", 0, 0), Some(2.5));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::{Run, Setting};
use crate::column::Column;
use crate::dataset::{Account, Origin, Parameter};
use crate::error::{ComputeError, Fault, Place};
use crate::method::{MethodError, ParameterFault, ReadError, Table};
use crate::missing::Missing;
use crate::work::Work;
use crate::workers::Workers;

/// Divides the named columns by others: `x ÷ denominator × scale`.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct Denominate {
    /// By what each of the named indicators is divided.
    pub indicators: BTreeMap<String, Denominator>,
}

/// By what an indicator is divided.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Denominator {
    /// The column to divide by.
    pub denominator: String,
    /// The quotient is multiplied by it. Default 1.
    #[serde(default = "one")]
    pub scale: f64,
}

fn one() -> f64 {
    1.0
}

impl Denominate {
    pub(super) fn read(mut table: Table) -> Result<Self, ReadError> {
        let named = table.named_tables("indicators")?;
        table.end(&["step", "indicators"])?;
        let indicators = named.into_iter().map(|(code, table)| {
            let denominator = table.read(&[])?;
            Ok((code, denominator))
        });
        Ok(Self {
            indicators: indicators.collect::<Result<_, ReadError>>()?,
        })
    }
}

impl Run for Denominate {
    fn check(&self, setting: &Setting<'_>, label: &str, faults: &mut Vec<MethodError>) {
        for (code, by) in &self.indicators {
            setting.check_code(label, code, faults);
            setting.check_code(label, &by.denominator, faults);
            let fault = ParameterFault::unless_positive("scale", by.scale);
            faults.extend(fault.map(|fault| MethodError::Parameter {
                step: label.to_owned(),
                rule: "denominate",
                indicator: Some(code.clone()),
                fault,
            }));
        }
    }

    fn run(&self, work: &mut Work<'_>, label: &str, workers: &Workers) -> Result<(), ComputeError> {
        let tasks: Vec<Task<'_>> = self
            .indicators
            .iter()
            .filter_map(|(code, by)| {
                Some(Task {
                    position: work.frame.indicator_position(code)?,
                    code,
                    by,
                    denominator: Arc::clone(work.column(&by.denominator)?),
                })
            })
            .collect();
        let divided = workers.map(tasks.iter().collect(), |task| task.divide(work, label))?;
        let ratios = tasks
            .iter()
            .map(|task| (task.code.to_owned(), task.ratio()));
        let account = Divisions {
            ratios: ratios.collect(),
        };
        work.replace(divided);
        let all: Vec<usize> = (0..work.columns.len()).collect();
        work.record(label, &all, Arc::new(account));
        Ok(())
    }
}

struct Task<'a> {
    position: usize,
    code: &'a str,
    by: &'a Denominator,
    denominator: Arc<Column>,
}

impl Task<'_> {
    fn divide(&self, work: &Work<'_>, label: &str) -> Result<(usize, Column), ComputeError> {
        let (periods, units) = (work.frame.periods(), work.frame.units());
        let mut quotient = Column::missing(periods.len(), units.len());
        let Some(column) = work.columns.get(self.position) else {
            return Ok((self.position, quotient));
        };
        for (period, name) in periods.iter().enumerate() {
            for (unit, whose) in units.iter().enumerate() {
                let figures = column
                    .get(period, unit)
                    .zip(self.denominator.get(period, unit));
                let Some((value, divisor)) = figures else {
                    continue;
                };
                let divided = value / divisor * self.by.scale;
                if !divided.is_finite() {
                    let place = Box::new(Place {
                        step: label.to_owned(),
                        rule: "denominate".to_owned(),
                        code: self.code.to_owned(),
                        period: Some(name.clone()),
                        unit: Some(whose.code.clone()),
                    });
                    let fault = self.fault(divisor);
                    return Err(ComputeError::Rule { place, fault });
                }
                quotient.fill(period, unit, divided);
            }
        }
        Ok((self.position, quotient))
    }

    fn fault(&self, divisor: f64) -> Fault {
        if divisor == 0.0 {
            let denominator = self.by.denominator.clone();
            return Fault::ZeroDenominator { denominator };
        }
        Fault::NotFinite
    }

    fn ratio(&self) -> Ratio {
        Ratio {
            name: self.by.denominator.clone(),
            denominator: Arc::clone(&self.denominator),
            scale: self.by.scale,
        }
    }
}

/// What was divided by what.
#[derive(Debug)]
struct Divisions {
    ratios: BTreeMap<String, Ratio>,
}

#[derive(Debug)]
struct Ratio {
    name: String,
    denominator: Arc<Column>,
    scale: f64,
}

impl Account for Divisions {
    fn origin(&self, code: &str, period: usize, unit: usize) -> Option<Origin> {
        let ratio = self.ratios.get(code)?;
        let divisor = ratio.denominator.get(period, unit);
        let mut parameters: Vec<Parameter> = Vec::new();
        parameters.extend(divisor.map(|value| Parameter::new(&ratio.name, value)));
        parameters.push(Parameter::new("scale", ratio.scale));
        Some(Origin {
            rule: Some("denominate".to_owned()),
            formula: Some(format!("x ÷ {} × scale", ratio.name)),
            parameters,
        })
    }

    fn missing(&self, code: &str, _period: usize, _unit: usize) -> Missing {
        let ratio = self.ratios.get(code);
        Missing::NoDenominator {
            indicator: code.to_owned(),
            denominator: ratio.map(|ratio| ratio.name.clone()).unwrap_or_default(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{flat, frame, method};
    use crate::{Index, compute};

    fn divided(rows: crate::testing::Rows<'_>, by: &str) -> Result<Index, ComputeError> {
        let text = format!(
            "[[steps]]\nstep = 'denominate'\n[steps.indicators]\n{by}\n\
             [[steps]]\nstep = 'aggregate'\nrule = 'arithmetic'"
        );
        let tree = flat(&[("RD", 1.0), ("GDP", 1.0)]);
        compute(&frame(&["RD", "GDP"], &[rows]), &tree, &method(&text))
    }

    #[test]
    fn a_missing_denominator_leaves_the_cell_missing() {
        let rows: crate::testing::Rows<'_> = &[&[Some(3.0), Some(4.0)], &[Some(3.0), None]];
        let index = divided(rows, "RD = { denominator = 'GDP', scale = 100 }").unwrap();
        let found = index.dataset("denominate").unwrap();
        assert_eq!(found.get("RD", 0, 0), Some(75.0));
        assert_eq!(found.get("RD", 0, 1), None);
        assert_eq!(found.get("GDP", 0, 0), Some(4.0));
    }

    #[test]
    fn columns_are_divided_by_what_the_step_found() {
        let both = "RD = { denominator = 'GDP' }\nGDP = { denominator = 'RD' }";
        let index = divided(&[&[Some(2.0), Some(8.0)]], both).unwrap();
        let found = index.dataset("denominate").unwrap();
        assert_eq!(
            (found.get("RD", 0, 0), found.get("GDP", 0, 0)),
            (Some(0.25), Some(4.0))
        );
    }

    #[test]
    fn a_denominator_of_zero_is_a_fault_that_names_everything() {
        for figure in [1.0, 0.0] {
            let rows: crate::testing::Rows<'_> =
                &[&[Some(1.0), Some(2.0)], &[Some(figure), Some(0.0)]];
            let message = divided(rows, "RD = { denominator = 'GDP' }")
                .unwrap_err()
                .to_string();
            let start = "step denominate, rule denominate, RD, period 2021, unit B: the denominator GDP is 0";
            assert!(message.starts_with(start), "{message}");
        }
    }
}
