//! `yanzhi pack`

use std::{
    io::{self, Write as _},
    path::{Path, PathBuf},
};

use clap::{Args, Subcommand};
use yanzhi_kernel::{Lang, Text};
use yanzhi_pack::{Pack, Problems};

use crate::{
    outcome::Outcome,
    speak::{advance, progress, say},
};

/// What to do with a pack.
#[derive(Debug, Args)]
pub(crate) struct Options {
    #[command(subcommand)]
    action: Action,
}

#[derive(Debug, Subcommand)]
enum Action {
    /// Read a pack and report everything that is wrong with it, as file:line:column: what — remedy.
    Check {
        /// The folder of the pack.
        dir: PathBuf,
    },
}

pub(crate) fn run(options: Options, lang: Lang) -> anyhow::Result<Outcome> {
    let Action::Check { dir } = options.action;
    match read(&dir, lang) {
        Ok(pack) => {
            writeln!(io::stdout(), "{}", summary(&pack).get(lang))?;
            Ok(Outcome::Done)
        }
        Err(problems) => {
            writeln!(io::stdout(), "{}", problems.render(lang))?;
            let text = Text::new(
                format!("共 {} 个问题", problems.total),
                format!("{} problems", problems.total),
            );
            say(text.get(lang));
            Ok(Outcome::Refused)
        }
    }
}

/// Reads a pack, with a bar when it takes long.
pub(crate) fn read(dir: &Path, lang: Lang) -> Result<Pack, Problems> {
    let bar = progress(0, &Text::new("读取数据包", "reading the pack"), lang);
    let pack = yanzhi_pack::read(dir, &mut |come| {
        bar.set_length(come.bytes_total);
        advance(&bar, come.bytes_read);
    });
    bar.finish_and_clear();
    pack
}

/// Reads a pack for another command, which cannot go on without it.
pub(crate) fn read_or_refuse(dir: &Path, lang: Lang) -> anyhow::Result<Pack> {
    read(dir, lang).map_err(|problems| {
        let count = Text::new(
            format!("数据包有 {} 个问题：", problems.total),
            format!("the pack has {} problems:", problems.total),
        );
        anyhow::anyhow!("{}\n{}", count.get(lang), problems.render(lang))
    })
}

fn summary(pack: &Pack) -> Text {
    let (units, indicators) = (pack.units.len(), pack.indicators.len());
    let (nodes, figures) = (pack.framework.len(), pack.observations.len());
    let synthetic = pack
        .observations
        .iter()
        .filter(|observation| observation.is_synthetic)
        .count();
    let (targets, tasks) = (pack.targets.len(), pack.tasks.len());
    let (name, digest) = (&pack.strategy.name, &pack.digest);
    Text::new(
        format!(
            "{}：没有问题\n  {units} 个评价对象，{indicators} 个指标，{nodes} 个节点，{figures} 条数据（其中演示数据 \
             {synthetic} 条），{targets} 个目标，{tasks} 项任务\n  指纹 {digest}",
            name.get(Lang::Zh)
        ),
        format!(
            "{}: no problems\n  {units} units, {indicators} indicators, {nodes} nodes, {figures} figures (of which \
             {synthetic} synthetic), {targets} targets, {tasks} tasks\n  fingerprint {digest}",
            name.get(Lang::En)
        ),
    )
}
