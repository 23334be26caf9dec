//! `yanzhi backup`

use std::path::PathBuf;

use clap::Args;
use yanzhi_kernel::{Lang, Scope, Text};
use yanzhi_server::{
    Platform, Tables,
    upkeep::{self, BackedUp},
};
use yanzhi_storage::Opening;

use super::{serve::runtime, settings::Settings};
use crate::{
    outcome::Outcome,
    speak::{say, working},
};

/// Of which database, and to where.
#[derive(Debug, Args)]
pub(crate) struct Options {
    /// The new file. It holds all that the database holds: keep it as carefully.
    file: PathBuf,
    #[command(flatten)]
    settings: Settings,
}

pub(crate) fn run(options: &Options, lang: Lang) -> anyhow::Result<Outcome> {
    let config = options.settings.read()?;
    config.validate()?;
    let bar = working(&Text::new("备份", "backing up"), lang);
    let backed_up = runtime()?.block_on(async {
        let platform = Platform::open(&config, Opening::Existing, Tables::Check).await?;
        #[expect(
            clippy::disallowed_methods,
            reason = "whoever runs the command is the operator"
        )]
        let operator = Scope::operator();
        let backed_up = upkeep::back_up(&platform, &operator, &options.file).await;
        platform.close().await?;
        anyhow::Ok(backed_up?)
    });
    bar.finish_and_clear();
    let backed_up = backed_up?;
    let file = options.file.display();
    let text = Text::new(format!("已备份到 {file}"), format!("backed up to {file}"));
    say(text.get(lang));
    say(summary(&backed_up).get(lang));
    Ok(Outcome::Done)
}

/// How much it is, and its digest.
pub(super) fn summary(backed_up: &BackedUp) -> Text {
    let (tables, rows, digest) = (backed_up.tables.len(), backed_up.rows(), &backed_up.digest);
    Text::new(
        format!("{tables} 张表，{rows} 行，指纹 {digest}"),
        format!("{tables} tables, {rows} rows, digest {digest}"),
    )
}
