//! `yanzhi demo`

use std::path::{Path, PathBuf};

use clap::Args;
use yanzhi_kernel::{Lang, Text};
use yanzhi_server::{Config, Platform, Tables, demo, import};
use yanzhi_storage::Opening;

use super::{import::bring_in, installation::operator, pack::read_or_refuse, serve};
use crate::{outcome::Outcome, speak::say};

/// What to show, and where.
#[derive(Debug, Args)]
pub(crate) struct Options {
    /// The folder of the pack to show.
    #[arg(long, value_name = "DIR", default_value = "packs/ningbo")]
    pack: PathBuf,
    /// Folder for the database; a temporary one by default.
    #[arg(long, value_name = "DIR")]
    data_dir: Option<PathBuf>,
    /// Address and port to listen on.
    #[arg(long, value_name = "ADDRESS:PORT", default_value = "127.0.0.1:8080")]
    listen: String,
}

pub(crate) fn run(options: Options, lang: Lang) -> anyhow::Result<Outcome> {
    let temporary = tempfile::tempdir()?;
    let folder = options.data_dir.as_deref().unwrap_or(temporary.path());
    let database = fresh_database(folder)?;
    let mut config = Config::default();
    config.database.url = format!("sqlite:{}", database.display());
    config.http.listen = options.listen;
    config.identity.second_factor_required = false;
    "warn".clone_into(&mut config.log.filter);
    config.validate()?;
    yanzhi_server::start_logging(&config.log)?;
    let pack = read_or_refuse(&options.pack, lang)?;
    let text = Text::new(
        "演示：在新建的 SQLite 文件中载入示例战略，公开页面无需账号；演示账号不要求第二验证因素",
        "demo: loading the example strategy into a new SQLite file; the public pages need no account, and the accounts \
         below no second factor",
    );
    say(text.get(lang));
    serve::runtime()?.block_on(async {
        match bring_in(&config, &pack, &import::Options::default(), lang).await? {
            Outcome::Done => {
                make_accounts(&config, lang).await?;
                serve::serve(&config, Tables::Check, lang).await
            }
            other => Ok(other),
        }
    })
}

/// Opens a round to report in, makes one account a role, and shows their passwords: they are made anew each time and kept nowhere.
async fn make_accounts(config: &Config, lang: Lang) -> anyhow::Result<()> {
    let platform = Platform::open(config, Opening::Existing, Tables::Check).await?;
    let made = demo::make_accounts(&platform, &operator()).await;
    let opened = demo::open_round(&platform, &operator()).await;
    platform.close().await?;
    opened?;
    for account in made? {
        let name = account.role.name();
        say(&format!(
            "  {:<16} {}   {} @ {}",
            account.login,
            account.password,
            name.get(lang),
            account.organisation
        ));
    }
    Ok(())
}

/// A demonstration begins anew: the files of an earlier one in the same folder are removed, others are not
/// touched.
fn fresh_database(folder: &Path) -> std::io::Result<PathBuf> {
    std::fs::create_dir_all(folder)?;
    let database = folder.join("yanzhi-demo.sqlite");
    for ending in [".sqlite", ".sqlite-wal", ".sqlite-shm", ".key"] {
        let file = folder.join(format!("yanzhi-demo{ending}"));
        match std::fs::remove_file(&file) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(error),
            _ => {}
        }
    }
    Ok(database)
}
