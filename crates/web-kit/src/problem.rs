//! Problems as RFC 9457 has them, in the visitor's language.

use std::time::Duration;

use axum::{
    body::Body,
    extract::Request,
    http::{HeaderValue, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use serde::Serialize;
use utoipa::ToSchema;
use yanzhi_kernel::{
    Lang, Text,
    access::{Lack, Refusal},
};

use crate::visitor::language;

/// What went wrong, why, and what to do about it, in both languages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    status: StatusCode,
    code: &'static str,
    /// Title and detail, elsewhere: a result with a problem in it stays small.
    texts: Box<(Text, Text)>,
    refusal: Option<Refusal>,
    retry_after_s: Option<u64>,
}

/// A problem as it is sent: `application/problem+json`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[schema(as = Problem)]
pub struct ProblemBody {
    /// A URI of the kind of problem.
    #[serde(rename = "type")]
    #[schema(example = "urn:yanzhi:problem:unit-not-found")]
    pub kind: String,
    /// What went wrong, in the language of the request.
    #[schema(example = "没有这个评价对象")]
    pub title: String,
    /// The HTTP status.
    #[schema(example = 404)]
    pub status: u16,
    /// Why, and what to do about it.
    pub detail: String,
    /// The kind of problem as a stable word, for programs.
    #[schema(example = "unit-not-found")]
    pub code: String,
    /// The path that was asked for.
    pub instance: String,
}

impl Problem {
    /// A problem.
    pub fn new(status: StatusCode, code: &'static str, title: Text, detail: Text) -> Self {
        Self {
            status,
            code,
            texts: Box::new((title, detail)),
            refusal: None,
            retry_after_s: None,
        }
    }

    /// Something is not allowed: 401 when nobody is signed in, otherwise 403, with what is missing and who can
    /// grant it.
    pub fn refused(refusal: &Refusal) -> Self {
        let (status, title) = match refusal.lack {
            Lack::SignIn => (
                StatusCode::UNAUTHORIZED,
                Text::new("请先登录", "Not signed in"),
            ),
            _ => (StatusCode::FORBIDDEN, Text::new("没有权限", "Not allowed")),
        };
        Self::new(status, refusal.code(), title, refusal.text()).because_of(refusal)
    }

    /// The same problem, answering an attempt that was refused: the front door writes it into the audit log. What
    /// may not be seen is `404`, and yet an attempt.
    #[must_use]
    pub fn because_of(self, refusal: &Refusal) -> Self {
        Self {
            refusal: Some(refusal.clone()),
            ..self
        }
    }

    /// Too many attempts; the next one is looked at after a while.
    pub fn too_many(retry_after: Duration) -> Self {
        let seconds = retry_after.as_secs().max(1);
        let problem = Self::new(
            StatusCode::TOO_MANY_REQUESTS,
            "too-many-requests",
            Text::new("请求过于频繁", "Too many requests"),
            Text::new(
                format!("请在 {seconds} 秒后重试。"),
                format!("Try again in {seconds} s."),
            ),
        );
        Self {
            retry_after_s: Some(seconds),
            ..problem
        }
    }

    /// Something was changed by somebody else since it was read.
    pub fn stale() -> Self {
        Self::new(
            StatusCode::PRECONDITION_FAILED,
            "changed-meanwhile",
            Text::new("内容已被他人修改", "Changed meanwhile"),
            Text::new(
                "打开之后已有人修改过：请重新读取，核对后再提交。",
                "Somebody changed it since you read it: read it again, and decide anew.",
            ),
        )
    }

    /// The refusal that this problem answers.
    pub const fn refusal(&self) -> Option<&Refusal> {
        self.refusal.as_ref()
    }

    /// Something is not there.
    pub fn not_found(code: &'static str, title: Text, detail: Text) -> Self {
        Self::new(StatusCode::NOT_FOUND, code, title, detail)
    }

    /// A failure of our own. What it was stands in the log, never in the answer.
    pub fn internal() -> Self {
        Self::new(
            StatusCode::INTERNAL_SERVER_ERROR,
            "internal",
            Text::new("系统内部错误", "Internal error"),
            Text::new(
                "系统未能完成请求，已记入日志。请稍后重试；若仍出现，请把请求编号告知管理员。",
                "The request could not be completed and the reason is in the log. Try again later; if it \
                 happens again, give the request id to the administrator.",
            ),
        )
    }

    /// Too much is going on.
    pub fn busy() -> Self {
        Self::new(
            StatusCode::SERVICE_UNAVAILABLE,
            "busy",
            Text::new("系统繁忙", "Busy"),
            Text::new("请稍后重试。", "Try again in a few seconds."),
        )
    }

    /// The status.
    pub const fn status(&self) -> StatusCode {
        self.status
    }

    /// The stable word.
    pub const fn code(&self) -> &'static str {
        self.code
    }

    fn body(&self, lang: Lang, path: &str) -> ProblemBody {
        let (title, detail) = self.texts.as_ref();
        ProblemBody {
            kind: format!("urn:yanzhi:problem:{}", self.code),
            title: title.get(lang).to_owned(),
            status: self.status.as_u16(),
            detail: detail.get(lang).to_owned(),
            code: self.code.to_owned(),
            instance: path.to_owned(),
        }
    }
}

impl IntoResponse for Problem {
    /// An empty answer that carries the problem; [`render`] writes it out in the visitor's language.
    fn into_response(self) -> Response {
        let mut response = self.status.into_response();
        response.extensions_mut().insert(self);
        response
    }
}

/// Middleware: writes problems out, and makes a problem of every other failure of an API route.
pub async fn render(request: Request, next: Next) -> Response {
    let lang = language(request.headers());
    let path = request.uri().path().to_owned();
    let response = next.run(request).await;
    let status = response.status();
    if !status.is_client_error() && !status.is_server_error() {
        return response;
    }
    let (mut parts, _) = response.into_parts();
    let problem = parts
        .extensions
        .remove::<Problem>()
        .unwrap_or_else(|| bare(status));
    let body = problem.body(lang, &path);
    let json = serde_json::to_vec(&body).unwrap_or_default();
    parts.headers.remove(header::CONTENT_LENGTH);
    let kind = HeaderValue::from_static("application/problem+json; charset=utf-8");
    parts.headers.insert(header::CONTENT_TYPE, kind);
    parts
        .headers
        .insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    if status == StatusCode::UNAUTHORIZED {
        let scheme = HeaderValue::from_static("Bearer realm=\"yanzhi\"");
        parts.headers.insert(header::WWW_AUTHENTICATE, scheme);
    }
    let default_wait = (status == StatusCode::SERVICE_UNAVAILABLE).then_some(2);
    if let Some(seconds) = problem.retry_after_s.or(default_wait) {
        parts.headers.insert(header::RETRY_AFTER, seconds.into());
    }
    Response::from_parts(parts, Body::from(json))
}

/// The problem of an answer that says no more than its status.
fn bare(status: StatusCode) -> Problem {
    let (code, title, detail) = match status {
        StatusCode::NOT_FOUND => (
            "not-found",
            Text::new("未找到", "Not found"),
            Text::new("没有这个地址。", "There is nothing at this address."),
        ),
        StatusCode::METHOD_NOT_ALLOWED => (
            "method-not-allowed",
            Text::new("不支持的操作", "Method not allowed"),
            Text::new(
                "这个地址不支持该操作。",
                "This address does not support that method.",
            ),
        ),
        StatusCode::PAYLOAD_TOO_LARGE => (
            "body-too-large",
            Text::new("请求过大", "Body too large"),
            Text::new(
                "请求内容超过上限。",
                "The body of the request is over the limit.",
            ),
        ),
        StatusCode::REQUEST_TIMEOUT | StatusCode::GATEWAY_TIMEOUT => (
            "timeout",
            Text::new("请求超时", "Timeout"),
            Text::new(
                "请求未能在时限内完成，请重试。",
                "The request took too long. Try again.",
            ),
        ),
        StatusCode::SERVICE_UNAVAILABLE => return Problem::busy(),
        _ if status.is_server_error() => return Problem::internal(),
        _ => (
            "bad-request",
            Text::new("请求有误", "Bad request"),
            Text::new(
                "请对照接口说明修改请求。",
                "Compare the request with the API description.",
            ),
        ),
    };
    Problem::new(status, code, title, detail)
}

#[cfg(test)]
mod tests {
    use axum::{Router, body::to_bytes, middleware::from_fn, routing::get};
    use tower::ServiceExt as _;

    use super::*;

    async fn ask(path: &str, language: &str) -> (StatusCode, serde_json::Value) {
        let unit_not_found = || async {
            let title = Text::new("没有这个评价对象", "No such unit");
            let detail = Text::new("请从列表中选择。", "Choose one from the list.");
            Problem::not_found("unit-not-found", title, detail)
        };
        let routes = Router::new()
            .route("/unit", get(unit_not_found))
            .layer(from_fn(render));
        let request = Request::get(path).header("accept-language", language);
        let response = routes
            .oneshot(request.body(Body::empty()).unwrap())
            .await
            .unwrap();
        let status = response.status();
        assert!(
            response.headers()["content-type"]
                .to_str()
                .unwrap()
                .starts_with("application/problem+json")
        );
        let bytes = to_bytes(response.into_body(), 10_000).await.unwrap();
        (status, serde_json::from_slice(&bytes).unwrap())
    }

    #[tokio::test]
    async fn a_problem_speaks_the_language_of_the_visitor() {
        let (status, body) = ask("/unit", "en").await;
        assert_eq!(status, StatusCode::NOT_FOUND);
        assert_eq!(body["title"], "No such unit");
        assert_eq!(body["code"], "unit-not-found");
        assert_eq!(body["instance"], "/unit");
        assert_eq!(ask("/unit", "zh-CN").await.1["title"], "没有这个评价对象");
    }

    #[tokio::test]
    async fn an_unknown_path_is_a_problem_too() {
        let (status, body) = ask("/nowhere", "en").await;
        assert_eq!(status, StatusCode::NOT_FOUND);
        assert_eq!(body["code"], "not-found");
    }
}
