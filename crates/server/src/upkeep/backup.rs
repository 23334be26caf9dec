//! One file with everything, and everything from one file.

use std::{
    fs::{File, OpenOptions},
    io::{self, BufWriter},
    path::{Path, PathBuf},
};

use yanzhi_audit::{AuditError, Event, rules::CheckpointError};
use yanzhi_kernel::{Digest, Scope};
use yanzhi_storage::{
    Db, Opening, StorageError,
    backup::{self, BackupError, TableDigest},
};

use crate::{Config, ConfigError, Platform, SCHEMA, ServeError};

/// Why the database could not be backed up or restored.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum UpkeepError {
    /// The backup itself.
    #[error(transparent)]
    Backup(#[from] BackupError),
    /// The database.
    #[error(transparent)]
    Storage(#[from] StorageError),
    /// The configuration.
    #[error(transparent)]
    Config(#[from] ConfigError),
    /// The platform cannot be put together.
    #[error(transparent)]
    Platform(#[from] Box<ServeError>),
    /// The entry in the log.
    #[error(transparent)]
    Audit(#[from] AuditError),
    /// The checkpoint of the log.
    #[error(transparent)]
    Checkpoint(#[from] CheckpointError),
    /// The log does not hang together.
    #[error("the audit log was tampered with, so nothing was signed: {0}")]
    Tampered(String),
    /// There is a file of that name.
    #[error("{0} is there already: a backup replaces nothing, choose another name")]
    Exists(PathBuf),
}

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
    record(platform, operator, "database.back_up", &backed_up.digest).await?;
    Ok(backed_up)
}

/// Brings a backup into the configured database, which must be new or empty. The log goes on with an entry
/// that says so.
///
/// # Errors
/// [`UpkeepError::Backup`]: then the database holds no row.
pub async fn restore(
    config: &Config,
    operator: &Scope,
    file: &Path,
) -> Result<BackedUp, UpkeepError> {
    let backup = File::open(file).map_err(BackupError::Unreadable)?;
    let db = Db::open(&config.database.address()?, Opening::CreateIfMissing).await?;
    let (_, tables) = backup::restore(&db, &SCHEMA, backup).await?;
    let restored = BackedUp::of(tables);
    let platform = Platform::on(db, config).map_err(Box::new)?;
    record(&platform, operator, "database.restore", &restored.digest).await?;
    platform.close().await?;
    Ok(restored)
}

async fn record(
    platform: &Platform,
    operator: &Scope,
    action: &'static str,
    digest: &Digest,
) -> Result<(), UpkeepError> {
    let event = Event::done(action, "database").changing(None, Some(digest.clone()));
    let tx = platform.db.write().await?;
    yanzhi_audit::record(&tx, operator, platform.clock.now(), event).await?;
    Ok(tx.commit().await?)
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
