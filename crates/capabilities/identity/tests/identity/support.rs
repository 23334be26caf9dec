//! Identity on a test's database, with a city, a district and a department.

use std::{sync::Arc, time::Duration};

use yanzhi_identity::{
    Account, AccountSearch, Authentication, Credential, DisplayName, FactorKey, Identity,
    IdentityError, IdentitySettings, Login, NewAccount, NewGrant, PasswordPolicy, PasswordWork,
    SessionPolicy, SignIn, SignedIn,
};
use yanzhi_kernel::{
    Clock, Code, Lang, Origin, Scope, Text, UnitKind,
    access::{OrganisationId, Role},
};
use yanzhi_organisations::{NewOrganisation, OrganisationName, create};
use yanzhi_storage::Schema;
use yanzhi_testkit::{TestDatabase, seeded_ids, seeded_secrets};

pub(crate) const SCHEMA: Schema = Schema::new(|| {
    let mut all = yanzhi_audit::migrations::all();
    all.extend(yanzhi_organisations::migrations::all());
    all.extend(yanzhi_identity::migrations::all());
    all.sort_by(|a, b| a.name().cmp(b.name()));
    all
});

pub(crate) const PASSWORD: &str = "purple otter tram 88";

pub(crate) struct City<'a> {
    pub(crate) database: &'a TestDatabase,
    pub(crate) identity: Identity,
    pub(crate) root: OrganisationId,
    pub(crate) district: OrganisationId,
}

#[expect(clippy::disallowed_methods, reason = "a test acts as the operator")]
pub(crate) fn operator() -> Scope {
    Scope::operator()
}

pub(crate) fn code(text: &str) -> Code {
    text.parse().unwrap()
}

/// Passwords cost next to nothing, and administrators need no second factor unless the test is about it.
pub(crate) fn settings() -> IdentitySettings {
    IdentitySettings {
        passwords: PasswordPolicy::default(),
        work: PasswordWork {
            memory_kib: 8,
            passes: 1,
        },
        hashes_at_once: 4,
        sessions: SessionPolicy::default(),
        invitations: Duration::from_hours(72),
        second_factor_is_required: false,
        factor_key: FactorKey::new([7; 32]),
    }
}

pub(crate) fn identity(database: &TestDatabase, settings: IdentitySettings) -> Identity {
    let clock: Arc<dyn Clock> = database.clock.clone();
    let (ids, secrets) = (Arc::new(seeded_ids(3)), Arc::new(seeded_secrets(4)));
    Identity::new(database.db.clone(), clock, ids, secrets, settings).unwrap()
}

impl<'a> City<'a> {
    pub(crate) async fn new(database: &'a TestDatabase) -> Self {
        Self::with(database, settings()).await
    }

    pub(crate) async fn with(database: &'a TestDatabase, settings: IdentitySettings) -> Self {
        let tx = database.write().await;
        let mut made = Vec::new();
        for (name, parent, kind) in [
            ("CITY", None, UnitKind::City),
            ("HAISHU", Some("CITY"), UnitKind::District),
        ] {
            let new = NewOrganisation {
                code: code(name),
                parent: parent.map(code),
                kind,
                name: OrganisationName::new(&Text::same(name)).unwrap(),
                unit: None,
            };
            let now = database.now();
            made.push(
                create(&tx, &operator(), database.ids(), now, new)
                    .await
                    .unwrap()
                    .id,
            );
        }
        tx.commit().await.unwrap();
        Self {
            database,
            identity: identity(database, settings),
            root: made[0],
            district: made[1],
        }
    }

    /// Somebody who has taken their invitation up.
    pub(crate) async fn person(&self, login: &str, organisation: OrganisationId) -> Account {
        let new = NewAccount {
            login: Login::new(login).unwrap(),
            name: DisplayName::new(login).unwrap(),
            organisation,
            lang: Lang::Zh,
        };
        let invited = self.identity.invite(&operator(), new).await.unwrap();
        let link = invited.secret.reveal();
        let password = PASSWORD.into();
        self.identity
            .accept_invitation(link, &password, &origin())
            .await
            .unwrap()
    }

    /// Somebody who holds a role.
    pub(crate) async fn holding(
        &self,
        login: &str,
        role: Role,
        organisation: OrganisationId,
    ) -> Account {
        let account = self.person(login, organisation).await;
        self.grant(&operator(), &account, role, organisation)
            .await
            .unwrap()
    }

    pub(crate) async fn grant(
        &self,
        scope: &Scope,
        account: &Account,
        role: Role,
        organisation: OrganisationId,
    ) -> Result<Account, IdentityError> {
        let new = NewGrant {
            account: account.id,
            role,
            organisation,
            from: None,
            until: None,
        };
        let detail = self.identity.grant(scope, account.version, new).await?;
        Ok(detail.account)
    }

    pub(crate) async fn sign_in(
        &self,
        login: &str,
        password: &str,
    ) -> Result<SignedIn, IdentityError> {
        let asked = SignIn {
            login: login.to_owned(),
            password: password.into(),
            agent: Some("test".to_owned()),
        };
        self.identity.sign_in(asked, &origin()).await
    }

    /// Who asks with a session's secret.
    pub(crate) async fn asks(&self, signed_in: &SignedIn) -> Authentication {
        let credential = Credential::Cookie(signed_in.secret.reveal());
        self.identity
            .authenticate(Some(credential), origin())
            .await
            .unwrap()
    }

    /// The scope of somebody who signs in now.
    pub(crate) async fn scope_of(&self, login: &str) -> Scope {
        let signed_in = self.sign_in(login, PASSWORD).await.unwrap();
        self.asks(&signed_in).await.scope
    }

    pub(crate) fn wait(&self, how_long: Duration) {
        let micros = i64::try_from(how_long.as_micros()).unwrap();
        self.database.clock.advance_micros(micros);
    }

    pub(crate) async fn log(&self) -> Vec<yanzhi_audit::Entry> {
        let log = yanzhi_audit::entries(&self.database.read().await)
            .await
            .unwrap();
        assert_eq!(yanzhi_audit::rules::first_broken(&log), None);
        log
    }
}

/// The first accounts.
pub(crate) fn first(limit: u64) -> AccountSearch {
    AccountSearch {
        limit,
        ..AccountSearch::default()
    }
}

pub(crate) fn origin() -> Origin {
    Origin {
        address: Some("10.1.2.3".parse().unwrap()),
        request: Some("r1".to_owned()),
        via: None,
    }
}

/// Another organisation.
pub(crate) async fn add_below(city: &City<'_>, name: &str, parent: &str) -> OrganisationId {
    let new = NewOrganisation {
        code: code(name),
        parent: Some(code(parent)),
        kind: UnitKind::Department,
        name: OrganisationName::new(&Text::same(name)).unwrap(),
        unit: None,
    };
    let (ids, now) = (city.database.ids(), city.database.now());
    let tx = city.database.write().await;
    let added = create(&tx, &operator(), ids, now, new).await.unwrap();
    tx.commit().await.unwrap();
    added.id
}
