//! `yanzhi backup`

use std::path::PathBuf;

use clap::Args;
use yanzhi_kernel::{Lang, Text};
use yanzhi_server::upkeep::{self, BackedUp};

use super::{
    installation::{operator, with_platform},
    settings::Settings,
};
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
    let bar = working(&Text::new("备份", "backing up"), lang);
    let backed_up = with_platform(&options.settings, async |platform| {
        Ok(upkeep::back_up(platform, &operator(), &options.file).await?)
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
