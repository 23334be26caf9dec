//! The installation that a command works on, and as whom.

use yanzhi_kernel::Scope;
use yanzhi_server::{Platform, Tables};
use yanzhi_storage::Opening;

use super::{serve::runtime, settings::Settings};

/// Whoever can run the program on the machine that holds the database.
#[expect(
    clippy::disallowed_methods,
    reason = "whoever runs the command is the operator"
)]
pub(crate) fn operator() -> Scope {
    Scope::operator()
}

/// Does a task on the configured installation, which must be there and up to date, and closes it in order.
pub(crate) fn with_platform<T>(
    settings: &Settings,
    task: impl AsyncFnOnce(&Platform) -> anyhow::Result<T>,
) -> anyhow::Result<T> {
    let config = settings.read()?;
    config.validate()?;
    runtime()?.block_on(async {
        let platform = Platform::open(&config, Opening::Existing, Tables::Check).await?;
        let done = task(&platform).await;
        platform.close().await?;
        done
    })
}
