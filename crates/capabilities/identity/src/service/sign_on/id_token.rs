//! Believing an identity token, or not.

use std::time::{Duration, SystemTime};

use openidconnect::{
    AdditionalClaims, ClaimsVerificationError, ClientId, IdToken, IssuerUrl, Nonce,
    core::{
        CoreGenderClaim, CoreIdTokenVerifier, CoreJsonWebKeySet, CoreJweContentEncryptionAlgorithm,
        CoreJwsSigningAlgorithm,
    },
};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use yanzhi_kernel::Timestamp;

use crate::{Claimed, SignOnRefused, SignOnSettings, rules};

/// Claims of the provider's own.
#[derive(Clone, Debug, Deserialize, Serialize)]
struct Own {
    #[serde(flatten)]
    claims: Map<String, Value>,
}

impl AdditionalClaims for Own {}

type Token =
    IdToken<Own, CoreGenderClaim, CoreJweContentEncryptionAlgorithm, CoreJwsSigningAlgorithm>;

/// Signatures by keys of the provider only: none, and none by a secret that two share.
const ALGORITHMS: [CoreJwsSigningAlgorithm; 9] = [
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha256,
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha384,
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha512,
    CoreJwsSigningAlgorithm::RsaSsaPssSha256,
    CoreJwsSigningAlgorithm::RsaSsaPssSha384,
    CoreJwsSigningAlgorithm::RsaSsaPssSha512,
    CoreJwsSigningAlgorithm::EcdsaP256Sha256,
    CoreJwsSigningAlgorithm::EcdsaP384Sha384,
    CoreJwsSigningAlgorithm::EdDsa,
];

/// Clocks differ by so much, in seconds; and a token is used at once.
const SKEW_S: i64 = 300;
const OLDEST_S: i64 = 900;

/// What a token says, when it is signed by a key of the provider, by its issuer, for us, now, for this sign-on.
pub(super) fn verified(
    token: &str,
    keys: CoreJsonWebKeySet,
    settings: &SignOnSettings,
    nonce: &str,
    now: Timestamp,
) -> Result<Claimed, SignOnRefused> {
    let token: Token = token.parse().map_err(|_| SignOnRefused::Claims)?;
    let issuer = IssuerUrl::new(settings.issuer.clone()).map_err(|_| SignOnRefused::Issuer)?;
    let client_id = ClientId::new(settings.client_id.clone());
    let seconds = now.as_millis() / 1_000;
    let moment =
        SystemTime::UNIX_EPOCH + Duration::from_secs(u64::try_from(seconds).unwrap_or_default());
    let verifier = CoreIdTokenVerifier::new_public_client(client_id, issuer, keys)
        .set_allowed_algs(ALGORITHMS)
        .set_time_fn(move || moment.into())
        .set_issue_time_verifier_fn(move |issued| {
            let age = seconds - issued.timestamp();
            let is_fresh = (-SKEW_S..=OLDEST_S).contains(&age);
            is_fresh.then_some(()).ok_or_else(|| STALE.to_owned())
        });
    let nonce = Nonce::new(nonce.to_owned());
    let claims = token
        .claims(&verifier, &nonce)
        .map_err(|error| why(&error))?;
    let own = &claims.additional_claims().claims;
    let organisation = own
        .get(&settings.organisation_claim)
        .and_then(Value::as_str);
    let vouches = |method: &String| settings.two_factor_methods.contains(method);
    let shown = claims.name().and_then(|name| name.get(None));
    let methods = claims.auth_method_refs().into_iter().flatten();
    Ok(Claimed {
        subject: claims.subject().to_string(),
        login: claims.preferred_username().map(|name| name.to_string()),
        name: shown.map(|name| name.as_str().to_owned()),
        organisation: organisation.and_then(|code| code.parse().ok()),
        roles: rules::roles(own, settings),
        has_two_factors: methods
            .map(|method| method.to_string())
            .any(|method| vouches(&method)),
    })
}

const STALE: &str = "issued too long ago, or in the future";

fn why(error: &ClaimsVerificationError) -> SignOnRefused {
    tracing::warn!(%error, "an identity token was not believed");
    match error {
        ClaimsVerificationError::Expired(_) => SignOnRefused::Expired,
        ClaimsVerificationError::InvalidAudience(_) => SignOnRefused::Audience,
        ClaimsVerificationError::InvalidIssuer(_) => SignOnRefused::Issuer,
        ClaimsVerificationError::InvalidNonce(_) => SignOnRefused::Nonce,
        ClaimsVerificationError::SignatureVerification(_) => SignOnRefused::Signature,
        ClaimsVerificationError::Other(reason) if reason == STALE => SignOnRefused::Expired,
        _ => SignOnRefused::Claims,
    }
}
