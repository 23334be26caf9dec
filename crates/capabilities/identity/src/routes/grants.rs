//! Granting roles and taking them back.

use axum::{extract::State, http::StatusCode};
use serde::Deserialize;
use utoipa::ToSchema;
use uuid::Uuid;
use yanzhi_kernel::{
    Code, Timestamp,
    access::{AccountId, Role},
};
use yanzhi_web_kit::{ApiJson, ApiPath, Changing, IfMatch, Problem, Versioned, Visitor};

use super::{Site, accounts::shown, shapes::AccountShape};
use crate::NewGrant;

/// A role to be granted.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct GiveGrant {
    #[schema(value_type = String, example = "reporter")]
    role: Role,
    /// The code of the organisation; the role reaches all that stands below it.
    #[schema(value_type = String, example = "STB")]
    organisation: Code,
    /// From when; from now on when it is left out.
    #[schema(value_type = Option<String>, example = "2026-01-05T02:00:00Z")]
    from: Option<Timestamp>,
    /// Until when; until it is taken back when it is left out.
    #[schema(value_type = Option<String>)]
    until: Option<Timestamp>,
}

/// Grants a role. What the account is signed in with counts no more.
#[utoipa::path(
    post, path = "/accounts/{id}/roles", tag = "accounts", operation_id = "give_role", request_body = GiveGrant,
    params(("id" = String, Path, description = "Its id"), ("if-match" = String, Header, description = "The version that was read", example = "\"v3\"")),
    responses((status = 201, body = AccountShape), Changing)
)]
pub(crate) async fn give(
    State(site): State<Site>,
    visitor: Visitor,
    ApiPath(account): ApiPath<AccountId>,
    IfMatch(version): IfMatch,
    ApiJson(asked): ApiJson<GiveGrant>,
) -> Result<(StatusCode, Versioned<AccountShape>), Problem> {
    let new = NewGrant {
        account,
        role: asked.role,
        organisation: site
            .identity
            .place(&visitor.scope, &asked.organisation)
            .await?,
        from: asked.from,
        until: asked.until,
    };
    let granted = site.identity.grant(&visitor.scope, version, new).await?;
    Ok((StatusCode::CREATED, shown(&site, &granted)))
}

/// Takes a role back. What the account is signed in with counts no more.
#[utoipa::path(
    delete, path = "/accounts/{id}/roles/{grant}", tag = "accounts", operation_id = "end_role",
    params(
        ("id" = String, Path, description = "Its id"), ("grant" = String, Path, description = "The id of the role held"),
        ("if-match" = String, Header, description = "The version that was read", example = "\"v3\"")
    ),
    responses((status = 200, body = AccountShape), Changing)
)]
pub(crate) async fn end(
    State(site): State<Site>,
    visitor: Visitor,
    ApiPath((account, grant)): ApiPath<(AccountId, Uuid)>,
    IfMatch(version): IfMatch,
) -> Result<Versioned<AccountShape>, Problem> {
    let seen = (account, version);
    let ended = site.identity.end_grant(&visitor.scope, seen, grant).await?;
    Ok(shown(&site, &ended))
}
