//! The index engine: from figures to scores, ranks and explanations.
//!
//! A [`Frame`] holds the figures (periods × units × indicators, some missing), a [`Framework`] the tree
//! of the index (index → dimension → … → indicator, with weights), a [`Method`] the steps in their order
//! (denominate, screen, impute, treat, normalise, weight, aggregate, adjust, rank), readable from TOML or
//! JSON. [`compute`] gives an [`Index`]: scores and ranks at every node, their change against the period
//! before, every data set in between, a log of every figure that was imputed or treated, the reason for
//! every missing score, and [`Index::explain`], which takes any score apart down to the figures. The rules, each with formula, source and parameters, are in [`steps`].
//!
//! The library is pure: no files, no clock, no environment, no chance. The same frame, framework and
//! method give the same bytes ([`Index::write_canonical`]) on any machine and with any number of
//! threads: logarithms and exponentials are computed in software, sums run in a fixed order, results
//! are placed by position. A missing value is an absence, never a NaN; what cannot be computed is an
//! error that names the unit, the indicator, the period, the step, the rule and the remedy.
//!
//! ```
//! use yanzhi_engine::{FrameBuilder, Framework, Indicator, Method, Node, Unit, compute};
//!
//! let mut frame = FrameBuilder::new(
//!     vec!["2022".into(), "2023".into()],
//!     vec![Unit::new("Haishu"), Unit::new("Yinzhou")],
//!     vec![Indicator::new("RD_GDP"), Indicator::new("ENERGY").lower_is_better()],
//! )?;
//! for (period, unit, indicator, value) in [
//!     (0, 0, 0, 2.0), (0, 0, 1, 0.50), (0, 1, 0, 2.4), (0, 1, 1, 0.40),
//!     (1, 0, 0, 2.5), (1, 0, 1, 0.32), (1, 1, 0, 2.3), (1, 1, 1, 0.40),
//! ] {
//!     frame.set(period, unit, indicator, value)?;
//! }
//! let framework = Framework::new(vec![
//!     Node::root("index"),
//!     Node::leaf("RD_GDP", "index", 3.0),
//!     Node::leaf("ENERGY", "index", 1.0),
//! ])?;
//! let method: Method = toml::from_str(r#"
//!     [[steps]]
//!     step = "normalise"
//!     rule = "standard_ratio"
//!     [steps.indicators]
//!     RD_GDP = { standard = 2.5 }
//!     ENERGY = { standard = 0.32 }
//!
//!     [[steps]]
//!     step = "aggregate"
//!     rule = "arithmetic"
//! "#)?;
//!
//! let index = compute(&frame.build(), &framework, &method)?;
//! let (year, root, haishu) = (1, 0, 0);
//! assert_eq!(index.score(year, root, haishu), Some(100.0));
//! assert_eq!(index.rank(year, root, haishu), Some(1));
//! assert_eq!(index.rank_change(year, root, haishu), Some(1)); // one place gained
//!
//! let explained = index.explain(year, haishu);
//! assert_eq!(explained[1].contribution, Some(75.0));
//! assert_eq!(explained[1].stages[0].value, Some(2.5)); // the figure
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
#![warn(missing_docs)]

pub mod audit;
mod column;
mod compute;
mod dataset;
mod error;
mod frame;
mod framework;
mod index;
mod levenberg_marquardt;
mod linear_programme;
mod method;
mod missing;
mod nelder_mead;
mod numbers;
mod progress;
mod rank;
pub mod robustness;
pub mod sensitivity;
pub mod statistics;
pub mod steps;
mod suggest;
#[cfg(test)]
mod testing;
pub mod what_if;
mod work;
mod workers;

pub use column::{Column, Part};
pub use compute::{compute, compute_with};
pub use dataset::{ChangeKind, DataSet, Parameter};
pub use error::{ComputeError, Fault, Place};
pub use frame::{Direction, Frame, FrameBuilder, FrameError, Indicator, Unit};
pub use framework::{Framework, FrameworkError, FrameworkErrors, Node};
pub use index::{Aggregation, Change, Changed, Gap, Index, NodeExplanation, Stage, Standing};
pub use method::{Method, MethodError, MethodErrors, ParameterFault, ReadError};
pub use missing::Missing;
pub use progress::{Cancelled, Progress};
pub use rank::{competition_ranks, dense_ranks};
pub use steps::{
    Basis, ChildWeight, JudgementFault, Step, WeightFigures, WeightReport, WeightScope,
    WeightWarning,
};
pub use workers::Options;
