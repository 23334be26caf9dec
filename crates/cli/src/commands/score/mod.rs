//! `yanzhi score`

mod explain;
mod table;

use std::{
    fs,
    io::{self, Write as _},
    path::PathBuf,
};

use clap::{Args, ValueEnum};
use yanzhi_engine::Index;
use yanzhi_kernel::{Lang, Text};
use yanzhi_pack::Pack;
use yanzhi_scoring::{
    Absences, Scored, ScoringError,
    export::{ScoreRow, score_rows, scores_to_csv, scores_to_xlsx},
};

use super::{import::say_gaps, method, names::Names, pack::read_or_refuse};
use crate::{
    outcome::Outcome,
    speak::{say, working},
};

/// What to compute, and how to show it.
#[derive(Debug, Args)]
pub(crate) struct Options {
    /// The folder of the pack.
    dir: PathBuf,
    /// Compute by this method instead of the pack's own; see docs/methods.md.
    #[arg(long, value_name = "FILE")]
    method: Option<PathBuf>,
    /// Only this period; all by default.
    #[arg(long, value_name = "PERIOD")]
    period: Option<String>,
    /// Only this unit.
    #[arg(long, value_name = "CODE")]
    unit: Option<String>,
    /// Explain the score of a unit down to the figures (the latest period by default; the first-ranked unit
    /// when no --unit is given).
    #[arg(long)]
    explain: bool,
    /// How to write the result. CSV columns: period,unit,node,level,score,rank,rank_change.
    #[arg(long, value_enum, default_value_t = Format::Table)]
    format: Format,
    /// Write to this file instead of standard output.
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// End with exit code 0 though some scores are missing.
    #[arg(long)]
    allow_missing: bool,
    /// Threads; 0 takes one a processor. The result is the same for any number.
    #[arg(long, value_name = "N", default_value_t = 0)]
    threads: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For people: the league table, or the explanation.
    Table,
    /// One score a line.
    Csv,
    /// Everything, with hashes.
    Json,
    /// An Excel workbook with the columns of the CSV.
    Xlsx,
}

/// A computed index beside the pack it came from.
struct Shown<'a> {
    pack: &'a Pack,
    names: Names<'a>,
    scored: Scored,
    period: Option<usize>,
    unit: Option<usize>,
    lang: Lang,
}

pub(crate) fn run(options: &Options, lang: Lang) -> anyhow::Result<Outcome> {
    let pack = read_or_refuse(&options.dir, lang)?;
    let mut input = yanzhi_server::import::convert::input(&pack);
    if let Some(file) = &options.method {
        input.framework.method = method::read(file, lang)?;
    }
    let bar = working(&Text::new("计算", "computing"), lang);
    let scored = yanzhi_scoring::score(&input, options.threads);
    bar.finish_and_clear();
    let refuse =
        |error: &ScoringError| anyhow::anyhow!(yanzhi_scoring::refusal(error).get(lang).to_owned());
    let scored = scored.map_err(|error| refuse(&error))?;
    let index = &scored.index;
    let period = options
        .period
        .as_deref()
        .map(|asked| period(index, asked))
        .transpose();
    let period = period.map_err(|error| refuse(&error))?;
    let unit = options
        .unit
        .as_deref()
        .map(|asked| unit(index, asked))
        .transpose();
    let unit = unit.map_err(|error| refuse(&error))?;
    let result = Shown {
        pack: &pack,
        names: Names { pack: &pack, lang },
        scored,
        period,
        unit,
        lang,
    };
    let bytes = result.write(options.format, options.explain)?;
    match &options.out {
        Some(file) => fs::write(file, bytes)?,
        None => io::stdout().write_all(&bytes)?,
    }
    Ok(result.outcome(options.allow_missing))
}

fn period(index: &Index, asked: &str) -> Result<usize, ScoringError> {
    // `2023-01..08` means the same as its long form.
    let written = asked
        .parse::<yanzhi_kernel::Period>()
        .map_or(asked.to_owned(), |it| it.to_string());
    index
        .period_position(&written)
        .ok_or_else(|| ScoringError::UnknownPeriod {
            period: asked.to_owned(),
            known: index.periods().to_vec(),
        })
}

fn unit(index: &Index, asked: &str) -> Result<usize, ScoringError> {
    index
        .unit_position(asked)
        .ok_or_else(|| ScoringError::UnknownUnit(asked.to_owned()))
}

impl Shown<'_> {
    fn write(&self, format: Format, explain: bool) -> anyhow::Result<Vec<u8>> {
        Ok(match format {
            Format::Table if explain => explain::text(self).into_bytes(),
            Format::Table => table::text(self).into_bytes(),
            Format::Csv => scores_to_csv(&self.rows())?,
            Format::Xlsx => scores_to_xlsx(&self.rows())?,
            Format::Json => self.json(explain)?,
        })
    }

    fn rows(&self) -> Vec<ScoreRow> {
        let mut rows = score_rows(&self.scored.index, self.period);
        if let Some(unit) = self
            .unit
            .and_then(|unit| self.scored.index.units().get(unit))
        {
            rows.retain(|row| row.unit == unit.code);
        }
        rows
    }

    fn json(&self, explain: bool) -> anyhow::Result<Vec<u8>> {
        let mut body = serde_json::json!({
            "strategy": self.pack.strategy.code,
            "framework_version": self.pack.strategy.framework_version,
            "pack_digest": self.pack.digest,
            "data_version": self.scored.data_version,
            "content_hash": self.scored.content_hash,
            "scores": self.rows(),
        });
        if explain && let Some(fields) = body.as_object_mut() {
            fields.insert("explanation".to_owned(), explain::json(self)?);
        }
        let mut text = serde_json::to_vec_pretty(&body)?;
        text.push(b'\n');
        Ok(text)
    }

    /// The period to show in full: the one asked for, or the latest.
    fn shown_period(&self) -> usize {
        self.period
            .unwrap_or(self.scored.index.periods().len().saturating_sub(1))
    }

    fn outcome(&self, allow_missing: bool) -> Outcome {
        let shown = self
            .period
            .and_then(|period| self.scored.index.periods().get(period));
        say_absences(yanzhi_scoring::absences(&self.scored.index), self.lang);
        let mut gaps = yanzhi_scoring::gaps(&self.scored.index);
        gaps.retain(|gap| shown.is_none_or(|period| *period == gap.period));
        if gaps.is_empty() {
            return Outcome::Done;
        }
        say_gaps(&gaps, self.lang);
        let text = Text::new(
            format!("有 {} 处缺失得分", gaps.len()),
            format!("{} scores are missing", gaps.len()),
        );
        say(text.get(self.lang));
        if allow_missing {
            Outcome::Done
        } else {
            Outcome::Incomplete
        }
    }
}

/// Who is not ranked: those without figures apart from those the method screened out.
fn say_absences(found: Absences, lang: Lang) {
    let reasons = [
        (
            found.no_figures,
            Text::new("没有任何数据", "has no figure at all in a period"),
        ),
        (
            found.few_available,
            Text::new(
                "因数据不足被筛除",
                "was screened out for too few figures in a period",
            ),
        ),
        (
            found.many_zeros,
            Text::new(
                "因零值过多被筛除",
                "was screened out for too many zeros in a period",
            ),
        ),
        (
            found.left_out,
            Text::new(
                "由方法指明不评价",
                "was left out of a period by name in the method",
            ),
        ),
    ];
    for (times, Text { zh, en }) in reasons.iter().filter(|(times, _)| *times > 0) {
        let text = Text::new(
            format!("有 {times} 个“评价对象 × 期别”{zh}，未参与排名"),
            format!("{times} times a unit {en} and is not ranked"),
        );
        say(text.get(lang));
    }
}
