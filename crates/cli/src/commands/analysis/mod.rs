//! What the analyses of a pack share: reading it, and showing a result as tables, CSV, JSON or a picture.

mod sheet;

use std::{
    fs,
    io::{self, Write as _},
    path::{Path, PathBuf},
};

use clap::{Args, ValueEnum};
use serde::Serialize;
use yanzhi_engine::{Index, Options as Workers, compute_with};
use yanzhi_kernel::{Lang, Text};
use yanzhi_pack::Pack;
use yanzhi_scoring::{Parts, ScoringError};

pub(crate) use sheet::{Cell, Sheet};

use super::{method, names::Names, pack::read_or_refuse};
use crate::speak::say;

/// Which pack, and how to show the result.
#[derive(Debug, Args)]
pub(crate) struct Analysis {
    /// The folder of the pack.
    pub(crate) dir: PathBuf,
    /// The period; the latest by default.
    #[arg(long, value_name = "PERIOD")]
    pub(crate) period: Option<String>,
    /// How to write the result.
    #[arg(long, value_enum, default_value_t = Format::Table)]
    format: Format,
    /// Only this table of the result (CSV writes the first when none is named).
    #[arg(long, value_name = "NAME")]
    sheet: Option<String>,
    /// Write to this file instead of standard output.
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// Threads; 0 takes one a processor. The result is the same for any number.
    #[arg(long, value_name = "N", default_value_t = 0)]
    pub(crate) threads: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// Tables for people.
    Table,
    /// One table as CSV.
    Csv,
    /// Everything.
    Json,
    /// A picture, where the analysis has one.
    Svg,
}

/// A pack in the engine's words, with its names.
pub(crate) struct Subject {
    pub(crate) pack: Pack,
    pub(crate) parts: Parts,
    pub(crate) lang: Lang,
}

/// The result of an analysis.
pub(crate) struct Findings<'a, J> {
    /// Its tables, the main one first.
    pub(crate) sheets: Vec<Sheet>,
    /// Everything, as the engine has it.
    pub(crate) json: &'a J,
    /// Its pictures, each with the table it shows; the main one first.
    pub(crate) pictures: Vec<Picture>,
}

/// A table as a picture.
pub(crate) struct Picture {
    sheet: &'static str,
    svg: String,
}

impl Picture {
    /// The picture of a table, as the text of an SVG file.
    pub(crate) fn new(sheet: &'static str, svg: String) -> Self {
        Self { sheet, svg }
    }
}

impl Analysis {
    /// Reads the pack, with another method than its own where a file is given.
    pub(crate) fn read(&self, method: Option<&Path>, lang: Lang) -> anyhow::Result<Subject> {
        let pack = read_or_refuse(&self.dir, lang)?;
        let mut input = yanzhi_server::import::convert::input(&pack);
        if let Some(file) = method {
            input.framework.method = method::read(file, lang)?;
        }
        let parts = yanzhi_scoring::parts(&input);
        let parts = parts.map_err(|error| refuse(&error, lang))?;
        Ok(Subject { pack, parts, lang })
    }

    /// Writes a result as asked.
    pub(crate) fn write<J: Serialize>(
        &self,
        subject: &Subject,
        result: &Findings<'_, J>,
    ) -> anyhow::Result<()> {
        let bytes = match self.format {
            Format::Table => subject.tables(&self.chosen(result, subject.lang)?),
            Format::Csv => self
                .chosen(result, subject.lang)?
                .first()
                .map_or(Ok(Vec::new()), |it| it.to_csv())?,
            Format::Json => subject.json(result.json)?,
            Format::Svg => self.picture(result, subject.lang)?,
        };
        if self.format != Format::Table
            && let Some(mark) = subject.names().synthetic_mark()
        {
            say(mark);
        }
        match &self.out {
            Some(file) => fs::write(file, bytes)?,
            None => io::stdout().write_all(&bytes)?,
        }
        Ok(())
    }

    fn picture<J>(&self, result: &Findings<'_, J>, lang: Lang) -> anyhow::Result<Vec<u8>> {
        let mut pictures = result.pictures.iter();
        let found = pictures.find(|it| self.sheet.as_deref().is_none_or(|name| it.sheet == name));
        let known: Vec<&str> = result.pictures.iter().map(|it| it.sheet).collect();
        let text = if known.is_empty() {
            Text::new(
                "这个结果没有图：请用 table、csv 或 json",
                "this result has no picture: use table, csv or json",
            )
        } else {
            Text::new(
                format!("只有这些表有图：{}", known.join("、")),
                format!("only these tables have a picture: {}", known.join(", ")),
            )
        };
        found
            .map(|it| it.svg.clone().into_bytes())
            .ok_or_else(|| anyhow::anyhow!(text.get(lang).to_owned()))
    }

    fn chosen<'a, J>(
        &self,
        result: &'a Findings<'_, J>,
        lang: Lang,
    ) -> anyhow::Result<Vec<&'a Sheet>> {
        let Some(name) = &self.sheet else {
            let shown = result.sheets.iter().filter(|it| !it.is_only_when_named);
            return Ok(shown.collect());
        };
        let found: Vec<&Sheet> = result.sheets.iter().filter(|it| it.name == name).collect();
        let known: Vec<&str> = result.sheets.iter().map(|it| it.name).collect();
        let text = Text::new(
            format!("没有表 {name}：请从 {} 中选择", known.join("、")),
            format!(
                "there is no sheet {name}: choose one of {}",
                known.join(", ")
            ),
        );
        anyhow::ensure!(!found.is_empty(), text.get(lang).to_owned());
        Ok(found)
    }

    /// The position of the period asked for; the latest by default.
    pub(crate) fn period_of(&self, subject: &Subject) -> anyhow::Result<usize> {
        let periods = subject.parts.frame.periods();
        let found = match &self.period {
            None => periods.len().checked_sub(1),
            Some(asked) => {
                let written = asked.parse::<yanzhi_kernel::Period>();
                let written = written.map_or(asked.clone(), |it| it.to_string());
                periods.iter().position(|it| *it == written)
            }
        };
        found.ok_or_else(|| {
            let error = ScoringError::UnknownPeriod {
                period: self.period.clone().unwrap_or_default(),
                known: periods.to_vec(),
            };
            refuse(&error, subject.lang)
        })
    }
}

/// A refusal in the reader's language.
pub(crate) fn refuse(error: &ScoringError, lang: Lang) -> anyhow::Error {
    anyhow::anyhow!(yanzhi_scoring::refusal(error).get(lang).to_owned())
}

impl Subject {
    /// The index by the method.
    pub(crate) fn compute(&self, threads: usize) -> anyhow::Result<Index> {
        let (frame, framework) = (&self.parts.frame, &self.parts.framework);
        compute_with(frame, framework, &self.parts.method, &Workers { threads })
            .map_err(|error| refuse(&error.into(), self.lang))
    }

    /// What things are called.
    pub(crate) fn names(&self) -> Names<'_> {
        Names {
            pack: &self.pack,
            lang: self.lang,
        }
    }

    fn tables(&self, sheets: &[&Sheet]) -> Vec<u8> {
        let mut text = String::new();
        if let Some(mark) = self.names().synthetic_mark() {
            text.push_str(mark);
            text.push('\n');
        }
        for sheet in sheets {
            text.push_str(&sheet.to_text(self.lang));
        }
        text.into_bytes()
    }

    fn json(&self, result: &impl Serialize) -> anyhow::Result<Vec<u8>> {
        let body = serde_json::json!({
            "strategy": self.pack.strategy.code,
            "framework_version": self.pack.strategy.framework_version,
            "pack_digest": self.pack.digest,
            "is_synthetic": self.names().synthetic_mark().is_some(),
            "result": result,
        });
        let mut text = serde_json::to_vec_pretty(&body)?;
        text.push(b'\n');
        Ok(text)
    }
}
