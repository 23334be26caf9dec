//! Rank: orders the units by their scores, at every node and in every period, and puts them into groups
//! and bands. A method without this step is ranked by the defaults.
//!
//! Competition ranks ("1224") count the units ahead: equal scores share the best rank and the next ranks
//! are left out. Dense ranks ("1223") count the different scores ahead. Equal means equal to the last bit.
//! Units without a score have no rank and count for nobody. With `groups`, each unit has a second rank
//! among the units of its group in that grouping of the frame; a unit without a group there has none.
//! Source: OECD/JRC *Handbook* (2008), step 9; COINr `get_results` (`use = "ranks"`, `"groupranks"`).
//!
//! | parameter | meaning | default |
//! |---|---|---|
//! | `ties` | `"competition"` or `"dense"` | `"competition"` |
//! | `groups` | the grouping of the units that are also ranked among themselves | none |
//! | `bands` | bands from the best down, see below | none |
//! | `bands_in_groups` | fill the bands group by group, by the ranks in it | `false` |
//!
//! A band has a `name` and either `at_least`, the score that is enough (inclusive), or a quota: a `share`
//! of the units ranked, or a `count` of them; the last may have neither and takes the rest. All bands of a
//! step go by score or all by quota. Quotas add up from the top, and the places of a band are the whole
//! part of the sum: "at most 20 %" never becomes more by rounding. **Ties at a quota:** a unit is in the
//! first band whose places reach its competition rank, so units that share the last place of a band are
//! all in it, and the next band has as many places fewer.
//!
//! ```
//! # use yanzhi_engine::*;
//! let mut frame = FrameBuilder::new(
//!     vec!["2023".into()],
//!     ["A", "B", "C", "D"].map(Unit::new).into(),
//!     vec![Indicator::new("RD")],
//! )?;
//! for (unit, score) in [90.0, 70.0, 70.0, 50.0].into_iter().enumerate() {
//!     frame.set(0, unit, 0, score)?;
//! }
//! let framework = Framework::new(vec![Node::root("index"), Node::leaf("RD", "index", 1.0)])?;
//! let method: Method = toml::from_str(r#"
//!     [[steps]]
//!     step = "aggregate"
//!     rule = "arithmetic"
//!     [[steps]]
//!     step = "rank"
//!     ties = "dense"
//!     bands = [{ name = "A", share = 0.5 }, { name = "B" }]
//! "#)?;
//! let index = compute(&frame.build(), &framework, &method)?;
//! assert_eq!([0, 1, 2, 3].map(|unit| index.rank(0, 0, unit)), [Some(1), Some(2), Some(2), Some(3)]);
//! // Two places; C shares the second with B.
//! assert_eq!([0, 1, 2, 3].map(|unit| index.band(0, 0, unit)), [Some("A"), Some("A"), Some("A"), Some("B")]);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod bands;

use serde::{Deserialize, Serialize};

pub use bands::{Band, BandFault};

use super::{Run, Setting};
use crate::error::ComputeError;
use crate::method::{MethodError, ReadError, Table};
use crate::suggest::nearest;
use crate::work::Work;
use crate::workers::Workers;

/// Orders the units by their scores; see the [module](self).
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct Rank {
    /// What equal scores get.
    pub ties: Ties,
    /// The grouping whose groups are ranked among themselves as well.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub groups: Option<String>,
    /// Bands from the best down.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub bands: Vec<Band>,
    /// Fill the bands group by group.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub bands_in_groups: bool,
}

/// What ranks equal scores get.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Ties {
    /// 1, 2, 2, 4: equal scores share the best rank, and the next counts those before it.
    #[default]
    Competition,
    /// 1, 2, 2, 3: equal scores share a rank, and the next follows it.
    Dense,
}

impl Rank {
    pub(super) fn read(mut table: Table) -> Result<Self, ReadError> {
        let bands = table.tables("bands")?.into_iter();
        let bands = bands.map(|band| band.read(&[]));
        let known = ["step", "ties", "groups", "bands", "bands_in_groups"];
        let rank = Self {
            bands: bands.collect::<Result<_, _>>()?,
            ties: table.take("ties")?.unwrap_or_default(),
            groups: table.take("groups")?,
            bands_in_groups: table.take("bands_in_groups")?.unwrap_or_default(),
        };
        table.end(&known)?;
        Ok(rank)
    }
}

impl Run for Rank {
    fn check(&self, setting: &Setting<'_>, label: &str, faults: &mut Vec<MethodError>) {
        let units = setting.frame.units();
        let known = units
            .iter()
            .flat_map(|unit| unit.groups.keys().map(String::as_str));
        if let Some(grouping) = &self.groups
            && !known.clone().any(|it| it == grouping)
        {
            faults.push(MethodError::UnknownGrouping {
                step: label.to_owned(),
                grouping: grouping.clone(),
                nearest: nearest(grouping, known),
            });
        }
        let mut found = bands::faults(&self.bands);
        if self.bands_in_groups && self.groups.is_none() {
            found.push(BandFault::NoGroups);
        }
        faults.extend(found.into_iter().map(|fault| MethodError::Band {
            step: label.to_owned(),
            fault,
        }));
    }

    fn run(
        &self,
        work: &mut Work<'_>,
        _label: &str,
        _workers: &Workers,
    ) -> Result<(), ComputeError> {
        work.rank = self.clone();
        Ok(())
    }
}
