//! Weighted median: the middle one of the children that have a score.
//!
//! The children are put in order of their scores; the median is the first at which the weights from
//! below exceed half of their sum. When they come to exactly half, it is the mean of that child's score
//! and the next one's, so with equal weights it is the ordinary median.
//!
//! Source: Edgeworth, *Phil. Mag.* (1888); OECD/JRC *Handbook* (2008), 6.3, on robust aggregation; COINr
//! with `median`. Not moved by one extreme child, and blind to all but the middle. A missing child is left
//! out and the weights of the others renormalised, subject to the step's `data_threshold`. The whole
//! score is contributed by the child in the middle, or half of each of the two.
//!
//! | parameter | meaning | default |
//! |---|---|---|
//! | `weighted` | whether the weights count; `false` gives every child the same, also one of weight 0 | `true` |
//!
//! ```
//! # use yanzhi_engine::*;
//! let mut frame = FrameBuilder::new(
//!     vec!["2023".into()],
//!     vec![Unit::new("A")],
//!     vec![Indicator::new("RD"), Indicator::new("STAFF"), Indicator::new("PATENT")],
//! )?;
//! for (indicator, score) in [30.0, 10.0, 90.0].into_iter().enumerate() {
//!     frame.set(0, 0, indicator, score)?;
//! }
//! let framework = Framework::new(vec![
//!     Node::root("index"),
//!     Node::leaf("RD", "index", 1.0),
//!     Node::leaf("STAFF", "index", 1.0),
//!     Node::leaf("PATENT", "index", 1.0),
//! ])?;
//! let method: Method = toml::from_str("[[steps]]\nstep = 'aggregate'\nrule = 'median'")?;
//! let index = compute(&frame.build(), &framework, &method)?;
//! assert_eq!(index.score(0, 0, 0), Some(30.0));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use serde::{Deserialize, Serialize};

use super::mean::by_unit;
use super::rule::{Basis, Child, Found, Given, Opened, Rule, shares_of};
use crate::column::PartMut;
use crate::error::RowFault;

/// The score of the child in the middle; see the [module](self).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Median {
    /// Whether the weights count.
    pub weighted: bool,
}

impl Default for Median {
    fn default() -> Self {
        Self { weighted: true }
    }
}

/// Weight sums that differ by less than this share are half and half.
const HALF: f64 = 1e-12;

impl Median {
    fn weight(&self, child: &Given) -> f64 {
        if self.weighted { child.weight } else { 1.0 }
    }

    /// The scores in the middle: two, the same twice when there is one. `given` gets sorted.
    fn middle(&self, given: &mut [Given]) -> (f64, f64) {
        given.sort_by(|a, b| a.score.total_cmp(&b.score));
        let total: f64 = given.iter().map(|child| self.weight(child)).sum();
        let mut below = 0.0;
        let mut counted = given.iter().filter(|child| self.weight(child) > 0.0);
        while let Some(child) = counted.next() {
            below += self.weight(child);
            let excess = 2.0 * below - total;
            if excess.abs() <= HALF * total {
                let next = counted.next().map_or(child.score, |next| next.score);
                return (child.score, next);
            }
            if excess > 0.0 {
                return (child.score, child.score);
            }
        }
        let last = given.last().map(|child| child.score).unwrap_or_default();
        (last, last)
    }
}

impl Rule for Median {
    fn word(&self) -> &'static str {
        "median"
    }

    fn formula(&self) -> &'static str {
        "the x at which the w from below pass half of Σ w"
    }

    fn basis(&self) -> Basis {
        Basis::Middle
    }

    fn aggregate(
        &self,
        children: &[Child<'_>],
        needed: usize,
        scores: &mut PartMut<'_>,
    ) -> Result<(), RowFault> {
        by_unit(children, needed, scores, |given, _| {
            let (low, high) = self.middle(given);
            Ok(f64::midpoint(low, high))
        })
    }

    fn found(&self, opened: Opened<'_>) -> Found {
        let given = opened.given();
        let (low, high) = self.middle(&mut given.clone());
        // Of equal children the first that counts stands for all.
        let at = |score: f64, but: Option<usize>| {
            let is_it = |(place, child): &(usize, &Given)| {
                Some(*place) != but
                    && self.weight(child) > 0.0
                    && child.score.total_cmp(&score).is_eq()
            };
            given.iter().enumerate().find(is_it).map(|(place, _)| place)
        };
        let first = at(low, None);
        let second = at(high, first).or(first);
        let half = |place: usize, it: Option<usize>, score: f64| {
            it.filter(|it| *it == place).map_or(0.0, |_| score / 2.0)
        };
        let terms = (0..given.len()).map(|it| half(it, first, low) + half(it, second, high));
        Found::shares(shares_of(terms))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn assert_middle(children: &[(f64, f64)], expected: f64) {
        let given = children
            .iter()
            .map(|&(score, weight)| Given { weight, score });
        let mut given: Vec<Given> = given.collect();
        let (low, high) = Median::default().middle(&mut given);
        let found = f64::midpoint(low, high);
        assert!((found - expected).abs() < 1e-12, "{found}, not {expected}");
    }

    #[test]
    fn with_equal_weights_it_is_the_ordinary_median() {
        assert_middle(&[(3.0, 0.1), (1.0, 0.1), (2.0, 0.1)], 2.0);
        let even: Vec<(f64, f64)> = (0..10).map(|it| (f64::from(it), 0.1)).collect();
        assert_middle(&even, 4.5);
        assert_middle(&[(7.0, 2.0)], 7.0);
    }

    #[test]
    fn a_heavy_child_is_the_median() {
        assert_middle(&[(1.0, 1.0), (2.0, 1.0), (9.0, 5.0)], 9.0);
        // 1 + 2 is exactly half of 6, so the mean of 2 and 9.
        assert_middle(&[(1.0, 1.0), (2.0, 2.0), (9.0, 3.0)], 5.5);
    }

    #[test]
    fn a_child_of_weight_0_is_never_in_the_middle() {
        assert_middle(&[(1.0, 1.0), (5.0, 0.0), (9.0, 1.0)], 5.0);
        assert_middle(&[(1.0, 1.0), (6.0, 0.0), (9.0, 1.0)], 5.0);
    }
}
