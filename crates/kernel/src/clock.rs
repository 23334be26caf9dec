//! Time is a parameter.

use std::{
    fmt,
    sync::atomic::{AtomicI64, Ordering},
    time::Duration,
};

use serde::{Deserialize, Serialize};

/// A moment: microseconds since 1970-01-01T00:00:00Z. Stored as an integer, so that both databases put
/// moments in the same order; written as RFC 3339 in UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Timestamp(i64);

impl Timestamp {
    /// 1970-01-01T00:00:00Z, before any figure was recorded.
    pub const EPOCH: Self = Self(0);

    /// From microseconds since the epoch; `None` outside the years that RFC 3339 can write.
    pub fn from_micros(micros: i64) -> Option<Self> {
        jiff::Timestamp::from_microsecond(micros)
            .ok()
            .map(|_| Self(micros))
    }

    /// Microseconds since the epoch.
    pub const fn as_micros(self) -> i64 {
        self.0
    }

    /// The moment that is so much later; the last one of the calendar where it would lie beyond.
    #[must_use]
    pub fn after(self, duration: Duration) -> Self {
        let micros = i64::try_from(duration.as_micros()).unwrap_or(i64::MAX);
        let last = jiff::Timestamp::MAX.as_second() * 1_000_000;
        Self(self.0.saturating_add(micros).min(last))
    }

    /// How much later this moment is than another; nothing when it is not.
    pub fn since(self, earlier: Self) -> Duration {
        let micros = self.0.saturating_sub(earlier.0);
        Duration::from_micros(u64::try_from(micros).unwrap_or_default())
    }

    /// Milliseconds since the epoch, as UUIDv7 counts.
    pub const fn as_millis(self) -> i64 {
        self.0.div_euclid(1_000)
    }
}

impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match jiff::Timestamp::from_microsecond(self.0) {
            Ok(moment) => moment.fmt(f),
            Err(_) => write!(f, "{} µs", self.0),
        }
    }
}

impl From<Timestamp> for String {
    fn from(moment: Timestamp) -> Self {
        moment.to_string()
    }
}

impl TryFrom<String> for Timestamp {
    type Error = jiff::Error;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse::<jiff::Timestamp>()
            .map(|moment| Self(moment.as_microsecond()))
    }
}

/// Where the present comes from.
pub trait Clock: Send + Sync {
    /// The present moment.
    fn now(&self) -> Timestamp;
}

/// The machine's clock. Made once, at the composition root.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[expect(
        clippy::disallowed_methods,
        reason = "the one place where the system clock is read"
    )]
    fn now(&self) -> Timestamp {
        Timestamp(jiff::Timestamp::now().as_microsecond())
    }
}

/// A clock that stands still until it is told to move.
#[derive(Debug)]
pub struct FixedClock(AtomicI64);

impl FixedClock {
    /// A clock standing at a moment.
    pub const fn at(moment: Timestamp) -> Self {
        Self(AtomicI64::new(moment.0))
    }

    /// Moves the clock on.
    pub fn advance_micros(&self, micros: i64) {
        self.0.fetch_add(micros, Ordering::SeqCst);
    }
}

impl Clock for FixedClock {
    fn now(&self) -> Timestamp {
        Timestamp(self.0.load(Ordering::SeqCst))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_are_written_in_utc_and_read_back() {
        let moment = Timestamp::from_micros(1_700_000_000_000_001).unwrap();
        assert_eq!(moment.to_string(), "2023-11-14T22:13:20.000001Z");
        assert_eq!(Timestamp::try_from(moment.to_string()).unwrap(), moment);
    }

    #[test]
    fn moments_beyond_the_calendar_are_refused() {
        assert_eq!(Timestamp::from_micros(i64::MAX), None);
    }

    #[test]
    fn later_stays_within_the_calendar() {
        let moment = Timestamp::from_micros(5).unwrap();
        let later = moment.after(Duration::from_micros(7));
        assert_eq!(later.as_micros(), 12);
        assert_eq!(later.since(moment), Duration::from_micros(7));
        assert_eq!(moment.since(later), Duration::ZERO);
        let last = moment.after(Duration::MAX);
        assert_eq!(Timestamp::from_micros(last.as_micros()), Some(last));
    }

    #[test]
    fn a_fixed_clock_moves_when_told() {
        let clock = FixedClock::at(Timestamp::from_micros(0).unwrap());
        assert_eq!(clock.now(), clock.now());
        clock.advance_micros(5);
        assert_eq!(clock.now().as_micros(), 5);
    }
}
