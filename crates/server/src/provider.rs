//! Asking the provider of sign-on: over TLS with the system's certificates, no redirect followed, nothing long read.

use std::{net::IpAddr, time::Duration};

use http_body_util::{BodyExt as _, Full, Limited};
use hyper::{Request, Uri, body::Bytes};
use hyper_rustls::{HttpsConnector, HttpsConnectorBuilder};
use hyper_util::{
    client::legacy::{Client, connect::HttpConnector},
    rt::TokioExecutor,
};
use yanzhi_identity::{Fetch, FetchFailed, Fetched, Wanted};

use crate::ConfigError;

const PATIENCE: Duration = Duration::from_secs(10);
const LONGEST: usize = 1024 * 1024;

/// Whether nobody can listen on the way there: it is over TLS, or does not leave this machine.
pub(crate) fn nobody_listens(address: &Uri) -> bool {
    let host = address.host().unwrap_or_default();
    let host = host.trim_start_matches('[').trim_end_matches(']');
    let is_own = host == "localhost" || host.parse().is_ok_and(|ip: IpAddr| ip.is_loopback());
    match address.scheme_str() {
        Some("https") => !host.is_empty(),
        Some("http") => is_own,
        _ => false,
    }
}

/// Asks over HTTP.
pub(crate) struct Provider {
    client: Client<HttpsConnector<HttpConnector>, Full<Bytes>>,
}

impl Provider {
    pub(crate) fn new() -> Result<Self, ConfigError> {
        let connector = HttpsConnectorBuilder::new()
            .with_native_roots()
            .map_err(|reason| ConfigError::NotAllowed {
                key: "certificates of the system",
                value: String::new(),
                reason: reason.to_string(),
            })?
            .https_or_http()
            .enable_http1()
            .build();
        Ok(Self {
            client: Client::builder(TokioExecutor::new()).build(connector),
        })
    }

    async fn ask(&self, wanted: Wanted) -> Result<Fetched, String> {
        let address: Uri = wanted
            .address
            .parse()
            .map_err(|_| format!("{} is no address", wanted.address))?;
        if !nobody_listens(&address) {
            return Err(format!("{address} is not over TLS"));
        }
        let mut request = Request::builder()
            .method(wanted.method.as_str())
            .uri(address);
        for (name, value) in &wanted.headers {
            request = request.header(name, value);
        }
        let request = request.body(Full::new(Bytes::from(wanted.body)));
        let request = request.map_err(|error| error.to_string())?;
        let response = self
            .client
            .request(request)
            .await
            .map_err(|error| error.to_string())?;
        let (parts, body) = response.into_parts();
        let body = Limited::new(body, LONGEST)
            .collect()
            .await
            .map_err(|error| error.to_string())?;
        let kind = parts
            .headers
            .get("content-type")
            .and_then(|value| value.to_str().ok());
        Ok(Fetched {
            status: parts.status.as_u16(),
            content_type: kind.map(str::to_owned),
            body: body.to_bytes().to_vec(),
        })
    }
}

#[async_trait::async_trait]
impl Fetch for Provider {
    async fn fetch(&self, wanted: Wanted) -> Result<Fetched, FetchFailed> {
        match tokio::time::timeout(PATIENCE, self.ask(wanted)).await {
            Ok(answer) => answer.map_err(FetchFailed),
            Err(_) => Err(FetchFailed("no answer within ten seconds".to_owned())),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_http_stays_on_this_machine() {
        let of = |address: &str| address.parse().is_ok_and(|uri| nobody_listens(&uri));
        for good in [
            "https://sso.example",
            "https://sso.example:8443/realms/city",
            "http://localhost:3000",
            "http://127.0.0.1:3000/a",
            "http://127.8.8.8",
            "http://[::1]:3000",
        ] {
            assert!(of(good), "{good}");
        }
        for bad in [
            "http://sso.example",
            "http://localhost.evil.example",
            "http://127.0.0.1.evil.example",
            "http://localhost@evil.example",
            "http://10.0.0.1",
            "ftp://localhost",
            "localhost:3000",
            "/token",
            "",
        ] {
            assert!(!of(bad), "{bad}");
        }
    }
}
