//! `[http]`

use std::{net::SocketAddr, time::Duration};

use serde::{Deserialize, Serialize};

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
