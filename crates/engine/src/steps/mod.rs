//! The steps of a method. Each is a folder or a file; each rule of a step is one small file.
//!
//! To add a rule to a step: one file with its structure and its `Rule`, one variant in the step's
//! enum, one line where the enum reads it and one where it hands it on. To add a step: one file with
//! its structure and its `Run`, one variant here and the two lines below it.

pub mod adjust;
pub mod aggregate;
pub mod denominate;
pub mod impute;
pub mod normalise;
pub mod rank;
mod scope;
pub mod screen;
pub mod treat;
pub mod weight;

use serde::Serialize;

pub use adjust::{Adjust, AdjustFault, AdjustedItem, Adjustment};
pub use aggregate::{Aggregate, AggregateRule, Arithmetic, Basis, Geometric, LevelRule};
pub(crate) use aggregate::{Child, Found, Opened};
pub use denominate::{Denominate, Denominator};
pub use impute::{Impute, ImputeFault, ImputeRule};
pub use normalise::{
    BaseOf, Beyond, Borda, Change, DistanceToMax, DistanceToReference, DistanceToTarget, Efficacy,
    First, FractionOfMax, Goalposts, GrowthScore, IndexNumber, Inverse, Join, LevelProgress,
    MinMax, Normalise, NormaliseRule, PercentileRank, Piecewise, PositionScore, RankScore, Scaled,
    ScheduleProgress, StandardRatio, TargetCompletion, ZScore,
};
pub use rank::{Band, BandFault, Rank, Ties};
pub use scope::Scope;
pub use screen::{Screen, ScreenCause, Screening};
pub use treat::{ColumnTreatment, Treat, TreatRule, Treatment};
pub use weight::{
    ChildWeight, Equal, Given, JudgementFault, Weight, WeightFigures, WeightLevel, WeightReport,
    WeightRule, WeightScope, WeightWarning,
};

use crate::error::ComputeError;
use crate::frame::{Frame, Indicator};
use crate::framework::Framework;
use crate::method::{MethodError, ReadError, Table};
use crate::suggest::nearest;
use crate::work::Work;
use crate::workers::Workers;

/// One step of a method.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "step", rename_all = "snake_case")]
#[non_exhaustive]
pub enum Step {
    /// Divides figures by others, such as spending by GDP.
    Denominate(Denominate),
    /// Leaves out units with too few figures.
    Screen(Screen),
    /// Puts figures in the place of missing ones.
    Impute(Impute),
    /// Tames outliers.
    Treat(Treat),
    /// Puts figures on a common scale on which higher is better.
    Normalise(Normalise),
    /// Sets the weight of every node among its siblings.
    Weight(Weight),
    /// Makes the scores of the nodes from those of their children.
    Aggregate(Aggregate),
    /// Adds bonus and takes off penalty points.
    Adjust(Adjust),
    /// Orders the units by their scores.
    Rank(Rank),
}

const WORDS: &[&str] = &[
    "denominate",
    "screen",
    "impute",
    "treat",
    "normalise",
    "weight",
    "aggregate",
    "adjust",
    "rank",
];

impl Step {
    /// The word of the step in a method's text.
    pub fn word(&self) -> &'static str {
        match self {
            Self::Denominate(_) => "denominate",
            Self::Screen(_) => "screen",
            Self::Impute(_) => "impute",
            Self::Treat(_) => "treat",
            Self::Normalise(_) => "normalise",
            Self::Weight(_) => "weight",
            Self::Aggregate(_) => "aggregate",
            Self::Adjust(_) => "adjust",
            Self::Rank(_) => "rank",
        }
    }

    pub(crate) fn read(mut table: Table) -> Result<Self, ReadError> {
        match table.needed_word("step", WORDS)? {
            "denominate" => Denominate::read(table).map(Self::Denominate),
            "screen" => table.read(&["step"]).map(Self::Screen),
            "impute" => Impute::read(table).map(Self::Impute),
            "treat" => Treat::read(table).map(Self::Treat),
            "normalise" => Normalise::read(table).map(Self::Normalise),
            "weight" => Weight::read(table).map(Self::Weight),
            "aggregate" => Aggregate::read(table).map(Self::Aggregate),
            "adjust" => Adjust::read(table).map(Self::Adjust),
            _ => Rank::read(table).map(Self::Rank),
        }
    }

    pub(crate) fn as_run(&self) -> &dyn Run {
        match self {
            Self::Denominate(step) => step,
            Self::Screen(step) => step,
            Self::Impute(step) => step,
            Self::Treat(step) => step,
            Self::Normalise(step) => step,
            Self::Weight(step) => step,
            Self::Aggregate(step) => step,
            Self::Adjust(step) => step,
            Self::Rank(step) => step,
        }
    }
}

/// What every step can do.
pub(crate) trait Run {
    /// Finds what is wrong with the step, before anything is computed.
    fn check(&self, setting: &Setting<'_>, label: &str, faults: &mut Vec<MethodError>);

    /// Does the step.
    fn run(&self, work: &mut Work<'_>, label: &str, workers: &Workers) -> Result<(), ComputeError>;
}

/// What a method is checked against.
pub(crate) struct Setting<'a> {
    pub(crate) frame: &'a Frame,
    pub(crate) framework: &'a Framework,
}

impl<'a> Setting<'a> {
    /// The leaves' positions in the tree with their indicators.
    pub(crate) fn used(&self) -> impl Iterator<Item = (usize, &'a Indicator)> {
        let frame = self.frame;
        self.framework.leaves().filter_map(move |(leaf, code)| {
            let indicator = frame.indicators().get(frame.indicator_position(code)?)?;
            Some((leaf, indicator))
        })
    }

    /// Reports a base period that is no period of the frame.
    pub(crate) fn check_scope(
        &self,
        label: &str,
        indicator: &str,
        scope: &Scope,
        faults: &mut Vec<MethodError>,
    ) {
        let Scope::Base(period) = scope else { return };
        let periods = self.frame.periods();
        if periods.contains(period) {
            return;
        }
        faults.push(MethodError::UnknownPeriod {
            step: label.to_owned(),
            indicator: indicator.to_owned(),
            period: period.clone(),
            nearest: nearest(period, periods.iter().map(String::as_str)),
        });
    }

    /// Reports a code that is no indicator of the frame.
    pub(crate) fn check_code(&self, label: &str, code: &str, faults: &mut Vec<MethodError>) {
        if self.frame.indicator_position(code).is_some() {
            return;
        }
        let known = self.frame.indicators().iter().map(|it| it.code.as_str());
        faults.push(MethodError::UnknownIndicator {
            step: label.to_owned(),
            indicator: code.to_owned(),
            nearest: nearest(code, known),
        });
    }
}
