//! Asking the provider of sign-on: over TLS with the system's certificates, no redirect followed, nothing long read.

use std::time::Duration;

use http_body_util::{BodyExt as _, Full, Limited};
use hyper::{Request, body::Bytes};
use hyper_rustls::{HttpsConnector, HttpsConnectorBuilder};
use hyper_util::{
    client::legacy::{Client, connect::HttpConnector},
    rt::TokioExecutor,
};
use yanzhi_identity::{Fetch, FetchFailed, Fetched, Wanted};

use crate::ConfigError;

const PATIENCE: Duration = Duration::from_secs(10);
const LONGEST: usize = 1024 * 1024;

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
        let mut request = Request::builder()
            .method(wanted.method.as_str())
            .uri(&wanted.address);
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
