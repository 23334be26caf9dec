//! Signing on through a provider: what is believed, and everything that is not.

use std::{
    collections::BTreeSet,
    sync::{Arc, Mutex},
    time::Duration,
};

use data_encoding::{BASE64, BASE64URL_NOPAD};
use openidconnect::{
    PrivateSigningKey as _,
    core::{CoreEdDsaPrivateSigningKey, CoreJwsSigningAlgorithm},
};
use serde_json::{Value, json};
use yanzhi_identity::{
    CameBack, Fetch, FetchFailed, Fetched, IdentityError, SignOn, SignOnBegun, SignOnRefused,
    SignOnSettings, SignedIn, Wanted,
};
use yanzhi_kernel::access::{Action, Resource, Role, policy};
use yanzhi_testkit::{TestDatabase, each_database};

use crate::support::{City, SCHEMA, origin};

const ISSUER: &str = "https://sso.test";

/// A provider that says whatever the test wants it to.
#[derive(Default)]
struct FakeProvider {
    token: Mutex<String>,
}

#[async_trait::async_trait]
impl Fetch for FakeProvider {
    async fn fetch(&self, wanted: Wanted) -> Result<Fetched, FetchFailed> {
        let body = match wanted.address.as_str() {
            "https://sso.test/.well-known/openid-configuration" => json!({
                "issuer": ISSUER,
                "authorization_endpoint": "https://sso.test/auth",
                "token_endpoint": "https://sso.test/token",
                "jwks_uri": "https://sso.test/jwks",
                "response_types_supported": ["code"],
                "subject_types_supported": ["public"],
                "id_token_signing_alg_values_supported": ["EdDSA"],
            }),
            "https://sso.test/jwks" => json!({ "keys": [key(1).as_verification_key()] }),
            "https://sso.test/token" => json!({
                "access_token": "x",
                "token_type": "Bearer",
                "id_token": self.token.lock().unwrap().as_str(),
            }),
            other => return Err(FetchFailed(other.to_owned())),
        };
        Ok(Fetched {
            status: 200,
            content_type: Some("application/json".to_owned()),
            body: body.to_string().into_bytes(),
        })
    }
}

/// The key of a seed, as PKCS#8 wraps it.
fn key(seed: u8) -> CoreEdDsaPrivateSigningKey {
    let prefix = b"\x30\x2e\x02\x01\x00\x30\x05\x06\x03\x2b\x65\x70\x04\x22\x04\x20";
    let der = [prefix.as_slice(), &[seed; 32]].concat();
    let text = BASE64.encode(&der);
    let pem = format!("-----BEGIN PRIVATE KEY-----\n{text}\n-----END PRIVATE KEY-----\n");
    CoreEdDsaPrivateSigningKey::from_ed25519_pem(&pem, None).unwrap()
}

/// A token with any header and claims, signed by the key of a seed; by none when there is none.
fn token(header: &Value, claims: &Value, seed: Option<u8>) -> String {
    let part = |value: &Value| BASE64URL_NOPAD.encode(value.to_string().as_bytes());
    let signed = format!("{}.{}", part(header), part(claims));
    let signature = seed.map(|seed| {
        let algorithm = CoreJwsSigningAlgorithm::EdDsa;
        key(seed).sign(&algorithm, signed.as_bytes()).unwrap()
    });
    format!(
        "{signed}.{}",
        BASE64URL_NOPAD.encode(&signature.unwrap_or_default())
    )
}

struct World<'a> {
    city: City<'a>,
    provider: Arc<FakeProvider>,
}

impl<'a> World<'a> {
    async fn new(database: &'a TestDatabase) -> Self {
        let provider = Arc::new(FakeProvider::default());
        let mut city = City::new(database).await;
        let fetch: Arc<dyn Fetch> = provider.clone();
        let settings = SignOnSettings {
            issuer: ISSUER.to_owned(),
            client_id: "yanzhi".to_owned(),
            client_secret: None,
            redirect_url: "https://yanzhi.test/back".to_owned(),
            organisation_claim: "organisation".to_owned(),
            role_claim: "roles".to_owned(),
            roles: [("viewers", Role::Viewer), ("reporters", Role::Reporter)]
                .map(|(name, role)| (name.to_owned(), role))
                .into(),
            two_factor_methods: BTreeSet::from(["mfa".to_owned()]),
        };
        city.identity = city
            .identity
            .clone()
            .with_sign_on(SignOn { settings, fetch });
        Self { city, provider }
    }

    async fn begin(&self) -> (SignOnBegun, String, String) {
        let begun = self.city.identity.begin_sign_on().await.unwrap().unwrap();
        let part = |name: &str| {
            let pairs = begun.address.split_once('?').unwrap().1.split('&');
            let mut values = pairs.filter_map(|pair| pair.strip_prefix(&format!("{name}=")));
            values.next().unwrap().to_owned()
        };
        assert_eq!(part("code_challenge_method"), "S256");
        let (state, nonce) = (part("state"), part("nonce"));
        (begun, state, nonce)
    }

    /// The claims of somebody of the district, right in everything.
    fn claims(&self, nonce: &str) -> Value {
        let now = self.city.database.now().as_millis() / 1_000;
        json!({
            "iss": ISSUER, "aud": "yanzhi", "sub": "u-1", "exp": now + 300, "iat": now, "nonce": nonce,
            "preferred_username": "wang", "name": "王伟", "organisation": "HAISHU", "roles": ["viewers"],
        })
    }

    async fn finish(
        &self,
        begun: &SignOnBegun,
        state: &str,
        token: String,
    ) -> Result<SignedIn, IdentityError> {
        *self.provider.token.lock().unwrap() = token;
        let back = CameBack {
            state: state.to_owned(),
            code: "code".into(),
            browser: Some(begun.browser.reveal().to_owned()),
            agent: None,
        };
        self.city.identity.finish_sign_on(back, &origin()).await
    }

    /// A sign-on with claims that are changed by `change`, and a signature that counts.
    async fn sign_on(&self, change: impl FnOnce(&mut Value)) -> Result<SignedIn, IdentityError> {
        let (begun, state, nonce) = self.begin().await;
        let mut claims = self.claims(&nonce);
        change(&mut claims);
        let signed = token(&json!({ "alg": "EdDSA" }), &claims, Some(1));
        self.finish(&begun, &state, signed).await
    }
}

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
            .accounts(&crate::support::operator(), None, 10)
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
