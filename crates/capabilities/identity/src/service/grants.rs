//! Who holds which role where: what the security administrator does.

use uuid::Uuid;
use yanzhi_audit::Event;
use yanzhi_kernel::{
    Scope,
    access::{AccountId, Action, separation},
};
use yanzhi_storage::{Turn, WriteTx};

use super::{AccountDetail, Identity, Whole, accounts::allowed, record, save, subject};
use crate::{Account, Grant, IdentityError, NewGrant, rules, store};

impl Identity {
    /// Grants a role. What the account is signed in with counts no more.
    ///
    /// # Errors
    /// [`IdentityError::NotSeparate`], [`IdentityError::OwnRoles`], [`IdentityError::HeldAlready`], a refusal.
    pub async fn grant(
        &self,
        scope: &Scope,
        version: i64,
        new: NewGrant,
    ) -> Result<AccountDetail, IdentityError> {
        let action = Action::GrantGive;
        let now = self.now();
        let tx = self.db.write().await?;
        tx.take_turn(Turn::Rights).await?;
        let whole = self
            .seen_at(&tx, scope, action, (new.account, version))
            .await?;
        allowed(scope, action, new.organisation)?;
        let grant = Grant {
            id: self.ids.next_uuid(now),
            account: new.account,
            role: new.role,
            organisation: new.organisation,
            from: new.from.unwrap_or(now),
            until: new.until,
            granted_by: scope.actor().to_string(),
            granted_at: now,
            ended_at: None,
        };
        may_be_granted(scope, &whole, &grant)?;
        store::grant::add(&tx, &grant).await?;
        let event = event(action, &whole.account, &grant);
        self.rights_changed(tx, scope, whole, event).await
    }

    /// Takes a role back. What the account is signed in with counts no more.
    ///
    /// # Errors
    /// [`IdentityError::LastOfRole`], [`IdentityError::OwnRoles`], [`IdentityError::Gone`], a refusal.
    pub async fn end_grant(
        &self,
        scope: &Scope,
        (account, version): (AccountId, i64),
        grant: Uuid,
    ) -> Result<AccountDetail, IdentityError> {
        let action = Action::GrantEnd;
        let now = self.now();
        let tx = self.db.write().await?;
        tx.take_turn(Turn::Rights).await?;
        let whole = self.seen_at(&tx, scope, action, (account, version)).await?;
        let found = whole
            .grants
            .iter()
            .find(|it| it.id == grant && it.ended_at.is_none());
        let ended = found.cloned().ok_or(IdentityError::Gone("role"))?;
        allowed(scope, action, ended.organisation)?;
        if scope.account() == Some(account) {
            return Err(IdentityError::OwnRoles);
        }
        let others = whole
            .grants
            .iter()
            .filter(|it| it.id != grant && it.role == ended.role);
        let holds_it_elsewhere = others.clone().any(|it| it.is_held_at(now));
        let holders = store::grant::active_holders(&tx, now).await?;
        let loses = |role| role == ended.role && !holds_it_elsewhere;
        if let Some(role) = rules::must_remain(&holders, account, loses) {
            return Err(IdentityError::LastOfRole(role));
        }
        if !store::grant::end(&tx, grant, now).await? {
            return Err(IdentityError::Gone("role"));
        }
        let event = event(action, &whole.account, &ended);
        self.rights_changed(tx, scope, whole, event).await
    }

    async fn rights_changed(
        &self,
        tx: WriteTx,
        scope: &Scope,
        mut whole: Whole,
        event: Event,
    ) -> Result<AccountDetail, IdentityError> {
        whole.account.version += 1;
        whole.account.rights_version += 1;
        save(&tx, &whole.account, &whole.proofs).await?;
        record(&tx, scope, self.now(), event).await?;
        let after = self.whole(&tx, whole.account.id).await?;
        tx.commit().await?;
        after.map(Into::into).ok_or(IdentityError::Gone("account"))
    }
}

/// The rules that no right overrides; the operator at the console grants as anybody else does.
fn may_be_granted(scope: &Scope, whole: &Whole, grant: &Grant) -> Result<(), IdentityError> {
    if scope.account() == Some(grant.account) {
        return Err(IdentityError::OwnRoles);
    }
    if grant.until.is_some_and(|until| until <= grant.from) {
        return Err(IdentityError::EndsBeforeItBegins);
    }
    let standing = || {
        whole
            .grants
            .iter()
            .filter(|it| it.may_still_be_held(grant.granted_at))
    };
    separation::check(standing().map(|it| it.role), grant.role)?;
    let is_same = |it: &&Grant| it.role == grant.role && it.organisation == grant.organisation;
    if standing().any(|it| is_same(&it)) {
        return Err(IdentityError::HeldAlready);
    }
    Ok(())
}

fn event(action: Action, account: &Account, grant: &Grant) -> Event {
    let what = format!(
        "{} {} in {}",
        subject(account),
        grant.role,
        grant.organisation
    );
    Event::done(action.as_str(), what).within(grant.organisation)
}
