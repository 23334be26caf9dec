//! What the rules look at: files, where they stand, and the words in them.

use std::{fmt, fs, path::Path};

use proc_macro2::{TokenStream, TokenTree};

/// A broken rule: where, which, and what to do instead.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Finding {
    path: String,
    line: usize,
    what: String,
    remedy: &'static str,
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            path,
            line,
            what,
            remedy,
        } = self;
        write!(f, "{path}:{line}: {what} — {remedy}")
    }
}

/// A file of the project. Its path starts at the root and is written with `/`.
#[derive(Clone, Debug)]
pub(crate) struct SourceFile {
    pub(crate) path: String,
    pub(crate) text: String,
}

/// Which part of the product a file belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part<'a> {
    /// A crate under `crates/capabilities`, by its folder.
    Capability(&'a str),
    /// Any other crate, by its folder.
    Crate(&'a str),
    /// The web pages, the browser journeys, and whatever else is no crate.
    Other,
}

impl SourceFile {
    pub(crate) fn new(path: &str, text: &str) -> Self {
        Self {
            path: path.to_owned(),
            text: text.to_owned(),
        }
    }

    pub(crate) fn finding(
        &self,
        line: usize,
        what: impl Into<String>,
        remedy: &'static str,
    ) -> Finding {
        Finding {
            path: self.path.clone(),
            line,
            what: what.into(),
            remedy,
        }
    }

    pub(crate) fn has_extension(&self, extension: &str) -> bool {
        Path::new(&self.path).extension() == Some(extension.as_ref())
    }

    /// The name of the file without folder and extension.
    pub(crate) fn stem(&self) -> &str {
        let name = self.path.rsplit('/').next().unwrap_or_default();
        name.split('.').next().unwrap_or_default()
    }

    pub(crate) fn part(&self) -> Part<'_> {
        let steps: Vec<&str> = self.path.split('/').collect();
        match steps.as_slice() {
            ["crates", "capabilities", name, _, ..] => Part::Capability(name),
            ["crates", name, _, ..] => Part::Crate(name),
            _ => Part::Other,
        }
    }

    /// Whether it stands in a crate's `src`, `tests` or `benches`.
    pub(crate) fn is_in(&self, folder: &str) -> bool {
        self.path.contains(&format!("/{folder}/"))
    }

    /// The room inside a crate: `store` for `src/store.rs`, `src/store/unit.rs` and `tests/store.rs`.
    pub(crate) fn room(&self) -> Option<&str> {
        let within = ["/src/", "/tests/", "/benches/"]
            .iter()
            .find_map(|folder| self.path.split_once(folder))?
            .1;
        let first = within.split('/').next().unwrap_or_default();
        Some(first.strip_suffix(".rs").unwrap_or(first))
    }

    /// The words of a Rust file, also those inside macros and attributes; none of a file of another kind.
    pub(crate) fn tokens(&self) -> Vec<TokenTree> {
        if !self.has_extension("rs") {
            return Vec::new();
        }
        match self.text.parse::<TokenStream>() {
            Ok(tokens) => tokens.into_iter().collect(),
            Err(error) => panic!("{} is no Rust: {error}", self.path),
        }
    }
}

/// Calls `look` with every sequence of tokens of a file: the file's own, and that of each pair of brackets.
pub(crate) fn each_sequence(tokens: &[TokenTree], look: &mut dyn FnMut(&[TokenTree])) {
    look(tokens);
    for token in tokens {
        if let TokenTree::Group(group) = token {
            let within: Vec<TokenTree> = group.stream().into_iter().collect();
            each_sequence(&within, look);
        }
    }
}

pub(crate) fn line_of(token: &TokenTree) -> usize {
    token.span().start().line
}

/// All files of the project that a rule may want to see.
pub(crate) fn project() -> Vec<SourceFile> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut files = Vec::new();
    for folder in ["crates", "web", "e2e"] {
        read_folder(&root.join(folder), folder, &mut files);
    }
    files.sort_by(|a, b| a.path.cmp(&b.path));
    files
}

fn read_folder(folder: &Path, path: &str, files: &mut Vec<SourceFile>) {
    let Ok(entries) = fs::read_dir(folder) else {
        return; // `e2e` may not be there yet
    };
    for entry in entries.flatten() {
        let name = entry.file_name();
        let Some(name) = name.to_str() else { continue };
        let (below, path) = (entry.path(), format!("{path}/{name}"));
        if below.is_dir() {
            if !["node_modules", "dist", "target"].contains(&name) {
                read_folder(&below, &path, files);
            }
        } else if [".rs", ".ts", ".tsx", ".sql", "Cargo.toml"]
            .iter()
            .any(|end| name.ends_with(end))
        {
            let text = fs::read_to_string(&below).unwrap_or_else(|e| panic!("{path}: {e}"));
            files.push(SourceFile { path, text });
        }
    }
}
