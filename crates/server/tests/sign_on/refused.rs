//! What must not sign anybody on, with the same provider.

use std::time::Duration;

use axum::http::{Method, StatusCode};

use crate::{
    browser::Browser,
    city::wait,
    world::{Known, World, each_world},
};

/// Nobody has signed on in this browser.
async fn stays_out(world: &World<'_>, browser: &mut Browser) {
    let session = world.api(browser, "/session").await.json();
    assert_eq!(session["state"], "anonymous");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn tokens_that_are_not_for_here_and_people_of_no_place_here() {
    each_world(Known::WithSecret, async |world| {
        let cases = [
            ("no.place", "sign-on-organisation", "sign-on-organisation"),
            (
                "wrong.place",
                "sign-on-organisation",
                "sign-on-organisation",
            ),
            ("wrong.audience", "sign-on-not-believed", "sign-on-audience"),
            ("other.issuer", "sign-on-not-believed", "sign-on-issuer"),
            ("expired.token", "sign-on-not-believed", "sign-on-expired"),
            ("other.nonce", "sign-on-not-believed", "sign-on-nonce"),
        ];
        for (login, told, _) in cases {
            let mut browser = Browser::new();
            let page = world.sign_on(&mut browser, login).await;
            assert_eq!(page, format!("/sign-in?refused={told}"), "{login}");
            stays_out(world, &mut browser).await;
        }
        assert_eq!(world.failures().await, cases.map(|(_, _, reason)| reason));
        let accounts = world.city.system_admin.get("/api/v1/accounts").await;
        let accounts = accounts.expect(StatusCode::OK);
        let known = accounts.body["items"].as_array().unwrap().len();
        assert_eq!(known, 2, "nobody was made an account: {}", accounts.body);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_state_that_is_forged_used_too_old_or_of_another_browser() {
    each_world(Known::WithSecret, async |world| {
        let refused = "/sign-in?refused=sign-on-not-begun-here";
        let browser = &mut Browser::new();
        let begun = world.begin(browser).await;
        let back = world.say_who(browser, &begun, "wang.wei").await;
        let thief = &mut Browser::new();
        let state = back.split_once("state=").unwrap().1;
        let state = state.split('&').next().unwrap();
        let forged = back.replace(state, &"x".repeat(state.len()));
        assert_eq!(world.comes_back(browser, &forged).await, refused, "forged");
        assert_eq!(
            world.comes_back(thief, &back).await,
            refused,
            "another browser"
        );
        assert_eq!(
            world.comes_back(browser, &back).await,
            refused,
            "used up by the thief"
        );

        let begun = world.begin(browser).await;
        let back = world.say_who(browser, &begun, "wang.wei").await;
        assert_eq!(world.comes_back(browser, &back).await, "/sign-in");
        assert_eq!(world.comes_back(browser, &back).await, refused, "used");

        let late = &mut Browser::new();
        let begun = world.begin(late).await;
        let back = world.say_who(late, &begun, "wang.wei").await;
        wait(world.city.database, Duration::from_mins(10));
        assert_eq!(world.comes_back(late, &back).await, refused, "too old");
        stays_out(world, late).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_code_that_was_used_or_is_of_another_sign_on() {
    each_world(Known::WithSecret, async |world| {
        let code_of = |back: &str| {
            let code = back.split_once("code=").unwrap().1;
            code.split('&').next().unwrap().to_owned()
        };
        let mine = &mut Browser::new();
        let begun = world.begin(mine).await;
        let used = world.say_who(mine, &begun, "wang.wei").await;
        assert_eq!(world.comes_back(mine, &used).await, "/sign-in");

        let other = &mut Browser::new();
        let begun = world.begin(other).await;
        let unused = world.say_who(other, &begun, "li.na").await;

        for (what, code) in [("replayed", code_of(&used)), ("injected", code_of(&unused))] {
            let browser = &mut Browser::new();
            let begun = world.begin(browser).await;
            let back = world.say_who(browser, &begun, "wang.wei").await;
            let swapped = back.replace(&code_of(&back), &code);
            let page = world.comes_back(browser, &swapped).await;
            assert_eq!(page, "/sign-in?refused=sign-on-provider", "{what}");
            stays_out(world, browser).await;
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_answer_by_another_issuer_and_somebody_who_would_rather_not() {
    each_world(Known::WithSecret, async |world| {
        let browser = &mut Browser::new();
        let begun = world.begin(browser).await;
        let back = world.say_who(browser, &begun, "wang.wei").await;
        let (rest, issuer) = back.rsplit_once("iss=").unwrap();
        assert!(!issuer.contains('&'), "{back}");
        let by_another = format!("{rest}iss=http://sso.test");
        let page = world.comes_back(browser, &by_another).await;
        assert_eq!(page, "/sign-in?refused=sign-on-not-believed");

        let browser = &mut Browser::new();
        let begun = world.begin(browser).await;
        let back = world.decline(browser, &begun).await;
        let page = world.comes_back(browser, &back).await;
        assert_eq!(page, "/sign-in?refused=sign-on-declined");
        stays_out(world, browser).await;
        assert_eq!(
            world.failures().await,
            ["sign-on-issuer", "sign-on-declined"]
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_account_that_was_disabled() {
    each_world(Known::WithSecret, async |world| {
        let browser = &mut Browser::new();
        assert_eq!(world.sign_on(browser, "wang.wei").await, "/sign-in");
        let session = world.api(browser, "/session").await.json();
        let path = format!(
            "/api/v1/accounts/{}",
            session["account"]["id"].as_str().unwrap()
        );
        let admin = &mut world.city.system_admin;
        let seen = admin.get(&path).await.expect(StatusCode::OK);
        let disable = format!("{path}/disable");
        let version = &seen.body["version"];
        let done = admin.change(Method::POST, &disable, version, None).await;
        let _ = done.expect(StatusCode::OK);
        stays_out(world, browser).await;
        let page = world.sign_on(&mut Browser::new(), "wang.wei").await;
        assert_eq!(page, "/sign-in?refused=sign-on-not-active");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_provider_that_goes_by_another_name() {
    each_world(Known::ByAnotherName, async |world| {
        let begun = world.begin(&mut Browser::new()).await;
        assert_eq!(
            begun,
            format!("{}/sign-in?refused=sign-on-provider", world.here)
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_provider_that_is_not_there() {
    each_world(Known::WithSecret, async |world| {
        let browser = &mut Browser::new();
        let begun = world.begin(browser).await;
        let back = world.say_who(browser, &begun, "wang.wei").await;
        world.provider.stop();
        let refused = "/sign-in?refused=sign-on-provider";
        assert_eq!(world.comes_back(browser, &back).await, refused);
        let begun = world.begin(browser).await;
        assert_eq!(begun, format!("{}{refused}", world.here));
    })
    .await;
}
