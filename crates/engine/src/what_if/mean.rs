//! The means that come apart: `f⁻¹(Σ w·f(x) ÷ Σ w)` with a growing or falling `f`.

use crate::steps::AggregateRule;

/// Which `f` a mean takes its arithmetic mean of.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Mean {
    /// `x`: the arithmetic mean.
    Identity,
    /// `ln x`: the geometric mean.
    Log,
    /// `x^p`, p ≠ 0: the generalised mean; the harmonic at −1.
    Power(f64),
}

impl Mean {
    /// The mean a rule is; none for one that is no mean of this kind.
    pub(super) fn of(rule: &AggregateRule) -> Option<Self> {
        match rule {
            AggregateRule::Arithmetic(_) => Some(Self::Identity),
            AggregateRule::Geometric(_) => Some(Self::Log),
            AggregateRule::Harmonic(_) => Some(Self::Power(-1.0)),
            AggregateRule::Generalised(rule) => Some(Self::power(rule.p.unwrap_or(1.0))),
            AggregateRule::WeightedProduct(rule) => (!rule.relative).then_some(Self::Log),
            AggregateRule::WeightedSum(_)
            | AggregateRule::Median(_)
            | AggregateRule::MazziottaPareto(_)
            | AggregateRule::Topsis(_)
            | AggregateRule::Vikor(_)
            | AggregateRule::GreyRelational(_)
            | AggregateRule::Copeland(_)
            | AggregateRule::Borda(_)
            | AggregateRule::Kemeny(_) => None,
        }
    }

    fn power(p: f64) -> Self {
        if (p - 1.0).abs() < f64::EPSILON {
            Self::Identity
        } else if p.abs() < f64::EPSILON {
            Self::Log
        } else {
            Self::Power(p)
        }
    }

    /// `f(x)`; none where x has none.
    pub(super) fn f(self, x: f64) -> Option<f64> {
        match self {
            Self::Identity => Some(x),
            Self::Log => (x > 0.0).then(|| libm::log(x)),
            Self::Power(p) => (x > 0.0 || (p > 0.0 && x >= 0.0)).then(|| libm::pow(x, p)),
        }
        .filter(|it| it.is_finite())
    }

    /// The mean of weight shares and scores; a share of 0 is not looked at.
    pub(super) fn mean(self, terms: impl Iterator<Item = (f64, f64)>) -> Option<f64> {
        let mut sum = 0.0;
        for (share, x) in terms.filter(|(share, _)| *share > 0.0) {
            sum += share * self.f(x)?;
        }
        let mean = match self {
            Self::Identity => sum,
            Self::Log => libm::exp(sum),
            Self::Power(p) => libm::pow(sum, 1.0 / p),
        };
        mean.is_finite().then_some(mean)
    }

    /// The slope of f between two points, `(f(b) − f(a)) ÷ (b − a)`; f′ where they are one, and 0 for a
    /// power where both are 0.
    pub(super) fn secant(self, a: f64, b: f64) -> f64 {
        let (a, b) = if a.abs() > 0.0 { (a, b) } else { (b, a) };
        if let (Self::Power(_), false) = (self, a.abs() > 0.0) {
            return 0.0;
        }
        let grown = (b - a) / a;
        let is_one = grown.abs() < f64::EPSILON;
        match self {
            Self::Identity => 1.0,
            Self::Log if is_one => 1.0 / a,
            Self::Log => libm::log1p(grown) / (b - a),
            Self::Power(p) if is_one => p * libm::pow(a, p - 1.0),
            Self::Power(p) => libm::pow(a, p) * libm::expm1(p * libm::log1p(grown)) / (b - a),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_secant_is_the_slope_of_f() {
        for mean in [
            Mean::Identity,
            Mean::Log,
            Mean::Power(-1.0),
            Mean::Power(2.0),
        ] {
            for (a, b) in [(2.0, 5.0), (5.0, 2.0), (3.0, 3.0 + 1e-9)] {
                let rise = mean.f(b).unwrap() - mean.f(a).unwrap();
                assert!(
                    (mean.secant(a, b) * (b - a) - rise).abs() < 1e-14,
                    "{mean:?}"
                );
            }
        }
        assert!((Mean::Power(2.0).secant(0.0, 4.0) - 4.0).abs() < 1e-14);
        assert!(Mean::Power(2.0).secant(0.0, 0.0).abs() < 1e-14);
        assert!((Mean::Log.secant(4.0, 4.0) - 0.25).abs() < 1e-15);
        assert!((Mean::Power(2.0).secant(4.0, 4.0) - 8.0).abs() < 1e-14);
    }

    #[test]
    fn a_mean_looks_away_from_what_weighs_nothing() {
        let terms = [(0.5, 2.0), (0.5, 8.0), (0.0, -3.0)];
        assert!((Mean::Log.mean(terms.into_iter()).unwrap() - 4.0).abs() < 1e-12);
        assert!((Mean::Power(-1.0).mean(terms.into_iter()).unwrap() - 3.2).abs() < 1e-12);
        assert_eq!(Mean::Log.mean([(1.0, 0.0)].into_iter()), None);
    }
}
