//! The example strategy: it reads, it is whole where it is scored, and what is synthetic in it says so.

#![expect(clippy::unwrap_used, reason = "a test stops where its setting fails")]

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::process::Command;

use yanzhi_kernel::{Lang, ObservationStatus, UnitKind};
use yanzhi_pack::{Observation, Pack, read};

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../packs/ningbo")
}

fn pack() -> Pack {
    let read = read(&folder(), &mut |_| ());
    read.unwrap_or_else(|problems| panic!("{}", problems.render(Lang::En)))
}

/// The codes of indicator, unit and caliber.
fn codes<'p>(pack: &'p Pack, of: &Observation) -> [&'p str; 3] {
    let at = |position: u32| usize::try_from(position).unwrap();
    [
        pack.indicators[at(of.indicator)].code.as_str(),
        pack.units[at(of.unit)].code.as_str(),
        pack.calibers[usize::from(of.caliber)].code.as_str(),
    ]
}

fn scored_units(pack: &Pack) -> Vec<&str> {
    let kinds = [UnitKind::District, UnitKind::Zone];
    let scored = pack.units.iter().filter(|it| kinds.contains(&it.kind));
    scored.map(|it| it.code.as_str()).collect()
}

#[test]
fn the_framework_has_five_dimensions_of_three_indicators() {
    let pack = pack();
    let children = |parent: &str| {
        let is_child = |it: &&yanzhi_pack::FrameworkNode| {
            it.parent.as_ref().is_some_and(|it| it.as_str() == parent)
        };
        pack.framework.iter().filter(is_child).collect::<Vec<_>>()
    };
    let dimensions = children("INNOVATION");
    let names: Vec<&str> = dimensions.iter().map(|it| it.name.zh.as_str()).collect();
    let five = [
        "创新治理力",
        "原始创新力",
        "技术创新力",
        "成果转化力",
        "创新驱动力",
    ];
    assert_eq!(names, five);
    for dimension in dimensions {
        assert_eq!(children(dimension.code.as_str()).len(), 3);
    }
}

#[test]
fn every_cell_that_is_scored_has_a_synthetic_figure_and_no_other_has() {
    let pack = pack();
    let years = ["2019", "2020", "2021", "2022", "2023", "2024"];
    let mut missing = BTreeSet::new();
    for year in years {
        for unit in scored_units(&pack) {
            for leaf in pack.framework.iter().filter_map(|it| it.indicator.as_ref()) {
                missing.insert((leaf.to_string(), unit.to_owned(), year.to_owned()));
            }
        }
    }
    assert_eq!(missing.len(), 15 * 12 * 6);
    for observation in &pack.observations {
        let [indicator, unit, caliber] = codes(&pack, observation);
        assert_eq!(
            observation.is_synthetic,
            caliber == "DEMO",
            "{indicator} {unit}"
        );
        let source = observation.source.unwrap();
        let source = &pack.sources[usize::try_from(source).unwrap()];
        assert_eq!(
            observation.is_synthetic,
            source.code.as_str() == "SYNTHETIC"
        );
        let cell = (
            indicator.to_owned(),
            unit.to_owned(),
            observation.period.to_string(),
        );
        if observation.is_synthetic {
            assert!(missing.remove(&cell), "{cell:?} is not scored");
        }
    }
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn the_real_cross_section_of_2018_is_whole() {
    let pack = pack();
    for (period, of_haishu) in [("2018-11", "18.3"), ("2018-01..2018-11", "205.2")] {
        let of_period: Vec<&Observation> = pack
            .observations
            .iter()
            .filter(|it| codes(&pack, it)[0] == "IND_VA" && codes(&pack, it)[2] == "FULL")
            .filter(|it| it.period.to_string() == period)
            .collect();
        let units: BTreeSet<&str> = of_period.iter().map(|it| codes(&pack, it)[1]).collect();
        let kind = |code: &str| {
            pack.units
                .iter()
                .find(|it| it.code.as_str() == code)
                .unwrap()
                .kind
        };
        let districts = units.iter().filter(|it| kind(it) == UnitKind::District);
        assert_eq!(districts.count(), 10, "{period}");
        let haishu = of_period
            .iter()
            .find(|it| codes(&pack, it)[1] == "330203")
            .unwrap();
        assert_eq!(&*haishu.value_text, of_haishu);
        assert_eq!(haishu.status, ObservationStatus::Flash);
    }
}

#[test]
fn there_are_thirty_tasks_in_seven_areas_and_nobody_is_said_to_lead_one() {
    let pack = pack();
    let areas: BTreeSet<&str> = pack.tasks.iter().map(|it| it.area.as_str()).collect();
    assert_eq!((pack.tasks.len(), areas.len()), (30, 7));
    assert!(
        pack.tasks
            .iter()
            .all(|it| it.lead.is_none() && it.cooperating.is_empty())
    );
}

#[test]
fn the_script_makes_the_synthetic_rows_byte_for_byte() {
    let script = folder().join("generate.py");
    match Command::new("python3").arg(&script).arg("--check").output() {
        Ok(run) => assert!(
            run.status.success(),
            "{}",
            String::from_utf8_lossy(&run.stderr)
        ),
        Err(error) => println!("skipped: python3 does not run ({error})"),
    }
}
