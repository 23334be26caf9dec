//! Tokens for machines that act for oneself.

use std::{collections::BTreeSet, time::Duration};

use axum::{Json, extract::State, http::StatusCode};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;
use yanzhi_kernel::access::Action;
use yanzhi_web_kit::{ApiJson, ApiPath, Creating, Problem, Showing, Visitor};

use super::{Site, asking::Asking};
use crate::{NewToken, Token};

/// One's tokens.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct TokenList {
    items: Vec<TokenShape>,
}

/// A token.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Token)]
pub(crate) struct TokenShape {
    id: String,
    #[schema(example = "nightly import")]
    name: String,
    /// What it is for.
    actions: Vec<&'static str>,
    created_at: String,
    expires_at: String,
    used_at: Option<String>,
    /// Whether it still counts: not once what its owner may do has changed.
    counts: bool,
}

/// A token to be made.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct MakeToken {
    #[schema(example = "nightly import")]
    name: String,
    /// What it is for: words that the description of the API gives as `x-action`.
    #[schema(value_type = Vec<String>, example = json!(["organisation.read"]))]
    actions: BTreeSet<Action>,
    /// How many days it lasts.
    #[schema(example = 90)]
    days: u16,
}

/// A token that was made.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct MadeToken {
    token: TokenShape,
    /// To be sent as `Authorization: Bearer …`. It is shown once; only its fingerprint is kept.
    #[schema(example = "yz_tok_…")]
    secret: String,
}

/// One's tokens, the newest first.
#[utoipa::path(
    get, path = "/me/tokens", tag = "my-account", operation_id = "list_tokens",
    responses((status = 200, body = TokenList), Showing)
)]
pub(crate) async fn list(
    State(site): State<Site>,
    Asking(session): Asking,
) -> Result<Json<TokenList>, Problem> {
    let tokens = site.identity.own_tokens(&session).await?;
    let items = tokens
        .iter()
        .map(|(token, counts)| TokenShape::of(token, *counts));
    Ok(Json(TokenList {
        items: items.collect(),
    }))
}

/// Makes a token that does what it is made for, as far as its owner may.
#[utoipa::path(
    post, path = "/me/tokens", tag = "my-account", operation_id = "make_token", request_body = MakeToken,
    responses((status = 201, body = MadeToken), Creating)
)]
pub(crate) async fn make(
    State(site): State<Site>,
    visitor: Visitor,
    Asking(session): Asking,
    ApiJson(asked): ApiJson<MakeToken>,
) -> Result<(StatusCode, Json<MadeToken>), Problem> {
    let new = NewToken {
        name: asked.name,
        actions: asked.actions,
        lasts: Duration::from_hours(24 * u64::from(asked.days)),
    };
    let (token, secret) = site
        .identity
        .make_token(&visitor.scope, &session, new)
        .await?;
    let made = MadeToken {
        token: TokenShape::of(&token, true),
        secret: secret.reveal().to_owned(),
    };
    Ok((StatusCode::CREATED, Json(made)))
}

/// Takes a token back.
#[utoipa::path(
    delete, path = "/me/tokens/{id}", tag = "my-account", operation_id = "revoke_token",
    params(("id" = String, Path, description = "Its id")),
    responses((status = 204, description = "Taken back"), Showing)
)]
pub(crate) async fn revoke(
    State(site): State<Site>,
    visitor: Visitor,
    Asking(session): Asking,
    ApiPath(id): ApiPath<Uuid>,
) -> Result<StatusCode, Problem> {
    site.identity
        .revoke_token(&visitor.scope, &session, id)
        .await?;
    Ok(StatusCode::NO_CONTENT)
}

impl TokenShape {
    fn of(token: &Token, counts: bool) -> Self {
        Self {
            id: token.id.to_string(),
            name: token.name.clone(),
            actions: token.actions.iter().map(|action| action.as_str()).collect(),
            created_at: token.created_at.to_string(),
            expires_at: token.expires_at.to_string(),
            used_at: token.used_at.map(|at| at.to_string()),
            counts,
        }
    }
}
