//! The kernel of the weighted means: `Σ w·f(x) ÷ Σ w` over the children that have a score.
//!
//! Units are taken in blocks whose sums fit in the first cache; within a block every child's column is
//! read once, front to back. Nothing is allocated. The sum of a unit runs over the children in their
//! order, whatever the block, so the result depends on neither block size nor threads.

use super::rule::{Child, Given, shares_of};
use crate::column::PartMut;
use crate::error::{Fault, RowFault};

const BLOCK: usize = 256;

struct Sums {
    total: [f64; BLOCK],
    mass: [f64; BLOCK],
    have: [u32; BLOCK],
}

/// Writes `finish(Σ w·f(x) ÷ Σ w)` for every unit with at least `needed` children and some weight.
///
/// `f` is called for missing children too (with 0) when `TOTAL` is true: only for an `f` that is defined
/// there, and faster.
pub(crate) fn weighted<const TOTAL: bool>(
    children: &[Child<'_>],
    needed: usize,
    scores: &mut PartMut<'_>,
    f: impl Fn(f64) -> f64,
    finish: impl Fn(f64) -> f64,
) {
    let needed = u32::try_from(needed).unwrap_or(u32::MAX);
    let blocks = scores
        .values
        .chunks_mut(BLOCK)
        .zip(scores.present.chunks_mut(BLOCK));
    for (block, (values, present)) in blocks.enumerate() {
        let mut sums = Sums {
            total: [0.0; BLOCK],
            mass: [0.0; BLOCK],
            have: [0; BLOCK],
        };
        for child in children {
            add::<TOTAL>(&mut sums, child, block * BLOCK, values.len(), &f);
        }
        let sums = sums.total.iter().zip(&sums.mass).zip(&sums.have);
        for (((&total, &mass), &have), (value, present)) in
            sums.zip(values.iter_mut().zip(present.iter_mut()))
        {
            *present = have >= needed && mass > 0.0;
            *value = if *present { finish(total / mass) } else { 0.0 };
        }
    }
}

fn add<const TOTAL: bool>(
    sums: &mut Sums,
    child: &Child<'_>,
    start: usize,
    length: usize,
    f: &impl Fn(f64) -> f64,
) {
    let range = start..start + length;
    let values = child.cells.values.get(range.clone()).unwrap_or_default();
    let present = child.cells.present.get(range).unwrap_or_default();
    let sums = sums
        .total
        .iter_mut()
        .zip(&mut sums.mass)
        .zip(&mut sums.have);
    for (((total, mass), have), (&value, &present)) in sums.zip(values.iter().zip(present)) {
        let weight = if present { child.weight } else { 0.0 };
        if TOTAL || weight > 0.0 {
            *total += weight * f(value);
        }
        *mass += weight;
        *have += u32::from(present);
    }
}

/// Writes what `of` makes of the children that have a score, for every unit with at least `needed` of
/// them and some weight: for rules that need them all side by side.
pub(crate) fn by_unit(
    children: &[Child<'_>],
    needed: usize,
    scores: &mut PartMut<'_>,
    mut of: impl FnMut(&mut [Given], f64) -> Result<f64, Fault>,
) -> Result<(), RowFault> {
    let mut given: Vec<Given> = Vec::with_capacity(children.len());
    let cells = scores.values.iter_mut().zip(scores.present.iter_mut());
    for (row, (value, present)) in cells.enumerate() {
        given.clear();
        given.extend(children.iter().filter_map(|child| child.given(row)));
        let mass: f64 = given.iter().map(|it| it.weight).sum();
        *present = given.len() >= needed && mass > 0.0;
        *value = if *present {
            of(&mut given, mass).map_err(|fault| RowFault { row, fault })?
        } else {
            0.0
        };
    }
    Ok(())
}

/// The first child of a unit that has some weight and a score the rule cannot use.
pub(crate) fn culprit(
    children: &[Child<'_>],
    row: usize,
    is_bad: impl Fn(f64) -> bool,
) -> Option<(String, f64)> {
    let heavy = children.iter().filter(|child| child.weight > 0.0);
    let mut scores = heavy.filter_map(|child| Some((child, child.score(row)?)));
    let found = scores.find(|&(_, score)| is_bad(score));
    found.map(|(child, score)| (child.code.to_owned(), score))
}

/// Weight × ln score of each child over their sum; none where they cancel out or there is no logarithm.
pub(crate) fn log_shares(given: &[Given]) -> Option<Vec<f64>> {
    shares_of(given.iter().map(|child| {
        if child.weight > 0.0 {
            child.weight * libm::log(child.score)
        } else {
            0.0
        }
    }))
}
