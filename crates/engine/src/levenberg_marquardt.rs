//! Finds where several smooth functions are nearly 0 together: damped least squares.
//!
//! A step δ solves `(JᵀJ + λ·I)·δ = −Jᵀ·f`, J the derivatives by forward differences; where it makes
//! `Σ f²` smaller it is taken and λ divided by 10, else λ is multiplied by 10. Far from the solution this
//! goes downhill, near it it converges as Newton's method. Sources: K. Levenberg (1944), A method for the
//! solution of certain non-linear problems in least squares; D. W. Marquardt (1963).

use nalgebra::{DMatrix, DVector};

/// The step of the differences.
const STEP: f64 = 1e-7;
/// Where λ begins, as a share of the largest entry of the matrix, and where there is no use in raising
/// it.
const FIRST: f64 = 1e-3;
const LAST: f64 = 1e12;

/// The best point that was found.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Fit {
    pub(crate) point: Vec<f64>,
    /// `Σ f²` there.
    pub(crate) squares: f64,
    pub(crate) evaluations: u32,
}

/// Walks from a start until `Σ f²` is `aim` or less, no step helps any more, or the evaluations are used
/// up. `residuals` is none where the functions are undefined; at the start they must not be.
///
/// # Errors
/// The first of `residuals`.
pub(crate) fn fit<E>(
    start: &[f64],
    aim: f64,
    evaluations: u32,
    residuals: impl FnMut(&[f64]) -> Result<Option<Vec<f64>>, E>,
) -> Result<Fit, E> {
    let mut walk = Walk {
        residuals,
        evaluations: 0,
    };
    let mut point = DVector::from_column_slice(start);
    let Some(mut values) = walk.at(&point)? else {
        let (point, squares, evaluations) = (start.to_vec(), f64::INFINITY, walk.evaluations);
        return Ok(Fit {
            point,
            squares,
            evaluations,
        });
    };
    let mut damping = None;
    while values.norm_squared() > aim && walk.evaluations < evaluations {
        let Some(slopes) = walk.slopes(&point, &values)? else {
            break;
        };
        let normal = slopes.tr_mul(&slopes);
        let gradient = slopes.tr_mul(&values);
        let first = damping.unwrap_or(FIRST);
        let step = walk.downhill(&point, &values, (&normal, &gradient), first)?;
        let Some((next, found, used)) = step else {
            break;
        };
        (point, values, damping) = (next, found, Some(used / 10.0));
    }
    Ok(Fit {
        squares: values.norm_squared(),
        point: point.iter().copied().collect(),
        evaluations: walk.evaluations,
    })
}

struct Walk<F> {
    residuals: F,
    evaluations: u32,
}

/// A point, its residuals and the damping that led to it.
type Step = (DVector<f64>, DVector<f64>, f64);

impl<E, F: FnMut(&[f64]) -> Result<Option<Vec<f64>>, E>> Walk<F> {
    fn at(&mut self, point: &DVector<f64>) -> Result<Option<DVector<f64>>, E> {
        self.evaluations += 1;
        let values = (self.residuals)(point.as_slice())?;
        let values = values.filter(|it| it.iter().all(|value| value.is_finite()));
        Ok(values.map(DVector::from_vec))
    }

    /// The derivatives: a row a function, a column a coordinate.
    fn slopes(
        &mut self,
        point: &DVector<f64>,
        values: &DVector<f64>,
    ) -> Result<Option<DMatrix<f64>>, E> {
        let mut columns = Vec::with_capacity(point.len());
        for coordinate in 0..point.len() {
            let mut moved = point.clone();
            if let Some(it) = moved.get_mut(coordinate) {
                *it += STEP;
            }
            let Some(found) = self.at(&moved)? else {
                return Ok(None);
            };
            columns.push((found - values) / STEP);
        }
        Ok((!columns.is_empty()).then(|| DMatrix::from_columns(&columns)))
    }

    /// The first step downhill, damped more and more; none where no damping helps.
    fn downhill(
        &mut self,
        point: &DVector<f64>,
        values: &DVector<f64>,
        (normal, gradient): (&DMatrix<f64>, &DVector<f64>),
        first: f64,
    ) -> Result<Option<Step>, E> {
        let (mut damping, scale) = (first, normal.amax());
        while damping <= LAST {
            let mut damped = normal.clone();
            for place in 0..point.len() {
                if let Some(it) = damped.get_mut((place, place)) {
                    *it += damping * scale;
                }
            }
            let step = damped.cholesky().map(|it| it.solve(&-gradient));
            if let Some(step) = step {
                let next = point + step;
                let found = self.at(&next)?;
                if let Some(found) = found.filter(|it| it.norm_squared() < values.norm_squared()) {
                    return Ok(Some((next, found, damping)));
                }
            }
            damping = (damping * 10.0).max(f64::EPSILON);
        }
        Ok(None)
    }
}

#[cfg(test)]
mod tests {
    use std::convert::Infallible;

    use super::*;

    fn found(start: &[f64], evaluations: u32, f: impl Fn(&[f64]) -> Vec<f64>) -> Fit {
        let fit: Result<_, Infallible> = fit(start, 1e-24, evaluations, |x| Ok(Some(f(x))));
        fit.unwrap()
    }

    /// Rosenbrock's banana as two functions; both are 0 at (1, 1).
    fn banana(x: &[f64]) -> Vec<f64> {
        vec![10.0 * (x[1] - x[0] * x[0]), 1.0 - x[0]]
    }

    #[test]
    fn the_banana_is_solved_to_the_last_digits() {
        let fit = found(&[-1.2, 1.0], 1000, banana);
        assert!(
            (fit.point[0] - 1.0).abs() < 1e-10 && fit.squares <= 1e-24,
            "{fit:?}"
        );
        assert!(fit.evaluations < 200, "{fit:?}");
    }

    #[test]
    fn functions_that_are_nowhere_0_together_leave_a_rest() {
        let fit = found(&[3.0], 1000, |x| vec![x[0] - 1.0, x[0] + 1.0]);
        assert!(
            (fit.squares - 2.0).abs() < 1e-9 && fit.point[0].abs() < 1e-4,
            "{fit:?}"
        );
    }

    #[test]
    fn an_undefined_start_and_no_coordinates_have_no_fit() {
        let none: Result<_, Infallible> = fit(&[1.0], 0.0, 10, |_| Ok(None));
        assert!(none.unwrap().squares.is_infinite());
        assert!((found(&[], 10, |_| vec![1.0]).squares - 1.0).abs() < 1e-15);
    }

    #[test]
    fn evaluations_are_not_exceeded_by_more_than_a_step() {
        let fit = found(&[-1.2, 1.0], 5, banana);
        assert!(fit.evaluations < 30 && fit.squares > 1e-24, "{fit:?}");
    }
}
