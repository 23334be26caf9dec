//! Correlation-optimised weights: set so that every child is equally correlated with the index, or as one
//! asks for; a nominal weight says little about influence when children vary and correlate differently.
//!
//! `r(i)` is the correlation of child i with the index under the weights. `aim = "balance"` looks for
//! weights under which `r(i) ÷ Σ r` are the desired shares, minimising `ln(Σ (desired − obtained)² ÷ k)`;
//! `aim = "infomax"` for those that maximise `Σ r`. The search is that of Nelder and Mead, from the desired
//! shares (infomax: from the framework's weights); for balance it ends within the `gap`, and where it gets
//! stuck before, damped least squares (Levenberg and Marquardt) go on over the logarithms of the weights.
//! Sources: W. Becker, M. Saisana, P. Paruolo and I. Vandecasteele (2017), Weights and
//! importance in composite indicators: closing the gap, *Ecological Indicators* 80, in its linear form;
//! COINr `get_opt_weights`.
//!
//! | parameter | meaning | default |
//! |---|---|---|
//! | `aim` | `"balance"`, `"infomax"` | `"balance"` |
//! | `importance` | the desired ratio of correlations, by child | 1 each |
//! | `with` | `"parent"`: with the score of the node above; `"index"`: with that of the root, all nodes of the level at once | `"parent"` |
//! | `correlation` | `"pearson"`, `"spearman"`, `"kendall"` | `"pearson"` |
//! | `gap` | balance: how far obtained shares may be from the desired, as a root mean square | 1e-9 |
//! | `tolerance` | infomax: the search stops when its points agree to this, relative | 1e-8 |
//! | `evaluations` | how many sets of weights may be tried | 20000 |
//! | `scope` | the periods: `"all_periods"`, `{ base = "2019" }` | `"all_periods"` |
//!
//! Correlations are over the rows that have both. With `"index"` the weights above the level must not be
//! computed from figures. That the gap is not reached is an error: a child that runs against its siblings
//! cannot be balanced by a weight of 0 or more. So is a child with the same score everywhere.
//!
//! ```
//! # use yanzhi_engine::*;
//! let method: Method = toml::from_str(r#"
//!     [[steps]]
//!     step = "weight"
//!     rule = "correlation"
//!     [[steps]]
//!     step = "aggregate"
//!     rule = "arithmetic"
//! "#)?;
//! let mut frame = FrameBuilder::new(
//!     vec!["2023".into()],
//!     ["A", "B", "C", "D"].map(Unit::new).to_vec(),
//!     vec![Indicator::new("RD"), Indicator::new("STAFF")],
//! )?;
//! // STAFF varies twice as much as RD: under equal weights it would decide the index.
//! for (unit, [rd, staff]) in [[1.0, 2.0], [2.0, 6.0], [3.0, 4.0], [4.0, 8.0]].iter().enumerate() {
//!     frame.set(0, unit, 0, *rd)?;
//!     frame.set(0, unit, 1, *staff)?;
//! }
//! let framework = Framework::new(vec![
//!     Node::root("index"),
//!     Node::leaf("RD", "index", 1.0),
//!     Node::leaf("STAFF", "index", 1.0),
//! ])?;
//! let index = compute(&frame.build(), &framework, &method)?;
//! assert!((index.weight(1).unwrap() - 2.0 / 3.0).abs() < 1e-6);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod search;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::report::WeightScope;
use super::rule::{Family, Level, Rule, Siblings, Weighed};
use crate::error::ComputeError;
use crate::method::{MethodError, ParameterFault};
use crate::statistics::Correlate;
use crate::suggest::nearest;
use search::{Search, divided};

/// Weights found by the correlations they lead to; see the [module](self).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Correlation {
    /// What is looked for. Default: balance.
    pub aim: Aim,
    /// The desired ratio of correlations by child; 1 for those not named.
    pub importance: BTreeMap<String, f64>,
    /// What the children are correlated with. Default: the node above.
    pub with: With,
    /// Which correlation. Default: Pearson's.
    pub correlation: Correlate,
    /// How far obtained shares may be from the desired. Default 1e-9.
    pub gap: f64,
    /// The relative tolerance of the search for infomax. Default 1e-8.
    pub tolerance: f64,
    /// How many sets of weights may be tried. Default 20000.
    pub evaluations: u32,
    /// The periods whose scores count. Default: all.
    pub scope: WeightScope,
}

/// What correlation-optimised weights look for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Aim {
    /// Correlations in the desired ratio.
    #[default]
    Balance,
    /// The largest sum of correlations.
    Infomax,
}

/// What children are correlated with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum With {
    /// The score of the node above.
    #[default]
    Parent,
    /// The score of the root.
    Index,
}

impl Default for Correlation {
    fn default() -> Self {
        Self {
            aim: Aim::default(),
            importance: BTreeMap::new(),
            with: With::default(),
            correlation: Correlate::default(),
            gap: 1e-9,
            tolerance: 1e-8,
            evaluations: 20_000,
            scope: WeightScope::default(),
        }
    }
}

impl Rule for Correlation {
    fn word(&self) -> &'static str {
        "correlation"
    }

    fn reads_figures(&self) -> bool {
        true
    }

    fn scope(&self) -> &WeightScope {
        &self.scope
    }

    fn needs_weights_above(&self) -> bool {
        self.with == With::Index
    }

    fn check(&self, families: &[Family<'_>], step: &str, faults: &mut Vec<MethodError>) {
        let known = || families.iter().flat_map(|it| it.children.iter().copied());
        for code in self
            .importance
            .keys()
            .filter(|code| !known().any(|it| it == *code))
        {
            faults.push(MethodError::UnknownNode {
                step: step.to_owned(),
                rule: self.word(),
                node: code.clone(),
                nearest: nearest(code, known()),
            });
        }
        let importance = self.importance.values().map(|it| ("importance", *it));
        let more = [
            ("gap", self.gap),
            ("tolerance", self.tolerance),
            ("evaluations", f64::from(self.evaluations)),
        ];
        let wrong = importance
            .chain(more)
            .filter_map(|(name, value)| ParameterFault::unless_positive(name, value));
        faults.extend(wrong.map(|fault| MethodError::Parameter {
            step: step.to_owned(),
            rule: self.word(),
            indicator: None,
            fault,
        }));
    }

    fn weigh(&self, siblings: &Siblings<'_>) -> Result<Weighed, ComputeError> {
        if siblings.children.len() == 1 {
            return Ok(Weighed::only_child());
        }
        let search = Search::new(self, siblings, &[siblings])?;
        let found = search.run(&|weights| (siblings.score)(weights))?;
        let weighed = search.families(&found, &[siblings])?;
        Ok(weighed.into_iter().next().unwrap_or_default())
    }

    fn weigh_level(&self, level: &Level<'_>) -> Result<Vec<Weighed>, ComputeError> {
        if self.with == With::Parent {
            return level.families.iter().map(|it| self.weigh(it)).collect();
        }
        let families: Vec<&Siblings<'_>> = level.families.iter().collect();
        let Some(first) = families.first() else {
            return Ok(Vec::new());
        };
        let search = Search::new(self, first, &families)?;
        let found = search.run(&|weights| (level.root)(&divided(weights, &families)))?;
        search.families(&found, &families)
    }
}

#[cfg(test)]
mod tests;
