//! Secrets of second factors at rest: XChaCha20-Poly1305, bound to their account. Whoever copies the database
//! without the key has none of them.

use std::fmt;

use chacha20poly1305::{
    KeyInit as _, XChaCha20Poly1305, XNonce,
    aead::{Aead as _, Payload},
};
use data_encoding::BASE64_NOPAD;
use yanzhi_kernel::{SecretSource, access::AccountId};

use crate::IdentityError;

const NONCE: usize = 24;

/// A key of 256 bits. Printing it shows nothing.
#[derive(Clone)]
pub struct FactorKey([u8; 32]);

impl FactorKey {
    /// A key from its bytes.
    pub const fn new(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    pub(super) fn seal(
        &self,
        account: AccountId,
        secret: &[u8],
        secrets: &dyn SecretSource,
    ) -> Result<String, IdentityError> {
        let nonce: [u8; NONCE] = secrets.draw();
        let sealed = self
            .cipher()
            .encrypt(&XNonce::from(nonce), bound(secret, &account));
        let mut sealed = sealed.map_err(|_| IdentityError::Machinery("encrypting a secret"))?;
        sealed.splice(0..0, nonce);
        Ok(BASE64_NOPAD.encode(&sealed))
    }

    pub(super) fn open(&self, account: AccountId, sealed: &str) -> Result<Vec<u8>, IdentityError> {
        let broken = || IdentityError::Machinery("decrypting a secret (is the key another one?)");
        let bytes = BASE64_NOPAD
            .decode(sealed.as_bytes())
            .map_err(|_| broken())?;
        let (nonce, sealed) = bytes.split_first_chunk::<NONCE>().ok_or_else(broken)?;
        let opened = self
            .cipher()
            .decrypt(&XNonce::from(*nonce), bound(sealed, &account));
        opened.map_err(|_| broken())
    }

    fn cipher(&self) -> XChaCha20Poly1305 {
        XChaCha20Poly1305::new(&self.0.into())
    }
}

/// The account goes in as associated data: a secret that was copied to another account does not open.
fn bound<'a>(msg: &'a [u8], account: &'a AccountId) -> Payload<'a, 'a> {
    Payload {
        msg,
        aad: account.as_bytes(),
    }
}

impl fmt::Debug for FactorKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("FactorKey(…)")
    }
}

#[cfg(test)]
mod tests {
    use rand_chacha::{ChaCha12Rng, rand_core::SeedableRng as _};
    use uuid::Uuid;
    use yanzhi_kernel::{Id, Secrets};

    use super::*;

    #[test]
    fn a_secret_opens_with_its_key_for_its_account_and_not_otherwise() {
        let source = Secrets::new(ChaCha12Rng::seed_from_u64(1));
        let (mine, others) = (
            Id::from_uuid(Uuid::from_u128(1)),
            Id::from_uuid(Uuid::from_u128(2)),
        );
        let key = FactorKey::new([7; 32]);
        let sealed = key.seal(mine, b"12345678901234567890", &source).unwrap();
        assert_eq!(key.open(mine, &sealed).unwrap(), b"12345678901234567890");
        assert_ne!(
            sealed,
            key.seal(mine, b"12345678901234567890", &source).unwrap()
        );
        assert!(
            key.open(others, &sealed).is_err(),
            "copied to another account"
        );
        assert!(
            FactorKey::new([8; 32]).open(mine, &sealed).is_err(),
            "another key"
        );
        let mut altered = BASE64_NOPAD.decode(sealed.as_bytes()).unwrap();
        altered[30] ^= 1;
        assert!(
            key.open(mine, &BASE64_NOPAD.encode(&altered)).is_err(),
            "altered"
        );
        assert!(key.open(mine, "").is_err() && key.open(mine, "%").is_err());
    }
}
