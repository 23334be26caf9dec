//! From figures to the engine: the same way for the command line and the server, so that the same pack gives
//! the same result everywhere.

use std::{collections::BTreeMap, fmt::Write as _};

use yanzhi_catalogue::FrameworkContent;
use yanzhi_engine::{
    Direction as EngineDirection, Frame, FrameBuilder, Framework, Index, Indicator, Method, Node,
    Options, Unit,
};
use yanzhi_kernel::{Code, Digest, Direction, Period};

use crate::ScoringError;

/// Everything a run depends on. Maps are ordered by code, so that the order of files and of database rows
/// does not matter.
#[derive(Clone, Debug, PartialEq)]
pub struct Input {
    /// The framework with its method.
    pub framework: FrameworkContent,
    /// The direction of each indicator.
    pub indicators: BTreeMap<Code, Direction>,
    /// The units that are scored, each with its group.
    pub units: BTreeMap<Code, Option<Code>>,
    /// The figures, by period, unit and indicator.
    pub figures: BTreeMap<(Period, Code, Code), f64>,
}

/// What came out, with the fingerprints of what went in and of what came out.
#[derive(Clone, Debug)]
pub struct Scored {
    /// The result.
    pub index: Index,
    /// SHA-256 over the figures that went in: a line `period,unit,indicator,bits` each, in that order.
    pub data_version: Digest,
    /// SHA-256 over [`Index::write_canonical`].
    pub content_hash: Digest,
}

/// The same in the engine's words.
#[derive(Clone, Debug)]
pub struct Parts {
    /// The figures.
    pub frame: Frame,
    /// The tree.
    pub framework: Framework,
    /// The steps.
    pub method: Method,
}

/// Puts an input into the engine's words.
///
/// # Errors
/// [`ScoringError::NoFigures`] without a single figure; [`ScoringError::Framework`] when the engine refuses
/// the tree.
pub fn parts(input: &Input) -> Result<Parts, ScoringError> {
    Ok(Parts {
        framework: tree(input)?,
        frame: frame(input)?,
        method: input.framework.method.clone(),
    })
}

/// Computes the index.
///
/// # Errors
/// Those of [`parts`]; [`ScoringError::Compute`] when the engine refuses.
pub fn score(input: &Input, threads: usize) -> Result<Scored, ScoringError> {
    let Parts {
        frame,
        framework,
        method,
    } = parts(input)?;
    let options = Options { threads };
    let index = yanzhi_engine::compute_with(&frame, &framework, &method, &options)?;
    let mut canonical = Vec::new();
    index
        .write_canonical(&mut canonical)
        .map_err(|reason| ScoringError::Hash(reason.to_string()))?;
    Ok(Scored {
        index,
        data_version: data_version(input),
        content_hash: Digest::of(canonical),
    })
}

fn tree(input: &Input) -> Result<Framework, ScoringError> {
    let nodes = input.framework.nodes.iter().map(|node| Node {
        code: node.code.to_string(),
        parent: node.parent.as_ref().map(Code::to_string),
        indicator: node.indicator.as_ref().map(Code::to_string),
        weight: node.weight,
    });
    Ok(Framework::new(nodes.collect())?)
}

fn frame(input: &Input) -> Result<Frame, ScoringError> {
    let caliber = input.framework.scoring.caliber.clone();
    let mut periods: Vec<Period> = input.figures.keys().map(|(period, ..)| *period).collect();
    periods.dedup();
    if periods.is_empty() || input.units.is_empty() {
        return Err(ScoringError::NoFigures { caliber });
    }
    let indicators = input.indicators.iter().map(|(code, direction)| Indicator {
        code: code.to_string(),
        direction: match direction {
            Direction::HigherIsBetter => EngineDirection::HigherIsBetter,
            Direction::LowerIsBetter => EngineDirection::LowerIsBetter,
        },
        measure_unit: None,
    });
    let units = input.units.iter().map(|(code, group)| Unit {
        code: code.to_string(),
        groups: group
            .iter()
            .map(|group| ("group".to_owned(), group.to_string()))
            .collect(),
    });
    let labels = periods.iter().map(Period::to_string).collect();
    let mut builder = FrameBuilder::new(labels, units.collect(), indicators.collect())?;
    let unit_positions = positions(input.units.keys());
    let indicator_positions = positions(input.indicators.keys());
    for ((period, unit, indicator), value) in &input.figures {
        let place = (
            periods.binary_search(period).ok(),
            unit_positions.get(unit).copied(),
            indicator_positions.get(indicator).copied(),
        );
        if let (Some(period), Some(unit), Some(indicator)) = place {
            builder.set(period, unit, indicator, *value)?;
        }
    }
    Ok(builder.build())
}

fn positions<'a>(codes: impl Iterator<Item = &'a Code>) -> BTreeMap<&'a Code, usize> {
    codes
        .enumerate()
        .map(|(position, code)| (code, position))
        .collect()
}

fn data_version(input: &Input) -> Digest {
    let mut lines = String::new();
    for ((period, unit, indicator), value) in &input.figures {
        // Writing to a String cannot fail.
        let _ = writeln!(
            lines,
            "{period},{unit},{indicator},{:016x}",
            value.to_bits()
        );
    }
    Digest::of(lines)
}
