//! What a pack may look like and still say the same.

use std::fs;
use std::path::Path;
use std::process::Command;

use yanzhi_kernel::{Code, ObservationStatus, Text};
use yanzhi_pack::{Comparison, Pack, Progress, Tile, read};

use crate::tiny_pack::{Edit, FILES, edit, read_in, tiny};

fn ok(dir: &Path) -> Pack {
    read_in(dir).unwrap_or_else(|problems| panic!("{problems}"))
}

/// The pack with its tables written in another way.
fn rewritten(write: impl Fn(&str) -> Vec<u8>) -> Pack {
    let dir = tiny();
    for (name, text) in FILES {
        if Path::new(name).extension().is_some_and(|it| it == "csv") {
            fs::write(dir.path().join(name), write(text)).unwrap();
        }
    }
    ok(dir.path())
}

/// Everything but the digest, which is of the bytes.
fn said(pack: Pack) -> Pack {
    Pack {
        digest: yanzhi_kernel::Digest::zero(),
        ..pack
    }
}

fn plain() -> Pack {
    said(ok(tiny().path()))
}

#[test]
fn every_file_says_what_it_should() {
    let pack = plain();
    assert_eq!(pack.strategy.name, Text::new("小策略", "Tiny strategy"));
    assert_eq!(pack.strategy.framework_version, "2023");
    let east = &pack.units[1];
    assert_eq!(east.tile, Some(Tile { x: 1, y: 0 }));
    assert_eq!(east.short_name, east.name);
    assert_eq!(east.parent.as_ref().map(Code::as_str), Some("CITY"));
    let figures: Vec<(f64, &str)> = pack
        .observations
        .iter()
        .map(|it| (it.value, &*it.value_text))
        .collect();
    let expected = [
        (2.1, "2.1"),
        (2.4, "2.4"),
        (2.3, "2.3%"),
        (1234.0, "1,234"),
        (987.0, "987"),
    ];
    assert_eq!(figures, expected);
    let last = &pack.observations[4];
    assert_eq!(
        (last.indicator, last.unit, last.caliber, last.source),
        (1, 2, 0, None)
    );
    assert_eq!(last.status, ObservationStatus::Estimate);
    assert!(last.is_synthetic && !pack.observations[2].is_synthetic);
    assert_eq!(last.note.as_deref(), Some("演示"));
    assert_eq!(pack.observations[3].note.as_deref(), Some("核对,过"));
    let target = &pack.targets[0];
    assert_eq!(target.comparison, Comparison::AtLeast);
    assert_eq!(
        target.stretch_value.as_ref().map(|it| &*it.text),
        Some("3.2")
    );
    let lead = pack.tasks[0].lead.as_ref().map(Code::as_str);
    assert_eq!((lead, pack.tasks[0].cooperating.len()), (Some("CITY"), 2));
}

#[test]
fn a_leaf_takes_its_name_from_its_indicator_and_nodes_come_in_tree_order() {
    let pack = plain();
    let nodes: Vec<(&str, &str)> = pack
        .framework
        .iter()
        .map(|it| (it.code.as_str(), it.name.zh.as_str()))
        .collect();
    let expected = [
        ("INDEX", "总指数"),
        ("INPUT", "投入"),
        ("RD", "研发强度"),
        ("OUTPUT", "产出"),
        ("PATENT", "专利"),
    ];
    assert_eq!(nodes, expected);
}

#[test]
fn encodings_and_line_ends_change_nothing() {
    let gb18030 = |text: &str| encoding_rs::GB18030.encode(text).0.into_owned();
    assert_eq!(said(rewritten(gb18030)), plain());
    assert_eq!(
        said(rewritten(|text| [b"\xef\xbb\xbf", text.as_bytes()].concat())),
        plain()
    );
    assert_eq!(
        said(rewritten(|text| text.replace('\n', "\r\n").into_bytes())),
        plain()
    );
    assert_eq!(
        said(rewritten(|text| text.trim_end().as_bytes().to_vec())),
        plain()
    );
}

#[test]
fn a_gb18030_strategy_and_a_marked_descriptor_are_read() {
    let dir = tiny();
    for (name, text) in FILES {
        let bytes = match name {
            "strategy.toml" => encoding_rs::GB18030.encode(text).0.into_owned(),
            "datapackage.json" | "method.toml" => [b"\xef\xbb\xbf", text.as_bytes()].concat(),
            _ => continue,
        };
        fs::write(dir.path().join(name), bytes).unwrap();
    }
    assert_eq!(said(ok(dir.path())), plain());
}

#[test]
fn tabs_may_part_columns() {
    let with_tabs = |text: &str| {
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .from_reader(text.as_bytes());
        let mut writer = csv::WriterBuilder::new()
            .delimiter(b'\t')
            .from_writer(Vec::new());
        for record in reader.records() {
            writer.write_record(&record.unwrap()).unwrap();
        }
        writer.into_inner().unwrap()
    };
    assert_eq!(said(rewritten(with_tabs)), plain());
}

#[test]
fn the_delimiter_of_the_descriptor_counts() {
    let dir = tiny();
    edit(
        dir.path(),
        &[
            Edit::Says(
                "datapackage.json",
                "\"groups.csv\",",
                "\"groups.csv\", \"dialect\": { \"delimiter\": \"\\t\" },",
            ),
            Edit::Is(
                "groups.csv",
                "code\tname_zh\tname_en\nCORE\t\"核心,区\"\tCore\n",
            ),
        ],
    );
    assert_eq!(ok(dir.path()).groups[0].name.zh, "核心,区");
}

#[test]
fn full_width_forms_white_space_and_blank_rows_change_nothing() {
    let dir = tiny();
    edit(
        dir.path(),
        &[
            Edit::Says(
                "observations.csv",
                "RD,EAST,ALL,2022,2.1,final,YB,,",
                "ＲＤ, EAST ,ALL,２０２２,２．１　,final,YB,,\n,,,,,,,,\n",
            ),
            Edit::Says("observations.csv", "false", "FALSE"),
            Edit::Ends("observations.csv", ",,,,,,,,\n\n"),
        ],
    );
    let pack = said(ok(dir.path()));
    assert_eq!(&*pack.observations[0].value_text, "２．１");
    let mut expected = plain();
    expected.observations[0].value_text = "２．１".into();
    assert_eq!(pack, expected);
}

#[test]
fn columns_may_stand_in_any_order() {
    let dir = tiny();
    edit(
        dir.path(),
        &[
            Edit::Is("groups.csv", "name_en,code,name_zh\nCore,CORE,核心区\n"),
            Edit::Says(
                "datapackage.json",
                "[{ \"name\": \"code\" }, { \"name\": \"name_zh\" }, { \"name\": \"name_en\" }]",
                "[{ \"name\": \"name_en\" }, { \"name\": \"code\" }, { \"name\": \"name_zh\" }]",
            ),
        ],
    );
    assert_eq!(said(ok(dir.path())), plain());
}

#[test]
fn optional_files_may_be_left_out() {
    let dir = tiny();
    let text = fs::read_to_string(dir.path().join("datapackage.json")).unwrap();
    let mut descriptor: serde_json::Value = serde_json::from_str(&text).unwrap();
    let resources = descriptor["resources"].as_array_mut().unwrap();
    resources.retain(|it| !["targets", "tasks"].contains(&it["name"].as_str().unwrap()));
    fs::write(dir.path().join("datapackage.json"), descriptor.to_string()).unwrap();
    edit(
        dir.path(),
        &[Edit::Gone("targets.csv"), Edit::Gone("tasks.csv")],
    );
    let pack = ok(dir.path());
    assert!(pack.targets.is_empty() && pack.tasks.is_empty());
}

#[test]
fn other_files_may_be_listed() {
    let dir = tiny();
    fs::create_dir(dir.path().join("docs")).unwrap();
    fs::write(dir.path().join("docs/notes.md"), "notes").unwrap();
    let more = "\"resources\": [ { \"name\": \"notes\", \"path\": \"docs/notes.md\" }, { \"name\": \"method\", \"path\": \"method.toml\" },";
    edit(
        dir.path(),
        &[Edit::Says("datapackage.json", "\"resources\": [", more)],
    );
    assert_eq!(said(ok(dir.path())), plain());
}

#[test]
fn an_indicator_without_figures_is_no_fault_of_the_pack() {
    let dir = tiny();
    let header = "indicator,unit,caliber,period,value,status,source,synthetic,note\n";
    edit(dir.path(), &[Edit::Is("observations.csv", header)]);
    assert!(ok(dir.path()).observations.is_empty());
}

#[test]
fn a_hundred_thousand_rows_keep_their_places() {
    let dir = tiny();
    let rows: Vec<String> = (0..100_000)
        .map(|it| format!("U{it},CITY,单位{it},\"Unit\n{it}\",other,,,,\n"))
        .collect();
    let path = dir.path().join("units.csv");
    let text = fs::read_to_string(&path).unwrap();
    let broken = rows[..99_990].concat() + "BAD,CITY,坏,Bad,town,,,,\n";
    fs::write(path, text + &broken).unwrap();
    let problems = read_in(dir.path()).unwrap_err();
    let place = (
        problems.total,
        problems.list[0].line,
        problems.list[0].column,
    );
    assert_eq!(place, (1, 5 + 2 * 99_990, 16));
}

#[test]
fn progress_counts_every_byte_once() {
    let dir = tiny();
    let mut seen: Vec<Progress> = Vec::new();
    read(dir.path(), &mut |progress| seen.push(progress)).unwrap();
    let total: usize = FILES.iter().map(|(_, text)| text.len()).sum();
    let total = u64::try_from(total).unwrap();
    assert!(seen.is_sorted_by_key(|it| it.bytes_read));
    assert!(seen.iter().all(|it| it.bytes_total == total));
    assert_eq!(seen.last().map(|it| it.bytes_read), Some(total));
}

#[test]
fn the_digest_is_what_sha256sum_says_and_changes_with_any_byte() {
    let dir = tiny();
    let digest = ok(dir.path()).digest;
    let command = "LC_ALL=C; export LC_ALL; sha256sum *.csv *.json *.toml | sort -k2 | sha256sum";
    let shell = Command::new("sh")
        .args(["-c", command])
        .current_dir(dir.path())
        .output()
        .unwrap();
    let expected = String::from_utf8(shell.stdout).unwrap();
    assert_eq!(expected.split(' ').next(), Some(digest.as_str()));
    assert_eq!(ok(tiny().path()).digest, digest);
    edit(
        dir.path(),
        &[Edit::Says("observations.csv", "演示", "演示。")],
    );
    assert_ne!(ok(dir.path()).digest, digest);
}

#[test]
fn a_method_may_name_the_units_and_groups_that_are_scored() {
    let dir = tiny();
    let steps = "[[steps]]\nstep = \"screen\"\navailable = 0.5\nkeep = [\"EAST\"]\n\n[[steps]]\nstep = \"impute\"\n\
                 rule = \"group_mean\"\ngrouping = \"group\"\n\n[[steps]]\nstep = \"treat\"\nrule = \"winsorise\"\n\n[[steps]]";
    let bands = "\n[[steps]]\nstep = \"rank\"\nties = \"dense\"\ngroups = \"group\"\nbands = [{ name = \"A\", count = 1 }, { name = \"B\" }]";
    edit(
        dir.path(),
        &[
            Edit::Says("method.toml", "[[steps]]", steps),
            Edit::Ends("method.toml", bands),
        ],
    );
    let words: Vec<&str> = ok(dir.path())
        .method
        .steps
        .iter()
        .map(yanzhi_engine::Step::word)
        .collect();
    assert_eq!(
        words,
        [
            "screen",
            "impute",
            "treat",
            "normalise",
            "aggregate",
            "rank"
        ]
    );
}
