//! A city whose people sign on through the provider.

use std::{collections::BTreeMap, fs, time::Duration};

use tempfile::TempDir;
use tokio::net::TcpListener;
use yanzhi_kernel::{Clock as _, SystemClock, access::Role};
use yanzhi_server::{SCHEMA, SignOnSection};
use yanzhi_testkit::{TestDatabase, each_database};

use crate::{
    browser::{Browser, Page},
    city::{City, wait},
    provider::{PASSWORD, Provider, SECRET},
    support::platform,
};

pub(crate) struct World<'a> {
    pub(crate) city: City<'a>,
    pub(crate) provider: Provider,
    /// Where the city's platform is.
    pub(crate) here: String,
    _secret: TempDir,
}

/// How the platform knows the provider, and is known by it.
#[derive(Clone, Copy)]
pub(crate) enum Known {
    /// As the client with a secret.
    WithSecret,
    /// As the client that has PKCE only.
    Publicly,
    /// By another name than the one by which the provider goes.
    ByAnotherName,
}

/// Runs a test on each database, in a city that knows the provider.
pub(crate) async fn each_world(known: Known, test: impl AsyncFn(&mut World<'_>)) {
    each_database(&SCHEMA, async |database| {
        if let Some(mut world) = World::new(database, known).await {
            test(&mut world).await;
        }
    })
    .await;
}

impl<'a> World<'a> {
    async fn new(database: &'a TestDatabase, known: Known) -> Option<Self> {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let here = format!("http://{}", listener.local_addr().unwrap());
        let provider = Provider::start(&format!("{here}/api/v1/session/sign-on/callback"))?;
        let secret = tempfile::tempdir().unwrap();
        let section = section(known, &provider.issuer, &here, &secret);
        // The provider dates its tokens by the clock on the wall.
        let ahead = SystemClock.now().as_micros() - database.now().as_micros();
        wait(database, Duration::from_micros(ahead.unsigned_abs()));
        let platform = platform(database, 1).with_sign_on(&section).unwrap();
        let city = City::on(&platform, database).await;
        let app = city.app.clone();
        tokio::spawn(async move { axum::serve(listener, app).await });
        Some(Self {
            city,
            provider,
            here,
            _secret: secret,
        })
    }

    /// Begins a sign-on; the address at the provider.
    pub(crate) async fn begin(&self, browser: &mut Browser) -> String {
        self.begin_for(browser, "").await
    }

    /// The same, with what is asked for along with it.
    pub(crate) async fn begin_for(&self, browser: &mut Browser, query: &str) -> String {
        let address = format!("{}/api/v1/session/sign-on{query}", self.here);
        browser.get(&address).await.next()
    }

    /// Says at the provider who one is; the address that leads back.
    pub(crate) async fn say_who(&self, browser: &mut Browser, begun: &str, login: &str) -> String {
        let form = [("login", login), ("password", PASSWORD), ("answer", "yes")];
        self.answer(browser, begun, &form).await
    }

    /// Would rather not, at the provider.
    pub(crate) async fn decline(&self, browser: &mut Browser, begun: &str) -> String {
        self.answer(browser, begun, &[("answer", "no")]).await
    }

    async fn answer(&self, browser: &mut Browser, begun: &str, form: &[(&str, &str)]) -> String {
        let asked_who = browser.get(begun).await.next();
        if asked_who.starts_with(&self.here) {
            return asked_who; // the provider knows this browser already
        }
        let resumed = browser.post(&asked_who, form).await.next();
        let back = browser.get(&resumed).await.next();
        assert!(back.starts_with(&self.here), "{back}");
        back
    }

    /// Signs on from the beginning to the end, whatever that is.
    pub(crate) async fn sign_on(&self, browser: &mut Browser, login: &str) -> String {
        let begun = self.begin(browser).await;
        let back = self.say_who(browser, &begun, login).await;
        self.comes_back(browser, &back).await
    }

    /// Follows the address that leads back; the page that comes then.
    pub(crate) async fn comes_back(&self, browser: &mut Browser, back: &str) -> String {
        let page = browser.get(back).await.next();
        page.strip_prefix(&self.here).unwrap().to_owned()
    }

    pub(crate) async fn api(&self, browser: &mut Browser, path: &str) -> Page {
        browser.get(&format!("{}/api/v1{path}", self.here)).await
    }

    /// Why sign-ons failed, one after the other, as the log has it.
    pub(crate) async fn failures(&self) -> Vec<String> {
        let log = yanzhi_audit::entries(&self.city.database.read().await).await;
        let log = log.unwrap().into_iter();
        let sign_ons = log.filter(|it| it.action == "session.sign_on");
        sign_ons.filter_map(|it| it.reason).collect()
    }
}

fn section(known: Known, issuer: &str, here: &str, secret: &TempDir) -> SignOnSection {
    let file = secret.path().join("secret");
    fs::write(&file, SECRET).unwrap();
    let roles = [
        ("yz-reporters", Role::Reporter),
        ("yz-viewers", Role::Viewer),
    ];
    let section = SignOnSection {
        issuer: issuer.to_owned(),
        client_id: "yanzhi".to_owned(),
        client_secret_file: Some(file),
        scopes: vec!["profile".to_owned(), "government".to_owned()],
        redirect_base: here.to_owned(),
        roles: BTreeMap::from(roles.map(|(name, role)| (name.to_owned(), role))),
        ..SignOnSection::default()
    };
    match known {
        Known::WithSecret => section,
        Known::Publicly => SignOnSection {
            client_id: "yanzhi-public".to_owned(),
            client_secret_file: None,
            ..section
        },
        Known::ByAnotherName => SignOnSection {
            issuer: issuer.replace("127.0.0.1", "localhost"),
            ..section
        },
    }
}
