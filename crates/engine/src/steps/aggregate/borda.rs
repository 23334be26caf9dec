//! Borda: the weighted mean of a unit's places, `Σ w·b ÷ Σ w`, with `b` the rivals it beats in a child.
//!
//! `b` is the number of units with a lower score and half of those with the same. Source: Borda, *Mémoire
//! sur les élections au scrutin* (1781); OECD/JRC *Handbook* (2008), 6.4. Only the order within a child
//! counts, not by how much. No parameters of its own. The score is from 0 to the number of rivals. A
//! missing child is left out and the weights of the others renormalised, subject to the step's
//! `data_threshold`. A child in which fewer units stand counts as much as the others: `b` is then the
//! share of those rivals that are beaten × the number of all rivals (half of them for a unit that stands
//! alone). Only units that are scored are rivals. A child contributes `w·b ÷ Σ w`.
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
//!     Node::leaf("RD", "index", 1.0),
//!     Node::leaf("STAFF", "index", 1.0),
//! ])?;
//! let method: Method = toml::from_str("[[steps]]\nstep = 'aggregate'\nrule = 'borda'")?;
//! let index = compute(&frame.build(), &framework, &method)?;
//! // RD gives 2, ½, ½; STAFF gives ½, ½, 2.
//! assert_eq!([0, 1, 2].map(|unit| index.score(0, 0, unit)), [Some(1.25), Some(0.5), Some(1.25)]);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use serde::{Deserialize, Serialize};

use super::field::Field;
use super::rule::{Basis, Child, Found, Opened, Rule, shares_of};
use crate::column::PartMut;
use crate::error::RowFault;
use crate::numbers::count;
use crate::statistics::{TieRule, ranks};

/// `Σ w·b ÷ Σ w`; see the [module](self).
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Borda {}

/// `b` of every unit of the field in a child.
fn beaten(field: &Field<'_>, child: &Child<'_>) -> Vec<Option<f64>> {
    let scores: Vec<Option<f64>> = field.rows().iter().map(|&row| child.score(row)).collect();
    let all = count(scores.len().saturating_sub(1));
    let standing = scores.iter().flatten().count().saturating_sub(1);
    let beaten = |rank: f64| {
        if standing == 0 {
            return all / 2.0;
        }
        (rank - 1.0) * (all / count(standing))
    };
    let ranks = ranks(&scores, TieRule::Average).into_iter();
    ranks.map(|rank| rank.map(beaten)).collect()
}

impl Rule for Borda {
    fn word(&self) -> &'static str {
        "borda"
    }

    fn formula(&self) -> &'static str {
        "Σ w·b ÷ Σ w, b = rivals beaten + ½ rivals equalled"
    }

    fn basis(&self) -> Basis {
        Basis::AmongUnits
    }

    fn aggregate(
        &self,
        children: &[Child<'_>],
        needed: usize,
        scores: &mut PartMut<'_>,
    ) -> Result<(), RowFault> {
        let field = Field::of(children, needed);
        let mut total = vec![0.0; field.rows().len()];
        for child in children {
            for (total, beaten) in total.iter_mut().zip(beaten(&field, child)) {
                *total += child.weight * beaten.unwrap_or_default();
            }
        }
        let means = field.rows().iter().zip(total);
        field.write(means.map(|(&row, total)| total / field.mass(row)), scores);
        Ok(())
    }

    fn found(&self, opened: Opened<'_>) -> Found {
        let field = Field::of(opened.children, opened.needed);
        let Some(place) = field.place(opened.row) else {
            return Found::default();
        };
        let beaten = opened.children.iter().filter_map(|child| {
            let beaten = beaten(&field, child).get(place).copied().flatten();
            beaten.map(|beaten| child.weight * beaten)
        });
        let terms: Vec<f64> = beaten.collect();
        Found::shares(shares_of(terms.into_iter()))
    }
}
