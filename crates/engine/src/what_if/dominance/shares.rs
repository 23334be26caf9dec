//! The shares under one parent, and the best of a sum over them: a linear programme.

use super::bounds::ShareBounds;
use crate::linear_programme::{LinearProgramme, Outcome, Variable};
use crate::what_if::WhatIfError;

/// Sums of limits that miss 1 by rounding do not.
const ROUNDING: f64 = 1e-9;

/// The shares that the children of a node may have: within limits, summing to 1, and ordered where said.
pub(super) struct Shares {
    limits: Vec<ShareBounds>,
    /// Places of a child and of a lighter one.
    order: Vec<(usize, usize)>,
}

impl Shares {
    pub(super) fn new(
        limits: Vec<ShareBounds>,
        order: Vec<(usize, usize)>,
        parent: &str,
    ) -> Result<Self, WhatIfError> {
        let least: f64 = limits.iter().map(|it| it.least).sum();
        let most: f64 = limits.iter().map(|it| it.most).sum();
        let shares = Self { limits, order };
        let is_empty = least > 1.0 + ROUNDING || most < 1.0 - ROUNDING;
        let zeros = vec![0.0; shares.limits.len()];
        if is_empty || (shares.is_ordered() && shares.programme(&zeros)?.is_none()) {
            return Err(WhatIfError::NoWeights {
                parent: parent.to_owned(),
            });
        }
        Ok(shares)
    }

    /// Whether the simplex is needed.
    pub(super) fn is_ordered(&self) -> bool {
        !self.order.is_empty()
    }

    /// Whether these shares are within the limits and in order.
    pub(super) fn allow(&self, shares: &[f64]) -> bool {
        let share = |place: usize| shares.get(place).copied().unwrap_or_default();
        let limits = self.limits.iter().zip(shares);
        let mut within = limits.map(|(limits, share)| {
            limits.least - ROUNDING <= *share && *share <= limits.most + ROUNDING
        });
        let mut order = self.order.iter();
        within.all(|it| it) && order.all(|&(one, other)| share(one) >= share(other) - ROUNDING)
    }

    /// The largest `Σ share·value`, and writes the shares that give it.
    pub(super) fn most(&self, values: &[f64], shares: &mut Vec<f64>) -> Result<f64, WhatIfError> {
        if self.is_ordered() {
            *shares = self.programme(values)?.unwrap_or_default();
        } else {
            self.fill(values, shares);
        }
        let terms = shares.iter().zip(values);
        Ok(terms.map(|(share, value)| share * value).sum())
    }

    /// With limits only: everyone has the least, and what is left goes to the largest value first.
    fn fill(&self, values: &[f64], shares: &mut Vec<f64>) {
        shares.clear();
        shares.extend(self.limits.iter().map(|it| it.least));
        let mut left = 1.0 - shares.iter().sum::<f64>();
        let mut falling: Vec<(usize, f64)> = values.iter().copied().enumerate().collect();
        falling.sort_by(|one, other| other.1.total_cmp(&one.1));
        for (place, _) in falling {
            let (Some(share), Some(limits)) = (shares.get_mut(place), self.limits.get(place))
            else {
                continue;
            };
            let more = left.min(limits.most - limits.least).max(0.0);
            *share += more;
            left -= more;
        }
    }

    /// The best shares by the simplex; none when there are no shares at all.
    fn programme(&self, values: &[f64]) -> Result<Option<Vec<f64>>, WhatIfError> {
        let mut programme = LinearProgramme::maximise();
        let limits = self.limits.iter().zip(values);
        let variables: Vec<Variable> = limits
            .map(|(limits, value)| programme.variable(*value, limits.least, limits.most))
            .collect();
        let all: Vec<(Variable, f64)> = variables.iter().map(|it| (*it, 1.0)).collect();
        programme.exactly(&all, 1.0);
        for (heavier, lighter) in &self.order {
            if let (Some(heavier), Some(lighter)) =
                (variables.get(*heavier), variables.get(*lighter))
            {
                programme.at_least(&[(*heavier, 1.0), (*lighter, -1.0)], 0.0);
            }
        }
        match programme.solve() {
            Ok(Outcome::Optimal(optimum)) => Ok(Some(optimum.values().to_vec())),
            Ok(Outcome::Infeasible) => Ok(None),
            Ok(Outcome::Unbounded) => Err(WhatIfError::Programme {
                reason: "its objective has no limit".to_owned(),
            }),
            Err(error) => Err(WhatIfError::Programme {
                reason: error.to_string(),
            }),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn between(limits: &[(f64, f64)]) -> Result<Shares, WhatIfError> {
        let limits = limits
            .iter()
            .map(|&(least, most)| ShareBounds { least, most });
        Shares::new(limits.collect(), Vec::new(), "index")
    }

    #[test]
    fn what_is_left_goes_to_the_largest_first() {
        let shares = between(&[(0.1, 0.5), (0.2, 0.4), (0.1, 1.0)]).unwrap();
        let mut found = Vec::new();
        // 0.6 is left: 0.2 to the second (5), 0.4 to the first (2), nothing to the third (−1).
        let most = shares.most(&[2.0, 5.0, -1.0], &mut found).unwrap();
        assert!(
            (most - (0.5 * 2.0 + 0.4 * 5.0 - 0.1)).abs() < 1e-15,
            "{found:?}"
        );
    }

    #[test]
    fn limits_that_leave_nothing_are_refused() {
        for limits in [[(0.6, 1.0), (0.5, 1.0)], [(0.0, 0.3), (0.0, 0.3)]] {
            assert_eq!(between(&limits).err().unwrap().code(), "no_weights");
        }
        // The first weighs no less than the second, and no more than 0.4.
        let limits = [(0.0, 0.4), (0.0, 1.0)];
        let limits = limits.map(|(least, most)| ShareBounds { least, most });
        let ordered = Shares::new(limits.to_vec(), vec![(0, 1)], "index");
        assert_eq!(ordered.err().unwrap().code(), "no_weights");
    }

    proptest! {
        /// Filling finds what the simplex finds.
        #[test]
        fn filling_solves_the_programme(
            children in prop::collection::vec((0.0..0.4_f64, 0.0..0.6_f64, -50.0..50.0_f64), 2..8),
        ) {
            let limits = children.iter().map(|(least, more, _)| (*least, (least + more).min(1.0)));
            let Ok(shares) = between(&limits.collect::<Vec<_>>()) else { return Ok(()) };
            let values: Vec<f64> = children.iter().map(|it| it.2).collect();
            let by_simplex = shares.programme(&values).unwrap();
            let Some(by_simplex) = by_simplex else { return Ok(()) };
            let best: f64 = by_simplex.iter().zip(&values).map(|(share, value)| share * value).sum();
            let mut filled = Vec::new();
            let most = shares.most(&values, &mut filled).unwrap();
            prop_assert!((most - best).abs() < 1e-7, "{most} {best}");
            prop_assert!((filled.iter().sum::<f64>() - 1.0).abs() < 1e-9);
        }
    }
}
