//! The account of somebody whom a provider vouches for.

use yanzhi_audit::Event;
use yanzhi_kernel::{
    Lang, Scope, Timestamp,
    access::{OrganisationId, Role, separation},
};
use yanzhi_organisations::organisation;
use yanzhi_storage::{Turn, WriteTx};

use super::{
    super::{Identity, Whole, record, save, subject},
    known_by,
};
use crate::{
    AccountState, Claimed, DisplayName, Grant, IdentityError, Login, NewAccount, SignOnRefused,
    SignOnSettings, rules, store,
};

const ACCOUNT: &str = "account.sign_on";

impl Identity {
    /// The account, made on the first sign-on, with the organisation and the roles that the provider names.
    pub(super) async fn account_of(
        &self,
        tx: &WriteTx,
        settings: &SignOnSettings,
        claimed: &Claimed,
    ) -> Result<Whole, IdentityError> {
        #[expect(
            clippy::disallowed_methods,
            reason = "what the provider may decide, the operator has decided by naming it"
        )]
        let operator = Scope::operator();
        tx.take_turn(Turn::Rights).await?;
        let place = self.claimed_place(tx, &operator, claimed).await?;
        let external = known_by(settings, &claimed.subject);
        let mut whole = match store::sign_on::account_of(tx, &external).await? {
            Some(id) => self
                .whole(tx, id)
                .await?
                .ok_or(IdentityError::Gone("account"))?,
            None => self.newcomer(tx, &external, claimed, place).await?,
        };
        if whole.account.state != AccountState::Active {
            return Err(IdentityError::SignOn(SignOnRefused::NotActive));
        }
        let now = self.now();
        let (ended, missing) = rules::differences(&whole.grants, &claimed.roles, place, now);
        if ended.is_empty() && missing.is_empty() && whole.account.organisation == place {
            return Ok(whole);
        }
        for id in ended {
            store::grant::end(tx, id, now).await?;
        }
        for role in missing {
            self.grant_claimed(tx, &whole, role, place).await?;
        }
        whole.account.organisation = place;
        whole.account.version += 1;
        whole.account.rights_version += 1;
        save(tx, &whole.account, &whole.proofs).await?;
        let event = Event::done(ACCOUNT, subject(&whole.account)).within(place);
        record(tx, &operator, now, event).await?;
        self.whole(tx, whole.account.id)
            .await?
            .ok_or(IdentityError::Gone("account"))
    }

    async fn claimed_place(
        &self,
        tx: &WriteTx,
        operator: &Scope,
        claimed: &Claimed,
    ) -> Result<OrganisationId, IdentityError> {
        let unknown = || IdentityError::SignOn(SignOnRefused::Organisation);
        let code = claimed.organisation.as_ref().ok_or_else(unknown)?;
        let found = organisation(tx, operator, code)
            .await
            .map_err(|_| unknown())?;
        found
            .closed_at
            .is_none()
            .then_some(found.id)
            .ok_or_else(unknown)
    }

    /// An account without a password. One that has the name already is never taken for it.
    async fn newcomer(
        &self,
        tx: &WriteTx,
        external: &yanzhi_kernel::Digest,
        claimed: &Claimed,
        organisation: OrganisationId,
    ) -> Result<Whole, IdentityError> {
        let refused = |why| IdentityError::SignOn(why);
        let login = claimed
            .login
            .as_deref()
            .and_then(|login| Login::new(login).ok());
        let login = login.ok_or(refused(SignOnRefused::Claims))?;
        if store::account::by_login(tx, &login).await?.is_some() {
            return Err(refused(SignOnRefused::LoginTaken));
        }
        let shown = claimed.name.as_deref().unwrap_or(login.as_str());
        let name = DisplayName::new(shown).map_err(|_| refused(SignOnRefused::Claims))?;
        let mut account = self.new_account(NewAccount {
            login,
            name,
            organisation,
            lang: Lang::default(),
        });
        account.state = AccountState::Active;
        let proofs = store::account::Proofs::default();
        store::account::add(tx, &account, &proofs).await?;
        store::sign_on::remember(tx, external, account.id).await?;
        Whole::of(tx, account, proofs).await
    }

    async fn grant_claimed(
        &self,
        tx: &WriteTx,
        whole: &Whole,
        role: Role,
        organisation: OrganisationId,
    ) -> Result<(), IdentityError> {
        let now: Timestamp = self.now();
        let standing = whole.grants.iter().filter(|it| it.may_still_be_held(now));
        separation::check(standing.map(|it| it.role), role)?;
        let grant = Grant {
            id: self.ids.next_uuid(now),
            account: whole.account.id,
            role,
            organisation,
            from: now,
            until: None,
            granted_by: rules::GRANTED_BY.to_owned(),
            granted_at: now,
            ended_at: None,
        };
        Ok(store::grant::add(tx, &grant).await?)
    }
}
