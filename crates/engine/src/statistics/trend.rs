//! How a series of figures moves over time.
//!
//! | statistic | formula (t the times, y the values that are there) | needs |
//! |---|---|---|
//! | compound growth | `(last ÷ first)^(1 ÷ (t_last − t_first)) − 1` | two values above 0 |
//! | linear change | slope of the least-squares line ÷ its value at `t_first` | two values, that value not 0 |
//!
//! Both are per unit of time: of years when the times are years. Source: compound annual growth rate
//! 年均增长率 as usual; the linear change is COINr's `prc_change`, here a share and there per cent.

use super::finite;
use crate::numbers::count;

/// The points that are there, in order of the slices.
fn points(times: &[f64], values: &[Option<f64>]) -> Vec<(f64, f64)> {
    let both = times.iter().zip(values);
    both.filter_map(|(time, value)| Some((*time, (*value)?)))
        .collect()
}

/// The compound growth per unit of time between the first and the last value; `times` rise.
///
/// ```
/// use yanzhi_engine::statistics::compound_growth;
///
/// let rate = compound_growth(&[2020.0, 2021.0, 2022.0], &[Some(100.0), None, Some(121.0)]);
/// assert!((rate.unwrap() - 0.1).abs() < 1e-12);
/// ```
pub fn compound_growth(times: &[f64], values: &[Option<f64>]) -> Option<f64> {
    let points = points(times, values);
    let (&(start, first), &(end, last)) = (points.first()?, points.last()?);
    let is_sound = first > 0.0 && last > 0.0 && end > start;
    let rate = libm::pow(last / first, 1.0 / (end - start)) - 1.0;
    finite(rate).filter(|_| is_sound)
}

/// The slope of the least-squares line as a share of where it starts; `times` rise.
///
/// ```
/// use yanzhi_engine::statistics::linear_change;
///
/// let change = linear_change(&[2020.0, 2021.0, 2022.0], &[Some(10.0), Some(12.0), Some(14.0)]);
/// assert!((change.unwrap() - 0.2).abs() < 1e-12);
/// ```
pub fn linear_change(times: &[f64], values: &[Option<f64>]) -> Option<f64> {
    let points = points(times, values);
    let (n, start) = (count(points.len()), points.first()?.0);
    // Times are counted from the first, which keeps their squares small.
    let mean_time = points.iter().map(|(time, _)| time - start).sum::<f64>() / n;
    let mean = points.iter().map(|(_, value)| value).sum::<f64>() / n;
    let deviation = |time: f64| time - start - mean_time;
    let squares: f64 = points
        .iter()
        .map(|(time, _)| deviation(*time) * deviation(*time))
        .sum();
    let products = points
        .iter()
        .map(|(time, value)| deviation(*time) * (value - mean));
    let slope = products.sum::<f64>() / squares;
    finite(slope / (mean - slope * mean_time))
}

/// The series with the gaps between two values filled along the straight line; those before the first
/// and after the last stay.
pub fn interpolated(times: &[f64], values: &[Option<f64>]) -> Vec<Option<f64>> {
    let points = points(times, values);
    let lines = || points.iter().zip(points.iter().skip(1));
    let fill = |(time, value): (&f64, &Option<f64>)| {
        value.or_else(|| {
            let around =
                |((from, _), (to, _)): &(&(f64, f64), &(f64, f64))| from < time && time < to;
            let ((from, first), (to, last)) = lines().find(around)?;
            Some(first + (time - from) / (to - from) * (last - first))
        })
    };
    times.iter().zip(values).map(fill).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const YEARS: [f64; 4] = [2018.0, 2019.0, 2020.0, 2021.0];

    #[test]
    fn growth_is_compound() {
        let doubled = compound_growth(&YEARS, &[None, Some(2.0), None, Some(8.0)]);
        assert!((doubled.unwrap() - 1.0).abs() < 1e-12);
    }

    #[test]
    fn what_does_not_move_or_starts_from_nothing_has_no_trend() {
        for values in [
            [None; 4],
            [Some(1.0), None, None, None],
            [Some(0.0), None, None, Some(1.0)],
            [Some(1.0), None, None, Some(-1.0)],
        ] {
            assert_eq!(compound_growth(&YEARS, &values), None, "{values:?}");
        }
        assert_eq!(linear_change(&YEARS, &[None, Some(1.0), None, None]), None);
        let from_nothing = linear_change(&YEARS, &[Some(0.0), Some(1.0), Some(2.0), None]);
        assert_eq!(from_nothing, None);
    }

    #[test]
    fn gaps_between_are_filled_and_no_others() {
        let filled = interpolated(&YEARS, &[None, Some(1.0), None, Some(2.0)]);
        assert_eq!(filled, [None, Some(1.0), Some(1.5), Some(2.0)]);
    }
}
