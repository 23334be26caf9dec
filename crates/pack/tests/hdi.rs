//! A pack of the reference data gives the Human Development Index as the UNDP published it.
//!
//! Tolerance: equal at the three decimals that are printed, for every row.

#![expect(clippy::unwrap_used, reason = "a test stops where its setting fails")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use yanzhi_engine::{Frame, FrameBuilder, Framework, Index, Indicator, Node, Unit, compute};
use yanzhi_kernel::Lang;
use yanzhi_pack::{Pack, read};

#[expect(
    clippy::disallowed_methods,
    reason = "a test finds its data by the environment; the library reads none"
)]
fn data() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let given = std::env::var("YANZHI_REFERENCE_DATA").map(PathBuf::from);
    given
        .unwrap_or_else(|_| here.join("../../../shared/data"))
        .join("hdi/hdi_2000_2022.csv")
}

/// The pack that the script makes; none, with a word, without data or Python.
#[expect(clippy::print_stdout, reason = "a skipped test says so")]
fn pack(data: &Path) -> Option<Pack> {
    let out = tempfile::tempdir().unwrap();
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../script/hdi-pack");
    if !data.is_file() {
        println!("skipped: {} is not there", data.display());
        return None;
    }
    match Command::new("python3")
        .arg(script)
        .arg(data)
        .arg(out.path())
        .output()
    {
        Ok(run) => assert!(
            run.status.success(),
            "{}",
            String::from_utf8_lossy(&run.stderr)
        ),
        Err(error) => {
            println!("skipped: python3 does not run ({error})");
            return None;
        }
    }
    let read = read(out.path(), &mut |_| ());
    Some(read.unwrap_or_else(|problems| panic!("{}", problems.render(Lang::En))))
}

fn index(pack: &Pack) -> Index {
    let nodes = pack.framework.iter().map(|it| Node {
        code: it.code.to_string(),
        parent: it.parent.as_ref().map(ToString::to_string),
        indicator: it.indicator.as_ref().map(ToString::to_string),
        weight: it.weight,
    });
    let framework = Framework::new(nodes.collect()).unwrap();
    compute(&frame(pack), &framework, &pack.method).unwrap()
}

fn frame(pack: &Pack) -> Frame {
    let mut periods: Vec<_> = pack.observations.iter().map(|it| it.period).collect();
    periods.sort();
    periods.dedup();
    let labels = periods.iter().map(ToString::to_string).collect();
    let units = pack.units.iter().map(|it| Unit::new(it.code.as_str()));
    let indicators = pack
        .indicators
        .iter()
        .map(|it| Indicator::new(it.code.as_str()));
    let mut frame = FrameBuilder::new(labels, units.collect(), indicators.collect()).unwrap();
    for it in &pack.observations {
        let period = periods.binary_search(&it.period).unwrap();
        let at = |position: u32| usize::try_from(position).unwrap();
        frame
            .set(period, at(it.unit), at(it.indicator), it.value)
            .unwrap();
    }
    frame.build()
}

#[test]
fn every_published_value_is_reproduced_at_three_decimals() {
    let data = data();
    let Some(pack) = pack(&data) else {
        return;
    };
    let index = index(&pack);
    let text = fs::read_to_string(&data).unwrap();
    let mut rows = 0;
    for row in text.lines().skip(1) {
        // The name of the country, the second field, may have commas in it.
        let country = row.split(',').next().unwrap();
        let from_end: Vec<&str> = row.rsplit(',').collect();
        let (published, year) = (from_end[0].trim().parse::<f64>().unwrap(), from_end[5]);
        let period = index.period_position(year).unwrap();
        let unit = index.unit_position(country).unwrap();
        let score = index.score(period, 0, unit).unwrap();
        assert_eq!(
            format!("{score:.3}"),
            format!("{published:.3}"),
            "{country} {year}"
        );
        rows += 1;
    }
    assert_eq!(rows, 4_328);
}
