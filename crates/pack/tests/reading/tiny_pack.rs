//! A pack small enough to see at once, to be broken in one place.

use std::fs;
use std::path::Path;

use tempfile::TempDir;
use yanzhi_kernel::Lang;
use yanzhi_pack::{Pack, Problems, read};

/// Its files as they stand in the folder.
pub(crate) const FILES: [(&str, &str); 12] = [
    ("datapackage.json", include_str!("tiny/datapackage.json")),
    ("strategy.toml", include_str!("tiny/strategy.toml")),
    ("method.toml", include_str!("tiny/method.toml")),
    ("groups.csv", include_str!("tiny/groups.csv")),
    ("calibers.csv", include_str!("tiny/calibers.csv")),
    ("sources.csv", include_str!("tiny/sources.csv")),
    ("units.csv", include_str!("tiny/units.csv")),
    ("indicators.csv", include_str!("tiny/indicators.csv")),
    ("framework.csv", include_str!("tiny/framework.csv")),
    ("observations.csv", include_str!("tiny/observations.csv")),
    ("targets.csv", include_str!("tiny/targets.csv")),
    ("tasks.csv", include_str!("tiny/tasks.csv")),
];

/// The pack in a folder of its own.
pub(crate) fn tiny() -> TempDir {
    let dir = tempfile::tempdir().unwrap();
    for (name, text) in FILES {
        fs::write(dir.path().join(name), text).unwrap();
    }
    dir
}

/// What is done to the pack.
#[derive(Debug)]
pub(crate) enum Edit {
    /// The first place where the file says so says something else.
    Says(&'static str, &'static str, &'static str),
    /// The file has another text.
    Is(&'static str, &'static str),
    /// The file has one more line.
    Ends(&'static str, &'static str),
    /// The file has other bytes.
    Bytes(&'static str, &'static [u8]),
    /// The file is not there.
    Gone(&'static str),
}

pub(crate) fn edit(dir: &Path, edits: &[Edit]) {
    for edit in edits {
        let text = |name: &str| fs::read_to_string(dir.join(name)).unwrap();
        let (name, bytes) = match edit {
            Edit::Says(name, from, to) => {
                assert!(text(name).contains(from), "{name} does not say {from}");
                (name, text(name).replacen(from, to, 1).into_bytes())
            }
            Edit::Is(name, text) => (name, text.as_bytes().to_vec()),
            Edit::Ends(name, line) => (name, format!("{}{line}\n", text(name)).into_bytes()),
            Edit::Bytes(name, bytes) => (name, bytes.to_vec()),
            Edit::Gone(name) => {
                fs::remove_file(dir.join(name)).unwrap();
                continue;
            }
        };
        fs::write(dir.join(name), bytes).unwrap();
    }
}

pub(crate) fn read_in(dir: &Path) -> Result<Pack, Problems> {
    read(dir, &mut |_| ())
}

/// One way to break the pack, and what is said of it.
#[derive(Debug)]
pub(crate) struct Case {
    pub(crate) code: &'static str,
    pub(crate) edits: &'static [Edit],
    pub(crate) zh: &'static str,
    pub(crate) en: &'static str,
}

/// Breaks the pack in each way, and holds what is said against what should be.
pub(crate) fn check(cases: &[Case]) {
    let mut wrong = Vec::new();
    for case in cases {
        let dir = tiny();
        edit(dir.path(), case.edits);
        let Err(problems) = read_in(dir.path()) else {
            wrong.push(format!("{case:?}: nothing is wrong"));
            continue;
        };
        let said = [problems.render(Lang::Zh), problems.render(Lang::En)];
        let mut codes = problems.list.iter().map(|it| it.code);
        if said != [case.zh, case.en] || !codes.any(|it| it == case.code) {
            wrong.push(format!("{case:?}\n{}\n{}", said[0], said[1]));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}
