//! The key that secrets of second factors are encrypted with: a file beside the database that nobody else may read.

use std::{
    fs::{self, OpenOptions, Permissions},
    io::{ErrorKind, Write as _},
    os::unix::fs::{OpenOptionsExt as _, PermissionsExt as _},
    path::{Path, PathBuf},
};

use yanzhi_identity::FactorKey;
use yanzhi_kernel::SecretSource;
use yanzhi_storage::DatabaseUrl;

use crate::{Config, ConfigError};

const BYTES: usize = 32;
const OWNER_ONLY: u32 = 0o600;

/// Reads the key; makes it where it is not there.
///
/// # Errors
/// [`ConfigError::NotAllowed`] for a file that cannot be read or made, that others may read, or that holds no key.
pub(crate) fn read_or_make(
    config: &Config,
    secrets: &dyn SecretSource,
) -> Result<FactorKey, ConfigError> {
    let path = place(config)?;
    match fs::read(&path) {
        Ok(bytes) => key(&path, &bytes),
        Err(error) if error.kind() == ErrorKind::NotFound => make(&path, secrets),
        Err(error) => Err(refused(&path, error.to_string())),
    }
}

/// Where it is.
pub(crate) fn place(config: &Config) -> Result<PathBuf, ConfigError> {
    if let Some(path) = &config.identity.key_file {
        return Ok(path.clone());
    }
    Ok(match config.database.address()? {
        DatabaseUrl::Sqlite(file) => file.with_extension("key"),
        DatabaseUrl::Postgres(_) => PathBuf::from("data/yanzhi.key"),
    })
}

fn key(path: &Path, bytes: &[u8]) -> Result<FactorKey, ConfigError> {
    let mode = fs::metadata(path).map(|file| file.permissions().mode());
    let mode = mode.map_err(|error| refused(path, error.to_string()))?;
    if mode & 0o077 != 0 {
        let reason = format!("others may read it (mode {:o}): chmod 600 it", mode & 0o777);
        return Err(refused(path, reason));
    }
    let bytes: [u8; BYTES] = bytes.try_into().map_err(|_| {
        refused(
            path,
            format!("it holds {} bytes and no key of {BYTES}", bytes.len()),
        )
    })?;
    Ok(FactorKey::new(bytes))
}

fn make(path: &Path, secrets: &dyn SecretSource) -> Result<FactorKey, ConfigError> {
    let bytes: [u8; BYTES] = secrets.draw();
    let written = (|| {
        if let Some(folder) = path.parent().filter(|it| !it.as_os_str().is_empty()) {
            fs::create_dir_all(folder)?;
        }
        let mut file = OpenOptions::new()
            .write(true)
            .create_new(true)
            .mode(OWNER_ONLY)
            .open(path)?;
        file.set_permissions(Permissions::from_mode(OWNER_ONLY))?;
        file.write_all(&bytes)?;
        file.sync_all()
    })();
    written.map_err(|error| refused(path, error.to_string()))?;
    Ok(FactorKey::new(bytes))
}

fn refused(path: &Path, reason: String) -> ConfigError {
    ConfigError::NotAllowed {
        key: "identity.key_file",
        value: path.display().to_string(),
        reason,
    }
}

#[cfg(test)]
mod tests {
    use rand::{SeedableRng as _, rngs::StdRng};
    use yanzhi_kernel::Secrets;

    use super::*;

    #[test]
    fn a_key_is_made_once_for_its_owner_only() {
        let folder = tempfile::tempdir().unwrap();
        let mut config = Config::default();
        let database = folder.path().join("sub/yanzhi.sqlite");
        config.database.url = format!("sqlite:{}", database.display());
        let secrets = Secrets::new(StdRng::seed_from_u64(1));
        read_or_make(&config, &secrets).unwrap();
        let path = database.with_extension("key");
        let first = fs::read(&path).unwrap();
        assert_eq!(
            fs::metadata(&path).unwrap().permissions().mode() & 0o777,
            0o600
        );
        read_or_make(&config, &secrets).unwrap();
        assert_eq!(fs::read(&path).unwrap(), first);
        fs::set_permissions(&path, Permissions::from_mode(0o640)).unwrap();
        let error = read_or_make(&config, &secrets).unwrap_err().to_string();
        assert!(error.contains("chmod 600"), "{error}");
        fs::set_permissions(&path, Permissions::from_mode(0o600)).unwrap();
        fs::write(&path, "short").unwrap();
        let error = read_or_make(&config, &secrets).unwrap_err().to_string();
        assert!(error.contains("5 bytes"), "{error}");
    }
}
