//! Grey relational grade: how closely a unit follows the best of every child,
//! `Σ w·ξ ÷ Σ w` with `ξ = (Δmin + ρ·Δmax) ÷ (Δ + ρ·Δmax)` and `Δ = best − x`.
//!
//! `Δmin` and `Δmax` are the smallest and the largest `Δ` of all children and units (0 and the longest way
//! from a best, here). The grade is from `ρ ÷ (1 + ρ)` to 1. Source: Deng, "Control problems of grey
//! systems", *Systems & Control Letters* 1 (1982); 灰色关联度. The children have to be on one scale: as `Δmax` is
//! common to them all, one with larger numbers would drown the others. A missing child is left out and the
//! weights of the others renormalised, subject to the step's `data_threshold`. The best is that of the units
//! that are scored. Where all units are alike in everything the grade is 1. A child contributes `w·ξ ÷ Σ w`.
//!
//! | parameter | meaning | default |
//! |---|---|---|
//! | `rho` | the distinguishing coefficient ρ, above 0 and up to 1 | 0.5 |
//!
//! ```
//! # use yanzhi_engine::*;
//! let mut frame = FrameBuilder::new(
//!     vec!["2023".into()],
//!     vec![Unit::new("A"), Unit::new("B")],
//!     vec![Indicator::new("RD")],
//! )?;
//! frame.set(0, 0, 0, 100.0)?;
//! frame.set(0, 1, 0, 50.0)?;
//! let framework = Framework::new(vec![Node::root("index"), Node::leaf("RD", "index", 1.0)])?;
//! let text = "[[steps]]\nstep = 'aggregate'\nrule = 'grey_relational'\nrho = 1";
//! let method: Method = toml::from_str(text)?;
//! let index = compute(&frame.build(), &framework, &method)?;
//! assert_eq!([0, 1].map(|unit| index.score(0, 0, unit)), [Some(1.0), Some(0.5)]);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use serde::{Deserialize, Serialize};

use super::field::Field;
use super::rule::{Basis, Child, Found, Opened, Rule, shares_of};
use crate::column::PartMut;
use crate::error::RowFault;
use crate::method::ParameterFault;

/// `Σ w·ξ ÷ Σ w`; see the [module](self).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct GreyRelational {
    /// The distinguishing coefficient ρ.
    pub rho: f64,
}

impl Default for GreyRelational {
    fn default() -> Self {
        Self { rho: 0.5 }
    }
}

/// What the units are compared with.
struct Reference {
    /// The best score of every child.
    best: Vec<Option<f64>>,
    /// The longest way from a best, over all units and the children that have some weight.
    longest: f64,
}

impl Reference {
    fn of(field: &Field<'_>) -> Self {
        let ranges = field.children().iter().map(|child| field.range(child));
        let ranges: Vec<Option<(f64, f64)>> = ranges.collect();
        let heavy = field.children().iter().zip(&ranges);
        let heavy = heavy.filter(|(child, _)| child.weight > 0.0);
        let ways = heavy.filter_map(|(_, range)| range.map(|(worst, best)| best - worst));
        Self {
            longest: ways.fold(0.0, f64::max),
            best: ranges
                .iter()
                .map(|range| range.map(|(_, best)| best))
                .collect(),
        }
    }
}

impl GreyRelational {
    /// `w·ξ` of every child the unit has.
    fn terms(&self, field: &Field<'_>, reference: &Reference, row: usize) -> Vec<f64> {
        let children = field.children().iter().zip(&reference.best);
        let given = children.filter_map(|(child, best)| Some((child.given(row)?, (*best)?)));
        let far = self.rho * reference.longest;
        let coefficient = |way: f64| if far > 0.0 { far / (way + far) } else { 1.0 };
        given
            .map(|(given, best)| given.weight * coefficient(best - given.score))
            .collect()
    }
}

impl Rule for GreyRelational {
    fn word(&self) -> &'static str {
        "grey_relational"
    }

    fn formula(&self) -> &'static str {
        "Σ w·ξ ÷ Σ w, ξ = ρ·Δmax ÷ (Δ + ρ·Δmax), Δ = max x − x"
    }

    fn basis(&self) -> Basis {
        Basis::AmongUnits
    }

    fn faults(&self) -> Vec<ParameterFault> {
        let fault = ParameterFault::unless_positive("rho", self.rho)
            .or_else(|| ParameterFault::unless_share("rho", self.rho));
        fault.into_iter().collect()
    }

    fn aggregate(
        &self,
        children: &[Child<'_>],
        needed: usize,
        scores: &mut PartMut<'_>,
    ) -> Result<(), RowFault> {
        let field = Field::of(children, needed);
        let reference = Reference::of(&field);
        let grades = field.rows().iter().map(|&row| {
            let terms = self.terms(&field, &reference, row);
            terms.iter().sum::<f64>() / field.mass(row)
        });
        field.write(grades, scores);
        Ok(())
    }

    fn found(&self, opened: Opened<'_>) -> Found {
        let field = Field::of(opened.children, opened.needed);
        let terms = self.terms(&field, &Reference::of(&field), opened.row);
        Found::shares(shares_of(terms.into_iter()))
    }
}
