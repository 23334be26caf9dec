//! "As known on" a day or at a moment.

use std::str::FromStr;

use jiff::civil::Date;
use serde::Deserialize;
use yanzhi_kernel::Timestamp;

use crate::FiguresError;

/// Up to when figures count: a day, to its end where the strategy is, or a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(try_from = "String")]
pub enum AsOf {
    /// To the end of this day.
    Day(Date),
    /// To this moment.
    Moment(Timestamp),
}

/// The text is neither a day nor a moment.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is neither a day nor a moment: write 2026-01-05 or 2026-01-05T02:00:00Z")]
pub struct InvalidAsOf(String);

impl FromStr for AsOf {
    type Err = InvalidAsOf;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if text.len() == 10
            && let Ok(day) = text.parse()
        {
            return Ok(Self::Day(day));
        }
        Timestamp::try_from(text.to_owned())
            .map(Self::Moment)
            .map_err(|_| InvalidAsOf(text.to_owned()))
    }
}

impl TryFrom<String> for AsOf {
    type Error = InvalidAsOf;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl AsOf {
    /// The last moment that counts, in a time zone such as `Asia/Shanghai`.
    ///
    /// # Errors
    /// [`FiguresError::TimeZone`] when the zone is unknown, or the day ends beyond the calendar.
    pub fn moment(self, time_zone: &str) -> Result<Timestamp, FiguresError> {
        let unknown = || FiguresError::TimeZone(time_zone.to_owned());
        match self {
            Self::Moment(moment) => Ok(moment),
            Self::Day(day) => {
                let next = day.tomorrow().and_then(|next| next.in_tz(time_zone));
                let next = next.map_err(|_| unknown())?.timestamp().as_microsecond();
                Timestamp::from_micros(next - 1).ok_or_else(unknown)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn end(text: &str, zone: &str) -> String {
        let as_of: AsOf = text.parse().unwrap();
        as_of.moment(zone).unwrap().to_string()
    }

    #[test]
    fn a_day_counts_to_its_end_where_the_strategy_is() {
        assert_eq!(end("2026-01-05", "UTC"), "2026-01-05T23:59:59.999999Z");
        assert_eq!(
            end("2026-01-05", "Asia/Shanghai"),
            "2026-01-05T15:59:59.999999Z"
        );
        // The clocks go forward that night: the day has 23 hours.
        assert_eq!(
            end("2026-03-29", "Europe/Berlin"),
            "2026-03-29T21:59:59.999999Z"
        );
    }

    #[test]
    fn a_moment_counts_to_itself() {
        let moment = "2026-01-05T02:00:00.000001Z";
        assert_eq!(end(moment, "Asia/Shanghai"), moment);
        assert_eq!(
            end("2026-01-05T10:00:00+08:00", "UTC"),
            "2026-01-05T02:00:00Z"
        );
    }

    #[test]
    fn what_is_neither_is_refused() {
        for text in [
            "",
            "2026",
            "2026-02-30",
            "2026-1-5",
            "yesterday",
            "2026-01-05T10:00:00",
        ] {
            assert!(text.parse::<AsOf>().is_err(), "{text}");
        }
        let day: AsOf = "2026-01-05".parse().unwrap();
        assert!(day.moment("Mars/Olympus").is_err());
    }
}
