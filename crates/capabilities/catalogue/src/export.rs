//! A version of the framework with all that it rests on, as files that people take away: an Excel workbook, or the files of
//! a strategy pack.

use std::io::{Cursor, Write as _};

use rust_xlsxwriter::{Format, Workbook, XlsxError};
use serde_json::{Value, json};
use yanzhi_kernel::{Code, Text};
use yanzhi_organisations::Strategy;
use zip::{CompressionMethod, ZipWriter, write::SimpleFileOptions};

use crate::{Caliber, CatalogueError, DraftContent, FrameworkView, Source, effective_weights};

/// A table as the files of a pack have it.
struct Table {
    name: &'static str,
    headings: &'static [&'static str],
    rows: Vec<Vec<String>>,
}

/// Everything that a version of the framework says and rests on.
pub struct Bundle<'a> {
    /// Whose it is.
    pub strategy: &'a Strategy,
    /// The version and its definitions.
    pub view: &'a FrameworkView,
    /// The calibers that there are.
    pub calibers: Vec<&'a Caliber>,
    /// The sources that there are.
    pub sources: Vec<&'a Source>,
}

impl Bundle<'_> {
    /// A workbook with a sheet a table.
    ///
    /// # Errors
    /// [`CatalogueError::Export`].
    pub fn to_xlsx(&self) -> Result<Vec<u8>, CatalogueError> {
        let content = self.view.framework.content();
        let mut tree = framework(&content);
        tree.headings = TREE_WITH_SHARE;
        let shares = effective_weights(&content.nodes);
        for (row, share) in tree.rows.iter_mut().zip(shares) {
            row.push(share.map(|it| it.to_string()).unwrap_or_default());
        }
        let tables = [tree, self.indicators(), self.calibers(), self.sources()];
        write_workbook(&tables).map_err(broken)
    }

    /// The files of a pack that the catalogue is made of; units and figures are the strategy's and not among them.
    ///
    /// # Errors
    /// [`CatalogueError::Export`].
    pub fn to_pack(&self) -> Result<Vec<u8>, CatalogueError> {
        let content = self.view.framework.content();
        let mut files = vec![
            ("strategy.toml", self.strategy_toml(&content)?),
            ("method.toml", toml_of(&content.method)?),
        ];
        for (name, table) in [
            ("framework.csv", framework(&content)),
            ("indicators.csv", self.indicators()),
            ("calibers.csv", self.calibers()),
            ("sources.csv", self.sources()),
        ] {
            files.push((name, csv_of(&table)?));
        }
        zipped(self.strategy, &files)
    }

    fn indicators(&self) -> Table {
        let both = |text: &Text| [text.zh.clone(), text.en.clone()];
        let code = |code: &Option<Code>| code.as_ref().map(Code::to_string).unwrap_or_default();
        let rows = self.view.definitions.values().map(|it| {
            let mut row = vec![it.code.to_string()];
            row.extend(both(&it.name));
            row.extend(both(&it.measure_unit));
            row.push(it.direction.to_string());
            row.push(it.class.to_string());
            row.push(it.frequency.to_string());
            row.push(code(&it.owner));
            row.push(it.decimals.to_string());
            row.extend(both(&it.definition));
            row.extend(both(&it.formula));
            row.push(code(&it.source));
            row
        });
        Table {
            name: "indicators",
            headings: INDICATORS,
            rows: rows.collect(),
        }
    }

    fn calibers(&self) -> Table {
        let rows = self.calibers.iter().map(|it| {
            let (name, definition) = (it.name.clone(), it.definition.clone());
            let code = it.code.to_string();
            vec![code, name.zh, name.en, definition.zh, definition.en]
        });
        Table {
            name: "calibers",
            headings: &[
                "code",
                "name_zh",
                "name_en",
                "definition_zh",
                "definition_en",
            ],
            rows: rows.collect(),
        }
    }

    fn sources(&self) -> Table {
        let rows = self.sources.iter().map(|it| {
            vec![
                it.code.to_string(),
                it.title.zh.clone(),
                it.title.en.clone(),
                it.publisher.clone().unwrap_or_default(),
                it.url.clone().unwrap_or_default(),
            ]
        });
        Table {
            name: "sources",
            headings: &["code", "title_zh", "title_en", "publisher", "url"],
            rows: rows.collect(),
        }
    }

    fn strategy_toml(&self, content: &DraftContent) -> Result<String, CatalogueError> {
        let both = |text: &Text| json!({ "zh": text.zh, "en": text.en });
        let it = self.strategy;
        toml_of(&json!({
            "code": it.code,
            "name": both(&it.name),
            "description": both(&it.description),
            "publisher": both(&it.publisher),
            "time_zone": it.time_zone,
            "source": it.source_title,
            "source_url": it.source_url,
            "framework": { "version": self.view.framework.version() },
            "scoring": content.scoring,
        }))
    }
}

const TREE: &[&str] = &[
    "code",
    "parent",
    "indicator",
    "name_zh",
    "name_en",
    "weight",
];
const TREE_WITH_SHARE: &[&str] = &[
    "code",
    "parent",
    "indicator",
    "name_zh",
    "name_en",
    "weight",
    "effective_weight",
];
const INDICATORS: &[&str] = &[
    "code",
    "name_zh",
    "name_en",
    "measure_unit_zh",
    "measure_unit_en",
    "direction",
    "class",
    "frequency",
    "owner",
    "decimals",
    "definition_zh",
    "definition_en",
    "formula_zh",
    "formula_en",
    "source",
];
/// Columns whose texts are numbers.
const NUMBERS: [&str; 3] = ["weight", "effective_weight", "decimals"];

fn framework(content: &DraftContent) -> Table {
    let rows = content.nodes.iter().map(|node| {
        vec![
            node.code.clone(),
            node.parent.clone().unwrap_or_default(),
            node.indicator.clone().unwrap_or_default(),
            node.name.zh.clone(),
            node.name.en.clone(),
            node.weight.to_string(),
        ]
    });
    Table {
        name: "framework",
        headings: TREE,
        rows: rows.collect(),
    }
}

fn write_workbook(tables: &[Table]) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let heading = Format::new().set_bold();
    for table in tables {
        let sheet = workbook.add_worksheet();
        sheet.set_name(table.name)?;
        sheet.write_row_with_format(0, 0, table.headings.iter().copied(), &heading)?;
        sheet.set_freeze_panes(1, 1)?;
        for (line, row) in (1..).zip(&table.rows) {
            for (column, (heading, text)) in (0..).zip(table.headings.iter().zip(row)) {
                match text.parse::<f64>() {
                    Ok(number) if NUMBERS.contains(heading) => sheet.write(line, column, number)?,
                    // A text is written as a text, so that none becomes a formula.
                    _ => sheet.write_string(line, column, text)?,
                };
            }
        }
        sheet.set_autofit_max_width(320).autofit();
    }
    workbook.save_to_buffer()
}

fn csv_of(table: &Table) -> Result<String, CatalogueError> {
    let mut csv = csv::Writer::from_writer(Vec::new());
    csv.write_record(table.headings).map_err(broken)?;
    for row in &table.rows {
        csv.write_record(row).map_err(broken)?;
    }
    let bytes = csv.into_inner().map_err(broken)?;
    String::from_utf8(bytes).map_err(broken)
}

/// TOML has no null: what is not set is left out.
fn toml_of(value: &Value) -> Result<String, CatalogueError> {
    toml::to_string(&without_nulls(value)).map_err(broken)
}

fn without_nulls(value: &Value) -> Value {
    match value {
        Value::Object(fields) => {
            let set = fields.iter().filter(|(_, it)| !it.is_null());
            set.map(|(key, it)| (key.clone(), without_nulls(it)))
                .collect()
        }
        Value::Array(items) => items.iter().map(without_nulls).collect(),
        other => other.clone(),
    }
}

fn zipped(strategy: &Strategy, files: &[(&str, String)]) -> Result<Vec<u8>, CatalogueError> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, text) in files {
        let path = format!("{}/{name}", strategy.code);
        archive.start_file(path, options).map_err(broken)?;
        archive.write_all(text.as_bytes()).map_err(broken)?;
    }
    Ok(archive.finish().map_err(broken)?.into_inner())
}

fn broken(reason: impl std::fmt::Display) -> CatalogueError {
    CatalogueError::Export(reason.to_string())
}
