//! A browser as far as signing on needs one: it keeps cookies by site, and is told when to follow.

use std::collections::BTreeMap;

use axum::{
    body::Bytes,
    http::{HeaderMap, Method, Request, StatusCode, Uri, header},
};
use http_body_util::{BodyExt as _, Full};
use hyper_util::{
    client::legacy::{Client, connect::HttpConnector},
    rt::TokioExecutor,
};
use serde_json::Value;

pub(crate) struct Browser {
    client: Client<HttpConnector, Full<Bytes>>,
    /// By site, then by name.
    cookies: BTreeMap<String, BTreeMap<String, String>>,
}

pub(crate) struct Page {
    pub(crate) status: StatusCode,
    pub(crate) text: String,
    /// Where it leads, whole.
    pub(crate) leads_to: Option<String>,
}

impl Page {
    /// Where a redirect leads.
    pub(crate) fn next(self) -> String {
        let text = self.text;
        let next = self.leads_to;
        next.unwrap_or_else(|| panic!("{} leads nowhere: {text}", self.status))
    }

    pub(crate) fn json(&self) -> Value {
        assert_eq!(self.status, StatusCode::OK, "{}", self.text);
        serde_json::from_str(&self.text).unwrap()
    }
}

impl Browser {
    pub(crate) fn new() -> Self {
        Self {
            client: Client::builder(TokioExecutor::new()).build_http(),
            cookies: BTreeMap::new(),
        }
    }

    pub(crate) async fn get(&mut self, address: &str) -> Page {
        self.ask(Method::GET, address, String::new()).await
    }

    /// Sends a form.
    pub(crate) async fn post(&mut self, address: &str, form: &[(&str, &str)]) -> Page {
        let form: Vec<String> = form
            .iter()
            .map(|(name, value)| format!("{name}={}", value.replace(' ', "+")))
            .collect();
        self.ask(Method::POST, address, form.join("&")).await
    }

    async fn ask(&mut self, method: Method, address: &str, body: String) -> Page {
        let uri: Uri = address.parse().unwrap();
        let site = uri.authority().unwrap().to_string();
        let kept = self.cookies.entry(site.clone()).or_default();
        let cookies: Vec<String> = kept
            .iter()
            .map(|(name, it)| format!("{name}={it}"))
            .collect();
        let request = Request::builder()
            .method(method)
            .uri(&uri)
            .header(header::COOKIE, cookies.join("; "))
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(Full::new(Bytes::from(body)))
            .unwrap();
        let response = self.client.request(request).await.unwrap();
        let (parts, body) = response.into_parts();
        keep(kept, &parts.headers);
        let location = parts.headers.get(header::LOCATION);
        let location = location.map(|value| value.to_str().unwrap());
        let body = body.collect().await.unwrap().to_bytes();
        Page {
            status: parts.status,
            text: String::from_utf8_lossy(&body).into_owned(),
            leads_to: location.map(|to| match to.strip_prefix('/') {
                Some(path) => format!("http://{site}/{path}"),
                None => to.to_owned(),
            }),
        }
    }
}

fn keep(kept: &mut BTreeMap<String, String>, headers: &HeaderMap) {
    for given in headers.get_all(header::SET_COOKIE) {
        let pair = given.to_str().unwrap().split(';').next().unwrap();
        let (name, value) = pair.split_once('=').unwrap();
        if value.is_empty() {
            kept.remove(name);
        } else {
            kept.insert(name.to_owned(), value.to_owned());
        }
    }
}
