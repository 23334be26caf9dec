//! Who asks, and in which language.

use axum::{
    extract::FromRequestParts,
    http::{HeaderMap, header::ACCEPT_LANGUAGE, request::Parts},
};
use yanzhi_kernel::{Lang, Scope};

use crate::Problem;

/// The one who asks. The front door makes it and attaches it to the request; a route that is reached without
/// passing the front door answers with an error.
#[derive(Clone, Debug)]
pub struct Visitor {
    /// What the visitor may see.
    pub scope: Scope,
    /// The language the visitor reads.
    pub lang: Lang,
    /// Whether the request has shown that it comes from our own pages.
    pub proof: Proof,
}

/// Whether a request that a browser signs with its cookie was made by our own pages: another site can make the
/// browser send the cookie, but cannot read the session's token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Proof {
    /// There is no cookie to misuse: nobody is signed in, or a machine is, by its token.
    NotNeeded,
    /// The session's token came with the request.
    Given,
    /// It did not, or it is another one.
    Missing,
}

impl Visitor {
    /// A visitor with a scope, reading the language of the headers.
    pub fn new(scope: Scope, headers: &HeaderMap) -> Self {
        Self {
            scope,
            lang: language(headers),
            proof: Proof::NotNeeded,
        }
    }

    /// The same visitor, with what their request has shown.
    #[must_use]
    pub fn with_proof(self, proof: Proof) -> Self {
        Self { proof, ..self }
    }
}

/// The first language of `Accept-Language` that the product speaks; Chinese when there is none.
pub(crate) fn language(headers: &HeaderMap) -> Lang {
    let wanted = headers
        .get(ACCEPT_LANGUAGE)
        .and_then(|value| value.to_str().ok());
    wanted
        .unwrap_or_default()
        .split(',')
        .find_map(|tag| tag.parse().ok())
        .unwrap_or_default()
}

impl<S: Sync> FromRequestParts<S> for Visitor {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _state: &S) -> Result<Self, Problem> {
        parts.extensions.get::<Self>().cloned().ok_or_else(|| {
            tracing::error!(
                path = parts.uri.path(),
                "a route was reached without the front door"
            );
            Problem::internal()
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_language_that_we_speak_is_taken() {
        let mut headers = HeaderMap::new();
        assert_eq!(language(&headers), Lang::Zh);
        headers.insert(
            ACCEPT_LANGUAGE,
            "de-DE, en;q=0.8, zh;q=0.5".parse().unwrap(),
        );
        assert_eq!(language(&headers), Lang::En);
    }
}
