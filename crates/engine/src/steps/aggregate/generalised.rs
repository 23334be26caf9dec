//! Weighted generalised (power) mean: `(Σ w·xᵖ ÷ Σ w)^(1/p)` over the children that have a score.
//!
//! Source: Hardy, Littlewood and Pólya, *Inequalities* (1934), 2.2; COINr's `a_genmean`. The higher `p`,
//! the more the best children count: −1 is the harmonic mean, 0 (by limit) the geometric, 1 the
//! arithmetic, 2 the quadratic. A missing child is left out and the weights of the others renormalised,
//! subject to the step's `data_threshold` (COINr's function makes the whole node missing). A negative
//! child is an error ([`Fault::NegativeChild`]) unless `p` is 1, a child of 0 is one
//! ([`Fault::NonPositiveChild`]) when `p` is 0 or below. Contributions divide the score in proportion to
//! `w·xᵖ`: by how many per cent the score grows when the child grows by one.
//!
//! | parameter | meaning | default |
//! |---|---|---|
//! | `p` | the power, any finite number | – |
//!
//! ```
//! # use yanzhi_engine::*;
//! let mut frame = FrameBuilder::new(
//!     vec!["2023".into()],
//!     vec![Unit::new("A")],
//!     vec![Indicator::new("RD"), Indicator::new("STAFF")],
//! )?;
//! frame.set(0, 0, 0, 1.0)?;
//! frame.set(0, 0, 1, 7.0)?;
//! let framework = Framework::new(vec![
//!     Node::root("index"),
//!     Node::leaf("RD", "index", 1.0),
//!     Node::leaf("STAFF", "index", 1.0),
//! ])?;
//! let method: Method = toml::from_str("[[steps]]\nstep = 'aggregate'\nrule = 'generalised'\np = 2")?;
//! let index = compute(&frame.build(), &framework, &method)?;
//! assert_eq!(index.score(0, 0, 0), Some(5.0)); // √((1 + 49) ÷ 2)
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use serde::{Deserialize, Serialize};

use super::mean::{culprit, weighted};
use super::rule::{Basis, Child, Found, Given, Opened, Rule, shares_of};
use crate::column::PartMut;
use crate::error::{Fault, RowFault};
use crate::method::ParameterFault;

/// `(Σ w·xᵖ ÷ Σ w)^(1/p)`; see the [module](self).
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Generalised {
    /// The power.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub p: Option<f64>,
}

/// Which of the means a power gives.
#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Arithmetic,
    /// `p` = 0: the mean of the logarithms.
    Geometric,
    Positive(f64),
    Negative(f64),
}

impl Generalised {
    fn kind(&self) -> Kind {
        let p = self.p.unwrap_or(1.0);
        if (p - 1.0).abs() < f64::EPSILON {
            return Kind::Arithmetic;
        }
        if p > 0.0 {
            return Kind::Positive(p);
        }
        if p < 0.0 {
            return Kind::Negative(p);
        }
        Kind::Geometric
    }
}

impl Rule for Generalised {
    fn word(&self) -> &'static str {
        "generalised"
    }

    fn formula(&self) -> &'static str {
        "(Σ w·xᵖ ÷ Σ w)^(1/p)"
    }

    fn basis(&self) -> Basis {
        Basis::PowerShare
    }

    fn faults(&self) -> Vec<ParameterFault> {
        let Some(p) = self.p else {
            return vec![ParameterFault::Missing { name: "p" }];
        };
        ParameterFault::unless_finite("p", p).into_iter().collect()
    }

    fn aggregate(
        &self,
        children: &[Child<'_>],
        needed: usize,
        scores: &mut PartMut<'_>,
    ) -> Result<(), RowFault> {
        let kind = self.kind();
        match kind {
            Kind::Arithmetic => weighted::<true>(children, needed, scores, |x| x, |mean| mean),
            Kind::Geometric => weighted::<false>(children, needed, scores, libm::log, |mean| {
                bounded(mean, libm::exp)
            }),
            Kind::Positive(p) | Kind::Negative(p) => weighted::<false>(
                children,
                needed,
                scores,
                |x| if x < 0.0 { f64::NAN } else { libm::pow(x, p) },
                |mean| bounded(mean, |mean| libm::pow(mean, p.recip())),
            ),
        }
        let Some(row) = scores.as_part().first_not_finite() else {
            return Ok(());
        };
        let culprit = match kind {
            Kind::Arithmetic => None,
            Kind::Positive(_) => culprit(children, row, |score| score < 0.0)
                .map(|(child, score)| Fault::NegativeChild { child, score }),
            Kind::Geometric | Kind::Negative(_) => culprit(children, row, |score| score <= 0.0)
                .map(|(child, score)| Fault::NonPositiveChild { child, score }),
        };
        let fault = culprit.unwrap_or(Fault::NotFinite);
        Err(RowFault { row, fault })
    }

    fn found(&self, opened: Opened<'_>) -> Found {
        Found::shares(power_shares(&opened.given(), self.p.unwrap_or(1.0)))
    }
}

/// A mean that has left the numbers must not come back as 0 through a negative power.
fn bounded(mean: f64, finish: impl Fn(f64) -> f64) -> f64 {
    if mean.is_finite() {
        finish(mean)
    } else {
        f64::NAN
    }
}

/// Weight × scoreᵖ of each child over their sum.
pub(super) fn power_shares(given: &[Given], p: f64) -> Option<Vec<f64>> {
    shares_of(given.iter().map(|child| {
        if child.weight > 0.0 {
            child.weight * libm::pow(child.score, p)
        } else {
            0.0
        }
    }))
}
