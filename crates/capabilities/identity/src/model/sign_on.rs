//! Signing on through a provider of the organisation's own (OpenID Connect).

use std::collections::{BTreeMap, BTreeSet};

use secrecy::SecretString;
use yanzhi_kernel::{Code, access::Role};

/// What the operator agrees with the provider. Nobody else says where this server asks.
#[derive(Clone, Debug)]
pub struct SignOnSettings {
    /// The provider's issuer; compared as it stands.
    pub issuer: String,
    /// The name that the provider knows this server by.
    pub client_id: String,
    /// The secret shared with it; `None` where PKCE is all it asks for.
    pub client_secret: Option<SecretString>,
    /// What is asked for beside `openid`: the scopes that the claims below belong to.
    pub scopes: Vec<String>,
    /// Where it sends people back to: this server's address with `/api/v1/session/sign-on/callback`.
    pub redirect_url: String,
    /// The claim with the code of the organisation.
    pub organisation_claim: String,
    /// The claim with the names of roles: a list, or a text with blanks between.
    pub role_claim: String,
    /// Which role each of its names stands for; others are left out. None of the three administrators is among them:
    /// they are granted here.
    pub roles: BTreeMap<String, Role>,
    /// The methods (`amr`) by which the provider vouches for two factors.
    pub two_factor_methods: BTreeSet<String>,
}

/// What a provider says of somebody, once it is believed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claimed {
    /// Who it is there: never given to somebody else.
    pub subject: String,
    /// The name to sign in with that they would like.
    pub login: Option<String>,
    /// The name to show.
    pub name: Option<String>,
    /// Where they belong.
    pub organisation: Option<Code>,
    /// What they are.
    pub roles: BTreeSet<Role>,
    /// Whether it vouches for two factors.
    pub has_two_factors: bool,
}

/// Why a sign-on was not believed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error)]
#[error("{}", self.word())]
#[non_exhaustive]
pub enum SignOnRefused {
    /// It was not begun here, in this browser, in the last ten minutes, or it was finished before.
    NotBegunHere,
    /// The provider did not answer, or not as it should.
    Provider,
    /// Whoever was asked at the provider would rather not.
    Declined,
    /// The token has no signature by one of the provider's keys, or one of a kind that is not taken.
    Signature,
    /// The answer or the token is by another issuer.
    Issuer,
    /// The token was made for somebody else.
    Audience,
    /// The token is too old, or from the future.
    Expired,
    /// The token was made for another sign-on.
    Nonce,
    /// The token says what cannot be.
    Claims,
    /// It names an organisation that is not here, or none.
    Organisation,
    /// Somebody here has that name already; accounts are never merged by name.
    LoginTaken,
    /// The account may not sign in.
    NotActive,
}

impl SignOnRefused {
    /// Why, as a stable word for the audit log.
    pub const fn word(self) -> &'static str {
        match self {
            Self::NotBegunHere => "sign-on-not-begun-here",
            Self::Provider => "sign-on-provider",
            Self::Declined => "sign-on-declined",
            Self::Signature => "sign-on-signature",
            Self::Issuer => "sign-on-issuer",
            Self::Audience => "sign-on-audience",
            Self::Expired => "sign-on-expired",
            Self::Nonce => "sign-on-nonce",
            Self::Claims => "sign-on-claims",
            Self::Organisation => "sign-on-organisation",
            Self::LoginTaken => "sign-on-login-taken",
            Self::NotActive => "sign-on-not-active",
        }
    }
}
