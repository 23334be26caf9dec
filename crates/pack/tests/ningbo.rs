//! The example strategy: it reads, it is whole where it is scored, and what is synthetic in it says so.

#![expect(clippy::unwrap_used, reason = "a test stops where its setting fails")]

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::process::Command;

use yanzhi_checks::{Cell, Cells, run};
use yanzhi_formula::{Child, Expression, Figure, Figures};
use yanzhi_kernel::{Code, Lang, ObservationStatus, Period, UnitKind};
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

/// The figures of the pack in one caliber, with one of them changed.
struct Known<'p> {
    pack: &'p Pack,
    caliber: &'static str,
    changed: Option<(&'static str, f64)>,
}

impl Figures for Known<'_> {
    type Version = usize;

    fn figure(&self, indicator: &Code, unit: &Code, period: Period) -> Option<Figure<usize>> {
        let wanted = [indicator.as_str(), unit.as_str(), self.caliber];
        let mut all = self.pack.observations.iter().enumerate();
        let (version, found) =
            all.find(|(_, it)| it.period == period && codes(self.pack, it) == wanted)?;
        let changed = self.changed.filter(|(it, _)| *it == indicator.as_str());
        let value = changed.map_or(found.value, |(_, value)| value);
        Some(Figure {
            value: Some(value),
            version,
        })
    }

    fn children(&self, _: &Code) -> &[Child] {
        &[]
    }
}

impl Cells for Known<'_> {
    fn kind(&self, unit: &Code) -> Option<UnitKind> {
        let found = self.pack.units.iter().find(|it| it.code == *unit);
        found.map(|it| it.kind)
    }

    fn peers(&self, _: &Code) -> &[Code] {
        &[]
    }
}

fn code(text: &str) -> Code {
    text.parse().unwrap()
}

#[test]
fn derived_indicators_come_from_figures_that_are_there() {
    let pack = pack();
    let city = code("330200");
    let figures = Known {
        pack: &pack,
        caliber: "CITY",
        changed: None,
    };
    for (indicator, period, expected, inputs) in [
        ("GDP_GROWTH", "2024", 5.8, 2),
        ("GDP_GROWTH", "2021", 17.6, 2),
        ("HITECH_FIRMS_PER_10K", "2024", 9.0, 2),
    ] {
        let of = pack
            .indicators
            .iter()
            .find(|it| it.code.as_str() == indicator);
        let text = of.unwrap().expression.as_deref().unwrap();
        let expression = Expression::read(text).unwrap();
        let outcome = expression.evaluate(&city, period.parse().unwrap(), &figures);
        assert!(
            (outcome.value.unwrap() - expected).abs() < 0.05,
            "{indicator} {period}"
        );
        assert_eq!(outcome.inputs.len(), inputs);
    }
}

#[test]
fn three_kinds_of_patents_make_up_all_of_them() {
    let pack = pack();
    let at = [Cell {
        indicator: code("PATENT_GRANTED"),
        unit: code("330200"),
        period: "2024-01..2024-06".parse().unwrap(),
    }];
    let found = |changed| {
        let figures = Known {
            pack: &pack,
            caliber: "CITY",
            changed,
        };
        let findings = run(&pack.checks, &at, &figures);
        findings
            .into_iter()
            .map(|it| it.message.zh)
            .collect::<Vec<_>>()
    };
    assert!(found(None).is_empty());
    assert_eq!(
        found(Some(("UTILITY_GRANTED", 17_601.0))),
        ["总数 34439，分项合计 34430，相差 9：应相等"]
    );
}
