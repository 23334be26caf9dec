//! What is shown once and known by its fingerprint afterwards.

use std::fmt;

use data_encoding::BASE64URL_NOPAD;
use yanzhi_kernel::{Digest, SecretSource};

/// What a secret opens. Its prefix lets a scanner of leaked texts find it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SecretKind {
    /// The link of an invitation.
    Invitation,
    /// The cookie of a session.
    Session,
    /// A token for a machine.
    Token,
    /// What binds a sign-on to where it was begun.
    SignOn,
}

impl SecretKind {
    const fn prefix(self) -> &'static str {
        match self {
            Self::Invitation => "yz_inv_",
            Self::Session => "yz_ses_",
            Self::Token => "yz_tok_",
            Self::SignOn => "yz_sgn_",
        }
    }
}

/// 256 random bits as text. It has no `Display`, and printing it for debugging shows nothing.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(String);

impl Secret {
    /// A new one.
    pub fn draw(kind: SecretKind, source: &dyn SecretSource) -> Self {
        let bits: [u8; 32] = source.draw();
        Self(format!(
            "{}{}",
            kind.prefix(),
            BASE64URL_NOPAD.encode(&bits)
        ))
    }

    /// One that somebody sent; `None` when it cannot be one of its kind.
    pub fn presented(kind: SecretKind, text: &str) -> Option<Self> {
        let bits = text.strip_prefix(kind.prefix())?;
        let is_well_formed = BASE64URL_NOPAD
            .decode(bits.as_bytes())
            .is_ok_and(|bits| bits.len() == 32);
        is_well_formed.then(|| Self(text.to_owned()))
    }

    /// What is kept of it, and looked for.
    pub fn fingerprint(&self) -> Digest {
        Digest::of(&self.0)
    }

    /// The text, to be shown once.
    pub fn reveal(&self) -> &str {
        &self.0
    }

    /// The token that shows that a request was made by a page that this session's owner opened: it can be worked out
    /// from the secret, and the secret cannot be worked out from it.
    pub fn csrf_token(&self) -> String {
        let digest = Digest::of(format!("csrf {}", self.0));
        digest.as_str().get(..43).unwrap_or_default().to_owned()
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(…)")
    }
}

#[cfg(test)]
mod tests {
    use rand_chacha::{ChaCha12Rng, rand_core::SeedableRng as _};
    use yanzhi_kernel::Secrets;

    use super::*;

    #[test]
    fn a_secret_is_found_again_by_its_fingerprint_and_never_printed() {
        let source = Secrets::new(ChaCha12Rng::seed_from_u64(1));
        let one = Secret::draw(SecretKind::Invitation, &source);
        let other = Secret::draw(SecretKind::Invitation, &source);
        assert_ne!(one, other);
        assert!(one.reveal().starts_with("yz_inv_") && one.reveal().len() == 50);
        let again = Secret::presented(SecretKind::Invitation, one.reveal()).unwrap();
        assert_eq!(again.fingerprint(), one.fingerprint());
        assert_eq!(format!("{one:?}"), "Secret(…)");
        assert!(!one.reveal().contains(&one.csrf_token()));
    }

    #[test]
    fn what_cannot_be_a_secret_is_not_looked_for() {
        let source = Secrets::new(ChaCha12Rng::seed_from_u64(1));
        let token = Secret::draw(SecretKind::Token, &source);
        assert_eq!(Secret::presented(SecretKind::Session, token.reveal()), None);
        for text in ["", "yz_tok_", "yz_tok_short", "yz_tok_' OR 1=1 --"] {
            assert_eq!(Secret::presented(SecretKind::Token, text), None, "{text:?}");
        }
    }
}
