//! `[http]`

use std::{
    net::{IpAddr, SocketAddr},
    time::Duration,
};

use serde::{Deserialize, Serialize};
use yanzhi_web_kit::SessionCookie;

use super::ConfigError;

/// How requests are answered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct HttpSection {
    /// Address and port.
    pub listen: String,
    /// Connections at once; more wait.
    pub max_connections: usize,
    /// Requests being answered at once; more get 503 with Retry-After.
    pub max_requests: usize,
    /// The longest a request may take.
    pub request_timeout_ms: u64,
    /// The longest the headers of a request may take to arrive.
    pub header_timeout_ms: u64,
    /// The longest a stop waits for requests that are being answered.
    pub shutdown_timeout_ms: u64,
    /// Requests a minute of one address to the API; 0 for no limit.
    pub requests_per_minute: u32,
    /// Requests a minute of one address to sign in, take an invitation up or set the platform up; 0 for no limit.
    pub sign_ins_per_minute: u32,
    /// Proxies whose `X-Forwarded-For` is believed.
    pub trusted_proxies: Vec<IpAddr>,
    /// The address that people type, when a proxy stands before: `https://…`.
    pub public_url: Option<String>,
    /// Give cookies over plain HTTP although the address is not this machine's own. For tests only.
    pub insecure_cookies: bool,
}

impl Default for HttpSection {
    fn default() -> Self {
        Self {
            listen: "127.0.0.1:8080".to_owned(),
            max_connections: 1_024,
            max_requests: 256,
            request_timeout_ms: 30_000,
            header_timeout_ms: 10_000,
            shutdown_timeout_ms: 10_000,
            requests_per_minute: 60_000,
            sign_ins_per_minute: 60,
            trusted_proxies: Vec::new(),
            public_url: None,
            insecure_cookies: false,
        }
    }
}

impl HttpSection {
    /// The address to listen on.
    ///
    /// # Errors
    /// [`ConfigError::NotAllowed`].
    pub fn address(&self) -> Result<SocketAddr, ConfigError> {
        self.listen.parse().map_err(|_| ConfigError::NotAllowed {
            key: "http.listen",
            value: self.listen.clone(),
            reason: "write an address and a port, such as 127.0.0.1:8080".to_owned(),
        })
    }

    /// How the cookie of a session is set. It goes over TLS only, unless nobody but this machine is listened to, or the
    /// operator says otherwise.
    pub(crate) fn session_cookie(&self) -> SessionCookie {
        let is_own = self
            .address()
            .is_ok_and(|address| address.ip().is_loopback());
        let is_plain = self.insecure_cookies || is_own && !self.is_behind_tls();
        SessionCookie::new(!is_plain)
    }

    /// Whether people reach the server over TLS.
    pub(crate) fn is_behind_tls(&self) -> bool {
        self.public_url
            .as_ref()
            .is_some_and(|url| url.starts_with("https://"))
    }

    pub(crate) const fn request_timeout(&self) -> Duration {
        Duration::from_millis(self.request_timeout_ms)
    }

    pub(crate) const fn header_timeout(&self) -> Duration {
        Duration::from_millis(self.header_timeout_ms)
    }

    pub(crate) const fn shutdown_timeout(&self) -> Duration {
        Duration::from_millis(self.shutdown_timeout_ms)
    }

    pub(super) fn validate(&self) -> Result<(), ConfigError> {
        self.address()?;
        let positive = [
            ("http.max_connections", self.max_connections as u64),
            ("http.max_requests", self.max_requests as u64),
            ("http.request_timeout_ms", self.request_timeout_ms),
            ("http.header_timeout_ms", self.header_timeout_ms),
        ];
        match positive.into_iter().find(|(_, value)| *value == 0) {
            Some((key, value)) => Err(ConfigError::NotAllowed {
                key,
                value: value.to_string(),
                reason: "it must be at least 1".to_owned(),
            }),
            None => Ok(()),
        }
    }
}
