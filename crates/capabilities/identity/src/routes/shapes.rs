//! Accounts, roles and sessions as the API writes them.

use std::collections::BTreeMap;

use serde::Serialize;
use utoipa::ToSchema;
use yanzhi_kernel::{
    Lang, Timestamp,
    access::{OrganisationId, Withheld},
};
use yanzhi_organisations::Organisation;
use yanzhi_web_kit::LocalText;

use crate::{Account, AccountDetail, Grant, Invited, Session};

/// An account.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Account)]
pub(crate) struct AccountShape {
    #[schema(example = "01973c2e-0000-7000-8000-000000000001")]
    id: String,
    /// The name to sign in with.
    #[schema(example = "wang.wei")]
    login: String,
    /// The name to show.
    #[schema(example = "王伟")]
    name: String,
    organisation: Option<PlaceShape>,
    /// `invited`, `active`, `disabled`.
    #[schema(example = "active")]
    state: &'static str,
    /// `zh` or `en`.
    #[schema(example = "zh")]
    language: &'static str,
    has_second_factor: bool,
    /// What it holds now or will hold.
    roles: Vec<GrantShape>,
    /// For `If-Match`, as `"v3"`.
    #[schema(example = 3)]
    version: i64,
}

/// An organisation that is spoken of.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[schema(as = Place)]
pub(crate) struct PlaceShape {
    #[schema(example = "STB")]
    code: String,
    name: LocalText,
}

/// A role held in an organisation.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Grant)]
pub(crate) struct GrantShape {
    id: String,
    #[schema(example = "reporter")]
    role: &'static str,
    role_name: LocalText,
    organisation: Option<PlaceShape>,
    from: String,
    until: Option<String>,
    /// Whether it counts at this moment.
    is_held: bool,
    /// Who granted it: `operator`, or `account:` and an id.
    granted_by: String,
    granted_at: String,
}

/// Somebody who has been invited.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Invitation)]
pub(crate) struct InvitedShape {
    account: AccountShape,
    /// Where the invitation is taken up, below the address of the pages. It is shown once; only its fingerprint is
    /// kept.
    #[schema(example = "/invitation#yz_inv_…")]
    link: String,
    expires_at: String,
}

/// Somebody signed in somewhere.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Session)]
pub(crate) struct SessionShape {
    id: String,
    /// Whether it is the one that asks.
    is_this: bool,
    created_at: String,
    seen_at: String,
    expires_at: String,
    address: Option<String>,
    /// What the browser called itself.
    agent: Option<String>,
    has_second_factor: bool,
}

/// Organisations by their ids.
pub(super) type Places = BTreeMap<OrganisationId, Organisation>;

impl PlaceShape {
    pub(super) fn of(organisation: &Organisation) -> Self {
        Self {
            code: organisation.code.to_string(),
            name: organisation.name.text().into(),
        }
    }
}

impl GrantShape {
    pub(super) fn of(grant: &Grant, places: &Places, now: Timestamp) -> Self {
        Self {
            id: grant.id.to_string(),
            role: grant.role.as_str(),
            role_name: grant.role.name().into(),
            organisation: places.get(&grant.organisation).map(PlaceShape::of),
            from: grant.from.to_string(),
            until: grant.until.map(|until| until.to_string()),
            is_held: grant.is_held_at(now),
            granted_by: grant.granted_by.clone(),
            granted_at: grant.granted_at.to_string(),
        }
    }
}

impl AccountShape {
    pub(super) fn of(account: &Account, grants: &[Grant], places: &Places, now: Timestamp) -> Self {
        let held = grants
            .iter()
            .filter(|grant| grant.account == account.id && grant.may_still_be_held(now));
        Self {
            id: account.id.to_string(),
            login: account.login.to_string(),
            name: account.name.as_str().to_owned(),
            organisation: places.get(&account.organisation).map(PlaceShape::of),
            state: account.state.as_str(),
            language: word_of(account.lang),
            has_second_factor: account.second_factor_at.is_some(),
            roles: held
                .map(|grant| GrantShape::of(grant, places, now))
                .collect(),
            version: account.version,
        }
    }

    pub(super) fn of_detail(detail: &AccountDetail, now: Timestamp) -> Self {
        Self::of(&detail.account, &detail.grants, &detail.organisations, now)
    }
}

impl InvitedShape {
    pub(super) fn of(invited: &Invited, places: &Places, now: Timestamp) -> Self {
        Self {
            account: AccountShape::of(&invited.account, &[], places, now),
            link: format!("/invitation#{}", invited.secret.reveal()),
            expires_at: invited.expires_at.to_string(),
        }
    }
}

impl SessionShape {
    pub(super) fn of(session: &Session, asking: &Session) -> Self {
        Self {
            id: session.id.to_string(),
            is_this: session.id == asking.id,
            created_at: session.created_at.to_string(),
            seen_at: session.seen_at.to_string(),
            expires_at: session.expires_at.to_string(),
            address: session.address.clone(),
            agent: session.agent.clone(),
            has_second_factor: session.assurance == crate::Assurance::TwoFactors,
        }
    }
}

pub(super) const fn word_of(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "zh",
        Lang::En => "en",
    }
}

/// Why a role is not in force, as a stable word.
pub(super) const fn word_of_withheld(why: Withheld) -> &'static str {
    match why {
        Withheld::SecondFactorMissing => "second_factor_missing",
        Withheld::PasswordExpired => "password_expired",
    }
}
