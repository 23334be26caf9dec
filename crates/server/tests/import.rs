//! A pack is brought in as a whole or not at all, and gives the same result everywhere.
#![expect(clippy::unwrap_used, reason = "a test that cannot be set up must stop")]

use std::path::Path;

mod support;

use support::platform;

use yanzhi_kernel::Scope;
use yanzhi_pack::Pack;
use yanzhi_scoring::score;
use yanzhi_server::{
    SCHEMA,
    import::{ImportError, Options, convert, import},
};
use yanzhi_testkit::each_database;

fn ningbo() -> Pack {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../packs/ningbo");
    yanzhi_pack::read(&folder, &mut |_| ()).unwrap()
}

/// A pack whose index has a hole: in the latest period one unit has a figure of one indicator only.
fn with_a_hole(mut pack: Pack) -> Pack {
    let last = pack
        .observations
        .iter()
        .filter(|it| it.is_synthetic)
        .max_by_key(|it| it.period)
        .unwrap();
    let (unit, indicator, latest) = (last.unit, last.indicator, last.period);
    pack.observations
        .retain(|it| it.unit != unit || it.indicator == indicator || it.period != latest);
    pack
}

#[expect(clippy::disallowed_methods, reason = "a test acts as the operator")]
fn operator() -> Scope {
    Scope::operator()
}

#[tokio::test]
async fn the_same_pack_has_the_same_hash_everywhere() {
    let pack = ningbo();
    let [one, two] = [1, 2].map(|threads| score(&convert::input(&pack), threads).unwrap());
    assert_eq!(one.content_hash, two.content_hash);
    assert_eq!(one.data_version, two.data_version);
    each_database(&SCHEMA, async |database| {
        for threads in [1, 2] {
            let imported = import(
                &platform(database, threads),
                &operator(),
                &pack,
                &Options::default(),
            )
            .await;
            let run = imported.unwrap().computed.run;
            assert_eq!(run.content_hash, one.content_hash);
            assert_eq!(run.data_version, one.data_version);
        }
    })
    .await;
}

#[tokio::test]
async fn the_second_import_changes_nothing() {
    let pack = ningbo();
    each_database(&SCHEMA, async |database| {
        let platform = platform(database, 1);
        let first = import(&platform, &operator(), &pack, &Options::default())
            .await
            .unwrap();
        assert_eq!(first.recorded.added, pack.observations.len());
        assert!(first.computed.is_new && first.computed.gaps.is_empty());
        let again = import(&platform, &operator(), &pack, &Options::default())
            .await
            .unwrap();
        assert_eq!((again.recorded.added, again.recorded.corrected), (0, 0));
        assert_eq!(again.recorded.unchanged, pack.observations.len());
        assert_eq!(again.computed.run, first.computed.run);
        let log = yanzhi_audit::entries(&database.read().await).await.unwrap();
        let actions: Vec<&str> = log.iter().map(|entry| entry.action.as_str()).collect();
        assert_eq!(
            actions,
            [
                "organisation.import",
                "figure.record",
                // Those that are derived, one indicator after the other.
                "figure.record",
                "figure.record",
                "strategy.import",
                "scoring.compute",
                "strategy.import"
            ]
        );
    })
    .await;
}

#[tokio::test]
async fn a_refused_pack_leaves_the_database_as_it_was() {
    let good = ningbo();
    let fewer = with_a_hole(good.clone());
    let mut other_weights = good.clone();
    other_weights.framework.last_mut().unwrap().weight += 1.0;
    each_database(&SCHEMA, async |database| {
        let platform = platform(database, 1);
        import(&platform, &operator(), &good, &Options::default())
            .await
            .unwrap();
        let before = yanzhi_audit::entries(&database.read().await).await.unwrap();
        // Figures are never removed, so what a pack leaves out stays.
        let kept = import(&platform, &operator(), &fewer, &Options::default())
            .await
            .unwrap();
        assert!(!kept.computed.is_new);
        let changed = import(&platform, &operator(), &other_weights, &Options::default()).await;
        assert!(
            matches!(changed, Err(ImportError::Catalogue(_))),
            "{changed:?}"
        );
        assert!(changed.unwrap_err().to_string().contains("new version"));
        let after = yanzhi_audit::entries(&database.read().await).await.unwrap();
        assert_eq!(after.len(), before.len() + 1);
    })
    .await;
}

#[tokio::test]
async fn missing_scores_need_consent() {
    let pack = with_a_hole(ningbo());
    each_database(&SCHEMA, async |database| {
        let platform = platform(database, 1);
        let refused = import(&platform, &operator(), &pack, &Options::default())
            .await
            .unwrap_err();
        let ImportError::Gaps(gaps) = refused else {
            panic!("{refused}")
        };
        assert!(
            gaps.iter()
                .all(|gap| !gap.why.zh.is_empty() && !gap.why.en.is_empty())
        );
        let tx = database.read().await;
        assert!(yanzhi_audit::entries(&tx).await.unwrap().is_empty());
        assert!(
            yanzhi_organisations::strategies(&tx, &operator())
                .await
                .unwrap()
                .is_empty()
        );
        drop(tx);
        let consent = Options {
            allow_missing: true,
            reason: None,
        };
        let accepted = import(&platform, &operator(), &pack, &consent)
            .await
            .unwrap();
        assert_eq!(accepted.computed.gaps, gaps);
    })
    .await;
}
