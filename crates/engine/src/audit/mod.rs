//! The audit of a framework: do its indicators carry information, and do they belong together?
//!
//! [`audit`] looks at one data set of an [`Index`] in one period. Descriptive statistics and flags of
//! every indicator, correlations between indicators, with all nodes above and with denominators, pairs
//! that say the same twice (collinear) or the opposite inside a dimension, Cronbach's alpha and the
//! principal components of every group, and the availability of figures by unit and group. What cannot
//! be computed (a constant column, a single indicator, two units) is none.
//! [`strengths_and_weaknesses`] and [`unit_summary`] look at one unit.
//!
//! Correlations, alpha and components are of values that are better when higher: before the
//! normalisation an indicator of which less is better is multiplied by −1. Descriptive statistics and
//! the correlations with denominators are of the values as they stand.
//!
//! Sources: OECD/JRC *Handbook on Constructing Composite Indicators* (2008), step 4 (multivariate
//! analysis); COINr `get_stats`, `get_corr`, `get_corr_flags`, `get_denom_corr`, `get_cronbach`,
//! `get_PCA`, `get_data_avail`, `get_str_weak`, `get_unit_summary`.

mod availability;
mod correlations;
mod error;
mod groups;
mod indicators;
mod options;
mod standing;
mod view;

use serde::Serialize;

pub use availability::{GroupAvailability, UnitAvailability};
pub use correlations::{AncestorCorrelation, DenominatorCorrelation, Pair};
pub use error::AuditError;
pub use groups::GroupAudit;
pub use indicators::{Flags, IndicatorStatistics};
pub use options::AuditOptions;
pub use standing::{
    NodeStanding, Standing, StandingOptions, StrengthsAndWeaknesses, strengths_and_weaknesses,
    unit_summary,
};

use crate::frame::Frame;
use crate::index::Index;
use view::View;

/// What the audit of a framework found.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Audit {
    /// The data set that was looked at.
    pub step: String,
    /// The period.
    pub period: String,
    /// Descriptive statistics and flags, in tree order.
    pub indicators: Vec<IndicatorStatistics>,
    /// Every pair of indicators once, in tree order.
    pub correlations: Vec<Pair>,
    /// Every node with each node above it.
    pub ancestors: Vec<AncestorCorrelation>,
    /// Indicators that go with a column outside the framework, which might be their denominator.
    pub denominators: Vec<DenominatorCorrelation>,
    /// Pairs whose correlation is above the threshold: they count the same twice.
    pub collinear: Vec<Pair>,
    /// Pairs inside a dimension whose correlation is below the threshold: one works against the other.
    pub negative: Vec<Pair>,
    /// Alpha and components of every node with children.
    pub groups: Vec<GroupAudit>,
    /// Availability of figures by unit.
    pub units: Vec<UnitAvailability>,
}

/// Audits the framework of an index on one of its data sets. `frame` is the one the index was computed
/// from.
///
/// ```
/// use yanzhi_engine::{FrameBuilder, Framework, Indicator, Node, Unit, compute};
/// use yanzhi_engine::audit::{AuditOptions, audit};
///
/// let units = ["A", "B", "C", "D"].map(Unit::new).to_vec();
/// let indicators = ["RD", "PATENT"].map(Indicator::new).to_vec();
/// let mut frame = FrameBuilder::new(vec!["2023".into()], units, indicators)?;
/// for (unit, (rd, patent)) in [(1.0, 10.0), (2.0, 30.0), (3.0, 20.0), (4.0, 40.0)].into_iter().enumerate() {
///     frame.set(0, unit, 0, rd)?;
///     frame.set(0, unit, 1, patent)?;
/// }
/// let framework = Framework::new(vec![
///     Node::root("index"), Node::leaf("RD", "index", 1.0), Node::leaf("PATENT", "index", 1.0),
/// ])?;
/// let method = toml::from_str("[[steps]]\nstep = 'aggregate'\nrule = 'arithmetic'")?;
/// let frame = frame.build();
/// let index = compute(&frame, &framework, &method)?;
///
/// let found = audit(&frame, &index, &AuditOptions::default())?;
/// assert!((found.correlations[0].correlation.unwrap().value - 0.8).abs() < 1e-12);
/// assert_eq!(found.indicators[0].median, Some(2.5));
/// assert!((found.groups[0].components.as_ref().unwrap().explained[0] - 0.9).abs() < 1e-12);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// A data set or a period that is not there, or a threshold that is no number.
pub fn audit(frame: &Frame, index: &Index, options: &AuditOptions) -> Result<Audit, AuditError> {
    options.check()?;
    let view = View::of(frame, index, &options.step, options.period.as_deref())?;
    let correlations = correlations::between_indicators(&view, options.correlation);
    Ok(Audit {
        step: options.step.clone(),
        period: view.period_name().to_owned(),
        indicators: indicators::statistics(&view, options),
        ancestors: correlations::with_ancestors(&view, options.correlation),
        denominators: correlations::with_denominators(&view, frame, options),
        collinear: correlations::collinear(&correlations, options.collinear),
        negative: correlations::negative(&view, &correlations, options.negative),
        groups: groups::groups(&view),
        units: availability::units(&view),
        correlations,
    })
}

#[cfg(test)]
mod tests;
