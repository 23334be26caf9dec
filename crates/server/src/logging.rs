//! Logs: one line an event, with the id of the request it belongs to.

use tracing_subscriber::{EnvFilter, fmt, prelude::*};

use crate::{ConfigError, LogFormat, LogSection};

/// Starts logging to standard error. Once a process.
///
/// # Errors
/// [`ConfigError::NotAllowed`] for a filter that cannot be read, or when logging was started already.
pub fn start(section: &LogSection) -> Result<(), ConfigError> {
    let not_allowed = |reason: String| ConfigError::NotAllowed {
        key: "log.filter",
        value: section.filter.clone(),
        reason,
    };
    let filter = EnvFilter::try_new(&section.filter).map_err(|why| not_allowed(why.to_string()))?;
    let lines = fmt::layer().with_writer(std::io::stderr);
    let started = match section.format {
        LogFormat::Text => tracing_subscriber::registry()
            .with(filter)
            .with(lines)
            .try_init(),
        LogFormat::Json => tracing_subscriber::registry()
            .with(filter)
            .with(lines.json())
            .try_init(),
    };
    started.map_err(|why| not_allowed(why.to_string()))
}
