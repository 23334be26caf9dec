//! What a rule of weighting is: what it is given of a node's children, and what it gives back.

use std::fmt::Debug;
use std::sync::Arc;

use super::report::{ChildWeight, WeightFigures, WeightReport, WeightScope, WeightWarning};
use crate::column::Column;
use crate::dataset::Parameter;
use crate::error::{ComputeError, Fault, Place};
use crate::frame::Unit;
use crate::method::MethodError;
use crate::steps::AggregateRule;
use crate::steps::aggregate::UnitWeights;
use crate::work::Work;
use crate::workers::Workers;

/// What a rule of weighting is.
pub(crate) trait Rule: Debug + Send + Sync {
    /// The rule's word in a method's text.
    fn word(&self) -> &'static str;

    /// Whether it computes weights from the figures.
    fn reads_figures(&self) -> bool {
        false
    }

    /// The periods whose figures it reads.
    fn scope(&self) -> &WeightScope {
        &WeightScope::AllPeriods
    }

    /// Whether the nodes of a level can be weighted one by one, and so from the deepest up. A rule for
    /// which they cannot needs the weights above them beforehand.
    fn needs_weights_above(&self) -> bool {
        false
    }

    /// Finds what is wrong with the parameters for the nodes whose children it weights.
    fn check(&self, _families: &[Family<'_>], _step: &str, _faults: &mut Vec<MethodError>) {}

    /// Whether scores can be made with its weights by this rule of aggregation.
    fn fits(&self, _aggregation: &AggregateRule) -> bool {
        true
    }

    /// The weights of the children of one node: finite, 0 or more, with a sum above 0.
    fn weigh(&self, siblings: &Siblings<'_>) -> Result<Weighed, ComputeError>;

    /// The weights of all nodes under those of a level, family by family.
    fn weigh_level(&self, level: &Level<'_>) -> Result<Vec<Weighed>, ComputeError> {
        level.families.iter().map(|it| self.weigh(it)).collect()
    }
}

/// A node and its children, by their codes.
#[derive(Debug, Clone)]
pub(crate) struct Family<'a> {
    pub(crate) node: &'a str,
    pub(crate) children: Vec<&'a str>,
}

/// The score of the root when the children of each family of a level have these weights.
pub(crate) type RootScore<'a> = dyn Fn(&[Vec<f64>]) -> Result<Column, ComputeError> + 'a;

/// The score of a node when its children have these weights.
pub(crate) type NodeScore<'a> = dyn Fn(&[f64]) -> Result<Column, ComputeError> + 'a;

/// The nodes of a level that have children.
pub(crate) struct Level<'a> {
    pub(crate) families: Vec<Siblings<'a>>,
    pub(crate) root: &'a RootScore<'a>,
}

/// The children of one node with what is known of them.
pub(crate) struct Siblings<'a> {
    pub(crate) node: &'a str,
    pub(crate) children: Vec<&'a str>,
    /// Their weights in the framework.
    pub(crate) given: Vec<f64>,
    /// Their scores.
    pub(crate) columns: Vec<&'a Column>,
    pub(crate) site: Site<'a>,
    pub(crate) score: &'a NodeScore<'a>,
}

/// Where weighting happens.
#[derive(Clone, Copy)]
pub(crate) struct Site<'a> {
    /// The step's label.
    pub(crate) step: &'a str,
    pub(crate) rule: &'a str,
    pub(crate) periods: &'a [String],
    pub(crate) units: &'a [Unit],
    pub(crate) workers: &'a Workers,
}

impl<'a> Site<'a> {
    pub(crate) fn of(
        work: &'a Work<'_>,
        step: &'a str,
        rule: &'a str,
        workers: &'a Workers,
    ) -> Self {
        let (periods, units) = (work.frame.periods(), work.frame.units());
        Self {
            step,
            rule,
            periods,
            units,
            workers,
        }
    }
}

/// The cells of a column, period after period.
pub(crate) type Cells = Vec<Option<f64>>;

impl Siblings<'_> {
    /// The children's cells in the periods of a scope.
    pub(crate) fn cells(&self, scope: &WeightScope) -> Vec<Cells> {
        let columns = self.columns.iter();
        columns
            .map(|column| cells_of(column, scope, self.site.periods))
            .collect()
    }

    /// Refuses a score below 0.
    pub(crate) fn refuse_negative(&self, scope: &WeightScope) -> Result<(), ComputeError> {
        let periods = self.site.periods.iter().enumerate();
        let read = periods.filter(|(_, code)| match scope {
            WeightScope::AllPeriods => true,
            WeightScope::Base(base) => *code == base,
        });
        let cells =
            read.flat_map(|(period, _)| (0..self.site.units.len()).map(move |unit| (period, unit)));
        for (period, unit) in cells {
            for (child, column) in self.children.iter().zip(&self.columns) {
                if let Some(score) = column.get(period, unit).filter(|score| *score < 0.0) {
                    let child = (*child).to_owned();
                    let fault = Fault::NegativeChild { child, score };
                    return Err(self.fault_at(Some(period), Some(unit), fault));
                }
            }
        }
        Ok(())
    }

    /// A fault in weighting these children, in all cells together.
    pub(crate) fn fault(&self, fault: Fault) -> ComputeError {
        self.fault_at(None, None, fault)
    }

    /// A fault in one cell.
    pub(crate) fn fault_at(
        &self,
        period: Option<usize>,
        unit: Option<usize>,
        fault: Fault,
    ) -> ComputeError {
        let site = self.site;
        let place = Box::new(Place {
            step: site.step.to_owned(),
            rule: site.rule.to_owned(),
            code: self.node.to_owned(),
            period: period.and_then(|it| site.periods.get(it)).cloned(),
            unit: unit
                .and_then(|it| site.units.get(it))
                .map(|it| it.code.clone()),
        });
        ComputeError::Rule { place, fault }
    }
}

/// A column's cells in the periods of a scope.
pub(crate) fn cells_of(column: &Column, scope: &WeightScope, periods: &[String]) -> Cells {
    let part = match scope {
        WeightScope::Base(base) => {
            let position = periods.iter().position(|it| it == base);
            column.period(position.unwrap_or(periods.len()))
        }
        WeightScope::AllPeriods => column.all(),
    };
    let cells = part.values.iter().zip(part.present);
    cells
        .map(|(value, present)| present.then_some(*value))
        .collect()
}

/// What a rule found for the children of one node.
#[derive(Debug, Clone, Default)]
pub(crate) struct Weighed {
    /// The children's weights.
    pub(crate) weights: Vec<f64>,
    /// Where every unit has its own: for every child its weights by period and unit.
    pub(crate) own: Option<Vec<Arc<UnitWeights>>>,
    /// What is to be reported; none for rules that take what is written.
    pub(crate) findings: Option<Findings>,
}

/// The numbers of a report.
#[derive(Debug, Clone, Default)]
pub(crate) struct Findings {
    pub(crate) measures: Vec<Parameter>,
    /// For every child.
    pub(crate) children: Vec<Vec<Parameter>>,
    pub(crate) warnings: Vec<WeightWarning>,
    /// Number of rows that were read.
    pub(crate) rows: usize,
}

impl Weighed {
    /// Weights that are taken as they are written.
    pub(crate) fn plain(weights: Vec<f64>) -> Self {
        Self {
            weights,
            ..Self::default()
        }
    }

    /// Computed weights, as shares that sum to 1. Where all are 0 there is nothing to share out.
    pub(crate) fn computed(raw: &[f64], findings: Findings) -> Result<Self, Fault> {
        let total: f64 = raw.iter().sum();
        if total <= 0.0 {
            return Err(Fault::NoInformation);
        }
        if !total.is_finite() {
            return Err(Fault::NotFinite);
        }
        Ok(Self {
            weights: raw.iter().map(|it| it / total).collect(),
            own: None,
            findings: Some(findings),
        })
    }

    /// The weight of an only child: all of it.
    pub(crate) fn only_child() -> Self {
        Self::plain(vec![1.0])
    }

    /// The report on these weights.
    pub(crate) fn report(
        &self,
        rule: &dyn Rule,
        siblings: &Siblings<'_>,
        level: usize,
        data_set: &str,
    ) -> Option<WeightReport> {
        let findings = self.findings.as_ref()?;
        let total: f64 = self.weights.iter().sum();
        let children = siblings.children.iter().zip(&self.weights).enumerate();
        let children = children.map(|(place, (code, weight))| ChildWeight {
            code: (*code).to_owned(),
            weight: weight / total,
            measures: findings.children.get(place).cloned().unwrap_or_default(),
        });
        Some(WeightReport {
            node: siblings.node.to_owned(),
            level,
            rule: rule.word().to_owned(),
            figures: rule.reads_figures().then(|| WeightFigures {
                data_set: data_set.to_owned(),
                scope: rule.scope().clone(),
                rows: findings.rows,
            }),
            measures: findings.measures.clone(),
            children: children.collect(),
            warnings: findings.warnings.clone(),
        })
    }
}

/// Number of rows in which at least one of the columns has a value.
pub(crate) fn rows_with_any(columns: &[Cells]) -> usize {
    let rows = columns.iter().map(Vec::len).max().unwrap_or_default();
    let has_any = |row: &usize| {
        let mut cells = columns.iter().filter_map(|it| it.get(*row));
        cells.any(Option::is_some)
    };
    (0..rows).filter(has_any).count()
}
