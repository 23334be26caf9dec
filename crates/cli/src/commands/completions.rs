//! `yanzhi completions`

use clap::{Args, CommandFactory as _};
use clap_complete::Shell;

use super::Yanzhi;
use crate::outcome::Outcome;

/// Which shell.
#[derive(Clone, Copy, Debug, Args)]
pub(crate) struct Options {
    /// The shell.
    shell: Shell,
}

#[expect(clippy::unnecessary_wraps, reason = "all commands are alike")]
pub(crate) fn run(options: Options) -> anyhow::Result<Outcome> {
    clap_complete::generate(
        options.shell,
        &mut Yanzhi::command(),
        "yanzhi",
        &mut std::io::stdout(),
    );
    Ok(Outcome::Done)
}
