//! Problems are reported together, in order, and without what only follows from another.

use yanzhi_kernel::Lang;
use yanzhi_pack::Problems;

use crate::tiny_pack::{Edit, edit, read_in, tiny};

#[test]
fn problems_of_every_file_are_said_in_reading_order() {
    let dir = tiny();
    edit(
        dir.path(),
        &[
            Edit::Says("observations.csv", "2.1", "2,1.1"),
            Edit::Says("observations.csv", "RD,WEST", "RDD,WEAST"),
            Edit::Says("observations.csv", "\"1,234\"", "\"1,23\""),
            Edit::Says("units.csv", "WEST,CITY", "WEST,TOWN"),
            Edit::Says("strategy.toml", "\"ALL\"", "\"ALLE\""),
            Edit::Says("method.toml", "0.5", "\"half\""),
            Edit::Gone("groups.csv"),
        ],
    );
    let problems = read_in(dir.path()).unwrap_err();
    let places: Vec<String> = problems
        .list
        .iter()
        .map(|it| format!("{}:{}:{} {}", it.file, it.line, it.column, it.code))
        .collect();
    assert_eq!(
        places,
        [
            "datapackage.json:5:33 file_missing",
            "strategy.toml:11:11 code_unknown",
            "method.toml:12:1 key_wrong_kind",
            "groups.csv:1:1 file_missing",
            "units.csv:4:6 code_unknown",
            "observations.csv:2:34 field_count",
            "observations.csv:3:1 code_unknown",
            "observations.csv:3:5 code_unknown",
            "observations.csv:5:22 value_grouping",
        ]
    );
}

#[test]
fn the_first_thousand_are_kept_and_all_are_counted() {
    let dir = tiny();
    let rows: String = (0..2_500)
        .map(|_| "RD,NOBODY,ALL,2020,1,final,YB,,\n")
        .collect();
    let header = "indicator,unit,caliber,period,value,status,source,synthetic,note\n";
    std::fs::write(
        dir.path().join("observations.csv"),
        header.to_owned() + &rows,
    )
    .unwrap();
    let problems = read_in(dir.path()).unwrap_err();
    assert_eq!(
        (problems.list.len(), problems.total),
        (Problems::KEPT, 2_500)
    );
    let ends = [
        (Lang::Zh, "\n另有 1500 个问题未列出"),
        (Lang::En, "\nand 1500 more problems that are not listed"),
    ];
    for (lang, end) in ends {
        assert!(problems.render(lang).ends_with(end));
    }
}

#[test]
fn an_empty_folder_lacks_every_file_that_must_be_there() {
    let dir = tempfile::tempdir().unwrap();
    let problems = read_in(dir.path()).unwrap_err();
    let files: Vec<&str> = problems.list.iter().map(|it| it.file.as_str()).collect();
    assert_eq!(
        files,
        [
            "datapackage.json",
            "strategy.toml",
            "method.toml",
            "groups.csv",
            "calibers.csv",
            "units.csv",
            "indicators.csv",
            "framework.csv",
            "observations.csv",
        ]
    );
    assert!(problems.list.iter().all(|it| it.code == "file_missing"));
}

#[test]
fn a_value_that_is_wrong_does_not_hide_that_its_key_is_there_twice() {
    let dir = tiny();
    let line = "RD,EAST,ALL,2022,viel,final,YB,,";
    edit(dir.path(), &[Edit::Ends("observations.csv", line)]);
    let problems = read_in(dir.path()).unwrap_err();
    let codes: Vec<&str> = problems.list.iter().map(|it| it.code).collect();
    assert_eq!(codes, ["key_duplicate", "value_not_a_number"]);
}
