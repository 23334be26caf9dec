//! Weighted harmonic mean: `Σ w ÷ Σ (w ÷ x)` over the children that have a score.
//!
//! Source: OECD/JRC *Handbook on Constructing Composite Indicators* (2008), 6.3; COINr's `a_hmean`. No
//! parameters of its own. Less compensatory than the geometric mean: a single low child holds the score
//! down. A missing child is left out and the weights of the others renormalised, subject to the step's
//! `data_threshold`. A child that scores 0 or less has no reciprocal to average: an error
//! ([`Fault::NonPositiveChild`]) unless it weighs nothing or the node is missing anyway. Contributions
//! divide the score in proportion to `w ÷ x`: by how many per cent the score grows when the child grows
//! by one, most for the lowest.
//!
//! ```
//! # use yanzhi_engine::*;
//! let mut frame = FrameBuilder::new(
//!     vec!["2023".into()],
//!     vec![Unit::new("A")],
//!     vec![Indicator::new("RD"), Indicator::new("STAFF")],
//! )?;
//! frame.set(0, 0, 0, 20.0)?;
//! frame.set(0, 0, 1, 80.0)?;
//! let framework = Framework::new(vec![
//!     Node::root("index"),
//!     Node::leaf("RD", "index", 1.0),
//!     Node::leaf("STAFF", "index", 1.0),
//! ])?;
//! let method: Method = toml::from_str("[[steps]]\nstep = 'aggregate'\nrule = 'harmonic'")?;
//! let index = compute(&frame.build(), &framework, &method)?;
//! assert_eq!(index.score(0, 0, 0), Some(32.0)); // 2 ÷ (1/20 + 1/80)
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use serde::{Deserialize, Serialize};

use super::generalised::power_shares;
use super::mean::{culprit, weighted};
use super::rule::{Basis, Child, Found, Opened, Rule};
use crate::column::PartMut;
use crate::error::{Fault, RowFault};

/// `Σ w ÷ Σ (w ÷ x)`; see the [module](self).
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Harmonic {}

impl Rule for Harmonic {
    fn word(&self) -> &'static str {
        "harmonic"
    }

    fn formula(&self) -> &'static str {
        "Σ w ÷ Σ (w ÷ x)"
    }

    fn basis(&self) -> Basis {
        Basis::PowerShare
    }

    fn aggregate(
        &self,
        children: &[Child<'_>],
        needed: usize,
        scores: &mut PartMut<'_>,
    ) -> Result<(), RowFault> {
        weighted::<false>(children, needed, scores, reciprocal_or_nan, f64::recip);
        let Some(row) = scores.as_part().first_not_finite() else {
            return Ok(());
        };
        let culprit = culprit(children, row, |score| score <= 0.0);
        let fault = culprit.map_or(Fault::NotFinite, |(child, score)| Fault::NonPositiveChild {
            child,
            score,
        });
        Err(RowFault { row, fault })
    }

    fn found(&self, opened: Opened<'_>) -> Found {
        Found::shares(power_shares(&opened.given(), -1.0))
    }
}

/// A score of 0 must not become a mean of 0 by way of infinity, nor a negative one a mean at all.
fn reciprocal_or_nan(score: f64) -> f64 {
    let reciprocal = score.recip();
    let is_sound = score > 0.0 && reciprocal.is_finite();
    if is_sound { reciprocal } else { f64::NAN }
}
