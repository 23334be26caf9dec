//! `yanzhi read-sheet`: the child in which uploaded files are read. People have no use for it.

use anyhow::Context as _;
use clap::Args;
use yanzhi_sheet::Limits;

use crate::outcome::Outcome;

/// What the file may be.
#[derive(Debug, Args)]
pub(crate) struct Options {
    /// The limits as JSON.
    #[arg(long, value_name = "JSON")]
    limits: Option<String>,
}

pub(crate) fn run(options: &Options) -> anyhow::Result<Outcome> {
    let limits = match &options.limits {
        Some(limits) => serde_json::from_str(limits).context("--limits")?,
        None => Limits::TEMPLATE,
    };
    yanzhi_sheet::run(&limits)?;
    Ok(Outcome::Done)
}
