//! Entropy 熵权法: the more unequally a child's scores are spread over the units, the more it tells and
//! the more it weighs.
//!
//! `p = x ÷ Σ x`, `E = −Σ p·ln p ÷ ln n` (n scores; `0·ln 0 = 0`), `w = (1 − E) ÷ Σ (1 − E)`. Sources: C. E.
//! Shannon (1948), A mathematical theory of communication; C.-L. Hwang and K. Yoon (1981), *Multiple
//! Attribute Decision Making*, Springer, 3.1.
//!
//! | parameter | meaning | default |
//! |---|---|---|
//! | `scope` | the periods: `"all_periods"`, `{ base = "2019" }` | `"all_periods"` |
//!
//! Weights depend on where the scale of the scores begins, not on its unit. A missing score is left out.
//! A child with the same score everywhere has entropy 1 and weighs 0, with a warning; that none varies is
//! an error, as is a score below 0.
//!
//! ```
//! # use yanzhi_engine::*;
//! let method: Method = toml::from_str(r#"
//!     [[steps]]
//!     step = "weight"
//!     rule = "entropy"
//!     [[steps]]
//!     step = "aggregate"
//!     rule = "arithmetic"
//! "#)?;
//! let mut frame = FrameBuilder::new(
//!     vec!["2023".into()],
//!     ["A", "B"].map(Unit::new).to_vec(),
//!     vec![Indicator::new("RD"), Indicator::new("STAFF")],
//! )?;
//! for (unit, [rd, staff]) in [[0.0, 5.0], [9.0, 5.0]].into_iter().enumerate() {
//!     frame.set(0, unit, 0, rd)?;
//!     frame.set(0, unit, 1, staff)?;
//! }
//! let framework = Framework::new(vec![
//!     Node::root("index"),
//!     Node::leaf("RD", "index", 1.0),
//!     Node::leaf("STAFF", "index", 1.0),
//! ])?;
//! let index = compute(&frame.build(), &framework, &method)?;
//! assert_eq!((index.weight(1), index.weight(2)), (Some(1.0), Some(0.0)));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use serde::{Deserialize, Serialize};

use super::report::{WeightScope, WeightWarning};
use super::rule::{Cells, Findings, Rule, Siblings, Weighed, rows_with_any};
use crate::dataset::Parameter;
use crate::error::{ComputeError, Fault};
use crate::numbers::count;
use crate::statistics::{is_constant, present};

/// `(1 − E) ÷ Σ (1 − E)`; see the [module](self).
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Entropy {
    /// The periods whose scores count. Default: all.
    pub scope: WeightScope,
}

impl Rule for Entropy {
    fn word(&self) -> &'static str {
        "entropy"
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
        siblings.refuse_negative(&self.scope)?;
        let columns = siblings.cells(&self.scope);
        let mut findings = Findings {
            rows: rows_with_any(&columns),
            ..Findings::default()
        };
        let mut divergences = Vec::with_capacity(columns.len());
        for (child, cells) in siblings.children.iter().zip(&columns) {
            let entropy = entropy(cells).map_err(|fault| siblings.fault(fault))?;
            if entropy.is_none() {
                let child = (*child).to_owned();
                findings.warnings.push(WeightWarning::Constant { child });
            }
            let entropy = entropy.unwrap_or(1.0);
            findings
                .children
                .push(vec![Parameter::new("entropy", entropy)]);
            divergences.push((1.0 - entropy).max(0.0));
        }
        Weighed::computed(&divergences, findings).map_err(|fault| siblings.fault(fault))
    }
}

/// The entropy of a column, between 0 and 1; none for a column that does not vary.
fn entropy(cells: &Cells) -> Result<Option<f64>, Fault> {
    let values = present(cells);
    let (found, needed) = (values.len(), 2);
    if found < needed {
        return Err(Fault::FewRows { found, needed });
    }
    if is_constant(&values) {
        return Ok(None);
    }
    // Over the largest first: the sum of the figures may be beyond the largest number.
    let largest = values.iter().copied().fold(0.0, f64::max);
    let total: f64 = values.iter().map(|it| it / largest).sum();
    let shares = values.iter().map(|it| it / largest / total);
    let terms = shares.filter(|&p| p > 0.0).map(|p| p * libm::log(p));
    Ok(Some(-terms.sum::<f64>() / libm::log(count(found))))
}

#[cfg(test)]
mod tests {
    use super::super::tests::{error, weighted};

    /// C.-L. Hwang and K. Yoon (1981), the choice of a fighter aircraft; they compute with entropies of four
    /// digits, which leaves less than three of a weight.
    #[test]
    fn the_aircraft_of_hwang_and_yoon_have_their_weights() {
        let rows: &[&[Option<f64>]] = &[
            &[2.0, 1500.0, 20_000.0, 5.5, 5.0, 9.0].map(Some),
            &[2.5, 2700.0, 18_000.0, 6.5, 3.0, 5.0].map(Some),
            &[1.8, 2000.0, 21_000.0, 4.5, 7.0, 7.0].map(Some),
            &[2.2, 1800.0, 20_000.0, 5.0, 5.0, 5.0].map(Some),
        ];
        let index = weighted("rule = 'entropy'", rows).unwrap();
        let published = [0.0649, 0.2055, 0.0133, 0.0829, 0.3570, 0.2764];
        for (node, expected) in published.into_iter().enumerate() {
            let found = index.weight(node + 1).unwrap();
            assert!(
                (found - expected).abs() < 0.002,
                "{node}: {found}, published {expected}"
            );
        }
        let report = &index.weight_reports()[0];
        assert_eq!(report.figures.as_ref().unwrap().data_set, "raw");
        assert_eq!(report.figures.as_ref().unwrap().rows, 4);
        assert!((report.children[0].measures[0].value - 0.9946).abs() < 0.0001);
    }

    #[test]
    fn what_does_not_vary_weighs_nothing_and_is_named() {
        let rows: &[&[Option<f64>]] = &[&[Some(1.0), Some(5.0)], &[Some(3.0), Some(5.0)]];
        let index = weighted("rule = 'entropy'", rows).unwrap();
        assert_eq!((index.weight(1), index.weight(2)), (Some(1.0), Some(0.0)));
        let warning = index.weight_reports()[0].warnings[0].to_string();
        assert!(
            warning.starts_with("i1 is the same everywhere"),
            "{warning}"
        );
        let zeros: &[&[Option<f64>]] = &[&[Some(0.0), Some(1.0)], &[Some(0.0), Some(2.0)]];
        assert_eq!(
            weighted("rule = 'entropy'", zeros).unwrap().weight(1),
            Some(0.0)
        );
    }

    #[test]
    fn figures_without_information_or_below_0_are_refused() {
        let rule = "rule = 'entropy'";
        let constant: &[&[Option<f64>]] = &[&[Some(1.0), Some(5.0)], &[Some(1.0), Some(5.0)]];
        assert!(error(rule, constant).contains("no child tells anything"));
        let negative: &[&[Option<f64>]] = &[&[Some(1.0), Some(5.0)], &[Some(2.0), Some(-5.0)]];
        let message = error(rule, negative);
        assert!(
            message.contains("rule entropy, index, period 2021, unit B: "),
            "{message}"
        );
        assert!(message.contains("i1 scores -5"), "{message}");
        let gaps: &[&[Option<f64>]] = &[&[Some(1.0), Some(5.0)], &[Some(2.0), None]];
        assert!(
            error(rule, gaps).contains("1 rows have what"),
            "{}",
            error(rule, gaps)
        );
        let none: &[&[Option<f64>]] = &[&[Some(1.0), None], &[Some(2.0), None]];
        assert!(error(rule, none).contains("0 rows have what"));
    }

    #[test]
    fn figures_near_the_largest_number_have_weights() {
        let rows: &[&[Option<f64>]] = &[&[Some(1e308), Some(1.0)], &[Some(1.7e308), Some(1.7)]];
        let index = weighted("rule = 'entropy'", rows).unwrap();
        assert!((index.weight(1).unwrap() - 0.5).abs() < 1e-12);
    }
}
