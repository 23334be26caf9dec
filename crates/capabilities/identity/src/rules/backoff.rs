//! How long to wait after wrong passwords.

use std::time::Duration;

use yanzhi_kernel::Timestamp;

/// Failures in a row of one kind of key.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Attempts {
    /// How many.
    pub failures: i32,
    /// Until when the next one is not looked at.
    pub blocked_until: Option<Timestamp>,
}

/// How failures lengthen the wait: none up to `free`, then doubling from `first` up to `longest`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Backoff {
    free: i32,
    first: Duration,
    longest: Duration,
}

/// One account from one address: the typist who is wrong again and again.
pub(crate) const OF_PAIR: Backoff = Backoff {
    free: 5,
    first: Duration::from_secs(2),
    longest: Duration::from_mins(15),
};
/// One account from anywhere. Strangers cannot lock its owner out for longer than half a minute.
pub(crate) const OF_LOGIN: Backoff = Backoff {
    free: 50,
    first: Duration::from_secs(1),
    longest: Duration::from_secs(30),
};
/// One address, whichever account: an office may share one.
pub(crate) const OF_ADDRESS: Backoff = Backoff {
    free: 30,
    first: Duration::from_secs(1),
    longest: Duration::from_mins(5),
};

impl Backoff {
    /// The state after one more failure.
    pub(crate) fn after_failure(self, before: Attempts, now: Timestamp) -> Attempts {
        let failures = before.failures.saturating_add(1);
        let beyond = failures.saturating_sub(self.free);
        let wait = u32::try_from(beyond - 1).ok().map(|doublings| {
            let factor = 2_u32.saturating_pow(doublings);
            self.first.saturating_mul(factor).min(self.longest)
        });
        Attempts {
            failures,
            blocked_until: wait.map(|wait| now.after(wait)),
        }
    }
}

impl Attempts {
    /// How long the next attempt has to wait.
    pub(crate) fn wait_at(self, now: Timestamp) -> Option<Duration> {
        let until = self.blocked_until.filter(|until| now < *until)?;
        Some(until.since(now))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_wait_doubles_after_the_free_attempts_and_has_an_end() {
        let now = Timestamp::from_micros(0).unwrap();
        let mut attempts = Attempts::default();
        let mut waits = Vec::new();
        for _ in 0..20 {
            attempts = OF_PAIR.after_failure(attempts, now);
            waits.push(attempts.wait_at(now).map_or(0, |wait| wait.as_secs()));
        }
        assert_eq!(waits[..8], [0, 0, 0, 0, 0, 2, 4, 8]);
        assert_eq!(waits[19], 900);
        let over = now.after(Duration::from_mins(15));
        assert_eq!(attempts.wait_at(over), None);
    }

    #[test]
    fn a_thousand_wrong_passwords_take_hours() {
        let mut now = Timestamp::from_micros(0).unwrap();
        let mut attempts = Attempts::default();
        for _ in 0..1_000 {
            attempts = OF_PAIR.after_failure(attempts, now);
            now = now.after(attempts.wait_at(now).unwrap_or_default());
        }
        let took = now.since(Timestamp::from_micros(0).unwrap());
        assert!(took > Duration::from_hours(240), "{took:?}");
    }
}
