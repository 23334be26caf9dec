//! What a provider says of somebody is what they are here.

use serde_json::{Value, json};

use crate::{
    browser::Browser,
    world::{Known, World, each_world},
};

async fn wang_signs_on(world: &mut World<'_>) {
    let mut browser = Browser::new();
    assert_eq!(world.sign_on(&mut browser, "wang.wei").await, "/sign-in");
    let session = world.api(&mut browser, "/session").await.json();
    assert_eq!(session["state"], "signed_in");
    assert_eq!(session["account"]["login"], "wang.wei");
    assert_eq!(session["account"]["name"], "王伟");
    let roles: Vec<&Value> = session["roles"].as_array().unwrap().iter().collect();
    let [role] = roles.as_slice() else {
        panic!("{roles:?}")
    };
    assert_eq!(
        role["role"], "reporter",
        "a name that stands for nothing gives nothing"
    );
    let seen = world.api(&mut browser, "/organisations").await.json();
    let codes: Vec<&Value> = seen["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| &it["code"])
        .collect();
    assert_eq!(
        codes,
        [&json!("330203")],
        "the role reaches the district that the provider names"
    );
    let sessions = world.api(&mut browser, "/me/sessions").await.json();
    assert_eq!(sessions["items"].as_array().unwrap().len(), 1);
    assert!(world.failures().await.is_empty());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn somebody_signs_on_with_the_organisation_and_the_roles_of_the_claims() {
    each_world(Known::WithSecret, wang_signs_on).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_client_without_a_secret_has_pkce() {
    each_world(Known::Publicly, wang_signs_on).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn one_comes_back_to_the_page_one_was_on_and_to_no_other_site() {
    each_world(Known::WithSecret, async |world| {
        let browser = &mut Browser::new();
        for (query, page) in [
            (
                "?back=/NB?year=2025%26lang=zh",
                "/sign-in?back=%2FNB%3Fyear%3D2025%26lang%3Dzh",
            ),
            ("?back=//evil.test", "/sign-in"),
            ("?back=https://evil.test", "/sign-in"),
        ] {
            let begun = world.begin_for(browser, query).await;
            let back = world.say_who(browser, &begun, "wang.wei").await;
            assert_eq!(world.comes_back(browser, &back).await, page, "{query}");
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn somebody_who_is_known_is_the_same_account_in_every_browser() {
    each_world(Known::WithSecret, async |world| {
        let mut ids = Vec::new();
        for _ in 0..2 {
            let mut browser = Browser::new();
            assert_eq!(world.sign_on(&mut browser, "li.na").await, "/sign-in");
            let session = world.api(&mut browser, "/session").await.json();
            ids.push(session["account"]["id"].clone());
        }
        assert_eq!(ids[0], ids[1]);
    })
    .await;
}
