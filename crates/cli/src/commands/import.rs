//! `yanzhi import`

use std::path::PathBuf;

use clap::Args;
use yanzhi_kernel::{Lang, Text};
use yanzhi_pack::Pack;
use yanzhi_scoring::Gap;
use yanzhi_server::{
    Config, Platform, Tables,
    import::{self, ImportError, Report},
};
use yanzhi_storage::Opening;

use super::{installation::operator, pack::read_or_refuse, serve::runtime, settings::Settings};
use crate::{
    outcome::Outcome,
    speak::{say, say_error, working},
};

/// Which pack, into which database.
#[derive(Debug, Args)]
pub(crate) struct Options {
    /// The folder of the pack.
    dir: PathBuf,
    /// Accept an index in which some scores are missing.
    #[arg(long)]
    allow_missing: bool,
    /// Why figures that are there already get another value.
    #[arg(long, value_name = "TEXT")]
    reason: Option<String>,
    #[command(flatten)]
    settings: Settings,
}

pub(crate) fn run(options: Options, lang: Lang) -> anyhow::Result<Outcome> {
    let config = options.settings.read()?;
    config.validate()?;
    let pack = read_or_refuse(&options.dir, lang)?;
    let how = import::Options {
        allow_missing: options.allow_missing,
        reason: options.reason,
    };
    runtime()?.block_on(bring_in(&config, &pack, &how, lang))
}

/// Brings a pack into the configured database and says what that did.
pub(crate) async fn bring_in(
    config: &Config,
    pack: &Pack,
    how: &import::Options,
    lang: Lang,
) -> anyhow::Result<Outcome> {
    let platform = Platform::open(config, Opening::CreateIfMissing, Tables::BringUpToDate).await?;
    let bar = working(&Text::new("写入并计算", "writing and computing"), lang);
    let imported = import::import(&platform, &operator(), pack, how).await;
    bar.finish_and_clear();
    platform.close().await?;
    match imported {
        Ok(report) => {
            say(summary(pack, &report).get(lang));
            Ok(Outcome::Done)
        }
        Err(ImportError::Gaps(gaps)) => {
            say_gaps(&gaps, lang);
            let text = Text::new(
                "没有写入任何内容；补齐数据，或加 --allow-missing 接受缺失的得分",
                "nothing was written; complete the figures, or accept missing scores with --allow-missing",
            );
            say_error(text.get(lang));
            Ok(Outcome::Incomplete)
        }
        Err(ImportError::Scoring(error)) => Err(anyhow::anyhow!(
            yanzhi_scoring::refusal(&error).get(lang).to_owned()
        )),
        Err(error) => Err(error.into()),
    }
}

/// The places without a score, the first twenty of them.
pub(crate) fn say_gaps(gaps: &[Gap], lang: Lang) {
    for gap in gaps.iter().take(20) {
        let Gap {
            period,
            unit,
            node,
            why,
        } = gap;
        let unit = unit.as_deref().unwrap_or("*");
        say(&format!("{period} {unit} {node}: {}", why.get(lang)));
    }
    if let Some(more) = gaps.len().checked_sub(20).filter(|more| *more > 0) {
        let text = Text::new(
            format!("……另有 {more} 处"),
            format!("… and {more} more places"),
        );
        say(text.get(lang));
    }
}

fn summary(pack: &Pack, report: &Report) -> Text {
    let recorded = report.recorded;
    let (added, corrected, unchanged) = (recorded.added, recorded.corrected, recorded.unchanged);
    let (checked, code) = (report.checked_only, &pack.strategy.code);
    let (hash, gaps) = (
        &report.computed.run.content_hash,
        report.computed.gaps.len(),
    );
    Text::new(
        format!(
            "已导入 {code}：新增 {added} 条、更正 {corrected} 条、未变 {unchanged} 条；缺失得分 {gaps} 处；\
             目标与任务 {checked} 条已校验（尚未入库）\n结果指纹 {hash}"
        ),
        format!(
            "imported {code}: {added} figures added, {corrected} corrected, {unchanged} unchanged; {gaps} scores \
             missing; {checked} targets and tasks checked (not kept yet)\nresult hash {hash}"
        ),
    )
}
