//! Taking an invitation up.

use secrecy::SecretString;
use yanzhi_audit::Event;
use yanzhi_kernel::{Origin, Scope, Timestamp, access::AccountId};
use yanzhi_storage::{ReadTx, WriteTx};

use super::{Identity, Whole, record, save, signing, subject};
use crate::{
    Account, AccountState, IdentityError, Invited, Secret, SecretKind,
    store::{self, invitation::Invitation},
};

const ACCEPT: &str = "invitation.accept";

impl Identity {
    /// The account that a link invites, while it counts.
    ///
    /// # Errors
    /// [`IdentityError::InvitationUseless`], whatever is wrong with it.
    pub async fn invited(&self, link: &str) -> Result<Account, IdentityError> {
        let tx = self.db.read().await?;
        let (_, whole) = self.standing_invitation(&tx, link).await?;
        Ok(whole.account)
    }

    /// Takes an invitation up: the account gets its password and may sign in. The link counts once.
    ///
    /// # Errors
    /// [`IdentityError::InvitationUseless`], [`IdentityError::Password`].
    pub async fn accept_invitation(
        &self,
        link: &str,
        password: &SecretString,
        origin: &Origin,
    ) -> Result<Account, IdentityError> {
        let tx = self.db.read().await?;
        let found = self.standing_invitation(&tx, link).await;
        drop(tx);
        let found = match found {
            Err(IdentityError::InvitationUseless) => {
                self.note_useless(origin).await?;
                return Err(IdentityError::InvitationUseless);
            }
            found => found?,
        };
        self.check_password(&found.1.account, password)?;
        let hash = self.hasher.hash(password, self.secrets.as_ref()).await?;
        let now = self.now();
        let tx = self.db.write().await?;
        let (invitation, mut whole) = self.standing_invitation(&tx, link).await?;
        if !store::invitation::take_up(&tx, invitation.id, now).await? {
            return Err(IdentityError::InvitationUseless);
        }
        whole.proofs.password_hash = Some(hash);
        whole.account.password_at = Some(now);
        whole.account.state = AccountState::Active;
        whole.account.version += 1;
        whole.account.rights_version += 1;
        save(&tx, &whole.account, &whole.proofs).await?;
        let account = whole.account;
        let event = Event::done(ACCEPT, subject(&account)).within(account.organisation);
        record(&tx, &signing(account.id, now, origin.clone()), now, event).await?;
        tx.commit().await?;
        Ok(account)
    }

    async fn standing_invitation(
        &self,
        tx: &ReadTx,
        link: &str,
    ) -> Result<(Invitation, Whole), IdentityError> {
        let useless = || IdentityError::InvitationUseless;
        let secret = Secret::presented(SecretKind::Invitation, link).ok_or_else(useless)?;
        let found = store::invitation::by_fingerprint(tx, &secret.fingerprint()).await?;
        let now = self.now();
        let counts = |it: &Invitation| !it.is_used && now < it.expires_at;
        let invitation = found.filter(counts).ok_or_else(useless)?;
        let whole = self.whole(tx, invitation.account).await?;
        let waits = |it: &Whole| it.account.state == AccountState::Invited;
        Ok((invitation, whole.filter(waits).ok_or_else(useless)?))
    }

    async fn note_useless(&self, origin: &Origin) -> Result<(), IdentityError> {
        let now = self.now();
        let tx = self.db.write().await?;
        let scope = Scope::public(now).from_origin(origin.clone());
        let event = Event::failed(ACCEPT, "invitation:unknown", "invitation-useless");
        record(&tx, &scope, now, event).await?;
        Ok(tx.commit().await?)
    }

    /// Makes a link for an account; those before are worth nothing.
    pub(super) async fn make_link(
        &self,
        tx: &WriteTx,
        account: AccountId,
    ) -> Result<(Secret, Timestamp), IdentityError> {
        let now = self.now();
        let secret = Secret::draw(SecretKind::Invitation, self.secrets.as_ref());
        let expires_at = now.after(self.settings.invitations);
        store::invitation::withdraw(tx, account, now).await?;
        let (id, fingerprint) = (self.ids.next_uuid(now), secret.fingerprint());
        store::invitation::add(tx, id, account, &fingerprint, (now, expires_at)).await?;
        Ok((secret, expires_at))
    }

    /// An account that is invited, with the link that says so.
    pub(super) async fn invite_account(
        &self,
        tx: &WriteTx,
        account: Account,
    ) -> Result<Invited, IdentityError> {
        if store::account::by_login(tx, &account.login)
            .await?
            .is_some()
        {
            return Err(IdentityError::LoginTaken(account.login));
        }
        store::account::add(tx, &account, &store::account::Proofs::default()).await?;
        let (secret, expires_at) = self.make_link(tx, account.id).await?;
        Ok(Invited {
            account,
            secret,
            expires_at,
        })
    }
}
