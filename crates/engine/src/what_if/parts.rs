//! Which nodes of the tree a question is asked about.

use serde::{Deserialize, Serialize};

use super::WhatIfError;
use super::focus::unknown_node;
use crate::framework::{Framework, Node};

/// Which nodes a question is asked about, one after the other.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Parts {
    /// Every indicator.
    #[default]
    Indicators,
    /// Every node of a level: 1 for those directly under the index.
    Level(usize),
    /// Every node but the index itself.
    Every,
    /// Those named.
    Named(Vec<String>),
}

impl Parts {
    /// Their codes, in tree order (as named).
    pub(super) fn codes(&self, framework: &Framework) -> Result<Vec<String>, WhatIfError> {
        let is_asked = |position: usize, node: &Node| match self {
            Self::Indicators => node.indicator.is_some(),
            Self::Level(asked) => framework.level(position) == Some(*asked),
            Self::Every => position != framework.root(),
            Self::Named(_) => false,
        };
        let codes = || framework.nodes().iter().map(|node| node.code.as_str());
        if let Self::Named(asked) = self {
            let unknown = asked.iter().find(|it| framework.position(it).is_none());
            return unknown.map_or_else(|| Ok(asked.clone()), |it| Err(unknown_node(it, codes())));
        }
        let nodes = framework.nodes().iter().enumerate();
        let found: Vec<String> = nodes
            .filter(|(position, node)| is_asked(*position, node))
            .map(|(_, node)| node.code.clone())
            .collect();
        match self {
            Self::Level(level) if found.is_empty() => {
                let levels = (0..framework.nodes().len()).filter_map(|it| framework.level(it));
                Err(WhatIfError::UnknownLevel {
                    level: *level,
                    deepest: levels.max().unwrap_or_default(),
                })
            }
            _ => Ok(found),
        }
    }
}
