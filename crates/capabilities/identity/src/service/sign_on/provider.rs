//! Asking the provider. It says itself where its parts are; its own address is the operator's.

use std::{collections::BTreeMap, future::Future, pin::Pin};

use openidconnect::{
    AccessToken, AsyncHttpClient, AuthorizationCode, ClientId, ClientSecret, CsrfToken,
    HttpRequest, HttpResponse, IssuerUrl, Nonce, OAuth2TokenResponse as _, PkceCodeChallenge,
    PkceCodeVerifier, RedirectUrl, Scope, SubjectIdentifier, TokenResponse as _, UserInfoClaims,
    core::{
        CoreAuthenticationFlow, CoreClient, CoreGenderClaim, CoreJsonWebKeySet,
        CoreProviderMetadata,
    },
};
use secrecy::{ExposeSecret as _, SecretString};
use serde_json::Value;

use super::{
    SignOn,
    claims::{Claims, Own, all},
};
use crate::{IdentityError, SignOnRefused, store::sign_on::Begun};

/// A request to the provider.
#[derive(Debug)]
pub struct Wanted {
    /// `GET` or `POST`.
    pub method: String,
    /// Where.
    pub address: String,
    /// Headers.
    pub headers: BTreeMap<String, String>,
    /// The body.
    pub body: Vec<u8>,
}

/// What it answered.
#[derive(Debug)]
pub struct Fetched {
    /// The status.
    pub status: u16,
    /// The kind of the body.
    pub content_type: Option<String>,
    /// The body.
    pub body: Vec<u8>,
}

/// It did not answer.
#[derive(Clone, Debug, thiserror::Error)]
#[error("the provider of sign-on does not answer: {0}")]
pub struct FetchFailed(pub String);

/// How this server asks a provider. It follows no redirect and takes no long answer.
#[async_trait::async_trait]
pub trait Fetch: Send + Sync {
    /// Asks.
    async fn fetch(&self, wanted: Wanted) -> Result<Fetched, FetchFailed>;
}

/// The library's way to ask, by ours.
struct Asking<'a>(&'a dyn Fetch);

impl<'c> AsyncHttpClient<'c> for Asking<'_> {
    type Error = FetchFailed;
    type Future = Pin<Box<dyn Future<Output = Result<HttpResponse, FetchFailed>> + Send + 'c>>;

    fn call(&'c self, request: HttpRequest) -> Self::Future {
        Box::pin(async move {
            let (parts, body) = request.into_parts();
            let headers = parts.headers.iter().filter_map(|(name, value)| {
                Some((name.to_string(), value.to_str().ok()?.to_owned()))
            });
            let fetched = self.0.fetch(Wanted {
                method: parts.method.to_string(),
                address: parts.uri.to_string(),
                headers: headers.collect(),
                body,
            });
            response(fetched.await?)
        })
    }
}

fn response(fetched: Fetched) -> Result<HttpResponse, FetchFailed> {
    let mut builder = openidconnect::http::Response::builder().status(fetched.status);
    if let Some(kind) = fetched.content_type {
        builder = builder.header("content-type", kind);
    }
    builder
        .body(fetched.body)
        .map_err(|error| FetchFailed(error.to_string()))
}

/// Where a browser goes to sign on.
pub(super) async fn address(
    sign_on: &SignOn,
    state: &str,
    begun: &Begun,
) -> Result<String, IdentityError> {
    let settings = &sign_on.settings;
    let metadata = metadata(sign_on).await?;
    let client_id = ClientId::new(settings.client_id.clone());
    let client = CoreClient::from_provider_metadata(metadata, client_id, None)
        .set_redirect_uri(redirect(&settings.redirect_url)?);
    let verifier = PkceCodeVerifier::new(begun.verifier.clone());
    let (state, nonce) = (state.to_owned(), begun.nonce.clone());
    let scopes = settings.scopes.iter().cloned().map(Scope::new);
    let (address, _, _) = client
        .authorize_url(
            CoreAuthenticationFlow::AuthorizationCode,
            move || CsrfToken::new(state),
            move || Nonce::new(nonce),
        )
        .add_scopes(scopes)
        .set_pkce_challenge(PkceCodeChallenge::from_code_verifier_sha256(&verifier))
        .url();
    Ok(address.to_string())
}

/// What the provider gives for a code.
pub(super) struct Exchanged {
    /// The identity token as text, not yet believed.
    pub(super) token: String,
    /// What opens the provider's userinfo endpoint.
    access: AccessToken,
    metadata: CoreProviderMetadata,
}

impl Exchanged {
    /// The keys that may have signed the token.
    pub(super) fn keys(&self) -> CoreJsonWebKeySet {
        self.metadata.jwks().clone()
    }
}

/// The tokens for a code.
pub(super) async fn exchange(
    sign_on: &SignOn,
    code: &SecretString,
    verifier: &str,
) -> Result<Exchanged, IdentityError> {
    let settings = &sign_on.settings;
    let metadata = metadata(sign_on).await?;
    let client_id = ClientId::new(settings.client_id.clone());
    let secret = settings.client_secret.as_ref();
    let secret = secret.map(|secret| ClientSecret::new(secret.expose_secret().to_owned()));
    let client = CoreClient::from_provider_metadata(metadata.clone(), client_id, secret)
        .set_redirect_uri(redirect(&settings.redirect_url)?);
    let asking = Asking(sign_on.fetch.as_ref());
    let tokens = client
        .exchange_code(AuthorizationCode::new(code.expose_secret().to_owned()))
        .map_err(|error| failed(&error))?
        .set_pkce_verifier(PkceCodeVerifier::new(verifier.to_owned()))
        .request_async(&asking)
        .await
        .map_err(|error| failed(&error))?;
    let token = tokens
        .id_token()
        .ok_or_else(|| failed(&"no identity token came"))?;
    Ok(Exchanged {
        token: token.to_string(),
        access: tokens.access_token().clone(),
        metadata,
    })
}

/// The claims at the provider's userinfo endpoint about whom the believed ones are about; none where there is no endpoint.
pub(super) async fn user_info(
    sign_on: &SignOn,
    exchanged: Exchanged,
    believed: &Claims,
) -> Result<Claims, IdentityError> {
    let subject = believed.get("sub").and_then(Value::as_str);
    let subject = subject.ok_or(IdentityError::SignOn(SignOnRefused::Claims))?;
    let subject = SubjectIdentifier::new(subject.to_owned());
    if exchanged.metadata.userinfo_endpoint().is_none() {
        return Ok(Claims::new());
    }
    let client_id = ClientId::new(sign_on.settings.client_id.clone());
    let client = CoreClient::from_provider_metadata(exchanged.metadata, client_id, None);
    let asking = Asking(sign_on.fetch.as_ref());
    let said: UserInfoClaims<Own, CoreGenderClaim> = client
        .user_info(exchanged.access, Some(subject))
        .map_err(|error| failed(&error))?
        .request_async(&asking)
        .await
        .map_err(|error| failed(&error))?;
    all(&said)
}

async fn metadata(sign_on: &SignOn) -> Result<CoreProviderMetadata, IdentityError> {
    let issuer = IssuerUrl::new(sign_on.settings.issuer.clone());
    let issuer = issuer.map_err(|error| failed(&error))?;
    let asking = Asking(sign_on.fetch.as_ref());
    let found = CoreProviderMetadata::discover_async(issuer, &asking).await;
    found.map_err(|error| failed(&error))
}

fn redirect(address: &str) -> Result<RedirectUrl, IdentityError> {
    RedirectUrl::new(address.to_owned()).map_err(|error| failed(&error))
}

/// What went wrong stands in the log, for the operator.
fn failed(reason: &dyn std::fmt::Display) -> IdentityError {
    tracing::warn!(%reason, "sign-on through the provider failed");
    IdentityError::SignOn(SignOnRefused::Provider)
}
