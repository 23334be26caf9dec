//! Drafts, publication, definitions by version: on both databases.
#![expect(clippy::unwrap_used, reason = "a test that cannot be set up must stop")]

mod city;

use std::io::{Cursor, Read as _};

use city::{Desk, SCHEMA, code, indicator, somebody};
use sea_orm::ConnectionTrait as _;
use serde_json::json;
use yanzhi_catalogue::{
    AnyFramework, CatalogueError, DraftNode, FrameworkView, NewDraft, NodeDifference, create_draft,
    discard_draft, export::Bundle, frameworks, indicator_history, indicators, publish,
};
use yanzhi_kernel::{Scope, Text, access::Role};
use yanzhi_testkit::each_database;

#[tokio::test]
async fn a_draft_is_edited_at_the_revision_that_was_seen() {
    each_database(&SCHEMA, async |database| {
        let desk = Desk::at(database).await;
        let draft = desk.copy("2").await.unwrap();
        assert_eq!((draft.content.nodes.len(), draft.revision), (4, 1));
        let mut content = draft.content.clone();
        content.nodes[1].weight = 3.0;
        let saved = desk.save(("2", 1), content.clone()).await.unwrap();
        assert_eq!((saved.revision, saved.editors.len()), (2, 1));
        let stale = desk.save(("2", 1), draft.content).await;
        assert!(matches!(
            stale,
            Err(CatalogueError::Stale { version: 2, .. })
        ));
        let same = desk.save(("2", 2), content).await.unwrap();
        assert_eq!(same.revision, 2, "what says the same is no change");
        for taken in ["1", "2"] {
            let refused = desk.copy(taken).await;
            assert!(matches!(refused, Err(CatalogueError::VersionTaken(_))));
        }
    })
    .await;
}

#[tokio::test]
async fn another_person_publishes_what_was_seen_and_it_never_changes_again() {
    each_database(&SCHEMA, async |database| {
        let desk = Desk::at(database).await;
        let mut draft = desk.copy("2").await.unwrap();
        draft.content.nodes.swap(1, 2);
        let draft = desk.save(("2", 1), draft.content).await.unwrap();
        let reach = [desk.city.root];
        let own = somebody(database, Role::Publisher, &reach, 1);
        let refused = publish(&desk.tx, &own, desk.now, &desk.city.strategy, ("2", 2)).await;
        assert!(
            matches!(refused, Err(CatalogueError::OwnDraft(_))),
            "{refused:?}"
        );
        let unseen = desk.publish(("2", 1)).await;
        assert!(matches!(unseen, Err(CatalogueError::Stale { .. })));
        let done = desk.publish(("2", 2)).await.unwrap();
        assert_eq!((done.id, &desk.in_force().await), (draft.id, &done));
        let changed = desk.save(("2", 1), draft.content).await;
        assert!(matches!(changed, Err(CatalogueError::NotADraft(_))));
        let again = desk.publish(("2", 1)).await;
        assert!(matches!(again, Err(CatalogueError::NotADraft(_))));
        let first = desk.any("1").await.unwrap().content();
        assert_eq!(first.nodes[1].code, "RD", "the old one is as it was");
        let log = yanzhi_audit::entries(&desk.tx).await.unwrap();
        let said = log.iter().filter(|it| it.subject == "framework:small/2");
        let said: Vec<&str> = said.map(|it| it.action.as_str()).collect();
        assert_eq!(
            said,
            ["catalogue.edit", "catalogue.edit", "catalogue.publish"]
        );
    })
    .await;
}

#[tokio::test]
async fn what_is_wrong_is_kept_in_a_draft_and_not_published() {
    each_database(&SCHEMA, async |database| {
        let desk = Desk::at(database).await;
        let empty = NewDraft {
            version: code("new"),
            copy_of: None,
        };
        let mut content = desk.begin(empty).await.unwrap().content;
        content.nodes.push(DraftNode {
            code: "half written".into(),
            parent: Some("INDEX".into()),
            indicator: Some("GONE".into()),
            name: Text::default(),
            weight: 0.0,
        });
        content.method = json!({ "steps": [{ "step": "rank", "ties": "sideways" }] });
        let saved = desk.save(("new", 1), content.clone()).await;
        assert_eq!(saved.unwrap().content, content);
        let found = desk.findings("new").await;
        for expected in [
            "code_invalid",
            "indicator_unknown",
            "weight_zero",
            "caliber_unknown",
            "key_wrong_kind",
        ] {
            assert!(found.contains(&expected), "{expected}: {found:?}");
        }
        let Err(CatalogueError::Unsound { findings, .. }) = desk.publish(("new", 2)).await else {
            panic!("it was published");
        };
        assert_eq!(findings.len(), found.len());
        let strategy = &desk.city.strategy;
        let gone = discard_draft(&desk.tx, &desk.analyst, desk.now, strategy, ("new", 2)).await;
        gone.unwrap();
        let gone = desk.any("new").await;
        assert!(matches!(gone, Err(CatalogueError::UnknownFramework(_))));
    })
    .await;
}

#[tokio::test]
async fn a_changed_definition_has_a_reason_and_remembers() {
    each_database(&SCHEMA, async |database| {
        let desk = Desk::at(database).await;
        let no_reason = desk.redefine("RD", 1, " ").await;
        assert!(matches!(
            no_reason,
            Err(CatalogueError::InvalidField {
                field: "reason",
                ..
            })
        ));
        let changed = desk.redefine("RD", 1, "统计制度调整").await.unwrap();
        assert_eq!(changed.record.version, 2);
        assert_eq!(changed.used_by, ["1"]);
        let stale = desk.redefine("RD", 1, "x").await;
        assert!(matches!(
            stale,
            Err(CatalogueError::Stale { version: 2, .. })
        ));
        let strategy = &desk.city.strategy;
        let history = indicator_history(&desk.tx, &desk.publisher, strategy, &code("RD")).await;
        let history = history.unwrap();
        let said = history.iter().map(|it| (it.version, it.reason.as_str()));
        let said: Vec<(i64, &str)> = said.collect();
        assert_eq!(said, [(1, ""), (2, "统计制度调整")]);
        assert_eq!(history[1].by, desk.analyst.actor().to_string());
    })
    .await;
}

#[tokio::test]
async fn a_published_framework_keeps_the_definitions_of_its_day() {
    each_database(&SCHEMA, async |database| {
        let desk = Desk::at(database).await;
        desk.redefine("RD", 1, "统计制度调整").await.unwrap();
        let first = desk.in_force().await;
        assert_eq!(desk.definition(&first, "RD").await, "定义");
        desk.copy("2").await.unwrap();
        let differs = desk.compare("1", "2").await;
        assert!(differs.nodes.is_empty());
        assert_eq!(differs.definitions[0].fields[0].after.zh, "新定义");
        let second = desk.publish(("2", 1)).await.unwrap();
        assert_eq!(desk.definition(&second, "RD").await, "新定义");
        assert_eq!(desk.definition(&first, "RD").await, "定义");
    })
    .await;
}

#[tokio::test]
async fn indicators_are_added_with_an_owner_and_retired_where_nothing_uses_them() {
    each_database(&SCHEMA, async |database| {
        let desk = Desk::at(database).await;
        for (owner, code, expected) in [
            (None, "NEW", "owner"),
            (Some("NOBODY"), "NEW", "owner"),
            (Some("CITY"), "RD", "RD"),
        ] {
            let refused = desk.add(indicator(code, owner)).await.unwrap_err();
            assert!(refused.to_string().contains(expected), "{refused}");
        }
        desk.add(indicator("NEW", Some("CITY"))).await.unwrap();
        let in_use = desk.retire_indicator("RD", 1).await;
        assert!(matches!(in_use, Err(CatalogueError::IndicatorInUse { .. })));
        let retired = desk.retire_indicator("NEW", 1).await.unwrap();
        assert_eq!(retired.record.retired_at, Some(desk.now));
        let again = desk.retire_indicator("NEW", 2).await;
        assert!(matches!(again, Err(CatalogueError::AlreadyRetired(_))));
        let all = indicators(&desk.tx, &desk.analyst, &desk.city.strategy).await;
        assert_eq!(all.unwrap().len(), 4);
        let mut content = desk.copy("2").await.unwrap().content;
        content.nodes[1].indicator = Some("NEW".into());
        desk.save(("2", 1), content).await.unwrap();
        assert!(desk.findings("2").await.contains(&"indicator_retired"));
    })
    .await;
}

#[tokio::test]
async fn only_what_is_no_longer_in_force_is_retired() {
    each_database(&SCHEMA, async |database| {
        let desk = Desk::at(database).await;
        let in_force = desk.retire(("1", 1)).await;
        assert!(matches!(in_force, Err(CatalogueError::InForce(_))));
        let mut content = desk.copy("2").await.unwrap().content;
        let is_draft = desk.retire(("2", 1)).await;
        assert!(matches!(is_draft, Err(CatalogueError::StillADraft(_))));
        content.nodes.swap(1, 2);
        desk.save(("2", 1), content).await.unwrap();
        desk.publish(("2", 2)).await.unwrap();
        let differs = desk.compare("1", "2").await.nodes;
        let is_order = |it: &[NodeDifference]| it == [NodeDifference::Reordered];
        assert!(differs.iter().all(|it| is_order(&it.differences)));
        let retired = desk.retire(("1", 1)).await.unwrap();
        assert!(matches!(retired, AnyFramework::Published(_, Some(_))));
        let all = frameworks(&desk.tx, &desk.publisher, &desk.city.strategy).await;
        let all = all.unwrap();
        let states: Vec<&str> = all.iter().map(|it| it.state().as_str()).collect();
        assert_eq!(states, ["retired", "published"]);
        let again = desk.retire(("1", 2)).await;
        assert!(matches!(again, Err(CatalogueError::AlreadyRetired(_))));
    })
    .await;
}

#[tokio::test]
async fn the_catalogue_is_changed_from_above_all_and_read_from_anywhere() {
    each_database(&SCHEMA, async |database| {
        let desk = Desk::at(database).await;
        let (tx, strategy) = (&desk.tx, &desk.city.strategy);
        let below = somebody(database, Role::Analyst, &[desk.city.district], 3);
        assert_eq!(frameworks(tx, &below, strategy).await.unwrap().len(), 1);
        let new = NewDraft {
            version: code("2"),
            copy_of: None,
        };
        let refused = create_draft(tx, &below, database.ids(), desk.now, strategy, new).await;
        assert!(matches!(refused, Err(CatalogueError::Refused(_))));
        let hidden = frameworks(tx, &Scope::public(desk.now), strategy).await;
        assert!(matches!(hidden, Err(CatalogueError::Refused(_))));
    })
    .await;
}

#[tokio::test]
async fn a_version_is_taken_away_as_files_of_a_pack() {
    each_database(&SCHEMA, async |database| {
        let desk = Desk::at(database).await;
        let view = FrameworkView::of(&desk.tx, &desk.city.strategy, desk.any("1").await.unwrap());
        let bundle = Bundle {
            strategy: &desk.city.strategy,
            view: &view.await.unwrap(),
            calibers: Vec::new(),
            sources: Vec::new(),
        };
        let mut archive = zip::ZipArchive::new(Cursor::new(bundle.to_pack().unwrap())).unwrap();
        let mut read = |name: &str| {
            let mut text = String::new();
            let mut file = archive.by_name(&format!("small/{name}")).unwrap();
            file.read_to_string(&mut text).unwrap();
            text
        };
        let tree = read("framework.csv");
        assert_eq!(
            tree.lines().collect::<Vec<_>>(),
            [
                "code,parent,indicator,name_zh,name_en,weight",
                "I,,,I,I,1",
                "RD,I,RD,RD,RD,1",
                "STAFF,I,STAFF,STAFF,STAFF,1",
                "PATENT,I,PATENT,PATENT,PATENT,1",
            ]
        );
        assert!(read("indicators.csv").contains("RD,RD,RD,%,%,higher_is_better,"));
        let method: serde_json::Value = toml::from_str(&read("method.toml")).unwrap();
        let method = yanzhi_engine::Method::from_value(method).unwrap();
        assert_eq!(method, desk.in_force().await.content.method);
        assert!(read("strategy.toml").contains("version = \"1\""));
        assert!(bundle.to_xlsx().unwrap().starts_with(b"PK"));
    })
    .await;
}

#[tokio::test]
async fn the_database_refuses_to_change_what_was_published() {
    each_database(&SCHEMA, async |database| {
        let desk = Desk::at(database).await;
        desk.tx.commit().await.unwrap();
        for statement in [
            "UPDATE catalogue_framework SET content = '{}'",
            "DELETE FROM catalogue_framework",
            "UPDATE catalogue_indicator_version SET decimals = 9",
            "DELETE FROM catalogue_indicator_version",
        ] {
            let tx = database.write().await;
            let refusal = tx.connection().execute_unprepared(statement).await;
            let refusal = refusal.unwrap_err().to_string();
            assert!(refusal.contains("append-only"), "{statement}: {refusal}");
        }
    })
    .await;
}
