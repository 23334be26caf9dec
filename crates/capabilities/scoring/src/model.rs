//! The words of the capability.

use std::collections::{BTreeMap, HashSet};

use yanzhi_catalogue::{Catalogue, Framework, Indicator};
use yanzhi_engine::Index;
use yanzhi_figures::Count;
use yanzhi_kernel::{Code, Digest, Id, Text, Timestamp};
use yanzhi_organisations::{Directory, Strategy, Unit};

/// One computation of an index: what it rests on and the fingerprint of what came out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// Its id.
    pub id: Id<Run>,
    /// Whose strategy.
    pub strategy: Id<Strategy>,
    /// The published framework with its method.
    pub framework: Id<Framework>,
    /// The figures are those released and recorded by this moment.
    pub as_of: Timestamp,
    /// The fingerprint of the figures.
    pub data_version: Digest,
    /// The fingerprint of the result.
    pub content_hash: Digest,
    /// The engine that computed it.
    pub engine_version: String,
    /// When.
    pub created_at: Timestamp,
}

/// The version of the engine that is built in.
pub const ENGINE_VERSION: &str = env!("CARGO_PKG_VERSION");

/// A place of the result without a score, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gap {
    /// The period.
    pub period: String,
    /// The unit; `None` when it is all of them.
    pub unit: Option<String>,
    /// The node.
    pub node: String,
    /// Why, and what to do.
    pub why: Text,
}

/// What computing a run did.
#[derive(Clone, Debug)]
pub struct Computed {
    /// The run that stands now.
    pub run: Run,
    /// Whether it is new; otherwise the same result was there already.
    pub is_new: bool,
    /// Places without a score.
    pub gaps: Vec<Gap>,
}

/// A run with everything needed to read it.
#[derive(Debug)]
pub struct LoadedRun {
    /// The run.
    pub run: Run,
    /// The moment at which an embargo has to be over: that of the run, or of the question what was known once.
    pub released_at: Timestamp,
    /// The strategy.
    pub strategy: Strategy,
    /// Framework and method.
    pub framework: Framework,
    /// Indicators, calibers and sources.
    pub catalogue: Catalogue,
    /// Units and groups.
    pub directory: Directory,
    /// The result.
    pub index: Index,
    /// How many figures there are of each indicator, over all calibers.
    pub counts: BTreeMap<Id<Indicator>, Count>,
    /// Period and unit positions into whose scores a generated figure went.
    pub(crate) synthetic: HashSet<(usize, usize)>,
}

impl LoadedRun {
    /// The name of a node: its own, or its indicator's.
    pub fn node_name(&self, node: usize) -> Text {
        let Some(node) = self.index.nodes().get(node) else {
            return Text::default();
        };
        let written = self
            .framework
            .content
            .nodes
            .iter()
            .find(|it| it.code.as_str() == node.code);
        let own = written
            .map(|it| it.name.clone())
            .filter(|name| *name != Text::default());
        let indicator = || {
            let code: Code = node.indicator.as_ref()?.parse().ok()?;
            Some(self.catalogue.indicators.get(&code)?.details.name.clone())
        };
        own.or_else(indicator)
            .unwrap_or_else(|| Text::same(node.code.as_str()))
    }

    /// The indicator of a leaf.
    pub fn indicator(&self, node: usize) -> Option<&Indicator> {
        let code: Code = self
            .index
            .nodes()
            .get(node)?
            .indicator
            .as_ref()?
            .parse()
            .ok()?;
        self.catalogue.indicators.get(&code)
    }

    /// A unit of the result by its position.
    pub fn unit(&self, position: usize) -> Option<&Unit> {
        let code: Code = self.index.units().get(position)?.code.parse().ok()?;
        self.directory.units.get(&code)
    }

    /// Whether generated figures went into the scores of a unit in a period.
    pub fn is_synthetic(&self, period: usize, unit: usize) -> bool {
        self.synthetic.contains(&(period, unit))
    }
}
