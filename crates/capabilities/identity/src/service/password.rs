//! One's own password, and proving it again before something that matters.

use secrecy::{ExposeSecret as _, SecretString};
use yanzhi_kernel::{Origin, access::Action};
use yanzhi_storage::{ReadTx, WriteTx};

use super::{Identity, SignedIn, Whole, proving::Counted, save};
use crate::{Account, Assurance, IdentityError, PasswordFlaw, Session, rules, store};

impl Identity {
    /// Gives one's own account another password. Every session of the account ends, and this one gets another secret.
    ///
    /// # Errors
    /// [`IdentityError::WrongPassword`], [`IdentityError::Password`], [`IdentityError::TooManyAttempts`].
    pub async fn change_password(
        &self,
        session: &Session,
        current: &SecretString,
        wanted: &SecretString,
        origin: &Origin,
    ) -> Result<SignedIn, IdentityError> {
        let action = Action::OwnPasswordChange.as_str();
        let proved = self.prove_again(session, current, action, origin).await?;
        self.check_password(&proved.account, wanted)?;
        self.check_is_new(&proved.account, current, wanted).await?;
        let hash = self.hasher.hash(wanted, self.secrets.as_ref()).await?;
        let tx = self.db.write().await?;
        let mut whole = self.own(&tx, session).await?;
        if whole.proofs != proved.proofs {
            return Err(IdentityError::Stale);
        }
        let former = whole.proofs.password_hash.replace(hash);
        whole.account.password_at = Some(self.now());
        self.keep_former(&tx, &whole.account, former).await?;
        self.record_own(&tx, &whole, action, session, origin)
            .await?;
        let renewed = self
            .renew_rights(&tx, whole, session, session.assurance, origin)
            .await?;
        tx.commit().await?;
        Ok(renewed)
    }

    /// A password that nobody has thought of.
    pub fn make_password(&self) -> String {
        rules::recovery_code(self.secrets.as_ref())
    }

    /// Checks that a password is good enough for an account.
    pub(super) fn check_password(
        &self,
        account: &Account,
        password: &SecretString,
    ) -> Result<(), IdentityError> {
        let own = [account.login.as_str(), account.name.as_str()];
        Ok(self
            .settings
            .passwords
            .check(password.expose_secret(), &own)?)
    }

    /// Checks that a password is another one: than the current one, and than those before where the policy says so.
    async fn check_is_new(
        &self,
        account: &Account,
        current: &SecretString,
        wanted: &SecretString,
    ) -> Result<(), IdentityError> {
        if current.expose_secret() == wanted.expose_secret() {
            return Err(IdentityError::Password(PasswordFlaw::Unchanged));
        }
        let remembered = self.settings.passwords.remembered();
        if remembered == 0 {
            return Ok(());
        }
        let tx = self.db.read().await?;
        let former = store::former_password::last(&tx, account.id, remembered).await?;
        drop(tx);
        for hash in former {
            if self.hasher.is_right(wanted, Some(hash)).await? {
                let last = remembered + 1;
                return Err(IdentityError::Password(PasswordFlaw::UsedBefore { last }));
            }
        }
        Ok(())
    }

    /// Keeps a password that was replaced, where the policy wants it not to come back.
    async fn keep_former(
        &self,
        tx: &WriteTx,
        account: &Account,
        former: Option<String>,
    ) -> Result<(), IdentityError> {
        let remembered = self.settings.passwords.remembered();
        let Some(hash) = former.filter(|_| remembered > 0) else {
            return Ok(());
        };
        let now = self.now();
        let id = (self.ids.next_uuid(now), account.id);
        Ok(store::former_password::keep(tx, id, hash, now, remembered).await?)
    }

    /// The account of a session, whose owner proves the password again.
    pub(super) async fn prove_again(
        &self,
        session: &Session,
        password: &SecretString,
        action: &'static str,
        origin: &Origin,
    ) -> Result<Whole, IdentityError> {
        let tx = self.db.read().await?;
        let whole = self.own(&tx, session).await?;
        drop(tx);
        let counted = Counted::of(whole.account.login.as_str(), origin);
        self.admit(&counted, action, Some(&whole), origin).await?;
        if self.is_password_of(Some(&whole), password).await? {
            return Ok(whole);
        }
        let tx = self.db.write().await?;
        counted.note_failure(&tx, self.now()).await?;
        self.note_wrong(&tx, action, Some(&whole), origin).await?;
        tx.commit().await?;
        Err(IdentityError::WrongPassword)
    }

    pub(super) async fn own(&self, tx: &ReadTx, session: &Session) -> Result<Whole, IdentityError> {
        let whole = self.whole(tx, session.account).await?;
        whole.ok_or(IdentityError::Gone("account"))
    }

    /// Saves an account whose rights or proofs have changed: what was made before counts no more, and the session in
    /// which it was done goes on with another secret.
    pub(super) async fn renew_rights(
        &self,
        tx: &WriteTx,
        mut whole: Whole,
        session: &Session,
        assurance: Assurance,
        origin: &Origin,
    ) -> Result<SignedIn, IdentityError> {
        whole.account.version += 1;
        whole.account.rights_version += 1;
        save(tx, &whole.account, &whole.proofs).await?;
        store::session::end_all(tx, whole.account.id, self.now()).await?;
        let agent = session.agent.clone();
        self.open_session(tx, whole, assurance, origin, agent).await
    }
}
