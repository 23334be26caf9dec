//! CRITIC: a child weighs the more, the more its scores vary and the less they repeat those of its
//! siblings.
//!
//! `C = σ · Σ (1 − r)`, `w = C ÷ Σ C`: σ is the standard deviation (n − 1) of the child's scores brought to
//! 0–1 by their own minimum and maximum, r its correlation with each sibling. Source: D. Diakoulaki, G.
//! Mavrotas and L. Papayannakis (1995), Determining objective weights in multiple criteria problems: the
//! CRITIC method, *Computers & Operations Research* 22(7).
//!
//! | parameter | meaning | default |
//! |---|---|---|
//! | `correlation` | `"pearson"`, `"spearman"`, `"kendall"` | `"pearson"` |
//! | `scope` | the periods: `"all_periods"`, `{ base = "2019" }` | `"all_periods"` |
//!
//! Correlations are over the rows that have both scores. A child with the same score everywhere weighs 0,
//! with a warning, and takes no part in the conflict of the others. That all weigh 0 (none varies, or all
//! say the same) is an error, as are two children without a correlation: they vary in fewer than two common rows.
//!
//! ```
//! # use yanzhi_engine::*;
//! let method: Method = toml::from_str(r#"
//!     [[steps]]
//!     step = "weight"
//!     rule = "critic"
//!     [[steps]]
//!     step = "aggregate"
//!     rule = "arithmetic"
//! "#)?;
//! let mut frame = FrameBuilder::new(
//!     vec!["2023".into()],
//!     ["A", "B", "C"].map(Unit::new).to_vec(),
//!     ["RD", "PATENT", "STAFF"].map(Indicator::new).to_vec(),
//! )?;
//! // RD and PATENT say the same, so together they weigh as much as STAFF says against both.
//! for (unit, row) in [[1.0, 10.0, 3.0], [2.0, 20.0, 2.0], [3.0, 30.0, 1.0]].iter().enumerate() {
//!     for (indicator, value) in row.iter().enumerate() {
//!         frame.set(0, unit, indicator, *value)?;
//!     }
//! }
//! let framework = Framework::new(vec![
//!     Node::root("index"),
//!     Node::leaf("RD", "index", 1.0),
//!     Node::leaf("PATENT", "index", 1.0),
//!     Node::leaf("STAFF", "index", 1.0),
//! ])?;
//! let index = compute(&frame.build(), &framework, &method)?;
//! assert_eq!((index.weight(1), index.weight(3)), (Some(0.25), Some(0.5)));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use serde::{Deserialize, Serialize};

use super::report::{WeightScope, WeightWarning};
use super::rule::{Cells, Findings, Rule, Siblings, Weighed, rows_with_any};
use crate::dataset::Parameter;
use crate::error::{ComputeError, Fault};
use crate::statistics::{Correlate, correlate, is_constant, present, standard_deviation};

/// `σ · Σ (1 − r)` over its sum; see the [module](self).
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Critic {
    /// Which correlation. Default: Pearson's.
    pub correlation: Correlate,
    /// The periods whose scores count. Default: all.
    pub scope: WeightScope,
}

impl Rule for Critic {
    fn word(&self) -> &'static str {
        "critic"
    }

    fn reads_figures(&self) -> bool {
        true
    }

    fn scope(&self) -> &WeightScope {
        &self.scope
    }

    fn weigh(&self, siblings: &Siblings<'_>) -> Result<Weighed, ComputeError> {
        if siblings.children.len() == 1 {
            return Ok(Weighed::only_child());
        }
        let columns = siblings.cells(&self.scope);
        let deviations: Vec<f64> = columns.iter().map(deviation).collect();
        let mut findings = Findings {
            rows: rows_with_any(&columns),
            ..Findings::default()
        };
        let mut information = Vec::with_capacity(columns.len());
        for ((child, cells), &sd) in siblings.children.iter().zip(&columns).zip(&deviations) {
            let mut conflict = 0.0;
            if sd > 0.0 {
                let others = columns.iter().zip(&deviations);
                for (other, _) in others.filter(|(_, sd)| **sd > 0.0) {
                    let apart = self
                        .apart(cells, other)
                        .map_err(|fault| siblings.fault(fault))?;
                    conflict += apart;
                }
            } else {
                let child = (*child).to_owned();
                findings.warnings.push(WeightWarning::Constant { child });
            }
            findings.children.push(vec![
                Parameter::new("standard_deviation", sd),
                Parameter::new("conflict", conflict),
                Parameter::new("information", sd * conflict),
            ]);
            information.push(sd * conflict);
        }
        Weighed::computed(&information, findings).map_err(|fault| siblings.fault(fault))
    }
}

impl Critic {
    /// `1 − r`; 0 for a column with itself.
    fn apart(&self, x: &Cells, y: &Cells) -> Result<f64, Fault> {
        if std::ptr::eq(x, y) {
            return Ok(0.0);
        }
        let correlation = correlate(x, y, self.correlation);
        let correlation = correlation.ok_or(Fault::NoCorrelation)?;
        Ok(1.0 - correlation.value)
    }
}

/// The standard deviation of the values brought to 0–1; 0 where they do not vary.
fn deviation(cells: &Cells) -> f64 {
    let values = present(cells);
    if is_constant(&values) {
        return 0.0;
    }
    let least = values.iter().copied().fold(f64::INFINITY, f64::min);
    let most = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    // Halves first: the range of the figures may be beyond the largest number.
    let range = most / 2.0 - least / 2.0;
    let scaled: Vec<f64> = values
        .iter()
        .map(|x| (x / 2.0 - least / 2.0) / range)
        .collect();
    standard_deviation(&scaled).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::super::tests::{error, weighted};

    /// D. Diakoulaki, G. Mavrotas and L. Papayannakis (1995), eight pharmaceutical firms.
    #[test]
    fn the_firms_of_diakoulaki_have_their_weights() {
        let rows: Vec<[Option<f64>; 3]> = [
            [61.0, 1.08, 4.33],
            [20.7, 0.26, 4.34],
            [16.3, 1.98, 2.53],
            [9.0, 3.29, 1.65],
            [5.4, 2.77, 2.33],
            [4.0, 4.12, 1.21],
            [-6.1, 3.52, 2.10],
            [-34.6, 3.31, 0.98],
        ]
        .map(|row| row.map(Some))
        .to_vec();
        let rows: Vec<&[Option<f64>]> = rows.iter().map(<[_; 3]>::as_slice).collect();
        let index = weighted("rule = 'critic'", &rows).unwrap();
        let published = [0.202_225_54, 0.480_901_73, 0.316_872_73];
        for (node, expected) in published.into_iter().enumerate() {
            let found = index.weight(node + 1).unwrap();
            assert!(
                (found - expected).abs() < 5e-9,
                "{node}: {found}, published {expected}"
            );
        }
        let measures = &index.weight_reports()[0].children[0].measures;
        let named: Vec<&str> = measures.iter().map(|it| it.name.as_str()).collect();
        assert_eq!(named, ["standard_deviation", "conflict", "information"]);
    }

    #[test]
    fn children_that_all_say_the_same_share_nothing() {
        let rows: &[&[Option<f64>]] = &[&[Some(1.0), Some(10.0)], &[Some(2.0), Some(20.0)]];
        assert!(error("rule = 'critic'", rows).contains("no child tells anything"));
    }

    #[test]
    fn a_child_that_does_not_vary_weighs_nothing() {
        let rows: &[&[Option<f64>]] = &[
            &[Some(1.0), Some(5.0), Some(3.0)],
            &[Some(2.0), Some(5.0), Some(1.0)],
        ];
        let index = weighted("rule = 'critic'", rows).unwrap();
        assert_eq!(
            [1, 2, 3].map(|node| index.weight(node)),
            [Some(0.5), Some(0.0), Some(0.5)]
        );
        assert_eq!(index.weight_reports()[0].warnings.len(), 1);
    }

    #[test]
    fn children_without_common_rows_are_refused() {
        let rows: &[&[Option<f64>]] = &[
            &[Some(1.0), None],
            &[Some(2.0), None],
            &[None, Some(1.0)],
            &[None, Some(2.0)],
        ];
        assert!(error("rule = 'critic'", rows).contains("two children have no correlation"));
    }

    #[test]
    fn ranks_can_be_correlated_instead() {
        let rows: &[&[Option<f64>]] = &[
            &[Some(1.0), Some(1.0), Some(9.0)],
            &[Some(2.0), Some(8.0), Some(4.0)],
            &[Some(3.0), Some(9.0), Some(1.0)],
        ];
        let index = weighted("rule = 'critic'\ncorrelation = 'spearman'", rows).unwrap();
        let conflicts = index.weight_reports()[0]
            .children
            .iter()
            .map(|it| it.measures[1].value);
        assert_eq!(conflicts.collect::<Vec<_>>(), [2.0, 2.0, 4.0]);
    }
}
