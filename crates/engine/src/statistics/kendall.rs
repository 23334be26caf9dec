//! Kendall's tau-b: counted in whole numbers.

use super::moments::is_constant;
use super::{Correlation, normal_two_sided};
use crate::numbers::count;

/// Tau-b of two columns without gaps, none below two rows or where a column does not vary.
pub(super) fn tau_b(x: &[f64], y: &[f64]) -> Option<Correlation> {
    if x.len() < 2 || is_constant(x) || is_constant(y) {
        return None;
    }
    let mut score: i64 = 0;
    for (row, (x_a, y_a)) in x.iter().zip(y).enumerate() {
        let later = x.iter().zip(y).skip(row + 1);
        score += later
            .map(|(x_b, y_b)| order(*x_a, *x_b) * order(*y_a, *y_b))
            .sum::<i64>();
    }
    let n = count(x.len());
    let (ties_x, ties_y) = (tied(x), tied(y));
    let pairs = n * (n - 1.0) / 2.0;
    let spread = (pairs - ties_x.pairs / 2.0).sqrt() * (pairs - ties_y.pairs / 2.0).sqrt();
    let score = whole(score);
    Some(Correlation {
        value: (score / spread).clamp(-1.0, 1.0),
        n: x.len(),
        p_value: p_value(score, n, &ties_x, &ties_y),
    })
}

/// The normal approximation with the variance of Kendall (1970), 4.4, which allows for ties.
fn p_value(score: f64, n: f64, x: &Ties, y: &Ties) -> Option<f64> {
    if n < 3.0 {
        return None;
    }
    let free = n * (n - 1.0) * (2.0 * n + 5.0) - x.weighted - y.weighted;
    let pairs = x.pairs * y.pairs / (2.0 * n * (n - 1.0));
    let triples = x.triples * y.triples / (9.0 * n * (n - 1.0) * (n - 2.0));
    let variance = free / 18.0 + pairs + triples;
    (variance > 0.0).then(|| normal_two_sided(score / variance.sqrt()))
}

fn order(a: f64, b: f64) -> i64 {
    i64::from(a > b) - i64::from(a < b)
}

#[expect(clippy::cast_precision_loss, reason = "a number of pairs of rows")]
fn whole(score: i64) -> f64 {
    score as f64
}

/// Sums over the runs of t equal values.
#[derive(Default)]
struct Ties {
    /// `Σ t(t−1)`.
    pairs: f64,
    /// `Σ t(t−1)(t−2)`.
    triples: f64,
    /// `Σ t(t−1)(2t+5)`.
    weighted: f64,
}

fn tied(values: &[f64]) -> Ties {
    let mut sorted: Vec<f64> = values.iter().map(|value| value + 0.0).collect();
    sorted.sort_unstable_by(f64::total_cmp);
    let mut ties = Ties::default();
    for run in sorted.chunk_by(|a, b| a.total_cmp(b).is_eq()) {
        let t = count(run.len());
        ties.pairs += t * (t - 1.0);
        ties.triples += t * (t - 1.0) * (t - 2.0);
        ties.weighted += t * (t - 1.0) * (2.0 * t + 5.0);
    }
    ties
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tau_b_allows_for_ties() {
        // Pairs of rows by hand: concordant 4, discordant 1, tied in y 1: 3/√(6·5).
        let found = tau_b(&[1.0, 2.0, 3.0, 4.0], &[1.0, 3.0, 3.0, 2.0]).unwrap();
        let expected = 1.0 / (6.0_f64 * 5.0).sqrt();
        assert!((found.value - expected).abs() < 1e-15, "{found:?}");
    }

    #[test]
    fn the_p_value_is_that_of_the_normal_approximation() {
        // Without ties: var = n(n−1)(2n+5)/18 = 16.667 at n = 5; S = 10, z = 2.4495, p = 0.014306.
        let found = tau_b(&[1.0, 2.0, 3.0, 4.0, 5.0], &[1.0, 2.0, 3.0, 4.0, 5.0]).unwrap();
        assert!((found.p_value.unwrap() - 0.014_305_878_435_429_631).abs() < 1e-12);
    }
}
