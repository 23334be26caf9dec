//! The key that a request names, so that it is done once however often it is sent.

use axum::{
    extract::FromRequestParts,
    http::{StatusCode, request::Parts},
};
use yanzhi_kernel::Text;
use yanzhi_web_kit::Problem;

/// The `Idempotency-Key`, where there is one: 1 to 64 visible ASCII characters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct IdempotencyKey(pub(super) Option<String>);

impl<S: Sync> FromRequestParts<S> for IdempotencyKey {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _state: &S) -> Result<Self, Problem> {
        let Some(value) = parts.headers.get("idempotency-key") else {
            return Ok(Self(None));
        };
        let key = value.to_str().ok().filter(|it| is_key(it));
        key.map(|it| Self(Some(it.to_owned())))
            .ok_or_else(unreadable)
    }
}

fn is_key(text: &str) -> bool {
    (1..=64).contains(&text.len()) && text.bytes().all(|it| it.is_ascii_graphic())
}

fn unreadable() -> Problem {
    Problem::new(
        StatusCode::BAD_REQUEST,
        "invalid-idempotency-key",
        Text::new("请求标识有误", "Invalid Idempotency-Key"),
        Text::new(
            "Idempotency-Key 应为 1 至 64 个可见的 ASCII 字符，例如一个 UUID。",
            "Idempotency-Key has 1 to 64 visible ASCII characters, such as a UUID.",
        ),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_short_and_visible() {
        assert!(is_key("019a-b"));
        for text in ["", "a b", "键", &"x".repeat(65)] {
            assert!(!is_key(text), "{text:?}");
        }
    }
}
