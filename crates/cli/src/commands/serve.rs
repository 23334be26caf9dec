//! `yanzhi serve`

use clap::Args;
use tokio::signal::unix::{SignalKind, signal};
use yanzhi_kernel::{Lang, Text};
use yanzhi_server::{Config, Ready, Tables};

use super::settings::Settings;
use crate::{outcome::Outcome, speak::say};

/// What to serve, and where.
#[derive(Debug, Args)]
pub(crate) struct Options {
    #[command(flatten)]
    settings: Settings,
    /// Address and port to listen on.
    #[arg(long, value_name = "ADDRESS:PORT")]
    listen: Option<String>,
    /// Make the database when it is not there, and bring the tables of an older version up to date.
    #[arg(long)]
    migrate: bool,
}

pub(crate) fn run(options: Options, lang: Lang) -> anyhow::Result<Outcome> {
    let mut config = options.settings.read()?;
    if let Some(listen) = options.listen {
        config.http.listen = listen;
    }
    yanzhi_server::start_logging(&config.log)?;
    let tables = if options.migrate {
        Tables::BringUpToDate
    } else {
        Tables::Check
    };
    runtime()?.block_on(serve(&config, tables, lang))
}

/// The threads that wait for the network and the database.
pub(crate) fn runtime() -> std::io::Result<tokio::runtime::Runtime> {
    tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
}

/// Serves until the process is asked to stop.
pub(crate) async fn serve(config: &Config, tables: Tables, lang: Lang) -> anyhow::Result<Outcome> {
    let mut terminate = signal(SignalKind::terminate())?;
    let stop = async move {
        tokio::select! {
            _ = tokio::signal::ctrl_c() => (),
            _ = terminate.recv() => (),
        }
    };
    let ready = |Ready {
                     address,
                     first_start,
                     new_database,
                 }| {
        if let Some(file) = new_database {
            say(new_database_text(&file.display().to_string()).get(lang));
        }
        let text = Text::new(
            format!("研值已就绪：http://{address}  （按 Ctrl-C 停止）"),
            format!("yanzhi is ready: http://{address}  (Ctrl-C stops it)"),
        );
        say(text.get(lang));
        if let Some(code) = first_start {
            say(first_start_text(&code).get(lang));
        }
    };
    yanzhi_server::serve(config, tables, ready, stop).await?;
    Ok(Outcome::Done)
}

fn new_database_text(file: &str) -> Text {
    Text::new(
        format!("已新建数据库：{file}（还没有数据：用 yanzhi import 导入战略包）"),
        format!(
            "a new database was made: {file} (it is empty: bring a pack in with yanzhi import)"
        ),
    )
}

/// How the first account is made: there is none, and no password, until somebody who reads this makes it.
fn first_start_text(code: &str) -> Text {
    Text::new(
        format!(
            "首次启动：请打开 /setup 并输入一次性代码 {code} （一小时内有效），以创建系统管理员"
        ),
        format!(
            "first start: open /setup and enter the one-time code {code} (good for an hour) to make the system \
             administrator"
        ),
    )
}
