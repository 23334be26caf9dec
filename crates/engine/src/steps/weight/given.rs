//! Given weights: those of the framework, relative among siblings (they need not sum to 1).
//!
//! Source: the publisher of the index. No parameters. Figures play no part, so a bad cell has no
//! effect.
//!
//! ```
//! # use yanzhi_engine::*;
//! let method: Method = toml::from_str(r#"
//!     [[steps]]
//!     step = "weight"
//!     rule = "given"
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
//! assert_eq!(index.score(0, 0, 0), Some(20.0));
//! assert_eq!(index.effective_weight(1), Some(0.75));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use serde::{Deserialize, Serialize};

use super::rule::{Rule, Siblings, Weighed};
use crate::error::ComputeError;

/// The weights of the framework; see the [module](self).
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Given {}

impl Rule for Given {
    fn word(&self) -> &'static str {
        "given"
    }

    fn weigh(&self, siblings: &Siblings<'_>) -> Result<Weighed, ComputeError> {
        Ok(Weighed::plain(siblings.given.clone()))
    }
}
