//! How the units stand: ranks, ranks in groups, ties and bands.

use std::collections::BTreeMap;

use serde::Serialize;

use super::Index;
use crate::rank::{competition_ranks, dense_ranks};
use crate::steps::rank::Ties;

/// How a unit stands at a node in a period.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Standing {
    /// The rank among all units.
    pub rank: u32,
    /// How many other units have the same score.
    pub tied_with: u32,
    /// The rank in the unit's group, in the grouping of the rank step.
    pub rank_in_group: Option<u32>,
    /// The band of the rank step.
    pub band: Option<String>,
}

/// What is kept of a standing, by node and cell.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    rank: u32,
    tied_with: u32,
    in_group: Option<u32>,
    /// Position among the bands.
    band: Option<usize>,
}

impl Index {
    /// The rank among all units in the period.
    pub fn rank(&self, period: usize, node: usize, unit: usize) -> Option<u32> {
        self.place(period, node, unit).map(|place| place.rank)
    }

    /// The rank among the units of the same group, in the grouping that the rank step names.
    pub fn rank_in_group(&self, period: usize, node: usize, unit: usize) -> Option<u32> {
        self.place(period, node, unit)?.in_group
    }

    /// The band that the rank step puts the unit into.
    pub fn band(&self, period: usize, node: usize, unit: usize) -> Option<&str> {
        let band = self.place(period, node, unit)?.band?;
        self.rank.bands.get(band).map(|band| band.name.as_str())
    }

    /// Rank, ties, rank in the group and band together; none where there is no score.
    pub fn standing(&self, period: usize, node: usize, unit: usize) -> Option<Standing> {
        let place = self.place(period, node, unit)?;
        Some(Standing {
            rank: place.rank,
            tied_with: place.tied_with,
            rank_in_group: place.in_group,
            band: self.band(period, node, unit).map(str::to_owned),
        })
    }

    /// Places gained 进位 (positive) or lost 退位 (negative) against the period before in the panel;
    /// none in the first period and where either rank is missing.
    pub fn rank_change(&self, period: usize, node: usize, unit: usize) -> Option<i32> {
        let before = self.rank(period.checked_sub(1)?, node, unit)?;
        let now = self.rank(period, node, unit)?;
        i32::try_from(i64::from(before) - i64::from(now)).ok()
    }

    fn place(&self, period: usize, node: usize, unit: usize) -> Option<Place> {
        if unit >= self.units.len() {
            return None;
        }
        let row = period.checked_mul(self.units.len())?.checked_add(unit)?;
        let places = self.places.get(node)?.get_or_init(|| self.places_of(node));
        places.get(row).copied().flatten()
    }

    fn places_of(&self, node: usize) -> Vec<Option<Place>> {
        let groups = self.groups();
        let periods = 0..self.periods.len();
        let places = periods.flat_map(|period| {
            let units = 0..self.units.len();
            let scores: Vec<Option<f64>> =
                units.map(|unit| self.score(period, node, unit)).collect();
            self.places_among(&scores, &groups)
        });
        places.collect()
    }

    /// The positions of the units of each group, in the grouping of the rank step.
    fn groups(&self) -> Vec<Vec<usize>> {
        let mut groups: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        let Some(grouping) = &self.rank.groups else {
            return Vec::new();
        };
        for (position, unit) in self.units.iter().enumerate() {
            if let Some(group) = unit.groups.get(grouping) {
                groups.entry(group).or_default().push(position);
            }
        }
        groups.into_values().collect()
    }

    /// How units with these scores stand.
    fn places_among(&self, scores: &[Option<f64>], groups: &[Vec<usize>]) -> Vec<Option<Place>> {
        let competition = competition_ranks(scores);
        let shown = match self.rank.ties {
            Ties::Competition => competition.clone(),
            Ties::Dense => dense_ranks(scores),
        };
        let ranked = competition.iter().flatten().count();
        let mut sharing = vec![0_u32; scores.len() + 1];
        let slot = |rank: u32| usize::try_from(rank).unwrap_or(usize::MAX);
        for rank in competition.iter().flatten() {
            if let Some(sharing) = sharing.get_mut(slot(*rank)) {
                *sharing += 1;
            }
        }
        let cells = scores.iter().zip(competition.iter().zip(shown));
        let mut places: Vec<Option<Place>> = cells
            .map(|(score, (competition, shown))| {
                let (score, competition) = ((*score)?, (*competition)?);
                let sharing = sharing.get(slot(competition)).copied();
                Some(Place {
                    rank: shown?,
                    tied_with: sharing.unwrap_or(1).saturating_sub(1),
                    in_group: None,
                    band: self.rank.band(score, competition, ranked),
                })
            })
            .collect();
        for group in groups {
            self.place_in_group(scores, group, &mut places);
        }
        if self.rank.bands_in_groups {
            let without = places.iter_mut().flatten();
            let without = without.filter(|place| place.in_group.is_none());
            without.for_each(|place| place.band = None);
        }
        places
    }

    fn place_in_group(
        &self,
        scores: &[Option<f64>],
        group: &[usize],
        places: &mut [Option<Place>],
    ) {
        let of = |unit: &usize| scores.get(*unit).copied().flatten();
        let own: Vec<Option<f64>> = group.iter().map(of).collect();
        let competition = competition_ranks(&own);
        let shown = match self.rank.ties {
            Ties::Competition => competition.clone(),
            Ties::Dense => dense_ranks(&own),
        };
        let ranked = competition.iter().flatten().count();
        let ranks = own.iter().zip(competition.iter().zip(shown));
        for (unit, (score, (competition, shown))) in group.iter().zip(ranks) {
            let Some(Some(place)) = places.get_mut(*unit) else {
                continue;
            };
            place.in_group = shown;
            if let (true, Some(score), Some(rank)) = (self.rank.bands_in_groups, score, competition)
            {
                place.band = self.rank.band(*score, *rank, ranked);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{flat, method};
    use crate::{ComputeError, FrameBuilder, Index, Indicator, MethodError, Unit, compute};

    const ROOT: usize = 0;

    /// Six units, of coast and plain and one of neither, two of them level and one without a score.
    fn index(rank: &str) -> Result<Index, ComputeError> {
        let groups = ["coast", "plain", "coast", "plain", "", "coast"];
        let unit = |(place, group): (usize, &&str)| {
            let mut unit = Unit::new(format!("u{place}"));
            if !group.is_empty() {
                unit.groups.insert("where".into(), (*group).to_owned());
            }
            unit
        };
        let units = groups.iter().enumerate().map(unit).collect();
        let indicators = vec![Indicator::new("RD")];
        let mut frame = FrameBuilder::new(vec!["2023".into()], units, indicators).unwrap();
        for (unit, score) in [50.0, 70.0, 70.0, 90.0, 80.0].into_iter().enumerate() {
            frame.set(0, unit, 0, score).unwrap();
        }
        let text = format!(
            "[[steps]]\nstep = 'aggregate'\nrule = 'arithmetic'\n[[steps]]\nstep = 'rank'\n{rank}"
        );
        compute(&frame.build(), &flat(&[("RD", 1.0)]), &method(&text))
    }

    fn by_unit<T>(of: impl Fn(usize) -> T) -> [T; 6] {
        [0, 1, 2, 3, 4, 5].map(of)
    }

    #[test]
    fn groups_are_ranked_among_themselves() {
        let index = index("groups = 'where'").unwrap();
        let ranks = by_unit(|unit| index.rank(0, ROOT, unit));
        assert_eq!(ranks, [Some(5), Some(3), Some(3), Some(1), Some(2), None]);
        let in_group = by_unit(|unit| index.rank_in_group(0, ROOT, unit));
        assert_eq!(in_group, [Some(2), Some(2), Some(1), Some(1), None, None]);
        let tied = by_unit(|unit| index.standing(0, ROOT, unit).map(|it| it.tied_with));
        assert_eq!(tied, [Some(0), Some(1), Some(1), Some(0), Some(0), None]);
    }

    #[test]
    fn units_that_share_the_last_place_of_a_band_are_all_in_it() {
        let index = index("bands = [{ name = 'A', share = 0.6 }, { name = 'B' }]").unwrap();
        // Three of five places; ranks 3 and 3 both reach the third.
        let bands = by_unit(|unit| index.band(0, ROOT, unit));
        assert_eq!(
            bands,
            [Some("B"), Some("A"), Some("A"), Some("A"), Some("A"), None]
        );
    }

    #[test]
    fn bands_by_group_count_the_units_of_the_group() {
        let text = "groups = 'where'\nbands_in_groups = true\n\
                    bands = [{ name = 'A', count = 1 }, { name = 'B' }]";
        let index = index(text).unwrap();
        let bands = by_unit(|unit| index.band(0, ROOT, unit));
        assert_eq!(
            bands,
            [Some("B"), Some("B"), Some("A"), Some("A"), None, None]
        );
    }

    #[test]
    fn slips_are_named() {
        let error = index("groups = 'were'").unwrap_err();
        let ComputeError::Method(faults) = &error else {
            panic!("{error}")
        };
        let [MethodError::UnknownGrouping { nearest, .. }] = &faults.0[..] else {
            panic!("{error}")
        };
        assert_eq!(nearest.as_deref(), Some("where"));
        let error = index("bands_in_groups = true\nbands = [{ name = '' }]").unwrap_err();
        let message = error.to_string();
        assert!(
            message.contains("band number 0 (from 0) has no name"),
            "{message}"
        );
        assert!(message.contains("name the grouping"), "{message}");
    }
}
