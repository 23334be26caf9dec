//! Proving a password, with the waits that wrong ones earn. Every path does the same work: whether there is such an
//! account shows neither in the answer nor in how long it takes.

use std::net::IpAddr;

use secrecy::SecretString;
use yanzhi_kernel::{Digest, Origin, Timestamp};
use yanzhi_storage::{ReadTx, WriteTx};

use super::{Identity, Whole};
use crate::{
    AccountState, IdentityError,
    rules::{self, Backoff},
    store,
};

/// What wrong passwords are counted by.
pub(super) struct Counted {
    pair: Digest,
    login: Digest,
    address: Digest,
}

impl Counted {
    /// By the name as typed and the address.
    pub(super) fn of(typed: &str, origin: &Origin) -> Self {
        let address = origin.address.map_or_else(|| "none".to_owned(), network);
        Self {
            pair: Digest::of(format!("pair {address} {typed}")),
            login: Digest::of(format!("login {typed}")),
            address: Digest::of(format!("address {address}")),
        }
    }

    fn keys(&self) -> [(&Digest, Backoff); 3] {
        [
            (&self.pair, rules::OF_PAIR),
            (&self.login, rules::OF_LOGIN),
            (&self.address, rules::OF_ADDRESS),
        ]
    }

    /// Refuses while a wait lasts.
    pub(super) async fn admit(&self, tx: &ReadTx, now: Timestamp) -> Result<(), IdentityError> {
        let mut longest = None;
        for (key, _) in self.keys() {
            let attempts = store::attempt::of_key(tx, key).await?;
            longest = longest.max(attempts.wait_at(now));
        }
        longest.map_or(Ok(()), |wait| Err(IdentityError::TooManyAttempts(wait)))
    }

    pub(super) async fn note_failure(
        &self,
        tx: &WriteTx,
        now: Timestamp,
    ) -> Result<(), IdentityError> {
        for (key, backoff) in self.keys() {
            let before = store::attempt::of_key(tx, key).await?;
            let after = backoff.after_failure(before, now);
            store::attempt::note(tx, key, after, now).await?;
        }
        Ok(())
    }

    /// The address keeps its failures: an account of one's own does not make room for guesses at others.
    pub(super) async fn note_success(
        &self,
        tx: &WriteTx,
        now: Timestamp,
    ) -> Result<(), IdentityError> {
        store::attempt::forget(tx, &self.pair, now).await?;
        Ok(store::attempt::forget(tx, &self.login, now).await?)
    }
}

/// The network of an address: whoever has one address of version 6 has 2^64 of them.
fn network(address: IpAddr) -> String {
    match address.to_canonical() {
        IpAddr::V4(address) => address.to_string(),
        IpAddr::V6(address) => {
            let [a, b, c, d, ..] = address.segments();
            format!("{a:x}:{b:x}:{c:x}:{d:x}::/64")
        }
    }
}

impl Identity {
    /// Whether this is the password of an account that may sign in. `None` costs the same work.
    pub(super) async fn is_password_of(
        &self,
        whole: Option<&Whole>,
        password: &SecretString,
    ) -> Result<bool, IdentityError> {
        let active = whole.filter(|it| it.account.state == AccountState::Active);
        let kept = active.and_then(|it| it.proofs.password_hash.clone());
        self.hasher.is_right(password, kept).await
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_network_of_version_6_counts_as_one_address() {
        let network = |text: &str| network(text.parse().unwrap());
        assert_eq!(network("10.1.2.3"), "10.1.2.3");
        assert_eq!(network("::ffff:10.1.2.3"), "10.1.2.3");
        assert_eq!(network("2001:db8::1"), network("2001:db8::ffff:1"));
        assert_ne!(network("2001:db8::1"), network("2001:db8:0:1::1"));
    }
}
