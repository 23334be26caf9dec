//! Claims as they came, in the identity token or from the userinfo endpoint.

use openidconnect::AdditionalClaims;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::{IdentityError, SignOnRefused};

/// Claims by name.
pub(super) type Claims = Map<String, Value>;

/// Claims of the provider's own, beside those of the standard.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub(super) struct Own {
    #[serde(flatten)]
    claims: Claims,
}

impl AdditionalClaims for Own {}

/// All of them by name, those of the standard and the provider's own.
pub(super) fn all(said: &impl Serialize) -> Result<Claims, IdentityError> {
    match serde_json::to_value(said) {
        Ok(Value::Object(claims)) => Ok(claims),
        _ => Err(IdentityError::SignOn(SignOnRefused::Claims)),
    }
}
