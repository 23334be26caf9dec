//! A city with a small catalogue, and who works on it.

use yanzhi_catalogue::{
    AnyFramework, Caliber, CatalogueError, Comparison, Draft, DraftContent, Framework,
    FrameworkContent, FrameworkNode, Import, IndicatorDetails, IndicatorView, NewDraft, Scoring,
    add_indicator, any_framework, catalogue_of, change_indicator, check_framework,
    compare_frameworks, create_draft, current_framework, edit_draft, import, publish,
    retire_framework, retire_indicator,
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

fn units() -> yanzhi_organisations::Import {
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
    yanzhi_organisations::Import {
        strategy,
        groups: Vec::new(),
        units: vec![unit],
    }
}

fn known() -> Import {
    Import {
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
    }
}

impl City {
    async fn found(database: &TestDatabase, tx: &WriteTx) -> Self {
        let (ids, now) = (database.ids(), database.now());
        let imported = yanzhi_organisations::import(tx, ids, now, &units()).await;
        let (id, _) = imported.unwrap();
        import(tx, ids, now, id, &known()).await.unwrap();
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
}

/// A transaction on a city, a second after it was founded, with an analyst and a publisher.
pub(crate) struct Desk<'a> {
    pub(crate) database: &'a TestDatabase,
    pub(crate) tx: WriteTx,
    pub(crate) city: City,
    pub(crate) analyst: Scope,
    pub(crate) publisher: Scope,
    pub(crate) now: Timestamp,
}

impl<'a> Desk<'a> {
    pub(crate) async fn at(database: &'a TestDatabase) -> Self {
        let tx = database.write().await;
        let city = City::found(database, &tx).await;
        database.clock.advance_micros(1_000_000);
        let reach = [city.root, city.district];
        Self {
            analyst: somebody(database, Role::Analyst, &reach, 1),
            publisher: somebody(database, Role::Publisher, &reach, 2),
            now: database.now(),
            database,
            tx,
            city,
        }
    }

    /// Begins a draft as a copy of the version that was imported.
    pub(crate) async fn copy(&self, version: &str) -> Result<Draft, CatalogueError> {
        let new = NewDraft {
            version: code(version),
            copy_of: Some("1".into()),
        };
        self.begin(new).await
    }

    pub(crate) async fn begin(&self, new: NewDraft) -> Result<Draft, CatalogueError> {
        let (ids, strategy) = (self.database.ids(), &self.city.strategy);
        create_draft(&self.tx, &self.analyst, ids, self.now, strategy, new).await
    }

    pub(crate) async fn save(
        &self,
        seen: (&str, i64),
        content: DraftContent,
    ) -> Result<Draft, CatalogueError> {
        let strategy = &self.city.strategy;
        edit_draft(&self.tx, &self.analyst, self.now, strategy, seen, content).await
    }

    pub(crate) async fn publish(&self, seen: (&str, i64)) -> Result<Framework, CatalogueError> {
        let strategy = &self.city.strategy;
        publish(&self.tx, &self.publisher, self.now, strategy, seen).await
    }

    pub(crate) async fn retire(&self, seen: (&str, i64)) -> Result<AnyFramework, CatalogueError> {
        let strategy = &self.city.strategy;
        retire_framework(&self.tx, &self.publisher, self.now, strategy, seen, "旧").await
    }

    pub(crate) async fn any(&self, version: &str) -> Result<AnyFramework, CatalogueError> {
        any_framework(&self.tx, &self.publisher, &self.city.strategy, version).await
    }

    pub(crate) async fn in_force(&self) -> Framework {
        let found = current_framework(&self.tx, &self.publisher, self.city.strategy.id).await;
        found.unwrap().unwrap()
    }

    /// The codes of what a check finds in a version.
    pub(crate) async fn findings(&self, version: &str) -> Vec<&'static str> {
        let strategy = &self.city.strategy;
        let checked = check_framework(&self.tx, &self.publisher, strategy, version).await;
        let (_, checked) = checked.unwrap();
        checked.findings.iter().map(|it| it.code).collect()
    }

    pub(crate) async fn compare(&self, before: &str, after: &str) -> Comparison {
        let strategy = &self.city.strategy;
        let versions = (before, after);
        let compared = compare_frameworks(&self.tx, &self.publisher, strategy, versions).await;
        compared.unwrap().2
    }

    pub(crate) async fn add(
        &self,
        details: IndicatorDetails,
    ) -> Result<IndicatorView, CatalogueError> {
        let (ids, strategy) = (self.database.ids(), &self.city.strategy);
        add_indicator(&self.tx, &self.analyst, ids, self.now, strategy, details).await
    }

    /// Gives an indicator another definition.
    pub(crate) async fn redefine(
        &self,
        name: &str,
        version: i64,
        reason: &str,
    ) -> Result<IndicatorView, CatalogueError> {
        let (strategy, name) = (&self.city.strategy, code(name));
        let seen = (&name, version);
        let change = |it: &mut IndicatorDetails| it.definition = Text::same("新定义");
        change_indicator(
            &self.tx,
            &self.analyst,
            self.now,
            strategy,
            seen,
            change,
            reason,
        )
        .await
    }

    pub(crate) async fn retire_indicator(
        &self,
        name: &str,
        version: i64,
    ) -> Result<IndicatorView, CatalogueError> {
        let (strategy, name) = (&self.city.strategy, code(name));
        let seen = (&name, version);
        retire_indicator(&self.tx, &self.analyst, self.now, strategy, seen, "重复").await
    }

    /// What an indicator says for a version of the framework.
    pub(crate) async fn definition(&self, framework: &Framework, name: &str) -> String {
        let id = self.city.strategy.id;
        let found = catalogue_of(&self.tx, &self.publisher, id, framework).await;
        let found = &found.unwrap().indicators[&code(name)];
        found.details.definition.zh.clone()
    }
}
