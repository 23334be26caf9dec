//! Who may do something, and what may somebody do, and why?

use axum::{Json, extract::State};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use yanzhi_kernel::{
    Code,
    access::{AccountId, Action},
};
use yanzhi_web_kit::{ApiPath, ApiQuery, LocalText, Problem, Showing, Visitor};

use super::{
    Site,
    shapes::{GrantShape, PlaceShape, word_of_withheld},
};

/// What somebody may do, and why.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Rights {
    login: String,
    name: String,
    items: Vec<Right>,
}

/// An action that somebody may do.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Right {
    #[schema(example = "account.invite")]
    action: &'static str,
    name: LocalText,
    /// The roles held that carry it.
    because: Vec<Because>,
}

/// A role that lets its holder do something.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Because {
    role: GrantShape,
    /// How many organisations it reaches.
    reaches: usize,
    /// Why it is not in force: `second_factor_missing`, `password_expired`.
    withheld: Option<&'static str>,
}

/// Who may do something, and where.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct Question {
    /// An action: a word that the description of the API gives as `x-action`.
    #[param(value_type = String, example = "account.invite")]
    action: Action,
    /// The code of an organisation.
    #[param(value_type = String, example = "330203")]
    organisation: Code,
}

/// Who may do something.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct HolderList {
    /// The action, for people.
    name: LocalText,
    /// The roles that carry it.
    roles: Vec<&'static str>,
    items: Vec<Holder>,
}

/// Somebody who may do something.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Holder {
    id: String,
    login: String,
    name: String,
    organisation: Option<PlaceShape>,
    /// The role held that lets them.
    because: GrantShape,
}

/// What an account may do at this moment, and why.
#[utoipa::path(
    get, path = "/accounts/{id}/rights", tag = "access", operation_id = "show_rights",
    params(("id" = String, Path, description = "Its id")),
    responses((status = 200, body = Rights), Showing)
)]
pub(crate) async fn rights(
    State(site): State<Site>,
    visitor: Visitor,
    ApiPath(id): ApiPath<AccountId>,
) -> Result<Json<Rights>, Problem> {
    let rights = site.identity.rights_of(&visitor.scope, id).await?;
    let now = site.identity.now();
    let because = |reason: &crate::Reason| Because {
        role: GrantShape::of(&reason.grant, &rights.organisations, now),
        reaches: reason.reaches,
        withheld: reason.withheld.map(word_of_withheld),
    };
    let items = rights.actions.iter().map(|(action, reasons)| Right {
        action: action.as_str(),
        name: action.name().into(),
        because: reasons.iter().map(because).collect(),
    });
    Ok(Json(Rights {
        login: rights.account.login.to_string(),
        name: rights.account.name.as_str().to_owned(),
        items: items.collect(),
    }))
}

/// Who may do an action in an organisation at this moment.
#[utoipa::path(
    get, path = "/access/holders", tag = "access", operation_id = "list_holders", params(Question),
    responses((status = 200, body = HolderList), Showing)
)]
pub(crate) async fn holders(
    State(site): State<Site>,
    visitor: Visitor,
    ApiQuery(question): ApiQuery<Question>,
) -> Result<Json<HolderList>, Problem> {
    let Question {
        action,
        organisation,
    } = question;
    let found = site
        .identity
        .holders_of(&visitor.scope, action, &organisation)
        .await?;
    let now = site.identity.now();
    let items = found.holders.iter().map(|(account, grant)| Holder {
        id: account.id.to_string(),
        login: account.login.to_string(),
        name: account.name.as_str().to_owned(),
        organisation: found
            .organisations
            .get(&account.organisation)
            .map(PlaceShape::of),
        because: GrantShape::of(grant, &found.organisations, now),
    });
    Ok(Json(HolderList {
        name: action.name().into(),
        roles: found.roles.iter().map(|role| role.as_str()).collect(),
        items: items.collect(),
    }))
}
