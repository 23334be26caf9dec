//! VIKOR: a compromise between the regret of the whole and the worst single regret, as `1 − Q`.
//!
//! The regret of a child is `w·(best − x) ÷ (best − worst)`, over `Σ w`; `S` is their sum, `R` the largest.
//! `Q = v·(S − min S) ÷ (max S − min S) + (1 − v)·(R − min R) ÷ (max R − min R)`. Published lists order by
//! `Q` from below; as every score here is better when higher, the score is `1 − Q`: 1 for a unit that is
//! best by both, 0 for one that is worst by both. Source: Opricovic, *Multicriteria Optimization of Civil
//! Engineering Systems* (1998); Opricovic and Tzeng, *EJOR* 156 (2004). A missing child is left out and the
//! weights of the others renormalised, subject to the step's `data_threshold`. Best and worst are those
//! of the units that are scored. A child, an `S` or an `R` that is the same for all gives nobody a regret.
//! The score belongs to no child; the explanation gives `S`, `R` and `Q`.
//!
//! | parameter | meaning | default |
//! |---|---|---|
//! | `v` | the weight of `S` against `R`, from 0 to 1 | 0.5 |
//!
//! ```
//! # use yanzhi_engine::*;
//! let mut frame = FrameBuilder::new(
//!     vec!["2023".into()],
//!     vec![Unit::new("A"), Unit::new("B"), Unit::new("C")],
//!     vec![Indicator::new("RD"), Indicator::new("STAFF")],
//! )?;
//! for (unit, scores) in [[0.0, 0.0], [100.0, 100.0], [50.0, 50.0]].iter().enumerate() {
//!     frame.set(0, unit, 0, scores[0])?;
//!     frame.set(0, unit, 1, scores[1])?;
//! }
//! let framework = Framework::new(vec![
//!     Node::root("index"),
//!     Node::leaf("RD", "index", 1.0),
//!     Node::leaf("STAFF", "index", 1.0),
//! ])?;
//! let method: Method = toml::from_str("[[steps]]\nstep = 'aggregate'\nrule = 'vikor'")?;
//! let index = compute(&frame.build(), &framework, &method)?;
//! assert_eq!([0, 1, 2].map(|unit| index.score(0, 0, unit)), [Some(0.0), Some(1.0), Some(0.5)]);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use serde::{Deserialize, Serialize};

use super::field::Field;
use super::rule::{Basis, Child, Found, Opened, Rule};
use crate::column::PartMut;
use crate::error::RowFault;
use crate::method::ParameterFault;

/// `1 − Q`; see the [module](self).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Vikor {
    /// The weight of the sum of regrets against the largest.
    pub v: f64,
}

impl Default for Vikor {
    fn default() -> Self {
        Self { v: 0.5 }
    }
}

/// The regrets of a unit.
#[derive(Debug, Clone, Copy, Default)]
struct Regrets {
    sum: f64,
    largest: f64,
}

fn regrets(field: &Field<'_>) -> Vec<Regrets> {
    let mut found = vec![Regrets::default(); field.rows().len()];
    for child in field.children() {
        let Some((worst, best)) = field.range(child) else {
            continue;
        };
        for (place, score) in field.scores(child) {
            let regret = child.weight * place_between(best, worst, score);
            if let Some(found) = found.get_mut(place) {
                found.sum += regret;
                found.largest = found.largest.max(regret);
            }
        }
    }
    for (found, &row) in found.iter_mut().zip(field.rows()) {
        let mass = field.mass(row);
        (found.sum, found.largest) = (found.sum / mass, found.largest / mass);
    }
    found
}

/// `(x − from) ÷ (to − from)`; 0 where there is no way between them.
fn place_between(from: f64, to: f64, x: f64) -> f64 {
    let way = to - from;
    if way.abs() > 0.0 {
        (x - from) / way
    } else {
        0.0
    }
}

impl Vikor {
    /// `Q` of every unit of the field.
    fn compromise(&self, regrets: &[Regrets]) -> Vec<f64> {
        let range = |of: fn(&Regrets) -> f64| {
            let values = regrets.iter().map(of);
            let least = values.clone().fold(f64::INFINITY, f64::min);
            (least, values.fold(f64::NEG_INFINITY, f64::max))
        };
        let (least, most) = (range(|it| it.sum), range(|it| it.largest));
        regrets
            .iter()
            .map(|it| {
                self.v * place_between(least.0, least.1, it.sum)
                    + (1.0 - self.v) * place_between(most.0, most.1, it.largest)
            })
            .collect()
    }
}

impl Rule for Vikor {
    fn word(&self) -> &'static str {
        "vikor"
    }

    fn formula(&self) -> &'static str {
        "1 − Q, Q = v·(S − min S) ÷ (max S − min S) + (1 − v)·(R − min R) ÷ (max R − min R)"
    }

    fn basis(&self) -> Basis {
        Basis::None
    }

    fn faults(&self) -> Vec<ParameterFault> {
        let fault = ParameterFault::unless_share("v", self.v);
        fault.into_iter().collect()
    }

    fn aggregate(
        &self,
        children: &[Child<'_>],
        needed: usize,
        scores: &mut PartMut<'_>,
    ) -> Result<(), RowFault> {
        let field = Field::of(children, needed);
        let found = self.compromise(&regrets(&field));
        field.write(found.into_iter().map(|q| 1.0 - q), scores);
        Ok(())
    }

    fn found(&self, opened: Opened<'_>) -> Found {
        let field = Field::of(opened.children, opened.needed);
        let regrets = regrets(&field);
        let place = field.place(opened.row);
        let own = place.and_then(|place| {
            let q = self.compromise(&regrets).get(place).copied()?;
            Some((regrets.get(place).copied()?, q))
        });
        own.map_or_else(Found::default, |(own, q)| {
            Found::details([("S", own.sum), ("R", own.largest), ("Q", q)])
        })
    }
}
