//! One file with everything, and everything from one file.

use std::{
    fs::{File, OpenOptions},
    io::{self, BufWriter},
    path::{Path, PathBuf},
};

use yanzhi_audit::Event;
use yanzhi_identity::{Ended, SecondFactors};
use yanzhi_kernel::{Digest, Scope};
use yanzhi_storage::{
    Db, Opening,
    backup::{self, BackupError, TableDigest},
};

use super::{UpkeepError, record};
use crate::{Config, Platform, SCHEMA, key_file};

/// What a backup holds, or what was restored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BackedUp {
    /// Rows and digest of every table.
    pub tables: Vec<TableDigest>,
    /// The digest over all of them.
    pub digest: Digest,
}

impl BackedUp {
    fn of(tables: Vec<TableDigest>) -> Self {
        let lines: Vec<String> = tables
            .iter()
            .map(|table| format!("{} {} {}\n", table.table, table.rows, table.digest))
            .collect();
        let digest = Digest::of(lines.concat());
        Self { tables, digest }
    }

    /// The number of rows of all tables.
    pub fn rows(&self) -> u64 {
        self.tables.iter().map(|table| table.rows).sum()
    }
}

/// Writes a backup to a new file, which appears under its name only when it is whole and on the disk. Others
/// may write meanwhile: the backup is of the moment at which it began. The log says that it was taken.
///
/// # Errors
/// [`UpkeepError::Exists`], [`UpkeepError::Backup`], [`UpkeepError::Audit`].
pub async fn back_up(
    platform: &Platform,
    operator: &Scope,
    file: &Path,
) -> Result<BackedUp, UpkeepError> {
    if file.exists() {
        return Err(UpkeepError::Exists(file.to_owned()));
    }
    let unfinished = Unfinished::beside(file)?;
    let at = platform.clock.now();
    let tx = platform.db.read().await?;
    let tables = backup::back_up(&tx, &SCHEMA, at, BufWriter::new(&unfinished.file)).await?;
    drop(tx);
    unfinished.name(file)?;
    let backed_up = BackedUp::of(tables);
    let done = Event::done("database.back_up", "database");
    record(platform, operator, done, &backed_up.digest).await?;
    Ok(backed_up)
}

/// What was restored, and what of it does not count any more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Restored {
    /// What the backup holds.
    pub content: BackedUp,
    /// What proved people at the moment of the backup.
    pub ended: Ended,
    /// Second factors, which need the key that they were set up with.
    pub second_factors: SecondFactors,
    /// The file of that key; it is in no backup.
    pub key_file: PathBuf,
}

/// Brings a backup into the configured database, which must be new or empty. Nobody is signed in afterwards: what was
/// ended since the backup must not count again. The log goes on with an entry that says so.
///
/// # Errors
/// [`UpkeepError::Backup`]: then the database holds no row. Any other: then it is not to be served, but to be restored
/// again into an empty one.
pub async fn restore(
    config: &Config,
    operator: &Scope,
    file: &Path,
) -> Result<Restored, UpkeepError> {
    let key_file = key_file::place(config)?;
    let backup = File::open(file).map_err(BackupError::Unreadable)?;
    let db = Db::open(&config.database.address()?, Opening::CreateIfMissing).await?;
    let (_, tables) = backup::restore(&db, &SCHEMA, backup).await?;
    let content = BackedUp::of(tables);
    let platform = Platform::on(db, config).map_err(Box::new)?;
    let tx = platform.db.write().await?;
    let ended = platform.identity.end_everything(&tx).await?;
    let second_factors = platform.identity.second_factors(&tx).await?;
    let done = Event::done("database.restore", "database");
    let done = done.changing(None, Some(content.digest.clone()));
    yanzhi_audit::record(&tx, operator, platform.clock.now(), done).await?;
    tx.commit().await?;
    platform.close().await?;
    Ok(Restored {
        content,
        ended,
        second_factors,
        key_file,
    })
}

/// A file without its name yet; gone when it is dropped before it gets one.
struct Unfinished {
    file: File,
    path: PathBuf,
}

impl Unfinished {
    fn beside(file: &Path) -> Result<Self, BackupError> {
        let mut path = file.as_os_str().to_owned();
        path.push(".unfinished");
        let path = PathBuf::from(path);
        let mut options = OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let file = options.open(&path).map_err(BackupError::Unwritable)?;
        Ok(Self { file, path })
    }

    fn name(self, name: &Path) -> Result<(), BackupError> {
        let named = || -> io::Result<()> {
            self.file.sync_all()?;
            std::fs::hard_link(&self.path, name)?;
            let folder = name
                .parent()
                .filter(|folder| !folder.as_os_str().is_empty());
            File::open(folder.unwrap_or(Path::new(".")))?.sync_all()
        };
        named().map_err(BackupError::Unwritable)
    }
}

impl Drop for Unfinished {
    fn drop(&mut self) {
        // Without its name the file is of no use to anybody; that it cannot be removed changes nothing.
        let _ = std::fs::remove_file(&self.path);
    }
}
