//! Accounts to try the product with: one a role, with passwords that are made anew each time.

use secrecy::SecretString;
use yanzhi_identity::{DisplayName, IdentityError, Login, NewAccount, NewGrant};
use yanzhi_kernel::{
    Code, Lang, Origin, Scope, UnitKind,
    access::{OrganisationId, Role},
};
use yanzhi_organisations::{Organisation, organisations};

use crate::Platform;

/// An account of the demonstration.
#[derive(Clone, Debug)]
pub struct DemoAccount {
    /// What it is.
    pub role: Role,
    /// The name to sign in with.
    pub login: Login,
    /// Its password, known to nobody else.
    pub password: String,
    /// Where the role is held.
    pub organisation: Code,
}

/// Makes one account a role. Those who report and review belong to a district, the others to the city.
///
/// # Errors
/// When there is no organisation, or the accounts are there already.
pub async fn make_accounts(
    platform: &Platform,
    scope: &Scope,
) -> Result<Vec<DemoAccount>, IdentityError> {
    let tx = platform.db.read().await?;
    let places = organisations(&tx, scope).await?;
    drop(tx);
    let city = places.iter().find(|it| it.parent.is_none());
    let city = city.ok_or(IdentityError::Gone("organisation"))?;
    let district = places
        .iter()
        .find(|it| it.kind == UnitKind::District)
        .unwrap_or(city);
    let mut made = Vec::new();
    for role in Role::ALL {
        let place = match role {
            Role::Reporter | Role::Reviewer => district,
            _ => city,
        };
        made.push(make_account(platform, scope, *role, place).await?);
    }
    Ok(made)
}

async fn make_account(
    platform: &Platform,
    scope: &Scope,
    role: Role,
    place: &Organisation,
) -> Result<DemoAccount, IdentityError> {
    let identity = &platform.identity;
    let organisation: OrganisationId = place.id;
    let login = Login::new(&role.as_str().replace('_', "-"))?;
    let new = NewAccount {
        login: login.clone(),
        name: DisplayName::new(&role.name().zh)?,
        organisation,
        lang: Lang::Zh,
    };
    let invited = identity.invite(scope, new).await?;
    let password = identity.make_password();
    let secret = SecretString::from(password.clone());
    let link = invited.secret.reveal();
    let account = identity
        .accept_invitation(link, &secret, &Origin::default())
        .await?;
    let grant = NewGrant {
        account: account.id,
        role,
        organisation,
        from: None,
        until: None,
    };
    identity.grant(scope, account.version, grant).await?;
    Ok(DemoAccount {
        role,
        login,
        password,
        organisation: place.code.clone(),
    })
}
