//! The description of the API: generated from the routes, committed as `openapi/api.json`.

use axum::{Json, Router, routing::get};
use serde_json::json;
use utoipa::openapi::{
    ContactBuilder, InfoBuilder, LicenseBuilder, OpenApi, OpenApiBuilder,
    extensions::ExtensionsBuilder,
};
use yanzhi_kernel::access::{Action, Role};

/// The description without its paths. The words of all actions and roles stand in it, for those who show them.
pub(crate) fn base() -> OpenApi {
    let info = InfoBuilder::new()
        .title("yanzhi 研值")
        .version("v1")
        .description(Some(
            "API of the platform on which a government runs an innovation strategy. Scores are on the \
             scale of the method; texts come in Chinese and English; problems are RFC 9457 documents.",
        ))
        .contact(Some(ContactBuilder::new().name(Some("yanzhi")).build()))
        .license(Some(LicenseBuilder::new().name("Apache-2.0").identifier(Some("Apache-2.0")).build()));
    let roles: Vec<&str> = Role::ALL.iter().map(|role| role.as_str()).collect();
    // One entry: several would come in another order at each start.
    let rights = json!({ "actions": Action::WORDS, "roles": roles });
    let words = ExtensionsBuilder::new().add("x-rights", rights).build();
    let mut described = OpenApiBuilder::new().info(info.build()).build();
    described.extensions = Some(words);
    described
}

/// The whole description as JSON text, ending in a line break.
///
/// # Errors
/// When a part cannot be written as JSON.
pub fn document() -> Result<String, serde_json::Error> {
    let mut capabilities = yanzhi_identity::routes::document();
    capabilities.merge(yanzhi_organisations::routes::document());
    capabilities.merge(yanzhi_audit::routes::document());
    capabilities.merge(yanzhi_catalogue::routes::document());
    capabilities.merge(yanzhi_figures::routes::document());
    capabilities.merge(yanzhi_collection::routes::document());
    capabilities.merge(yanzhi_scoring::routes::document());
    let described = base().nest("/api/v1", capabilities);
    let mut text = described.to_pretty_json()?;
    text.push('\n');
    Ok(text)
}

/// `/openapi.json`.
pub(crate) fn routes(document: OpenApi) -> Router {
    Router::new().route("/openapi.json", get(|| async move { Json(document) }))
}
