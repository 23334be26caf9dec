//! Options that several commands share.

use std::path::PathBuf;

use clap::Args;
use yanzhi_server::{Config, LogFormat};

/// Where the configuration comes from. The command line wins over the environment, which wins over the file.
#[derive(Clone, Debug, Args)]
pub(crate) struct Settings {
    /// Configuration file (TOML); see docs/operations.md.
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
    /// Database: sqlite:PATH, or postgres://user:password@host/name [environment: DATABASE_URL]
    #[arg(long, value_name = "URL")]
    database: Option<String>,
    /// Threads of a computation; 0 takes one a processor. The result is the same for any number.
    #[arg(long, value_name = "N")]
    threads: Option<usize>,
    /// What to log: error, warn, info, debug, or by module.
    #[arg(long, value_name = "FILTER")]
    log: Option<String>,
    /// Write logs as one JSON object a line.
    #[arg(long)]
    log_json: bool,
}

impl Settings {
    pub(crate) fn read(&self) -> anyhow::Result<Config> {
        let mut config = Config::load(self.config.as_deref())?;
        if let Some(database) = &self.database {
            config.database.url.clone_from(database);
        }
        if let Some(threads) = self.threads {
            config.engine.threads = threads;
        }
        if let Some(filter) = &self.log {
            config.log.filter.clone_from(filter);
        }
        if self.log_json {
            config.log.format = LogFormat::Json;
        }
        Ok(config)
    }
}
