//! A provider that says whatever a test wants it to, and a city that knows it.

use std::{
    collections::BTreeSet,
    sync::{Arc, Mutex},
};

use data_encoding::{BASE64, BASE64URL_NOPAD};
use openidconnect::{
    PrivateSigningKey as _,
    core::{CoreEdDsaPrivateSigningKey, CoreJwsSigningAlgorithm},
};
use serde_json::{Value, json};
use yanzhi_identity::{
    CameBack, Fetch, FetchFailed, Fetched, IdentityError, SignOn, SignOnBegun, SignOnSettings,
    SignedIn, Wanted,
};
use yanzhi_kernel::access::Role;
use yanzhi_testkit::TestDatabase;

use crate::support::{City, origin};

const ISSUER: &str = "https://sso.test";

/// A provider that says whatever the test wants it to.
#[derive(Default)]
pub(crate) struct FakeProvider {
    token: Mutex<String>,
    /// What its userinfo endpoint says, where it has one.
    pub(crate) user_info: Mutex<Option<Value>>,
}

#[async_trait::async_trait]
impl Fetch for FakeProvider {
    async fn fetch(&self, wanted: Wanted) -> Result<Fetched, FetchFailed> {
        let user_info = self.user_info.lock().unwrap().clone();
        let body = match wanted.address.as_str() {
            "https://sso.test/.well-known/openid-configuration" => json!({
                "userinfo_endpoint": user_info.is_some().then_some("https://sso.test/me"),
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
            "https://sso.test/me" => user_info.unwrap(),
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
pub(crate) fn token(header: &Value, claims: &Value, seed: Option<u8>) -> String {
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

pub(crate) struct World<'a> {
    pub(crate) city: City<'a>,
    pub(crate) provider: Arc<FakeProvider>,
}

impl<'a> World<'a> {
    pub(crate) async fn new(database: &'a TestDatabase) -> Self {
        let provider = Arc::new(FakeProvider::default());
        let mut city = City::new(database).await;
        let fetch: Arc<dyn Fetch> = provider.clone();
        let settings = SignOnSettings {
            issuer: ISSUER.to_owned(),
            client_id: "yanzhi".to_owned(),
            client_secret: None,
            scopes: vec!["profile".to_owned()],
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

    pub(crate) async fn begin(&self) -> (SignOnBegun, String, String) {
        let begun = self
            .city
            .identity
            .begin_sign_on(None)
            .await
            .unwrap()
            .unwrap();
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
    pub(crate) fn claims(&self, nonce: &str) -> Value {
        let now = self.city.database.now().as_millis() / 1_000;
        json!({
            "iss": ISSUER, "aud": "yanzhi", "sub": "u-1", "exp": now + 300, "iat": now, "nonce": nonce,
            "preferred_username": "wang", "name": "王伟", "organisation": "HAISHU", "roles": ["viewers"],
        })
    }

    pub(crate) async fn finish(
        &self,
        begun: &SignOnBegun,
        state: &str,
        token: String,
    ) -> Result<SignedIn, IdentityError> {
        *self.provider.token.lock().unwrap() = token;
        let back = CameBack {
            state: state.to_owned(),
            answer: Ok("code".into()),
            issuer: None,
            browser: Some(begun.browser.reveal().to_owned()),
            agent: None,
        };
        let finished = self.city.identity.finish_sign_on(back, &origin()).await;
        finished.map(|signed_on| signed_on.signed_in)
    }

    /// A sign-on with claims that are changed by `change`, and a signature that counts.
    pub(crate) async fn sign_on(
        &self,
        change: impl FnOnce(&mut Value),
    ) -> Result<SignedIn, IdentityError> {
        let (begun, state, nonce) = self.begin().await;
        let mut claims = self.claims(&nonce);
        change(&mut claims);
        let signed = token(&json!({ "alg": "EdDSA" }), &claims, Some(1));
        self.finish(&begun, &state, signed).await
    }
}
