//! Reads the tables of a method strictly: an unknown key or word is an error that names its path,
//! what is known there, and the word most like it.

use serde::de::value::StringDeserializer;
use serde::de::{
    DeserializeOwned, DeserializeSeed, Deserializer, IntoDeserializer, MapAccess, Visitor,
};
use serde_json::{Map, Value};

use crate::suggest::{hint, nearest};

/// What a method's text says that is not understood.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum ReadError {
    /// A key that means nothing here.
    #[error("{path}: unknown key{}; known here: {}", hint(nearest.as_deref()), known.join(", "))]
    UnknownKey {
        /// Where it stands, the key at the end: `steps[0].indicators.RD.capp`.
        path: String,
        /// The keys that are known there.
        known: Vec<String>,
        /// The known key most like it.
        nearest: Option<String>,
    },
    /// A step or rule that does not exist.
    #[error("{path}: unknown word `{word}`{}; known here: {}", hint(nearest.as_deref()), known.join(", "))]
    UnknownWord {
        /// Where it stands: `steps[0].rule`.
        path: String,
        /// The word.
        word: String,
        /// The words that are known there.
        known: Vec<String>,
        /// The known word most like it.
        nearest: Option<String>,
    },
    /// A key that must be given.
    #[error("{path}: this key is missing: give it")]
    Missing {
        /// Where it should stand.
        path: String,
    },
    /// A value of the wrong kind, such as text for a number.
    #[error("{path}: {reason}")]
    WrongKind {
        /// Where it stands.
        path: String,
        /// What was found and what was expected.
        reason: String,
    },
}

impl ReadError {
    /// Where in the method it stands: keys joined by dots, places in lists in brackets from 0.
    pub fn path(&self) -> &str {
        match self {
            Self::UnknownKey { path, .. }
            | Self::UnknownWord { path, .. }
            | Self::Missing { path }
            | Self::WrongKind { path, .. } => path,
        }
    }
}

impl serde::de::Error for ReadError {
    fn custom<T: std::fmt::Display>(reason: T) -> Self {
        let (path, reason) = (String::new(), reason.to_string());
        Self::WrongKind { path, reason }
    }
}

/// A table of a method with the path at which it stands.
#[derive(Debug, Clone)]
pub(crate) struct Table {
    path: String,
    entries: Map<String, Value>,
}

impl Table {
    pub(crate) fn new(path: &str, value: Value) -> Result<Self, ReadError> {
        let path = path.to_owned();
        match value {
            Value::Object(entries) => Ok(Self { path, entries }),
            other => Err(wrong_kind(path, &other, "a table")),
        }
    }

    /// The path of a key of this table.
    pub(crate) fn at(&self, key: &str) -> String {
        if self.path.is_empty() {
            return key.to_owned();
        }
        format!("{}.{key}", self.path)
    }

    /// Takes a value out, if it is there.
    pub(crate) fn take<T: DeserializeOwned>(&mut self, key: &str) -> Result<Option<T>, ReadError> {
        let path = self.at(key);
        let value = self.entries.remove(key);
        let read = value.map(|value| T::deserialize(value)).transpose();
        read.map_err(|error| ReadError::WrongKind {
            path,
            reason: error.to_string(),
        })
    }

    /// Takes one of the known words out.
    pub(crate) fn word(
        &mut self,
        key: &str,
        known: &[&'static str],
    ) -> Result<Option<&'static str>, ReadError> {
        let Some(word) = self.take::<String>(key)? else {
            return Ok(None);
        };
        let found = known.iter().find(|it| **it == word);
        found
            .map(|it| Some(*it))
            .ok_or_else(|| ReadError::UnknownWord {
                path: self.at(key),
                nearest: nearest(&word, known.iter().copied()),
                known: known.iter().map(ToString::to_string).collect(),
                word,
            })
    }

    /// Takes one of the known words out; it must be there.
    pub(crate) fn needed_word(
        &mut self,
        key: &str,
        known: &[&'static str],
    ) -> Result<&'static str, ReadError> {
        let word = self.word(key, known)?;
        word.ok_or_else(|| ReadError::Missing { path: self.at(key) })
    }

    /// Takes a table out, if it is there.
    pub(crate) fn table(&mut self, key: &str) -> Result<Option<Self>, ReadError> {
        let path = self.at(key);
        let value = self.entries.remove(key);
        value.map(|value| Self::new(&path, value)).transpose()
    }

    /// Takes a list of tables out; empty when it is not there.
    pub(crate) fn tables(&mut self, key: &str) -> Result<Vec<Self>, ReadError> {
        let path = self.at(key);
        match self.entries.remove(key) {
            None => Ok(Vec::new()),
            Some(Value::Array(items)) => items
                .into_iter()
                .enumerate()
                .map(|(place, item)| Self::new(&format!("{path}[{place}]"), item))
                .collect(),
            Some(other) => Err(wrong_kind(path, &other, "a list of tables")),
        }
    }

    /// Takes a table of tables out, in order of their keys; empty when it is not there.
    pub(crate) fn named_tables(&mut self, key: &str) -> Result<Vec<(String, Self)>, ReadError> {
        let path = self.at(key);
        match self.entries.remove(key) {
            None => Ok(Vec::new()),
            Some(Value::Object(entries)) => entries
                .into_iter()
                .map(|(name, value)| {
                    Ok((name.clone(), Self::new(&format!("{path}.{name}"), value)?))
                })
                .collect(),
            Some(other) => Err(wrong_kind(path, &other, "a table of tables")),
        }
    }

    /// This table, with what it leaves out taken from another; tables in it are filled likewise, if they
    /// are of the same rule.
    pub(crate) fn or(mut self, other: &Self) -> Self {
        fill(&mut self.entries, &other.entries);
        self
    }

    /// As [`or`](Self::or), unless this table names another rule: then it is complete in itself.
    pub(crate) fn or_of_same_rule(self, other: &Self) -> Self {
        if names_another_rule(&self.entries, &other.entries) {
            return self;
        }
        self.or(other)
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Nothing may be left. `known` are the keys that were taken before.
    pub(crate) fn end(&self, known: &[&str]) -> Result<(), ReadError> {
        self.entries
            .keys()
            .next()
            .map_or(Ok(()), |key| Err(self.unknown(key, known)))
    }

    /// Reads what is left into a structure; a key it does not have is an error. `taken` are the keys
    /// that were known here and taken before.
    pub(crate) fn read<T: DeserializeOwned>(self, taken: &[&str]) -> Result<T, ReadError> {
        T::deserialize(Strict { table: self, taken })
    }

    fn unknown(&self, key: &str, known: &[&str]) -> ReadError {
        ReadError::UnknownKey {
            path: self.at(key),
            nearest: nearest(key, known.iter().copied()),
            known: known.iter().map(ToString::to_string).collect(),
        }
    }
}

fn fill(own: &mut Map<String, Value>, other: &Map<String, Value>) {
    for (key, value) in other {
        match (own.get_mut(key), value) {
            (Some(Value::Object(own)), Value::Object(other)) => {
                if !names_another_rule(own, other) {
                    fill(own, other);
                }
            }
            (Some(_), _) => {}
            (None, value) => {
                own.insert(key.clone(), value.clone());
            }
        }
    }
}

fn names_another_rule(own: &Map<String, Value>, other: &Map<String, Value>) -> bool {
    let rule = own.get("rule");
    rule.is_some() && rule != other.get("rule")
}

fn wrong_kind(path: String, found: &Value, expected: &str) -> ReadError {
    let found = match found {
        Value::Null => "nothing",
        Value::Bool(_) => "true or false",
        Value::Number(_) => "a number",
        Value::String(_) => "a text",
        Value::Array(_) => "a list",
        Value::Object(_) => "a table",
    };
    let reason = format!("expected {expected}, found {found}");
    ReadError::WrongKind { path, reason }
}

/// Feeds a table to a structure's derived reader, whose list of fields says which keys are known.
struct Strict<'t> {
    table: Table,
    taken: &'t [&'t str],
}

impl<'de> Deserializer<'de> for Strict<'_> {
    type Error = ReadError;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
        visitor.visit_map(Entries {
            path: self.table.path,
            rest: self.table.entries.into_iter(),
            open: None,
        })
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, ReadError> {
        let strange = self
            .table
            .entries
            .keys()
            .find(|key| !fields.contains(&key.as_str()));
        if let Some(key) = strange {
            let known: Vec<&str> = self.taken.iter().chain(fields).copied().collect();
            return Err(self.table.unknown(key, &known));
        }
        let path = self.table.path.clone();
        self.deserialize_any(visitor).map_err(|error| match error {
            ReadError::WrongKind {
                path: inner,
                reason,
            } if inner.is_empty() => ReadError::WrongKind { path, reason },
            error => error,
        })
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option
        unit unit_struct newtype_struct seq tuple tuple_struct map enum identifier ignored_any
    }
}

struct Entries {
    path: String,
    rest: serde_json::map::IntoIter,
    open: Option<(String, Value)>,
}

impl<'de> MapAccess<'de> for Entries {
    type Error = ReadError;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, ReadError> {
        self.open = self.rest.next();
        let Some((key, _)) = &self.open else {
            return Ok(None);
        };
        let key: StringDeserializer<ReadError> = key.clone().into_deserializer();
        seed.deserialize(key).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, ReadError> {
        let (key, value) = self.open.take().unwrap_or_default();
        seed.deserialize(value)
            .map_err(|error| ReadError::WrongKind {
                path: format!("{}.{key}", self.path),
                reason: error.to_string(),
            })
    }
}
