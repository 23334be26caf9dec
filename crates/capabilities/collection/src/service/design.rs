//! What a round would ask, and what that costs.

use std::collections::{BTreeMap, BTreeSet};

use yanzhi_catalogue::{Catalogue, Indicator};
use yanzhi_figures::{Cell, Selection};
use yanzhi_kernel::{Code, Id, ObservationStatus, Scope, access::Action};
use yanzhi_organisations::{Directory, Organisation, Unit};
use yanzhi_storage::ReadTx;

use super::access::{Answering, FoundRound, round_for};
use crate::{
    Burden, CollectionError, Place, Repeat, Round, RoundState,
    rules::plan::{Planned, Reporters, burden, planned},
    store,
};

/// What a round asks, and what that costs.
#[derive(Clone, Debug)]
pub struct Design {
    /// How many cells it has.
    pub cells: usize,
    /// Who is asked for how many cells, by code.
    pub asked: Vec<(Organisation, usize)>,
    /// The cells that nobody answers for.
    pub unanswered: Vec<Place>,
    /// The cells that are asked elsewhere or known already.
    pub repeats: Vec<Repeat>,
    /// What its units are asked for.
    pub burden: Vec<Burden>,
}

/// What a round asks, of whom, what of it is asked elsewhere, and what all of it costs.
///
/// # Errors
/// [`CollectionError::UnknownRound`], a refusal, a failure of the database.
pub async fn design(
    tx: &ReadTx,
    scope: &Scope,
    codes: (&Code, &Code),
) -> Result<Design, CollectionError> {
    let found = round_for(tx, scope, Action::RoundManage, codes).await?;
    let drawn = Drawn::of(tx, scope, &found).await?;
    let repeats = repeats(tx, scope, &found, &drawn).await?;
    let burden = costs(tx, &found, &drawn).await?;
    let mut asked: BTreeMap<_, usize> = BTreeMap::new();
    for reporter in drawn.cells.iter().filter_map(|it| it.reporter) {
        *asked.entry(reporter).or_default() += 1;
    }
    let answering = Answering::of(tx, asked.keys().copied().collect()).await?;
    let mut asked: Vec<_> = asked
        .into_iter()
        .filter_map(|(id, cells)| Some((answering.get(id)?.clone(), cells)))
        .collect();
    asked.sort_by(|(a, _), (b, _)| a.code.cmp(&b.code));
    Ok(Design {
        cells: drawn.cells.len(),
        asked,
        unanswered: drawn.unanswered(),
        repeats,
        burden,
    })
}

/// The cells of a round with all that they refer to.
pub(super) struct Drawn {
    pub(super) cells: Vec<Planned>,
    pub(super) catalogue: Catalogue,
    pub(super) directory: Directory,
}

impl Drawn {
    pub(super) async fn of(
        tx: &ReadTx,
        scope: &Scope,
        FoundRound {
            strategy, round, ..
        }: &FoundRound,
    ) -> Result<Self, CollectionError> {
        let catalogue = yanzhi_catalogue::catalogue(tx, scope, strategy.id).await?;
        let directory = yanzhi_organisations::units(tx, scope, strategy.id).await?;
        let reach = scope.span(Action::RoundManage);
        let mut organisations = yanzhi_organisations::organisations(tx, scope).await?;
        organisations.retain(|it| reach.contains(it.id));
        let reporters = Reporters::of(&organisations);
        let owner = |code: &Code| catalogue.indicators.get(code)?.details.owner.clone();
        Ok(Self {
            cells: planned(&round.plan, &reporters, owner),
            catalogue,
            directory,
        })
    }

    fn codes(&self) -> Codes<'_> {
        let indicators = self.catalogue.indicators.values();
        let units = self.directory.units.values();
        Codes {
            indicators: indicators.map(|it| (it.id, &it.details.code)).collect(),
            units: units.map(|it| (it.id, &it.details.code)).collect(),
        }
    }

    /// The cells that nobody answers for.
    pub(super) fn unanswered(&self) -> Vec<Place> {
        let open = self.cells.iter().filter(|it| it.reporter.is_none());
        open.map(|it| it.place.clone()).collect()
    }
}

/// Indicators and units by their ids.
struct Codes<'a> {
    indicators: BTreeMap<Id<Indicator>, &'a Code>,
    units: BTreeMap<Id<Unit>, &'a Code>,
}

impl Codes<'_> {
    fn place(&self, cell: &Cell) -> Option<Place> {
        Some(Place {
            indicator: (*self.indicators.get(&cell.indicator)?).clone(),
            unit: (*self.units.get(&cell.unit)?).clone(),
            caliber: cell.caliber.clone(),
            period: cell.period,
        })
    }
}

/// The cells that another open round asks for, or whose figure is final.
pub(super) async fn repeats(
    tx: &ReadTx,
    scope: &Scope,
    found: &FoundRound,
    drawn: &Drawn,
) -> Result<Vec<Repeat>, CollectionError> {
    let wanted: BTreeSet<&Place> = drawn.cells.iter().map(|it| &it.place).collect();
    let mut repeats = asked_elsewhere(tx, found, drawn, &wanted).await?;
    let codes = drawn.codes();
    let items = found.round.plan.items.iter();
    let selection = Selection {
        indicators: items
            .filter_map(|it| Some(drawn.catalogue.indicators.get(&it.indicator)?.id))
            .collect(),
        ..Selection::default()
    };
    let figures = yanzhi_figures::figures(tx, scope, found.strategy.id, &selection).await?;
    for figure in figures {
        let said = figure.said;
        let is_final = matches!(
            said.status,
            ObservationStatus::Final | ObservationStatus::Revised
        );
        let place = codes.place(&said.cell);
        if let Some(place) = place.filter(|place| is_final && wanted.contains(place)) {
            repeats.push(Repeat { place, round: None });
        }
    }
    repeats.sort();
    Ok(repeats)
}

async fn asked_elsewhere(
    tx: &ReadTx,
    found: &FoundRound,
    drawn: &Drawn,
    wanted: &BTreeSet<&Place>,
) -> Result<Vec<Repeat>, CollectionError> {
    let all = store::round::all(tx, found.strategy.id).await?;
    let is_other = |it: &&Round| it.state == RoundState::Open && it.id != found.round.id;
    let others: BTreeMap<_, _> = all.iter().filter(is_other).map(|it| (it.id, it)).collect();
    let items = found.round.plan.items.iter();
    let indicators = items.filter_map(|it| Some(drawn.catalogue.indicators.get(&it.indicator)?.id));
    let (rounds, indicators) = (others.keys().copied().collect(), indicators.collect());
    let asks = store::ask::for_indicators(tx, &rounds, &indicators).await?;
    let repeats = asks.into_iter().filter_map(|ask| {
        let round = others.get(&ask.round)?.code.clone();
        wanted.contains(&ask.place).then_some(Repeat {
            place: ask.place,
            round: Some(round),
        })
    });
    Ok(repeats.collect())
}

async fn costs(
    tx: &ReadTx,
    found: &FoundRound,
    drawn: &Drawn,
) -> Result<Vec<Burden>, CollectionError> {
    let all = store::round::all(tx, found.strategy.id).await?;
    let others = all.iter().filter(|it| it.id != found.round.id);
    let asks = store::ask::of_rounds(tx, &others.map(|it| it.id).collect()).await?;
    let this = drawn.cells.iter().map(|it| &it.place);
    Ok(burden(this, asks.iter().map(|it| &it.place)))
}
