//! Who gets which role, who must not, and what happens to those who are signed in.

use std::time::Duration;

use yanzhi_identity::{AccountChange, DisplayName, IdentityError, Login, NewAccount, NewGrant};
use yanzhi_kernel::{
    Lang,
    access::{Action, Lack, Resource, Role, Span, policy},
};
use yanzhi_organisations::OrganisationsError;
use yanzhi_testkit::each_database;

use crate::support::{City, PASSWORD, SCHEMA, add_below, code, first, operator};

#[tokio::test]
async fn no_two_of_the_three_administrators_are_in_one_hand() {
    each_database(&SCHEMA, async |database| {
        let city = City::new(database).await;
        for (login, held) in [
            ("a", Role::SystemAdmin),
            ("b", Role::SecurityAdmin),
            ("c", Role::Auditor),
        ] {
            let mut account = city.holding(&format!("{login}1"), held, city.root).await;
            for wanted in [Role::SystemAdmin, Role::SecurityAdmin, Role::Auditor] {
                let granted = city
                    .grant(&operator(), &account, wanted, city.district)
                    .await;
                let expected = wanted == held;
                assert_eq!(granted.is_ok(), expected, "{held} {wanted}: {granted:?}");
                match granted {
                    Ok(granted) => account = granted,
                    Err(error) => assert!(matches!(error, IdentityError::NotSeparate(_))),
                }
            }
        }
    })
    .await;
}

#[tokio::test]
async fn a_role_for_later_is_kept_apart_today() {
    each_database(&SCHEMA, async |database| {
        let city = City::new(database).await;
        let account = city.person("wang", city.root).await;
        let later = NewGrant {
            account: account.id,
            role: Role::Auditor,
            organisation: city.root,
            from: Some(database.now().after(Duration::from_hours(24))),
            until: None,
        };
        let granted = city
            .identity
            .grant(&operator(), account.version, later)
            .await
            .unwrap();
        let both = city
            .grant(&operator(), &granted.account, Role::SystemAdmin, city.root)
            .await;
        assert!(matches!(both, Err(IdentityError::NotSeparate(_))));
    })
    .await;
}

#[tokio::test]
async fn nobody_changes_roles_of_their_own() {
    each_database(&SCHEMA, async |database| {
        let city = City::new(database).await;
        let own = city
            .holding("security", Role::SecurityAdmin, city.root)
            .await;
        city.holding("second", Role::SecurityAdmin, city.root).await;
        let scope = city.scope_of("security").await;
        let granted = city.grant(&scope, &own, Role::Viewer, city.root).await;
        assert!(matches!(granted, Err(IdentityError::OwnRoles)));
        let detail = city.identity.account(&scope, own.id).await.unwrap();
        let seen = (own.id, own.version);
        let ended = city
            .identity
            .end_grant(&scope, seen, detail.grants[0].id)
            .await;
        assert!(matches!(ended, Err(IdentityError::OwnRoles)));
    })
    .await;
}

#[tokio::test]
async fn the_last_system_administrator_stays() {
    each_database(&SCHEMA, async |database| {
        let city = City::new(database).await;
        let first = city.holding("first", Role::SystemAdmin, city.root).await;
        let disable = async |account: &yanzhi_identity::Account| {
            city.identity
                .disable(&operator(), (account.id, account.version))
                .await
        };
        let grant_of = async |id| {
            city.identity
                .account(&operator(), id)
                .await
                .unwrap()
                .grants
                .last()
                .unwrap()
                .id
        };
        let last = IdentityError::LastOfRole(Role::SystemAdmin).to_string();
        assert_eq!(disable(&first).await.unwrap_err().to_string(), last);
        let ended = city
            .identity
            .end_grant(
                &operator(),
                (first.id, first.version),
                grant_of(first.id).await,
            )
            .await;
        assert_eq!(ended.unwrap_err().to_string(), last);
        let second = city.holding("second", Role::SystemAdmin, city.root).await;
        disable(&first).await.unwrap();
        assert_eq!(disable(&second).await.unwrap_err().to_string(), last);
    })
    .await;
}

#[tokio::test]
async fn two_administrators_do_not_overwrite_each_other() {
    each_database(&SCHEMA, async |database| {
        let city = City::new(database).await;
        let account = city.person("wang", city.district).await;
        let seen = (account.id, account.version);
        let rename = |name: &str| AccountChange {
            name: Some(DisplayName::new(name).unwrap()),
            organisation: None,
        };
        let scope = operator();
        let first = city
            .identity
            .change_account(&scope, seen, rename("first"))
            .await
            .unwrap();
        let second = city
            .identity
            .change_account(&scope, seen, rename("second"))
            .await;
        assert!(matches!(second, Err(IdentityError::Stale)));
        assert_eq!(first.account.name.as_str(), "first");
        let now = city
            .identity
            .account(&operator(), account.id)
            .await
            .unwrap();
        assert_eq!(now.account.name.as_str(), "first");
        let log = city.log().await;
        let edits = log.iter().filter(|it| it.action == "account.edit").count();
        assert_eq!(edits, 1);
    })
    .await;
}

#[tokio::test]
async fn a_role_ends_by_its_date_and_reaches_what_is_added() {
    each_database(&SCHEMA, async |database| {
        let city = City::new(database).await;
        let account = city.person("wang", city.district).await;
        let until = database.now().after(Duration::from_mins(20));
        let new = NewGrant {
            account: account.id,
            role: Role::Viewer,
            organisation: city.district,
            from: None,
            until: Some(until),
        };
        city.identity
            .grant(&operator(), account.version, new)
            .await
            .unwrap();
        let session = city.sign_in("wang", PASSWORD).await.unwrap();
        let allowed = async |place| {
            let scope = city.asks(&session).await.scope;
            policy::check(
                &scope,
                Action::OrganisationRead,
                Resource::Organisation(place),
            )
        };
        assert_eq!(allowed(city.district).await, Ok(()));
        assert_eq!(allowed(city.root).await.unwrap_err().lack, Lack::Reach);
        let added = add_below(&city, "TOWN", "HAISHU").await;
        assert_eq!(
            allowed(added).await,
            Ok(()),
            "the same session reaches what was added"
        );
        city.wait(Duration::from_mins(20));
        assert_eq!(
            allowed(city.district).await.unwrap_err().lack,
            Lack::Role,
            "its date is over"
        );
    })
    .await;
}

#[tokio::test]
async fn administrators_of_a_district_see_and_change_their_district_only() {
    each_database(&SCHEMA, async |database| {
        let city = City::new(database).await;
        city.holding("of-city", Role::SystemAdmin, city.root).await;
        city.holding("of-district", Role::SystemAdmin, city.district)
            .await;
        let stranger = city.person("stranger", city.root).await;
        let scope = city.scope_of("of-district").await;
        let page = city.identity.accounts(&scope, &first(50)).await.unwrap();
        let logins: Vec<&str> = page.accounts.iter().map(|it| it.login.as_str()).collect();
        assert_eq!(logins, ["of-district"]);
        let hidden = city.identity.account(&scope, stranger.id).await;
        assert!(matches!(hidden, Err(IdentityError::UnknownAccount(_))));
        let hidden = city
            .identity
            .disable(&scope, (stranger.id, stranger.version))
            .await;
        assert!(matches!(hidden, Err(IdentityError::UnknownAccount(_))));
        let new = NewAccount {
            login: Login::new("new").unwrap(),
            name: DisplayName::new("new").unwrap(),
            organisation: city.root,
            lang: Lang::Zh,
        };
        let outside = city.identity.invite(&scope, new).await;
        assert!(
            matches!(outside, Err(IdentityError::Refused(refusal)) if refusal.lack == Lack::Reach)
        );
        let everywhere = city.scope_of("of-city").await;
        assert_eq!(everywhere.span(Action::AccountRead), Span::Everywhere);
        assert_eq!(
            city.identity
                .accounts(&everywhere, &first(2))
                .await
                .unwrap()
                .accounts
                .len(),
            2
        );
        assert!(matches!(
            city.identity.place(&scope, &code("CITY")).await,
            Err(IdentityError::Organisations(
                OrganisationsError::UnknownOrganisation { .. }
            ))
        ));
    })
    .await;
}
