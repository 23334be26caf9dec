//! What the steps work on: the columns as the last step left them, and the record of all before.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::column::Column;
use crate::dataset::{Account, DataSet, Raw};
use crate::frame::{Direction, Frame};
use crate::framework::Framework;
use crate::steps::aggregate::UnitWeights;
use crate::steps::{Adjust, Aggregate, ColumnTreatment, Rank, Screening, WeightReport};

/// The state of a computation between two steps.
#[derive(Debug, Clone)]
pub(crate) struct Work<'a> {
    pub(crate) frame: &'a Frame,
    pub(crate) framework: &'a Framework,
    /// As the last step left them, in the frame's order.
    pub(crate) columns: Vec<Arc<Column>>,
    /// Which way each column is better now: normalising makes it "higher".
    pub(crate) directions: Vec<Direction>,
    pub(crate) data_sets: Vec<DataSet>,
    /// Weight of every node among its siblings, in tree order.
    pub(crate) weights: Vec<f64>,
    /// By node, the weights by period and unit where every unit has its own.
    pub(crate) own_weights: BTreeMap<usize, Arc<UnitWeights>>,
    /// What the rules of weighting found.
    pub(crate) weight_reports: Vec<WeightReport>,
    /// How scores will be made.
    pub(crate) aggregation: Option<&'a Aggregate>,
    /// Scores of every node, in tree order, and the step that made them.
    pub(crate) scores: Option<(Vec<Arc<Column>>, Aggregate)>,
    pub(crate) rank: Rank,
    /// The step that adjusted the root, and the root's scores before it.
    pub(crate) adjusted: Option<(Adjust, Arc<Column>)>,
    /// Whether a unit is left out, by period and unit; empty where nobody is.
    screened: Vec<bool>,
    /// What screening found, by step, period and unit.
    pub(crate) screenings: Vec<Screening>,
    /// What the treatment of outliers found, by step, indicator and period.
    pub(crate) treatments: Vec<ColumnTreatment>,
}

impl<'a> Work<'a> {
    pub(crate) fn new(frame: &'a Frame, framework: &'a Framework) -> Self {
        let indicators = frame.indicators();
        let raw = DataSet {
            step: "raw".to_owned(),
            codes: indicators.iter().map(|it| it.code.clone()).collect(),
            columns: frame.columns().to_vec(),
            account: Some(Arc::new(Raw)),
        };
        Self {
            frame,
            framework,
            columns: frame.columns().to_vec(),
            directions: indicators.iter().map(|it| it.direction).collect(),
            data_sets: vec![raw],
            weights: framework.nodes().iter().map(|node| node.weight).collect(),
            own_weights: BTreeMap::new(),
            weight_reports: Vec::new(),
            aggregation: None,
            scores: None,
            rank: Rank::default(),
            adjusted: None,
            screened: Vec::new(),
            screenings: Vec::new(),
            treatments: Vec::new(),
        }
    }

    /// The column of an indicator as it is now.
    pub(crate) fn column(&self, code: &str) -> Option<&Arc<Column>> {
        self.columns.get(self.frame.indicator_position(code)?)
    }

    /// Positions in the frame of the columns the framework uses, in tree order.
    pub(crate) fn used(&self) -> Vec<usize> {
        let leaves = self.framework.leaves();
        leaves
            .filter_map(|(_, code)| self.frame.indicator_position(code))
            .collect()
    }

    /// Whether a unit was left out in a period.
    pub(crate) fn is_screened(&self, period: usize, unit: usize) -> bool {
        let row = period * self.frame.units().len() + unit;
        self.screened.get(row).copied().unwrap_or(false)
    }

    /// Leaves units out of periods: they have no figures any more.
    pub(crate) fn screen(&mut self, cells: &[(usize, usize)]) {
        let units = self.frame.units().len();
        self.screened
            .resize(units * self.frame.periods().len(), false);
        for &(period, unit) in cells {
            if let Some(place) = self.screened.get_mut(period * units + unit) {
                *place = true;
            }
        }
        for column in &mut self.columns {
            let column = Arc::make_mut(column);
            for &(period, unit) in cells {
                column.clear(period, unit);
            }
        }
    }

    /// Keeps all columns of the frame as the data set of a step.
    pub(crate) fn record_all(&mut self, step: &str, account: Arc<dyn Account>) {
        let all: Vec<usize> = (0..self.columns.len()).collect();
        self.record(step, &all, account);
    }

    /// Puts new columns in the place of old ones, by positions in the frame.
    pub(crate) fn replace(&mut self, columns: Vec<(usize, Column)>) {
        for (position, column) in columns {
            if let Some(place) = self.columns.get_mut(position) {
                *place = Arc::new(column);
            }
        }
    }

    /// Keeps the columns at these positions as the data set of a step.
    pub(crate) fn record(&mut self, step: &str, positions: &[usize], account: Arc<dyn Account>) {
        let indicators = self.frame.indicators();
        let kept = positions.iter().filter_map(|&position| {
            let code = indicators.get(position)?.code.clone();
            Some((code, Arc::clone(self.columns.get(position)?)))
        });
        let (codes, columns) = kept.unzip();
        self.data_sets.push(DataSet {
            step: step.to_owned(),
            codes,
            columns,
            account: Some(account),
        });
    }

    pub(crate) fn direction(&self, position: usize) -> Direction {
        self.directions.get(position).copied().unwrap_or_default()
    }
}
