//! Equal weights: every child of a node counts the same, whatever the framework gives.
//!
//! Source: OECD/JRC *Handbook on Constructing Composite Indicators* (2008), 6.1. No parameters. Weights
//! are equal among siblings, not among indicators: one of two indicators weighs more than one of five.
//! Figures play no part, so a bad cell has no effect.
//!
//! ```
//! # use yanzhi_engine::*;
//! let method: Method = toml::from_str(r#"
//!     [[steps]]
//!     step = "weight"
//!     rule = "equal"
//!     [[steps]]
//!     step = "aggregate"
//!     rule = "arithmetic"
//! "#)?;
//! let mut frame = FrameBuilder::new(
//!     vec!["2023".into()],
//!     vec![Unit::new("A")],
//!     vec![Indicator::new("RD"), Indicator::new("STAFF")],
//! )?;
//! frame.set(0, 0, 0, 10.0)?;
//! frame.set(0, 0, 1, 50.0)?;
//! let framework = Framework::new(vec![
//!     Node::root("index"),
//!     Node::leaf("RD", "index", 3.0),
//!     Node::leaf("STAFF", "index", 1.0),
//! ])?;
//! let index = compute(&frame.build(), &framework, &method)?;
//! assert_eq!(index.score(0, 0, 0), Some(30.0));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use serde::{Deserialize, Serialize};

use super::rule::{Rule, Siblings, Weighed};
use crate::error::ComputeError;

/// Weight 1 for every node; see the [module](self).
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Equal {}

impl Rule for Equal {
    fn word(&self) -> &'static str {
        "equal"
    }

    fn weigh(&self, siblings: &Siblings<'_>) -> Result<Weighed, ComputeError> {
        Ok(Weighed::plain(vec![1.0; siblings.children.len()]))
    }
}
