//! The first start.

use axum::{Json, extract::State, http::StatusCode};
use secrecy::SecretString;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use yanzhi_kernel::{Code, Lang};
use yanzhi_organisations::{InvalidName, OrganisationName, OrganisationsError};
use yanzhi_web_kit::{ApiJson, Creating, LocalText, Problem, Showing, Visitor};

use super::{
    Site,
    shapes::{InvitedShape, Places},
};
use crate::{DisplayName, FirstOrganisation, IdentityError, Login, Person, SetUp};

/// Whether the platform has been set up.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct SetupState {
    /// Whether the first start is still to come.
    is_awaited: bool,
    /// Whether an organisation is there for it, so that none has to be named.
    has_organisation: bool,
    /// Whether people may sign on through the provider of their organisation.
    has_sign_on: bool,
}

/// What a password has to be like.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = PasswordPolicy)]
pub(crate) struct PasswordPolicyShape {
    /// Fewest characters.
    #[schema(example = 12)]
    least_chars: usize,
    /// All of it, in words.
    text: LocalText,
}

/// What whoever reads the console says.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct SetUpShape {
    /// The code on the console.
    #[schema(example = "mfra-5tqx-ck2z-o7pl")]
    code: String,
    /// The system administrator: the one who says it.
    system_admin: PersonShape,
    #[schema(value_type = String, format = Password)]
    password: SecretString,
    /// The security administrator, who is invited.
    security_admin: PersonShape,
    /// The first organisation, where no pack has brought one.
    organisation: Option<FirstOrganisationShape>,
    /// `zh` or `en`.
    #[serde(default)]
    #[schema(value_type = Option<String>, example = "zh")]
    language: Lang,
}

/// Somebody with a name.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = Person)]
pub(crate) struct PersonShape {
    #[schema(example = "wang.wei")]
    login: String,
    #[schema(example = "王伟")]
    name: String,
}

/// The organisation that all others will stand under.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = FirstOrganisation)]
pub(crate) struct FirstOrganisationShape {
    #[schema(value_type = String, example = "330200")]
    code: Code,
    name: LocalText,
}

/// Whether the first start is still to come.
#[utoipa::path(
    get, path = "/setup", tag = "sign-in", operation_id = "show_setup",
    responses((status = 200, body = SetupState), Showing)
)]
pub(crate) async fn show(State(site): State<Site>) -> Result<Json<SetupState>, Problem> {
    let awaited = site.identity.awaits_setup().await?;
    Ok(Json(SetupState {
        is_awaited: awaited.is_some(),
        has_organisation: awaited.unwrap_or(true),
        has_sign_on: site.identity.has_sign_on(),
    }))
}

/// What a password has to be like, for whoever chooses one: also before anybody is signed in.
#[utoipa::path(
    get, path = "/password-policy", tag = "sign-in", operation_id = "show_password_policy",
    responses((status = 200, body = PasswordPolicyShape), Showing)
)]
pub(crate) async fn password_policy(State(site): State<Site>) -> Json<PasswordPolicyShape> {
    let policy = site.identity.password_policy();
    Json(PasswordPolicyShape {
        least_chars: policy.least_chars(),
        text: policy.text().into(),
    })
}

/// Makes the system administrator and invites the security administrator, with the code that the console shows.
#[utoipa::path(
    post, path = "/setup", tag = "sign-in", operation_id = "set_up", request_body = SetUpShape,
    responses((status = 201, body = InvitedShape), Creating)
)]
pub(crate) async fn begin(
    State(site): State<Site>,
    visitor: Visitor,
    ApiJson(said): ApiJson<SetUpShape>,
) -> Result<(StatusCode, Json<InvitedShape>), Problem> {
    let said = SetUp::try_from(said)?;
    let invited = site.identity.set_up(said, visitor.scope.origin()).await?;
    let shape = InvitedShape::of(&invited, &Places::new(), site.identity.now());
    Ok((StatusCode::CREATED, Json(shape)))
}

impl TryFrom<PersonShape> for Person {
    type Error = IdentityError;

    fn try_from(shape: PersonShape) -> Result<Self, IdentityError> {
        Ok(Self {
            login: Login::new(&shape.login)?,
            name: DisplayName::new(&shape.name)?,
        })
    }
}

impl TryFrom<SetUpShape> for SetUp {
    type Error = IdentityError;

    fn try_from(shape: SetUpShape) -> Result<Self, IdentityError> {
        let organisation = shape.organisation.map(|first| {
            let name = OrganisationName::new(&first.name.into());
            let name = name.map_err(|error: InvalidName| OrganisationsError::from(error))?;
            Ok::<_, IdentityError>(FirstOrganisation {
                code: first.code,
                name,
            })
        });
        Ok(Self {
            code: shape.code,
            system_admin: shape.system_admin.try_into()?,
            password: shape.password,
            security_admin: shape.security_admin.try_into()?,
            organisation: organisation.transpose()?,
            lang: shape.language,
        })
    }
}
