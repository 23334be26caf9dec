//! What was changed, in words for titles.

use std::path::Path;

use yanzhi_engine::what_if::Change;
use yanzhi_kernel::Text;

use crate::commands::names::Names;

/// How many changes a title has room for.
const SAID: usize = 5;

/// The changes one after the other, and how many more there are; nothing when there are none.
pub(super) fn described(changes: &[Change], method: Option<&Path>, names: Names<'_>) -> String {
    let separator = Text::new("；", "; ");
    let said = changes.iter().take(SAID).map(|it| one(it, method, names));
    let mut said: Vec<String> = said.map(|it| it.get(names.lang).to_owned()).collect();
    let more = changes.len().saturating_sub(SAID);
    if more > 0 {
        let more = Text::new(
            format!("另有 {more} 项变动"),
            format!("{more} more changes"),
        );
        said.push(more.get(names.lang).to_owned());
    }
    said.join(separator.get(names.lang))
}

fn one(change: &Change, method: Option<&Path>, names: Names<'_>) -> Text {
    match change {
        Change::Drop { node } => {
            let name = named(node, names.node(node));
            Text::new(format!("去掉 {name}"), format!("dropped {name}"))
        }
        Change::Weight { node, weight } => {
            let name = named(node, names.node(node));
            Text::new(
                format!("权重 {name} = {weight}"),
                format!("weight {name} = {weight}"),
            )
        }
        Change::Method { .. } => {
            let file = method.and_then(Path::file_name).unwrap_or_default();
            let file = file.to_string_lossy();
            Text::new(format!("方法 {file}"), format!("method {file}"))
        }
        Change::Figure {
            unit,
            indicator,
            period,
            value,
        } => {
            let period = period.as_deref().unwrap_or_default();
            let name = named(indicator, names.node(indicator));
            let unit = names.unit(unit);
            let figure = |none: &str| value.map_or_else(|| none.to_owned(), |it| it.to_string());
            Text::new(
                format!("数据 {name}，{unit}，{period} = {}", figure("无")),
                format!("figure {name}, {unit}, {period} = {}", figure("none")),
            )
        }
        _ => Text::new("其他变动", "another change"),
    }
}

/// The name with the code that was given, where they differ.
fn named(code: &str, name: String) -> String {
    if name == code {
        name
    } else {
        format!("{name} [{code}]")
    }
}
