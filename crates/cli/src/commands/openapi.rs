//! `yanzhi openapi`

use std::io::Write as _;

use clap::Args;

use crate::outcome::Outcome;

/// Nothing to choose.
#[derive(Clone, Copy, Debug, Args)]
pub(crate) struct Options {}

pub(crate) fn run(_options: Options) -> anyhow::Result<Outcome> {
    std::io::stdout().write_all(yanzhi_server::openapi_document()?.as_bytes())?;
    Ok(Outcome::Done)
}
