//! Derived figures: computed again when a version they rest on is recorded, in the same transaction.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use yanzhi_catalogue::Indicator;
use yanzhi_formula::{Cell as Spot, Expression, Graph};
use yanzhi_kernel::{Code, Id, IdSource, Scope};
use yanzhi_organisations::{Strategy, Unit};
use yanzhi_storage::{ReadTx, WriteTx};

use super::record::{Recording, write};
use crate::{
    Cell, Derivation, Figure, FiguresError, NewFigure, Provenance, Selection,
    rules::derivation::{Table, Units},
    store::{
        Visible,
        append::{CELLS_PER_LOOKUP, last_of},
        current,
        derivation::{Origin, add, of},
        listing,
    },
};

/// Why a derived figure gets another version.
const REASON: &str = "输入数据有新版本，重新计算 / computed again: an input has a new version";

/// What is needed to compute the derived figures of a strategy.
pub(super) struct Derivations {
    strategy: Id<Strategy>,
    graph: Graph,
    indicators: BTreeMap<Code, (Id<Indicator>, u8)>,
    codes: HashMap<Id<Indicator>, Code>,
    units: BTreeMap<Code, Id<Unit>>,
    unit_codes: HashMap<Id<Unit>, Code>,
    tree: Units,
}

/// The derivations of a strategy; `None` where nothing is derived.
pub(super) async fn derivations(
    tx: &ReadTx,
    scope: &Scope,
    strategy: Id<Strategy>,
) -> Result<Option<Derivations>, FiguresError> {
    let graph = yanzhi_catalogue::graph(tx, strategy).await?;
    if graph.order().next().is_none() {
        return Ok(None);
    }
    let catalogue = yanzhi_catalogue::catalogue(tx, scope, strategy).await?;
    let directory = yanzhi_organisations::units(tx, scope, strategy).await?;
    let indicators = catalogue.indicators.iter();
    let units = directory.units.iter();
    let tree = units.clone().map(|(code, unit)| {
        let details = &unit.details;
        (code, details.parent.as_ref(), details.kind)
    });
    Ok(Some(Derivations {
        strategy,
        graph,
        tree: Units::new(tree),
        codes: indicators
            .clone()
            .map(|(code, it)| (it.id, code.clone()))
            .collect(),
        indicators: indicators
            .map(|(code, it)| (code.clone(), (it.id, it.details.decimals)))
            .collect(),
        unit_codes: units
            .clone()
            .map(|(code, it)| (it.id, code.clone()))
            .collect(),
        units: units.map(|(code, it)| (code.clone(), it.id)).collect(),
    }))
}

impl Derivations {
    /// Refuses figures of indicators that are computed.
    pub(super) fn refuse_reported(&self, figures: &[NewFigure]) -> Result<(), FiguresError> {
        let derived = figures.iter().find_map(|figure| {
            let code = self.codes.get(&figure.cell.indicator)?;
            self.graph.expression(code).map(|_| code)
        });
        match derived {
            Some(code) => Err(FiguresError::Derived(code.clone())),
            None => Ok(()),
        }
    }

    fn spot(&self, cell: &Cell) -> Option<Spot> {
        Some(Spot {
            indicator: self.codes.get(&cell.indicator)?.clone(),
            unit: self.unit_codes.get(&cell.unit)?.clone(),
            period: cell.period,
        })
    }

    /// The figures that these derived indicators look at, and their own, in one caliber.
    async fn table(
        &self,
        tx: &ReadTx,
        caliber: &Code,
        derived: &[&Code],
    ) -> Result<Table, FiguresError> {
        let mut wanted: BTreeSet<&Code> = derived.iter().copied().collect();
        for code in derived {
            wanted.extend(
                self.graph
                    .expression(code)
                    .into_iter()
                    .flat_map(Expression::indicators),
            );
        }
        let ids = wanted
            .into_iter()
            .filter_map(|code| self.indicators.get(code));
        let selection = Selection {
            indicators: ids.map(|(id, _)| *id).collect(),
            caliber: Some(caliber.clone()),
            ..Selection::default()
        };
        let figures = current::figures(tx, self.strategy, &Visible::Everything, &selection).await?;
        let mut table = Table::new(self.tree.clone());
        for figure in &figures {
            if let Some(spot) = self.spot(&figure.said.cell) {
                table.set(spot, figure);
            }
        }
        Ok(table)
    }
}

/// Who records what, for the figures that are computed.
#[derive(Clone, Copy)]
pub(super) struct Computing<'a> {
    pub(super) tx: &'a WriteTx,
    pub(super) scope: &'a Scope,
    pub(super) ids: &'a dyn IdSource,
    pub(super) recording: Recording<'a>,
}

/// Computes again what rests on the cells that changed.
pub(super) async fn follow(
    computing: Computing<'_>,
    derivations: &Derivations,
    changed: &[Cell],
) -> Result<(), FiguresError> {
    let mut by_caliber: BTreeMap<&Code, Vec<Spot>> = BTreeMap::new();
    for cell in changed {
        if let Some(spot) = derivations.spot(cell) {
            by_caliber.entry(&cell.caliber).or_default().push(spot);
        }
    }
    for (caliber, changed) in by_caliber {
        let indicators: BTreeSet<&Code> = changed.iter().map(|it| &it.indicator).collect();
        let derived = derivations.graph.affected(indicators);
        if derived.is_empty() {
            continue;
        }
        let table = derivations.table(computing.tx, caliber, &derived).await?;
        compute(computing, derivations, caliber, (&derived, table), changed).await?;
    }
    Ok(())
}

/// Computes all figures of some derived indicators, and what rests on them: their expressions are new or other ones.
///
/// # Errors
/// A failure of the database, after which the transaction is to be dropped.
pub async fn derive_again(
    tx: &WriteTx,
    scope: &Scope,
    ids: &dyn IdSource,
    strategy: Id<Strategy>,
    recording: Recording<'_>,
    indicators: &BTreeSet<Code>,
) -> Result<(), FiguresError> {
    let Some(derivations) = derivations(tx, scope, strategy).await? else {
        return Ok(());
    };
    let catalogue = yanzhi_catalogue::catalogue(tx, scope, strategy).await?;
    let computing = Computing {
        tx,
        scope,
        ids,
        recording,
    };
    let mut derived: Vec<&Code> = derivations.graph.affected(indicators);
    let order = derivations.graph.order().map(|(code, _)| code);
    derived.extend(order.filter(|code| indicators.contains(*code)));
    let derived: BTreeSet<&Code> = derived.into_iter().collect();
    let order = derivations.graph.order().map(|(code, _)| code);
    let derived: Vec<&Code> = order.filter(|code| derived.contains(code)).collect();
    for caliber in catalogue.calibers.keys() {
        let table = derivations.table(tx, caliber, &derived).await?;
        let changed = table.spots().cloned().collect();
        compute(computing, &derivations, caliber, (&derived, table), changed).await?;
    }
    Ok(())
}

/// Computes derived indicators one after the other, so that each sees those it rests on.
async fn compute(
    computing: Computing<'_>,
    derivations: &Derivations,
    caliber: &Code,
    (derived, mut table): (&[&Code], Table),
    mut changed: Vec<Spot>,
) -> Result<(), FiguresError> {
    for code in derived {
        let Some(expression) = derivations.graph.expression(code) else {
            continue;
        };
        let computed = outcomes(derivations, caliber, (code, expression), &table, &changed)?;
        let figures = computed
            .keep(computing, derivations.strategy, expression)
            .await?;
        for figure in &figures {
            if let Some(spot) = derivations.spot(&figure.said.cell) {
                table.set(spot.clone(), figure);
                changed.push(spot);
            }
        }
    }
    Ok(())
}

/// The figures of one derived indicator, each with the versions that went in.
struct Computed {
    figures: Vec<NewFigure>,
    inputs: HashMap<Cell, BTreeSet<Id<Figure>>>,
}

fn outcomes(
    derivations: &Derivations,
    caliber: &Code,
    (code, expression): (&Code, &Expression),
    table: &Table,
    changed: &[Spot],
) -> Result<Computed, FiguresError> {
    let parent = |unit: &Code| derivations.tree.parent(unit);
    let affected = changed
        .iter()
        .flat_map(|spot| expression.affected_by(spot, parent));
    let affected: BTreeSet<_> = affected.collect();
    let mut computed = Computed {
        figures: Vec::new(),
        inputs: HashMap::new(),
    };
    for (unit, period) in affected {
        let spot = Spot {
            indicator: code.clone(),
            unit: unit.clone(),
            period,
        };
        let outcome = expression.evaluate(unit, period, table);
        // A figure that never was need not be said to be missing.
        if outcome.value.is_err() && !table.has(&spot) {
            continue;
        }
        let known = (
            derivations.indicators.get(code),
            derivations.units.get(unit),
        );
        let (Some((indicator, decimals)), Some(unit)) = known else {
            continue;
        };
        let cell = Cell {
            indicator: *indicator,
            unit: *unit,
            caliber: caliber.clone(),
            period,
        };
        let figure = table.derived(cell.clone(), outcome.value, &outcome.inputs, *decimals)?;
        computed.figures.push(figure);
        computed.inputs.insert(cell, outcome.inputs);
    }
    Ok(computed)
}

impl Computed {
    /// Records what is new, with how it came out; gives the versions that were added.
    async fn keep(
        mut self,
        computing: Computing<'_>,
        strategy: Id<Strategy>,
        expression: &Expression,
    ) -> Result<Vec<Figure>, FiguresError> {
        let Computing {
            tx,
            scope,
            ids,
            recording,
        } = computing;
        let recording = Recording {
            provenance: Provenance::Derived,
            reason: Some(REASON),
            approved_by: None,
            ..recording
        };
        let offered = self.figures.clone();
        let written = write(tx, scope, ids, strategy, recording, self.figures).await?;
        let written: BTreeSet<Cell> = written.changed.into_iter().collect();
        let mut added = Vec::with_capacity(written.len());
        for some in offered.chunks(CELLS_PER_LOOKUP) {
            let last = last_of(tx, strategy, some).await?;
            added.extend(
                last.into_values()
                    .filter(|it| written.contains(&it.said.cell)),
            );
        }
        let origins: Vec<Origin> = added
            .iter()
            .map(|figure| Origin {
                version: figure.id,
                expression: expression.text().to_owned(),
                inputs: self.inputs.remove(&figure.said.cell).unwrap_or_default(),
            })
            .collect();
        add(tx, &origins).await?;
        Ok(added)
    }
}

/// How derived versions came out: by which expression, and from which versions the asker may read. Those that were reported
/// have no entry.
///
/// # Errors
/// A failure of the database.
pub async fn derivations_of(
    tx: &ReadTx,
    scope: &Scope,
    strategy: Id<Strategy>,
    versions: &[Figure],
) -> Result<BTreeMap<Id<Figure>, Derivation>, FiguresError> {
    let ids: Vec<Id<Figure>> = versions.iter().map(|it| it.id).collect();
    let origins = of(tx, &ids).await?;
    let wanted: BTreeSet<Id<Figure>> = origins
        .values()
        .flat_map(|it| it.inputs.iter().copied())
        .collect();
    let readable = super::read::readable(tx, scope, strategy).await?;
    let mut inputs = BTreeMap::new();
    for figure in listing::by_id(tx, &wanted).await? {
        let unit = figure.said.cell.unit;
        if readable.as_ref().is_none_or(|units| units.contains(&unit)) {
            inputs.insert(figure.id, figure);
        }
    }
    let derivation = |origin: Origin| Derivation {
        expression: origin.expression,
        inputs: origin
            .inputs
            .iter()
            .filter_map(|id| inputs.get(id).cloned())
            .collect(),
    };
    let each = origins.into_iter();
    Ok(each.map(|(id, origin)| (id, derivation(origin))).collect())
}
