//! What is uncertain: the kinds of assumptions, as a description file names them.

use std::collections::BTreeMap;

use serde::ser::SerializeMap;
use serde::{Deserialize, Serialize, Serializer};
use serde_json::Value;

use crate::method::{ReadError, Table};
use crate::steps::Step;

/// One uncertain assumption, with the name by which results speak of it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Assumption {
    /// Its name; left out, the word of its kind (from the second of a kind on `weights_2` and so on).
    pub name: String,
    /// What is uncertain, and how.
    #[serde(flatten)]
    pub kind: AssumptionKind,
}

/// What is uncertain.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "assumption", rename_all = "snake_case")]
#[non_exhaustive]
pub enum AssumptionKind {
    /// Weights around those of the method.
    Weights(WeightSpread),
    /// Weights from a Dirichlet distribution around those of the method.
    Dirichlet(DirichletWeights),
    /// One of several sets of weights.
    WeightSets(WeightSets),
    /// Other definitions of a step.
    Step(StepAlternatives),
    /// Other values of one parameter of a step.
    Parameter(ParameterValues),
    /// One node left out.
    Drop(DropOne),
    /// Figures that are not exact.
    MeasurementError(MeasurementError),
}

const KINDS: &[&str] = &[
    "weights",
    "dirichlet",
    "weight_sets",
    "step",
    "parameter",
    "drop",
    "measurement_error",
];

/// Every weight becomes `w·(1 + spread·u)`, u uniform on −1…1 and its own for every node.
///
/// Source: COINr's `get_noisy_weights`. Weights are relative among siblings, so only their
/// proportions matter; an only child keeps its share of 1.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WeightSpread {
    /// The largest relative change, above 0 and at most 1: 0.25 is ±25 %. Nodes of a level that has
    /// its own in `levels` take that.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub spread: Option<f64>,
    /// Spreads of single levels.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub levels: Vec<LevelSpread>,
}

/// The spread of the weights of one level.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LevelSpread {
    /// The level of the nodes whose weights change: 1 for the children of the root.
    pub level: usize,
    /// The largest relative change.
    pub spread: f64,
}

/// The weights of n siblings become a draw from `Dirichlet(concentration · n · share)`, where `share`
/// is a sibling's share by the method. Their mean is the share; the larger the concentration, the
/// closer they stay to it. With equal shares and a concentration of 1 every mix of weights is as
/// likely as any other. A sibling that weighs nothing stays so.
///
/// Source: G. Marsaglia and W. W. Tsang (2000), A simple method for generating gamma variables, *ACM
/// Transactions on Mathematical Software* 26.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DirichletWeights {
    /// How closely the weights stay to those of the method, above 0. Default 1.
    #[serde(default = "one")]
    pub concentration: f64,
}

fn one() -> f64 {
    1.0
}

/// The weights are those of one of several sets, such as each expert's, each as likely as the others.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WeightSets {
    /// In a set, weights by the code of the node; the others keep the weight of the method.
    pub sets: Vec<BTreeMap<String, f64>>,
}

/// The step is defined in one of several ways, each as likely as the others. The method's own
/// definition takes part only when it is in the list.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct StepAlternatives {
    /// The step's label in the method: `normalise`, a second of its kind `normalise_2`.
    pub step: String,
    /// The definitions, complete.
    pub alternatives: Vec<Alternative>,
}

/// A definition of a step, or its absence.
#[derive(Debug, Clone, PartialEq)]
pub enum Alternative {
    /// The step defined so.
    Step(Box<Step>),
    /// `{ leave_out = true }`: the method without the step.
    LeaveOut,
}

impl Serialize for Alternative {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Step(step) => step.serialize(serializer),
            Self::LeaveOut => {
                let mut map = serializer.serialize_map(Some(1))?;
                map.serialize_entry("leave_out", &true)?;
                map.end()
            }
        }
    }
}

/// One parameter of a step takes one of several values, each as likely as the others. The method's
/// own value takes part only when it is in the list.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ParameterValues {
    /// The step's label in the method.
    pub step: String,
    /// The parameter, with dots into tables: `winmax`, `indicators.RD.cap`.
    pub parameter: String,
    /// Its values.
    pub values: Vec<Value>,
}

/// One node is left out with all below it, each as likely as the others: the index is computed as if
/// the framework did not have it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DropOne {
    /// The nodes, by code. Default: every indicator.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub nodes: Vec<String>,
    /// Whether leaving out nothing is one of the choices. Default true.
    #[serde(default = "yes")]
    pub or_none: bool,
}

fn yes() -> bool {
    true
}

/// Every figure x becomes `x·(1 + size·z)` (relative) or `x + size·z` (absolute), z its own for every
/// cell. A missing cell stays missing. Every step is computed anew for every replicate.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MeasurementError {
    /// The standard deviation of a normal error, the largest of a uniform one; above 0.
    pub size: f64,
    /// Of what it is a part. Default: of the figure.
    #[serde(default)]
    pub scale: ErrorScale,
    /// How errors are distributed. Default: normal.
    #[serde(default)]
    pub distribution: ErrorDistribution,
    /// The columns of the frame with errors. Default: every indicator of the framework.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub indicators: Vec<String>,
}

/// Of what a measurement error is a part.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ErrorScale {
    /// Of the figure: 0.05 is 5 %.
    #[default]
    Relative,
    /// In the measure unit of the figure.
    Absolute,
}

/// How measurement errors are distributed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ErrorDistribution {
    /// Standard normal z.
    #[default]
    Normal,
    /// z uniform on −1…1.
    Uniform,
}

impl AssumptionKind {
    /// The word of the kind in a description.
    pub fn word(&self) -> &'static str {
        match self {
            Self::Weights(_) => "weights",
            Self::Dirichlet(_) => "dirichlet",
            Self::WeightSets(_) => "weight_sets",
            Self::Step(_) => "step",
            Self::Parameter(_) => "parameter",
            Self::Drop(_) => "drop",
            Self::MeasurementError(_) => "measurement_error",
        }
    }
}

impl Assumption {
    /// Reads the assumptions of a description and names those that have no name.
    pub(super) fn read_all(tables: Vec<Table>) -> Result<Vec<Self>, ReadError> {
        let mut found: Vec<Self> = Vec::with_capacity(tables.len());
        for table in tables {
            let (name, kind) = read(table)?;
            let name = name.unwrap_or_else(|| {
                let word = kind.word();
                match found.iter().filter(|it| it.kind.word() == word).count() {
                    0 => word.to_owned(),
                    before => format!("{word}_{}", before + 1),
                }
            });
            found.push(Self { name, kind });
        }
        Ok(found)
    }
}

fn read(mut table: Table) -> Result<(Option<String>, AssumptionKind), ReadError> {
    let taken = ["name", "assumption"];
    let name = table.take("name")?;
    let kind = match table.needed_word("assumption", KINDS)? {
        "weights" => table.read(&taken).map(AssumptionKind::Weights),
        "dirichlet" => table.read(&taken).map(AssumptionKind::Dirichlet),
        "weight_sets" => table.read(&taken).map(AssumptionKind::WeightSets),
        "step" => StepAlternatives::read(table).map(AssumptionKind::Step),
        "parameter" => table.read(&taken).map(AssumptionKind::Parameter),
        "drop" => table.read(&taken).map(AssumptionKind::Drop),
        _ => table.read(&taken).map(AssumptionKind::MeasurementError),
    };
    Ok((name, kind?))
}

impl StepAlternatives {
    fn read(mut table: Table) -> Result<Self, ReadError> {
        let path = table.at("step");
        let step: String = table.take("step")?.ok_or(ReadError::Missing { path })?;
        let alternatives = table.tables("alternatives")?;
        table.end(&["name", "assumption", "step", "alternatives"])?;
        let alternatives = alternatives
            .into_iter()
            .map(|it| Alternative::read(it, &step));
        Ok(Self {
            alternatives: alternatives.collect::<Result<_, _>>()?,
            step,
        })
    }
}

impl Alternative {
    /// A definition need not say of which step it is.
    fn read(mut table: Table, label: &str) -> Result<Self, ReadError> {
        if table.take::<bool>("leave_out")? == Some(true) {
            table.end(&["leave_out"])?;
            return Ok(Self::LeaveOut);
        }
        let digits = label.trim_end_matches(|it: char| it.is_ascii_digit());
        let word = digits.strip_suffix('_').unwrap_or(label);
        let step = Table::new("", serde_json::json!({ "step": word }))?;
        Step::read(table.or(&step)).map(|step| Self::Step(Box::new(step)))
    }
}
