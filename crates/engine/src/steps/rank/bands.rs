//! Bands: A, B, C by score or by quota.

use serde::{Deserialize, Serialize};

use super::Rank;
use crate::numbers::count;

/// A band, from the best down. It has one of the three bounds; the last may have none.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Band {
    /// Its name.
    pub name: String,
    /// The score that is enough, inclusive.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at_least: Option<f64>,
    /// The share of the ranked units that it holds, above 0 and up to 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub share: Option<f64>,
    /// How many units it holds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub count: Option<u32>,
}

/// What is wrong with the bands of a rank step.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum BandFault {
    /// A band without a name.
    #[error("band number {number} (from 0) has no name: give it one")]
    NoName {
        /// Its place.
        number: usize,
    },
    /// A name given twice.
    #[error("band `{name}` stands twice: rename one")]
    Twice {
        /// The name.
        name: String,
    },
    /// More than one bound.
    #[error("band `{name}` has more than one of at_least, share and count: keep one")]
    Bounds {
        /// The band.
        name: String,
    },
    /// No bound, and more bands behind.
    #[error("band `{name}` takes the rest, and there are bands behind it: give it a bound")]
    Open {
        /// The band.
        name: String,
    },
    /// Bands by score beside bands by quota.
    #[error("some bands go by at_least and others by a quota: use one of the two")]
    Mixed,
    /// A score that is no lower than that of the band above.
    #[error(
        "band `{name}` begins at {at_least}, which is not below the band above: order them from the best down"
    )]
    NotFalling {
        /// The band.
        name: String,
        /// Its score.
        at_least: f64,
    },
    /// A share that is none.
    #[error(
        "band `{name}` holds a share of {share}: it must be above 0 and, with those above it, at most 1"
    )]
    Share {
        /// The band.
        name: String,
        /// Its share.
        share: f64,
    },
    /// Bands group by group without groups.
    #[error("bands_in_groups needs `groups`: name the grouping")]
    NoGroups,
}

/// Shares such as 0.1 + 0.2 reach 0.3 within this, and 0.29 of 100 units are 29.
const ROUNDING: f64 = 1e-9;

impl Band {
    fn bounds(&self) -> usize {
        usize::from(self.at_least.is_some())
            + usize::from(self.share.is_some())
            + usize::from(self.count.is_some())
    }
}

/// Everything that is wrong with the bands.
pub(super) fn faults(bands: &[Band]) -> Vec<BandFault> {
    let mut found = Vec::new();
    let (mut above, mut shares) = (f64::INFINITY, 0.0);
    for (number, band) in bands.iter().enumerate() {
        let name = || band.name.clone();
        if band.name.trim().is_empty() {
            found.push(BandFault::NoName { number });
        }
        if bands.iter().take(number).any(|it| it.name == band.name) {
            found.push(BandFault::Twice { name: name() });
        }
        match band.bounds() {
            0 if number + 1 < bands.len() => found.push(BandFault::Open { name: name() }),
            0 | 1 => {}
            _ => found.push(BandFault::Bounds { name: name() }),
        }
        if let Some(at_least) = band.at_least {
            if !at_least.is_finite() || at_least >= above {
                let name = name();
                found.push(BandFault::NotFalling { name, at_least });
            }
            above = at_least;
        }
        if let Some(share) = band.share {
            shares += share;
            if share.is_nan() || share <= 0.0 || shares > 1.0 + ROUNDING {
                let name = name();
                found.push(BandFault::Share { name, share });
            }
        }
    }
    let by_score = bands.iter().any(|band| band.at_least.is_some());
    let by_quota = bands
        .iter()
        .any(|it| it.share.is_some() || it.count.is_some());
    if by_score && by_quota {
        found.push(BandFault::Mixed);
    }
    found
}

impl Rank {
    /// The position of the band for a score with this competition rank among so many.
    pub(crate) fn band(&self, score: f64, rank: u32, ranked: usize) -> Option<usize> {
        let mut places = 0.0;
        self.bands.iter().position(|band| {
            if let Some(at_least) = band.at_least {
                return score >= at_least;
            }
            if band.bounds() == 0 {
                return true;
            }
            places += band.count.map_or(0.0, f64::from);
            places += band.share.map_or(0.0, |share| share * count(ranked));
            f64::from(rank) <= (places + ROUNDING).floor()
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn band(name: &str) -> Band {
        let name = name.to_owned();
        Band {
            name,
            ..Band::default()
        }
    }

    fn share(name: &str, share: f64) -> Band {
        Band {
            share: Some(share),
            ..band(name)
        }
    }

    fn at_least(name: &str, at_least: f64) -> Band {
        Band {
            at_least: Some(at_least),
            ..band(name)
        }
    }

    fn rank(bands: Vec<Band>) -> Rank {
        Rank {
            bands,
            ..Rank::default()
        }
    }

    #[test]
    fn scores_are_enough_inclusive() {
        let rank = rank(vec![at_least("A", 80.0), at_least("B", 60.0)]);
        let bands = [80.0, 79.9, 60.0, 59.9].map(|score| rank.band(score, 1, 4));
        assert_eq!(bands, [Some(0), Some(1), Some(1), None]);
    }

    #[test]
    fn quotas_add_up_and_are_never_rounded_up() {
        let three = rank(vec![share("A", 0.2), share("B", 0.3), band("C")]);
        // 12 units: 2.4 places, then 6.
        let bands = [1, 2, 3, 6, 7, 12].map(|place| three.band(0.0, place, 12));
        assert_eq!(bands, [0, 0, 1, 1, 2, 2].map(Some));
        // 0.29 of 100 are 29, whatever the product in floating point.
        let twenty_nine = rank(vec![share("A", 0.29)]);
        assert_eq!(twenty_nine.band(0.0, 29, 100), Some(0));
        assert_eq!(twenty_nine.band(0.0, 30, 100), None);
        // Nobody in a share of too few.
        assert_eq!(three.band(0.0, 1, 4), Some(1));
    }

    #[test]
    fn a_count_is_a_number_of_places() {
        let three = Band {
            count: Some(3),
            ..band("A")
        };
        let rank = rank(vec![three, band("B")]);
        assert_eq!(
            [3, 4].map(|place| rank.band(0.0, place, 9)),
            [Some(0), Some(1)]
        );
    }

    #[test]
    fn bands_that_make_no_sense_are_faults() {
        let both = Band {
            count: Some(1),
            ..share("A", 0.5)
        };
        let name = || "A".to_owned();
        assert_eq!(faults(&[both]), [BandFault::Bounds { name: name() }]);
        let open = faults(&[band("A"), at_least("B", 1.0)]);
        assert_eq!(open, [BandFault::Open { name: name() }]);
        let twice = faults(&[at_least("A", 2.0), at_least("A", 1.0)]);
        assert_eq!(twice, [BandFault::Twice { name: name() }]);
        let mixed = faults(&[at_least("A", 2.0), share("B", 0.5)]);
        assert_eq!(mixed, [BandFault::Mixed]);
        assert_eq!(faults(&[band(" ")]), [BandFault::NoName { number: 0 }]);
        assert_eq!(faults(&[at_least("B", 1.0), at_least("A", 1.0)]).len(), 1);
        assert_eq!(faults(&[share("A", f64::NAN)]).len(), 1);
        assert_eq!(faults(&[share("A", 0.6), share("B", 0.6)]).len(), 1);
        assert_eq!(
            faults(&[share("A", 0.7), share("B", 0.2), share("C", 0.1)]),
            []
        );
    }
}
