//! TOPSIS: how near a unit is to the best and how far from the worst, `D⁻ ÷ (D⁺ + D⁻)`.
//!
//! Every child is divided by its length, `r = x ÷ √Σx²` over the units. `D⁺` is the distance to the ideal
//! that has the best `r` of every child, `D⁻` that to the anti-ideal with the worst:
//! `√Σ (w·(r − best))²`. The score is from 0 (worst in everything) to 1 (best in everything). Source: Hwang
//! and Yoon, *Multiple Attribute Decision Making* (1981). A missing child is left out of both distances of
//! the unit, subject to the step's `data_threshold`; the ratio makes a renormalisation of the weights
//! needless. Lengths, ideal and anti-ideal are those of the units that are scored. When a unit differs
//! in nothing that counts from the best and from the worst, the ratio is 0 ÷ 0: an error
//! ([`Fault::NoContrast`]). The score belongs to no child; the explanation gives both distances.
//!
//! | parameter | meaning | default |
//! |---|---|---|
//! | `vector` | divide each child by its length; `false` takes the scores as they are, where a normalise step has put them on one scale | `true` |
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
//! let method: Method = toml::from_str("[[steps]]\nstep = 'aggregate'\nrule = 'topsis'")?;
//! let index = compute(&frame.build(), &framework, &method)?;
//! assert_eq!([0, 1, 2].map(|unit| index.score(0, 0, unit)), [Some(0.0), Some(1.0), Some(0.5)]);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use serde::{Deserialize, Serialize};

use super::field::Field;
use super::rule::{Basis, Child, Found, Opened, Rule};
use crate::column::PartMut;
use crate::error::{Fault, RowFault};

/// `D⁻ ÷ (D⁺ + D⁻)`; see the [module](self).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Topsis {
    /// Divide each child by its length.
    pub vector: bool,
}

impl Default for Topsis {
    fn default() -> Self {
        Self { vector: true }
    }
}

/// Squared distances of a unit to the ideal and to the anti-ideal.
#[derive(Debug, Clone, Copy, Default)]
struct Distances {
    best: f64,
    worst: f64,
}

impl Distances {
    fn score(self) -> Option<f64> {
        let (best, worst) = (self.best.sqrt(), self.worst.sqrt());
        (best + worst > 0.0).then(|| worst / (best + worst))
    }
}

impl Topsis {
    fn distances(&self, field: &Field<'_>) -> Vec<Distances> {
        let mut found = vec![Distances::default(); field.rows().len()];
        for child in field.children() {
            let Some((worst, best)) = field.range(child) else {
                continue;
            };
            // Divided by the largest first, so that squares stay within the numbers.
            let largest = best.abs().max(worst.abs());
            let ratios = field.scores(child).map(|(_, score)| score / largest);
            let length = largest * ratios.map(|ratio| ratio * ratio).sum::<f64>().sqrt();
            let unit = match (self.vector, length > 0.0) {
                (true, true) => child.weight / length,
                (true, false) => 0.0,
                (false, _) => child.weight,
            };
            for (place, score) in field.scores(child) {
                if let Some(found) = found.get_mut(place) {
                    let (to_best, to_worst) = (unit * (best - score), unit * (score - worst));
                    found.best += to_best * to_best;
                    found.worst += to_worst * to_worst;
                }
            }
        }
        found
    }
}

impl Rule for Topsis {
    fn word(&self) -> &'static str {
        "topsis"
    }

    fn formula(&self) -> &'static str {
        if self.vector {
            "D⁻ ÷ (D⁺ + D⁻), D = √Σ (w·(x − ideal) ÷ √Σx²)²"
        } else {
            "D⁻ ÷ (D⁺ + D⁻), D = √Σ (w·(x − ideal))²"
        }
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
        let found = field.rows().iter().zip(self.distances(&field));
        let found: Vec<f64> = found
            .map(|(&row, distances)| {
                let fault = Fault::NoContrast;
                distances.score().ok_or(RowFault { row, fault })
            })
            .collect::<Result<_, _>>()?;
        field.write(found, scores);
        Ok(())
    }

    fn found(&self, opened: Opened<'_>) -> Found {
        let field = Field::of(opened.children, opened.needed);
        let place = field.place(opened.row);
        let distances = place.and_then(|place| self.distances(&field).get(place).copied());
        distances.map_or_else(Found::default, |distances| {
            Found::details([
                ("distance_to_best", distances.best.sqrt()),
                ("distance_to_worst", distances.worst.sqrt()),
            ])
        })
    }
}
