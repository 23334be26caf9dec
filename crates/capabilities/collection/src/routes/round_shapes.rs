//! Rounds as the API writes and reads them.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use yanzhi_kernel::{Code, ObservationStatus, Period};
use yanzhi_organisations::Organisation;
use yanzhi_web_kit::LocalText;

use crate::{
    Burden, Deadline, Design, FoundRound, InvalidTitle, Item, Levels, NewRound, Place, Plan,
    Recurrence, Repeat, ReportedBy, RoundChange, Title,
};

/// The rounds that may be seen.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct RoundList {
    pub(super) items: Vec<RoundShape>,
}

/// A round: who asks for what, by when.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Round)]
pub(crate) struct RoundShape {
    #[schema(example = "annual-2025")]
    code: String,
    title: LocalText,
    /// `draft`, `open`, `closed`.
    #[schema(example = "open")]
    state: String,
    /// The organisation that asks.
    organisation: NamedCode,
    items: Vec<ItemShape>,
    /// The units that are asked about.
    #[schema(example = json!(["330203"]))]
    units: Vec<String>,
    #[schema(example = json!(["2025"]))]
    periods: Vec<String>,
    /// How settled the figures will be: `estimate`, `flash`, `final`, `revised`.
    #[schema(example = "final")]
    status: String,
    /// 1 or 2 reviews.
    #[schema(example = 1)]
    levels: i32,
    /// `once`, `monthly`, `quarterly`, `yearly`, `rd_returns`.
    #[schema(example = "yearly")]
    recurrence: String,
    deadline: DeadlineShape,
    /// Why it asks for what is asked elsewhere or known already, where it does.
    repeat_reason: Option<String>,
    opened_at: Option<String>,
    closed_at: Option<String>,
    /// For `If-Match`, as `"v3"`.
    #[schema(example = 3)]
    version: i64,
}

/// A code with its name.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct NamedCode {
    #[schema(example = "330203")]
    pub(super) code: String,
    pub(super) name: LocalText,
}

/// A deadline: as it is spoken of, and the moment that it is.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Deadline)]
pub(crate) struct DeadlineShape {
    /// Day and time in the strategy's zone.
    #[schema(example = "2026-12-31T17:00")]
    local: String,
    #[schema(example = "Asia/Shanghai")]
    time_zone: String,
    #[schema(example = "2026-12-31T09:00:00Z")]
    at: String,
}

/// An indicator that a round asks for.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = RoundItem)]
pub(crate) struct ItemShape {
    #[schema(value_type = String, example = "RD_GDP")]
    indicator: Code,
    /// 口径: in which scope.
    #[schema(value_type = String, example = "DEMO")]
    caliber: Code,
    /// `unit`: the organisation that is scored as the unit; `owner`: the one that answers for the indicator.
    #[schema(value_type = String, example = "unit")]
    reported_by: ReportedBy,
}

/// A round to be designed.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct AddRound {
    #[schema(value_type = String, example = "annual-2025")]
    code: Code,
    title: LocalText,
    /// The organisation that asks.
    #[schema(value_type = String, example = "330200")]
    organisation: Code,
    items: Vec<ItemShape>,
    #[schema(value_type = Vec<String>, example = json!(["330203"]))]
    units: Vec<Code>,
    #[schema(value_type = Vec<String>, example = json!(["2025"]))]
    periods: Vec<Period>,
    /// `estimate`, `flash`, `final`, `revised`; `final` when left out.
    #[schema(value_type = Option<String>, example = "final")]
    status: Option<ObservationStatus>,
    /// 1 or 2 reviews; 1 when left out.
    #[schema(value_type = Option<i32>, minimum = 1, maximum = 2, example = 1)]
    levels: Option<LevelsShape>,
    /// `once`, `monthly`, `quarterly`, `yearly`, `rd_returns`; `once` when left out.
    #[schema(value_type = Option<String>, example = "yearly")]
    recurrence: Option<Recurrence>,
    /// In the strategy's zone: the end of a day, or a minute.
    #[schema(example = "2026-12-31")]
    deadline: String,
}

/// 1 or 2.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(try_from = "i32")]
pub(crate) struct LevelsShape(Levels);

impl TryFrom<i32> for LevelsShape {
    type Error = &'static str;

    fn try_from(number: i32) -> Result<Self, Self::Error> {
        let levels = Levels::of_number(number);
        levels.map(Self).ok_or("a round has 1 or 2 reviews")
    }
}

/// What is to be another one; what is left out stays.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct EditRound {
    title: Option<LocalText>,
    /// In the strategy's zone: the end of a day, or a minute.
    #[schema(example = "2026-12-31")]
    deadline: Option<String>,
    items: Option<Vec<ItemShape>>,
    #[schema(value_type = Option<Vec<String>>)]
    units: Option<Vec<Code>>,
    #[schema(value_type = Option<Vec<String>>)]
    periods: Option<Vec<Period>>,
    #[schema(value_type = Option<String>)]
    status: Option<ObservationStatus>,
    #[schema(value_type = Option<i32>, minimum = 1, maximum = 2)]
    levels: Option<LevelsShape>,
    #[schema(value_type = Option<String>)]
    recurrence: Option<Recurrence>,
}

/// Opening a round.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct OpenRound {
    /// Why it asks for what is asked elsewhere or known already; needed where it does.
    pub(super) reason: Option<String>,
}

/// What a round asks, and what that costs.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = RoundDesign)]
pub(crate) struct DesignShape {
    /// How many cells it has.
    cells: usize,
    /// Who is asked for how many cells.
    asked: Vec<AskedShape>,
    /// The cells that nobody answers for: the round is not opened while there are some.
    unanswered: Vec<PlaceShape>,
    /// The cells that are asked elsewhere or known already: the round is not opened without a reason.
    repeats: Vec<RepeatShape>,
    /// What its units are asked for, by year.
    burden: Vec<BurdenShape>,
}

/// An organisation that is asked.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = AskedOrganisation)]
pub(crate) struct AskedShape {
    organisation: NamedCode,
    cells: usize,
}

/// The place of a figure.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = FigurePlace)]
pub(crate) struct PlaceShape {
    #[schema(example = "RD_GDP")]
    indicator: String,
    #[schema(example = "330203")]
    unit: String,
    #[schema(example = "DEMO")]
    caliber: String,
    #[schema(example = "2025")]
    period: String,
}

/// A cell that is asked twice.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Repeat)]
pub(crate) struct RepeatShape {
    place: PlaceShape,
    /// The open round that asks for it; null when its figure is final already.
    round: Option<String>,
}

/// How many fields a unit is asked for in the periods of a year.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Burden)]
pub(crate) struct BurdenShape {
    #[schema(example = "330203")]
    unit: String,
    #[schema(example = 2025)]
    year: i32,
    of_this_round: usize,
    of_all_rounds: usize,
}

impl RoundShape {
    pub(super) fn of(found: &FoundRound) -> Self {
        let FoundRound {
            strategy,
            round,
            organisation,
        } = found;
        let items = round.plan.items.iter().map(ItemShape::of);
        Self {
            code: round.code.to_string(),
            title: round.title.text().into(),
            state: round.state.to_string(),
            organisation: NamedCode::of(organisation),
            items: items.collect(),
            units: round.plan.units.iter().map(Code::to_string).collect(),
            periods: round.plan.periods.iter().map(Period::to_string).collect(),
            status: round.plan.status.to_string(),
            levels: round.levels.number(),
            recurrence: round.recurrence.to_string(),
            deadline: DeadlineShape::of(&round.deadline, &strategy.time_zone),
            repeat_reason: round.repeat_reason.clone(),
            opened_at: round.opened_at.map(|at| at.to_string()),
            closed_at: round.closed_at.map(|at| at.to_string()),
            version: round.version,
        }
    }
}

impl NamedCode {
    pub(super) fn of(organisation: &Organisation) -> Self {
        Self {
            code: organisation.code.to_string(),
            name: organisation.name.text().into(),
        }
    }
}

impl DeadlineShape {
    pub(super) fn of(deadline: &Deadline, time_zone: &str) -> Self {
        Self {
            local: deadline.local(),
            time_zone: time_zone.to_owned(),
            at: deadline.moment().to_string(),
        }
    }
}

impl ItemShape {
    fn of(item: &Item) -> Self {
        Self {
            indicator: item.indicator.clone(),
            caliber: item.caliber.clone(),
            reported_by: item.reported_by,
        }
    }

    fn item(self) -> Item {
        Item {
            indicator: self.indicator,
            caliber: self.caliber,
            reported_by: self.reported_by,
        }
    }
}

impl DesignShape {
    pub(super) fn of(design: &Design) -> Self {
        let asked = design.asked.iter().map(|(organisation, cells)| AskedShape {
            organisation: NamedCode::of(organisation),
            cells: *cells,
        });
        Self {
            cells: design.cells,
            asked: asked.collect(),
            unanswered: design.unanswered.iter().map(PlaceShape::of).collect(),
            repeats: design.repeats.iter().map(RepeatShape::of).collect(),
            burden: design.burden.iter().map(BurdenShape::of).collect(),
        }
    }
}

impl PlaceShape {
    fn of(place: &Place) -> Self {
        Self {
            indicator: place.indicator.to_string(),
            unit: place.unit.to_string(),
            caliber: place.caliber.to_string(),
            period: place.period.to_string(),
        }
    }
}

impl RepeatShape {
    fn of(repeat: &Repeat) -> Self {
        Self {
            place: PlaceShape::of(&repeat.place),
            round: repeat.round.as_ref().map(Code::to_string),
        }
    }
}

impl BurdenShape {
    fn of(burden: &Burden) -> Self {
        Self {
            unit: burden.unit.to_string(),
            year: burden.year,
            of_this_round: burden.of_this_round,
            of_all_rounds: burden.of_all_rounds,
        }
    }
}

impl TryFrom<AddRound> for NewRound {
    type Error = InvalidTitle;

    fn try_from(asked: AddRound) -> Result<Self, InvalidTitle> {
        Ok(Self {
            organisation: asked.organisation,
            code: asked.code,
            title: Title::new(&asked.title.into())?,
            plan: Plan {
                items: asked.items.into_iter().map(ItemShape::item).collect(),
                units: asked.units,
                periods: asked.periods,
                status: asked.status.unwrap_or(ObservationStatus::Final),
            },
            levels: asked.levels.map_or(Levels::One, |it| it.0),
            recurrence: asked.recurrence.unwrap_or(Recurrence::Once),
            deadline: asked.deadline,
        })
    }
}

impl TryFrom<EditRound> for RoundChange {
    type Error = InvalidTitle;

    fn try_from(asked: EditRound) -> Result<Self, InvalidTitle> {
        let title = asked.title.map(|it| Title::new(&it.into()));
        let items = asked.items;
        Ok(Self {
            title: title.transpose()?,
            deadline: asked.deadline,
            items: items.map(|it| it.into_iter().map(ItemShape::item).collect()),
            units: asked.units,
            periods: asked.periods,
            status: asked.status,
            levels: asked.levels.map(|it| it.0),
            recurrence: asked.recurrence,
        })
    }
}
