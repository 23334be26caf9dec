//! One-sided Jacobi rotations: turns columns until each is at right angles to all others. With
//! + − × ÷ and square roots only, the result is the same to the bit on any machine.
//!
//! Source: M. R. Hestenes (1958), Inversion of matrices by biorthogonalization; G. H. Golub and C. F.
//! Van Loan (2013), *Matrix Computations*, 4th ed., 8.6.3.

const SWEEPS: usize = 100;

/// The length of each turned column and the turn that made it: the singular values and right singular
/// vectors of the columns, in no order. None when the rotations do not come to rest.
pub(super) fn orthogonalise(columns: &mut [Vec<f64>]) -> Option<Vec<(f64, Vec<f64>)>> {
    let size = columns.len();
    let unit = |at: usize| {
        (0..size)
            .map(|it| if it == at { 1.0 } else { 0.0 })
            .collect()
    };
    let mut turns: Vec<Vec<f64>> = (0..size).map(unit).collect();
    // Below this a product of two columns is rounding, which no turn makes smaller.
    let rounding = 1e-16 * columns.iter().map(|it| product(it, it)).sum::<f64>();
    for _ in 0..SWEEPS {
        if !sweep(columns, &mut turns, rounding) {
            let lengths = columns.iter().map(|it| product(it, it).sqrt());
            return Some(lengths.zip(turns).collect());
        }
    }
    None
}

/// Turns every pair of columns once; whether any was turned.
fn sweep(columns: &mut [Vec<f64>], turns: &mut [Vec<f64>], rounding: f64) -> bool {
    let mut has_turned = false;
    for last in 1..columns.len() {
        for first in 0..last {
            let Some((x, y)) = two(columns, first, last) else {
                continue;
            };
            let Some((cosine, sine)) = angle(x, y, rounding) else {
                continue;
            };
            rotate(x, y, cosine, sine);
            if let Some((x, y)) = two(turns, first, last) {
                rotate(x, y, cosine, sine);
            }
            has_turned = true;
        }
    }
    has_turned
}

fn two(columns: &mut [Vec<f64>], first: usize, last: usize) -> Option<(&mut [f64], &mut [f64])> {
    let (before, rest) = columns.split_at_mut_checked(last)?;
    Some((before.get_mut(first)?, rest.first_mut()?))
}

/// Cosine and sine of the turn that puts two columns at right angles; none where they are already.
fn angle(x: &[f64], y: &[f64], rounding: f64) -> Option<(f64, f64)> {
    let (own_x, own_y, both) = (product(x, x), product(y, y), product(x, y));
    let bound = 1e-15 * own_x.sqrt() * own_y.sqrt();
    if both.abs() <= bound.max(rounding).max(f64::MIN_POSITIVE) {
        return None;
    }
    let slope = (own_y - own_x) / (2.0 * both);
    let tangent = 1.0_f64.copysign(slope) / (slope.abs() + (1.0 + slope * slope).sqrt());
    let cosine = 1.0 / (1.0 + tangent * tangent).sqrt();
    Some((cosine, cosine * tangent))
}

fn rotate(x: &mut [f64], y: &mut [f64], cosine: f64, sine: f64) {
    for (x, y) in x.iter_mut().zip(y) {
        (*x, *y) = (cosine * *x - sine * *y, sine * *x + cosine * *y);
    }
}

fn product(x: &[f64], y: &[f64]) -> f64 {
    x.iter().zip(y).map(|(x, y)| x * y).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_come_to_stand_at_right_angles() {
        let given = [
            vec![1.0, 2.0, 3.0],
            vec![4.0, 5.0, 6.0],
            vec![7.0, 8.0, 10.0],
        ];
        let mut columns = given.to_vec();
        let found = orthogonalise(&mut columns).unwrap();
        for (at, x) in columns.iter().enumerate() {
            for y in columns.iter().skip(at + 1) {
                assert!(product(x, y).abs() < 1e-12);
            }
        }
        // The product of the singular values is |det| = 3.
        let lengths: f64 = found.iter().map(|(length, _)| length).product();
        assert!((lengths - 3.0).abs() < 1e-12, "{lengths}");
    }

    #[test]
    fn columns_of_rank_one_come_to_rest() {
        let mut columns = vec![vec![0.1, 0.2, 0.7]; 40];
        assert!(orthogonalise(&mut columns).is_some());
    }
}
