//! Setting up and taking away the second factor.

use secrecy::SecretString;
use yanzhi_audit::Event;
use yanzhi_kernel::{Digest, Origin, Timestamp, access::Action};
use yanzhi_storage::WriteTx;

use super::{Identity, SignedIn, Whole, record, save, sign_in::via, signing, subject};
use crate::{Assurance, IdentityError, Session, rules, store};

/// A second factor that is being set up: shown once.
#[derive(Debug)]
pub struct Enrolment {
    /// The address that an app reads.
    pub uri: String,
}

/// How many recovery codes there are.
const CODES: usize = 10;
/// Bytes of a secret: as many as SHA-1 has, as RFC 4226 wants.
const SECRET: usize = 20;

impl Identity {
    /// Begins to set a second factor up. It counts once a code of it has come back.
    ///
    /// # Errors
    /// [`IdentityError::WrongPassword`], [`IdentityError::SecondFactorState`] when there is one.
    pub async fn begin_second_factor(
        &self,
        session: &Session,
        password: &SecretString,
        origin: &Origin,
    ) -> Result<Enrolment, IdentityError> {
        let action = Action::OwnSecondFactorChange.as_str();
        let mut whole = self.prove_again(session, password, action, origin).await?;
        if whole.account.second_factor_at.is_some() {
            return Err(IdentityError::SecondFactorState("set up already"));
        }
        let secret: [u8; SECRET] = self.secrets.draw();
        let key = &self.settings.factor_key;
        let sealed = key.seal(whole.account.id, &secret, self.secrets.as_ref())?;
        let uri = rules::totp_uri(&secret, whole.account.login.as_str());
        let uri = uri.map_err(|_| IdentityError::Machinery("making a second factor"))?;
        whole.proofs.totp_secret = Some(sealed);
        whole.proofs.totp_last_step = None;
        whole.account.version += 1;
        let tx = self.db.write().await?;
        save(&tx, &whole.account, &whole.proofs).await?;
        self.record_own(&tx, &whole, action, session, origin)
            .await?;
        tx.commit().await?;
        Ok(Enrolment { uri })
    }

    /// Takes the first code of a second factor: it counts from now on. Every session of the account ends, and this one
    /// gets another secret. The recovery codes are shown once.
    ///
    /// # Errors
    /// [`IdentityError::WrongCode`], [`IdentityError::SecondFactorState`] when none is being set up.
    pub async fn confirm_second_factor(
        &self,
        session: &Session,
        code: &str,
        origin: &Origin,
    ) -> Result<(SignedIn, Vec<String>), IdentityError> {
        let action = Action::OwnSecondFactorChange.as_str();
        let now = self.now();
        let tx = self.db.write().await?;
        let mut whole = self.own(&tx, session).await?;
        if whole.account.second_factor_at.is_some() || whole.proofs.totp_secret.is_none() {
            return Err(IdentityError::SecondFactorState("not being set up"));
        }
        let Some(step) = self.matching_step(&whole, code, now)? else {
            self.note_wrong(&tx, action, Some(&whole), origin).await?;
            tx.commit().await?;
            return Err(IdentityError::WrongCode);
        };
        whole.proofs.totp_last_step = Some(step);
        whole.account.second_factor_at = Some(now);
        let codes: Vec<String> = (0..CODES)
            .map(|_| rules::recovery_code(self.secrets.as_ref()))
            .collect();
        let fingerprints: Vec<Digest> = codes
            .iter()
            .map(|code| rules::recovery_fingerprint(code))
            .collect();
        store::recovery_code::replace(&tx, whole.account.id, &fingerprints).await?;
        self.record_own(&tx, &whole, action, session, origin)
            .await?;
        let renewed = self
            .renew_rights(&tx, whole, session, Assurance::TwoFactors, origin)
            .await?;
        tx.commit().await?;
        Ok((renewed, codes))
    }

    /// Takes one's own second factor away. Roles that need one are held back from then on.
    ///
    /// # Errors
    /// [`IdentityError::WrongPassword`], [`IdentityError::WrongCode`], [`IdentityError::SecondFactorState`].
    pub async fn remove_second_factor(
        &self,
        session: &Session,
        password: &SecretString,
        code: &str,
        origin: &Origin,
    ) -> Result<SignedIn, IdentityError> {
        let action = Action::OwnSecondFactorChange.as_str();
        self.prove_again(session, password, action, origin).await?;
        let now = self.now();
        let tx = self.db.write().await?;
        let mut whole = self.own(&tx, session).await?;
        if whole.account.second_factor_at.is_none() {
            return Err(IdentityError::SecondFactorState("not set up"));
        }
        if !self.takes_code(&tx, &whole, code, now).await? {
            self.note_wrong(&tx, action, Some(&whole), origin).await?;
            tx.commit().await?;
            return Err(IdentityError::WrongCode);
        }
        self.forget_second_factor(&tx, &mut whole).await?;
        self.record_own(&tx, &whole, action, session, origin)
            .await?;
        let renewed = self
            .renew_rights(&tx, whole, session, Assurance::Password, origin)
            .await?;
        tx.commit().await?;
        Ok(renewed)
    }

    pub(super) async fn forget_second_factor(
        &self,
        tx: &WriteTx,
        whole: &mut Whole,
    ) -> Result<(), IdentityError> {
        whole.account.second_factor_at = None;
        whole.proofs.totp_secret = None;
        whole.proofs.totp_last_step = None;
        Ok(store::recovery_code::replace(tx, whole.account.id, &[]).await?)
    }

    /// Takes a code of the app or a recovery code, each once.
    pub(super) async fn takes_code(
        &self,
        tx: &WriteTx,
        whole: &Whole,
        code: &str,
        now: Timestamp,
    ) -> Result<bool, IdentityError> {
        let id = whole.account.id;
        if let Some(step) = self.matching_step(whole, code, now)? {
            return Ok(store::account::take_step(tx, id, step).await?);
        }
        let fingerprint = rules::recovery_fingerprint(code);
        Ok(store::recovery_code::take(tx, id, &fingerprint, now).await?)
    }

    fn matching_step(
        &self,
        whole: &Whole,
        code: &str,
        now: Timestamp,
    ) -> Result<Option<i64>, IdentityError> {
        let Some(sealed) = &whole.proofs.totp_secret else {
            return Ok(None);
        };
        let secret = self.settings.factor_key.open(whole.account.id, sealed)?;
        rules::matching_step(&secret, code, now, whole.proofs.totp_last_step)
            .map_err(|_| IdentityError::Machinery("reading a second factor"))
    }

    /// How many recovery codes an account has left.
    ///
    /// # Errors
    /// A failure of the database.
    pub async fn recovery_codes_left(&self, session: &Session) -> Result<u64, IdentityError> {
        let tx = self.db.read().await?;
        Ok(store::recovery_code::left(&tx, session.account).await?)
    }

    pub(super) async fn record_own(
        &self,
        tx: &WriteTx,
        whole: &Whole,
        action: &'static str,
        session: &Session,
        origin: &Origin,
    ) -> Result<(), IdentityError> {
        let now = self.now();
        let scope = signing(whole.account.id, now, via(origin, session.id));
        let event = Event::done(action, subject(&whole.account)).within(whole.account.organisation);
        record(tx, &scope, now, event).await
    }
}
