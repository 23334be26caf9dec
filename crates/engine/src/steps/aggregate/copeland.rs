//! Copeland: units beaten less units beaten by, each pair decided by the weight of the children in which
//! one is ahead.
//!
//! `a` beats `b` when the weight of the children in which it scores higher exceeds that of those in which
//! it scores lower: when its entry in the [outranking matrix](super::outranking) is above one half. Source:
//! Copeland, "A reasonable social welfare function" (1951); OECD/JRC *Handbook* (2008), 6.4; COINr's
//! `a_copeland`. No parameters. Not compensatory: by how much a unit is ahead does not matter. The score is
//! from −(n − 1) to n − 1 for n units. A missing score compares with nothing, pair by pair, so the order of
//! the units does not matter (COINr's does); two units with nothing in common are level. Only units that
//! reach the step's `data_threshold` are compared. The score belongs to no child; the explanation gives the
//! units beaten, equalled and beaten by. Takes `n²/2` comparisons of all children, and memory as the
//! children do.
//!
//! ```
//! # use yanzhi_engine::*;
//! let mut frame = FrameBuilder::new(
//!     vec!["2023".into()],
//!     vec![Unit::new("A"), Unit::new("B"), Unit::new("C")],
//!     vec![Indicator::new("RD"), Indicator::new("STAFF")],
//! )?;
//! for (unit, scores) in [[9.0, 1.0], [5.0, 1.0], [5.0, 8.0]].iter().enumerate() {
//!     frame.set(0, unit, 0, scores[0])?;
//!     frame.set(0, unit, 1, scores[1])?;
//! }
//! let framework = Framework::new(vec![
//!     Node::root("index"),
//!     Node::leaf("RD", "index", 3.0),
//!     Node::leaf("STAFF", "index", 1.0),
//! ])?;
//! let method: Method = toml::from_str("[[steps]]\nstep = 'aggregate'\nrule = 'copeland'")?;
//! let index = compute(&frame.build(), &framework, &method)?;
//! // A beats B and C by RD; C beats B by STAFF.
//! assert_eq!([0, 1, 2].map(|unit| index.score(0, 0, unit)), [Some(2.0), Some(-2.0), Some(0.0)]);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use serde::{Deserialize, Serialize};

use super::field::Field;
use super::rule::{Basis, Child, Found, Opened, Rule};
use crate::column::PartMut;
use crate::error::RowFault;
use crate::numbers::count;

/// Units beaten less units beaten by; see the [module](self).
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Copeland {}

impl Rule for Copeland {
    fn word(&self) -> &'static str {
        "copeland"
    }

    fn formula(&self) -> &'static str {
        "units b with w(x > x_b) > w(x < x_b) less units with w(x > x_b) < w(x < x_b)"
    }

    fn basis(&self) -> Basis {
        Basis::None
    }

    fn aggregate(
        &self,
        children: &[Child<'_>],
        needed: usize,
        scores: &mut PartMut<'_>,
    ) -> Result<(), RowFault> {
        let field = Field::of(children, needed);
        let mut ahead = vec![0_i32; field.rows().len()];
        field.pairs().signs(|a, b, sign| {
            if let Some(score) = ahead.get_mut(a) {
                *score += sign;
            }
            if let Some(score) = ahead.get_mut(b) {
                *score -= sign;
            }
        });
        field.write(ahead.into_iter().map(f64::from), scores);
        Ok(())
    }

    fn found(&self, opened: Opened<'_>) -> Found {
        let field = Field::of(opened.children, opened.needed);
        let place = field.place(opened.row);
        place.map_or_else(Found::default, |place| {
            let [wins, ties, losses] = field.pairs().standing(place).map(count);
            Found::details([("wins", wins), ("ties", ties), ("losses", losses)])
        })
    }
}
