//! Principal components 主成分: weights from the loadings of the first component of the children's
//! correlation matrix.
//!
//! `w = |l| ÷ Σ |l|`, or `l² ÷ Σ l²` (each child's share in the component's variance; they sum to 1 already).
//! Sources: OECD/JRC *Handbook on Constructing Composite Indicators* (2008), 6.1.1; COINr `get_PCA`, whose
//! weights are the loadings with their arbitrary sign.
//!
//! | parameter | meaning | default |
//! |---|---|---|
//! | `by` | `"loadings"`, `"squared_loadings"` | `"loadings"` |
//! | `scope` | the periods: `"all_periods"`, `{ base = "2019" }` | `"all_periods"` |
//!
//! Rows with a gap are left out. The eigenvalue and the share of the variance that the component explains
//! are reported: where it is small, one number does not stand for the children. A child whose loading is
//! opposed to the others' is a warning, since its magnitude counts all the same. A child with the same
//! score everywhere is an error, as are fewer than two rows without a gap.
//!
//! ```
//! # use yanzhi_engine::*;
//! let method: Method = toml::from_str(r#"
//!     [[steps]]
//!     step = "weight"
//!     rule = "pca"
//!     by = "squared_loadings"
//!     [[steps]]
//!     step = "aggregate"
//!     rule = "arithmetic"
//! "#)?;
//! let mut frame = FrameBuilder::new(
//!     vec!["2023".into()],
//!     ["A", "B", "C", "D"].map(Unit::new).to_vec(),
//!     vec![Indicator::new("RD"), Indicator::new("STAFF")],
//! )?;
//! for (unit, [rd, staff]) in [[1.0, 1.0], [2.0, 3.0], [3.0, 2.0], [4.0, 4.0]].iter().enumerate() {
//!     frame.set(0, unit, 0, *rd)?;
//!     frame.set(0, unit, 1, *staff)?;
//! }
//! let framework = Framework::new(vec![
//!     Node::root("index"),
//!     Node::leaf("RD", "index", 1.0),
//!     Node::leaf("STAFF", "index", 1.0),
//! ])?;
//! let index = compute(&frame.build(), &framework, &method)?;
//! let explained = &index.weight_reports()[0].measures[1];
//! assert!((index.weight(1).unwrap() - 0.5).abs() < 1e-12);
//! assert!((explained.value - 0.9).abs() < 1e-12); // r = 0.8: eigenvalues 1.8 and 0.2
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use serde::{Deserialize, Serialize};

use super::report::{WeightScope, WeightWarning};
use super::rule::{Cells, Findings, Rule, Siblings, Weighed};
use crate::dataset::Parameter;
use crate::error::{ComputeError, Fault};
use crate::statistics::{is_constant, principal_components};

/// A loading this small has no direction.
const OPPOSED: f64 = 1e-9;

/// The loadings of the first component; see the [module](self).
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Pca {
    /// How loadings become weights. Default: by their magnitudes.
    pub by: PcaWeights,
    /// The periods whose scores count. Default: all.
    pub scope: WeightScope,
}

/// How loadings become weights.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PcaWeights {
    /// By their magnitudes.
    #[default]
    Loadings,
    /// By their squares.
    SquaredLoadings,
}

impl Rule for Pca {
    fn word(&self) -> &'static str {
        "pca"
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
        let whole = whole_rows(&siblings.cells(&self.scope));
        let columns: Vec<&[Option<f64>]> = whole.iter().map(Vec::as_slice).collect();
        let found = principal_components(&columns);
        let first = found.as_ref().and_then(|it| {
            let (loadings, sd) = (it.loadings.first()?, it.sd.first()?);
            Some((loadings, sd * sd, *it.explained.first()?))
        });
        let Some((loadings, eigenvalue, explained)) = first else {
            return Err(siblings.fault(why_none(&whole, &siblings.children)));
        };
        let weights: Vec<f64> = match self.by {
            PcaWeights::Loadings => loadings.iter().map(|it| it.abs()).collect(),
            PcaWeights::SquaredLoadings => loadings.iter().map(|it| it * it).collect(),
        };
        let findings = Findings {
            rows: found.as_ref().map_or(0, |it| it.n),
            measures: vec![
                Parameter::new("eigenvalue", eigenvalue),
                Parameter::new("explained", explained),
            ],
            children: loadings
                .iter()
                .map(|it| vec![Parameter::new("loading", *it)])
                .collect(),
            warnings: opposed(&siblings.children, loadings),
        };
        Weighed::computed(&weights, findings).map_err(|fault| siblings.fault(fault))
    }
}

/// The rows in which every column has a value.
fn whole_rows(columns: &[Cells]) -> Vec<Cells> {
    let rows = columns.iter().map(Vec::len).min().unwrap_or_default();
    let cell = |column: &Cells, row: usize| column.get(row).copied().flatten();
    let is_whole = |row: &usize| columns.iter().all(|it| cell(it, *row).is_some());
    let whole: Vec<usize> = (0..rows).filter(is_whole).collect();
    let of = |column: &Cells| whole.iter().map(|&row| cell(column, row)).collect();
    columns.iter().map(of).collect()
}

/// Why columns have no components.
fn why_none(whole: &[Cells], children: &[&str]) -> Fault {
    let (found, needed) = (whole.first().map_or(0, Vec::len), 2);
    if found < needed {
        return Fault::FewRows { found, needed };
    }
    let does_not_vary = |cells: &Cells| {
        let values: Vec<f64> = cells.iter().copied().flatten().collect();
        is_constant(&values)
    };
    let mut named = children.iter().zip(whole);
    let constant = named.find(|(_, cells)| does_not_vary(cells));
    constant.map_or(Fault::NotFinite, |(child, _)| Fault::ConstantChild {
        child: (*child).to_owned(),
    })
}

/// The children whose loading has the other sign than the sum of all.
fn opposed(children: &[&str], loadings: &[f64]) -> Vec<WeightWarning> {
    let turn = if loadings.iter().sum::<f64>() < 0.0 {
        -1.0
    } else {
        1.0
    };
    let named = children.iter().zip(loadings);
    let opposed = named.filter(|(_, loading)| **loading * turn < -OPPOSED);
    opposed
        .map(|(child, loading)| WeightWarning::OpposedLoading {
            child: (*child).to_owned(),
            loading: loading * turn,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::tests::{error, weighted};

    const ROWS: &[[f64; 3]] = &[
        [1.0, 1.0, 4.0],
        [2.0, 3.0, 3.0],
        [3.0, 2.0, 2.0],
        [4.0, 4.0, 1.0],
    ];

    #[test]
    fn a_child_that_runs_against_the_others_is_named() {
        let rows: Vec<Vec<Option<f64>>> = ROWS.iter().map(|row| row.map(Some).to_vec()).collect();
        let rows: Vec<&[Option<f64>]> = rows.iter().map(Vec::as_slice).collect();
        let index = weighted("rule = 'pca'", &rows).unwrap();
        let report = &index.weight_reports()[0];
        let warnings: Vec<String> = report.warnings.iter().map(ToString::to_string).collect();
        assert!(
            warnings.len() == 1 && warnings[0].starts_with("i2 runs against"),
            "{warnings:?}"
        );
        // i0 = −i2 exactly, so they weigh the same.
        assert!((index.weight(1).unwrap() - index.weight(3).unwrap()).abs() < 1e-12);
        let sum: f64 = (1..4).filter_map(|node| index.weight(node)).sum();
        assert!((sum - 1.0).abs() < 1e-15);
    }

    #[test]
    fn squared_loadings_are_shares_of_the_variance() {
        let rows: Vec<Vec<Option<f64>>> = ROWS.iter().map(|row| row.map(Some).to_vec()).collect();
        let rows: Vec<&[Option<f64>]> = rows.iter().map(Vec::as_slice).collect();
        let index = weighted("rule = 'pca'\nby = 'squared_loadings'", &rows).unwrap();
        for (node, child) in index.weight_reports()[0].children.iter().enumerate() {
            let loading = child.measures[0].value;
            let found = index.weight(node + 1).unwrap();
            assert!((found - loading * loading).abs() < 1e-12);
        }
    }

    #[test]
    fn what_has_no_components_is_refused_by_its_name() {
        let rule = "rule = 'pca'";
        let constant: &[&[Option<f64>]] = &[&[Some(1.0), Some(5.0)], &[Some(2.0), Some(5.0)]];
        assert!(error(rule, constant).contains("i1 has the same score everywhere"));
        let gaps: &[&[Option<f64>]] = &[&[Some(1.0), None], &[None, Some(2.0)]];
        assert!(error(rule, gaps).contains("0 rows have what"));
        let one: &[&[Option<f64>]] = &[&[Some(1.0), Some(2.0)]];
        assert!(error(rule, one).contains("1 rows have what"));
    }

    #[test]
    fn two_units_weigh_their_children_equally() {
        let rows: &[&[Option<f64>]] = &[&[Some(1.0), Some(50.0)], &[Some(2.0), Some(10.0)]];
        let index = weighted("rule = 'pca'", rows).unwrap();
        assert!((index.weight(1).unwrap() - 0.5).abs() < 1e-12);
    }
}
