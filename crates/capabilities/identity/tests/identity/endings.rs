//! What ends when rights change: sessions of people, tokens of machines.

use std::{collections::BTreeSet, time::Duration};

use crate::support::{City, PASSWORD, SCHEMA, add_below, code, operator, origin};
use yanzhi_identity::{AccountChange, Credential, IdentityError, NewToken, Secret};
use yanzhi_kernel::{
    Scope,
    access::{Action, Lack, Resource, Role, policy},
};
use yanzhi_testkit::each_database;

/// What was signed in before counts no more once anything has changed what its owner may do.
#[tokio::test]
async fn every_change_of_rights_ends_what_was_made_before() {
    each_database(&SCHEMA, async |database| {
        let city = City::new(database).await;
        let spare = city.holding("spare", Role::SystemAdmin, city.root).await;
        assert!(spare.version > 0);
        let changes = [
            "grant",
            "end grant",
            "disable",
            "move account",
            "move organisation",
            "merge organisation",
        ];
        for (number, change) in changes.into_iter().enumerate() {
            let login = format!("person{number}");
            let place = add_below(&city, &format!("OFFICE{number}"), "CITY").await;
            let account = city.person(&login, place).await;
            let account = city
                .grant(&operator(), &account, Role::Viewer, place)
                .await
                .unwrap();
            let session = city.sign_in(&login, PASSWORD).await.unwrap();
            let (_, token) = token_of(&city, &session).await;
            assert!(
                token_asks(&city, &token).await.account().is_some(),
                "{change}"
            );
            apply(&city, change, &account, number).await;
            assert!(
                city.asks(&session).await.scope.account().is_none(),
                "{change}: session"
            );
            assert!(
                token_asks(&city, &token).await.account().is_none(),
                "{change}: token"
            );
        }
    })
    .await;
}

async fn apply(city: &City<'_>, change: &str, account: &yanzhi_identity::Account, number: usize) {
    let seen = (account.id, account.version);
    let identity = &city.identity;
    let office = code(&format!("OFFICE{number}"));
    match change {
        "grant" => {
            city.grant(&operator(), account, Role::Reporter, city.district)
                .await
                .unwrap();
        }
        "end grant" => {
            let detail = identity.account(&operator(), account.id).await.unwrap();
            let grant = detail.grants[0].id;
            identity.end_grant(&operator(), seen, grant).await.unwrap();
        }
        "disable" => {
            identity.disable(&operator(), seen).await.unwrap();
            let disabled = identity.account(&operator(), account.id).await.unwrap();
            let seen = (account.id, disabled.account.version);
            identity.enable(&operator(), seen).await.unwrap();
        }
        "move account" => {
            let change = AccountChange {
                name: None,
                organisation: Some(city.district),
            };
            identity
                .change_account(&operator(), seen, change)
                .await
                .unwrap();
        }
        "move organisation" => {
            let tx = city.database.write().await;
            let now = city.database.now();
            yanzhi_organisations::put_under(&tx, &operator(), now, (&office, 1), &code("HAISHU"))
                .await
                .unwrap();
            tx.commit().await.unwrap();
        }
        "merge organisation" => {
            let tx = city.database.write().await;
            let now = city.database.now();
            yanzhi_organisations::merge(&tx, &operator(), now, (&office, 1), &code("HAISHU"))
                .await
                .unwrap();
            tx.commit().await.unwrap();
        }
        other => panic!("{other}"),
    }
}

#[tokio::test]
async fn a_token_does_no_more_than_it_was_made_for_and_ends() {
    each_database(&SCHEMA, async |database| {
        let city = City::new(database).await;
        city.holding("wang", Role::SystemAdmin, city.root).await;
        let session = city.sign_in("wang", PASSWORD).await.unwrap();
        let (id, secret) = token_of(&city, &session).await;
        let scope = token_asks(&city, &secret).await;
        assert!(policy::check(&scope, Action::OrganisationRead, Resource::Nowhere).is_ok());
        let more = policy::check(&scope, Action::AccountInvite, Resource::Nowhere).unwrap_err();
        assert_eq!(more.lack, Lack::TokenScope);
        let own = policy::check(&scope, Action::OwnPasswordChange, Resource::Nowhere).unwrap_err();
        assert_eq!(
            own.lack,
            Lack::TokenScope,
            "a leaked token makes no session"
        );
        for (actions, days) in [
            (BTreeSet::new(), 1),
            (BTreeSet::from([Action::OwnPasswordChange]), 1),
            (BTreeSet::from([Action::OrganisationRead]), 0),
            (BTreeSet::from([Action::OrganisationRead]), 400),
        ] {
            let new = NewToken {
                name: "machine".to_owned(),
                actions,
                lasts: Duration::from_hours(24 * days),
            };
            let asks = city.asks(&session).await.scope;
            let made = city.identity.make_token(&asks, &session.session, new).await;
            assert!(
                matches!(made, Err(IdentityError::TokenNotMade(_))),
                "{made:?}"
            );
        }
        let asks = city.asks(&session).await.scope;
        city.identity
            .revoke_token(&asks, &session.session, id)
            .await
            .unwrap();
        assert!(
            token_asks(&city, &secret).await.account().is_none(),
            "taken back"
        );
        let (_, secret) = token_of(&city, &session).await;
        city.wait(Duration::from_hours(24));
        assert!(
            token_asks(&city, &secret).await.account().is_none(),
            "its day is over"
        );
    })
    .await;
}

async fn token_of(city: &City<'_>, session: &yanzhi_identity::SignedIn) -> (uuid::Uuid, Secret) {
    let scope = city.asks(session).await.scope;
    let new = NewToken {
        name: "machine".to_owned(),
        actions: BTreeSet::from([Action::OrganisationRead]),
        lasts: Duration::from_hours(24),
    };
    let (token, secret) = city
        .identity
        .make_token(&scope, &session.session, new)
        .await
        .unwrap();
    (token.id, secret)
}

async fn token_asks(city: &City<'_>, secret: &Secret) -> Scope {
    let credential = Credential::Bearer(secret.reveal());
    city.identity
        .authenticate(Some(credential), origin())
        .await
        .unwrap()
        .scope
}
