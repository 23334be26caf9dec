//! Which weights may be.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::shares::Shares;
use crate::index::Index;
use crate::what_if::WhatIfError;
use crate::what_if::focus::{code_of, node_of};

/// Which weights may be. By default any: every share from 0 to 1.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct WeightBounds {
    /// How far a share may be from what it is, as a part of itself: 0.25 allows from three to five quarters
    /// of it (and never more than 1). None: anything from 0 to 1.
    pub spread: Option<f64>,
    /// The limits of single nodes, in place of the spread.
    pub nodes: BTreeMap<String, ShareBounds>,
    /// Siblings of which one weighs no less than the other.
    pub order: Vec<Order>,
}

/// The limits of a share.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ShareBounds {
    /// The smallest, from 0.
    pub least: f64,
    /// The largest, to 1.
    pub most: f64,
}

/// One sibling weighs no less than another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Order {
    /// The one that weighs no less.
    pub heavier: String,
    /// The other.
    pub lighter: String,
}

impl WeightBounds {
    /// Every share within this part of itself.
    pub fn within(spread: f64) -> Self {
        Self {
            spread: Some(spread),
            ..Self::default()
        }
    }

    /// Refuses bounds that are none or of nodes that there are not.
    pub(super) fn check(&self, index: &Index) -> Result<(), WhatIfError> {
        if let Some(spread) = self.spread.filter(|it| !(it.is_finite() && *it >= 0.0)) {
            return Err(WhatIfError::Spread { spread });
        }
        for (code, limits) in &self.nodes {
            limits.check(index, code)?;
        }
        self.order.iter().try_for_each(|order| order.check(index))
    }

    /// The shares that the children of a node may have.
    pub(super) fn under(&self, index: &Index, parent: usize) -> Result<Shares, WhatIfError> {
        let children = index.framework().children(parent);
        let weight = |child: usize| index.weight(child).unwrap_or_default();
        let total: f64 = children.iter().map(|child| weight(*child)).sum();
        let limits = children.iter().map(|&child| {
            let own = self.nodes.get(code_of(index, child));
            let share = weight(child) / total;
            own.copied().unwrap_or_else(|| match self.spread {
                Some(spread) => ShareBounds {
                    least: (share * (1.0 - spread)).max(0.0),
                    most: (share * (1.0 + spread)).min(1.0),
                },
                None => ShareBounds {
                    least: 0.0,
                    most: 1.0,
                },
            })
        });
        let place = |code: &str| children.iter().position(|it| code_of(index, *it) == code);
        let order = self.order.iter().filter_map(|it| {
            let (heavier, lighter) = (place(&it.heavier)?, place(&it.lighter)?);
            Some((heavier, lighter))
        });
        Shares::new(limits.collect(), order.collect(), code_of(index, parent))
    }
}

impl ShareBounds {
    fn check(&self, index: &Index, code: &str) -> Result<(), WhatIfError> {
        let node = code.to_owned();
        if node_of(index, code)? == index.framework().root() {
            return Err(WhatIfError::WeightOfRoot { node });
        }
        let &Self { least, most } = self;
        if 0.0 <= least && least <= most && most <= 1.0 {
            return Ok(());
        }
        Err(WhatIfError::ShareBounds { node, least, most })
    }
}

impl Order {
    fn check(&self, index: &Index) -> Result<(), WhatIfError> {
        let framework = index.framework();
        let heavier = node_of(index, &self.heavier)?;
        let lighter = node_of(index, &self.lighter)?;
        let parent = framework.parent(heavier);
        if heavier != lighter && parent.is_some() && parent == framework.parent(lighter) {
            return Ok(());
        }
        Err(WhatIfError::NotSiblings {
            heavier: self.heavier.clone(),
            lighter: self.lighter.clone(),
        })
    }
}
