//! What follows from another indicator on the straight line of least squares: `intercept + slope × x`,
//! `slope = Σ(x − x̄)(y − ȳ) ÷ Σ(x − x̄)²`, `intercept = ȳ − slope·x̄`, over the cells that have both.
//!
//! Source: OECD/JRC *Handbook on Constructing Composite Indicators* (2008), step 3.
//!
//! | parameter | meaning | default |
//! |---|---|---|
//! | `on` | the indicator it is predicted from; any column of the frame | must be given |
//! | `scope` | which cells the line is drawn through: `"period"`, `"all_periods"`, `{ base = "2019" }` | `"period"` |
//!
//! A gap stays where the other indicator has no figure either. Fewer than two pairs
//! ([`Fault::TooFewValues`]) or another indicator that does not vary ([`ImputeFault::ConstantPredictor`]) are errors.
//!
//! ```
//! # use yanzhi_engine::*;
//! let mut frame = FrameBuilder::new(
//!     vec!["2023".into()],
//!     ["A", "B", "C", "D"].map(Unit::new).to_vec(),
//!     ["RD", "PATENT"].map(Indicator::new).to_vec(),
//! )?;
//! for (unit, rd, patent) in [(0, 1.0, 10.0), (1, 2.0, 14.0), (2, 3.0, 18.0)] {
//!     frame.set(0, unit, 0, rd)?;
//!     frame.set(0, unit, 1, patent)?;
//! }
//! frame.set(0, 3, 0, 4.0)?; // D has no figure of PATENT
//! let framework = Framework::new(vec![
//!     Node::root("index"),
//!     Node::leaf("RD", "index", 1.0),
//!     Node::leaf("PATENT", "index", 1.0),
//! ])?;
//! let method: Method = toml::from_str(r#"
//!     [[steps]]
//!     step = "impute"
//!     [steps.indicators.PATENT]
//!     rule = "regression"
//!     on = "RD"
//!     [[steps]]
//!     step = "aggregate"
//!     rule = "arithmetic"
//! "#)?;
//! let index = compute(&frame.build(), &framework, &method)?;
//! let imputed = index.dataset("impute").unwrap();
//! assert_eq!(imputed.get("PATENT", 0, 3), Some(22.0)); // 6 + 4·4
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use serde::{Deserialize, Serialize};

use super::together::Gaps;
use super::{Fill, ImputeFault, Rule};
use crate::column::Part;
use crate::dataset::Parameter;
use crate::error::{ComputeError, Fault};
use crate::method::ParameterFault;
use crate::statistics::mean;
use crate::steps::Scope;

/// What follows from another indicator; see the [module](self).
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Regression {
    /// The indicator it is predicted from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub on: Option<String>,
    /// Which cells the line is drawn through. Default: those of the same period.
    pub scope: Scope,
}

/// The line of least squares.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Line {
    intercept: f64,
    slope: f64,
}

impl Rule for Regression {
    fn word(&self) -> &'static str {
        "regression"
    }

    fn formula(&self) -> &'static str {
        "intercept + slope × predictor"
    }

    fn faults(&self) -> Vec<ParameterFault> {
        let name = "on";
        let missing = self
            .on
            .is_none()
            .then_some(ParameterFault::Missing { name });
        missing.into_iter().collect()
    }

    fn scope(&self) -> &Scope {
        &self.scope
    }

    fn predictor(&self) -> Option<&str> {
        self.on.as_deref()
    }

    fn impute(&self, gaps: &Gaps<'_>) -> Result<Vec<Fill>, ComputeError> {
        let name = self.on.as_deref().unwrap_or_default();
        let Some(predictor) = gaps.column_of(name) else {
            return Ok(Vec::new());
        };
        let mut fills = Vec::new();
        for &column in gaps.targets() {
            let Some(source) = gaps.column(column) else {
                continue;
            };
            let mut known: Option<(usize, Line)> = None;
            for (period, unit) in gaps.open(column) {
                let Some(x) = predictor.get(period, unit) else {
                    continue;
                };
                let is_known = |(of, _): &(usize, Line)| self.scope.is_fixed() || *of == period;
                let draw = || {
                    let columns = [predictor, source];
                    let cells = columns.map(|it| self.scope.cells(it, gaps.periods(), period));
                    let place = (column, Some(period), None);
                    line(cells, name).map_err(|fault| gaps.error(place, fault))
                };
                let line = match known.filter(is_known) {
                    Some((_, line)) => Ok(line),
                    None => draw(),
                }?;
                known = Some((period, line));
                fills.push(Fill {
                    column,
                    period,
                    unit,
                    value: line.intercept + line.slope * x,
                    parameters: vec![
                        Parameter::new("intercept", line.intercept),
                        Parameter::new("slope", line.slope),
                        Parameter::new(name, x),
                    ],
                });
            }
        }
        Ok(fills)
    }
}

fn line(cells: [Part<'_>; 2], predictor: &str) -> Result<Line, Fault> {
    let [x, y] = cells.map(|it| it.values.iter().zip(it.present));
    let both = x.zip(y).filter(|((_, x), (_, y))| **x && **y);
    let (x, y): (Vec<f64>, Vec<f64>) = both.map(|((x, _), (y, _))| (*x, *y)).unzip();
    if x.len() < 2 {
        let (found, needed) = (x.len(), 2);
        return Err(Fault::TooFewValues { found, needed });
    }
    let (mean_x, mean_y) = mean(&x).zip(mean(&y)).ok_or(Fault::NotFinite)?;
    let squares: f64 = x.iter().map(|x| (x - mean_x) * (x - mean_x)).sum();
    if x.iter().all(|it| Some(it) == x.first()) || squares <= 0.0 {
        let predictor = predictor.to_owned();
        let fault = ImputeFault::ConstantPredictor { predictor };
        return Err(Fault::Impute(fault));
    }
    let products = x.iter().zip(&y).map(|(x, y)| (x - mean_x) * (y - mean_y));
    let slope = products.sum::<f64>() / squares;
    let intercept = mean_y - slope * mean_x;
    if !slope.is_finite() || !intercept.is_finite() {
        return Err(Fault::NotFinite);
    }
    Ok(Line { intercept, slope })
}
