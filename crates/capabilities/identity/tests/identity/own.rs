//! One's own name and language, passwords that do not come back, and accounts that nobody uses.

use std::time::Duration;

use yanzhi_audit::Outcome;
use yanzhi_identity::{
    AccountSearch, AccountState, DisplayName, IdentityError, Login, NewAccount, OwnChange,
    PasswordFlaw, PasswordPolicy, PasswordProfile, SignedIn,
};
use yanzhi_kernel::{Clock as _, Lang, access::Role};
use yanzhi_testkit::each_database;

use crate::support::{City, PASSWORD, SCHEMA, operator, origin, settings};

const DAY: Duration = Duration::from_hours(24);

#[tokio::test]
async fn name_and_language_are_one_s_own_and_end_no_session() {
    each_database(&SCHEMA, async |database| {
        let city = City::new(database).await;
        city.person("wang", city.district).await;
        let here = city.sign_in("wang", PASSWORD).await.unwrap();
        let scope = city.asks(&here).await.scope;
        let change = OwnChange {
            name: Some(DisplayName::new("王伟").unwrap()),
            lang: Some(Lang::En),
        };
        let version = here.account.version;
        let seen = (&here.session, version);
        let changed = city.identity.change_own(&scope, seen, change.clone());
        let changed = changed.await.unwrap().account;
        assert_eq!((changed.name.as_str(), changed.lang), ("王伟", Lang::En));
        assert_eq!(changed.rights_version, here.account.rights_version);
        let stale = city.identity.change_own(&scope, seen, change).await;
        assert!(matches!(stale, Err(IdentityError::Stale)));
        let still = city.identity.own_account(&here.session).await.unwrap();
        assert_eq!(still, changed);
        assert!(city.asks(&here).await.scope.account().is_some());
        let log = city.log().await;
        let edits: Vec<_> = log.iter().filter(|it| it.action == "own.edit").collect();
        assert_eq!(edits.len(), 1);
        assert_eq!(edits[0].actor, format!("account:{}", changed.id));
        assert_ne!(edits[0].before, edits[0].after);
    })
    .await;
}

#[tokio::test]
async fn none_of_the_last_five_passwords_comes_back_where_they_are_changed_regularly() {
    each_database(&SCHEMA, async |database| {
        let mut settings = settings();
        settings.passwords = PasswordPolicy {
            profile: PasswordProfile::Gb22239,
        };
        let city = City::with(database, settings).await;
        let passwords = [
            "tR7#vmqZ", "kW3!pbxL", "gN9%hdrF", "mB5&jszC", "yD2*wqtK", "cV8+lfnP",
        ];
        invite_with(&city, passwords[0]).await;
        let mut here = city.sign_in("wang", passwords[0]).await.unwrap();
        for pair in passwords.windows(2) {
            here = change(&city, &here, pair[0], pair[1]).await.unwrap();
        }
        let current = passwords[5];
        let flaw = PasswordFlaw::UsedBefore { last: 5 };
        for before in &passwords[1..5] {
            let refused = change(&city, &here, current, before).await;
            assert!(
                matches!(refused, Err(IdentityError::Password(found)) if found == flaw),
                "{before}"
            );
        }
        let unchanged = change(&city, &here, current, current).await;
        assert!(matches!(
            unchanged,
            Err(IdentityError::Password(PasswordFlaw::Unchanged))
        ));
        // The one before the last five may come again.
        change(&city, &here, current, passwords[0]).await.unwrap();
        assert!(city.sign_in("wang", passwords[0]).await.is_ok());
    })
    .await;
}

#[tokio::test]
async fn nothing_is_remembered_where_nobody_is_made_to_change() {
    each_database(&SCHEMA, async |database| {
        let city = City::new(database).await;
        city.person("wang", city.district).await;
        let here = city.sign_in("wang", PASSWORD).await.unwrap();
        let other = "seven green kettles hum";
        let here = change(&city, &here, PASSWORD, other).await.unwrap();
        assert!(change(&city, &here, other, PASSWORD).await.is_ok());
    })
    .await;
}

async fn invite_with(city: &City<'_>, password: &str) {
    let new = NewAccount {
        login: Login::new("wang").unwrap(),
        name: DisplayName::new("wang").unwrap(),
        organisation: city.district,
        lang: Lang::Zh,
    };
    let invited = city.identity.invite(&operator(), new).await.unwrap();
    let link = invited.secret.reveal();
    city.identity
        .accept_invitation(link, &password.into(), &origin())
        .await
        .unwrap();
}

async fn change(
    city: &City<'_>,
    here: &SignedIn,
    current: &str,
    wanted: &str,
) -> Result<SignedIn, IdentityError> {
    city.wait(Duration::from_secs(1));
    city.identity
        .change_password(&here.session, &current.into(), &wanted.into(), &origin())
        .await
}

#[tokio::test]
async fn accounts_that_nobody_uses_are_found() {
    each_database(&SCHEMA, async |database| {
        let city = City::new(database).await;
        for login in ["away", "busy", "gone", "never"] {
            city.holding(login, Role::Viewer, city.district).await;
        }
        for login in ["away", "busy", "gone"] {
            city.sign_in(login, PASSWORD).await.unwrap();
        }
        let gone = named(&city, "gone").await;
        let disabled = city.identity.disable(&operator(), gone).await.unwrap();
        assert_eq!(disabled.account.state, AccountState::Disabled);
        let unused = async |days: u32| {
            let since = city.database.clock.now().as_micros() - i64::from(days) * micros(DAY);
            let search = AccountSearch {
                limit: 10,
                unused_since: yanzhi_kernel::Timestamp::from_micros(since),
                ..AccountSearch::default()
            };
            let page = city.identity.accounts(&operator(), &search).await.unwrap();
            let logins = page.accounts.iter().map(|it| it.login.to_string());
            logins.collect::<Vec<_>>()
        };
        assert!(unused(90).await.is_empty(), "all were invited today");
        city.wait(DAY * 89);
        city.sign_in("busy", PASSWORD).await.unwrap();
        assert!(unused(90).await.is_empty());
        city.wait(DAY * 2);
        assert_eq!(unused(90).await, ["away", "never"]);
        assert_eq!(unused(1).await, ["away", "busy", "never"]);
        city.sign_in("away", "a wrong one").await.unwrap_err();
        assert_eq!(unused(90).await, ["away", "never"], "a failure is no use");
        let (scope, all) = (operator(), crate::support::first(10));
        let page = city.identity.accounts(&scope, &all).await.unwrap();
        let last = |login| {
            let account = page.accounts.iter().find(|it| it.login.as_str() == login);
            page.last_used.get(&account.unwrap().id)
        };
        assert_eq!(last("never"), None);
        assert!(last("away") < last("busy"));
    })
    .await;
}

async fn named(city: &City<'_>, login: &str) -> (yanzhi_kernel::access::AccountId, i64) {
    let login = Login::new(login).unwrap();
    let found = city.identity.account_by_login(&operator(), &login).await;
    let account = found.unwrap().account;
    (account.id, account.version)
}

fn micros(duration: Duration) -> i64 {
    i64::try_from(duration.as_micros()).unwrap()
}

#[tokio::test]
async fn strangers_lock_neither_another_account_nor_its_owner_elsewhere() {
    each_database(&SCHEMA, async |database| {
        let city = City::new(database).await;
        city.person("wang", city.district).await;
        city.person("li", city.district).await;
        let from = async |address: &str, login: &str, password: &str| {
            let origin = yanzhi_kernel::Origin {
                address: Some(address.parse().unwrap()),
                ..origin()
            };
            let asked = yanzhi_identity::SignIn {
                login: login.to_owned(),
                password: password.into(),
                agent: None,
            };
            city.identity.sign_in(asked, &origin).await
        };
        let mut wrong = 0;
        for _ in 0..1_000 {
            match from("10.6.6.6", "wang", "a wrong one").await {
                Err(IdentityError::SignInFailed) => wrong += 1,
                Err(IdentityError::TooManyAttempts(wait)) => city.wait(wait / 100),
                other => panic!("{other:?}"),
            }
        }
        assert!(wrong < 50, "{wrong} guesses were looked at");
        from("10.1.1.1", "wang", PASSWORD).await.unwrap();
        from("10.1.1.1", "li", PASSWORD).await.unwrap();
        let here = from("10.6.6.6", "wang", PASSWORD).await;
        assert!(matches!(here, Err(IdentityError::TooManyAttempts(_))));
        city.wait(Duration::from_mins(15));
        from("10.6.6.6", "wang", PASSWORD).await.unwrap();
        let log = city.log().await;
        let refused = log.iter().filter(|it| it.outcome == Outcome::Refused);
        assert_eq!(refused.count(), 1_001 - wrong);
    })
    .await;
}
