//! One's own account.

use yanzhi_kernel::{
    Lang, Scope,
    access::{Action, Resource, policy},
};

use super::{AccountDetail, Identity, accounts::record_change, save};
use crate::{Account, DisplayName, IdentityError, PasswordPolicy, Session};

/// What is to be another one of one's own account; `None` stays.
#[derive(Clone, Debug, Default)]
pub struct OwnChange {
    /// The name to show.
    pub name: Option<DisplayName>,
    /// The language of the pages.
    pub lang: Option<Lang>,
}

impl Identity {
    /// The account of a session.
    ///
    /// # Errors
    /// [`IdentityError::Gone`].
    pub async fn own_account(&self, session: &Session) -> Result<Account, IdentityError> {
        let tx = self.db.read().await?;
        Ok(self.own(&tx, session).await?.account)
    }

    /// The account of a session, with what it holds.
    ///
    /// # Errors
    /// [`IdentityError::Gone`].
    pub async fn own_detail(&self, session: &Session) -> Result<AccountDetail, IdentityError> {
        let tx = self.db.read().await?;
        Ok(self.own(&tx, session).await?.into())
    }

    /// Changes name or language of one's own account. Sessions and rights stay as they are.
    ///
    /// # Errors
    /// [`IdentityError::Stale`], a refusal.
    pub async fn change_own(
        &self,
        scope: &Scope,
        (session, version): (&Session, i64),
        change: OwnChange,
    ) -> Result<AccountDetail, IdentityError> {
        let action = Action::OwnEdit;
        policy::check(scope, action, Resource::Own(session.account))
            .map_err(IdentityError::Refused)?;
        let tx = self.db.write().await?;
        let mut whole = self.own(&tx, session).await?;
        if whole.account.version != version {
            return Err(IdentityError::Stale);
        }
        let before = whole.account.clone();
        let account = &mut whole.account;
        account.version += 1;
        account.name = change.name.unwrap_or(account.name.clone());
        account.lang = change.lang.unwrap_or(account.lang);
        save(&tx, account, &whole.proofs).await?;
        record_change(&tx, scope, self, action, Some(&before), account).await?;
        tx.commit().await?;
        Ok(whole.into())
    }

    /// The rules for passwords.
    pub fn password_policy(&self) -> PasswordPolicy {
        self.settings.passwords
    }
}
