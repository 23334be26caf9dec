//! Those who ask, and what each may see.

use yanzhi_figures::{Cell, NewFigure};
use yanzhi_kernel::{
    Id, Origin, Scope, Text, UnitKind,
    access::{Authority, Held, Role},
};
use yanzhi_organisations::{NewOrganisation, OrganisationName, Unit};
use yanzhi_storage::WriteTx;
use yanzhi_testkit::TestDatabase;

use crate::{
    as_of::at,
    support::{code, operator},
};

/// Everything that the replay needs to know of who asks.
pub(crate) struct Asker {
    pub(crate) scope: Scope,
    /// The unit whose unreleased figures are seen; all of them for the operator.
    sees: Option<Id<Unit>>,
    sees_all: bool,
    now: i64,
}

impl Asker {
    pub(crate) fn sees(&self, figure: &NewFigure) -> bool {
        let is_released = figure
            .embargo_until
            .is_none_or(|until| until.as_micros() <= self.now);
        self.sees_all || is_released || self.sees == Some(figure.cell.unit)
    }

    pub(crate) fn may_read(&self, cell: &Cell) -> bool {
        self.sees_all || self.sees == Some(cell.unit)
    }
}

/// The public, somebody who reads figures of the first unit, and the operator, each now and later.
pub(crate) async fn askers(
    database: &TestDatabase,
    tx: &WriteTx,
    begin: i64,
    own: Id<Unit>,
) -> Vec<Asker> {
    let office = NewOrganisation {
        code: code("OFFICE"),
        parent: None,
        kind: UnitKind::District,
        name: OrganisationName::new(&Text::same("x")).unwrap(),
        unit: Some(code("U")),
    };
    let (ids, moment) = (database.ids(), at(begin));
    let offices = std::slice::from_ref(&office);
    yanzhi_organisations::import_organisations(tx, &operator(), ids, moment, offices)
        .await
        .unwrap();
    let found = yanzhi_organisations::organisation(tx, &operator(), &office.code)
        .await
        .unwrap();
    let mut askers = Vec::new();
    for now in [begin + 5, begin + 40] {
        let authority = Authority {
            account: Id::from_uuid(uuid::Uuid::from_u128(1)),
            held: vec![Held {
                role: Role::Viewer,
                reach: [found.id].into(),
                is_everywhere: false,
                withheld: None,
            }],
            limits: None,
        };
        #[expect(clippy::disallowed_methods, reason = "the test is the authenticator")]
        let reader = Scope::of(authority, at(now), Origin::default());
        for (scope, sees, sees_all) in [
            (Scope::public(at(now)), None, false),
            (reader, Some(own), false),
            (operator(), None, true),
        ] {
            askers.push(Asker {
                scope,
                sees,
                sees_all,
                now,
            });
        }
    }
    askers
}
