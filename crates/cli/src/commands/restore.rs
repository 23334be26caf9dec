//! `yanzhi restore`

use std::path::PathBuf;

use clap::Args;
use yanzhi_kernel::{Lang, Text};
use yanzhi_server::upkeep;

use super::{backup::summary, installation::operator, serve::runtime, settings::Settings};
use crate::{
    outcome::Outcome,
    speak::{say, working},
};

/// From which file, into which database.
#[derive(Debug, Args)]
pub(crate) struct Options {
    /// A file that `yanzhi backup` wrote, of either kind of database.
    file: PathBuf,
    #[command(flatten)]
    settings: Settings,
}

pub(crate) fn run(options: &Options, lang: Lang) -> anyhow::Result<Outcome> {
    let config = options.settings.read()?;
    config.validate()?;
    let bar = working(&Text::new("恢复", "restoring"), lang);
    let restored = runtime()?.block_on(upkeep::restore(&config, &operator(), &options.file));
    bar.finish_and_clear();
    let restored = restored?;
    let text = Text::new(
        "已恢复，内容与备份一致",
        "restored; the content is that of the backup",
    );
    say(text.get(lang));
    say(summary(&restored).get(lang));
    Ok(Outcome::Done)
}
