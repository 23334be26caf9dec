//! The use cases. Each opens its own transactions: proving a password takes longer than a transaction may last.

mod accounts;
mod admission;
mod authenticate;
mod cipher;
mod explain;
mod grants;
mod hashing;
mod invitations;
mod names;
mod own;
mod password;
mod proving;
mod restored;
mod second_factor;
mod sessions;
mod setup;
mod sign_in;
mod sign_on;
mod tokens;

use std::{collections::BTreeMap, sync::Arc, time::Duration};

use yanzhi_audit::Event;
use yanzhi_kernel::{
    Clock, IdSource, Origin, Scope, SecretSource, Timestamp,
    access::{AccountId, Authority, OrganisationId},
};
use yanzhi_organisations::Organisation;
use yanzhi_storage::{Db, ReadTx, WriteTx};

pub use accounts::{AccountChange, AccountDetail, AccountPage, AccountSearch};
pub use authenticate::{Authentication, Credential};
pub use cipher::FactorKey;
pub use explain::{HoldersOfAction, Reason, RightsOfAccount};
pub use hashing::PasswordWork;
pub use names::account_names;
pub use own::OwnChange;
pub use restored::{Ended, SecondFactors};
pub use second_factor::Enrolment;
pub use setup::{FirstOrganisation, Person, SetUp};
pub use sign_in::{SignIn, SignedIn};
pub use sign_on::{
    CameBack, Fetch, FetchFailed, Fetched, NoCode, SignOn, SignOnBegun, SignedOn, Wanted,
};
pub use tokens::NewToken;

use crate::{
    Account, Grant, IdentityError, PasswordPolicy, SessionPolicy, rules,
    store::{self, account::Proofs},
};

/// What the operator decides about identity.
#[derive(Clone, Debug)]
pub struct IdentitySettings {
    /// Which passwords are good enough.
    pub passwords: PasswordPolicy,
    /// How much work a guess at a password is.
    pub work: PasswordWork,
    /// How many passwords are looked at at once; 0 for as many as there are processors.
    pub hashes_at_once: usize,
    /// How long sessions last.
    pub sessions: SessionPolicy,
    /// How long an invitation lasts.
    pub invitations: Duration,
    /// Whether roles that decide for others need a second factor.
    pub second_factor_is_required: bool,
    /// What secrets of second factors are encrypted with.
    pub factor_key: FactorKey,
}

/// Accounts, proofs and rights.
#[derive(Clone)]
pub struct Identity {
    db: Db,
    clock: Arc<dyn Clock>,
    ids: Arc<dyn IdSource>,
    secrets: Arc<dyn SecretSource>,
    settings: Arc<IdentitySettings>,
    hasher: hashing::Hasher,
    sign_on: Option<SignOn>,
}

impl Identity {
    /// Puts it together.
    ///
    /// # Errors
    /// [`IdentityError::Machinery`] when the settings allow no hashing.
    pub fn new(
        db: Db,
        clock: Arc<dyn Clock>,
        ids: Arc<dyn IdSource>,
        secrets: Arc<dyn SecretSource>,
        settings: IdentitySettings,
    ) -> Result<Self, IdentityError> {
        let hasher =
            hashing::Hasher::new(settings.work, settings.hashes_at_once, secrets.as_ref())?;
        Ok(Self {
            db,
            clock,
            ids,
            secrets,
            settings: Arc::new(settings),
            hasher,
            sign_on: None,
        })
    }

    /// The same, with a provider to sign on with.
    #[must_use]
    pub fn with_sign_on(self, sign_on: SignOn) -> Self {
        Self {
            sign_on: Some(sign_on),
            ..self
        }
    }

    /// The present.
    pub fn now(&self) -> Timestamp {
        self.clock.now()
    }

    /// An account with what it holds and the organisations that are spoken of.
    async fn whole(&self, tx: &ReadTx, id: AccountId) -> Result<Option<Whole>, IdentityError> {
        let Some((account, proofs)) = store::account::by_id(tx, id).await? else {
            return Ok(None);
        };
        Whole::of(tx, account, proofs).await.map(Some)
    }
}

/// An account, its proofs, what it holds, and the organisations that both speak of.
struct Whole {
    account: Account,
    proofs: Proofs,
    grants: Vec<Grant>,
    organisations: BTreeMap<OrganisationId, Organisation>,
}

impl Whole {
    async fn of(tx: &ReadTx, account: Account, proofs: Proofs) -> Result<Self, IdentityError> {
        let grants = store::grant::of_accounts(tx, [account.id]).await?;
        let places = grants.iter().map(|grant| grant.organisation);
        let places = places.chain([account.organisation]).collect();
        let organisations = yanzhi_organisations::organisations_by_ids(tx, &places).await?;
        let organisations = organisations.into_iter().map(|it| (it.id, it)).collect();
        Ok(Self {
            account,
            proofs,
            grants,
            organisations,
        })
    }

    /// The number that sessions and tokens made now carry.
    fn stamp(&self) -> i64 {
        rules::rights_stamp(&self.account, &self.grants, |place| {
            self.organisations.get(&place).map_or(0, |it| it.rearranged)
        })
    }
}

/// The scope of somebody who has just proved who they are, to sign the audit entry with.
#[expect(
    clippy::disallowed_methods,
    reason = "whoever has just proved who they are signs for it; it holds no role"
)]
fn signing(account: AccountId, now: Timestamp, origin: Origin) -> Scope {
    let bare = Authority {
        account,
        held: Vec::new(),
        limits: None,
    };
    Scope::of(bare, now, origin)
}

/// Writes an account that is at the version after the one that was seen.
async fn save(tx: &WriteTx, account: &Account, proofs: &Proofs) -> Result<(), IdentityError> {
    if store::account::save(tx, account, proofs).await? {
        return Ok(());
    }
    Err(IdentityError::Stale)
}

async fn record(
    tx: &WriteTx,
    scope: &Scope,
    now: Timestamp,
    event: Event,
) -> Result<(), IdentityError> {
    yanzhi_audit::record(tx, scope, now, event).await?;
    Ok(())
}

/// An account as the audit log names it.
fn subject(account: &Account) -> String {
    format!("account:{}", account.id)
}
