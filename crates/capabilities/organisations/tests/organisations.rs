//! Organisations: names, moves, mergers, and who may do what where.
#![expect(clippy::unwrap_used, reason = "a test that cannot be set up must stop")]

use std::collections::BTreeSet;

use yanzhi_kernel::{
    Code, Id, Origin, Scope, Text, UnitKind,
    access::{Authority, Held, OrganisationId, Role},
};
use yanzhi_organisations::{
    NewOrganisation, Organisation, OrganisationChange, OrganisationName, OrganisationsError,
    change, close, create, import_organisations, merge, name_at, names, organisation,
    organisations, put_under, tree,
};
use yanzhi_storage::{Schema, WriteTx};
use yanzhi_testkit::{TestDatabase, each_database};

const SCHEMA: Schema = Schema::new(|| {
    let mut all = yanzhi_audit::migrations::all();
    all.extend(yanzhi_organisations::migrations::all());
    all.sort_by(|a, b| a.name().cmp(b.name()));
    all
});

#[expect(clippy::disallowed_methods, reason = "a test acts as the operator")]
fn operator() -> Scope {
    Scope::operator()
}

fn code(text: &str) -> Code {
    text.parse().unwrap()
}

fn new(name: &str, parent: Option<&str>, kind: UnitKind) -> NewOrganisation {
    NewOrganisation {
        code: code(name),
        parent: parent.map(code),
        kind,
        name: OrganisationName::new(&Text::same(name)).unwrap(),
        unit: None,
    }
}

/// CITY → {A → {A1, A2}, B}
async fn city(database: &TestDatabase, tx: &WriteTx) -> Vec<Organisation> {
    let mut made = Vec::new();
    for (name, parent) in [
        ("CITY", None),
        ("A", Some("CITY")),
        ("B", Some("CITY")),
        ("A1", Some("A")),
        ("A2", Some("A")),
    ] {
        let new = new(name, parent, UnitKind::District);
        let (ids, now) = (database.ids(), database.now());
        made.push(create(tx, &operator(), ids, now, new).await.unwrap());
    }
    made
}

#[expect(clippy::disallowed_methods, reason = "the test is the authenticator")]
fn admin(database: &TestDatabase, reach: &[OrganisationId]) -> Scope {
    let authority = Authority {
        account: Id::from_uuid(uuid::Uuid::from_u128(1)),
        held: vec![Held {
            role: Role::SystemAdmin,
            reach: reach.iter().copied().collect(),
            is_everywhere: false,
            withheld: None,
        }],
        limits: None,
    };
    Scope::of(authority, database.now(), Origin::default())
}

#[tokio::test]
async fn a_renamed_organisation_keeps_the_name_of_each_day() {
    each_database(&SCHEMA, async |database| {
        let tx = database.write().await;
        city(database, &tx).await;
        let founded = database.now();
        database.clock.advance_micros(1_000_000);
        let renamed = OrganisationChange {
            name: Some(OrganisationName::new(&Text::new("海曙区", "Haishu")).unwrap()),
            ..OrganisationChange::default()
        };
        let now = database.now();
        let seen = change(&tx, &operator(), now, (&code("A"), 1), renamed.clone())
            .await
            .unwrap();
        assert_eq!((seen.version, seen.rearranged), (2, 0));
        let stale = change(&tx, &operator(), now, (&code("A"), 1), renamed).await;
        assert!(matches!(
            stale,
            Err(OrganisationsError::Stale { version: 2, .. })
        ));
        let names = names(&tx, &seen).await.unwrap();
        assert_eq!(name_at(&names, founded).unwrap().text().zh, "A");
        assert_eq!(name_at(&names, now).unwrap().text().zh, "海曙区");
        let log = yanzhi_audit::entries(&tx).await.unwrap();
        assert_eq!(
            log.iter()
                .filter(|it| it.action == "organisation.edit")
                .count(),
            1
        );
    })
    .await;
}

#[tokio::test]
async fn nothing_moves_under_its_own_child_and_what_moves_is_marked() {
    each_database(&SCHEMA, async |database| {
        let tx = database.write().await;
        city(database, &tx).await;
        let now = database.now();
        for under in ["A", "A1"] {
            let refused = put_under(&tx, &operator(), now, (&code("A"), 1), &code(under)).await;
            assert!(
                matches!(refused, Err(OrganisationsError::UnderItself)),
                "{under}"
            );
        }
        let root = put_under(&tx, &operator(), now, (&code("CITY"), 1), &code("A")).await;
        assert!(matches!(root, Err(OrganisationsError::IsRoot(_))));
        put_under(&tx, &operator(), now, (&code("A1"), 1), &code("B"))
            .await
            .unwrap();
        let after = organisations(&tx, &operator()).await.unwrap();
        let marked: Vec<(&str, i64)> = after
            .iter()
            .map(|it| (it.code.as_str(), it.rearranged))
            .collect();
        assert_eq!(
            marked,
            [("A", 1), ("A1", 1), ("A2", 0), ("B", 1), ("CITY", 0)]
        );
        let b = after.iter().find(|it| it.code == code("B")).unwrap();
        assert_eq!(tree(&tx).await.unwrap().subtree(b.id).len(), 2);
    })
    .await;
}

#[tokio::test]
async fn a_merged_organisation_is_closed_and_its_parts_move_over() {
    each_database(&SCHEMA, async |database| {
        let tx = database.write().await;
        city(database, &tx).await;
        let now = database.now();
        let early = close(&tx, &operator(), now, (&code("A"), 1)).await;
        assert!(matches!(early, Err(OrganisationsError::HasParts(_))));
        let into_part = merge(&tx, &operator(), now, (&code("A"), 1), &code("A1")).await;
        assert!(matches!(into_part, Err(OrganisationsError::UnderItself)));
        let merged = merge(&tx, &operator(), now, (&code("A"), 1), &code("B"))
            .await
            .unwrap();
        let after = organisations(&tx, &operator()).await.unwrap();
        let b = after.iter().find(|it| it.code == code("B")).unwrap();
        assert_eq!(
            (merged.merged_into, merged.closed_at),
            (Some(b.id), Some(now))
        );
        let parts = after.iter().filter(|it| it.parent == Some(b.id));
        assert_eq!(parts.count(), 2);
        assert!(
            tree(&tx).await.unwrap().reach(merged.id).is_empty(),
            "roles held in it end"
        );
        for (what, refused) in [
            (
                "again",
                merge(&tx, &operator(), now, (&code("A"), 2), &code("B")).await,
            ),
            ("close", close(&tx, &operator(), now, (&code("A"), 2)).await),
            (
                "under",
                put_under(&tx, &operator(), now, (&code("A1"), 2), &code("A")).await,
            ),
        ] {
            assert!(
                matches!(refused, Err(OrganisationsError::Closed(_))),
                "{what}: {refused:?}"
            );
        }
        let scope = operator();
        let taken = create(
            &tx,
            &scope,
            database.ids(),
            now,
            new("A", Some("B"), UnitKind::Zone),
        );
        assert!(
            matches!(taken.await, Err(OrganisationsError::CodeTaken(_))),
            "a code is never given again"
        );
    })
    .await;
}

#[tokio::test]
async fn an_administrator_of_a_part_neither_sees_nor_gives_away_more() {
    each_database(&SCHEMA, async |database| {
        let tx = database.write().await;
        let made = city(database, &tx).await;
        let scope = admin(database, &[made[1].id, made[3].id, made[4].id]);
        let seen = organisations(&tx, &scope).await.unwrap();
        let codes: BTreeSet<&str> = seen.iter().map(|it| it.code.as_str()).collect();
        assert_eq!(codes, BTreeSet::from(["A", "A1", "A2"]));
        let now = database.now();
        let there = organisation(&tx, &scope, &code("B"))
            .await
            .unwrap_err()
            .to_string();
        let nowhere = organisation(&tx, &scope, &code("X"))
            .await
            .unwrap_err()
            .to_string();
        assert_eq!(there.replace('B', "X"), nowhere, "the answer is the same");
        let out = put_under(&tx, &scope, now, (&code("A1"), 1), &code("B")).await;
        assert!(matches!(
            out,
            Err(OrganisationsError::UnknownOrganisation { .. })
        ));
        let away = close(&tx, &scope, now, (&code("A"), 1)).await;
        assert!(
            matches!(away, Err(OrganisationsError::Refused(_))),
            "{away:?}"
        );
        let root = create(
            &tx,
            &scope,
            database.ids(),
            now,
            new("NEW", None, UnitKind::City),
        )
        .await;
        assert!(matches!(root, Err(OrganisationsError::ParentMissing)));
        put_under(&tx, &scope, now, (&code("A1"), 1), &code("A2"))
            .await
            .unwrap();
    })
    .await;
}

#[tokio::test]
async fn an_import_adds_what_is_missing_and_leaves_the_rest() {
    each_database(&SCHEMA, async |database| {
        let tx = database.write().await;
        let (ids, now) = (database.ids(), database.now());
        let offers = [
            new("C1", Some("C"), UnitKind::Township),
            new("C", None, UnitKind::City),
            new("STAT", None, UnitKind::Department),
        ];
        let first = import_organisations(&tx, &operator(), ids, now, &offers)
            .await
            .unwrap();
        let again = import_organisations(&tx, &operator(), ids, now, &offers)
            .await
            .unwrap();
        assert_eq!((first, again), (3, 0));
        let after = organisations(&tx, &operator()).await.unwrap();
        let root = after.iter().find(|it| it.parent.is_none()).unwrap();
        assert_eq!(root.code, code("C"));
        assert!(
            after
                .iter()
                .all(|it| it.id == root.id || it.parent == Some(root.id))
        );
        assert_eq!(yanzhi_audit::entries(&tx).await.unwrap().len(), 1);
    })
    .await;
}
