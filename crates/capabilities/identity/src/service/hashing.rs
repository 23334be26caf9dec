//! Passwords as they are kept: argon2id, computed by threads of their own, so many at once and no more, which give way to
//! the threads that answer requests.

use std::sync::Arc;

use argon2::{
    Algorithm, Argon2, Params, PasswordHasher as _, PasswordVerifier as _, Version,
    password_hash::phc::PasswordHash,
};
use rayon::{ThreadPool, ThreadPoolBuilder};
use secrecy::{ExposeSecret as _, SecretString};
use tokio::sync::oneshot;
use yanzhi_kernel::SecretSource;

use crate::IdentityError;

/// How much work a guess at a password is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PasswordWork {
    /// Memory in KiB.
    pub memory_kib: u32,
    /// Passes over it.
    pub passes: u32,
}

impl Default for PasswordWork {
    /// One of the equal recommendations of OWASP's password storage cheat sheet: 12 MiB, three passes. Of them it is the
    /// one with the most memory that does not cost twice the others' time where processors share a cache.
    fn default() -> Self {
        Self {
            memory_kib: 12 * 1_024,
            passes: 3,
        }
    }
}

#[derive(Clone)]
pub(super) struct Hasher {
    argon2: Argon2<'static>,
    workers: Arc<ThreadPool>,
    /// What a password is compared with when there is no account: as much work as if there were one.
    of_nobody: Arc<str>,
}

/// Longer texts are nobody's password.
const LONGEST: usize = 1_024;

impl Hasher {
    pub(super) fn new(
        work: PasswordWork,
        at_once: usize,
        secrets: &dyn SecretSource,
    ) -> Result<Self, IdentityError> {
        let params = Params::new(work.memory_kib, work.passes, 1, None)
            .map_err(|_| IdentityError::Machinery("setting up the hashing of passwords"))?;
        let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
        let workers = ThreadPoolBuilder::new()
            .num_threads(at_once)
            .thread_name(|number| format!("password-{number}"))
            .start_handler(|_| give_way())
            .panic_handler(|_| tracing::error!("the hashing of a password broke off"))
            .build()
            .map_err(|_| IdentityError::Machinery("starting the threads for passwords"))?;
        let password: [u8; 32] = secrets.draw();
        let of_nobody = hash(&argon2, &password, &secrets.draw())?;
        Ok(Self {
            argon2,
            workers: Arc::new(workers),
            of_nobody: of_nobody.into(),
        })
    }

    /// A password as it is kept.
    pub(super) async fn hash(
        &self,
        password: &SecretString,
        secrets: &dyn SecretSource,
    ) -> Result<String, IdentityError> {
        let salt = secrets.draw();
        let argon2 = self.argon2.clone();
        let password = password.clone();
        self.away(move || hash(&argon2, password.expose_secret().as_bytes(), &salt))
            .await?
    }

    /// Whether a password is the one that is kept; with nothing kept, the work is done all the same.
    pub(super) async fn is_right(
        &self,
        password: &SecretString,
        kept: Option<String>,
    ) -> Result<bool, IdentityError> {
        let is_somebody = kept.is_some();
        let kept = kept.unwrap_or_else(|| self.of_nobody.to_string());
        let argon2 = self.argon2.clone();
        let password = password.clone();
        let is_right = self
            .away(move || {
                let text = password.expose_secret();
                let text = if text.len() <= LONGEST { text } else { "" };
                let kept = PasswordHash::new(&kept).ok()?;
                Some(argon2.verify_password(text.as_bytes(), &kept).is_ok())
            })
            .await?
            .ok_or(IdentityError::Machinery("reading a kept password"))?;
        Ok(is_somebody && is_right)
    }

    /// Works on another thread, in turn. For a client that has left meanwhile nothing is begun; one that leaves later makes
    /// no room while the work goes on.
    async fn away<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, IdentityError> {
        let (done, answer) = oneshot::channel();
        self.workers.spawn_fifo(move || {
            if !done.is_closed() {
                // Whoever has left takes no answer, and none is missed.
                let _ = done.send(work());
            }
        });
        let broken_off = IdentityError::Machinery("waiting for the hashing of passwords");
        answer.await.map_err(|_| broken_off)
    }
}

/// How far the threads of passwords stand back behind those that answer.
#[cfg(target_os = "linux")]
const STEPS_BACK: i32 = 10;

/// On Linux this is about the calling thread alone.
#[cfg(target_os = "linux")]
fn give_way() {
    if let Err(error) = rustix::process::nice(STEPS_BACK) {
        tracing::warn!(%error, "passwords are hashed at the priority of everything else");
    }
}

#[cfg(not(target_os = "linux"))]
const fn give_way() {}

fn hash(argon2: &Argon2<'_>, password: &[u8], salt: &[u8; 16]) -> Result<String, IdentityError> {
    let hash: Result<PasswordHash, _> = argon2.hash_password_with_salt(password, salt);
    hash.map(|hash| hash.to_string())
        .map_err(|_| IdentityError::Machinery("hashing a password"))
}
