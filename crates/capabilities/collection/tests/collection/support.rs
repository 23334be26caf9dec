//! A city with two districts that are asked for two indicators, and those who report and review.

use std::collections::BTreeSet;

use uuid::Uuid;
use yanzhi_catalogue::{Caliber, FrameworkContent, FrameworkNode, IndicatorDetails, Scoring};
use yanzhi_collection::{
    Approved, CellSaved, CollectionError, Doing, FoundRound, Grid, Item, Levels, NewRound, Plan,
    Recurrence, ReportedBy, Request, Title, Transition, Typed, Verdict, create, decide, grid, open,
    save_cells, submit,
};
use yanzhi_kernel::{
    Code, Direction, Frequency, Id, IndicatorClass, ObservationStatus, Origin, PeriodKind, Scope,
    Text, UnitKind,
    access::{Authority, Held, OrganisationId, Role},
};
use yanzhi_organisations::{NewOrganisation, NewStrategy, NewUnit, OrganisationName};
use yanzhi_storage::{Schema, WriteTx};
use yanzhi_testkit::TestDatabase;

pub(crate) const SCHEMA: Schema = Schema::new(|| {
    let mut all = yanzhi_audit::migrations::all();
    all.extend(yanzhi_organisations::migrations::all());
    all.extend(yanzhi_catalogue::migrations::all());
    all.extend(yanzhi_figures::migrations::all());
    all.extend(yanzhi_collection::migrations::all());
    all.sort_by(|a, b| a.name().cmp(b.name()));
    all
});

pub(crate) fn code(text: &str) -> Code {
    text.parse().unwrap()
}

#[expect(clippy::disallowed_methods, reason = "a test acts as the operator")]
pub(crate) fn operator() -> Scope {
    Scope::operator()
}

/// The city, its districts, and who works there.
pub(crate) struct World<'a> {
    pub(crate) database: &'a TestDatabase,
    /// The round that is spoken of.
    pub(crate) round: Code,
    city: OrganisationId,
    a: OrganisationId,
    b: OrganisationId,
}

/// Somebody: a number, a role and where it is held.
pub(crate) type Who = (u128, Role, Place);

/// Where a role is held.
#[derive(Clone, Copy)]
pub(crate) enum Place {
    City,
    A,
    B,
}

pub(crate) const REPORTER: Who = (1, Role::Reporter, Place::A);
pub(crate) const COLLEAGUE: Who = (2, Role::Reporter, Place::A);
pub(crate) const REVIEWER: Who = (3, Role::Reviewer, Place::A);
pub(crate) const SECOND_REVIEWER: Who = (4, Role::Reviewer, Place::A);
pub(crate) const CITY_REVIEWER: Who = (5, Role::Reviewer, Place::City);
pub(crate) const ANALYST: Who = (6, Role::Analyst, Place::City);
pub(crate) const NEIGHBOUR: Who = (7, Role::Reporter, Place::B);

pub(crate) const S: &str = "s";
pub(crate) const ROUND: &str = "annual";

impl<'a> World<'a> {
    pub(crate) async fn new(database: &'a TestDatabase) -> Self {
        let tx = database.write().await;
        let (ids, now) = (database.ids(), database.now());
        let (strategy, _) = yanzhi_organisations::import(&tx, ids, now, &units())
            .await
            .unwrap();
        yanzhi_catalogue::import(&tx, ids, now, strategy, &catalogue())
            .await
            .unwrap();
        let city = organisation(database, &tx, ("CITY", None)).await;
        let a = organisation(database, &tx, ("A", Some("CITY"))).await;
        let b = organisation(database, &tx, ("B", Some("CITY"))).await;
        tx.commit().await.unwrap();
        Self {
            database,
            round: code(ROUND),
            city,
            a,
            b,
        }
    }

    /// With a round that is open: two indicators of both districts for 2025.
    pub(crate) async fn with_round(database: &'a TestDatabase, levels: Levels) -> Self {
        let world = Self::new(database).await;
        world.open(ROUND, &["2025"], levels).await;
        world
    }

    pub(crate) async fn open(&self, name: &str, periods: &[&str], levels: Levels) {
        let tx = self.database.write().await;
        let scope = self.scope(ANALYST);
        let round = NewRound {
            levels,
            ..round(name, periods)
        };
        let doing = self.doing(&scope);
        create(&tx, doing, &code(S), round).await.unwrap();
        let seen = ((&code(S), &code(name)), 1);
        open(&tx, doing, seen, Some("test")).await.unwrap();
        tx.commit().await.unwrap();
    }

    #[expect(clippy::disallowed_methods, reason = "the test is the authenticator")]
    pub(crate) fn scope(&self, (number, role, place): Who) -> Scope {
        let reach = match place {
            Place::City => BTreeSet::from([self.city, self.a, self.b]),
            Place::A => BTreeSet::from([self.a]),
            Place::B => BTreeSet::from([self.b]),
        };
        let held = Held {
            role,
            reach,
            is_everywhere: matches!(place, Place::City),
            withheld: None,
        };
        let authority = Authority {
            account: Id::from_uuid(Uuid::from_u128(number)),
            held: vec![held],
            limits: None,
        };
        Scope::of(authority, self.database.now(), Origin::default())
    }

    pub(crate) fn doing<'b>(&'b self, scope: &'b Scope) -> Doing<'b> {
        Doing {
            scope,
            ids: self.database.ids(),
            now: self.database.now(),
        }
    }

    pub(crate) async fn grid(&self, who: Who) -> Result<Grid, CollectionError> {
        let tx = self.database.read().await;
        let (scope, now) = (self.scope(who), self.database.now());
        let codes = (&code(S), &self.round, &code("A"));
        grid(&tx, &scope, now, codes).await
    }

    pub(crate) async fn version(&self) -> i64 {
        self.grid(ANALYST).await.unwrap().asked.submission.version
    }

    /// Types into the cells of A: number, version seen, text.
    pub(crate) async fn type_in(
        &self,
        who: Who,
        cells: &[(i64, i64, &str)],
    ) -> Result<Vec<CellSaved>, CollectionError> {
        let typed = cells.iter().map(|(cell, version, text)| Typed {
            cell: *cell,
            version: *version,
            text: (*text).to_owned(),
            ..Typed::default()
        });
        let tx = self.database.write().await;
        let scope = self.scope(who);
        let codes = (&code(S), &self.round, &code("A"));
        let saved = Box::pin(save_cells(&tx, self.doing(&scope), codes, typed.collect())).await?;
        tx.commit().await?;
        Ok(saved.1.into_iter().map(|it| it.result).collect())
    }

    pub(crate) async fn submit(
        &self,
        who: Who,
        request: Request,
    ) -> Result<Transition, CollectionError> {
        let tx = self.database.write().await;
        let scope = self.scope(who);
        let codes = (&code(S), &self.round, &code("A"));
        let taken = Box::pin(submit(&tx, self.doing(&scope), codes, request)).await?;
        tx.commit().await?;
        Ok(taken)
    }

    pub(crate) async fn decide(
        &self,
        who: Who,
        request: Request,
        verdict: Verdict,
    ) -> Result<Transition, CollectionError> {
        let tx = self.database.write().await;
        let scope = self.scope(who);
        let codes = (&code(S), &self.round, &code("A"));
        let taken = Box::pin(decide(&tx, self.doing(&scope), codes, request, verdict)).await?;
        tx.commit().await?;
        Ok(taken)
    }

    /// Fills in both cells of A and hands them in.
    pub(crate) async fn hand_in(&self) {
        self.type_in(REPORTER, &[(1, 0, "2.5"), (3, 0, "80")])
            .await
            .unwrap();
        let request = at(self.version().await);
        self.submit(REPORTER, request).await.unwrap();
    }
}

/// A request that saw a version.
pub(crate) fn at(version: i64) -> Request {
    Request { version, key: None }
}

pub(crate) fn approve_all() -> Verdict {
    Verdict {
        approved: Some(Approved::Rest),
        ..Verdict::default()
    }
}

pub(crate) fn round(name: &str, periods: &[&str]) -> NewRound {
    let item = |indicator| Item {
        indicator: code(indicator),
        caliber: code("ALL"),
        reported_by: ReportedBy::Unit,
    };
    NewRound {
        organisation: code("CITY"),
        code: code(name),
        title: Title::new(&Text::same(name)).unwrap(),
        plan: Plan {
            items: vec![item("RD"), item("STAFF")],
            units: vec![code("A"), code("B")],
            periods: periods.iter().map(|it| it.parse().unwrap()).collect(),
            status: ObservationStatus::Final,
        },
        levels: Levels::One,
        recurrence: Recurrence::Yearly,
        deadline: "2026-01-31".to_owned(),
    }
}

pub(crate) async fn created(
    world: &World<'_>,
    tx: &WriteTx,
    round: NewRound,
) -> Result<FoundRound, CollectionError> {
    let scope = world.scope(ANALYST);
    create(tx, world.doing(&scope), &code(S), round).await
}

async fn organisation(
    database: &TestDatabase,
    tx: &WriteTx,
    (name, parent): (&str, Option<&str>),
) -> OrganisationId {
    let new = NewOrganisation {
        code: code(name),
        parent: parent.map(code),
        kind: UnitKind::District,
        name: OrganisationName::new(&Text::same(name)).unwrap(),
        unit: Some(code(name)),
    };
    let made =
        yanzhi_organisations::create(tx, &operator(), database.ids(), database.now(), new).await;
    made.unwrap().id
}

fn units() -> yanzhi_organisations::Import {
    let unit = |name: &str| NewUnit {
        code: code(name),
        parent: None,
        name: Text::same(name),
        short_name: Text::same(name),
        kind: UnitKind::District,
        group: None,
        gb2260: None,
        tile: None,
        note: None,
    };
    yanzhi_organisations::Import {
        strategy: NewStrategy {
            code: code(S),
            name: Text::same("s"),
            description: Text::default(),
            publisher: Text::default(),
            time_zone: "Asia/Shanghai".into(),
            source_title: None,
            source_url: None,
        },
        groups: vec![],
        units: vec![unit("A"), unit("B")],
    }
}

fn catalogue() -> yanzhi_catalogue::Import {
    let indicator = |name: &str| IndicatorDetails {
        code: code(name),
        name: Text::same(name),
        measure_unit: Text::same("%"),
        direction: Direction::HigherIsBetter,
        class: IndicatorClass::Expected,
        frequency: Frequency::Yearly,
        owner: None,
        decimals: 1,
        definition: Text::default(),
        formula: Text::default(),
        source: None,
    };
    let root = FrameworkNode {
        code: code("RD"),
        parent: None,
        indicator: Some(code("RD")),
        name: Text::default(),
        weight: 1.0,
    };
    let method =
        r#"{"steps":[{"step":"weight","rule":"equal"},{"step":"aggregate","rule":"arithmetic"}]}"#;
    yanzhi_catalogue::Import {
        sources: vec![],
        calibers: vec![Caliber {
            code: code("ALL"),
            name: Text::same("all"),
            definition: Text::default(),
        }],
        indicators: vec![indicator("RD"), indicator("STAFF")],
        framework: FrameworkContent {
            version: "1".into(),
            nodes: vec![root],
            method: serde_json::from_str(method).unwrap(),
            scoring: Scoring {
                caliber: code("ALL"),
                unit_kinds: vec![UnitKind::District],
                period_kind: PeriodKind::Year,
            },
        },
    }
}
