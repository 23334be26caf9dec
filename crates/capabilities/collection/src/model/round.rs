//! Rounds: who is asked for what, for which periods, by when.

use jiff::{civil, tz::TimeZone};
use serde::{Deserialize, Serialize};
use yanzhi_kernel::{
    Code, Id, ObservationStatus, Period, Timestamp, access::OrganisationId, word_list,
};
use yanzhi_organisations::Strategy;

use crate::Title;

word_list! {
    /// How far a round is.
    RoundState, "state" {
        /// It is being designed; nobody is asked yet.
        Draft = "draft",
        /// It is filled in.
        Open = "open",
        /// Nothing is taken any more.
        Closed = "closed",
    }
}

word_list! {
    /// How a round comes again.
    Recurrence, "recurrence" {
        /// It does not.
        Once = "once",
        /// Every month.
        Monthly = "monthly",
        /// Every quarter.
        Quarterly = "quarterly",
        /// Every year.
        Yearly = "yearly",
        /// 企业研发费用: three times a year, for its first five, eight and eleven months added up.
        RdReturns = "rd_returns",
    }
}

word_list! {
    /// Who reports an indicator.
    ReportedBy, "reported_by" {
        /// The organisation that is scored as the unit.
        Unit = "unit",
        /// The organisation that answers for the indicator, for all units.
        Owner = "owner",
    }
}

/// How many reviews a submission passes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Levels {
    /// One: who may decide approves or returns.
    One,
    /// Two: somebody where it was filled in endorses it, then somebody of the organisation that asks approves it.
    Two,
}

impl Levels {
    /// 1 or 2.
    pub const fn number(self) -> i32 {
        match self {
            Self::One => 1,
            Self::Two => 2,
        }
    }

    /// From 1 or 2.
    pub const fn of_number(number: i32) -> Option<Self> {
        match number {
            1 => Some(Self::One),
            2 => Some(Self::Two),
            _ => None,
        }
    }
}

/// An indicator that a round asks for.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Item {
    /// The indicator.
    pub indicator: Code,
    /// 口径: in which scope.
    pub caliber: Code,
    /// By whom it is reported.
    pub reported_by: ReportedBy,
}

/// What a round asks for: every item, of every unit, for every period.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    /// The indicators.
    pub items: Vec<Item>,
    /// The units, by code.
    pub units: Vec<Code>,
    /// The periods.
    pub periods: Vec<Period>,
    /// How settled the figures will be that are reported.
    pub status: ObservationStatus,
}

/// A deadline as it is spoken of: a day and a time of the strategy's zone, and the moment that this is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deadline {
    local: civil::DateTime,
    at: Timestamp,
}

/// The text is no deadline.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "{0:?} is not a deadline: write the day, such as 2026-12-31, or day and time, such as 2026-12-31T17:00"
)]
pub struct InvalidDeadline(pub String);

impl Deadline {
    /// A deadline in a zone: `2026-12-31` is the end of that day, `2026-12-31T17:00` is that minute.
    ///
    /// # Errors
    /// [`InvalidDeadline`], also for a zone that is not known.
    pub fn read(text: &str, zone: &str) -> Result<Self, InvalidDeadline> {
        let invalid = || InvalidDeadline(text.to_owned());
        let local = if text.len() == "2026-12-31".len() {
            let day: civil::Date = text.parse().map_err(|_| invalid())?;
            day.tomorrow().map_err(|_| invalid())?.at(0, 0, 0, 0)
        } else {
            text.parse().map_err(|_| invalid())?
        };
        Self::at(local, zone).ok_or_else(invalid)
    }

    fn at(local: civil::DateTime, zone: &str) -> Option<Self> {
        let zone = TimeZone::get(zone).ok()?;
        let moment = zone.to_ambiguous_zoned_datetime(local).compatible().ok()?;
        let at = Timestamp::from_micros(moment.timestamp().as_microsecond())?;
        Some(Self { local, at })
    }

    /// A deadline that was agreed on: it stays the moment that it was, whatever its zone does later. `None` when the
    /// text is no day and time.
    pub(crate) fn kept(local: &str, at: Timestamp) -> Option<Self> {
        let local = local.parse().ok()?;
        Some(Self { local, at })
    }

    /// Day and time in the zone: `2026-12-31T17:00`.
    pub fn local(&self) -> String {
        self.local.strftime("%Y-%m-%dT%H:%M").to_string()
    }

    /// The moment.
    pub const fn moment(&self) -> Timestamp {
        self.at
    }

    /// The same day and time so many months later; the last day of a month that is shorter.
    pub fn later_by(&self, months: i32, zone: &str) -> Option<Self> {
        let span = jiff::Span::new().try_months(months).ok()?;
        Self::at(self.local.checked_add(span).ok()?, zone)
    }
}

/// A round.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Round {
    /// Its id.
    pub id: Id<Round>,
    /// Whose strategy it serves.
    pub strategy: Id<Strategy>,
    /// The organisation that asks.
    pub organisation: OrganisationId,
    /// Its code.
    pub code: Code,
    /// Its title.
    pub title: Title,
    /// How far it is.
    pub state: RoundState,
    /// What it asks for.
    pub plan: Plan,
    /// How many reviews.
    pub levels: Levels,
    /// How it comes again.
    pub recurrence: Recurrence,
    /// By when.
    pub deadline: Deadline,
    /// Why it asks for what is asked elsewhere or known already, where it does.
    pub repeat_reason: Option<String>,
    /// Raised by every change.
    pub version: i64,
    /// When it was opened.
    pub opened_at: Option<Timestamp>,
    /// When it was closed.
    pub closed_at: Option<Timestamp>,
}

/// A round that is being added.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewRound {
    /// The organisation that asks.
    pub organisation: Code,
    /// Its code.
    pub code: Code,
    /// Its title.
    pub title: Title,
    /// What it asks for.
    pub plan: Plan,
    /// How many reviews.
    pub levels: Levels,
    /// How it comes again.
    pub recurrence: Recurrence,
    /// By when: a day, or day and time, in the strategy's zone.
    pub deadline: String,
}

/// What is to be another one; `None` stays. Once a round is open, only title and deadline change.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RoundChange {
    /// The title.
    pub title: Option<Title>,
    /// The deadline.
    pub deadline: Option<String>,
    /// The indicators.
    pub items: Option<Vec<Item>>,
    /// The units.
    pub units: Option<Vec<Code>>,
    /// The periods.
    pub periods: Option<Vec<Period>>,
    /// How settled the figures will be.
    pub status: Option<ObservationStatus>,
    /// How many reviews.
    pub levels: Option<Levels>,
    /// How it comes again.
    pub recurrence: Option<Recurrence>,
}

impl RoundChange {
    /// Whether it touches what is asked, and of whom.
    pub const fn is_of_the_design(&self) -> bool {
        self.items.is_some()
            || self.units.is_some()
            || self.periods.is_some()
            || self.status.is_some()
            || self.levels.is_some()
            || self.recurrence.is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ZONE: &str = "Asia/Shanghai";

    #[test]
    fn a_day_ends_at_midnight_of_the_strategys_zone() {
        let deadline = Deadline::read("2026-12-31", ZONE).unwrap();
        assert_eq!(deadline.local(), "2027-01-01T00:00");
        assert_eq!(deadline.moment().to_string(), "2026-12-31T16:00:00Z");
        let deadline = Deadline::read("2026-12-31T17:00", ZONE).unwrap();
        assert_eq!(deadline.moment().to_string(), "2026-12-31T09:00:00Z");
        assert_eq!(Deadline::read(&deadline.local(), ZONE), Ok(deadline));
    }

    #[test]
    fn what_is_no_day_or_no_zone_is_refused() {
        for (text, zone) in [
            ("2026-02-30", ZONE),
            ("31.12.2026", ZONE),
            ("", ZONE),
            ("2026-12-31T25:00", ZONE),
            ("9999-12-31", ZONE),
            ("2026-12-31", "Asia/Ningbo"),
        ] {
            assert!(Deadline::read(text, zone).is_err(), "{text} {zone}");
        }
    }

    #[test]
    fn a_month_later_is_the_last_day_of_a_shorter_month() {
        let deadline = Deadline::read("2026-01-31T12:00", ZONE).unwrap();
        let later = deadline.later_by(1, ZONE).unwrap();
        assert_eq!(later.local(), "2026-02-28T12:00");
    }

    /// Where clocks are put forward, a time that does not exist is the one just after.
    #[test]
    fn a_time_that_a_zone_leaves_out_is_a_moment_all_the_same() {
        let deadline = Deadline::read("2026-03-29T02:30", "Europe/Berlin").unwrap();
        assert_eq!(deadline.moment().to_string(), "2026-03-29T01:30:00Z");
    }
}
