//! The time a figure covers.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

/// What kind of period it is. Figures of different kinds are never compared: January to August is not a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PeriodKind {
    /// `2023`
    Year,
    /// `2023H1`
    HalfYear,
    /// `2023Q1`
    Quarter,
    /// `2023-03`
    Month,
    /// `2023-01..2023-08`: months of one year added up from its January on.
    Cumulative,
    /// `2021/2025`: the years of a plan.
    Plan,
}

impl PeriodKind {
    /// The word that files and the API use.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Year => "year",
            Self::HalfYear => "half_year",
            Self::Quarter => "quarter",
            Self::Month => "month",
            Self::Cumulative => "cumulative",
            Self::Plan => "plan",
        }
    }
}

/// A period: a kind with its first and last month. Ordered by first month, then by last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Period {
    /// Months since year 0.
    first: i32,
    last: i32,
    kind: PeriodKind,
}

/// The text is no period.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "{0:?} is not a period: write 2023, 2023H1, 2023Q1, 2023-03, 2023-01..2023-08 or 2021/2025"
)]
pub struct InvalidPeriod(pub String);

impl Period {
    /// The years a period may lie in.
    pub const YEARS: std::ops::RangeInclusive<i32> = 1900..=2199;

    /// The calendar year.
    pub fn year(year: i32) -> Option<Self> {
        Self::YEARS.contains(&year).then_some(Self {
            first: year * 12,
            last: year * 12 + 11,
            kind: PeriodKind::Year,
        })
    }

    /// The kind.
    pub const fn kind(self) -> PeriodKind {
        self.kind
    }

    /// The calendar year the period begins in.
    pub const fn first_year(self) -> i32 {
        self.first.div_euclid(12)
    }

    /// Its months, counted from January of the year 0.
    pub const fn months(self) -> std::ops::RangeInclusive<i32> {
        self.first..=self.last
    }

    /// Months from a period to the next of its kind. A cumulative period comes again with the next year, a plan
    /// when its years are over.
    pub const fn stride(self) -> i32 {
        match self.kind {
            PeriodKind::Cumulative => 12,
            _ => self.last - self.first + 1,
        }
    }

    /// The period of the same kind one step earlier: the year, half-year, quarter or month before; for a
    /// cumulative period the same months of the year before; for a plan the plan of the same length before.
    pub fn previous(self) -> Option<Self> {
        self.shifted(-self.stride())
    }

    /// The period of the same kind some months later, or earlier where they are negative. `None` where the months
    /// are no multiple of [`stride`](Self::stride), so that no period of this kind stands there, or where it would
    /// leave [`YEARS`](Self::YEARS).
    pub fn shifted(self, months: i32) -> Option<Self> {
        let is_whole = months % self.stride() == 0;
        let shifted = Self {
            first: self.first.checked_add(months)?,
            last: self.last.checked_add(months)?,
            kind: self.kind,
        };
        let is_within = |month: i32| Self::YEARS.contains(&month.div_euclid(12));
        (is_whole && is_within(shifted.first) && is_within(shifted.last)).then_some(shifted)
    }

    /// January to a month of a year, added up; `None` when there is no such month or the year is out of range.
    pub fn cumulative(year: i32, last_month: i32) -> Option<Self> {
        (1..=12)
            .contains(&last_month)
            .then(|| Self::within(year, 1, last_month, PeriodKind::Cumulative))?
    }

    /// The month of its year in which it ends, 1 to 12.
    pub const fn last_month(self) -> i32 {
        self.last.rem_euclid(12) + 1
    }

    fn within(year: i32, first_month: i32, months: i32, kind: PeriodKind) -> Option<Self> {
        let first = year * 12 + first_month - 1;
        Self::YEARS.contains(&year).then_some(Self {
            first,
            last: first + months - 1,
            kind,
        })
    }

    fn read(text: &str) -> Option<Self> {
        if let Some((from, to)) = text.split_once("..") {
            return Self::read_cumulative(from, to);
        }
        if let Some((from, to)) = text.split_once('/') {
            let (from, to) = (four_digits(from)?, four_digits(to)?);
            let inside = Self::YEARS.contains(&from) && Self::YEARS.contains(&to) && from <= to;
            return inside.then_some(Self {
                first: from * 12,
                last: to * 12 + 11,
                kind: PeriodKind::Plan,
            });
        }
        let (year, rest) = (four_digits(text.get(..4)?)?, text.get(4..)?);
        match rest.as_bytes() {
            [] => Self::year(year),
            [b'H', half @ b'1'..=b'2'] => Self::within(
                year,
                i32::from(half - b'1') * 6 + 1,
                6,
                PeriodKind::HalfYear,
            ),
            [b'Q', quarter @ b'1'..=b'4'] => Self::within(
                year,
                i32::from(quarter - b'1') * 3 + 1,
                3,
                PeriodKind::Quarter,
            ),
            [b'-', ..] => Self::within(year, month(rest.get(1..)?)?, 1, PeriodKind::Month),
            _ => None,
        }
    }

    /// `2023-01..2023-08`, or short `2023-01..08`. Only from January on: that is what returns are.
    fn read_cumulative(from: &str, to: &str) -> Option<Self> {
        let (year, first) = from.split_once('-')?;
        let year = four_digits(year)?;
        let last = match to.split_once('-') {
            Some((same, last)) if four_digits(same)? == year => last,
            Some(_) => return None,
            None => to,
        };
        (month(first)? == 1).then(|| Self::within(year, 1, month(last)?, PeriodKind::Cumulative))?
    }
}

fn four_digits(text: &str) -> Option<i32> {
    (text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse().ok())?
}

fn month(text: &str) -> Option<i32> {
    let two_digits = text.len() == 2 && text.bytes().all(|b| b.is_ascii_digit());
    let month = two_digits.then(|| text.parse().ok())??;
    (1..=12).contains(&month).then_some(month)
}

impl FromStr for Period {
    type Err = InvalidPeriod;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::read(text).ok_or_else(|| InvalidPeriod(text.to_owned()))
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, first) = (self.first_year(), self.first.rem_euclid(12));
        let last = self.last.rem_euclid(12) + 1;
        let text = match self.kind {
            PeriodKind::Year => format!("{year:04}"),
            PeriodKind::HalfYear => format!("{year:04}H{}", first / 6 + 1),
            PeriodKind::Quarter => format!("{year:04}Q{}", first / 3 + 1),
            PeriodKind::Month => format!("{year:04}-{:02}", first + 1),
            PeriodKind::Cumulative => format!("{year:04}-01..{year:04}-{last:02}"),
            PeriodKind::Plan => format!("{year:04}/{:04}", self.last.div_euclid(12)),
        };
        f.pad(&text)
    }
}

impl TryFrom<String> for Period {
    type Error = InvalidPeriod;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<Period> for String {
    fn from(period: Period) -> Self {
        period.to_string()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn period(text: &str) -> Period {
        text.parse().unwrap()
    }

    #[test]
    fn every_kind_is_read_and_written() {
        use PeriodKind::{Cumulative, HalfYear, Month, Plan, Quarter, Year};
        for (text, kind) in [
            ("2023", Year),
            ("2023H2", HalfYear),
            ("2023Q4", Quarter),
            ("2023-03", Month),
            ("2023-01..2023-08", Cumulative),
            ("2021/2025", Plan),
        ] {
            assert_eq!(period(text).to_string(), text);
            assert_eq!(period(text).kind(), kind);
        }
        assert_eq!(period("2024-01..11").to_string(), "2024-01..2024-11");
    }

    #[test]
    fn whatever_is_not_exactly_a_period_is_refused() {
        for text in [
            "",
            "23",
            "2023H3",
            "2023Q0",
            "2023-13",
            "2023-3",
            "2023-02..2023-08",
            "2023-01..2024-08",
            "2025/2021",
            "2023年",
            "２０２３",
            " 2023",
            "0023",
            "2023-01-02",
            "2023Q",
            "2023-01..",
            "éé23",
            "2020年发布",
            "1899",
            "2200",
            "+202",
        ] {
            assert!(text.parse::<Period>().is_err(), "{text:?}");
        }
    }

    #[test]
    fn the_previous_period_is_of_the_same_kind() {
        for (text, previous) in [
            ("2023", "2022"),
            ("2023H1", "2022H2"),
            ("2023Q1", "2022Q4"),
            ("2023-01", "2022-12"),
            ("2023-01..2023-08", "2022-01..2022-08"),
            ("2021/2025", "2016/2020"),
        ] {
            assert_eq!(period(text).previous(), Some(period(previous)));
        }
        assert_eq!(period("1900").previous(), None);
    }

    #[test]
    fn a_period_moves_by_whole_strides() {
        for (text, months, moved) in [
            ("2023", -12, Some("2022")),
            ("2023", 24, Some("2025")),
            ("2023", -3, None),
            ("2023H1", -6, Some("2022H2")),
            ("2023Q1", -12, Some("2022Q1")),
            ("2023Q1", -1, None),
            ("2023-01", -1, Some("2022-12")),
            ("2023-01..2023-08", -24, Some("2021-01..2021-08")),
            ("2023-01..2023-08", -1, None),
            ("2021/2025", 60, Some("2026/2030")),
            ("2021/2025", -12, None),
            ("2191/2195", 60, None),
            ("1900", -12, None),
            ("2199", i32::MAX - 7, None),
        ] {
            assert_eq!(
                period(text).shifted(months),
                moved.map(period),
                "{text} {months}"
            );
        }
    }

    #[test]
    fn months_of_a_year_are_added_up() {
        assert_eq!(Period::cumulative(2024, 5), Some(period("2024-01..05")));
        assert_eq!(Period::cumulative(2024, 13), None);
        assert_eq!(period("2024-01..05").last_month(), 5);
        assert_eq!(period("2024Q2").last_month(), 6);
    }

    #[test]
    fn periods_are_ordered_by_time() {
        assert!(period("2022") < period("2023"));
        assert!(period("2023-01") < period("2023-01..2023-02"));
        assert!(period("2023-01..2023-02") < period("2023-02"));
    }

    proptest! {
        #[test]
        fn no_text_makes_it_panic(text in ".*") {
            if let Ok(read) = text.parse::<Period>() {
                prop_assert_eq!(read.to_string().parse::<Period>(), Ok(read));
            }
        }
    }
}
