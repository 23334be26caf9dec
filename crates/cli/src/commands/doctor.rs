//! `yanzhi doctor`

use std::io::{self, Write as _};

use clap::Args;
use yanzhi_kernel::Lang;
use yanzhi_server::upkeep::{self, Severity};

use super::{serve::runtime, settings::Settings};
use crate::outcome::Outcome;

/// Which installation.
#[derive(Debug, Args)]
pub(crate) struct Options {
    #[command(flatten)]
    settings: Settings,
}

pub(crate) fn run(options: &Options, lang: Lang) -> anyhow::Result<Outcome> {
    let config = options.settings.read()?;
    let findings = runtime()?.block_on(upkeep::examine(&config));
    let mut out = io::stdout().lock();
    for finding in &findings {
        let mark = match finding.severity {
            Severity::Well => "✓",
            Severity::Doubtful => "!",
            Severity::Bad => "✗",
        };
        writeln!(out, "{mark} {}", finding.text.get(lang))?;
    }
    let is_bad = findings
        .iter()
        .any(|finding| finding.severity == Severity::Bad);
    Ok(if is_bad {
        Outcome::Refused
    } else {
        Outcome::Done
    })
}
