//! What a plan asks, of whom, and what that costs.

use std::collections::{BTreeMap, BTreeSet};

use yanzhi_kernel::{Code, Text, access::OrganisationId};
use yanzhi_organisations::Organisation;

use crate::{Item, Place, Plan, Recurrence, ReportedBy, rules::recurrence};

/// Why a plan is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PlanFault {
    /// Nothing is asked: no indicator, no unit or no period.
    Empty,
    /// More cells than a round may have.
    TooLarge(usize),
    /// Something is named twice.
    Twice(String),
    /// There is no such indicator.
    UnknownIndicator(Code),
    /// It is computed, and nobody reports it.
    Derived(Code),
    /// There is no such caliber.
    UnknownCaliber(Code),
    /// There is no such unit.
    UnknownUnit(Code),
    /// The periods are not of the kind that the recurrence asks for.
    Recurrence(Recurrence),
}

impl PlanFault {
    /// What is wrong, and what to do.
    pub fn text(&self) -> Text {
        match self {
            Self::Empty => Text::new(
                "任务没有内容：请至少选择一个指标、一个单位和一个期别。",
                "The round asks for nothing: choose at least one indicator, one unit and one period.",
            ),
            Self::TooLarge(cells) => Text::new(
                format!("任务共 {cells} 格，超过上限 {MAX_CELLS}：请拆分为几个任务。"),
                format!(
                    "The round has {cells} cells, more than {MAX_CELLS}: make several rounds of it."
                ),
            ),
            Self::Twice(what) => Text::new(
                format!("{what} 列了两次：请删去一处。"),
                format!("{what} is listed twice: leave one out."),
            ),
            Self::UnknownIndicator(code) => Text::new(
                format!("没有指标 {code}：请从指标列表中选择。"),
                format!("There is no indicator {code}: choose one from the list."),
            ),
            Self::Derived(code) => Text::new(
                format!("指标 {code} 由其他指标计算得出，不需要填报：请改为采集其计算所用的指标。"),
                format!(
                    "{code} is computed from other indicators and not reported: ask for those instead."
                ),
            ),
            Self::UnknownCaliber(code) => Text::new(
                format!("没有口径 {code}：请从口径列表中选择。"),
                format!("There is no caliber {code}: choose one from the list."),
            ),
            Self::UnknownUnit(code) => Text::new(
                format!("没有单位 {code}：请从单位列表中选择。"),
                format!("There is no unit {code}: choose one from the list."),
            ),
            Self::Recurrence(recurrence) => Text::new(
                format!(
                    "期别与周期 {recurrence} 不符：月度用月，季度用季，研发费用用 1–5、1–8、1–11 月累计。"
                ),
                format!(
                    "The periods do not fit the recurrence {recurrence}: months for monthly, quarters for quarterly, \
                     January to May, August or November for R&D returns."
                ),
            ),
        }
    }
}

/// Most cells of a round.
pub(crate) const MAX_CELLS: usize = 20_000;

/// What a plan may name.
pub(crate) struct Known<'a> {
    pub(crate) indicators: &'a dyn Fn(&Code) -> bool,
    pub(crate) derived: &'a dyn Fn(&Code) -> bool,
    pub(crate) calibers: &'a dyn Fn(&Code) -> bool,
    pub(crate) units: &'a dyn Fn(&Code) -> bool,
}

/// Checks that a plan asks for something that there is, once.
pub(crate) fn check(
    plan: &Plan,
    recurrence: Recurrence,
    known: &Known<'_>,
) -> Result<(), PlanFault> {
    let cells = plan.items.len() * plan.units.len() * plan.periods.len();
    if cells == 0 {
        return Err(PlanFault::Empty);
    }
    if cells > MAX_CELLS {
        return Err(PlanFault::TooLarge(cells));
    }
    let mut seen = BTreeSet::new();
    for Item {
        indicator, caliber, ..
    } in &plan.items
    {
        if !(known.indicators)(indicator) {
            return Err(PlanFault::UnknownIndicator(indicator.clone()));
        }
        if (known.derived)(indicator) {
            return Err(PlanFault::Derived(indicator.clone()));
        }
        if !(known.calibers)(caliber) {
            return Err(PlanFault::UnknownCaliber(caliber.clone()));
        }
        if !seen.insert((indicator, caliber)) {
            return Err(PlanFault::Twice(format!("{indicator} ({caliber})")));
        }
    }
    let unknown = plan.units.iter().find(|code| !(known.units)(code));
    if let Some(code) = unknown {
        return Err(PlanFault::UnknownUnit(code.clone()));
    }
    twice(&plan.units)?;
    twice(&plan.periods)?;
    if !recurrence::fits(&plan.periods, recurrence) {
        return Err(PlanFault::Recurrence(recurrence));
    }
    Ok(())
}

fn twice<T: Ord + ToString>(listed: &[T]) -> Result<(), PlanFault> {
    let mut seen = BTreeSet::new();
    match listed.iter().find(|it| !seen.insert(*it)) {
        Some(it) => Err(PlanFault::Twice(it.to_string())),
        None => Ok(()),
    }
}

/// Who answers for what.
#[derive(Clone, Debug, Default)]
pub(crate) struct Reporters {
    by_unit: BTreeMap<Code, OrganisationId>,
    by_code: BTreeMap<Code, OrganisationId>,
}

impl Reporters {
    /// From the organisations that may be asked. What one that was merged into another would have reported, its heir
    /// reports; what a closed one without heir would have, nobody.
    pub(crate) fn of(organisations: &[Organisation]) -> Self {
        let by_id: BTreeMap<_, _> = organisations.iter().map(|it| (it.id, it)).collect();
        let mut reporters = Self::default();
        // The open ones first: of two that are scored as one unit, the one that is still there reports.
        let (open, closed): (Vec<_>, Vec<_>) =
            organisations.iter().partition(|it| it.closed_at.is_none());
        for organisation in open.into_iter().chain(closed) {
            let Some(answers) = heir(organisation, &by_id) else {
                continue;
            };
            let code = organisation.code.clone();
            reporters.by_code.entry(code).or_insert(answers);
            if let Some(unit) = &organisation.unit {
                reporters.by_unit.entry(unit.clone()).or_insert(answers);
            }
        }
        reporters
    }

    fn of_item(&self, item: &Item, unit: &Code, owner: Option<&Code>) -> Option<OrganisationId> {
        match item.reported_by {
            ReportedBy::Unit => self.by_unit.get(unit).copied(),
            ReportedBy::Owner => {
                let owner = owner?;
                let by_code = self.by_code.get(owner);
                by_code.or_else(|| self.by_unit.get(owner)).copied()
            }
        }
    }
}

/// The open organisation that an organisation has become.
pub(crate) fn heir(
    organisation: &Organisation,
    by_id: &BTreeMap<OrganisationId, &Organisation>,
) -> Option<OrganisationId> {
    let mut now = organisation;
    // A way longer than there are organisations goes round in a circle: the database was changed by hand.
    for _ in 0..=by_id.len() {
        if now.closed_at.is_none() {
            return Some(now.id);
        }
        now = by_id.get(&now.merged_into?).copied()?;
    }
    None
}

/// A cell that is to be asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Planned {
    pub(crate) place: Place,
    /// Who is asked; `None` when nobody answers for it.
    pub(crate) reporter: Option<OrganisationId>,
}

/// The cells of a plan: by item, unit and period, in the order in which the plan lists them.
pub(crate) fn planned(
    plan: &Plan,
    reporters: &Reporters,
    owner: impl Fn(&Code) -> Option<Code>,
) -> Vec<Planned> {
    let mut cells = Vec::new();
    for item in &plan.items {
        let owner = owner(&item.indicator);
        for unit in &plan.units {
            let reporter = reporters.of_item(item, unit, owner.as_ref());
            cells.extend(plan.periods.iter().map(|period| Planned {
                place: Place {
                    indicator: item.indicator.clone(),
                    unit: unit.clone(),
                    caliber: item.caliber.clone(),
                    period: *period,
                },
                reporter,
            }));
        }
    }
    cells
}

/// How many fields a unit is asked for in the periods of a year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Burden {
    /// The unit.
    pub unit: Code,
    /// The year in which the periods begin.
    pub year: i32,
    /// In this round.
    pub of_this_round: usize,
    /// In all rounds that were opened, and this one.
    pub of_all_rounds: usize,
}

/// What a round and all others ask of its units, by unit and year.
pub(crate) fn burden<'a>(
    this: impl IntoIterator<Item = &'a Place>,
    others: impl IntoIterator<Item = &'a Place>,
) -> Vec<Burden> {
    let mut count: BTreeMap<(&Code, i32), (usize, usize)> = BTreeMap::new();
    for place in this {
        let fields = count.entry((&place.unit, place.period.first_year()));
        let (own, all) = fields.or_default();
        (*own, *all) = (*own + 1, *all + 1);
    }
    for place in others {
        if let Some((_, all)) = count.get_mut(&(&place.unit, place.period.first_year())) {
            *all += 1;
        }
    }
    let row = |((unit, year), (own, all)): ((&Code, i32), (usize, usize))| Burden {
        unit: unit.clone(),
        year,
        of_this_round: own,
        of_all_rounds: all,
    };
    count.into_iter().map(row).collect()
}

#[cfg(test)]
mod tests;
