//! A platform on a test's database.
#![expect(clippy::unwrap_used, reason = "a test that cannot be set up must stop")]

use std::{sync::Arc, time::Duration};

use yanzhi_collection::EvidenceFolder;
use yanzhi_identity::{FactorKey, IdentitySettings, PasswordPolicy, PasswordWork, SessionPolicy};
use yanzhi_kernel::Clock;
use yanzhi_server::{Parts, Platform};
use yanzhi_testkit::{TestDatabase, seeded_ids, seeded_secrets};

/// Passwords cost next to nothing here; everything else is as by default.
fn settings() -> IdentitySettings {
    IdentitySettings {
        passwords: PasswordPolicy::default(),
        work: PasswordWork {
            memory_kib: 8,
            passes: 1,
        },
        hashes_at_once: 4,
        sessions: SessionPolicy::default(),
        invitations: Duration::from_hours(72),
        second_factor_is_required: true,
        factor_key: FactorKey::new([7; 32]),
    }
}

pub(crate) fn platform(database: &TestDatabase, threads: usize) -> Platform {
    let clock: Arc<dyn Clock> = database.clock.clone();
    let parts = Parts {
        clock,
        ids: Arc::new(seeded_ids(1)),
        secrets: Arc::new(seeded_secrets(2)),
    };
    let evidence = EvidenceFolder {
        path: std::env::temp_dir().join(format!("yanzhi-evidence-{}", std::process::id())),
        most_bytes: 1_000,
        quota_bytes: 3_000,
    };
    Platform::assemble(database.db.clone(), parts, settings(), evidence, threads).unwrap()
}
