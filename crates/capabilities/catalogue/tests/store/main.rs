//! Drafts, publication, definitions by version: on both databases.
#![expect(clippy::unwrap_used, reason = "a test that cannot be set up must stop")]

mod city;

use city::{City, SCHEMA, analyst, code, publisher};
use sea_orm::ConnectionTrait as _;
use serde_json::json;
use yanzhi_catalogue::{
    AnyFramework, CatalogueError, DraftNode, NewDraft, NodeDifference, add_indicator,
    any_framework, catalogue_of, change_indicator, check_framework, compare_frameworks,
    create_draft, current_framework, discard_draft, edit_draft, frameworks, indicator_history,
    indicators, publish, retire_framework, retire_indicator,
};
use yanzhi_kernel::{Scope, Text};
use yanzhi_testkit::each_database;

fn copy(version: &str) -> NewDraft {
    NewDraft {
        version: code(version),
        copy_of: Some("1".into()),
    }
}

#[tokio::test]
async fn a_draft_is_edited_published_by_another_person_and_never_changes_again() {
    each_database(&SCHEMA, async |database| {
        let tx = database.write().await;
        let city = City::found(database, &tx).await;
        let (ids, strategy) = (database.ids(), &city.strategy);
        let (writer, reader) = (analyst(database, &city, 1), publisher(database, &city, 2));
        let now = city.later(database);
        let draft = create_draft(&tx, &writer, ids, now, strategy, copy("2"))
            .await
            .unwrap();
        assert_eq!(draft.content.nodes.len(), 4);
        let mut content = draft.content.clone();
        content.nodes[1].weight = 3.0;
        let seen = ("2", draft.revision);
        let draft = edit_draft(&tx, &writer, now, strategy, seen, content.clone())
            .await
            .unwrap();
        assert_eq!((draft.revision, draft.editors.len()), (2, 1));
        let stale = edit_draft(&tx, &writer, now, strategy, seen, content.clone()).await;
        assert!(matches!(
            stale,
            Err(CatalogueError::Stale { version: 2, .. })
        ));
        let same = edit_draft(&tx, &writer, now, strategy, ("2", 2), content.clone())
            .await
            .unwrap();
        assert_eq!(same.revision, 2, "what says the same is no change");

        let own = publisher(database, &city, 1);
        let refused = publish(&tx, &own, now, strategy, ("2", 2)).await;
        assert!(
            matches!(refused, Err(CatalogueError::OwnDraft(_))),
            "{refused:?}"
        );
        let unseen = publish(&tx, &reader, now, strategy, ("2", 1)).await;
        assert!(matches!(unseen, Err(CatalogueError::Stale { .. })));
        let done = publish(&tx, &reader, now, strategy, ("2", 2))
            .await
            .unwrap();
        assert_eq!((done.id, done.content.nodes[1].weight), (draft.id, 3.0));
        let in_force = current_framework(&tx, &reader, strategy.id)
            .await
            .unwrap()
            .unwrap();
        assert_eq!(in_force, done);

        let changed = edit_draft(&tx, &writer, now, strategy, ("2", 1), content).await;
        assert!(matches!(changed, Err(CatalogueError::NotADraft(_))));
        let again = publish(&tx, &reader, now, strategy, ("2", 1)).await;
        assert!(matches!(again, Err(CatalogueError::NotADraft(_))));
        let taken = create_draft(&tx, &writer, ids, now, strategy, copy("1")).await;
        assert!(matches!(taken, Err(CatalogueError::VersionTaken(_))));
        let first = any_framework(&tx, &reader, strategy, "1").await.unwrap();
        assert_eq!(
            first.content().nodes[1].weight,
            1.0,
            "the old one is as it was"
        );
        let log = yanzhi_audit::entries(&tx).await.unwrap();
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
        let tx = database.write().await;
        let city = City::found(database, &tx).await;
        let (ids, strategy, now) = (database.ids(), &city.strategy, city.later(database));
        let (writer, reader) = (analyst(database, &city, 1), publisher(database, &city, 2));
        let empty = NewDraft {
            version: code("new"),
            copy_of: None,
        };
        let draft = create_draft(&tx, &writer, ids, now, strategy, empty)
            .await
            .unwrap();
        let mut content = draft.content;
        content.nodes.push(DraftNode {
            code: "half written".into(),
            parent: Some("INDEX".into()),
            indicator: Some("GONE".into()),
            name: Text::default(),
            weight: 0.0,
        });
        content.method = json!({ "steps": [{ "step": "rank", "ties": "sideways" }] });
        let saved = edit_draft(&tx, &writer, now, strategy, ("new", 1), content.clone()).await;
        assert_eq!(saved.unwrap().content, content);
        let (_, checked) = check_framework(&tx, &reader, strategy, "new")
            .await
            .unwrap();
        let found: Vec<&str> = checked.findings.iter().map(|it| it.code).collect();
        for expected in [
            "code_invalid",
            "indicator_unknown",
            "weight_zero",
            "caliber_unknown",
            "key_wrong_kind",
        ] {
            assert!(found.contains(&expected), "{expected}: {found:?}");
        }
        let refused = publish(&tx, &reader, now, strategy, ("new", 2)).await;
        match refused {
            Err(CatalogueError::Unsound { findings, .. }) => {
                assert_eq!(findings.len(), found.len())
            }
            other => panic!("{other:?}"),
        }
        discard_draft(&tx, &writer, now, strategy, ("new", 2))
            .await
            .unwrap();
        let gone = any_framework(&tx, &reader, strategy, "new").await;
        assert!(matches!(gone, Err(CatalogueError::UnknownFramework(_))));
    })
    .await;
}

#[tokio::test]
async fn a_published_framework_keeps_the_definitions_of_its_day() {
    each_database(&SCHEMA, async |database| {
        let tx = database.write().await;
        let city = City::found(database, &tx).await;
        let (ids, strategy) = (database.ids(), &city.strategy);
        let (writer, reader) = (analyst(database, &city, 1), publisher(database, &city, 2));
        let now = city.later(database);
        let rd = code("RD");
        let no_reason = change_indicator(
            &tx,
            &writer,
            now,
            strategy,
            (&rd, 1),
            |it| it.decimals = 3,
            " ",
        )
        .await;
        assert!(matches!(
            no_reason,
            Err(CatalogueError::InvalidField {
                field: "reason",
                ..
            })
        ));
        let new = Text::new("新定义", "new definition");
        let change = |it: &mut yanzhi_catalogue::IndicatorDetails| it.definition = new.clone();
        let changed = change_indicator(
            &tx,
            &writer,
            now,
            strategy,
            (&rd, 1),
            change,
            "统计制度调整",
        )
        .await
        .unwrap();
        assert_eq!(
            (changed.record.version, changed.used_by),
            (2, vec!["1".to_owned()])
        );
        let stale = change_indicator(&tx, &writer, now, strategy, (&rd, 1), change, "x").await;
        assert!(matches!(
            stale,
            Err(CatalogueError::Stale { version: 2, .. })
        ));

        let first = current_framework(&tx, &reader, strategy.id)
            .await
            .unwrap()
            .unwrap();
        let then = catalogue_of(&tx, &reader, strategy.id, &first)
            .await
            .unwrap();
        assert_eq!(then.indicators[&rd].details.definition.zh, "定义");
        let draft = create_draft(&tx, &writer, ids, now, strategy, copy("2"))
            .await
            .unwrap();
        let (_, _, differs) = compare_frameworks(&tx, &reader, strategy, ("1", "2"))
            .await
            .unwrap();
        assert!(differs.nodes.is_empty());
        assert_eq!(differs.definitions[0].fields[0].after, new);
        publish(&tx, &reader, now, strategy, ("2", draft.revision))
            .await
            .unwrap();
        let second = current_framework(&tx, &reader, strategy.id)
            .await
            .unwrap()
            .unwrap();
        let now_said = catalogue_of(&tx, &reader, strategy.id, &second)
            .await
            .unwrap();
        assert_eq!(now_said.indicators[&rd].details.definition, new);

        let history = indicator_history(&tx, &reader, strategy, &rd)
            .await
            .unwrap();
        let said: Vec<(i64, &str)> = history
            .iter()
            .map(|it| (it.version, it.reason.as_str()))
            .collect();
        assert_eq!(said, [(1, ""), (2, "统计制度调整")]);
        assert_eq!(history[1].by, writer.actor().to_string());
    })
    .await;
}

#[tokio::test]
async fn indicators_are_added_with_an_owner_and_retired_where_nothing_uses_them() {
    each_database(&SCHEMA, async |database| {
        let tx = database.write().await;
        let city = City::found(database, &tx).await;
        let (ids, strategy, now) = (database.ids(), &city.strategy, city.later(database));
        let writer = analyst(database, &city, 1);
        for (owner, code, expected) in [
            (None, "NEW", "owner"),
            (Some("NOBODY"), "NEW", "owner"),
            (Some("CITY"), "RD", "RD"),
        ] {
            let details = city::indicator(code, owner);
            let refused = add_indicator(&tx, &writer, ids, now, strategy, details)
                .await
                .unwrap_err();
            assert!(refused.to_string().contains(expected), "{refused}");
        }
        let details = city::indicator("NEW", Some("CITY"));
        let added = add_indicator(&tx, &writer, ids, now, strategy, details)
            .await
            .unwrap();
        let in_use = retire_indicator(&tx, &writer, now, strategy, (&code("RD"), 1), "x").await;
        assert!(matches!(in_use, Err(CatalogueError::IndicatorInUse { .. })));
        let seen = (&code("NEW"), added.record.version);
        let retired = retire_indicator(&tx, &writer, now, strategy, seen, "重复")
            .await
            .unwrap();
        assert_eq!(retired.record.retired_at, Some(now));
        let again = retire_indicator(&tx, &writer, now, strategy, (&code("NEW"), 2), "重复").await;
        assert!(matches!(again, Err(CatalogueError::AlreadyRetired(_))));
        let all = indicators(&tx, &writer, strategy).await.unwrap();
        assert_eq!(all.len(), 4);
        let mut draft = create_draft(&tx, &writer, ids, now, strategy, copy("2"))
            .await
            .unwrap();
        draft.content.nodes[1].indicator = Some("NEW".into());
        edit_draft(&tx, &writer, now, strategy, ("2", 1), draft.content)
            .await
            .unwrap();
        let (_, checked) = check_framework(&tx, &writer, strategy, "2").await.unwrap();
        assert!(
            checked
                .findings
                .iter()
                .any(|it| it.code == "indicator_retired")
        );
    })
    .await;
}

#[tokio::test]
async fn only_what_is_no_longer_in_force_is_retired() {
    each_database(&SCHEMA, async |database| {
        let tx = database.write().await;
        let city = City::found(database, &tx).await;
        let (ids, strategy, now) = (database.ids(), &city.strategy, city.later(database));
        let (writer, reader) = (analyst(database, &city, 1), publisher(database, &city, 2));
        let in_force = retire_framework(&tx, &reader, now, strategy, ("1", 1), "x").await;
        assert!(matches!(in_force, Err(CatalogueError::InForce(_))));
        let mut draft = create_draft(&tx, &writer, ids, now, strategy, copy("2"))
            .await
            .unwrap();
        let is_draft = retire_framework(&tx, &reader, now, strategy, ("2", 1), "x").await;
        assert!(matches!(is_draft, Err(CatalogueError::StillADraft(_))));
        draft.content.nodes.swap(1, 2);
        edit_draft(&tx, &writer, now, strategy, ("2", 1), draft.content)
            .await
            .unwrap();
        publish(&tx, &reader, now, strategy, ("2", 2))
            .await
            .unwrap();
        let (_, _, differs) = compare_frameworks(&tx, &reader, strategy, ("1", "2"))
            .await
            .unwrap();
        assert!(
            differs
                .nodes
                .iter()
                .all(|it| it.differences == [NodeDifference::Reordered])
        );
        let retired = retire_framework(&tx, &reader, now, strategy, ("1", 1), "由 2 取代")
            .await
            .unwrap();
        assert!(matches!(retired, AnyFramework::Published(_, Some(_))));
        let states: Vec<&str> = frameworks(&tx, &reader, strategy)
            .await
            .unwrap()
            .iter()
            .map(|it| it.state().as_str())
            .collect();
        assert_eq!(states, ["retired", "published"]);
        let again = retire_framework(&tx, &reader, now, strategy, ("1", 2), "x").await;
        assert!(matches!(again, Err(CatalogueError::AlreadyRetired(_))));
    })
    .await;
}

#[tokio::test]
async fn the_catalogue_is_changed_from_above_all_and_read_from_anywhere() {
    each_database(&SCHEMA, async |database| {
        let tx = database.write().await;
        let city = City::found(database, &tx).await;
        let (ids, strategy, now) = (database.ids(), &city.strategy, city.later(database));
        let below = city::somebody(
            database,
            yanzhi_kernel::access::Role::Analyst,
            &[city.district],
            3,
        );
        assert_eq!(frameworks(&tx, &below, strategy).await.unwrap().len(), 1);
        let refused = create_draft(&tx, &below, ids, now, strategy, copy("2")).await;
        assert!(matches!(refused, Err(CatalogueError::Refused(_))));
        let public = Scope::public(now);
        let hidden = frameworks(&tx, &public, strategy).await;
        assert!(matches!(hidden, Err(CatalogueError::Refused(_))));
    })
    .await;
}

#[tokio::test]
async fn the_database_refuses_to_change_what_was_published() {
    each_database(&SCHEMA, async |database| {
        let tx = database.write().await;
        City::found(database, &tx).await;
        tx.commit().await.unwrap();
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
