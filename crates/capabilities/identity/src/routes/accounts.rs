//! The accounts of others.

use axum::{Json, extract::State, http::StatusCode};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use yanzhi_kernel::{Code, Lang, Text, Timestamp, access::AccountId};
use yanzhi_web_kit::{
    ApiJson, ApiPath, ApiQuery, Changing, Creating, IfMatch, Problem, Showing, Versioned, Visitor,
};

use super::{
    Site,
    shapes::{AccountShape, InvitedShape, Places},
};
use crate::{
    Account, AccountChange, AccountDetail, AccountPage, AccountSearch, DisplayName, IdentityError,
    Invited, Login, NewAccount,
};

/// Most accounts of one answer.
const MOST: u64 = 200;
const MICROS_OF_A_DAY: i64 = 24 * 3_600 * 1_000_000;

/// Some of the accounts.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct AccountList {
    items: Vec<ListedAccount>,
    /// To be asked for as `after` to see more; `null` when there is no more.
    next: Option<String>,
}

/// An account, and when it was last used.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ListedAccount {
    #[serde(flatten)]
    account: AccountShape,
    /// When somebody was last seen with it or a machine acted for it; `null` when nobody ever was.
    last_used_at: Option<String>,
}

/// Which accounts.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct AccountQuery {
    /// Those after this one, as `next` said.
    after: Option<String>,
    /// How many, 50 by default and 200 at most.
    limit: Option<u64>,
    /// Those only that nobody has used or been invited to for so many days, and that are not disabled.
    #[param(minimum = 1, maximum = 36_500, example = 90)]
    unused_days: Option<u32>,
}

/// Somebody to be invited.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct InviteShape {
    #[schema(example = "wang.wei")]
    login: String,
    #[schema(example = "王伟")]
    name: String,
    /// The code of the organisation that the person belongs to.
    #[schema(value_type = String, example = "STB")]
    organisation: Code,
    /// `zh` or `en`.
    #[serde(default)]
    #[schema(value_type = Option<String>, example = "zh")]
    language: Lang,
}

/// What is to be another one; what is left out stays.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct EditAccount {
    #[schema(example = "王伟")]
    name: Option<String>,
    /// The code of an organisation.
    #[schema(value_type = Option<String>, example = "STB")]
    organisation: Option<Code>,
}

/// How many sessions were ended.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct EndedSessions {
    ended: u64,
}

/// The accounts that one may see, by name to sign in with.
#[utoipa::path(
    get, path = "/accounts", tag = "accounts", operation_id = "list_accounts", params(AccountQuery),
    responses((status = 200, body = AccountList), Showing)
)]
pub(crate) async fn list(
    State(site): State<Site>,
    visitor: Visitor,
    ApiQuery(query): ApiQuery<AccountQuery>,
) -> Result<Json<AccountList>, Problem> {
    let now = site.identity.now();
    let search = query.search(now)?;
    let page = site.identity.accounts(&visitor.scope, &search).await?;
    let next = page.accounts.last().filter(|_| page.has_more);
    let next = next.map(|last| last.login.to_string());
    let shape = |it| ListedAccount::of(it, &page, now);
    let items = page.accounts.iter().map(shape).collect();
    Ok(Json(AccountList { items, next }))
}

impl AccountQuery {
    fn search(&self, now: Timestamp) -> Result<AccountSearch, Problem> {
        let after = self.after.as_deref().map(Login::new).transpose();
        Ok(AccountSearch {
            after: after.map_err(|_| no_page())?,
            limit: self.limit.unwrap_or(50).clamp(1, MOST),
            unused_since: self
                .unused_days
                .map(|days| days_before(now, days))
                .transpose()?,
        })
    }
}

impl ListedAccount {
    fn of(account: &Account, page: &AccountPage, now: Timestamp) -> Self {
        let last = page.last_used.get(&account.id);
        Self {
            account: AccountShape::of(account, &page.grants, &page.organisations, now),
            last_used_at: last.map(ToString::to_string),
        }
    }
}

/// So many days before now: at least one, and no more than a hundred years.
fn days_before(now: Timestamp, days: u32) -> Result<Timestamp, Problem> {
    let earlier = (1..=36_500)
        .contains(&days)
        .then(|| now.as_micros() - i64::from(days) * MICROS_OF_A_DAY)
        .and_then(Timestamp::from_micros);
    earlier.ok_or_else(|| {
        query_problem(Text::new(
            "unused_days 应为 1 至 36500 的整数。",
            "`unused_days` has to be a whole number from 1 to 36500.",
        ))
    })
}

/// One account with its roles.
#[utoipa::path(
    get, path = "/accounts/{id}", tag = "accounts", operation_id = "show_account", params(("id" = String, Path, description = "Its id")),
    responses((status = 200, body = AccountShape), Showing)
)]
pub(crate) async fn show(
    State(site): State<Site>,
    visitor: Visitor,
    ApiPath(id): ApiPath<AccountId>,
) -> Result<Versioned<AccountShape>, Problem> {
    let detail = site.identity.account(&visitor.scope, id).await?;
    Ok(shown(&site, &detail))
}

/// Invites somebody. The link is in the answer and nowhere else: give it to them.
#[utoipa::path(
    post, path = "/accounts", tag = "accounts", operation_id = "invite_account", request_body = InviteShape,
    responses((status = 201, body = InvitedShape), Creating)
)]
pub(crate) async fn invite(
    State(site): State<Site>,
    visitor: Visitor,
    ApiJson(asked): ApiJson<InviteShape>,
) -> Result<(StatusCode, Versioned<InvitedShape>), Problem> {
    let new = NewAccount {
        login: Login::new(&asked.login).map_err(IdentityError::from)?,
        name: DisplayName::new(&asked.name).map_err(IdentityError::from)?,
        organisation: site
            .identity
            .place(&visitor.scope, &asked.organisation)
            .await?,
        lang: asked.language,
    };
    let invited = site.identity.invite(&visitor.scope, new).await?;
    Ok((StatusCode::CREATED, link(&site, &invited)))
}

/// Makes another link for somebody who was invited; those before are worth nothing.
#[utoipa::path(
    post, path = "/accounts/{id}/invite", tag = "accounts", operation_id = "invite_account_again", params(("id" = String, Path, description = "Its id"), ("if-match" = String, Header, description = "The version that was read", example = "\"v3\"")),
    responses((status = 200, body = InvitedShape), Changing)
)]
pub(crate) async fn invite_again(
    State(site): State<Site>,
    visitor: Visitor,
    ApiPath(id): ApiPath<AccountId>,
    IfMatch(version): IfMatch,
) -> Result<Versioned<InvitedShape>, Problem> {
    let invited = site
        .identity
        .invite_again(&visitor.scope, (id, version))
        .await?;
    Ok(link(&site, &invited))
}

/// Changes the name of an account, or where its owner belongs.
#[utoipa::path(
    patch, path = "/accounts/{id}", tag = "accounts", operation_id = "edit_account", request_body = EditAccount, params(("id" = String, Path, description = "Its id"), ("if-match" = String, Header, description = "The version that was read", example = "\"v3\"")),
    responses((status = 200, body = AccountShape), Changing)
)]
pub(crate) async fn edit(
    State(site): State<Site>,
    visitor: Visitor,
    ApiPath(id): ApiPath<AccountId>,
    IfMatch(version): IfMatch,
    ApiJson(asked): ApiJson<EditAccount>,
) -> Result<Versioned<AccountShape>, Problem> {
    let name = asked.name.as_deref().map(DisplayName::new).transpose();
    let organisation = match &asked.organisation {
        Some(code) => Some(site.identity.place(&visitor.scope, code).await?),
        None => None,
    };
    let name = name.map_err(IdentityError::from)?;
    let change = AccountChange { name, organisation };
    let changed = site
        .identity
        .change_account(&visitor.scope, (id, version), change)
        .await?;
    Ok(shown(&site, &changed))
}

/// Disables an account: it may not sign in, and what it is signed in with counts no more.
#[utoipa::path(
    post, path = "/accounts/{id}/disable", tag = "accounts", operation_id = "disable_account", params(("id" = String, Path, description = "Its id"), ("if-match" = String, Header, description = "The version that was read", example = "\"v3\"")),
    responses((status = 200, body = AccountShape), Changing)
)]
pub(crate) async fn disable(
    State(site): State<Site>,
    visitor: Visitor,
    ApiPath(id): ApiPath<AccountId>,
    IfMatch(version): IfMatch,
) -> Result<Versioned<AccountShape>, Problem> {
    let disabled = site.identity.disable(&visitor.scope, (id, version)).await?;
    Ok(shown(&site, &disabled))
}

/// Enables an account again, with its password and roles of before.
#[utoipa::path(
    post, path = "/accounts/{id}/enable", tag = "accounts", operation_id = "enable_account", params(("id" = String, Path, description = "Its id"), ("if-match" = String, Header, description = "The version that was read", example = "\"v3\"")),
    responses((status = 200, body = AccountShape), Changing)
)]
pub(crate) async fn enable(
    State(site): State<Site>,
    visitor: Visitor,
    ApiPath(id): ApiPath<AccountId>,
    IfMatch(version): IfMatch,
) -> Result<Versioned<AccountShape>, Problem> {
    let enabled = site.identity.enable(&visitor.scope, (id, version)).await?;
    Ok(shown(&site, &enabled))
}

/// Takes away a second factor that its owner has lost.
#[utoipa::path(
    post, path = "/accounts/{id}/reset-second-factor", tag = "accounts", operation_id = "reset_second_factor", params(("id" = String, Path, description = "Its id"), ("if-match" = String, Header, description = "The version that was read", example = "\"v3\"")),
    responses((status = 200, body = AccountShape), Changing)
)]
pub(crate) async fn reset_second_factor(
    State(site): State<Site>,
    visitor: Visitor,
    ApiPath(id): ApiPath<AccountId>,
    IfMatch(version): IfMatch,
) -> Result<Versioned<AccountShape>, Problem> {
    let reset = site
        .identity
        .reset_second_factor(&visitor.scope, (id, version))
        .await?;
    Ok(shown(&site, &reset))
}

/// Ends all sessions of an account.
#[utoipa::path(
    post, path = "/accounts/{id}/end-sessions", tag = "accounts", operation_id = "end_account_sessions",
    params(("id" = String, Path, description = "Its id")),
    responses((status = 200, body = EndedSessions), Creating)
)]
pub(crate) async fn end_sessions(
    State(site): State<Site>,
    visitor: Visitor,
    ApiPath(id): ApiPath<AccountId>,
) -> Result<Json<EndedSessions>, Problem> {
    let ended = site.identity.end_sessions(&visitor.scope, id).await?;
    Ok(Json(EndedSessions { ended }))
}

fn no_page() -> Problem {
    query_problem(Text::new(
        "after 应是上一页给出的 next：请从第一页开始。",
        "`after` has to be the `next` of the page before: begin with the first page.",
    ))
}

fn query_problem(detail: Text) -> Problem {
    let title = Text::new("查询参数有误", "Invalid query");
    Problem::new(StatusCode::BAD_REQUEST, "invalid-query", title, detail)
}

pub(super) fn shown(site: &Site, detail: &AccountDetail) -> Versioned<AccountShape> {
    let shape = AccountShape::of_detail(detail, site.identity.now());
    Versioned(detail.account.version, shape)
}

fn link(site: &Site, invited: &Invited) -> Versioned<InvitedShape> {
    let shape = InvitedShape::of(invited, &Places::new(), site.identity.now());
    Versioned(invited.account.version, shape)
}
