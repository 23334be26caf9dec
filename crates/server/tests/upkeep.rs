//! A backup taken while others write is of one moment, and comes back the same elsewhere.
#![expect(clippy::unwrap_used, reason = "a test that cannot be set up must stop")]

mod support;

use std::{
    fs::File,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
};

use yanzhi_audit::Event;
use yanzhi_kernel::Scope;
use yanzhi_server::{Platform, SCHEMA, upkeep};
use yanzhi_storage::{Schema, backup};
use yanzhi_testkit::each_database;

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
