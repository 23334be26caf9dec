//! From the words of a pack to those of the capabilities.

use std::collections::{BTreeMap, BTreeSet};

use yanzhi_catalogue::{
    Caliber, FrameworkContent, FrameworkNode, Indicator, IndicatorDetails, Scoring, Source,
};
use yanzhi_figures::{Cell, Content, FiguresError, NewFigure, Value};
use yanzhi_kernel::{Code, Id, Text, UnitKind};
use yanzhi_organisations::{
    Group, NewOrganisation, NewStrategy, NewUnit, OrganisationName, OrganisationsError, Tile, Unit,
};
use yanzhi_pack::{Observation, Pack};
use yanzhi_scoring::Input;

use super::derived;

/// Strategy, groups and units.
pub fn organisations(pack: &Pack) -> yanzhi_organisations::Import {
    let strategy = NewStrategy {
        code: pack.strategy.code.clone(),
        name: pack.strategy.name.clone(),
        description: pack.strategy.description.clone(),
        publisher: pack.strategy.publisher.clone(),
        time_zone: pack.strategy.time_zone.clone(),
        source_title: pack.strategy.source_title.clone(),
        source_url: pack.strategy.source_url.clone(),
    };
    let groups = pack.groups.iter();
    let groups = groups.map(|group| Group {
        code: group.code.clone(),
        name: group.name.clone(),
    });
    let units = pack.units.iter().map(|unit| NewUnit {
        code: unit.code.clone(),
        parent: unit.parent.clone(),
        name: unit.name.clone(),
        short_name: unit.short_name.clone(),
        kind: unit.kind,
        group: unit.group.clone(),
        gb2260: unit.gb2260.clone(),
        tile: unit.tile.map(|tile| Tile {
            x: tile.x,
            y: tile.y,
        }),
        note: unit.note.clone(),
    });
    yanzhi_organisations::Import {
        strategy,
        groups: groups.collect(),
        units: units.collect(),
    }
}

/// The organisations that a pack speaks of: its units, and the departments that own indicators or lead tasks. Units that
/// are no part of a government (`other`, such as countries) are none.
///
/// # Errors
/// A unit whose name is none.
pub fn offices(pack: &Pack) -> Result<Vec<NewOrganisation>, OrganisationsError> {
    let units = pack
        .units
        .iter()
        .filter(|unit| unit.kind != UnitKind::Other);
    let mut offices = units
        .map(|unit| {
            Ok(NewOrganisation {
                code: unit.code.clone(),
                parent: unit.parent.clone(),
                kind: unit.kind,
                name: OrganisationName::new(&unit.name)?,
                unit: Some(unit.code.clone()),
            })
        })
        .collect::<Result<Vec<_>, OrganisationsError>>()?;
    if offices.is_empty() {
        return Ok(offices);
    }
    let known: BTreeSet<&Code> = pack.units.iter().map(|unit| &unit.code).collect();
    let owners = pack.indicators.iter().filter_map(|it| it.owner.as_ref());
    let leads = pack
        .tasks
        .iter()
        .flat_map(|it| it.lead.iter().chain(&it.cooperating));
    let departments: BTreeSet<&Code> = owners
        .chain(leads)
        .filter(|code| !known.contains(code))
        .collect();
    for code in departments {
        offices.push(NewOrganisation {
            code: code.clone(),
            parent: None,
            kind: UnitKind::Department,
            name: OrganisationName::new(&Text::same(code.as_str()))?,
            unit: None,
        });
    }
    Ok(offices)
}

/// Sources, calibers, indicators and the framework.
pub fn catalogue(pack: &Pack) -> yanzhi_catalogue::Import {
    let sources = pack.sources.iter().map(|source| Source {
        code: source.code.clone(),
        title: source.title.clone(),
        publisher: source.publisher.clone(),
        url: source.url.clone(),
    });
    let calibers = pack.calibers.iter().map(|caliber| Caliber {
        code: caliber.code.clone(),
        name: caliber.name.clone(),
        definition: caliber.definition.clone(),
    });
    let indicators = pack.indicators.iter().map(|indicator| IndicatorDetails {
        code: indicator.code.clone(),
        name: indicator.name.clone(),
        measure_unit: indicator.measure_unit.clone(),
        direction: indicator.direction,
        class: indicator.class,
        frequency: indicator.frequency,
        owner: indicator.owner.clone(),
        decimals: indicator.decimals,
        definition: indicator.definition.clone(),
        formula: indicator.formula.clone(),
        source: indicator.source.clone(),
    });
    yanzhi_catalogue::Import {
        sources: sources.collect(),
        calibers: calibers.collect(),
        indicators: indicators.collect(),
        framework: framework(pack),
    }
}

/// Expressions of derived indicators, and checks.
pub fn derivations(pack: &Pack) -> yanzhi_catalogue::Derivations {
    let derived = pack.indicators.iter().filter_map(|indicator| {
        let expression = indicator.expression.clone()?;
        Some((indicator.code.clone(), expression))
    });
    yanzhi_catalogue::Derivations {
        expressions: derived.collect(),
        checks: pack.checks.clone(),
    }
}

fn framework(pack: &Pack) -> FrameworkContent {
    let nodes = pack.framework.iter().map(|node| FrameworkNode {
        code: node.code.clone(),
        parent: node.parent.clone(),
        indicator: node.indicator.clone(),
        name: node.name.clone(),
        weight: node.weight,
    });
    let scoring = &pack.strategy.scoring;
    FrameworkContent {
        version: pack.strategy.framework_version.clone(),
        nodes: nodes.collect(),
        method: pack.method.clone(),
        scoring: Scoring {
            caliber: scoring.caliber.clone(),
            unit_kinds: scoring.unit_kinds.clone(),
            period_kind: scoring.period_kind,
        },
    }
}

/// The parts of a pack that an observation points to by position.
pub(super) struct Named<'a> {
    pub(super) indicator: &'a Code,
    pub(super) unit: &'a yanzhi_pack::Unit,
    pub(super) caliber: &'a Code,
    source: Option<&'a Code>,
}

pub(super) fn named<'a>(pack: &'a Pack, observation: &Observation) -> Option<Named<'a>> {
    let at = |position: u32| usize::try_from(position).unwrap_or(usize::MAX);
    let source = observation
        .source
        .and_then(|source| pack.sources.get(at(source)));
    Some(Named {
        indicator: &pack.indicators.get(at(observation.indicator))?.code,
        unit: pack.units.get(at(observation.unit))?,
        caliber: &pack.calibers.get(usize::from(observation.caliber))?.code,
        source: source.map(|source| &source.code),
    })
}

/// The figures, with the ids of what they refer to.
///
/// # Errors
/// [`FiguresError::NotFinite`], which the reader of packs does not let happen.
pub fn figures(
    pack: &Pack,
    units: &BTreeMap<Code, Id<Unit>>,
    indicators: &BTreeMap<Code, Id<Indicator>>,
) -> Result<Vec<NewFigure>, FiguresError> {
    let figures = pack.observations.iter().filter_map(|observation| {
        let named = named(pack, observation)?;
        let cell = Cell {
            indicator: *indicators.get(named.indicator)?,
            unit: *units.get(&named.unit.code)?,
            caliber: named.caliber.clone(),
            period: observation.period,
        };
        let value = Value::new(observation.value, observation.value_text.as_ref());
        Some(value.map(|value| NewFigure {
            status: observation.status,
            source: named.source.cloned(),
            is_synthetic: observation.is_synthetic,
            note: observation.note.as_deref().map(str::to_owned),
            ..NewFigure::new(cell, Content::Value(value))
        }))
    });
    figures.collect()
}

/// What the index is computed from, without a database: the same figures that [`super::import`] would give it.
pub fn input(pack: &Pack) -> Input {
    let scoring = &pack.strategy.scoring;
    let units: BTreeMap<Code, Option<Code>> = pack
        .units
        .iter()
        .filter(|unit| scoring.unit_kinds.contains(&unit.kind))
        .map(|unit| (unit.code.clone(), unit.group.clone()))
        .collect();
    let scored: BTreeSet<&Code> = units.keys().collect();
    let figures = derived::figures(pack, &scoring.caliber).into_iter();
    let figures = figures.filter_map(|(cell, value)| {
        let is_wanted = cell.period.kind() == scoring.period_kind && scored.contains(&cell.unit);
        is_wanted.then_some(((cell.period, cell.unit, cell.indicator), value))
    });
    Input {
        framework: framework(pack),
        indicators: pack
            .indicators
            .iter()
            .map(|it| (it.code.clone(), it.direction))
            .collect(),
        figures: figures.collect(),
        units,
    }
}
