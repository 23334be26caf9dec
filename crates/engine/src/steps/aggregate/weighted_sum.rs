//! Weighted sum: `Σ w·x`, without dividing by the weights.
//!
//! Source: J. Figueira, S. Greco and M. Ehrgott (2005), *Multiple Criteria Decision Analysis*, Springer;
//! what the weights of [`benefit_of_the_doubt`](crate::steps::weight::benefit_of_the_doubt) are made for,
//! and of use where weights are points. No parameters of its own. Where a child is missing, its weight
//! goes to the others in proportion, so that a missing score is no score of 0; the step's
//! `data_threshold` says how many there must be. A child's contribution is `w·x` (times that proportion);
//! contributions add up to the score. Under weights that every unit has for itself the score is rounded to
//! ten decimals of full marks, which is how exactly such weights are known.
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
//! let method: Method = toml::from_str("[[steps]]\nstep = 'aggregate'\nrule = 'weighted_sum'")?;
//! let index = compute(&frame.build(), &framework, &method)?;
//! assert_eq!(index.score(0, 0, 0), Some(120.0));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use serde::{Deserialize, Serialize};

use super::rule::{Basis, Child, Found, Opened, Rule, shares_of};
use crate::column::PartMut;
use crate::error::RowFault;

/// `Σ w·x`; see the [module](self).
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WeightedSum {}

impl Rule for WeightedSum {
    fn word(&self) -> &'static str {
        "weighted_sum"
    }

    fn formula(&self) -> &'static str {
        "Σ w·x"
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
        let cells = scores.values.iter_mut().zip(scores.present.iter_mut());
        for (row, (value, present)) in cells.enumerate() {
            let (mut all, mut mass, mut total, mut have) = (0.0, 0.0, 0.0, 0);
            for child in children {
                let weight = child.weight(row);
                all += weight;
                if let Some(score) = child.score(row) {
                    mass += weight;
                    total += weight * score;
                    have += 1;
                }
            }
            *present = have >= needed && mass > 0.0;
            *value = if *present { total * (all / mass) } else { 0.0 };
            if let Some(own) = children.first().and_then(|child| child.own) {
                *value = own.full_marks * rounded(*value / own.full_marks);
            }
        }
        Ok(())
    }

    fn found(&self, opened: Opened<'_>) -> Found {
        let given = opened.given();
        Found::shares(shares_of(given.iter().map(|it| it.weight * it.score)))
    }
}

/// A share of full marks without the digits that are noise of the search for the unit's own weights:
/// units that are equally good shall have equal scores.
fn rounded(share: f64) -> f64 {
    if (share - 1.0).abs() <= 1e-9 {
        return 1.0;
    }
    (share * 1e10).round() / 1e10
}

#[cfg(test)]
mod tests {
    use crate::testing::{flat, frame, method};
    use crate::{Missing, compute};

    #[test]
    fn the_weight_of_a_missing_child_goes_to_the_others() {
        let frame = frame(
            &["RD", "STAFF"],
            &[&[
                &[Some(10.0), Some(40.0)],
                &[Some(10.0), None],
                &[None, None],
            ]],
        );
        let text = "[[steps]]\nstep = 'aggregate'\nrule = 'weighted_sum'";
        let index = compute(&frame, &flat(&[("RD", 1.0), ("STAFF", 2.0)]), &method(text)).unwrap();
        let scores = [0, 1, 2].map(|unit| index.score(0, 0, unit));
        assert_eq!(scores, [Some(90.0), Some(30.0), None]);
        let points = |unit| index.explain(0, unit)[1].contribution;
        assert_eq!((points(0), points(1)), (Some(10.0), Some(30.0)));
        let none = Missing::NoneAvailable {
            node: "index".into(),
        };
        assert_eq!(index.missing(0, 0, 2), Some(none));
    }

    #[test]
    fn a_sum_needs_weight_and_the_children_asked_for() {
        let frame = frame(&["RD", "STAFF"], &[&[&[Some(10.0), None]]]);
        let of = |weights: [f64; 2], more: &str| {
            let text = format!("[[steps]]\nstep = 'aggregate'\nrule = 'weighted_sum'\n{more}");
            let tree = flat(&[("RD", weights[0]), ("STAFF", weights[1])]);
            compute(&frame, &tree, &method(&text))
                .unwrap()
                .score(0, 0, 0)
        };
        assert_eq!(of([0.0, 1.0], ""), None);
        assert_eq!(of([1.0, 1.0], "data_threshold = 1"), None);
        assert_eq!(of([1.0, 1.0], "data_threshold = 0.5"), Some(20.0));
    }
}
