//! An object whose keys are taken one by one; those that are left were not known.

use serde_json::{Map, Value};
use yanzhi_kernel::{Code, Text};

use crate::flaw::Flaw;

pub(crate) struct Keys<'v> {
    path: Vec<&'static str>,
    entries: &'v Map<String, Value>,
    known: Vec<&'static str>,
    pub(crate) flaws: Vec<Flaw>,
}

/// What a value has to be, in Chinese and in English.
type Expected = (&'static str, &'static str);

impl<'v> Keys<'v> {
    /// The keys of an object at a path.
    pub(crate) fn of(value: &'v Value, path: Vec<&'static str>) -> Result<Self, Box<Flaw>> {
        match value {
            Value::Object(entries) => Ok(Self {
                path,
                entries,
                known: Vec::new(),
                flaws: Vec::new(),
            }),
            _ => Err(Box::new(Flaw::value(&path, ("表", "a table")))),
        }
    }

    pub(crate) fn path(&self, key: &'static str) -> Vec<&'static str> {
        let mut path = self.path.clone();
        path.push(key);
        path
    }

    /// A value, if it is there; `null` is not.
    pub(crate) fn value(&mut self, key: &'static str) -> Option<&'v Value> {
        if !self.known.contains(&key) {
            self.known.push(key);
        }
        self.entries.get(key).filter(|it| !it.is_null())
    }

    fn refuse(&mut self, key: &'static str, expected: Expected) {
        let path = self.path(key);
        self.flaws.push(Flaw::value(&path, expected));
    }

    fn lack(&mut self, key: &'static str) {
        let path = self.path(key);
        self.flaws.push(Flaw::key_missing(&path));
    }

    /// A number, if it is there.
    pub(crate) fn number(&mut self, key: &'static str) -> Option<f64> {
        let value = self.value(key)?;
        let number = value.as_f64().filter(|it| it.is_finite());
        if number.is_none() {
            self.refuse(key, ("数", "a number"));
        }
        number
    }

    /// A number above 0, or what it is where none is given.
    pub(crate) fn positive(&mut self, key: &'static str, otherwise: f64) -> f64 {
        match self.number(key) {
            Some(number) if number <= 0.0 => {
                self.refuse(key, ("大于 0 的数", "a number above 0"));
                otherwise
            }
            number => number.unwrap_or(otherwise),
        }
    }

    /// A whole number within bounds, or what it is where none is given.
    pub(crate) fn whole(
        &mut self,
        key: &'static str,
        (least, most): (u32, u32),
        otherwise: u32,
    ) -> u32 {
        let Some(value) = self.value(key) else {
            return otherwise;
        };
        let whole = value.as_u64().and_then(|it| u32::try_from(it).ok());
        if let Some(whole) = whole.filter(|it| (least..=most).contains(it)) {
            return whole;
        }
        let path = self.path(key);
        let (zh, en) = (
            format!("{least} 至 {most} 的整数"),
            format!("a whole number from {least} to {most}"),
        );
        self.flaws.push(Flaw::value(&path, (&zh, &en)));
        otherwise
    }

    /// A text that says something, if it is there.
    pub(crate) fn text(&mut self, key: &'static str) -> Option<&'v str> {
        let value = self.value(key)?;
        let text = value.as_str().map(str::trim).filter(|it| !it.is_empty());
        if text.is_none() {
            self.refuse(key, ("有内容的文字", "a text that says something"));
        }
        text
    }

    /// A text that must be there.
    pub(crate) fn needed_text(&mut self, key: &'static str) -> Option<&'v str> {
        if self.value(key).is_none() {
            self.lack(key);
            return None;
        }
        self.text(key)
    }

    /// A code that must be there.
    pub(crate) fn needed_code(&mut self, key: &'static str) -> Option<Code> {
        let code = self.needed_text(key)?.parse().ok();
        if code.is_none() {
            self.refuse(key, ("代码", "a code"));
        }
        code
    }

    /// A list of codes or words; empty where none is given.
    pub(crate) fn list<T>(
        &mut self,
        key: &'static str,
        read: impl Fn(&str) -> Option<T>,
        expected: Expected,
    ) -> Vec<T> {
        let Some(value) = self.value(key) else {
            return Vec::new();
        };
        let read = |it: &Value| it.as_str().and_then(&read);
        let items = value
            .as_array()
            .map(|items| items.iter().map(read).collect());
        if let Some(Some(items)) = items {
            return items;
        }
        self.refuse(key, expected);
        Vec::new()
    }

    /// A list that must name something.
    pub(crate) fn needed_codes(&mut self, key: &'static str) -> Vec<Code> {
        if self.value(key).is_none() {
            self.lack(key);
            return Vec::new();
        }
        let before = self.flaws.len();
        let codes = self.list(key, |it| it.parse().ok(), ("代码的列表", "a list of codes"));
        if codes.is_empty() && self.flaws.len() == before {
            self.refuse(key, ("至少有一项的列表", "a list with at least one item"));
        }
        codes
    }

    /// One word of a closed list, or what it is where none is given.
    pub(crate) fn choice<T: Copy>(
        &mut self,
        key: &'static str,
        words: &[(&'static str, T)],
        otherwise: T,
    ) -> T {
        let Some(word) = self.text(key) else {
            return otherwise;
        };
        if let Some((_, chosen)) = words.iter().find(|(it, _)| *it == word) {
            return *chosen;
        }
        let known: Vec<&str> = words.iter().map(|(it, _)| *it).collect();
        let path = self.path(key);
        self.flaws.push(Flaw::word(&path, word, &known));
        otherwise
    }

    /// A table of `zh` and `en`, which must be there with both.
    pub(crate) fn both(&mut self, key: &'static str) -> Option<Text> {
        let Some(value) = self.value(key) else {
            self.lack(key);
            return None;
        };
        match Keys::of(value, self.path(key)) {
            Ok(mut keys) => {
                let both = (keys.needed_text("zh"), keys.needed_text("en"));
                self.flaws.append(&mut keys.end());
                Some(Text::new(both.0?, both.1?))
            }
            Err(flaw) => {
                self.flaws.push(*flaw);
                None
            }
        }
    }

    /// All flaws, with those of the keys that nobody took.
    pub(crate) fn end(mut self) -> Vec<Flaw> {
        for key in self.entries.keys() {
            if !self.known.contains(&key.as_str()) {
                self.flaws
                    .push(Flaw::key_unknown(&self.path, key, &self.known));
            }
        }
        self.flaws
    }
}
