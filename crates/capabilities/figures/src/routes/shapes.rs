//! Figures as the API says them.

use std::collections::{BTreeMap, HashMap};

use serde::Serialize;
use utoipa::ToSchema;
use yanzhi_catalogue::Indicator;
use yanzhi_identity::DisplayName;
use yanzhi_kernel::{Code, Id, Text, Timestamp, access::AccountId};
use yanzhi_organisations::Unit;
use yanzhi_web_kit::LocalText;

use super::asked::Names;
use crate::{Absence, Figure, Value};

/// A code with its name.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[schema(as = FigureNamed)]
pub(super) struct Named {
    #[schema(example = "RD_GDP")]
    pub(super) code: String,
    pub(super) name: LocalText,
}

/// Why there is no value.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = FigureMissing)]
pub(super) struct MissingShape {
    /// `not_collected`, `not_applicable`, `confidential` or `not_yet_available`.
    #[schema(example = "confidential")]
    reason: &'static str,
    /// The reason, for people.
    name: LocalText,
    /// What there is to add to it.
    note: Option<String>,
}

impl From<&Absence> for MissingShape {
    fn from(absence: &Absence) -> Self {
        Self {
            reason: absence.reason.as_str(),
            name: (&absence.reason.name()).into(),
            note: absence.note.clone(),
        }
    }
}

/// What a version says.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = FigureSaid)]
pub(super) struct SaidShape {
    /// Its number among the versions of the cell: 1, 2, 3, …
    version: u32,
    value: Option<f64>,
    /// The number as it was reported.
    #[schema(example = "2.50")]
    value_text: Option<String>,
    /// Why there is no value; `null` when there is one.
    missing: Option<MissingShape>,
    /// `estimate`, `flash`, `final` or `revised`.
    #[schema(example = "final")]
    status: &'static str,
    /// The code of its source.
    source: Option<String>,
    is_synthetic: bool,
    note: Option<String>,
    /// The answer to what a check found doubtful.
    explanation: Option<String>,
    /// Until when only those see it who may read unreleased figures of the unit.
    embargo_until: Option<String>,
    recorded_at: String,
}

impl From<&Figure> for SaidShape {
    fn from(figure: &Figure) -> Self {
        let said = &figure.said;
        Self {
            version: figure.sequence,
            value: figure.value().map(Value::number),
            value_text: figure.value().map(|value| value.text().to_owned()),
            missing: said.content.absence().map(MissingShape::from),
            status: said.status.as_str(),
            source: said.source.as_ref().map(Code::to_string),
            is_synthetic: said.is_synthetic,
            note: said.note.clone(),
            explanation: said.explanation.clone(),
            embargo_until: said.embargo_until.as_ref().map(Timestamp::to_string),
            recorded_at: figure.recorded_at.to_string(),
        }
    }
}

/// A figure in its cell.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = FigureRow)]
pub(super) struct FigureShape {
    indicator: Named,
    unit: Named,
    caliber: Named,
    #[schema(example = "2023")]
    period: String,
    #[serde(flatten)]
    said: SaidShape,
}

/// The names of what a strategy's figures are about, by id.
pub(super) struct Labels<'a> {
    indicators: HashMap<Id<Indicator>, (&'a Code, &'a Text)>,
    units: HashMap<Id<Unit>, (&'a Code, &'a Text)>,
    calibers: BTreeMap<&'a Code, &'a Text>,
}

impl<'a> Labels<'a> {
    pub(super) fn of(names: &'a Names) -> Self {
        let indicators = names.catalogue.indicators.iter();
        let units = names.directory.units.iter();
        let calibers = names.catalogue.calibers.iter();
        Self {
            indicators: indicators
                .map(|(code, known)| (known.id, (code, &known.details.name)))
                .collect(),
            units: units
                .map(|(code, known)| (known.id, (code, &known.details.name)))
                .collect(),
            calibers: calibers.map(|(code, known)| (code, &known.name)).collect(),
        }
    }

    /// Indicator, unit and caliber of a figure, each with its name.
    pub(super) fn cell(&self, figure: &Figure) -> [Named; 3] {
        let cell = &figure.said.cell;
        let named = |found: Option<&(&Code, &Text)>| match found {
            Some((code, name)) => Named {
                code: code.to_string(),
                name: (*name).into(),
            },
            None => Named {
                code: String::new(),
                name: (&Text::default()).into(),
            },
        };
        let caliber = self.calibers.get(&cell.caliber);
        let caliber = Named {
            code: cell.caliber.to_string(),
            name: caliber.map_or_else(
                || (&Text::same(cell.caliber.as_str())).into(),
                |name| (*name).into(),
            ),
        };
        [
            named(self.indicators.get(&cell.indicator)),
            named(self.units.get(&cell.unit)),
            caliber,
        ]
    }

    /// Where a page ends, as `after` wants it.
    pub(super) fn cursor(&self, figure: &Figure) -> String {
        let [indicator, unit, caliber] = self.cell(figure);
        let period = figure.said.cell.period;
        format!("{},{},{},{period}", indicator.code, unit.code, caliber.code)
    }

    pub(super) fn row(&self, figure: &Figure) -> FigureShape {
        let [indicator, unit, caliber] = self.cell(figure);
        FigureShape {
            indicator,
            unit,
            caliber,
            period: figure.said.cell.period.to_string(),
            said: figure.into(),
        }
    }
}

/// Who did something.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = FigureActor)]
pub(super) struct ActorShape {
    /// As the audit log writes it: `account:` and an id, `operator`.
    #[schema(example = "operator")]
    actor: String,
    /// The name of the account.
    name: Option<String>,
}

/// The account of an actor.
pub(super) fn account_of(actor: &str) -> Option<AccountId> {
    let id = actor.strip_prefix("account:")?;
    id.parse().ok().map(Id::from_uuid)
}

impl ActorShape {
    pub(super) fn of(actor: &str, names: &BTreeMap<AccountId, DisplayName>) -> Self {
        let name = account_of(actor).and_then(|account| names.get(&account));
        Self {
            actor: actor.to_owned(),
            name: name.map(|name| name.as_str().to_owned()),
        }
    }
}
