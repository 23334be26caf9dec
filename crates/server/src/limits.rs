//! How much one address may ask.

use std::{net::IpAddr, num::NonZeroU32, sync::Arc, time::Duration};

use axum::http::Method;
use governor::{
    DefaultKeyedRateLimiter, Quota, RateLimiter, clock::Clock as _, clock::DefaultClock,
};

use crate::HttpSection;

/// Addresses that are remembered before those that have been quiet are forgotten.
const REMEMBERED: usize = 20_000;
/// Where people prove who they are.
const ENTRANCES: [&str; 3] = ["/api/v1/session", "/api/v1/setup", "/api/v1/invitations"];

/// Requests a minute of one address: at all, and at the entrances.
#[derive(Clone)]
pub(crate) struct Limits {
    all: Option<Arc<DefaultKeyedRateLimiter<String>>>,
    entrances: Option<Arc<DefaultKeyedRateLimiter<String>>>,
    clock: DefaultClock,
}

impl Limits {
    pub(crate) fn new(http: &HttpSection) -> Self {
        Self {
            all: limiter(http.requests_per_minute),
            entrances: limiter(http.sign_ins_per_minute),
            clock: DefaultClock::default(),
        }
    }

    /// How long an address has to wait with a request; nothing when it need not.
    pub(crate) fn wait(
        &self,
        address: Option<IpAddr>,
        method: &Method,
        path: &str,
    ) -> Option<Duration> {
        let key = address.map_or_else(String::new, |address| address.to_canonical().to_string());
        let is_entrance =
            *method != Method::GET && ENTRANCES.iter().any(|entrance| path.starts_with(entrance));
        let entrances = self.entrances.as_ref().filter(|_| is_entrance);
        [self.all.as_ref(), entrances]
            .into_iter()
            .flatten()
            .find_map(|limiter| self.wait_of(limiter, &key))
    }

    fn wait_of(&self, limiter: &DefaultKeyedRateLimiter<String>, key: &String) -> Option<Duration> {
        if limiter.len() > REMEMBERED {
            limiter.retain_recent();
        }
        let refused = limiter.check_key(key).err()?;
        Some(refused.wait_time_from(self.clock.now()))
    }
}

/// A limit a minute, a quarter of which may come at once; 0 is none.
fn limiter(per_minute: u32) -> Option<Arc<DefaultKeyedRateLimiter<String>>> {
    let rate = NonZeroU32::new(per_minute)?;
    let burst = NonZeroU32::new(per_minute / 4).unwrap_or(NonZeroU32::MIN);
    Some(Arc::new(RateLimiter::keyed(
        Quota::per_minute(rate).allow_burst(burst),
    )))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_that_asks_too_much_waits_and_another_does_not() {
        let http = HttpSection {
            requests_per_minute: 400,
            sign_ins_per_minute: 8,
            ..HttpSection::default()
        };
        let limits = Limits::new(&http);
        let one = Some("10.0.0.1".parse().unwrap());
        let other = Some("10.0.0.2".parse().unwrap());
        let post = |address| limits.wait(address, &Method::POST, "/api/v1/session");
        assert!((0..2).all(|_| post(one).is_none()));
        assert!(post(one).is_some_and(|wait| wait <= Duration::from_mins(1)));
        assert!(post(other).is_none());
        let read = |address| limits.wait(address, &Method::GET, "/api/v1/session");
        assert!(read(one).is_none());
        assert!((0..200).any(|_| read(one).is_some()));
        let none = Limits::new(&HttpSection {
            requests_per_minute: 0,
            ..http
        });
        assert!((0..1_000).all(|_| none.wait(one, &Method::GET, "/").is_none()));
    }
}
