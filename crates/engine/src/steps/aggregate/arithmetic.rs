//! Weighted arithmetic mean: `Σ w·x ÷ Σ w` over the children that have a score.
//!
//! Source: OECD/JRC *Handbook on Constructing Composite Indicators* (2008), 6.3; COINr's `a_amean`. No
//! parameters of its own. Fully compensatory: a point lost in one child is made up by a point won in a
//! sibling of equal weight. A missing child is left out and the weights of the others renormalised,
//! subject to the step's `data_threshold`. A child's contribution is `w·x ÷ Σ w`; contributions add up
//! to the score.
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
//!     Node::leaf("RD", "index", 2.0),
//!     Node::leaf("STAFF", "index", 1.0),
//! ])?;
//! let method: Method = toml::from_str("[[steps]]\nstep = 'aggregate'\nrule = 'arithmetic'")?;
//! let index = compute(&frame.build(), &framework, &method)?;
//! assert_eq!(index.score(0, 0, 0), Some(40.0));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use serde::{Deserialize, Serialize};

use super::mean::weighted;
use super::rule::{Basis, Child, Found, Opened, Rule, shares_of};
use crate::column::PartMut;
use crate::error::RowFault;

/// `Σ w·x ÷ Σ w`; see the [module](self).
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Arithmetic {}

impl Rule for Arithmetic {
    fn word(&self) -> &'static str {
        "arithmetic"
    }

    fn formula(&self) -> &'static str {
        "Σ w·x ÷ Σ w"
    }

    fn basis(&self) -> Basis {
        Basis::Arithmetic
    }

    fn aggregate(
        &self,
        children: &[Child<'_>],
        needed: usize,
        scores: &mut PartMut<'_>,
    ) -> Result<(), RowFault> {
        weighted::<true>(children, needed, scores, |x| x, |mean| mean);
        Ok(())
    }

    fn found(&self, opened: Opened<'_>) -> Found {
        let given = opened.given();
        Found::shares(shares_of(given.iter().map(|it| it.weight * it.score)))
    }
}
