//! Which figures are asked for: codes of the address become ids.

use serde::Deserialize;
use utoipa::IntoParams;
use yanzhi_catalogue::Catalogue;
use yanzhi_kernel::{Code, Id, ObservationStatus, Period, Scope};
use yanzhi_organisations::{Directory, Strategy, Unit};
use yanzhi_storage::ReadTx;

use crate::{AsOf, Cell, FiguresError, Selection, Subject};

/// Which figures; what is left out does not matter.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct Filter {
    /// Only of this indicator.
    #[param(value_type = Option<String>, example = "RD_GDP")]
    pub(super) indicator: Option<Code>,
    /// Only of this unit.
    #[param(value_type = Option<String>, example = "330203")]
    pub(super) unit: Option<Code>,
    /// Only of this caliber.
    #[param(value_type = Option<String>)]
    pub(super) caliber: Option<Code>,
    /// Only of this period.
    #[param(value_type = Option<String>, example = "2023")]
    pub(super) period: Option<Period>,
    /// `estimate`, `flash`, `final` or `revised`.
    #[param(value_type = Option<String>, example = "final")]
    pub(super) status: Option<ObservationStatus>,
    /// As known on this day, or at this moment; now by default.
    #[param(value_type = Option<String>, example = "2026-01-05")]
    pub(super) as_of: Option<AsOf>,
}

/// A strategy with the names and ids of what its figures are about.
pub(super) struct Names {
    pub(super) strategy: Strategy,
    pub(super) catalogue: Catalogue,
    pub(super) directory: Directory,
}

impl Names {
    pub(super) async fn read(
        tx: &ReadTx,
        scope: &Scope,
        code: &Code,
    ) -> Result<Self, FiguresError> {
        let strategy = yanzhi_organisations::strategy(tx, scope, code).await?;
        let strategy = strategy.ok_or_else(|| unknown(Subject::Strategy, code))?;
        Ok(Self {
            catalogue: yanzhi_catalogue::catalogue(tx, scope, strategy.id).await?,
            directory: yanzhi_organisations::units(tx, scope, strategy.id).await?,
            strategy,
        })
    }

    pub(super) fn indicator(
        &self,
        code: &Code,
    ) -> Result<Id<yanzhi_catalogue::Indicator>, FiguresError> {
        let known = self.catalogue.indicators.get(code);
        known
            .map(|known| known.id)
            .ok_or_else(|| unknown(Subject::Indicator, code))
    }

    pub(super) fn unit(&self, code: &Code) -> Result<Id<Unit>, FiguresError> {
        let known = self.directory.units.get(code);
        known
            .map(|known| known.id)
            .ok_or_else(|| unknown(Subject::Unit, code))
    }

    pub(super) fn caliber(&self, code: &Code) -> Result<Code, FiguresError> {
        let known = self.catalogue.calibers.contains_key(code);
        known
            .then(|| code.clone())
            .ok_or_else(|| unknown(Subject::Caliber, code))
    }

    pub(super) fn selection(&self, filter: &Filter) -> Result<Selection, FiguresError> {
        let indicator = filter.indicator.as_ref().map(|code| self.indicator(code));
        let unit = filter.unit.as_ref().map(|code| self.unit(code));
        let caliber = filter.caliber.as_ref().map(|code| self.caliber(code));
        let as_of = filter
            .as_of
            .map(|as_of| as_of.moment(&self.strategy.time_zone));
        Ok(Selection {
            indicators: indicator.transpose()?.into_iter().collect(),
            unit: unit.transpose()?,
            caliber: caliber.transpose()?,
            period: filter.period,
            status: filter.status,
            as_of: as_of.transpose()?,
        })
    }

    /// A cell by `indicator,unit,caliber,period`; `None` when the text is none.
    pub(super) fn cell(&self, text: &str) -> Option<Cell> {
        let parts: Vec<&str> = text.split(',').collect();
        let [indicator, unit, caliber, period] = parts.as_slice() else {
            return None;
        };
        Some(Cell {
            indicator: self.indicator(&indicator.parse().ok()?).ok()?,
            unit: self.unit(&unit.parse().ok()?).ok()?,
            caliber: caliber.parse().ok()?,
            period: period.parse().ok()?,
        })
    }
}

fn unknown(what: Subject, code: &Code) -> FiguresError {
    FiguresError::Unknown {
        what,
        code: code.clone(),
    }
}
