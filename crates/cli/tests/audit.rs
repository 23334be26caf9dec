//! `yanzhi audit`: the log is verified in the database, from its file, and by a program that is not ours.
#![expect(clippy::unwrap_used, reason = "a test that cannot be set up must stop")]

mod support;

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use support::{Said, SmallPack, yanzhi};
use tempfile::TempDir;

/// An installation with a key and a checkpoint.
struct Kept {
    folder: TempDir,
    database: String,
    public: String,
}

impl Kept {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let database = format!("sqlite:{}", folder.path().join("yanzhi.sqlite").display());
        let pack = SmallPack::new();
        let pack = pack.path().to_str().unwrap();
        done(&yanzhi(&["import", pack, "--database", &database]));
        let key = path(&folder, "key");
        let made = yanzhi(&["audit", "new-key", &key, "--name", "test"]);
        done(&made);
        let public = made.out.trim().to_owned();
        let checkpoint = path(&folder, "checkpoint");
        done(&yanzhi(&[
            "audit",
            "checkpoint",
            &checkpoint,
            "--key",
            &key,
            "--database",
            &database,
        ]));
        Self {
            folder,
            database,
            public,
        }
    }

    fn export(&self) -> PathBuf {
        let file = self.folder.path().join("log");
        let name = file.to_str().unwrap();
        done(&yanzhi(&[
            "audit",
            "export",
            name,
            "--database",
            &self.database,
        ]));
        file
    }

    fn verify(&self, log: &Path) -> Said {
        let checkpoint = path(&self.folder, "checkpoint");
        let log = log.to_str().unwrap();
        yanzhi(&[
            "audit",
            "verify",
            "--file",
            log,
            "--checkpoint",
            &checkpoint,
            "--key",
            &self.public,
        ])
    }

    fn verify_elsewhere(&self, log: &Path) -> Said {
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../script/audit-verify");
        let checkpoint = path(&self.folder, "checkpoint");
        let mut python = Command::new("python3");
        python
            .arg(script)
            .arg(log)
            .args(["--checkpoint", &checkpoint, "--key", &self.public]);
        Said::of(&python.output().unwrap())
    }
}

fn path(folder: &TempDir, name: &str) -> String {
    folder.path().join(name).to_str().unwrap().to_owned()
}

fn done(said: &Said) {
    assert_eq!(said.code, 0, "{}", said.all());
}

#[test]
fn a_whole_log_agrees_with_its_checkpoint_in_the_database_in_the_file_and_elsewhere() {
    let kept = Kept::new();
    let checkpoint = path(&kept.folder, "checkpoint");
    let said = yanzhi(&[
        "audit",
        "verify",
        "--checkpoint",
        &checkpoint,
        "--key",
        &kept.public,
        "--database",
        &kept.database,
    ]);
    done(&said);
    assert!(
        said.all().contains("in agreement with the checkpoint of 4"),
        "{}",
        said.all()
    );
    let log = kept.export();
    done(&kept.verify(&log));
    let elsewhere = kept.verify_elsewhere(&log);
    done(&elsewhere);
    assert!(
        elsewhere.out.contains("whole: 5 entries, in agreement"),
        "{}",
        elsewhere.all()
    );
}

#[test]
fn what_is_changed_in_the_file_is_named_by_both_verifiers() {
    let kept = Kept::new();
    let log = kept.export();
    let text = fs::read_to_string(&log).unwrap();
    let lines: Vec<&str> = text.lines().collect();
    let edited = lines[1].replacen("operator", "0perator", 1);
    assert_ne!(edited, lines[1]);
    let altered = [
        (
            format!("{}\n{edited}\n{}\n", lines[0], lines[2]),
            "entry 2:",
        ),
        (format!("{}\n{}\n", lines[1], lines[0]), "entry 1:"),
        (format!("{}\n{}\n", lines[0], lines[2]), "entry 2:"),
        (format!("{}\n", lines[0]), "the checkpoint states 4 entries"),
    ];
    for (text, place) in altered {
        fs::write(&log, text).unwrap();
        for said in [kept.verify(&log), kept.verify_elsewhere(&log)] {
            assert_eq!(said.code, 1, "{}", said.all());
            assert!(said.all().contains(place), "{place}: {}", said.all());
        }
    }
}

#[test]
fn another_key_and_an_altered_checkpoint_are_refused() {
    let kept = Kept::new();
    let log = kept.export();
    let other = yanzhi(&[
        "audit",
        "new-key",
        &path(&kept.folder, "other"),
        "--name",
        "test",
    ]);
    let checkpoint = path(&kept.folder, "checkpoint");
    let log = log.to_str().unwrap();
    let said = yanzhi(&[
        "audit",
        "verify",
        "--file",
        log,
        "--checkpoint",
        &checkpoint,
        "--key",
        other.out.trim(),
    ]);
    assert_eq!(said.code, 1);
    assert!(
        said.all().contains("signature is not that of this key"),
        "{}",
        said.all()
    );
    let text = fs::read_to_string(&checkpoint).unwrap();
    let altered = text.replacen("\n4\n", "\n1\n", 1);
    assert_ne!(altered, text);
    fs::write(&checkpoint, altered).unwrap();
    let said = kept.verify(Path::new(log));
    assert_eq!(said.code, 1);
    assert!(said.all().contains("signature"), "{}", said.all());
}
