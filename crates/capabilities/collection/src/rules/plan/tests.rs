use uuid::Uuid;
use yanzhi_kernel::{Id, ObservationStatus, Timestamp, UnitKind};
use yanzhi_organisations::OrganisationName;

use super::*;

fn code(text: &str) -> Code {
    text.parse().unwrap()
}

fn id(number: u128) -> OrganisationId {
    Id::from_uuid(Uuid::from_u128(number))
}

fn organisation(number: u128, name: &str, unit: Option<&str>) -> Organisation {
    Organisation {
        id: id(number),
        code: code(name),
        parent: None,
        kind: UnitKind::District,
        name: OrganisationName::new(&Text::same(name)).unwrap(),
        unit: unit.map(code),
        version: 1,
        rearranged: 0,
        closed_at: None,
        merged_into: None,
    }
}

fn closed(mut organisation: Organisation, heir: Option<u128>) -> Organisation {
    organisation.closed_at = Timestamp::from_micros(1);
    organisation.merged_into = heir.map(id);
    organisation
}

fn item(indicator: &str, reported_by: ReportedBy) -> Item {
    Item {
        indicator: code(indicator),
        caliber: code("ALL"),
        reported_by,
    }
}

fn plan() -> Plan {
    Plan {
        items: vec![
            item("RD", ReportedBy::Unit),
            item("PATENT", ReportedBy::Owner),
        ],
        units: vec![code("A"), code("B")],
        periods: vec!["2024".parse().unwrap(), "2025".parse().unwrap()],
        status: ObservationStatus::Final,
    }
}

fn checked(plan: &Plan, recurrence: Recurrence) -> Result<(), PlanFault> {
    let one_of = |known: &'static [&'static str]| move |code: &Code| known.contains(&code.as_str());
    let known = Known {
        indicators: &one_of(&["RD", "PATENT", "RD_GDP"]),
        derived: &one_of(&["RD_GDP"]),
        calibers: &one_of(&["ALL"]),
        units: &one_of(&["A", "B"]),
    };
    check(plan, recurrence, &known)
}

#[test]
fn a_plan_names_what_there_is_once() {
    assert_eq!(checked(&plan(), Recurrence::Yearly), Ok(()));
    let with = |change: &dyn Fn(&mut Plan)| {
        let mut plan = plan();
        change(&mut plan);
        checked(&plan, Recurrence::Once).unwrap_err()
    };
    assert_eq!(with(&|it| it.periods.clear()), PlanFault::Empty);
    assert_eq!(
        with(&|it| it.units.push(code("A"))),
        PlanFault::Twice("A".into())
    );
    assert_eq!(
        with(&|it| it.units.push(code("X"))),
        PlanFault::UnknownUnit(code("X"))
    );
    assert_eq!(
        with(&|it| it.items.push(item("RD", ReportedBy::Owner))),
        PlanFault::Twice("RD (ALL)".into())
    );
    assert_eq!(
        with(&|it| it.items.push(item("GDP", ReportedBy::Unit))),
        PlanFault::UnknownIndicator(code("GDP"))
    );
    assert_eq!(
        with(&|it| it.items.push(item("RD_GDP", ReportedBy::Unit))),
        PlanFault::Derived(code("RD_GDP"))
    );
    assert_eq!(
        with(&|it| it.items[0].caliber = code("CITY")),
        PlanFault::UnknownCaliber(code("CITY"))
    );
    assert_eq!(
        checked(&plan(), Recurrence::Monthly),
        Err(PlanFault::Recurrence(Recurrence::Monthly))
    );
    let years = |it: &mut Plan| {
        it.periods = (1900..2200)
            .filter_map(yanzhi_kernel::Period::year)
            .collect();
        it.units = (0..17).map(|unit| code(&format!("U{unit}"))).collect();
        it.items
            .extend((0..2).map(|number| item(&format!("I{number}"), ReportedBy::Unit)));
    };
    assert_eq!(with(&years), PlanFault::TooLarge(20_400));
}

#[test]
fn each_cell_has_one_who_answers_for_it() {
    let organisations = [
        organisation(1, "DISTRICT-A", Some("A")),
        organisation(2, "DISTRICT-B", Some("B")),
        organisation(3, "MARKET", None),
    ];
    let reporters = Reporters::of(&organisations);
    let owner = |indicator: &Code| (indicator.as_str() == "PATENT").then(|| code("MARKET"));
    let cells = planned(&plan(), &reporters, owner);
    let asked: Vec<_> = cells
        .iter()
        .map(|it| {
            (
                it.place.indicator.as_str(),
                it.place.unit.as_str(),
                it.reporter,
            )
        })
        .collect();
    let twice = |indicator, unit, number| [(indicator, unit, Some(id(number))); 2];
    let expected = [
        twice("RD", "A", 1),
        twice("RD", "B", 2),
        twice("PATENT", "A", 3),
        twice("PATENT", "B", 3),
    ];
    assert_eq!(asked, expected.concat());
    let nobody = planned(&plan(), &Reporters::default(), owner);
    assert!(nobody.iter().all(|it| it.reporter.is_none()));
}

#[test]
fn what_was_merged_is_reported_by_its_heir() {
    let organisations = [
        closed(organisation(1, "OLD", Some("A")), Some(2)),
        closed(organisation(2, "NEXT", None), Some(3)),
        organisation(3, "NEW", Some("B")),
        closed(organisation(4, "GONE", Some("C")), None),
    ];
    let reporters = Reporters::of(&organisations);
    for (unit, reporter) in [("A", Some(id(3))), ("B", Some(id(3))), ("C", None)] {
        let asked = reporters.of_item(&item("RD", ReportedBy::Unit), &code(unit), None);
        assert_eq!(asked, reporter, "{unit}");
    }
    let circle = [
        closed(organisation(1, "X", Some("A")), Some(2)),
        closed(organisation(2, "Y", None), Some(1)),
    ];
    let reporters = Reporters::of(&circle);
    assert_eq!(
        reporters.of_item(&item("RD", ReportedBy::Unit), &code("A"), None),
        None
    );
}

#[test]
fn the_burden_counts_fields_by_unit_and_year() {
    let place = |unit: &str, period: &str| Place {
        indicator: code("RD"),
        unit: code(unit),
        caliber: code("ALL"),
        period: period.parse().unwrap(),
    };
    let this = [place("A", "2025"), place("A", "2025Q1"), place("B", "2025")];
    let others = [
        place("A", "2025-03"),
        place("A", "2024"),
        place("C", "2025"),
    ];
    let rows: Vec<_> = burden(&this, &others)
        .into_iter()
        .map(|it| {
            (
                it.unit.to_string(),
                it.year,
                it.of_this_round,
                it.of_all_rounds,
            )
        })
        .collect();
    assert_eq!(rows, [("A".into(), 2025, 2, 3), ("B".into(), 2025, 1, 1)]);
}
