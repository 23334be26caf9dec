//! Who there is: what the system administrator does.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::json;
use yanzhi_audit::Event;
use yanzhi_kernel::{
    Code, Digest, Id, Scope, Timestamp,
    access::{AccountId, Action, Lack, OrganisationId, Refusal, Resource, policy},
};
use yanzhi_organisations::Organisation;
use yanzhi_storage::{ReadTx, Turn, WriteTx};

use super::{Identity, Whole, record, save, subject};
use crate::{
    Account, AccountState, DisplayName, Grant, IdentityError, Invited, Login, NewAccount,
    UnknownAccount, store,
};

/// Which accounts, in the order of their names to sign in with.
#[derive(Clone, Debug, Default)]
pub struct AccountSearch {
    /// Those after this one.
    pub after: Option<Login>,
    /// So many at most.
    pub limit: u64,
    /// Those only that may be used, and that nobody has used or been invited to since then.
    pub unused_since: Option<Timestamp>,
}

/// Some of the accounts, in the order of their names to sign in with.
#[derive(Debug)]
pub struct AccountPage {
    /// The accounts.
    pub accounts: Vec<Account>,
    /// What each of them holds.
    pub grants: Vec<Grant>,
    /// The organisations that are spoken of.
    pub organisations: BTreeMap<OrganisationId, Organisation>,
    /// When somebody was last seen with each of them, or a machine acted for it.
    pub last_used: BTreeMap<AccountId, Timestamp>,
    /// Whether more follow.
    pub has_more: bool,
}

/// An account with what it holds.
#[derive(Debug)]
pub struct AccountDetail {
    /// The account.
    pub account: Account,
    /// What it holds and has held.
    pub grants: Vec<Grant>,
    /// The organisations that are spoken of.
    pub organisations: BTreeMap<OrganisationId, Organisation>,
}

/// What is to be another one; `None` stays.
#[derive(Clone, Debug, Default)]
pub struct AccountChange {
    /// The name to show.
    pub name: Option<DisplayName>,
    /// Where the person belongs.
    pub organisation: Option<OrganisationId>,
}

impl From<Whole> for AccountDetail {
    fn from(whole: Whole) -> Self {
        Self {
            account: whole.account,
            grants: whole.grants,
            organisations: whole.organisations,
        }
    }
}

impl Identity {
    /// The accounts that the asker may see and searches for.
    ///
    /// # Errors
    /// A failure of the database.
    pub async fn accounts(
        &self,
        scope: &Scope,
        search: &AccountSearch,
    ) -> Result<AccountPage, IdentityError> {
        let tx = self.db.read().await?;
        let span = scope.span(Action::AccountRead);
        let mut accounts = store::account::within(&tx, &span, search).await?;
        let wanted = usize::try_from(search.limit).unwrap_or(usize::MAX);
        let has_more = accounts.len() > wanted;
        accounts.truncate(wanted);
        let ids: Vec<AccountId> = accounts.iter().map(|it| it.id).collect();
        let grants = store::grant::of_accounts(&tx, ids.iter().copied()).await?;
        let places: BTreeSet<OrganisationId> = grants
            .iter()
            .map(|grant| grant.organisation)
            .chain(accounts.iter().map(|account| account.organisation))
            .collect();
        let organisations = yanzhi_organisations::organisations_by_ids(&tx, &places).await?;
        Ok(AccountPage {
            accounts,
            grants,
            organisations: organisations.into_iter().map(|it| (it.id, it)).collect(),
            last_used: last_used(&tx, &ids).await?,
            has_more,
        })
    }

    /// An account with what it holds.
    ///
    /// # Errors
    /// [`IdentityError::UnknownAccount`] when it is not there or not to be seen.
    pub async fn account(
        &self,
        scope: &Scope,
        id: AccountId,
    ) -> Result<AccountDetail, IdentityError> {
        let tx = self.db.read().await?;
        self.seen(&tx, scope, Action::AccountRead, id)
            .await
            .map(Into::into)
    }

    /// An account by its name to sign in with, as [`Identity::account`].
    ///
    /// # Errors
    /// [`IdentityError::UnknownAccount`] when it is not there or not to be seen.
    pub async fn account_by_login(
        &self,
        scope: &Scope,
        login: &Login,
    ) -> Result<AccountDetail, IdentityError> {
        let tx = self.db.read().await?;
        let found = store::account::by_login(&tx, login).await?;
        let unknown = || UnknownAccount {
            refusal: Refusal::new(Action::AccountRead, Lack::Reach),
        };
        let id = found.map(|(account, _)| account.id);
        let id = id.ok_or_else(|| IdentityError::UnknownAccount(unknown()))?;
        self.seen(&tx, scope, Action::AccountRead, id)
            .await
            .map(Into::into)
    }

    /// The organisation of a code that the asker may see.
    ///
    /// # Errors
    /// As [`yanzhi_organisations::organisation`].
    pub async fn place(&self, scope: &Scope, code: &Code) -> Result<OrganisationId, IdentityError> {
        let tx = self.db.read().await?;
        Ok(yanzhi_organisations::organisation(&tx, scope, code)
            .await?
            .id)
    }

    /// Invites somebody. The link is shown to the one who invites, once.
    ///
    /// # Errors
    /// [`IdentityError::LoginTaken`], a refusal.
    pub async fn invite(&self, scope: &Scope, new: NewAccount) -> Result<Invited, IdentityError> {
        let action = Action::AccountInvite;
        allowed(scope, action, new.organisation)?;
        let tx = self.db.write().await?;
        tx.take_turn(Turn::Rights).await?;
        let account = self.new_account(new);
        let invited = self.invite_account(&tx, account).await?;
        record_change(&tx, scope, self, action, None, &invited.account).await?;
        tx.commit().await?;
        Ok(invited)
    }

    /// Makes another link for somebody whose invitation was lost or has expired.
    ///
    /// # Errors
    /// [`IdentityError::WrongState`] when the invitation was taken up.
    pub async fn invite_again(
        &self,
        scope: &Scope,
        (id, version): (AccountId, i64),
    ) -> Result<Invited, IdentityError> {
        let action = Action::AccountInvite;
        let tx = self.db.write().await?;
        let mut whole = self.seen_at(&tx, scope, action, (id, version)).await?;
        in_state(&whole.account, AccountState::Invited)?;
        let before = whole.account.clone();
        whole.account.version += 1;
        save(&tx, &whole.account, &whole.proofs).await?;
        let (secret, expires_at) = self.make_link(&tx, id).await?;
        record_change(&tx, scope, self, action, Some(&before), &whole.account).await?;
        tx.commit().await?;
        Ok(Invited {
            account: whole.account,
            secret,
            expires_at,
        })
    }

    /// Changes the name of an account, or where its owner belongs.
    ///
    /// # Errors
    /// [`IdentityError::Stale`], a refusal in either place.
    pub async fn change_account(
        &self,
        scope: &Scope,
        seen: (AccountId, i64),
        change: AccountChange,
    ) -> Result<AccountDetail, IdentityError> {
        let action = Action::AccountEdit;
        let tx = self.db.write().await?;
        tx.take_turn(Turn::Rights).await?;
        let mut whole = self.seen_at(&tx, scope, action, seen).await?;
        let before = whole.account.clone();
        let account = &mut whole.account;
        account.version += 1;
        account.name = change.name.unwrap_or(account.name.clone());
        if let Some(place) = change
            .organisation
            .filter(|place| *place != account.organisation)
        {
            allowed(scope, action, place)?;
            account.organisation = place;
            account.rights_version += 1;
        }
        save(&tx, account, &whole.proofs).await?;
        record_change(&tx, scope, self, action, Some(&before), account).await?;
        let whole = self.whole(&tx, seen.0).await?.ok_or(IdentityError::Stale)?;
        tx.commit().await?;
        Ok(whole.into())
    }

    /// An account as it begins.
    pub(super) fn new_account(&self, new: NewAccount) -> Account {
        Account {
            id: self.ids.next(self.now()),
            login: new.login,
            name: new.name,
            organisation: new.organisation,
            state: AccountState::Invited,
            lang: new.lang,
            version: 1,
            rights_version: 1,
            password_at: None,
            second_factor_at: None,
        }
    }

    /// An account that the asker may see, and do this to.
    pub(super) async fn seen(
        &self,
        tx: &ReadTx,
        scope: &Scope,
        action: Action,
        id: AccountId,
    ) -> Result<Whole, IdentityError> {
        let hidden = |refusal| IdentityError::UnknownAccount(UnknownAccount { refusal });
        let Some(whole) = self.whole(tx, id).await? else {
            return Err(hidden(Refusal::new(Action::AccountRead, Lack::Reach)));
        };
        let place = Resource::Organisation(whole.account.organisation);
        policy::check(scope, Action::AccountRead, place).map_err(hidden)?;
        policy::check(scope, action, place).map_err(IdentityError::Refused)?;
        Ok(whole)
    }

    /// The same, when it is at the version that was seen.
    pub(super) async fn seen_at(
        &self,
        tx: &ReadTx,
        scope: &Scope,
        action: Action,
        (id, version): (AccountId, i64),
    ) -> Result<Whole, IdentityError> {
        let whole = self.seen(tx, scope, action, id).await?;
        if whole.account.version == version {
            return Ok(whole);
        }
        Err(IdentityError::Stale)
    }
}

/// When somebody was last seen with each account, or a machine acted for it.
async fn last_used(
    tx: &ReadTx,
    accounts: &[AccountId],
) -> Result<BTreeMap<AccountId, Timestamp>, IdentityError> {
    let mut last = store::session::last_used(tx, accounts).await?;
    for (account, used) in store::token::last_used(tx, accounts).await? {
        let seen = last.entry(account).or_insert(used);
        *seen = used.max(*seen);
    }
    Ok(last)
}

pub(super) fn allowed(
    scope: &Scope,
    action: Action,
    place: OrganisationId,
) -> Result<(), IdentityError> {
    policy::check(scope, action, Resource::Organisation(place)).map_err(IdentityError::Refused)
}

pub(super) fn in_state(account: &Account, state: AccountState) -> Result<(), IdentityError> {
    if account.state == state {
        return Ok(());
    }
    Err(IdentityError::WrongState(account.state.as_str()))
}

pub(super) async fn record_change(
    tx: &WriteTx,
    scope: &Scope,
    identity: &Identity,
    action: Action,
    before: Option<&Account>,
    after: &Account,
) -> Result<(), IdentityError> {
    let event = Event::done(action.as_str(), subject(after))
        .within(after.organisation)
        .changing(before.map(digest), Some(digest(after)));
    record(tx, scope, identity.now(), event).await
}

/// The fingerprint of an account, for the audit log. No secret goes in.
fn digest(account: &Account) -> Digest {
    let fields = json!([
        account.login.as_str(),
        account.name.as_str(),
        Id::uuid(account.organisation),
        account.state.as_str(),
        account.lang,
        account.version,
        account.rights_version,
        account.second_factor_at.is_some(),
    ]);
    Digest::of(fields.to_string())
}
