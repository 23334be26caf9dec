//! Eigenvectors of a symmetric matrix, and principal components.
//!
//! Principal components are the eigenvectors of the correlation matrix of the rows without a gap
//! (columns centred and scaled by the sample standard deviation). Component k has the loadings of
//! eigenvector k, variance = its eigenvalue, and explains eigenvalue ÷ number of columns.
//! An eigenvector has no sign of its own: here the loading of the largest magnitude is positive (the
//! first of them when several are equal up to 1e-9). Source: I. T. Jolliffe (2002), *Principal
//! Component Analysis*, 2nd ed., 2.3; R `prcomp(na.omit(x), center = TRUE, scale. = TRUE)`.

use nalgebra::{DMatrix, SymmetricEigen};
use serde::Serialize;

use super::moments::is_constant;
use super::{mean, standard_deviation};
use crate::numbers::count;

/// The principal components of some columns, that of the largest variance first.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Components {
    /// Number of rows without a gap.
    pub n: usize,
    /// The standard deviation of each component.
    pub sd: Vec<f64>,
    /// The share of the variance each component explains; they sum to 1.
    pub explained: Vec<f64>,
    /// For each component its loadings, one a column.
    pub loadings: Vec<Vec<f64>>,
}

/// The eigenvalues of a symmetric matrix given by rows, falling, each with its eigenvector of length 1.
/// None where the matrix is empty, not square, or holds what is not a finite number.
///
/// ```
/// use yanzhi_engine::statistics::eigen;
///
/// let found = eigen(&[vec![2.0, 1.0], vec![1.0, 2.0]]).unwrap();
/// assert!((found[0].0 - 3.0).abs() < 1e-12 && (found[1].0 - 1.0).abs() < 1e-12);
/// assert!((found[0].1[0] - 0.5_f64.sqrt()).abs() < 1e-12);
/// ```
pub fn eigen(rows: &[Vec<f64>]) -> Option<Vec<(f64, Vec<f64>)>> {
    let size = rows.len();
    let is_square = rows.iter().all(|row| row.len() == size);
    let cells = rows.iter().flatten();
    if size == 0 || !is_square || !cells.clone().all(|cell| cell.is_finite()) {
        return None;
    }
    let matrix = DMatrix::from_row_iterator(size, size, cells.copied());
    let found = SymmetricEigen::try_new(matrix, f64::EPSILON, 10_000)?;
    let vectors = found.eigenvectors.column_iter();
    let mut pairs: Vec<(f64, Vec<f64>)> = found
        .eigenvalues
        .iter()
        .copied()
        .zip(vectors.map(|vector| signed(vector.iter().copied().collect())))
        .collect();
    pairs.sort_by(|a, b| b.0.total_cmp(&a.0));
    Some(pairs)
}

/// The same vector, turned so that its loading of the largest magnitude is positive.
fn signed(vector: Vec<f64>) -> Vec<f64> {
    let largest = vector.iter().fold(0.0_f64, |most, it| most.max(it.abs()));
    let leads = |it: &&f64| it.abs() >= largest * (1.0 - 1e-9);
    let is_turned = vector.iter().find(leads).is_some_and(|it| *it < 0.0);
    let turn = if is_turned { -1.0 } else { 1.0 };
    vector.into_iter().map(|it| it * turn).collect()
}

/// The principal components of columns, over the rows where none has a gap. As many components as the
/// smaller of the number of columns and of rows. None without columns, with fewer than two such rows,
/// or where a column is constant over them.
///
/// ```
/// use yanzhi_engine::statistics::principal_components;
///
/// let (x, y) = ([1.0, 2.0, 3.0].map(Some), [10.0, 20.0, 30.0].map(Some));
/// let found = principal_components(&[&x, &y]).unwrap();
/// assert!((found.explained[0] - 1.0).abs() < 1e-12);
/// assert_eq!(principal_components(&[&x, &[Some(5.0); 3]]), None);
/// ```
pub fn principal_components(columns: &[&[Option<f64>]]) -> Option<Components> {
    let rows = columns.iter().map(|column| column.len()).min()?;
    let is_whole = |row: &usize| {
        columns
            .iter()
            .all(|it| it.get(*row).is_some_and(Option::is_some))
    };
    let whole: Vec<usize> = (0..rows).filter(is_whole).collect();
    let scaled: Option<Vec<Vec<f64>>> = columns
        .iter()
        .map(|column| {
            let cells = whole
                .iter()
                .filter_map(|&row| column.get(row).copied().flatten());
            standardised(&cells.collect::<Vec<f64>>())
        })
        .collect();
    let scaled = scaled?;
    let product = |x: &[f64], y: &[f64]| -> f64 {
        let sum: f64 = x.iter().zip(y).map(|(x, y)| x * y).sum();
        sum / (count(whole.len()) - 1.0)
    };
    let correlations: Vec<Vec<f64>> = scaled
        .iter()
        .map(|x| scaled.iter().map(|y| product(x, y)).collect())
        .collect();
    let mut found = eigen(&correlations)?;
    found.truncate(whole.len());
    let total = count(columns.len());
    Some(Components {
        n: whole.len(),
        sd: found
            .iter()
            .map(|(value, _)| value.max(0.0).sqrt())
            .collect(),
        explained: found
            .iter()
            .map(|(value, _)| value.max(0.0) / total)
            .collect(),
        loadings: found.into_iter().map(|(_, vector)| vector).collect(),
    })
}

fn standardised(values: &[f64]) -> Option<Vec<f64>> {
    let sd = standard_deviation(values).filter(|_| !is_constant(values))?;
    let mean = mean(values)?;
    Some(values.iter().map(|x| (x - mean) / sd).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_columns_have_components_at_half_a_right_angle() {
        // r = 0.8: eigenvalues 1.8 and 0.2.
        let (x, y) = (
            [1.0, 2.0, 3.0, 4.0].map(Some),
            [1.0, 3.0, 2.0, 4.0].map(Some),
        );
        let found = principal_components(&[&x, &y]).unwrap();
        for (found, expected) in found.explained.iter().zip([0.9, 0.1]) {
            assert!((found - expected).abs() < 1e-12, "{found}");
        }
        assert!(found.loadings[1][0] > 0.0);
    }

    #[test]
    fn a_gap_leaves_out_its_row() {
        let x = [Some(1.0), Some(2.0), None, Some(3.0), Some(4.0)];
        let y = [Some(1.0), Some(3.0), Some(90.0), Some(2.0), Some(4.0)];
        let found = principal_components(&[&x, &y]).unwrap();
        assert_eq!(found.n, 4);
        assert!((found.explained[0] - 0.9).abs() < 1e-12);
    }

    #[test]
    fn what_has_no_components_is_none() {
        assert_eq!(principal_components(&[]), None);
        assert_eq!(principal_components(&[&[Some(1.0)]]), None);
        assert_eq!(principal_components(&[&[None, None]]), None);
        assert_eq!(eigen(&[]), None);
        assert_eq!(eigen(&[vec![1.0, 2.0]]), None);
        assert_eq!(eigen(&[vec![f64::NAN]]), None);
        let (rank_one, other) = ([0.1, 0.2, 0.7].map(Some), [0.3, 0.1, 0.2].map(Some));
        let mut columns: Vec<&[Option<f64>]> = vec![&rank_one; 40];
        columns.push(&other);
        assert!(principal_components(&columns).is_some_and(|it| it.sd.len() == 3));
        let one = principal_components(&[&[Some(1.0), Some(2.0)]]).unwrap();
        assert_eq!(one.loadings, [[1.0]]);
    }
}
