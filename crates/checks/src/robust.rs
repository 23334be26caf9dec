//! Median and median deviation: what a few wild figures cannot move.

/// The middle of figures, and how far half of them lie from it at most.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Spread {
    pub(crate) median: f64,
    /// The standard deviation that normal figures of this median deviation would have: MAD ÷ 0.6745. Above 0.
    pub(crate) deviation: f64,
}

/// The quartile of the normal distribution: what makes a median deviation a standard deviation.
const QUARTILE: f64 = 0.6745;

/// `None` where there are no figures, or half of them are the same: then nothing says how far is far.
pub(crate) fn spread(figures: &[f64]) -> Option<Spread> {
    let median = median(figures.to_vec())?;
    let distances = figures.iter().map(|it| (it - median).abs()).collect();
    let deviation = self::median(distances)? / QUARTILE;
    (deviation > 0.0 && deviation.is_finite()).then_some(Spread { median, deviation })
}

fn median(mut figures: Vec<f64>) -> Option<f64> {
    figures.sort_by(f64::total_cmp);
    let half = figures.len() / 2;
    let upper = *figures.get(half)?;
    if figures.len() % 2 == 1 {
        return Some(upper);
    }
    let lower = *figures.get(half.checked_sub(1)?)?;
    Some(f64::midpoint(lower, upper))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_wild_figure_moves_nothing() {
        let calm = spread(&[1.0, 2.0, 3.0, 4.0, 5.0]).unwrap();
        let wild = spread(&[1.0, 2.0, 3.0, 4.0, 5e9]).unwrap();
        assert_eq!(calm, wild);
        assert!((calm.median - 3.0).abs() < 1e-12);
        assert!((calm.deviation - 1.0 / QUARTILE).abs() < 1e-12);
        assert_eq!(spread(&[1.0, 2.0, 3.0, 4.0]).map(|it| it.median), Some(2.5));
    }

    #[test]
    fn without_spread_nothing_is_far() {
        assert_eq!(spread(&[]), None);
        assert_eq!(spread(&[7.0, 7.0, 7.0, 9.0]), None);
    }
}
