//! How often one unit stands before another: every pair of units over all replicates.

use std::num::NonZeroU32;

use crate::error::ComputeError;
use crate::workers::Workers;

/// How two units fared against each other.
#[derive(Clone, Copy)]
struct Record {
    wins: u32,
    losses: u32,
    /// Replicates that rank both.
    both: u32,
}

/// The share of the replicates that rank both units in which the first stands before the second, by
/// units; none where no replicate ranks both, and of a unit against itself.
pub(super) fn beats(
    by_unit: &[Vec<Option<NonZeroU32>>],
    workers: &Workers,
) -> Result<Vec<Vec<Option<f64>>>, ComputeError> {
    let plain: Vec<Vec<u32>> = by_unit
        .iter()
        .map(|ranks| {
            let ranks = ranks.iter();
            ranks.map(|rank| rank.map_or(0, NonZeroU32::get)).collect()
        })
        .collect();
    // A pair is looked at once, by the first of the two.
    let records = workers.map((0..plain.len()).collect(), |first: usize| {
        let own = plain.get(first).map_or(&[][..], Vec::as_slice);
        let rivals = plain.iter().skip(first + 1);
        Ok(rivals.map(|rival| record(own, rival)).collect::<Vec<_>>())
    })?;
    let mut beats = vec![vec![None; plain.len()]; plain.len()];
    for (first, rivals) in records.into_iter().enumerate() {
        for (second, record) in (first + 1..).zip(rivals) {
            let share = |of: u32| (record.both > 0).then(|| f64::from(of) / f64::from(record.both));
            put(&mut beats, first, second, share(record.wins));
            put(&mut beats, second, first, share(record.losses));
        }
    }
    Ok(beats)
}

fn put(beats: &mut [Vec<Option<f64>>], row: usize, column: usize, share: Option<f64>) {
    if let Some(place) = beats.get_mut(row).and_then(|row| row.get_mut(column)) {
        *place = share;
    }
}

/// Ranks of 0 are missing. Without branches, so that several replicates are compared at once.
fn record(own: &[u32], rival: &[u32]) -> Record {
    let (mut wins, mut losses, mut both) = (0, 0, 0);
    for (&own, &rival) in own.iter().zip(rival) {
        let is_both = u32::from(own != 0) & u32::from(rival != 0);
        both += is_both;
        wins += is_both & u32::from(own < rival);
        losses += is_both & u32::from(rival < own);
    }
    Record { wins, losses, both }
}
