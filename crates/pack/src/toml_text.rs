//! A TOML file with the places of its keys and values.

use std::collections::BTreeMap;

use toml::Spanned;
use toml::de::{DeString, DeTable, DeValue};
use yanzhi_kernel::Text;

use crate::fault::settings;
use crate::problem::{Findings, Place};
use yanzhi_kernel::nearest;

/// The text of a file, to say where in it something stands.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Page<'t> {
    pub(crate) file: &'static str,
    pub(crate) text: &'t str,
}

impl<'t> Page<'t> {
    pub(crate) fn place(self, byte: usize) -> Place {
        Place::of_byte(self.file, self.text, byte)
    }

    /// Reads the file as TOML, noting all that is not.
    pub(crate) fn parse(self, findings: &mut Findings) -> Option<Spanned<DeTable<'t>>> {
        let (root, errors) = DeTable::parse_recoverable(self.text);
        for error in &errors {
            let byte = error.span().map_or(0, |span| span.start);
            let fault = || settings::toml_syntax(error.message());
            findings.add_at(|| self.place(byte), fault);
        }
        errors.is_empty().then_some(root)
    }
}

/// A table of the file whose keys are taken one by one; those that are left were not known.
pub(crate) struct Section<'t> {
    page: Page<'t>,
    path: &'static str,
    begin: usize,
    entries: BTreeMap<String, Entry<'t>>,
    known: Vec<&'static str>,
}

struct Entry<'t> {
    key: usize,
    value: usize,
    content: DeValue<'t>,
}

impl<'t> Section<'t> {
    pub(crate) fn new(
        page: Page<'t>,
        path: &'static str,
        begin: usize,
        table: DeTable<'t>,
    ) -> Self {
        let entry = |(key, value): (Spanned<DeString<'t>>, Spanned<DeValue<'t>>)| {
            let entry = Entry {
                key: key.span().start,
                value: value.span().start,
                content: value.into_inner(),
            };
            (key.into_inner().into_owned(), entry)
        };
        Self {
            page,
            path,
            begin,
            entries: table.into_iter().map(entry).collect(),
            known: Vec::new(),
        }
    }

    fn full(&self, key: &str) -> String {
        if self.path.is_empty() {
            return key.to_owned();
        }
        format!("{}.{key}", self.path)
    }

    /// Takes a value out, with its place, if it is there.
    pub(crate) fn value(&mut self, key: &'static str) -> Option<(DeValue<'t>, Place)> {
        self.known.push(key);
        let entry = self.entries.remove(key)?;
        Some((entry.content, self.page.place(entry.value)))
    }

    fn needed(
        &mut self,
        key: &'static str,
        findings: &mut Findings,
    ) -> Option<(DeValue<'t>, Place)> {
        let value = self.value(key);
        if value.is_none() {
            let (place, key) = (self.page.place(self.begin), self.full(key));
            findings.add(place, || settings::key_missing(&key));
        }
        value
    }

    /// A text that must be there and say something.
    pub(crate) fn string(
        &mut self,
        key: &'static str,
        findings: &mut Findings,
    ) -> Option<(String, Place)> {
        let (value, place) = self.needed(key, findings)?;
        let text = value.as_str().map(str::trim).filter(|it| !it.is_empty());
        if text.is_none() {
            let key = self.full(key);
            findings.add(place, || {
                settings::key_wrong_kind(&key, ("有内容的文字", "a text that says something"))
            });
        }
        text.map(|text| (text.to_owned(), place))
    }

    /// A text, if it is there.
    pub(crate) fn optional_string(
        &mut self,
        key: &'static str,
        findings: &mut Findings,
    ) -> Option<String> {
        if !self.entries.contains_key(key) {
            self.known.push(key);
            return None;
        }
        self.string(key, findings).map(|(text, _)| text)
    }

    /// A list, which must be there: its values with their places.
    pub(crate) fn list(
        &mut self,
        key: &'static str,
        findings: &mut Findings,
    ) -> Option<(Vec<(DeValue<'t>, Place)>, Place)> {
        let (value, place) = self.needed(key, findings)?;
        let DeValue::Array(values) = value else {
            let key = self.full(key);
            findings.add(place, || settings::key_wrong_kind(&key, ("列表", "a list")));
            return None;
        };
        let page = self.page;
        let values = values.into_iter().map(|value| {
            let place = page.place(value.span().start);
            (value.into_inner(), place)
        });
        Some((values.collect(), place))
    }

    /// A table, which must be there.
    pub(crate) fn table(
        &mut self,
        key: &'static str,
        findings: &mut Findings,
    ) -> Option<Section<'t>> {
        self.known.push(key);
        let Some(entry) = self.entries.remove(key) else {
            let (place, key) = (self.page.place(self.begin), self.full(key));
            findings.add(place, || settings::key_missing(&key));
            return None;
        };
        let DeValue::Table(table) = entry.content else {
            let (place, key) = (self.page.place(entry.value), self.full(key));
            findings.add(place, || settings::key_wrong_kind(&key, ("表", "a table")));
            return None;
        };
        Some(Self::new(self.page, key, entry.key, table))
    }

    /// A table of `zh` and `en`, which must be there with both.
    pub(crate) fn text(&mut self, key: &'static str, findings: &mut Findings) -> Option<Text> {
        let mut both = self.table(key, findings)?;
        let zh = both.string("zh", findings);
        let en = both.string("en", findings);
        both.end(findings);
        Some(Text::new(zh?.0, en?.0))
    }

    /// Notes the keys that nobody took.
    pub(crate) fn end(self, findings: &mut Findings) {
        for (key, entry) in &self.entries {
            findings.add_at(
                || self.page.place(entry.key),
                || {
                    let nearest = nearest(key, self.known.iter().copied());
                    settings::key_unknown(
                        &crate::fault::shown(&self.full(key)),
                        nearest,
                        &self.known,
                    )
                },
            );
        }
    }
}
