//! Somebody who uses the API as a browser does: with a cookie and the session's token.

use axum::{
    Router,
    body::{Body, to_bytes},
    http::{Method, Request, Response, StatusCode, header},
};
use serde_json::Value;
use tower::ServiceExt as _;

/// Largest answer of a test.
const LARGEST: usize = 10_000_000;

/// Somebody in front of a browser, or a machine with a token.
#[derive(Clone, Debug)]
pub struct Person {
    app: Router,
    cookie: Option<String>,
    csrf_token: Option<String>,
    bearer: Option<String>,
}

/// What came back.
#[derive(Debug)]
pub struct Answer {
    /// The status.
    pub status: StatusCode,
    /// The headers.
    pub headers: axum::http::HeaderMap,
    /// The body; null when it is none or no JSON.
    pub body: Value,
    /// The body as it came.
    pub text: String,
}

impl Person {
    /// Somebody who has never been here.
    pub const fn new(app: Router) -> Self {
        Self {
            app,
            cookie: None,
            csrf_token: None,
            bearer: None,
        }
    }

    /// A machine with a token.
    pub fn with_token(app: Router, token: &str) -> Self {
        Self {
            bearer: Some(token.to_owned()),
            ..Self::new(app)
        }
    }

    /// The cookie that the browser holds, as `name=value`.
    pub fn cookie(&self) -> Option<&str> {
        self.cookie.as_deref()
    }

    /// Puts another cookie into the browser.
    pub fn set_cookie(&mut self, cookie: Option<String>) {
        self.cookie = cookie;
    }

    /// Forgets or replaces the session's token.
    pub fn set_csrf_token(&mut self, token: Option<String>) {
        self.csrf_token = token;
    }

    /// Asks for something.
    pub async fn get(&mut self, path: &str) -> Answer {
        self.send(Method::GET, path, None, None).await
    }

    /// Sends something.
    pub async fn post(&mut self, path: &str, body: Value) -> Answer {
        self.send(Method::POST, path, Some(body), None).await
    }

    /// Changes something at the version that was read.
    pub async fn change(
        &mut self,
        method: Method,
        path: &str,
        version: &Value,
        body: Option<Value>,
    ) -> Answer {
        let version = format!("\"v{version}\"");
        self.send(method, path, body, Some(&version)).await
    }

    /// Sends a request as the browser would.
    ///
    /// # Panics
    /// When the request or the answer is no HTTP.
    pub async fn send(
        &mut self,
        method: Method,
        path: &str,
        body: Option<Value>,
        if_match: Option<&str>,
    ) -> Answer {
        let mut request = Request::builder()
            .method(method)
            .uri(path)
            .header("host", "yanzhi.test");
        for (name, value) in [
            ("cookie", self.cookie.as_deref()),
            ("x-csrf-token", self.csrf_token.as_deref()),
            ("if-match", if_match),
            (
                "authorization",
                self.bearer
                    .as_ref()
                    .map(|it| format!("Bearer {it}"))
                    .as_deref(),
            ),
        ] {
            if let Some(value) = value {
                request = request.header(name, value);
            }
        }
        let body = body.map_or_else(Body::empty, |body| {
            request = std::mem::take(&mut request).header("content-type", "application/json");
            Body::from(body.to_string())
        });
        let request = request.body(body);
        let request = request.unwrap_or_else(|error| panic!("{path}: {error}"));
        let response = match self.app.clone().oneshot(request).await {
            Ok(response) => response,
            Err(never) => match never {},
        };
        self.keep_cookie(&response);
        let answer = read(response).await;
        if let Some(token) = answer.body.get("csrf_token").and_then(Value::as_str) {
            self.csrf_token = Some(token.to_owned());
        }
        answer
    }

    /// Signs in by name and password.
    pub async fn sign_in(&mut self, login: &str, password: &str) -> Answer {
        let said = serde_json::json!({ "login": login, "password": password });
        self.post("/api/v1/session", said).await
    }

    fn keep_cookie(&mut self, response: &Response<Body>) {
        let given = response.headers().get_all(header::SET_COOKIE);
        for cookie in given.into_iter().filter_map(|value| value.to_str().ok()) {
            let pair = cookie.split(';').next().unwrap_or_default();
            let is_taken = cookie.contains("Max-Age=0");
            self.cookie = (!is_taken).then(|| pair.to_owned());
        }
    }
}

async fn read(response: Response<Body>) -> Answer {
    let (parts, body) = response.into_parts();
    let bytes = to_bytes(body, LARGEST).await;
    let bytes = bytes.unwrap_or_else(|error| panic!("the answer breaks off: {error}"));
    Answer {
        status: parts.status,
        headers: parts.headers,
        body: serde_json::from_slice(&bytes).unwrap_or_default(),
        text: String::from_utf8_lossy(&bytes).into_owned(),
    }
}

impl Answer {
    /// The answer, when it has this status.
    ///
    /// # Panics
    /// When it has another one.
    #[must_use]
    pub fn expect(self, status: StatusCode) -> Self {
        assert_eq!(self.status, status, "{}", self.body);
        self
    }

    /// The stable word of a problem.
    pub fn code(&self) -> &str {
        self.body["code"].as_str().unwrap_or_default()
    }
}
