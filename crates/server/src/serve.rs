//! From configuration to a running server.

use std::{net::SocketAddr, path::PathBuf};

use tokio::net::TcpListener;
use yanzhi_collection::routes::AfterApproval;
use yanzhi_identity::IdentityError;
use yanzhi_storage::{DatabaseUrl, Opening, StorageError};

use crate::{Config, ConfigError, Platform, Tables, listener, recompute::Recompute, router};

/// Why the server does not run.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ServeError {
    /// The configuration does not make sense.
    #[error(transparent)]
    Config(#[from] ConfigError),
    /// The database does not open.
    #[error(transparent)]
    Storage(#[from] StorageError),
    /// Accounts cannot be looked at.
    #[error(transparent)]
    Identity(#[from] IdentityError),
    /// The port is taken.
    #[error(
        "{address} is in use by another program: stop it, or choose another port with --listen"
    )]
    PortInUse {
        /// The address.
        address: SocketAddr,
    },
    /// The address cannot be listened on.
    #[error("{address} cannot be listened on: {reason}. Choose another with --listen")]
    Listen {
        /// The address.
        address: SocketAddr,
        /// What the system said.
        reason: std::io::Error,
    },
}

/// What whoever started the server should know.
#[derive(Clone, Debug)]
pub struct Ready {
    /// Where requests are answered.
    pub address: SocketAddr,
    /// The code of the first start, while there is no account.
    pub first_start: Option<String>,
    /// The file that was made because there was none.
    pub new_database: Option<PathBuf>,
}

/// Whoever asks for the tables may have the file as well: a first start needs nothing before it.
const fn opening(tables: Tables) -> Opening {
    match tables {
        Tables::BringUpToDate => Opening::CreateIfMissing,
        Tables::Check => Opening::Existing,
    }
}

/// The file of the database, when it is not there.
fn missing_file(config: &Config) -> Result<Option<PathBuf>, ServeError> {
    Ok(match config.database.address()? {
        DatabaseUrl::Sqlite(path) if !path.exists() => Some(path),
        _ => None,
    })
}

/// Answers requests until `stop` is done. `ready` is called once requests are answered.
///
/// # Errors
/// [`ServeError`] when it cannot begin.
pub async fn serve(
    config: &Config,
    tables: Tables,
    ready: impl FnOnce(Ready),
    stop: impl Future<Output = ()>,
) -> Result<(), ServeError> {
    config.validate()?;
    let address = config.http.address()?;
    let missing = missing_file(config)?;
    let platform = Platform::open(config, opening(tables), tables).await?;
    let listener = TcpListener::bind(address)
        .await
        .map_err(|reason| match reason.kind() {
            std::io::ErrorKind::AddrInUse => ServeError::PortInUse { address },
            _ => ServeError::Listen { address, reason },
        })?;
    let bound = listener
        .local_addr()
        .map_err(|reason| ServeError::Listen { address, reason })?;
    let router = router(&platform, &config.http);
    tracing::info!(address = %bound, database = ?config.database, "serving");
    // What was approved just before the last end, and not computed any more.
    AfterApproval::run(&Recompute::new(&platform)).await;
    let first_start = platform.identity.first_start_code().await?;
    ready(Ready {
        address: bound,
        first_start,
        new_database: missing,
    });
    listener::listen(listener, router, &config.http, stop).await;
    Ok(platform.close().await?)
}
