//! `[identity]`

use std::{path::PathBuf, time::Duration};

use serde::{Deserialize, Serialize};
use yanzhi_identity::{
    FactorKey, IdentitySettings, PasswordPolicy, PasswordProfile, PasswordWork, SessionPolicy,
};

use super::{ConfigError, SignOnSection};

/// How people prove who they are.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct IdentitySection {
    /// `asvs`: 12 characters of any kind, nothing guessable. `gb22239`: 8 characters of three kinds, changed every 90
    /// days.
    pub password_profile: PasswordProfile,
    /// Memory of one guess at a password, in KiB.
    pub password_memory_kib: u32,
    /// Passes over it.
    pub password_passes: u32,
    /// Passwords that are looked at at once; 0 for one a processor.
    pub passwords_at_once: usize,
    /// How long a session lasts without being used.
    pub session_idle_minutes: u64,
    /// How long a session lasts however much it is used.
    pub session_longest_hours: u64,
    /// How long an invitation lasts.
    pub invitation_hours: u64,
    /// Whether roles that decide for others are held back without a second factor.
    pub second_factor_required: bool,
    /// The file with the key that secrets of second factors are encrypted with; made when it is not there. By default
    /// beside the database of SQLite, and `data/yanzhi.key` with PostgreSQL.
    pub key_file: Option<PathBuf>,
    /// The provider through which people sign on; nobody does without it.
    pub sign_on: Option<SignOnSection>,
}

impl Default for IdentitySection {
    fn default() -> Self {
        let work = PasswordWork::default();
        Self {
            password_profile: PasswordProfile::default(),
            password_memory_kib: work.memory_kib,
            password_passes: work.passes,
            passwords_at_once: 0,
            session_idle_minutes: 30,
            session_longest_hours: 12,
            invitation_hours: 72,
            second_factor_required: true,
            key_file: None,
            sign_on: None,
        }
    }
}

impl IdentitySection {
    /// What identity works with.
    pub(crate) const fn settings(&self, factor_key: FactorKey) -> IdentitySettings {
        IdentitySettings {
            passwords: PasswordPolicy {
                profile: self.password_profile,
            },
            work: PasswordWork {
                memory_kib: self.password_memory_kib,
                passes: self.password_passes,
            },
            hashes_at_once: self.passwords_at_once,
            sessions: SessionPolicy {
                idle: Duration::from_secs(60 * self.session_idle_minutes),
                longest: Duration::from_secs(3_600 * self.session_longest_hours),
            },
            invitations: Duration::from_secs(3_600 * self.invitation_hours),
            second_factor_is_required: self.second_factor_required,
            factor_key,
        }
    }

    pub(super) fn validate(&self) -> Result<(), ConfigError> {
        let within = |key, value: u64, least: u64, most: u64| {
            let fits = (least..=most).contains(&value);
            fits.then_some(()).ok_or_else(|| ConfigError::NotAllowed {
                key,
                value: value.to_string(),
                reason: format!("it must be from {least} to {most}"),
            })
        };
        let memory = u64::from(self.password_memory_kib);
        within("identity.password_memory_kib", memory, 7_168, 1_048_576)?;
        within(
            "identity.password_passes",
            u64::from(self.password_passes),
            1,
            100,
        )?;
        within(
            "identity.passwords_at_once",
            self.passwords_at_once as u64,
            0,
            64,
        )?;
        within(
            "identity.session_idle_minutes",
            self.session_idle_minutes,
            1,
            1_440,
        )?;
        within(
            "identity.session_longest_hours",
            self.session_longest_hours,
            1,
            168,
        )?;
        within("identity.invitation_hours", self.invitation_hours, 1, 720)?;
        self.sign_on
            .as_ref()
            .map_or(Ok(()), SignOnSection::validate)
    }
}
