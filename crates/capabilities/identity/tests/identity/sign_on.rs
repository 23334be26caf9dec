//! Signing on through a provider: what is believed, and everything that is not.

use std::time::Duration;

use serde_json::{Value, json};
use yanzhi_identity::{Assurance, IdentityError, SignOnRefused, SignedIn};
use yanzhi_kernel::access::{Action, Resource, Role, policy};
use yanzhi_testkit::each_database;

use crate::{
    fake_provider::{World, token},
    support::SCHEMA,
};

fn why(answer: Result<SignedIn, IdentityError>) -> SignOnRefused {
    match answer {
        Err(IdentityError::SignOn(why)) => why,
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn somebody_new_gets_an_account_with_the_provider_s_roles() {
    each_database(&SCHEMA, async |database| {
        let world = World::new(database).await;
        let first = world.sign_on(|_| ()).await.unwrap();
        assert_eq!(first.account.login.as_str(), "wang");
        let scope = world.city.asks(&first).await.scope;
        let place = Resource::Organisation(world.city.district);
        assert_eq!(
            policy::check(&scope, Action::OrganisationRead, place),
            Ok(())
        );
        let again = world.sign_on(|_| ()).await.unwrap();
        assert_eq!(again.account.id, first.account.id);
        assert!(
            world.city.asks(&first).await.scope.account().is_some(),
            "nothing has changed"
        );
        let moved = world
            .sign_on(|claims| claims["roles"] = json!(["reporters"]))
            .await
            .unwrap();
        assert_eq!(moved.account.id, first.account.id);
        assert!(
            world.city.asks(&first).await.scope.account().is_none(),
            "the roles have"
        );
        let held: Vec<Role> = {
            let scope = world.city.asks(&moved).await.scope;
            scope
                .authority()
                .unwrap()
                .held
                .iter()
                .map(|it| it.role)
                .collect()
        };
        assert_eq!(held, [Role::Reporter]);
    })
    .await;
}

#[tokio::test]
async fn a_token_that_was_not_made_for_this_is_not_believed() {
    each_database(&SCHEMA, async |database| {
        let world = World::new(database).await;
        let now = database.now().as_millis() / 1_000;
        let changes = [
            (SignOnRefused::Audience, "aud", json!("somebody-else")),
            (
                SignOnRefused::Audience,
                "aud",
                json!(["yanzhi", "somebody-else"]),
            ),
            (SignOnRefused::Issuer, "iss", json!("https://sso.test/")),
            (SignOnRefused::Issuer, "iss", json!("https://evil.test")),
            (SignOnRefused::Expired, "exp", json!(now - 1)),
            (SignOnRefused::Expired, "iat", json!(now + 3_600)),
            (SignOnRefused::Nonce, "nonce", json!("another")),
            (
                SignOnRefused::Organisation,
                "organisation",
                json!("NOWHERE"),
            ),
            (SignOnRefused::Organisation, "organisation", json!(null)),
            (
                SignOnRefused::Claims,
                "preferred_username",
                json!("<script>"),
            ),
        ];
        let tried = changes.len();
        for (expected, claim, value) in changes {
            let what = format!("{claim}: {value}");
            let refused = why(world.sign_on(|claims| claims[claim] = value).await);
            assert_eq!(refused, expected, "{what}");
        }
        let nonceless = why(world
            .sign_on(|it| drop(it.as_object_mut().unwrap().remove("nonce")))
            .await);
        assert_eq!(nonceless, SignOnRefused::Nonce);
        let log = world.city.log().await;
        let failed = log
            .iter()
            .filter(|it| it.action == "session.sign_on")
            .count();
        assert_eq!(failed, tried + 1, "each is written down");
    })
    .await;
}

#[tokio::test]
async fn a_token_without_a_good_signature_is_not_believed() {
    each_database(&SCHEMA, async |database| {
        let world = World::new(database).await;
        for (header, seed) in [
            (json!({ "alg": "none" }), None),
            (json!({ "alg": "EdDSA" }), None),
            (json!({ "alg": "EdDSA" }), Some(2)),
            (json!({ "alg": "HS256" }), Some(1)),
            (json!({ "alg": "EdDSA", "kid": "other" }), Some(1)),
        ] {
            let (begun, state, nonce) = world.begin().await;
            let signed = token(&header, &world.claims(&nonce), seed);
            let refused = why(world.finish(&begun, &state, signed).await);
            let expected = [
                SignOnRefused::Signature,
                SignOnRefused::Claims,
                SignOnRefused::Provider,
            ];
            assert!(
                expected.contains(&refused),
                "{header} {seed:?}: {refused:?}"
            );
        }
        let accounts = world
            .city
            .identity
            .accounts(&crate::support::operator(), &crate::support::first(10))
            .await;
        assert!(accounts.unwrap().accounts.is_empty(), "nobody was let in");
    })
    .await;
}

#[tokio::test]
async fn a_sign_on_counts_once_in_its_browser_for_ten_minutes() {
    each_database(&SCHEMA, async |database| {
        let world = World::new(database).await;
        let good = |nonce: &str| token(&json!({ "alg": "EdDSA" }), &world.claims(nonce), Some(1));
        let not_here = SignOnRefused::NotBegunHere;

        let (begun, state, nonce) = world.begin().await;
        assert!(world.finish(&begun, &state, good(&nonce)).await.is_ok());
        assert_eq!(
            why(world.finish(&begun, &state, good(&nonce)).await),
            not_here,
            "used"
        );

        let (mine, _, _) = world.begin().await;
        let (_, state, nonce) = world.begin().await;
        assert_eq!(
            why(world.finish(&mine, &state, good(&nonce)).await),
            not_here,
            "another browser"
        );

        let (begun, state, nonce) = world.begin().await;
        for forged in ["", "x", &state[..state.len() - 1]] {
            assert_eq!(
                why(world.finish(&begun, forged, good(&nonce)).await),
                not_here,
                "{forged}"
            );
        }
        world.city.wait(Duration::from_mins(10));
        assert_eq!(
            why(world.finish(&begun, &state, good(&nonce)).await),
            not_here,
            "too late"
        );
    })
    .await;
}

#[tokio::test]
async fn a_name_that_somebody_has_here_is_never_taken_over() {
    each_database(&SCHEMA, async |database| {
        let world = World::new(database).await;
        world.city.person("wang", world.city.root).await;
        assert_eq!(why(world.sign_on(|_| ()).await), SignOnRefused::LoginTaken);
        let other = |it: &mut Value| it["preferred_username"] = json!("wang2");
        let signed_in = world.sign_on(other).await.unwrap();
        let seen = (signed_in.account.id, signed_in.account.version);
        world
            .city
            .identity
            .disable(&crate::support::operator(), seen)
            .await
            .unwrap();
        assert_eq!(why(world.sign_on(other).await), SignOnRefused::NotActive);
    })
    .await;
}

#[tokio::test]
async fn what_the_token_leaves_out_is_asked_for_about_the_same_person() {
    each_database(&SCHEMA, async |database| {
        let world = World::new(database).await;
        let short = |claims: &mut Value| {
            for claim in ["organisation", "roles", "preferred_username"] {
                claims.as_object_mut().unwrap().remove(claim);
            }
        };
        let about = |subject: &str| {
            json!({ "sub": subject, "preferred_username": "wang", "organisation": "HAISHU", "roles": "viewers" })
        };
        assert_eq!(
            why(world.sign_on(short).await),
            SignOnRefused::Organisation,
            "nowhere to ask"
        );
        *world.provider.user_info.lock().unwrap() = Some(about("u-2"));
        assert_eq!(
            why(world.sign_on(short).await),
            SignOnRefused::Provider,
            "about somebody else"
        );
        *world.provider.user_info.lock().unwrap() = Some(about("u-1"));
        let signed_in = world.sign_on(short).await.unwrap();
        let scope = world.city.asks(&signed_in).await.scope;
        let place = Resource::Organisation(world.city.district);
        assert_eq!(
            policy::check(&scope, Action::OrganisationRead, place),
            Ok(())
        );
    })
    .await;
}

#[tokio::test]
async fn a_second_factor_of_one_s_own_is_asked_for_unless_the_provider_vouches_for_two() {
    each_database(&SCHEMA, async |database| {
        let world = World::new(database).await;
        let first = world.sign_on(|_| ()).await.unwrap();
        assert_eq!(first.session.assurance, Assurance::Password);
        let enrolled = format!(
            "UPDATE identity_account SET totp_at = {}",
            database.now().as_micros()
        );
        assert_eq!(database.meddle(&enrolled).await, 1);
        let second = world.sign_on(|_| ()).await.unwrap();
        assert_eq!(second.session.assurance, Assurance::AwaitsCode);
        let vouched = |claims: &mut Value| claims["amr"] = json!(["pwd", "mfa"]);
        let third = world.sign_on(vouched).await.unwrap();
        assert_eq!(third.session.assurance, Assurance::TwoFactors);
    })
    .await;
}
