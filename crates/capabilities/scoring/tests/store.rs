//! Runs are stored by their recipe and come out again.

mod support;

use support::{FIGURES, SCHEMA, code, import, operator, score};
use yanzhi_kernel::Scope;
use yanzhi_scoring::Scoring;
use yanzhi_testkit::each_database;

#[tokio::test]
async fn the_same_figures_give_the_same_run() {
    each_database(&SCHEMA, async |database| {
        let tx = database.write().await;
        let imported = import(database, &tx, FIGURES).await;
        let first = score(database, &tx, &imported).await;
        assert!(first.is_new);
        assert!(first.gaps.is_empty(), "{:?}", first.gaps);
        let again = score(database, &tx, &import(database, &tx, FIGURES).await).await;
        assert!(!again.is_new);
        assert_eq!(again.run, first.run);
        tx.commit().await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn a_run_comes_out_again_with_any_number_of_threads() {
    each_database(&SCHEMA, async |database| {
        let tx = database.write().await;
        let imported = import(database, &tx, FIGURES).await;
        let run = score(database, &tx, &imported).await.run;
        tx.commit().await.unwrap();
        for threads in [1, 2] {
            let scoring = Scoring::new(database.db.clone(), database.clock.clone(), threads);
            let tx = scoring.read().await.unwrap();
            let visitor = Scope::public(database.now());
            let loaded = scoring
                .standing(&tx, &visitor, &code("small"))
                .await
                .unwrap();
            assert_eq!(loaded.run, run);
            let (period, root, a) = (1, loaded.index.framework().root(), 0);
            // A in 2023: input (3·96 + 1·85)/4 = 93.25; output (62.5 + 100)/2 = 81.25; (2·93.25 + 81.25)/3.
            let score = loaded.index.score(period, root, a).unwrap();
            assert!((score - 89.25).abs() < 1e-12, "{score}");
            assert_eq!(loaded.index.rank_change(period, root, a), Some(1));
        }
    })
    .await;
}

#[tokio::test]
async fn a_correction_makes_a_new_run_and_the_audit_log_says_so() {
    each_database(&SCHEMA, async |database| {
        let tx = database.write().await;
        let imported = import(database, &tx, FIGURES).await;
        let first = score(database, &tx, &imported).await.run;
        database.clock.advance_micros(1);
        let corrected = import(database, &tx, &[("RD", "C", "2023", "2.5")]).await;
        assert_eq!(
            (corrected.recorded.added, corrected.recorded.corrected),
            (0, 1)
        );
        let second = score(database, &tx, &corrected).await;
        assert!(second.is_new);
        assert_ne!(second.run.content_hash, first.content_hash);
        assert_ne!(second.run.data_version, first.data_version);
        let mut log = yanzhi_audit::entries(&tx).await.unwrap();
        assert_eq!(yanzhi_audit::rules::first_broken(&log), None);
        log.retain(|entry| entry.action != "figure.record");
        assert_eq!(log.len(), 2);
        assert_eq!(log[1].before.as_ref(), Some(&first.content_hash));
        assert_eq!(log[1].after.as_ref(), Some(&second.run.content_hash));
        assert_eq!(log[1].actor, operator().actor().to_string());
    })
    .await;
}

#[tokio::test]
async fn figures_changed_behind_the_program_are_noticed() {
    each_database(&SCHEMA, async |database| {
        let tx = database.write().await;
        let imported = import(database, &tx, FIGURES).await;
        score(database, &tx, &imported).await;
        tx.commit().await.unwrap();
        database.lift_append_only("figures_version").await;
        let forge = "UPDATE figures_version SET value = 9 WHERE value_text = '2.4'";
        assert_eq!(database.meddle(forge).await, 1);
        let scoring = Scoring::new(database.db.clone(), database.clock.clone(), 1);
        let tx = scoring.read().await.unwrap();
        let visitor = Scope::public(database.now());
        let error = scoring
            .standing(&tx, &visitor, &code("small"))
            .await
            .unwrap_err();
        assert!(
            matches!(error, yanzhi_scoring::ScoringError::NotReproducible { .. }),
            "{error}"
        );
    })
    .await;
}
