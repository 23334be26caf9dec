//! Every operation of the API × every role × where it is held × how it was proved, against reviewed decisions.
//!
//! One platform serves all cells: what is allowed is asked for in a way that conflicts with what is there, so that no
//! cell changes anything: after each, no row outside the log has changed and the log has one entry a refusal; after each
//! operation, the digests of all tables say so again.

mod decisions;
mod lapsed;
mod people;

use std::collections::BTreeSet;

use axum::http::{Method, StatusCode};
use serde_json::Value;
use yanzhi_audit::{Entry, Outcome, Search};
use yanzhi_server::SCHEMA;
use yanzhi_storage::backup::{TableDigest, digests};
use yanzhi_testkit::{Answer, ChangeCount, Person, TestDatabase, each_database};

use crate::{
    city::City,
    rounds,
    small::{self, operator},
};
use decisions::{Expected, Kind, Operation, decisions};
use people::{People, Principal, Proof, Relation, Standing, Subject};

/// Organisations with the unit that each is scored as: own, child, sibling, parent.
const PLACES: [(&str, &str); 4] = [
    ("330203", "A"),
    ("330203-1", "B"),
    ("330205", "C"),
    ("330200", "CITY"),
];
/// The log grows by refusals; every other table stays.
const LOG: &str = "audit_entry";

#[tokio::test]
async fn every_operation_decides_as_reviewed() {
    let operations = decisions();
    each_database(&SCHEMA, async |database| {
        let mut city = City::set_up(database).await;
        bring_figures(database).await;
        let people = People::gather(&mut city).await;
        rounds::score_as(database, &PLACES).await;
        rounds::in_each(database, &PLACES).await;
        rounds::score_as_nothing(database).await;
        let mut walk = Walk::new(database, people).await;
        for operation in &operations {
            walk.operation(operation).await;
        }
        eprintln!(
            "{} operations, {} cells, {} of them refused",
            operations.len(),
            walk.cells,
            walk.refusals
        );
        assert!(
            walk.wrong.is_empty(),
            "{} wrong:\n{}",
            walk.wrong.len(),
            walk.wrong.join("\n")
        );
    })
    .await;
}

#[test]
fn every_operation_of_the_api_has_a_decision_and_names_its_action() {
    let described: Value =
        serde_json::from_str(&yanzhi_server::openapi_document().unwrap()).unwrap();
    let mut known = BTreeSet::new();
    for (path, methods) in described["paths"].as_object().unwrap() {
        for (method, operation) in methods.as_object().unwrap() {
            let name = format!("{} {path}", method.to_uppercase());
            assert!(operation["x-action"].is_string(), "{name} names no action");
            known.insert(name);
        }
    }
    let operations = decisions();
    let decided: BTreeSet<String> = operations.iter().map(|it| it.name.clone()).collect();
    assert_eq!(
        known, decided,
        "the API on the left, the decisions on the right"
    );
    assert_eq!(
        decided.len(),
        operations.len(),
        "an operation is decided once"
    );
}

async fn bring_figures(database: &TestDatabase) {
    let tx = database.write().await;
    let imported = small::import(database, &tx, small::FIGURES).await;
    small::score(database, &tx, &imported).await;
    tx.commit().await.unwrap();
}

/// The way through the table.
struct Walk<'a> {
    database: &'a TestDatabase,
    people: People,
    steady: Vec<TableDigest>,
    /// Rows outside the log that have changed, before the next cell.
    changes: ChangeCount<'a>,
    changed: u64,
    /// The last entry of the log before the next cell.
    sequence: i64,
    cells: usize,
    refusals: usize,
    wrong: Vec<String>,
}

impl<'a> Walk<'a> {
    async fn new(database: &'a TestDatabase, people: People) -> Self {
        let steady = state(database).await;
        let mut walk = Self {
            database,
            people,
            steady,
            changes: ChangeCount::begin(database, &[LOG]).await,
            changed: 0,
            sequence: 0,
            cells: 0,
            refusals: 0,
            wrong: Vec::new(),
        };
        walk.sequence = walk.last_entry().await.sequence;
        walk
    }

    /// All cells of one operation; afterwards everything is as it was.
    async fn operation(&mut self, operation: &Operation) {
        let anonymous = self.people.anonymous();
        self.cell(operation, &anonymous, Relation::Own).await;
        for principal in self.people.principals() {
            for relation in relations(operation, &principal) {
                self.cell(operation, &principal, *relation).await;
            }
        }
        let now = state(self.database).await;
        if operation.kind == Kind::SignOut {
            self.steady = now; // sessions are over, as they should be
        } else if now != self.steady {
            self.wrong
                .push(format!("{}: it has changed the database", operation.name));
            self.steady = now;
        }
    }

    async fn cell(&mut self, operation: &Operation, principal: &Principal, relation: Relation) {
        let subject = self.people.subject(relation);
        let expected = operation.expect(principal, relation);
        let mut asking = principal.person.clone();
        if operation.kind == Kind::SignOut
            && expected.is_allowed()
            && principal.proof != Proof::Token
        {
            let _ = asking
                .sign_in(&principal.login, crate::city::PASSWORD)
                .await
                .expect(StatusCode::OK);
            self.sequence = self.last_entry().await.sequence;
            self.changed = self.changes.now().await;
        }
        let answer = ask(&mut asking, operation, subject).await;
        let entry = self.last_entry().await;
        self.cells += 1;
        self.refusals += usize::from(!expected.is_allowed());
        let wrong = compare(
            &expected,
            &answer,
            (self.sequence, &entry),
            (principal, subject),
        );
        let wrong = wrong.or(self.changed_by(operation, &expected).await);
        self.sequence = entry.sequence;
        if let Some(wrong) = wrong {
            self.wrong.push(format!(
                "{} as {principal} to {relation:?}: {wrong}",
                operation.name
            ));
        }
    }

    /// What a cell has changed and must not have: anything, unless somebody was signed out.
    async fn changed_by(&mut self, operation: &Operation, expected: &Expected) -> Option<String> {
        let now = self.changes.now().await;
        let changed = now - self.changed;
        self.changed = now;
        let may = operation.kind == Kind::SignOut && expected.is_allowed();
        (changed > 0 && !may).then(|| format!("{changed} rows have changed"))
    }

    async fn last_entry(&self) -> Entry {
        let tx = self.database.read().await;
        let page = yanzhi_audit::search(&tx, &operator(), &Search::default(), 1)
            .await
            .unwrap();
        page.entries.into_iter().next().unwrap()
    }
}

/// What is wrong with an answer and with the log after it; nothing when both are as expected.
fn compare(
    expected: &Expected,
    answer: &Answer,
    (before, entry): (i64, &Entry),
    (principal, subject): (&Principal, &Subject),
) -> Option<String> {
    let code = if answer.status.is_success() {
        ""
    } else {
        answer.code()
    };
    let got = format!("{} {code}", answer.status.as_u16());
    match expected {
        Expected::Allowed(said) => (got.trim() != *said).then(|| format!("{got}, not {said}")),
        Expected::Shown(shows, is_shown) => {
            let shows = subject.fill(shows);
            let is_there = answer.text.contains(&shows);
            let is_wrong = answer.status != StatusCode::OK || is_there != *is_shown;
            is_wrong.then(|| format!("{got}, {shows} is there: {is_there}"))
        }
        Expected::Refused(said) if got.trim() != *said => Some(format!("{got}, not {said}")),
        Expected::Refused(_) => {
            let is_written = entry.sequence == before + 1
                && entry.outcome == Outcome::Refused
                && entry.actor == principal.actor;
            (!is_written)
                .then(|| format!("{} entries, the last {entry:?}", entry.sequence - before))
        }
    }
}

/// Where the thing stands to the organisation that the role is held in. What is about no organisation is asked once,
/// and what is open to everybody is not asked of those whose role does not count.
fn relations(operation: &Operation, principal: &Principal) -> &'static [Relation] {
    if principal.standing != Standing::Held {
        return match operation.kind {
            Kind::Place | Kind::List => &[Relation::Own, Relation::Sibling],
            Kind::Session | Kind::SignOut => &[Relation::Own],
            Kind::Open => &[],
        };
    }
    match (principal.is_everywhere, operation.kind) {
        (true, Kind::Place | Kind::List) => &[Relation::Everywhere],
        (true, _) => &[],
        (false, Kind::Place | Kind::List) => &[
            Relation::Own,
            Relation::Child,
            Relation::Sibling,
            Relation::Parent,
        ],
        (false, _) => &[Relation::Own],
    }
}

async fn ask(person: &mut Person, operation: &Operation, subject: &Subject) -> Answer {
    let method: Method = operation.method().parse().unwrap();
    let body = operation.sends.as_deref();
    let body = body.map(|it| serde_json::from_str(&subject.fill(it)).unwrap());
    let version = operation.at.as_deref().map(|at| format!("\"{at}\""));
    person
        .send(
            method,
            &subject.fill(operation.path()),
            body,
            version.as_deref(),
        )
        .await
}

async fn state(database: &TestDatabase) -> Vec<TableDigest> {
    let mut state = digests(&database.read().await).await.unwrap();
    state.retain(|it| it.table != LOG && it.table != ChangeCount::TABLE);
    state
}
