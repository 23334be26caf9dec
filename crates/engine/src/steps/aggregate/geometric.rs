//! Weighted geometric mean: `exp(Σ w·ln x ÷ Σ w)` over the children that have a score.
//!
//! Source: OECD/JRC *Handbook on Constructing Composite Indicators* (2008), 6.3; UNDP, *Human Development
//! Report*, technical note 1; COINr's `a_gmean`. No parameters of its own. Partly compensatory: the
//! lower a child, the more a point there is worth. A missing child is left out and the weights of the
//! others renormalised, subject to the step's `data_threshold`. A child that scores 0 or less has no
//! logarithm: an error ([`Fault::NonPositiveGeometric`]) unless it
//! weighs nothing or the node is missing anyway. Contributions divide the score in proportion to
//! `w·ln x` (log-share); where those cancel out (a score of 1) there are none.
//!
//! ```
//! # use yanzhi_engine::*;
//! let mut frame = FrameBuilder::new(
//!     vec!["2023".into()],
//!     vec![Unit::new("A")],
//!     vec![Indicator::new("RD"), Indicator::new("STAFF")],
//! )?;
//! frame.set(0, 0, 0, 2.0)?;
//! frame.set(0, 0, 1, 8.0)?;
//! let framework = Framework::new(vec![
//!     Node::root("index"),
//!     Node::leaf("RD", "index", 1.0),
//!     Node::leaf("STAFF", "index", 1.0),
//! ])?;
//! let method: Method = toml::from_str("[[steps]]\nstep = 'aggregate'\nrule = 'geometric'")?;
//! let index = compute(&frame.build(), &framework, &method)?;
//! assert!((index.score(0, 0, 0).unwrap() - 4.0).abs() < 1e-12);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use serde::{Deserialize, Serialize};

use super::mean::{culprit, log_shares, weighted};
use super::rule::{Basis, Child, Found, Opened, Rule};
use crate::column::PartMut;
use crate::error::{Fault, RowFault};

/// `exp(Σ w·ln x ÷ Σ w)`; see the [module](self).
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Geometric {}

impl Rule for Geometric {
    fn word(&self) -> &'static str {
        "geometric"
    }

    fn formula(&self) -> &'static str {
        "exp(Σ w·ln x ÷ Σ w)"
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
        weighted::<false>(children, needed, scores, libm::log, exp_or_nan);
        let Some(row) = scores.as_part().first_not_finite() else {
            return Ok(());
        };
        let culprit = culprit(children, row, |score| score <= 0.0);
        let fault = culprit.map_or(Fault::NotFinite, |(child, score)| {
            Fault::NonPositiveGeometric { child, score }
        });
        Err(RowFault { row, fault })
    }

    fn found(&self, opened: Opened<'_>) -> Found {
        Found::shares(log_shares(&opened.given()))
    }
}

/// A mean of logarithms of −∞ (a child of 0) must not become the score 0.
fn exp_or_nan(mean: f64) -> f64 {
    if mean.is_finite() {
        libm::exp(mean)
    } else {
        f64::NAN
    }
}
