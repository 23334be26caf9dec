//! `[identity.sign_on]`

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt,
    path::PathBuf,
};

use secrecy::SecretString;
use serde::{Deserialize, Serialize};
use yanzhi_identity::SignOnSettings;
use yanzhi_kernel::access::Role;

use super::ConfigError;
use crate::provider::nobody_listens;

/// The provider through which people sign on.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct SignOnSection {
    /// Its issuer: `https://sso.example`. Over plain HTTP only on this machine.
    pub issuer: String,
    /// The name that it knows this server by.
    pub client_id: String,
    /// The file with the secret shared with it.
    pub client_secret_file: Option<PathBuf>,
    /// What is asked for beside `openid`; `profile` by default.
    pub scopes: Vec<String>,
    /// The address of this server that people type.
    pub redirect_base: String,
    /// The claim with the code of the organisation.
    pub organisation_claim: String,
    /// The claim with the names of roles.
    pub role_claim: String,
    /// Which role each of its names stands for.
    pub roles: BTreeMap<String, Role>,
    /// The methods (`amr`) by which it vouches for two factors.
    pub two_factor_methods: BTreeSet<String>,
}

impl SignOnSection {
    /// What identity works with.
    ///
    /// # Errors
    /// A secret that cannot be read.
    pub(crate) fn settings(&self) -> Result<SignOnSettings, ConfigError> {
        let secret = self.client_secret_file.as_ref().map(|file| {
            let text = std::fs::read_to_string(file);
            text.map(|text| SecretString::from(text.trim().to_owned()))
                .map_err(|error| {
                    not_allowed("identity.sign_on.client_secret_file", file.display(), error)
                })
        });
        let base = self.redirect_base.trim_end_matches('/');
        let or = |text: &str, default: &str| {
            if text.is_empty() {
                default.to_owned()
            } else {
                text.to_owned()
            }
        };
        Ok(SignOnSettings {
            issuer: self.issuer.clone(),
            client_id: self.client_id.clone(),
            client_secret: secret.transpose()?,
            scopes: if self.scopes.is_empty() {
                vec!["profile".to_owned()]
            } else {
                self.scopes.clone()
            },
            redirect_url: format!("{base}/api/v1/session/sign-on/callback"),
            organisation_claim: or(&self.organisation_claim, "organisation"),
            role_claim: or(&self.role_claim, "roles"),
            roles: self.roles.clone(),
            two_factor_methods: self.two_factor_methods.clone(),
        })
    }

    pub(super) fn validate(&self) -> Result<(), ConfigError> {
        for (key, address) in [
            ("identity.sign_on.issuer", &self.issuer),
            ("identity.sign_on.redirect_base", &self.redirect_base),
        ] {
            if !address.parse().is_ok_and(|uri| nobody_listens(&uri)) {
                let reason = "it must be an address that begins with https://";
                return Err(not_allowed(key, address, reason));
            }
        }
        if self.client_id.is_empty() {
            return Err(not_allowed(
                "identity.sign_on.client_id",
                "",
                "it is missing",
            ));
        }
        match self.roles.values().find(|role| role.is_administrator()) {
            Some(role) => Err(not_allowed(
                "identity.sign_on.roles",
                role,
                "administrators are granted here, not by a provider",
            )),
            None => Ok(()),
        }
    }
}

fn not_allowed(
    key: &'static str,
    value: impl fmt::Display,
    reason: impl fmt::Display,
) -> ConfigError {
    ConfigError::NotAllowed {
        key,
        value: value.to_string(),
        reason: reason.to_string(),
    }
}
