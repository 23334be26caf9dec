//! Letting an account in or not: what the system administrator does when somebody leaves, comes back, or has lost a
//! proof.

use yanzhi_kernel::{
    Scope,
    access::{AccountId, Action},
};
use yanzhi_storage::{Turn, WriteTx};

use super::{
    AccountDetail, Identity, Whole,
    accounts::{in_state, record_change},
    save,
};
use crate::{AccountState, IdentityError, rules, store};

impl Identity {
    /// Disables an account: it may not sign in, and what it is signed in with counts no more.
    ///
    /// # Errors
    /// [`IdentityError::LastOfRole`], [`IdentityError::WrongState`], [`IdentityError::Stale`], a refusal.
    pub async fn disable(
        &self,
        scope: &Scope,
        seen: (AccountId, i64),
    ) -> Result<AccountDetail, IdentityError> {
        let now = self.now();
        let tx = self.db.write().await?;
        tx.take_turn(Turn::Rights).await?;
        let whole = self
            .seen_at(&tx, scope, Action::AccountDisable, seen)
            .await?;
        if whole.account.state == AccountState::Disabled {
            return Err(IdentityError::WrongState("disabled"));
        }
        let holders = store::grant::active_holders(&tx, now).await?;
        if let Some(role) = rules::must_remain(&holders, seen.0, |_| true) {
            return Err(IdentityError::LastOfRole(role));
        }
        store::invitation::withdraw(&tx, seen.0, now).await?;
        store::session::end_all(&tx, seen.0, now).await?;
        self.set_state(tx, scope, whole, AccountState::Disabled)
            .await
    }

    /// Enables an account again: it is as it was before, with its password and its roles.
    ///
    /// # Errors
    /// [`IdentityError::WrongState`], [`IdentityError::Stale`], a refusal.
    pub async fn enable(
        &self,
        scope: &Scope,
        seen: (AccountId, i64),
    ) -> Result<AccountDetail, IdentityError> {
        let tx = self.db.write().await?;
        tx.take_turn(Turn::Rights).await?;
        let whole = self
            .seen_at(&tx, scope, Action::AccountDisable, seen)
            .await?;
        in_state(&whole.account, AccountState::Disabled)?;
        let state = match whole.proofs.password_hash {
            Some(_) => AccountState::Active,
            None => AccountState::Invited,
        };
        self.set_state(tx, scope, whole, state).await
    }

    async fn set_state(
        &self,
        tx: WriteTx,
        scope: &Scope,
        mut whole: Whole,
        state: AccountState,
    ) -> Result<AccountDetail, IdentityError> {
        let before = whole.account.clone();
        whole.account.state = state;
        whole.account.version += 1;
        whole.account.rights_version += 1;
        save(&tx, &whole.account, &whole.proofs).await?;
        let action = Action::AccountDisable;
        record_change(&tx, scope, self, action, Some(&before), &whole.account).await?;
        tx.commit().await?;
        Ok(whole.into())
    }

    /// Takes away a second factor that its owner has lost. They sign in by password and set another one up.
    ///
    /// # Errors
    /// [`IdentityError::SecondFactorState`], [`IdentityError::Stale`], a refusal.
    pub async fn reset_second_factor(
        &self,
        scope: &Scope,
        seen: (AccountId, i64),
    ) -> Result<AccountDetail, IdentityError> {
        let action = Action::AccountSecondFactorReset;
        let tx = self.db.write().await?;
        let mut whole = self.seen_at(&tx, scope, action, seen).await?;
        if whole.account.second_factor_at.is_none() {
            return Err(IdentityError::SecondFactorState("not set up"));
        }
        let before = whole.account.clone();
        self.forget_second_factor(&tx, &mut whole).await?;
        whole.account.version += 1;
        whole.account.rights_version += 1;
        save(&tx, &whole.account, &whole.proofs).await?;
        store::session::end_all(&tx, seen.0, self.now()).await?;
        record_change(&tx, scope, self, action, Some(&before), &whole.account).await?;
        tx.commit().await?;
        Ok(whole.into())
    }

    /// Ends all sessions of an account and says how many there were.
    ///
    /// # Errors
    /// A refusal.
    pub async fn end_sessions(&self, scope: &Scope, id: AccountId) -> Result<u64, IdentityError> {
        let action = Action::AccountSessionsEnd;
        let tx = self.db.write().await?;
        let whole = self.seen(&tx, scope, action, id).await?;
        let ended = store::session::end_all(&tx, id, self.now()).await?;
        record_change(&tx, scope, self, action, None, &whole.account).await?;
        tx.commit().await?;
        Ok(ended)
    }
}
