//! Seeing and changing organisations.

mod change;
mod read;
mod shapes;

use std::sync::Arc;

use axum::http::StatusCode;
use utoipa::openapi::OpenApi;
use utoipa_axum::{router::OpenApiRouter, routes};
use yanzhi_kernel::{Clock, Code, IdSource, Text, access::Action};
use yanzhi_storage::Db;
use yanzhi_web_kit::{Problem, guarded};

use crate::{OrganisationName, OrganisationsError};

/// What the handlers work with.
#[derive(Clone)]
pub struct Site {
    /// The database.
    pub db: Db,
    /// The present.
    pub clock: Arc<dyn Clock>,
    /// New ids.
    pub ids: Arc<dyn IdSource>,
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
        .routes(guarded(Action::OrganisationRead, routes!(read::list)))
        .routes(guarded(Action::OrganisationRead, routes!(read::show)))
        .routes(guarded(Action::OrganisationCreate, routes!(change::create)))
        .routes(guarded(Action::OrganisationEdit, routes!(change::edit)))
        .routes(guarded(
            Action::OrganisationMove,
            routes!(change::put_under),
        ))
        .routes(guarded(Action::OrganisationMerge, routes!(change::merge)))
        .routes(guarded(Action::OrganisationClose, routes!(change::close)))
}

impl From<OrganisationsError> for Problem {
    fn from(error: OrganisationsError) -> Self {
        match error {
            OrganisationsError::UnknownOrganisation { code, refusal } => {
                not_found(&code).because_of(&refusal)
            }
            OrganisationsError::Refused(refusal) => Self::refused(&refusal),
            OrganisationsError::Stale { .. } => Self::stale(),
            OrganisationsError::Name(_) => invalid_name(),
            OrganisationsError::Code(_) => invalid_code(),
            OrganisationsError::CodeTaken(code) => conflict(
                "code-taken",
                format!("代码 {code} 已被使用：请换一个代码。"),
                format!("The code {code} is taken: choose another one."),
            ),
            OrganisationsError::UnderItself => conflict(
                "under-itself",
                "组织机构不能放到自己或其下级之下：请另选上级。",
                "An organisation cannot stand below itself or what stands below it: choose another place.",
            ),
            OrganisationsError::Closed(code) => conflict(
                "organisation-closed",
                format!("组织机构 {code} 已撤销：请选择仍在运行的机构。"),
                format!("Organisation {code} is closed: choose one that is open."),
            ),
            OrganisationsError::HasParts(code) => conflict(
                "organisation-has-parts",
                format!("组织机构 {code} 仍有下级：请先调整或撤销下级。"),
                format!("Others stand under organisation {code}: move or close them first."),
            ),
            OrganisationsError::ParentMissing => conflict(
                "parent-missing",
                "已有最上级组织机构：请指明新机构的上级。",
                "There is a first organisation already: say what the new one stands under.",
            ),
            OrganisationsError::IsRoot(code) => conflict(
                "organisation-is-root",
                format!("{code} 是最上级组织机构，不能调整、合并或撤销。"),
                format!(
                    "{code} is what all others stand under: it cannot be moved, merged or closed."
                ),
            ),
            error => {
                tracing::error!(%error, "request failed");
                Self::internal()
            }
        }
    }
}

fn not_found(code: &Code) -> Problem {
    Problem::not_found(
        "organisation-not-found",
        Text::new("没有这个组织机构", "No such organisation"),
        Text::new(
            format!("没有组织机构 {code}，或您无权查看：请从列表中选择。"),
            format!(
                "There is no organisation {code}, or you may not see it: choose one from the list."
            ),
        ),
    )
}

fn invalid_code() -> Problem {
    Problem::new(
        StatusCode::UNPROCESSABLE_ENTITY,
        "invalid-code",
        Text::new("代码有误", "Invalid code"),
        Text::new(
            "代码应为 1 至 64 个字母、数字、“_”“-”或“.”，以字母或数字开头。",
            "A code has 1 to 64 letters, digits, `_`, `-` or `.`, and begins with a letter or digit.",
        ),
    )
}

fn invalid_name() -> Problem {
    let most = OrganisationName::MAX_CHARS;
    Problem::new(
        StatusCode::UNPROCESSABLE_ENTITY,
        "invalid-name",
        Text::new("名称有误", "Invalid name"),
        Text::new(
            format!("名称应为 1 至 {most} 个字符，不含控制字符。"),
            format!("A name has 1 to {most} characters and no control characters."),
        ),
    )
}

fn conflict(code: &'static str, zh: impl Into<String>, en: impl Into<String>) -> Problem {
    let title = Text::new("与现状冲突", "Conflict");
    Problem::new(StatusCode::CONFLICT, code, title, Text::new(zh, en))
}
