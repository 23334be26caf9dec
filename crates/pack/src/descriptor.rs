//! `datapackage.json`: the Frictionless descriptor. It must agree with the folder and with the headers.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use crate::fault::{Fault, descriptors, shown};
use crate::folder::Folder;
use crate::json_place::{Step, locate};
use crate::problem::{Findings, Place};

pub(crate) const FILE: &str = "datapackage.json";

const TEXT: (&str, &str) = ("文字", "a text");
const LIST: (&str, &str) = ("列表", "a list");
const OBJECT: (&str, &str) = ("对象", "an object");
const SEPARATOR: (&str, &str) = ("逗号或制表符", "a comma or a tab");

/// What the descriptor says.
#[derive(Debug, Default)]
pub(crate) struct Descriptor {
    text: String,
    /// `None` when there is no descriptor to go by.
    resources: Option<Vec<Resource>>,
}

#[derive(Debug)]
struct Resource {
    number: usize,
    path: String,
    fields: Option<Vec<String>>,
    delimiter: Option<u8>,
}

pub(crate) fn read(folder: &mut Folder<'_>, tables: &[&str]) -> Descriptor {
    let Some(text) = folder.read_text(FILE) else {
        return Descriptor::default();
    };
    let value: Value = match serde_json::from_str(&text) {
        Ok(value) => value,
        Err(error) => {
            folder.findings.add(syntax_place(&error), || {
                let message = error.to_string();
                let message = message
                    .rsplit_once(" at line ")
                    .map_or(message.as_str(), |it| it.0);
                descriptors::json_syntax(message)
            });
            return Descriptor::default();
        }
    };
    let mut descriptor = Descriptor {
        text,
        resources: None,
    };
    descriptor.resources = descriptor.read_resources(&value, folder);
    descriptor.check_listed(tables, folder);
    descriptor
}

fn syntax_place(error: &serde_json::Error) -> Place {
    Place {
        file: FILE,
        line: crate::problem::count(error.line()).max(1),
        column: crate::problem::count(error.column()).max(1),
    }
}

impl Descriptor {
    fn place(&self, steps: &[Step<'_>]) -> Place {
        Place::of_byte(FILE, &self.text, locate(&self.text, steps))
    }

    fn read_resources(&self, value: &Value, folder: &mut Folder<'_>) -> Option<Vec<Resource>> {
        let Some(root) = value.as_object() else {
            let fault = || descriptors::wrong_kind(FILE, OBJECT);
            folder.findings.add(self.place(&[]), fault);
            return None;
        };
        let key = "resources";
        match root.get(key) {
            Some(Value::Array(items)) => {
                let mut names = BTreeSet::new();
                let mut paths = BTreeSet::new();
                let mut resources = Vec::new();
                for (number, item) in items.iter().enumerate() {
                    let at = At {
                        descriptor: self,
                        number,
                    };
                    resources.extend(at.read(item, folder, &mut names, &mut paths));
                }
                Some(resources)
            }
            Some(_) => {
                let place = self.place(&[Step::Key(key)]);
                folder
                    .findings
                    .add(place, || descriptors::wrong_kind(key, LIST));
                None
            }
            None => {
                folder
                    .findings
                    .add(self.place(&[]), || descriptors::key_missing(key));
                None
            }
        }
    }

    /// Every table that is there must be listed.
    fn check_listed(&self, tables: &[&str], folder: &mut Folder<'_>) {
        let Some(resources) = &self.resources else {
            return;
        };
        for file in tables {
            let is_listed = resources.iter().any(|it| it.path == *file);
            if !is_listed && folder.has(file) {
                let place = self.place(&[Step::Key("resources")]);
                folder
                    .findings
                    .add(place, || descriptors::resource_missing(file));
            }
        }
    }

    fn resource(&self, file: &str) -> Option<&Resource> {
        self.resources.as_ref()?.iter().find(|it| it.path == file)
    }

    /// What separates the columns of a table, where the descriptor says.
    pub(crate) fn delimiter(&self, file: &str) -> Option<u8> {
        self.resource(file)?.delimiter
    }

    /// The fields of a table's schema must be the columns of its header.
    pub(crate) fn check_header(&self, file: &str, header: &[String], findings: &mut Findings) {
        let Some(resource) = self.resource(file) else {
            return;
        };
        let steps = [
            Step::Key("resources"),
            Step::Item(resource.number),
            Step::Key("schema"),
            Step::Key("fields"),
        ];
        if let Some(fields) = &resource.fields
            && !header.is_empty()
            && fields != header
        {
            findings.add(self.place(&steps), || {
                descriptors::schema_differs(file, fields, header)
            });
        }
    }
}

/// One resource of the descriptor.
#[derive(Clone, Copy)]
struct At<'d> {
    descriptor: &'d Descriptor,
    number: usize,
}

impl At<'_> {
    fn refuse(&self, steps: &[Step<'_>], findings: &mut Findings, fault: impl FnOnce() -> Fault) {
        let mut all = vec![Step::Key("resources"), Step::Item(self.number)];
        all.extend(steps);
        findings.add_at(|| self.descriptor.place(&all), fault);
    }

    fn read(
        self,
        item: &Value,
        folder: &mut Folder<'_>,
        names: &mut BTreeSet<String>,
        paths: &mut BTreeSet<String>,
    ) -> Option<Resource> {
        let Some(resource) = item.as_object() else {
            let fault =
                || descriptors::wrong_kind("resources", ("对象的列表", "a list of objects"));
            self.refuse(&[], &mut folder.findings, fault);
            return None;
        };
        self.name(resource, names, &mut folder.findings);
        let path = self.string(resource, "path", &mut folder.findings)?;
        if !paths.insert(path.clone()) {
            let fault = || descriptors::duplicate("path", &shown(&path));
            self.refuse(&[Step::Key("path")], &mut folder.findings, fault);
        }
        if let Err(fault) = folder.check_listed(&path) {
            self.refuse(&[Step::Key("path")], &mut folder.findings, || fault);
        }
        let is_table = crate::tables::FILES.contains(&path.as_str());
        Some(Resource {
            number: self.number,
            fields: if is_table {
                self.fields(resource, &mut folder.findings)
            } else {
                None
            },
            delimiter: self.delimiter(resource, &mut folder.findings),
            path,
        })
    }

    fn string(
        &self,
        object: &Map<String, Value>,
        key: &str,
        findings: &mut Findings,
    ) -> Option<String> {
        match object.get(key) {
            Some(Value::String(text)) if !text.is_empty() => return Some(text.clone()),
            Some(_) => self.refuse(&[Step::Key(key)], findings, || {
                descriptors::wrong_kind(key, TEXT)
            }),
            None => self.refuse(&[], findings, || descriptors::key_missing(key)),
        }
        None
    }

    fn name(
        &self,
        resource: &Map<String, Value>,
        names: &mut BTreeSet<String>,
        findings: &mut Findings,
    ) {
        let Some(name) = self.string(resource, "name", findings) else {
            return;
        };
        let fits = |it: char| {
            it.is_ascii_lowercase() || it.is_ascii_digit() || matches!(it, '-' | '_' | '.')
        };
        let step = [Step::Key("name")];
        if !name.chars().all(fits) {
            self.refuse(&step, findings, || {
                descriptors::resource_name(&shown(&name))
            });
        }
        if names.contains(&name) {
            self.refuse(&step, findings, || {
                descriptors::duplicate("name", &shown(&name))
            });
        }
        names.insert(name);
    }

    fn fields(
        &self,
        resource: &Map<String, Value>,
        findings: &mut Findings,
    ) -> Option<Vec<String>> {
        let steps = [Step::Key("schema"), Step::Key("fields")];
        let Some(fields) = resource.get("schema").and_then(|it| it.get("fields")) else {
            self.refuse(&steps, findings, || {
                descriptors::key_missing("schema.fields")
            });
            return None;
        };
        let names: Option<Vec<String>> = fields.as_array().and_then(|fields| {
            let name = |field: &Value| Some(field.get("name")?.as_str()?.to_owned());
            fields.iter().map(name).collect()
        });
        if names.is_none() {
            let expected = (
                "带有 name 的字段的列表",
                "a list of fields with a name each",
            );
            self.refuse(&steps, findings, || {
                descriptors::wrong_kind("schema.fields", expected)
            });
        }
        names
    }

    fn delimiter(&self, resource: &Map<String, Value>, findings: &mut Findings) -> Option<u8> {
        let delimiter = resource.get("dialect")?.get("delimiter")?;
        match delimiter.as_str() {
            Some(",") => Some(b','),
            Some("\t") => Some(b'\t'),
            _ => {
                let steps = [Step::Key("dialect"), Step::Key("delimiter")];
                self.refuse(&steps, findings, || {
                    descriptors::wrong_kind("dialect.delimiter", SEPARATOR)
                });
                None
            }
        }
    }
}
