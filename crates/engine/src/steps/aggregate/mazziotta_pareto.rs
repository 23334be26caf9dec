//! Mazziotta–Pareto: the weighted mean of the children less (or plus) a penalty for being uneven,
//! `M ∓ S²/M` with `M = Σ w·x ÷ Σ w` and `S² = Σ w·(x − M)² ÷ Σ w`.
//!
//! The penalty is `S·cv` with the coefficient of variation `cv = S/M`. Source: Mazziotta and Pareto,
//! "Methods for constructing composite indices: one for all or all for one?", *Rivista Italiana di
//! Economia Demografia e Statistica* 67 (2013); with weights as here in their later work. Meant for children
//! on a common scale with a mean above 0: z-scores of mean 100 and deviation 10 (MPI), or min–max from 70
//! to 130 (adjusted MPI). A missing child is left out and the weights of the others renormalised,
//! subject to the step's `data_threshold`. A mean of 0 or less has no coefficient of variation: an error
//! ([`Fault::NonPositiveMean`]). A child contributes `w·x ∓ w·(x − M)²/M`, over `Σ w`.
//!
//! | parameter | meaning | default |
//! |---|---|---|
//! | `penalty` | `"subtract"` where more is better, `"add"` where the index measures an ill | `"subtract"` |
//!
//! ```
//! # use yanzhi_engine::*;
//! let mut frame = FrameBuilder::new(
//!     vec!["2023".into()],
//!     vec![Unit::new("A")],
//!     vec![Indicator::new("RD"), Indicator::new("STAFF")],
//! )?;
//! frame.set(0, 0, 0, 90.0)?;
//! frame.set(0, 0, 1, 110.0)?;
//! let framework = Framework::new(vec![
//!     Node::root("index"),
//!     Node::leaf("RD", "index", 1.0),
//!     Node::leaf("STAFF", "index", 1.0),
//! ])?;
//! let method: Method = toml::from_str("[[steps]]\nstep = 'aggregate'\nrule = 'mazziotta_pareto'")?;
//! let index = compute(&frame.build(), &framework, &method)?;
//! assert_eq!(index.score(0, 0, 0), Some(99.0)); // 100 − 10²/100
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use serde::{Deserialize, Serialize};

use super::mean::by_unit;
use super::rule::{Basis, Child, Found, Given, Opened, Rule, shares_of};
use crate::column::PartMut;
use crate::error::{Fault, RowFault};

/// `M ∓ S²/M`; see the [module](self).
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct MazziottaPareto {
    /// Which way the penalty goes.
    pub penalty: Penalty,
}

/// Which way the penalty for being uneven goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Penalty {
    /// MPI⁻: the uneven score less, for an index of something good.
    #[default]
    Subtract,
    /// MPI⁺: the uneven score more, for an index of an ill.
    Add,
}

fn moments(given: &[Given], mass: f64) -> (f64, f64) {
    let mean = given.iter().map(|it| it.weight * it.score).sum::<f64>() / mass;
    let spread = given
        .iter()
        .map(|it| it.weight * (it.score - mean) * (it.score - mean));
    (mean, spread.sum::<f64>() / mass)
}

impl MazziottaPareto {
    fn signed(&self, penalty: f64) -> f64 {
        match self.penalty {
            Penalty::Subtract => -penalty,
            Penalty::Add => penalty,
        }
    }
}

impl Rule for MazziottaPareto {
    fn word(&self) -> &'static str {
        "mazziotta_pareto"
    }

    fn formula(&self) -> &'static str {
        match self.penalty {
            Penalty::Subtract => "M − S²/M, M = Σ w·x ÷ Σ w, S² = Σ w·(x − M)² ÷ Σ w",
            Penalty::Add => "M + S²/M, M = Σ w·x ÷ Σ w, S² = Σ w·(x − M)² ÷ Σ w",
        }
    }

    fn basis(&self) -> Basis {
        Basis::Penalised
    }

    fn aggregate(
        &self,
        children: &[Child<'_>],
        needed: usize,
        scores: &mut PartMut<'_>,
    ) -> Result<(), RowFault> {
        by_unit(children, needed, scores, |given, mass| {
            let (mean, variance) = moments(given, mass);
            if mean > 0.0 {
                return Ok(mean + self.signed(variance / mean));
            }
            Err(Fault::NonPositiveMean { mean })
        })
    }

    fn found(&self, opened: Opened<'_>) -> Found {
        let given = opened.given();
        let mass: f64 = given.iter().map(|it| it.weight).sum();
        let (mean, variance) = moments(&given, mass);
        let part = |it: &Given| {
            let penalty = (it.score - mean) * (it.score - mean) / mean;
            it.weight * (it.score + self.signed(penalty))
        };
        let shares = shares_of(given.iter().map(part));
        let found = Found::details([
            ("mean", mean),
            ("standard_deviation", variance.sqrt()),
            ("penalty", self.signed(variance / mean)),
        ]);
        Found { shares, ..found }
    }
}
