//! `backup`, `restore`, `doctor`: an installation is moved without losing anything.
#![expect(clippy::unwrap_used, reason = "a test that cannot be set up must stop")]

mod support;

use std::{
    fs,
    path::{Path, PathBuf},
};

use support::{SmallPack, yanzhi};

fn database(path: &Path) -> String {
    format!("sqlite:{}", path.display())
}

/// A database with the small pack in it.
fn imported(folder: &tempfile::TempDir) -> PathBuf {
    let path = folder.path().join("yanzhi.sqlite");
    let pack = SmallPack::new();
    let done = yanzhi(&[
        "import",
        pack.path().to_str().unwrap(),
        "--database",
        &database(&path),
    ]);
    assert!(done.code == 0, "{}", done.all());
    path
}

fn digest_in(text: &str) -> &str {
    text.trim_end().rsplit(' ').next().unwrap()
}

#[test]
fn a_backup_is_restored_elsewhere_with_the_same_digest() {
    let folder = tempfile::tempdir().unwrap();
    let (from, to) = (imported(&folder), folder.path().join("other.sqlite"));
    let file = folder.path().join("backup.yz");
    let file = file.to_str().unwrap();
    let backed_up = yanzhi(&["backup", file, "--database", &database(&from)]);
    assert!(backed_up.code == 0, "{}", backed_up.all());
    let restored = yanzhi(&["restore", file, "--database", &database(&to)]);
    assert!(restored.code == 0, "{}", restored.all());
    assert_eq!(digest_in(&backed_up.all()), digest_in(&restored.all()));
    assert!(
        restored.all().contains("counts no more (sessions: 0"),
        "{}",
        restored.all()
    );
    let well = yanzhi(&["doctor", "--database", &database(&to)]);
    assert!(well.code == 0, "{}", well.all());
    assert!(
        well.all().contains("the audit chain is whole (5 entries)"),
        "{}",
        well.all()
    );
}

#[test]
fn a_backup_replaces_no_file_and_leaves_none_half_written() {
    let folder = tempfile::tempdir().unwrap();
    let from = imported(&folder);
    let file = folder.path().join("backup.yz");
    fs::write(&file, "mine").unwrap();
    let refused = yanzhi(&[
        "backup",
        file.to_str().unwrap(),
        "--database",
        &database(&from),
    ]);
    assert_eq!(refused.code, 1);
    assert!(
        refused.all().contains("is there already"),
        "{}",
        refused.all()
    );
    assert_eq!(fs::read_to_string(&file).unwrap(), "mine");
    let nowhere = folder.path().join("missing").join("backup.yz");
    let refused = yanzhi(&[
        "backup",
        nowhere.to_str().unwrap(),
        "--database",
        &database(&from),
    ]);
    assert_eq!(refused.code, 1);
    let left: Vec<_> = fs::read_dir(folder.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name())
        .collect();
    assert!(
        left.iter()
            .all(|name| !name.to_string_lossy().contains("unfinished")),
        "{left:?}"
    );
}

#[test]
fn a_restore_over_figures_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let from = imported(&folder);
    let file = folder.path().join("backup.yz");
    let file = file.to_str().unwrap();
    assert!(yanzhi(&["backup", file, "--database", &database(&from)]).code == 0);
    let refused = yanzhi(&["restore", file, "--database", &database(&from)]);
    assert_eq!(refused.code, 1);
    assert!(
        refused.all().contains("has rows already"),
        "{}",
        refused.all()
    );
}

#[test]
fn the_doctor_names_what_is_wrong() {
    let folder = tempfile::tempdir().unwrap();
    let missing = database(&folder.path().join("none.sqlite"));
    let bad = yanzhi(&["doctor", "--database", &missing]);
    assert_eq!(bad.code, 1);
    assert!(
        bad.all().contains("✗ database: there is no database"),
        "{}",
        bad.all()
    );
    let path = imported(&folder);
    let wide = std::os::unix::fs::PermissionsExt::from_mode(0o644);
    fs::set_permissions(&path, wide).unwrap();
    let doubtful = yanzhi(&["doctor", "--database", &database(&path)]);
    assert!(doubtful.code == 0);
    assert!(
        doubtful.all().contains("mode 644): chmod 600"),
        "{}",
        doubtful.all()
    );
}
