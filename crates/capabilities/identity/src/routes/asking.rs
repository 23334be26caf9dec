//! The session that a request was made with.

use axum::{
    extract::FromRequestParts,
    http::{HeaderMap, Method, header, request::Parts},
};
use yanzhi_kernel::access::{Action, Lack, Refusal};
use yanzhi_web_kit::{Problem, Proof, Visitor};

use crate::Session;

/// The session of the browser that asks, also one that waits for its code. What is written with it has shown that it
/// comes from our own pages.
pub(crate) struct Asking(pub(crate) Session);

impl<S: Sync> FromRequestParts<S> for Asking {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        let visitor = Visitor::from_request_parts(parts, state).await?;
        let refuse = |lack| Problem::refused(&Refusal::new(Action::OwnRead, lack));
        let session = parts.extensions.get::<Session>().cloned();
        let session = session.ok_or_else(|| refuse(Lack::SignIn))?;
        let is_read = matches!(parts.method, Method::GET | Method::HEAD);
        if !is_read && visitor.proof != Proof::Given {
            return Err(refuse(Lack::Proof));
        }
        Ok(Self(session))
    }
}

/// What the browser calls itself.
pub(super) fn agent(headers: &HeaderMap) -> Option<String> {
    let agent = headers.get(header::USER_AGENT)?;
    agent.to_str().ok().map(str::to_owned)
}
