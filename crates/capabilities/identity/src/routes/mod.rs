//! Signing in, one's own account, and the accounts of others.

mod accounts;
mod asking;
mod explain;
mod grants;
mod own;
mod problems;
mod session;
mod setup;
mod shapes;
mod sign_on;
mod tokens;

pub use session::CsrfToken;
use utoipa::openapi::OpenApi;
use utoipa_axum::{router::OpenApiRouter, routes};
use yanzhi_kernel::access::Action;
use yanzhi_web_kit::{SessionCookie, guarded, open};

use crate::Identity;

/// What the handlers work with.
#[derive(Clone)]
pub struct Site {
    /// The use cases.
    pub identity: Identity,
    /// How the cookie of a session is set.
    pub cookie: SessionCookie,
}

/// The routes, below `/api/v1`.
pub fn router(site: Site) -> OpenApiRouter {
    routes().with_state(site)
}

/// The description of the routes.
pub fn document() -> OpenApi {
    routes().into_openapi()
}

fn routes() -> OpenApiRouter<Site> {
    OpenApiRouter::new()
        .merge(entrance())
        .merge(own_account())
        .merge(accounts_of_others())
}

fn entrance() -> OpenApiRouter<Site> {
    OpenApiRouter::new()
        .routes(open(routes!(setup::show)))
        .routes(open(routes!(setup::begin)))
        .routes(open(routes!(setup::password_policy)))
        .routes(open(routes!(session::show)))
        .routes(open(routes!(session::sign_in)))
        .routes(open(routes!(sign_on::begin)))
        .routes(open(routes!(sign_on::finish)))
        .routes(open(routes!(session::give_code)))
        .routes(open(routes!(session::sign_out)))
        .routes(open(routes!(session::look_at_invitation)))
        .routes(open(routes!(session::accept_invitation)))
}

fn own_account() -> OpenApiRouter<Site> {
    let factor = Action::OwnSecondFactorChange;
    OpenApiRouter::new()
        .routes(guarded(Action::OwnRead, routes!(own::show)))
        .routes(guarded(Action::OwnEdit, routes!(own::edit)))
        .routes(guarded(Action::OwnRead, routes!(own::sessions)))
        .routes(guarded(Action::OwnSessionEnd, routes!(own::end_session)))
        .routes(guarded(
            Action::OwnPasswordChange,
            routes!(own::change_password),
        ))
        .routes(guarded(factor, routes!(own::begin_second_factor)))
        .routes(guarded(factor, routes!(own::confirm_second_factor)))
        .routes(guarded(factor, routes!(own::remove_second_factor)))
        .routes(guarded(Action::OwnRead, routes!(tokens::list)))
        .routes(guarded(Action::OwnTokenCreate, routes!(tokens::make)))
        .routes(guarded(Action::OwnTokenRevoke, routes!(tokens::revoke)))
}

fn accounts_of_others() -> OpenApiRouter<Site> {
    OpenApiRouter::new()
        .routes(guarded(Action::AccountRead, routes!(accounts::list)))
        .routes(guarded(Action::AccountRead, routes!(accounts::show)))
        .routes(guarded(Action::AccountInvite, routes!(accounts::invite)))
        .routes(guarded(
            Action::AccountInvite,
            routes!(accounts::invite_again),
        ))
        .routes(guarded(Action::AccountEdit, routes!(accounts::edit)))
        .routes(guarded(Action::AccountDisable, routes!(accounts::disable)))
        .routes(guarded(Action::AccountDisable, routes!(accounts::enable)))
        .routes(guarded(
            Action::AccountSecondFactorReset,
            routes!(accounts::reset_second_factor),
        ))
        .routes(guarded(
            Action::AccountSessionsEnd,
            routes!(accounts::end_sessions),
        ))
        .merge(rights_of_others())
}

fn rights_of_others() -> OpenApiRouter<Site> {
    OpenApiRouter::new()
        .routes(guarded(Action::GrantGive, routes!(grants::give)))
        .routes(guarded(Action::GrantEnd, routes!(grants::end)))
        .routes(guarded(Action::AccessExplain, routes!(explain::rights)))
        .routes(guarded(Action::AccessExplain, routes!(explain::holders)))
}
