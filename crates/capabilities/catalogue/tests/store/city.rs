//! A city with a small catalogue, and who works on it.

use yanzhi_catalogue::{
    Caliber, FrameworkContent, FrameworkNode, Import, IndicatorDetails, Scoring, import,
};
use yanzhi_kernel::{
    Code, Direction, Frequency, Id, IndicatorClass, Origin, PeriodKind, Scope, Text, Timestamp,
    UnitKind,
    access::{Authority, Held, OrganisationId, Role},
};
use yanzhi_organisations::{NewOrganisation, NewStrategy, NewUnit, OrganisationName, Strategy};
use yanzhi_storage::{Schema, WriteTx};
use yanzhi_testkit::TestDatabase;

pub(crate) const SCHEMA: Schema = Schema::new(|| {
    let mut all = yanzhi_audit::migrations::all();
    all.extend(yanzhi_organisations::migrations::all());
    all.extend(yanzhi_catalogue::migrations::all());
    all.sort_by(|a, b| a.name().cmp(b.name()));
    all
});

pub(crate) struct City {
    pub(crate) strategy: Strategy,
    pub(crate) root: OrganisationId,
    pub(crate) district: OrganisationId,
}

pub(crate) fn code(text: &str) -> Code {
    text.parse().unwrap()
}

#[expect(clippy::disallowed_methods, reason = "a test acts as the operator")]
fn operator() -> Scope {
    Scope::operator()
}

#[expect(clippy::disallowed_methods, reason = "the test is the authenticator")]
pub(crate) fn somebody(
    database: &TestDatabase,
    role: Role,
    reach: &[OrganisationId],
    number: u128,
) -> Scope {
    let authority = Authority {
        account: Id::from_uuid(uuid::Uuid::from_u128(number)),
        held: vec![Held {
            role,
            reach: reach.iter().copied().collect(),
            is_everywhere: false,
            withheld: None,
        }],
        limits: None,
    };
    Scope::of(authority, database.now(), Origin::default())
}

pub(crate) fn analyst(database: &TestDatabase, city: &City, number: u128) -> Scope {
    somebody(database, Role::Analyst, &[city.root, city.district], number)
}

pub(crate) fn publisher(database: &TestDatabase, city: &City, number: u128) -> Scope {
    somebody(
        database,
        Role::Publisher,
        &[city.root, city.district],
        number,
    )
}

pub(crate) fn indicator(name: &str, owner: Option<&str>) -> IndicatorDetails {
    IndicatorDetails {
        code: code(name),
        name: Text::same(name),
        measure_unit: Text::same("%"),
        direction: Direction::HigherIsBetter,
        class: IndicatorClass::Expected,
        frequency: Frequency::Yearly,
        owner: owner.map(code),
        decimals: 1,
        definition: Text::new("定义", "definition"),
        formula: Text::default(),
        source: None,
    }
}

fn content() -> FrameworkContent {
    let node = |name: &str, parent: Option<&str>| FrameworkNode {
        code: code(name),
        parent: parent.map(code),
        indicator: parent.map(|_| code(name)),
        name: Text::same(name),
        weight: 1.0,
    };
    let method = serde_json::json!({ "steps": [
        { "step": "normalise", "rule": "z_score" },
        { "step": "weight", "rule": "given" },
        { "step": "aggregate", "rule": "arithmetic" },
        { "step": "rank" } ] });
    FrameworkContent {
        version: "1".into(),
        nodes: vec![
            node("I", None),
            node("RD", Some("I")),
            node("STAFF", Some("I")),
            node("PATENT", Some("I")),
        ],
        method: serde_json::from_value(method).unwrap(),
        scoring: Scoring {
            caliber: code("ALL"),
            unit_kinds: vec![UnitKind::District],
            period_kind: PeriodKind::Year,
        },
    }
}

impl City {
    pub(crate) async fn found(database: &TestDatabase, tx: &WriteTx) -> Self {
        let (ids, now) = (database.ids(), database.now());
        let strategy = NewStrategy {
            code: code("small"),
            name: Text::same("small"),
            description: Text::default(),
            publisher: Text::default(),
            time_zone: "Asia/Shanghai".into(),
            source_title: None,
            source_url: None,
        };
        let unit = NewUnit {
            code: code("A"),
            parent: None,
            name: Text::same("A"),
            short_name: Text::same("A"),
            kind: UnitKind::District,
            group: None,
            gb2260: None,
            tile: None,
            note: None,
        };
        let units = yanzhi_organisations::Import {
            strategy,
            groups: Vec::new(),
            units: vec![unit],
        };
        let (id, _) = yanzhi_organisations::import(tx, ids, now, &units)
            .await
            .unwrap();
        let known = Import {
            sources: Vec::new(),
            calibers: vec![Caliber {
                code: code("ALL"),
                name: Text::same("all"),
                definition: Text::default(),
            }],
            indicators: ["RD", "STAFF", "PATENT"]
                .map(|it| indicator(it, Some("CITY")))
                .into(),
            framework: content(),
        };
        import(tx, ids, now, id, &known).await.unwrap();
        let mut made = Vec::new();
        for (name, parent) in [("CITY", None), ("A", Some("CITY"))] {
            let new = NewOrganisation {
                code: code(name),
                parent: parent.map(code),
                kind: UnitKind::District,
                name: OrganisationName::new(&Text::same(name)).unwrap(),
                unit: None,
            };
            let added = yanzhi_organisations::create(tx, &operator(), ids, now, new).await;
            made.push(added.unwrap().id);
        }
        let strategy = yanzhi_organisations::strategy(tx, &operator(), &code("small")).await;
        Self {
            strategy: strategy.unwrap().unwrap(),
            root: made[0],
            district: made[1],
        }
    }

    /// A second later than anything that has happened.
    pub(crate) fn later(&self, database: &TestDatabase) -> Timestamp {
        database.clock.advance_micros(1_000_000);
        database.now()
    }
}
