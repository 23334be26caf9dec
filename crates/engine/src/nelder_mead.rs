//! Finds a minimum of a function of several numbers without its derivatives: the simplex search of Nelder
//! and Mead.
//!
//! A simplex of n + 1 points walks downhill: its worst point is reflected at the middle of the others
//! (factor 1), further out when that is the best so far (factor 2), back towards the middle when it is
//! not (factor ½); when nothing helps, all points move halfway to the best. The first simplex is the
//! start and, for every coordinate, the start moved by a tenth of its largest coordinate. This is
//! Algorithm 19 of J. C. Nash (1990), *Compact Numerical Methods for Computers*, 2nd ed., with the
//! factors of R's `optim`, so that both walk the same way. Sources: J. A. Nelder and R. Mead (1965), A
//! simplex method for function minimization, *The Computer Journal* 7.

use crate::numbers::count;

/// When to stop.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Limits {
    /// At a value of this or less.
    pub(crate) aim: f64,
    /// When the values of the simplex differ by no more than `tolerance · (|first value| + tolerance)`.
    pub(crate) tolerance: f64,
    /// After so many evaluations.
    pub(crate) evaluations: u32,
}

/// The best point that was found.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Found {
    pub(crate) point: Vec<f64>,
    pub(crate) value: f64,
    pub(crate) evaluations: u32,
    /// Whether the search stopped of itself and not for want of evaluations.
    pub(crate) is_at_rest: bool,
}

/// Values that are no numbers, and points outside the domain, are worse than any.
const WORST: f64 = f64::INFINITY;

/// Searches from a start. The objective may be −∞ at its best, and +∞ or no number where it is undefined.
///
/// # Errors
/// The first of the objective.
pub(crate) fn minimise<E>(
    start: &[f64],
    limits: Limits,
    objective: impl FnMut(&[f64]) -> Result<f64, E>,
) -> Result<Found, E> {
    let mut walk = Walk {
        objective,
        evaluations: 0,
    };
    let first = walk.at(start.to_vec())?;
    let tolerance = limits.tolerance * (first.value.abs() + limits.tolerance);
    let mut simplex = Simplex::around(first, &mut walk)?;
    let is_at_rest = loop {
        simplex.find_ends();
        let (low, high) = (simplex.low().value, simplex.high().value);
        if high <= low + tolerance || low <= limits.aim {
            break true;
        }
        if walk.evaluations >= limits.evaluations {
            break false;
        }
        if !simplex.step(&mut walk)? {
            break true;
        }
    };
    simplex.find_ends();
    Ok(Found {
        point: simplex.low().point.clone(),
        value: simplex.low().value,
        evaluations: walk.evaluations,
        is_at_rest,
    })
}

/// The objective and how often it was asked.
struct Walk<F> {
    objective: F,
    evaluations: u32,
}

impl<E, F: FnMut(&[f64]) -> Result<f64, E>> Walk<F> {
    fn at(&mut self, point: Vec<f64>) -> Result<Vertex, E> {
        self.evaluations += 1;
        let value = (self.objective)(&point)?;
        let value = if value.is_nan() { WORST } else { value };
        Ok(Vertex { point, value })
    }
}

#[derive(Debug, Clone)]
struct Vertex {
    point: Vec<f64>,
    value: f64,
}

/// The points of the walk. Never empty.
struct Simplex {
    first: Vertex,
    others: Vec<Vertex>,
    lowest: usize,
    highest: usize,
    /// The sum of the edges at the last shrinking.
    size: f64,
}

impl Simplex {
    fn around<E, F: FnMut(&[f64]) -> Result<f64, E>>(
        first: Vertex,
        walk: &mut Walk<F>,
    ) -> Result<Self, E> {
        let largest = first
            .point
            .iter()
            .fold(0.0_f64, |most, it| most.max(it.abs()));
        let step = if largest > 0.0 { 0.1 * largest } else { 0.1 };
        let mut others = Vec::with_capacity(first.point.len());
        for place in 0..first.point.len() {
            let mut point = first.point.clone();
            if let Some(coordinate) = point.get_mut(place) {
                *coordinate += step;
            }
            others.push(walk.at(point)?);
        }
        Ok(Self {
            size: step * count(others.len()),
            first,
            others,
            lowest: 0,
            highest: 0,
        })
    }

    fn vertices(&self) -> impl Iterator<Item = &Vertex> {
        std::iter::once(&self.first).chain(&self.others)
    }

    fn vertex(&self, place: usize) -> &Vertex {
        let other = place.checked_sub(1).and_then(|it| self.others.get(it));
        other.unwrap_or(&self.first)
    }

    fn low(&self) -> &Vertex {
        self.vertex(self.lowest)
    }

    fn high(&self) -> &Vertex {
        self.vertex(self.highest)
    }

    /// Finds the best and the worst; among equals it keeps the best it had, then the first.
    fn find_ends(&mut self) {
        let (mut lowest, mut highest) = (self.lowest, self.lowest);
        for place in 0..=self.others.len() {
            let value = self.vertex(place).value;
            if value < self.vertex(lowest).value {
                lowest = place;
            }
            if value > self.vertex(highest).value {
                highest = place;
            }
        }
        (self.lowest, self.highest) = (lowest, highest);
    }

    fn replace_highest(&mut self, vertex: Vertex) {
        match self.highest.checked_sub(1) {
            None => self.first = vertex,
            Some(place) => {
                if let Some(other) = self.others.get_mut(place) {
                    *other = vertex;
                }
            }
        }
    }

    /// The middle of all vertices but the worst.
    fn middle(&self) -> Vec<f64> {
        let mut sums: Vec<f64> = self.high().point.iter().map(|it| -it).collect();
        for vertex in self.vertices() {
            for (sum, coordinate) in sums.iter_mut().zip(&vertex.point) {
                *sum += coordinate;
            }
        }
        let number = count(self.others.len());
        sums.into_iter().map(|it| it / number).collect()
    }

    /// Moves the worst point, or shrinks. False when shrinking no longer makes it smaller.
    fn step<E, F: FnMut(&[f64]) -> Result<f64, E>>(
        &mut self,
        walk: &mut Walk<F>,
    ) -> Result<bool, E> {
        let (low, high) = (self.low().value, self.high().value);
        let middle = self.middle();
        let reflected = walk.at(mixed(&middle, 2.0, &self.high().point, -1.0))?;
        if reflected.value < low {
            let extended = walk.at(mixed(&reflected.point, 2.0, &middle, -1.0))?;
            let is_better = extended.value < reflected.value;
            self.replace_highest(if is_better { extended } else { reflected });
            return Ok(true);
        }
        let is_worst = reflected.value >= high;
        if !is_worst {
            self.replace_highest(reflected);
        }
        let contracted = walk.at(mixed(&self.high().point, 0.5, &middle, 0.5))?;
        if contracted.value < self.high().value {
            self.replace_highest(contracted);
            return Ok(true);
        }
        if is_worst {
            return self.shrink(walk);
        }
        Ok(true)
    }

    /// Moves every vertex halfway to the best.
    fn shrink<E, F: FnMut(&[f64]) -> Result<f64, E>>(
        &mut self,
        walk: &mut Walk<F>,
    ) -> Result<bool, E> {
        let best = self.low().point.clone();
        let mut size = 0.0;
        let lowest = self.lowest;
        let all = std::iter::once(&mut self.first).chain(&mut self.others);
        for (_, vertex) in all.enumerate().filter(|(place, _)| *place != lowest) {
            let halfway = vertex
                .point
                .iter()
                .zip(&best)
                .map(|(it, to)| 0.5 * (it - to) + to);
            let point: Vec<f64> = halfway.collect();
            let edges = point.iter().zip(&best).map(|(it, to)| (it - to).abs());
            size += edges.sum::<f64>();
            *vertex = walk.at(point)?;
        }
        let is_smaller = size < self.size;
        self.size = size;
        Ok(is_smaller)
    }
}

fn mixed(x: &[f64], a: f64, y: &[f64], b: f64) -> Vec<f64> {
    x.iter().zip(y).map(|(x, y)| a * x + b * y).collect()
}

#[cfg(test)]
mod tests {
    use std::convert::Infallible;

    use super::*;

    const LIMITS: Limits = Limits {
        aim: f64::NEG_INFINITY,
        tolerance: 1e-8,
        evaluations: 500,
    };

    fn search(start: &[f64], limits: Limits, f: impl Fn(&[f64]) -> f64) -> Found {
        let found: Result<_, Infallible> = minimise(start, limits, |x| Ok(f(x)));
        found.unwrap()
    }

    /// Rosenbrock's banana: minimum 0 at (1, 1).
    fn banana(x: &[f64]) -> f64 {
        100.0 * (x[1] - x[0] * x[0]).powi(2) + (1.0 - x[0]).powi(2)
    }

    /// R 4: `optim(c(-1.2, 1), fr)` prints `$par 1.000260 1.000506`, `$value 8.825241e-08`, `$counts 195`.
    #[test]
    fn the_banana_is_descended_as_in_the_manual_of_r() {
        let tolerance = f64::EPSILON.sqrt();
        let found = search(
            &[-1.2, 1.0],
            Limits {
                tolerance,
                ..LIMITS
            },
            banana,
        );
        assert!((found.point[0] - 1.000_260).abs() < 5e-7, "{found:?}");
        assert!((found.point[1] - 1.000_506).abs() < 5e-7, "{found:?}");
        assert!((found.value - 8.825_241e-8).abs() < 5e-14, "{found:?}");
        assert_eq!((found.evaluations, found.is_at_rest), (195, true));
    }

    #[test]
    fn the_aim_ends_the_walk() {
        let found = search(&[-1.2, 1.0], Limits { aim: 0.5, ..LIMITS }, banana);
        assert!(found.value <= 0.5 && found.is_at_rest && found.evaluations < 195);
    }

    #[test]
    fn a_walk_without_evaluations_left_is_not_at_rest() {
        let found = search(
            &[-1.2, 1.0],
            Limits {
                evaluations: 20,
                ..LIMITS
            },
            banana,
        );
        assert!(!found.is_at_rest && found.value > 0.1, "{found:?}");
    }

    #[test]
    fn a_domain_is_not_left_and_a_start_of_zeros_moves() {
        let found = search(&[0.0], LIMITS, |x| {
            if x[0] < 0.0 {
                f64::NAN
            } else {
                (x[0] - 2.97).powi(2)
            }
        });
        assert!((found.point[0] - 2.97).abs() < 1e-3, "{found:?}");
        let none = search(&[], LIMITS, |_| 7.0);
        assert_eq!((none.value, none.is_at_rest), (7.0, true));
    }
}
