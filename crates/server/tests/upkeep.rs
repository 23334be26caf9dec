//! A backup taken while others write is of one moment, and comes back the same elsewhere.
#![expect(clippy::unwrap_used, reason = "a test that cannot be set up must stop")]

#[path = "access/city.rs"]
#[expect(dead_code, reason = "the city has more than is needed here")]
mod city;
mod support;

use std::{
    fs::{self, File, Permissions},
    os::unix::fs::PermissionsExt as _,
    path::Path,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
};

use axum::http::StatusCode;
use city::City;
use serde_json::json;
use yanzhi_audit::Event;
use yanzhi_kernel::Scope;
use yanzhi_server::{Config, Platform, SCHEMA, router, upkeep};
use yanzhi_storage::{DatabaseUrl, Schema, backup};
use yanzhi_testkit::{Person, TestDatabase, each_database};

#[expect(clippy::disallowed_methods, reason = "a test acts as the operator")]
fn operator() -> Scope {
    Scope::operator()
}

/// One change of state after another, each with its entry, until told to stop; how many were acknowledged.
async fn keep_writing(platform: Platform, stop: Arc<AtomicBool>) -> usize {
    let mut acknowledged = 0;
    while !stop.load(Ordering::Relaxed) {
        let tx = platform.db.write().await.unwrap();
        let event = Event::done("test.write", acknowledged.to_string());
        yanzhi_audit::record(&tx, &operator(), platform.clock.now(), event)
            .await
            .unwrap();
        tx.commit().await.unwrap();
        acknowledged += 1;
    }
    acknowledged
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_backup_under_load_comes_back_with_the_same_digests() {
    each_database(&SCHEMA, async |database| {
        let platform = support::platform(database, 1);
        let folder = tempfile::tempdir().unwrap();
        let stop = Arc::new(AtomicBool::new(false));
        let writing = tokio::spawn(keep_writing(platform.clone(), Arc::clone(&stop)));
        let mut backups = Vec::new();
        for number in 0..5 {
            let file = folder.path().join(format!("{number}.yz"));
            let backed_up = upkeep::back_up(&platform, &operator(), &file)
                .await
                .unwrap();
            backups.push((file, backed_up.tables));
        }
        stop.store(true, Ordering::Relaxed);
        let acknowledged = writing.await.unwrap();
        assert!(acknowledged > 0, "nothing was written meanwhile");
        for (file, tables) in &backups {
            each_database(&Schema::new(Vec::new), async |other| {
                let file = File::open(file).unwrap();
                let (_, restored) = backup::restore(&other.db, &SCHEMA, file).await.unwrap();
                assert_eq!(restored, *tables);
                let tx = other.read().await;
                assert_eq!(backup::digests(&tx).await.unwrap(), *tables);
                let log = yanzhi_audit::entries(&tx).await.unwrap();
                assert_eq!(yanzhi_audit::rules::first_broken(&log), None);
            })
            .await;
        }
        let log = yanzhi_audit::entries(&database.read().await).await.unwrap();
        assert_eq!(log.len(), acknowledged + backups.len());
    })
    .await;
}

/// An installation on a database, with its key in a folder; the key is another one than that of the tests.
fn installation(database: &TestDatabase, folder: &Path) -> Config {
    let mut config = Config::default();
    config.database.url = match database.url() {
        DatabaseUrl::Sqlite(file) => format!("sqlite:{}", file.display()),
        DatabaseUrl::Postgres(url) => url.clone(),
    };
    config.identity.key_file = Some(folder.join("yanzhi.key"));
    config
}

/// Puts the key there that second factors of the tests are encrypted with.
fn carry_key_over(config: &Config) {
    let file = config.identity.key_file.as_ref().unwrap();
    fs::write(file, [7; 32]).unwrap();
    fs::set_permissions(file, Permissions::from_mode(0o600)).unwrap();
}

#[tokio::test]
async fn nothing_that_proved_somebody_before_a_restore_does_so_afterwards() {
    each_database(&SCHEMA, async |database| {
        let platform = support::platform(database, 1);
        let mut city = City::on(&platform, database).await;
        let wanted = json!({ "name": "machine", "actions": ["account.read"], "days": 1 });
        let made = city.system_admin.post("/api/v1/me/tokens", wanted).await;
        let made = made.expect(StatusCode::CREATED).body;
        let invited = json!({ "login": "li", "name": "李", "organisation": "330203" });
        let invited = city.system_admin.post("/api/v1/accounts", invited).await;
        let invited = invited.expect(StatusCode::CREATED).body;
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("backup.yz");
        upkeep::back_up(&platform, &operator(), &file)
            .await
            .unwrap();
        each_database(&Schema::new(Vec::new), async |other| {
            let place = tempfile::tempdir().unwrap();
            let config = installation(other, place.path());
            let restored = upkeep::restore(&config, &operator(), &file).await.unwrap();
            assert_eq!(restored.ended.tokens, 1);
            assert_eq!(restored.ended.invitations, 1);
            assert!(restored.ended.sessions >= 2, "{:?}", restored.ended);

            let app = router(&support::platform(other, 1), &city::http());
            let mut person = Person::new(app.clone());
            person.set_cookie(city.system_admin.cookie().map(str::to_owned));
            let session = person.get("/api/v1/session").await;
            assert_eq!(session.body["state"], "anonymous");
            let token = made["secret"].as_str().unwrap();
            let mut machine = Person::with_token(app.clone(), token);
            let _ = machine
                .get("/api/v1/accounts")
                .await
                .expect(StatusCode::UNAUTHORIZED);
            let accepted = city::accept(&app, &invited).await;
            assert_eq!(accepted.code(), "invitation-useless");
            let _ = person
                .sign_in("sysadmin", city::PASSWORD)
                .await
                .expect(StatusCode::OK);

            let log = yanzhi_audit::entries(&other.read().await).await.unwrap();
            let entry = log
                .iter()
                .find(|it| it.action == "database.restore")
                .unwrap();
            assert_eq!(entry.after.as_ref(), Some(&restored.content.digest));
            assert_eq!(yanzhi_audit::rules::first_broken(&log), None);
        })
        .await;
        let still = city.system_admin.get("/api/v1/session").await;
        assert_eq!(
            still.body["state"], "signed_in",
            "only the restored one ends them"
        );
    })
    .await;
}

#[tokio::test]
async fn a_restore_says_whether_the_key_of_second_factors_came_along() {
    each_database(&SCHEMA, async |database| {
        let platform = support::platform(database, 1);
        let _ = City::on(&platform, database).await;
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("backup.yz");
        upkeep::back_up(&platform, &operator(), &file)
            .await
            .unwrap();
        for (is_carried_over, unreadable) in [(false, 2), (true, 0)] {
            each_database(&Schema::new(Vec::new), async |other| {
                let place = tempfile::tempdir().unwrap();
                let config = installation(other, place.path());
                if is_carried_over {
                    carry_key_over(&config);
                }
                let restored = upkeep::restore(&config, &operator(), &file).await.unwrap();
                assert_eq!(restored.second_factors.all, 2);
                assert_eq!(restored.second_factors.unreadable, unreadable);
            })
            .await;
        }
    })
    .await;
}
