//! Weighted product: `Π x^(w ÷ Σ w)` over the children that have a score, as it is or relative to the
//! product of the best.
//!
//! Source: Bridgman, *Dimensional Analysis* (1922); Yoon and Hwang, *Multiple Attribute Decision Making*
//! (1995), which divide by the ideal unit, the one with the best of every child: the score is then from
//! 0 to 1 and does not depend on the children's units of measure. Where every child is above 0 the
//! plain product is the geometric mean; other than that, a child of 0 makes the score 0. A missing child
//! is left out (of the ideal as well) and the weights of the others renormalised, subject to the step's
//! `data_threshold`. A negative child is an error ([`Fault::NegativeChild`]). A child whose best is 0
//! tells nobody apart and counts as equal to its best. Contributions are log shares of the plain
//! product; where a child is 0 there are none.
//!
//! | parameter | meaning | default |
//! |---|---|---|
//! | `relative` | divide by the product of the best of every child | `false` |
//!
//! ```
//! # use yanzhi_engine::*;
//! let mut frame = FrameBuilder::new(
//!     vec!["2023".into()],
//!     vec![Unit::new("A"), Unit::new("B")],
//!     vec![Indicator::new("RD"), Indicator::new("STAFF")],
//! )?;
//! for (unit, indicator, score) in [(0, 0, 2.0), (0, 1, 32.0), (1, 0, 8.0), (1, 1, 8.0)] {
//!     frame.set(0, unit, indicator, score)?;
//! }
//! let framework = Framework::new(vec![
//!     Node::root("index"),
//!     Node::leaf("RD", "index", 1.0),
//!     Node::leaf("STAFF", "index", 1.0),
//! ])?;
//! let text = "[[steps]]\nstep = 'aggregate'\nrule = 'weighted_product'\nrelative = true";
//! let method: Method = toml::from_str(text)?;
//! let index = compute(&frame.build(), &framework, &method)?;
//! let score = index.score(0, 0, 0).unwrap();
//! assert!((score - 0.5).abs() < 1e-12); // √(2·32) ÷ √(8·32)
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use serde::{Deserialize, Serialize};

use super::field::Field;
use super::mean::{culprit, log_shares, weighted};
use super::rule::{Basis, Child, Found, Opened, Rule};
use crate::column::PartMut;
use crate::error::{Fault, RowFault};

/// `Π x^(w ÷ Σ w)`; see the [module](self).
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct WeightedProduct {
    /// Divide by the product of the best of every child.
    pub relative: bool,
}

/// The logarithms of the best scores, by child; none where nobody has more than 0.
fn ideal(field: &Field<'_>) -> Vec<Option<f64>> {
    let children = field.children().iter();
    let best = children.map(|child| field.range(child).map(|(_, best)| best));
    best.map(|best| best.filter(|best| *best > 0.0).map(libm::log))
        .collect()
}

/// `Σ w·ln(x ÷ best) ÷ Σ w` of a unit of the field.
fn log_ratio(field: &Field<'_>, ideal: &[Option<f64>], row: usize) -> f64 {
    let given = field
        .children()
        .iter()
        .zip(ideal)
        .filter_map(|(child, best)| Some((child.given(row)?, (*best)?)));
    let terms = given
        .filter(|(given, _)| given.weight > 0.0)
        .map(|(given, best)| given.weight * (libm::log(given.score) - best));
    terms.sum::<f64>() / field.mass(row)
}

impl Rule for WeightedProduct {
    fn word(&self) -> &'static str {
        "weighted_product"
    }

    fn formula(&self) -> &'static str {
        if self.relative {
            "Π (x ÷ max x)^(w ÷ Σ w)"
        } else {
            "Π x^(w ÷ Σ w)"
        }
    }

    fn basis(&self) -> Basis {
        Basis::LogShare
    }

    fn aggregate(
        &self,
        children: &[Child<'_>],
        needed: usize,
        scores: &mut PartMut<'_>,
    ) -> Result<(), RowFault> {
        weighted::<false>(children, needed, scores, log_or_nan, libm::exp);
        if let Some(row) = scores.as_part().first_not_finite() {
            let culprit = culprit(children, row, |score| score < 0.0);
            let fault = culprit.map_or(Fault::NotFinite, |(child, score)| Fault::NegativeChild {
                child,
                score,
            });
            return Err(RowFault { row, fault });
        }
        if self.relative {
            let field = Field::of(children, needed);
            let ideal = ideal(&field);
            let rows = field.rows().iter();
            let ratios = rows.map(|&row| libm::exp(log_ratio(&field, &ideal, row)));
            field.write(ratios, scores);
        }
        Ok(())
    }

    fn found(&self, opened: Opened<'_>) -> Found {
        let given = opened.given();
        let has_zero = given.iter().any(|it| it.weight > 0.0 && it.score <= 0.0);
        if has_zero {
            return Found::default();
        }
        Found::shares(log_shares(&given))
    }
}

/// The logarithm of 0 is −∞, which makes the product 0; a negative score has none.
fn log_or_nan(score: f64) -> f64 {
    if score < 0.0 {
        f64::NAN
    } else {
        libm::log(score)
    }
}
