//! The first start: no account and no password exists, and whoever reads the console may make the first one.

use std::time::Duration;

use secrecy::SecretString;
use yanzhi_audit::Event;
use yanzhi_kernel::{
    Code, Lang, Origin, Scope, Timestamp, UnitKind,
    access::{AccountId, OrganisationId, Role},
};
use yanzhi_organisations::{NewOrganisation, OrganisationName};
use yanzhi_storage::{ReadTx, Turn, WriteTx};

use super::{Identity, proving::Counted, record, save, subject};
use crate::{
    Account, AccountState, DisplayName, Grant, IdentityError, Invited, Login, NewAccount, rules,
    store,
};

/// How long the code of the first start counts.
const LASTS: Duration = Duration::from_hours(1);
const SETUP: &str = "setup";

/// Somebody with a name.
#[derive(Clone, Debug)]
pub struct Person {
    /// The name to sign in with.
    pub login: Login,
    /// The name to show.
    pub name: DisplayName,
}

/// The organisation that all others will stand under.
#[derive(Clone, Debug)]
pub struct FirstOrganisation {
    /// Its code.
    pub code: Code,
    /// Its name.
    pub name: OrganisationName,
}

/// What whoever reads the console says.
#[derive(Debug)]
pub struct SetUp {
    /// The code on the console.
    pub code: String,
    /// The system administrator: the one who says it.
    pub system_admin: Person,
    /// Their password.
    pub password: SecretString,
    /// The security administrator, who is invited: nobody else grants roles.
    pub security_admin: Person,
    /// The first organisation, where no pack has brought one.
    pub organisation: Option<FirstOrganisation>,
    /// The language of both.
    pub lang: Lang,
}

impl Identity {
    /// A code for the first start, to be shown on the console; `None` once there is an account. It is kept as its
    /// fingerprint, lasts an hour and counts once.
    ///
    /// # Errors
    /// A failure of the database.
    pub async fn first_start_code(&self) -> Result<Option<String>, IdentityError> {
        let tx = self.db.write().await?;
        if store::account::is_there_any(&tx).await? {
            return Ok(None);
        }
        let code = rules::recovery_code(self.secrets.as_ref());
        let expires_at = self.now().after(LASTS);
        store::setup::put_out(&tx, &rules::recovery_fingerprint(&code), expires_at).await?;
        tx.commit().await?;
        Ok(Some(code))
    }

    /// Whether the first start is still to come, and whether an organisation is there for it.
    ///
    /// # Errors
    /// A failure of the database.
    pub async fn awaits_setup(&self) -> Result<Option<bool>, IdentityError> {
        let tx = self.db.read().await?;
        if store::account::is_there_any(&tx).await? {
            return Ok(None);
        }
        Ok(Some(
            yanzhi_organisations::tree(&tx).await?.root().is_some(),
        ))
    }

    /// Makes the system administrator and invites the security administrator.
    ///
    /// # Errors
    /// [`IdentityError::SetUpAlready`], [`IdentityError::WrongSetupCode`], a name or password that will not do.
    pub async fn set_up(&self, said: SetUp, origin: &Origin) -> Result<Invited, IdentityError> {
        let counted = Counted::of(SETUP, origin);
        self.admit(&counted, SETUP, None, origin).await?;
        let tx = self.db.read().await?;
        let is_known = self.is_setup_code(&tx, &said.code).await;
        drop(tx);
        if !is_known? {
            let tx = self.db.write().await?;
            counted.note_failure(&tx, self.now()).await?;
            self.note_wrong(&tx, SETUP, None, origin).await?;
            tx.commit().await?;
            return Err(IdentityError::WrongSetupCode);
        }
        let words = [
            said.system_admin.login.as_str(),
            said.system_admin.name.as_str(),
        ];
        self.settings
            .passwords
            .check(secrecy::ExposeSecret::expose_secret(&said.password), &words)?;
        let hash = self
            .hasher
            .hash(&said.password, self.secrets.as_ref())
            .await?;
        let tx = self.db.write().await?;
        tx.take_turn(Turn::Rights).await?;
        if !self.is_setup_code(&tx, &said.code).await? {
            return Err(IdentityError::WrongSetupCode);
        }
        let invited = self.make_first(&tx, said, hash, origin).await?;
        store::setup::take_in(&tx).await?;
        tx.commit().await?;
        Ok(invited)
    }

    async fn is_setup_code(&self, tx: &ReadTx, code: &str) -> Result<bool, IdentityError> {
        if store::account::is_there_any(tx).await? {
            return Err(IdentityError::SetUpAlready);
        }
        let out = store::setup::code(tx).await?;
        Ok(out.is_some_and(|(fingerprint, expires_at)| {
            self.now() < expires_at && fingerprint == rules::recovery_fingerprint(code)
        }))
    }

    async fn make_first(
        &self,
        tx: &WriteTx,
        said: SetUp,
        hash: String,
        origin: &Origin,
    ) -> Result<Invited, IdentityError> {
        #[expect(
            clippy::disallowed_methods,
            reason = "whoever knows the code that the console printed is the operator"
        )]
        let operator = Scope::operator().from_origin(origin.clone());
        let now = self.now();
        let place = self.first_place(tx, &operator, said.organisation).await?;
        let new = |person: Person| NewAccount {
            login: person.login,
            name: person.name,
            organisation: place,
            lang: said.lang,
        };
        let mut admin = self
            .invite_account(tx, self.new_account(new(said.system_admin)))
            .await?
            .account;
        self.activate(tx, &mut admin, hash).await?;
        self.grant_first(tx, admin.id, Role::SystemAdmin, place)
            .await?;
        let event = Event::done(SETUP, subject(&admin)).within(place);
        record(tx, &operator, now, event).await?;
        let security = self.new_account(new(said.security_admin));
        let invited = self.invite_account(tx, security).await?;
        self.grant_first(tx, invited.account.id, Role::SecurityAdmin, place)
            .await?;
        Ok(invited)
    }

    async fn first_place(
        &self,
        tx: &WriteTx,
        operator: &Scope,
        offered: Option<FirstOrganisation>,
    ) -> Result<OrganisationId, IdentityError> {
        if let Some(root) = yanzhi_organisations::tree(tx).await?.root() {
            return Ok(root);
        }
        let offered = offered.ok_or(IdentityError::Gone("organisation"))?;
        let first = NewOrganisation {
            code: offered.code,
            parent: None,
            kind: UnitKind::City,
            name: offered.name,
            unit: None,
        };
        let now = self.now();
        let made =
            yanzhi_organisations::create(tx, operator, self.ids.as_ref(), now, first).await?;
        Ok(made.id)
    }

    /// Gives an invited account its password, without the link.
    async fn activate(
        &self,
        tx: &WriteTx,
        account: &mut Account,
        hash: String,
    ) -> Result<(), IdentityError> {
        let now = self.now();
        store::invitation::withdraw(tx, account.id, now).await?;
        account.state = AccountState::Active;
        account.password_at = Some(now);
        account.version += 1;
        let proofs = store::account::Proofs {
            password_hash: Some(hash),
            ..Default::default()
        };
        save(tx, account, &proofs).await
    }

    async fn grant_first(
        &self,
        tx: &WriteTx,
        account: AccountId,
        role: Role,
        organisation: OrganisationId,
    ) -> Result<(), IdentityError> {
        let now: Timestamp = self.now();
        let grant = Grant {
            id: self.ids.next_uuid(now),
            account,
            role,
            organisation,
            from: now,
            until: None,
            granted_by: "operator".to_owned(),
            granted_at: now,
            ended_at: None,
        };
        Ok(store::grant::add(tx, &grant).await?)
    }
}
