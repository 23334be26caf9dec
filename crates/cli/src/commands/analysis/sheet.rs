//! A table of an analysis, to be shown to people or written as CSV.

use std::io::IsTerminal as _;

use comfy_table::{Attribute, Cell as Shown, CellAlignment, Table, presets::UTF8_FULL_CONDENSED};
use yanzhi_kernel::{Lang, Text};

/// One table of a result.
#[derive(Debug)]
pub(crate) struct Sheet {
    /// Its name on the command line: `--sheet ranks`.
    pub(crate) name: &'static str,
    /// What it shows.
    pub(crate) title: Text,
    /// What to mind when reading it.
    pub(crate) note: Option<Text>,
    /// The columns: the word in CSV, and the heading.
    pub(crate) columns: Vec<(String, Text)>,
    /// The rows, as many cells as columns each.
    pub(crate) rows: Vec<Vec<Cell>>,
    /// Too long for a terminal: shown only when named.
    pub(crate) is_only_when_named: bool,
}

/// A cell of a sheet.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Cell {
    /// A name or a code.
    Word(String),
    /// A word of ours, shown in the reader's language and written in English, so that programs can rely on it.
    Term(Text),
    /// A number, shown with so many decimals and written in full.
    Number(f64, usize),
    /// A whole number.
    Count(i64),
    /// Nothing.
    Missing,
}

impl Cell {
    /// A number, or nothing.
    pub(crate) fn number(value: Option<f64>, decimals: usize) -> Self {
        value.map_or(Self::Missing, |value| Self::Number(value, decimals))
    }

    /// A rank, or nothing.
    pub(crate) fn rank(value: Option<u32>) -> Self {
        value.map_or(Self::Missing, |value| Self::Count(value.into()))
    }

    fn shown(&self, lang: Lang) -> Shown {
        let right = |text: String| Shown::new(text).set_alignment(CellAlignment::Right);
        match self {
            Self::Word(word) => Shown::new(word),
            Self::Term(term) => Shown::new(term.get(lang)),
            Self::Number(value, decimals) => right(format!("{value:.decimals$}")),
            Self::Count(value) => right(value.to_string()),
            Self::Missing => right("–".to_owned()),
        }
    }

    fn written(&self) -> String {
        match self {
            Self::Word(word) => word.clone(),
            Self::Term(term) => term.en.clone(),
            Self::Number(value, _) => value.to_string(),
            Self::Count(value) => value.to_string(),
            Self::Missing => String::new(),
        }
    }
}

impl Sheet {
    /// A sheet without rows, its columns as `word, 中文, English`.
    pub(crate) fn new(name: &'static str, title: Text, columns: &[(&str, &str, &str)]) -> Self {
        let column =
            |(word, zh, en): &(&str, &str, &str)| ((*word).to_owned(), Text::new(*zh, *en));
        Self {
            name,
            title,
            note: None,
            columns: columns.iter().map(column).collect(),
            rows: Vec::new(),
            is_only_when_named: false,
        }
    }

    /// Not shown unless named.
    pub(crate) fn only_when_named(self) -> Self {
        Self {
            is_only_when_named: true,
            ..self
        }
    }

    /// For people.
    pub(crate) fn to_text(&self, lang: Lang) -> String {
        let mut head = format!("{}\n", self.title.get(lang));
        if let Some(note) = &self.note {
            head.push_str(note.get(lang));
            head.push('\n');
        }
        if self.rows.is_empty() {
            let none = Text::new("（无）", "(none)");
            return format!("{head}{}\n\n", none.get(lang));
        }
        let mut table = Table::new();
        table.load_style(UTF8_FULL_CONDENSED);
        if !std::io::stdout().is_terminal() {
            table.force_no_tty();
        }
        let headings = self.columns.iter().map(|(_, heading)| heading.get(lang));
        table.set_header(headings.map(|text| Shown::new(text).add_attribute(Attribute::Bold)));
        for row in &self.rows {
            table.add_row(row.iter().map(|cell| cell.shown(lang)));
        }
        format!("{head}{table}\n\n")
    }

    /// For programs and spreadsheets.
    pub(crate) fn to_csv(&self) -> anyhow::Result<Vec<u8>> {
        let mut out = csv::Writer::from_writer(Vec::new());
        out.write_record(self.columns.iter().map(|(word, _)| word))?;
        for row in &self.rows {
            out.write_record(row.iter().map(Cell::written))?;
        }
        Ok(out.into_inner()?)
    }
}
