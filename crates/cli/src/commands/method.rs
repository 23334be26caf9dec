//! A method from a file of its own, in the place of the pack's.

use std::{fs, path::Path};

use anyhow::anyhow;
use yanzhi_engine::Method;
use yanzhi_kernel::{Lang, Text};

/// Reads a `method.toml`; a refusal says where in it something is not understood.
pub(crate) fn read(file: &Path, lang: Lang) -> anyhow::Result<Method> {
    let name = file.display();
    let text = fs::read_to_string(file).map_err(|error| {
        let text = Text::new(
            format!("{name}：读不了（{error}）：请检查路径与编码（UTF-8）"),
            format!("{name}: cannot be read ({error}): check the path and that it is UTF-8"),
        );
        anyhow!(text.get(lang).to_owned())
    })?;
    toml::from_str(&text).map_err(|error| anyhow!("{name}: {error}"))
}
