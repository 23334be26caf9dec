//! Who changes something says which version they saw.

use axum::{
    Json,
    extract::FromRequestParts,
    http::{HeaderValue, StatusCode, header, request::Parts},
    response::{IntoResponse, Response},
};
use serde::Serialize;
use yanzhi_kernel::Text;

use crate::Problem;

/// The version of `If-Match`: `"v7"`. Without it a change is refused with 428.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct IfMatch(pub i64);

/// An answer that carries the version of what it shows as its entity tag.
#[derive(Clone, Debug)]
pub struct Versioned<T>(pub i64, pub T);

impl<T: Serialize> IntoResponse for Versioned<T> {
    fn into_response(self) -> Response {
        let Self(version, body) = self;
        let mut response = Json(body).into_response();
        if let Ok(tag) = HeaderValue::from_str(&format!("\"v{version}\"")) {
            response.headers_mut().insert(header::ETAG, tag);
        }
        response
    }
}

impl<S: Sync> FromRequestParts<S> for IfMatch {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _state: &S) -> Result<Self, Problem> {
        let value = parts.headers.get(header::IF_MATCH).ok_or_else(missing)?;
        let version = value.to_str().ok().and_then(read);
        version.map(Self).ok_or_else(unreadable)
    }
}

fn read(tag: &str) -> Option<i64> {
    let tag = tag.trim().strip_prefix("\"v")?.strip_suffix('"')?;
    tag.parse().ok().filter(|version| *version >= 0)
}

fn missing() -> Problem {
    Problem::new(
        StatusCode::PRECONDITION_REQUIRED,
        "version-required",
        Text::new("缺少版本", "Version required"),
        Text::new(
            "请在 If-Match 中带上读取时得到的 ETag，以免覆盖他人的修改。",
            "Send the ETag that you got when reading as If-Match, so that nobody else's change is overwritten.",
        ),
    )
}

fn unreadable() -> Problem {
    Problem::new(
        StatusCode::BAD_REQUEST,
        "invalid-version",
        Text::new("版本有误", "Invalid version"),
        Text::new(
            "If-Match 应是读取时得到的 ETag，例如 \"v3\"。",
            "If-Match has to be the ETag that you got when reading, such as \"v3\".",
        ),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_our_own_tags_are_read() {
        assert_eq!(read("\"v7\""), Some(7));
        for tag in [
            "",
            "*",
            "\"7\"",
            "v7",
            "W/\"v7\"",
            "\"v-1\"",
            "\"v7\", \"v8\"",
            "\"v99999999999999999999\"",
        ] {
            assert_eq!(read(tag), None, "{tag}");
        }
    }
}
