//! Secrets are drawn from a parameter too: the system's randomness at the composition root, a seed in tests.

use std::{fmt, sync::Mutex};

use rand::CryptoRng;

/// Where bytes that nobody can guess come from.
pub trait SecretSource: Send + Sync {
    /// Fills `bytes`.
    fn fill(&self, bytes: &mut [u8]);
}

impl dyn SecretSource + '_ {
    /// An array of such bytes.
    pub fn draw<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0; N];
        self.fill(&mut bytes);
        bytes
    }
}

/// Secrets from a generator fit for cryptography.
pub struct Secrets<R>(Mutex<R>);

impl<R: CryptoRng + Send> Secrets<R> {
    /// Secrets drawn from a generator.
    pub const fn new(generator: R) -> Self {
        Self(Mutex::new(generator))
    }
}

impl<R: CryptoRng + Send> SecretSource for Secrets<R> {
    fn fill(&self, bytes: &mut [u8]) {
        // A panic elsewhere cannot leave a generator half-written, so a poisoned lock is still good.
        let mut generator = self
            .0
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner);
        generator.fill_bytes(bytes);
    }
}

impl<R> fmt::Debug for Secrets<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secrets")
    }
}
