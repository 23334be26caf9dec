//! Believing an identity token, or not.

use std::time::{Duration, SystemTime};

use openidconnect::{
    ClaimsVerificationError, ClientId, IdToken, IssuerUrl, Nonce,
    core::{
        CoreGenderClaim, CoreIdTokenVerifier, CoreJweContentEncryptionAlgorithm,
        CoreJwsSigningAlgorithm,
    },
};
use yanzhi_kernel::Timestamp;

use super::{
    claims::{Claims, Own, all},
    provider::Exchanged,
};
use crate::{IdentityError, SignOnRefused, SignOnSettings};

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
    exchanged: &Exchanged,
    settings: &SignOnSettings,
    nonce: &str,
    now: Timestamp,
) -> Result<Claims, IdentityError> {
    let refused = |why| IdentityError::SignOn(why);
    let token: Result<Token, _> = exchanged.token.parse();
    let token = token.map_err(|_| refused(SignOnRefused::Claims))?;
    let issuer = IssuerUrl::new(settings.issuer.clone());
    let issuer = issuer.map_err(|_| refused(SignOnRefused::Issuer))?;
    let client_id = ClientId::new(settings.client_id.clone());
    let seconds = now.as_millis() / 1_000;
    let moment =
        SystemTime::UNIX_EPOCH + Duration::from_secs(u64::try_from(seconds).unwrap_or_default());
    let verifier = CoreIdTokenVerifier::new_public_client(client_id, issuer, exchanged.keys())
        .set_allowed_algs(ALGORITHMS)
        .set_time_fn(move || moment.into())
        .set_issue_time_verifier_fn(move |issued| {
            let age = seconds - issued.timestamp();
            let is_fresh = (-SKEW_S..=OLDEST_S).contains(&age);
            is_fresh.then_some(()).ok_or_else(|| STALE.to_owned())
        });
    let claims = token.claims(&verifier, &Nonce::new(nonce.to_owned()));
    all(claims.map_err(|error| refused(why(&error)))?)
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
