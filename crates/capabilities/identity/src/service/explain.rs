//! Who may do something, and what may somebody do, and why?

use std::collections::{BTreeMap, BTreeSet};

use yanzhi_kernel::{
    Code, Scope,
    access::{AccountId, Action, OrganisationId, Role, Withheld},
};
use yanzhi_organisations::Organisation;

use super::{Identity, accounts::allowed};
use crate::{Account, AccountState, Assurance, Grant, IdentityError, store};

/// A grant that lets its holder do something.
#[derive(Clone, Debug)]
pub struct Reason {
    /// The grant.
    pub grant: Grant,
    /// How many organisations it reaches.
    pub reaches: usize,
    /// Why it is not in force, even for somebody who has signed in as well as they can.
    pub withheld: Option<Withheld>,
}

/// What somebody may do, and why.
#[derive(Debug)]
pub struct RightsOfAccount {
    /// The account.
    pub account: Account,
    /// Each action that a role of theirs carries, with the grants that carry it.
    pub actions: BTreeMap<Action, Vec<Reason>>,
    /// The organisations that are spoken of.
    pub organisations: BTreeMap<OrganisationId, Organisation>,
}

/// Who may do something in an organisation.
#[derive(Debug)]
pub struct HoldersOfAction {
    /// The accounts that may, each with the grant that lets them.
    pub holders: Vec<(Account, Grant)>,
    /// The roles that carry the action.
    pub roles: &'static [Role],
    /// The organisations that are spoken of.
    pub organisations: BTreeMap<OrganisationId, Organisation>,
}

impl Identity {
    /// What an account may do at this moment, and why.
    ///
    /// # Errors
    /// [`IdentityError::UnknownAccount`], a refusal.
    pub async fn rights_of(
        &self,
        scope: &Scope,
        id: AccountId,
    ) -> Result<RightsOfAccount, IdentityError> {
        let tx = self.db.read().await?;
        let whole = self.seen(&tx, scope, Action::AccessExplain, id).await?;
        let assurance = match whole.account.second_factor_at {
            Some(_) => Assurance::TwoFactors,
            None => Assurance::Password,
        };
        let authority = self.authority_of(&tx, &whole, assurance, None).await?;
        let now = self.now();
        let standing = whole.grants.iter().filter(|grant| grant.is_held_at(now));
        let is_active = whole.account.state == AccountState::Active;
        let mut actions: BTreeMap<Action, Vec<Reason>> = BTreeMap::new();
        // Both lists were made from the same grants in the same order.
        for (grant, held) in standing.zip(&authority.held).filter(|_| is_active) {
            let carried = Action::ALL
                .iter()
                .filter(|action| action.is_carried_by(grant.role));
            for action in carried {
                actions.entry(*action).or_default().push(Reason {
                    grant: grant.clone(),
                    reaches: held.reach.len(),
                    withheld: held.withheld,
                });
            }
        }
        Ok(RightsOfAccount {
            account: whole.account,
            actions,
            organisations: whole.organisations,
        })
    }

    /// Who may do an action in an organisation at this moment.
    ///
    /// # Errors
    /// An organisation that is not there, a refusal.
    pub async fn holders_of(
        &self,
        scope: &Scope,
        action: Action,
        place: &Code,
    ) -> Result<HoldersOfAction, IdentityError> {
        let tx = self.db.read().await?;
        let place = yanzhi_organisations::organisation(&tx, scope, place).await?;
        allowed(scope, Action::AccessExplain, place.id)?;
        let tree = yanzhi_organisations::tree(&tx).await?;
        let now = self.now();
        let grants = store::grant::standing(&tx).await?;
        let carrying = grants.into_iter().filter(|grant| {
            action.is_carried_by(grant.role)
                && grant.is_held_at(now)
                && tree.reach(grant.organisation).contains(&place.id)
        });
        let mut holders = Vec::new();
        for grant in carrying {
            let found = store::account::by_id(&tx, grant.account).await?;
            let active = found.filter(|(account, _)| account.state == AccountState::Active);
            holders.extend(active.map(|(account, _)| (account, grant)));
        }
        holders.sort_by(|(a, _), (b, _)| a.login.cmp(&b.login));
        let places: BTreeSet<OrganisationId> = holders
            .iter()
            .flat_map(|(account, grant)| [account.organisation, grant.organisation])
            .collect();
        let organisations = yanzhi_organisations::organisations_by_ids(&tx, &places).await?;
        Ok(HoldersOfAction {
            holders,
            roles: action.roles(),
            organisations: organisations.into_iter().map(|it| (it.id, it)).collect(),
        })
    }
}
