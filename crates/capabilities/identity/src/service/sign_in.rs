//! Signing in and out.

use secrecy::SecretString;
use uuid::Uuid;
use yanzhi_audit::Event;
use yanzhi_kernel::{Origin, Scope};
use yanzhi_storage::WriteTx;

use super::{Identity, Whole, proving::Counted, record, signing, subject};
use crate::{Account, Assurance, IdentityError, Login, Secret, SecretKind, Session, rules, store};

pub(super) const SIGN_IN: &str = "session.sign_in";
const SIGN_OUT: &str = "session.sign_out";
const SECOND_FACTOR: &str = "session.second_factor";

/// Somebody who wants to sign in.
#[derive(Debug)]
pub struct SignIn {
    /// The name as typed.
    pub login: String,
    /// The password.
    pub password: SecretString,
    /// What the browser calls itself.
    pub agent: Option<String>,
}

/// Somebody who has signed in, wholly or so far.
#[derive(Debug)]
pub struct SignedIn {
    /// Who it is.
    pub account: Account,
    /// The session.
    pub session: Session,
    /// What the cookie carries.
    pub secret: Secret,
}

impl Identity {
    /// Signs somebody in by name and password. With a second factor, the session may do nothing until the code comes.
    ///
    /// # Errors
    /// [`IdentityError::SignInFailed`] whatever is wrong, [`IdentityError::TooManyAttempts`].
    pub async fn sign_in(&self, asked: SignIn, origin: &Origin) -> Result<SignedIn, IdentityError> {
        let login = Login::new(&asked.login).ok();
        let typed = login.as_ref().map_or(asked.login.as_str(), Login::as_str);
        let counted = Counted::of(typed, origin);
        let known = self.known(login.as_ref()).await?;
        self.admit(&counted, SIGN_IN, known.as_ref(), origin)
            .await?;
        let is_right = self.is_password_of(known.as_ref(), &asked.password).await?;
        let now = self.now();
        let tx = self.db.write().await?;
        // Between proving and now somebody may have disabled the account or changed its password.
        let still = match &known {
            Some(before) if is_right => self.whole(&tx, before.account.id).await?.filter(|it| {
                it.proofs == before.proofs && it.account.state == before.account.state
            }),
            _ => None,
        };
        let Some(whole) = still else {
            counted.note_failure(&tx, now).await?;
            self.note_wrong(&tx, SIGN_IN, known.as_ref(), origin)
                .await?;
            tx.commit().await?;
            return Err(IdentityError::SignInFailed);
        };
        counted.note_success(&tx, now).await?;
        let assurance = match whole.account.second_factor_at {
            Some(_) => Assurance::AwaitsCode,
            None => Assurance::Password,
        };
        let signed_in = self
            .open_session(&tx, whole, assurance, origin, asked.agent)
            .await?;
        self.record_opening(&tx, SIGN_IN, &signed_in, origin)
            .await?;
        tx.commit().await?;
        Ok(signed_in)
    }

    /// Takes the code of the second factor, or a recovery code, and makes the session a whole one with another secret.
    ///
    /// # Errors
    /// [`IdentityError::WrongCode`], [`IdentityError::TooManyAttempts`], [`IdentityError::Gone`] when the session does
    /// not wait for a code.
    pub async fn give_code(
        &self,
        session: &Session,
        code: &str,
        origin: &Origin,
    ) -> Result<SignedIn, IdentityError> {
        let waits = session.assurance == Assurance::AwaitsCode;
        if !waits {
            return Err(IdentityError::Gone("session waiting for a code"));
        }
        let now = self.now();
        let tx = self.db.write().await?;
        let whole = self.whole(&tx, session.account).await?;
        let whole = whole.ok_or(IdentityError::Gone("session"))?;
        let counted = Counted::of(&format!("code {}", whole.account.login), origin);
        if let Err(wait) = counted.admit(&tx, now).await {
            drop(tx);
            self.record_wait(SECOND_FACTOR, Some(&whole), origin)
                .await?;
            return Err(wait);
        }
        if !self.takes_code(&tx, &whole, code, now).await? {
            counted.note_failure(&tx, now).await?;
            self.note_wrong(&tx, SECOND_FACTOR, Some(&whole), origin)
                .await?;
            tx.commit().await?;
            return Err(IdentityError::WrongCode);
        }
        counted.note_success(&tx, now).await?;
        store::session::end(&tx, session.account, session.id, now).await?;
        let agent = session.agent.clone();
        let signed_in = self
            .open_session(&tx, whole, Assurance::TwoFactors, origin, agent)
            .await?;
        self.record_opening(&tx, SECOND_FACTOR, &signed_in, origin)
            .await?;
        tx.commit().await?;
        Ok(signed_in)
    }

    /// Ends the session that asks for it.
    ///
    /// # Errors
    /// A failure of the database.
    pub async fn sign_out(&self, session: &Session, origin: &Origin) -> Result<(), IdentityError> {
        let now = self.now();
        let tx = self.db.write().await?;
        store::session::end(&tx, session.account, session.id, now).await?;
        let scope = signing(session.account, now, origin.clone());
        let event = Event::done(SIGN_OUT, format!("account:{}", session.account));
        record(&tx, &scope, now, event).await?;
        Ok(tx.commit().await?)
    }

    async fn known(&self, login: Option<&Login>) -> Result<Option<Whole>, IdentityError> {
        let Some(login) = login else {
            return Ok(None);
        };
        let tx = self.db.read().await?;
        match store::account::by_login(&tx, login).await? {
            Some((account, proofs)) => Whole::of(&tx, account, proofs).await.map(Some),
            None => Ok(None),
        }
    }

    /// Refuses while a wait lasts, and writes the refusal down.
    pub(super) async fn admit(
        &self,
        counted: &Counted,
        what: &'static str,
        known: Option<&Whole>,
        origin: &Origin,
    ) -> Result<(), IdentityError> {
        let tx = self.db.read().await?;
        let admitted = counted.admit(&tx, self.now()).await;
        drop(tx);
        if matches!(admitted, Err(IdentityError::TooManyAttempts(_))) {
            self.record_wait(what, known, origin).await?;
        }
        admitted
    }

    pub(super) async fn record_wait(
        &self,
        what: &'static str,
        known: Option<&Whole>,
        origin: &Origin,
    ) -> Result<(), IdentityError> {
        let now = self.now();
        let tx = self.db.write().await?;
        let mut event = Event::failed(what, named(known), "too-many-attempts");
        event.outcome = yanzhi_audit::Outcome::Refused;
        record(
            &tx,
            &Scope::public(now).from_origin(origin.clone()),
            now,
            event,
        )
        .await?;
        Ok(tx.commit().await?)
    }

    pub(super) async fn note_wrong(
        &self,
        tx: &WriteTx,
        what: &'static str,
        known: Option<&Whole>,
        origin: &Origin,
    ) -> Result<(), IdentityError> {
        let now = self.now();
        let event = Event::failed(what, named(known), "wrong-proof");
        record(
            tx,
            &Scope::public(now).from_origin(origin.clone()),
            now,
            event,
        )
        .await
    }

    /// Makes a session.
    pub(super) async fn open_session(
        &self,
        tx: &WriteTx,
        whole: Whole,
        assurance: Assurance,
        origin: &Origin,
        agent: Option<String>,
    ) -> Result<SignedIn, IdentityError> {
        let now = self.now();
        let secret = Secret::draw(SecretKind::Session, self.secrets.as_ref());
        let session = Session {
            id: self.ids.next_uuid(now),
            account: whole.account.id,
            assurance,
            stamp: whole.stamp(),
            created_at: now,
            seen_at: now,
            expires_at: now.after(self.settings.sessions.longest),
            ended_at: None,
            address: origin.address.map(|address| address.to_string()),
            agent: agent.map(|agent| rules::shown_agent(&agent)),
        };
        store::session::add(tx, &session, &secret.fingerprint()).await?;
        Ok(SignedIn {
            account: whole.account,
            session,
            secret,
        })
    }

    async fn record_opening(
        &self,
        tx: &WriteTx,
        what: &'static str,
        signed_in: &SignedIn,
        origin: &Origin,
    ) -> Result<(), IdentityError> {
        let now = self.now();
        let account = &signed_in.account;
        let origin = via(origin, signed_in.session.id);
        let event = Event::done(what, subject(account)).within(account.organisation);
        record(tx, &signing(account.id, now, origin), now, event).await
    }
}

/// An account as the log names it; a name that nobody has may be a password typed in the wrong field.
fn named(known: Option<&Whole>) -> String {
    known.map_or_else(|| "account:unknown".to_owned(), |it| subject(&it.account))
}

/// The same origin, by way of a session.
pub(super) fn via(origin: &Origin, session: Uuid) -> Origin {
    Origin {
        via: Some(format!("session:{session}")),
        ..origin.clone()
    }
}
