//! What is uncertain: the options and refusals that `robustness` and `sensitivity` share.

use std::{fs, path::PathBuf};

use clap::Args;
use yanzhi_engine::robustness::{
    AnalysisOptions, RobustnessError, Uncertainty, UncertaintyFault, UncertaintyFaults,
};
use yanzhi_kernel::{Lang, Text};

use super::analysis::{Analysis, Subject, refuse};
use crate::{outcome::Outcome, watch::Watch};

/// What is uncertain.
#[derive(Debug, Args)]
pub(crate) struct Uncertain {
    /// What is uncertain, and how; see docs/methods.md. Without it every weight is uncertain by ±25 %.
    #[arg(long, value_name = "FILE")]
    uncertainty: Option<PathBuf>,
    /// Where chance starts: the same seed gives the same result. Not 0.
    #[arg(long, value_name = "N")]
    seed: Option<u64>,
    /// Look at the ranks of this dimension or indicator instead of the index.
    #[arg(long, value_name = "CODE")]
    node: Option<String>,
    /// Compute by this method instead of the pack's own; see docs/methods.md.
    #[arg(long, value_name = "FILE")]
    pub(crate) method: Option<PathBuf>,
    /// Refuse an analysis that needs more memory for its results, in MiB.
    #[arg(long, value_name = "MIB", default_value_t = 1024)]
    memory: u64,
}

impl Uncertain {
    /// The description, with what the command line says otherwise.
    pub(crate) fn read(
        &self,
        analysis: &Analysis,
        subject: &Subject,
    ) -> anyhow::Result<Uncertainty> {
        let mut read = match &self.uncertainty {
            None => Uncertainty::default(),
            Some(file) => described(file, subject.lang)?,
        };
        if analysis.period.is_some() {
            let period = analysis.period_of(subject)?;
            read.period = subject.parts.frame.periods().get(period).cloned();
        }
        read.node = self.node.clone().or(read.node);
        read.seed = self.seed.unwrap_or(read.seed);
        Ok(read)
    }

    /// Threads and memory.
    pub(crate) fn options(&self, analysis: &Analysis) -> AnalysisOptions {
        AnalysisOptions {
            threads: analysis.threads,
            memory_bytes: self.memory.saturating_mul(1 << 20),
        }
    }
}

fn described(file: &PathBuf, lang: Lang) -> anyhow::Result<Uncertainty> {
    let name = file.display();
    let text = fs::read_to_string(file).map_err(|error| {
        let text = Text::new(
            format!("{name}：读不了（{error}）：请检查路径与编码（UTF-8）"),
            format!("{name}: cannot be read ({error}): check the path and that it is UTF-8"),
        );
        anyhow::anyhow!(text.get(lang).to_owned())
    })?;
    toml::from_str(&text).map_err(|error| anyhow::anyhow!("{name}: {error}"))
}

/// How an analysis that has no result ends: cancelled, or refused in the reader's language.
pub(crate) fn ended(error: &RobustnessError, watch: &Watch, lang: Lang) -> anyhow::Result<Outcome> {
    match error {
        RobustnessError::Cancelled(cancelled) => Ok(watch.stopped(*cancelled)),
        RobustnessError::Compute(error) => Err(refuse(&error.clone().into(), lang)),
        _ => {
            let en = error.to_string();
            let zh = chinese(error).unwrap_or_else(|| en.clone());
            Err(anyhow::anyhow!(Text::new(zh, en).get(lang).to_owned()))
        }
    }
}

fn chinese(error: &RobustnessError) -> Option<String> {
    match error {
        RobustnessError::Replicate {
            number,
            choices,
            source,
        } => {
            let why = refuse(&(**source).clone().into(), Lang::Zh);
            Some(format!("第 {number} 次模拟（{choices}）：{why}"))
        }
        RobustnessError::TooLarge {
            needed_bytes,
            limit_bytes,
        } => Some(format!(
            "这次分析约需 {needed_bytes} 字节，允许 {limit_bytes} 字节：请减少模拟次数，或用 --memory 放宽"
        )),
        RobustnessError::Description(UncertaintyFaults(faults)) => {
            let said: Vec<String> = faults.iter().map(fault_zh).collect();
            Some(said.join("\n"))
        }
        _ => None,
    }
}

fn fault_zh(fault: &UncertaintyFault) -> String {
    match fault {
        UncertaintyFault::Zero { key } => format!("“{key}”为 0：请给出大于 0 的数"),
        UncertaintyFault::TooMany {
            key, value, most, ..
        } => {
            format!("“{key}”为 {value}，最多 {most}：请减小")
        }
        UncertaintyFault::NoAssumptions => {
            "没有任何不确定的假设：请在 assumptions 下至少写一个".to_owned()
        }
        UncertaintyFault::Twice { assumption } => {
            format!("假设“{assumption}”出现两次：保留一个，或另取名称")
        }
        UncertaintyFault::NoChoice { assumption } => {
            format!("假设“{assumption}”没有可选项：请至少列一个")
        }
        UncertaintyFault::Unknown { word, nearest, .. } => {
            let hint = nearest
                .as_deref()
                .map_or_else(String::new, |it| format!("（是否为“{it}”？）"));
            format!("不认识“{word}”{hint}：请改正")
        }
        UncertaintyFault::CannotLeaveOut { assumption, number } => {
            format!("假设“{assumption}”的第 {number} 个选项：合成步骤不能省去，请改用别的规则")
        }
        UncertaintyFault::NothingLeft { assumption, node } => {
            format!("假设“{assumption}”：去掉 {node} 后指数一无所有，请保留它")
        }
        UncertaintyFault::TooManyCombinations => "各假设的组合过多：请少列一些".to_owned(),
        other => other.to_string(),
    }
}
