//! What people see of a thing: `RD_GDP`, `330203`, `NBHTZ`.

use std::{fmt, str::FromStr, sync::Arc};

use serde::{Deserialize, Serialize};

/// A public name for a unit, an indicator, a node, …: 1 to 64 ASCII letters, digits, `_`, `-` and `.`,
/// beginning with a letter or a digit. Codes are compared as they stand; case counts.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Code(Arc<str>);

/// The text is no code.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "{0:?} is not a code: use 1 to 64 letters, digits, `_`, `-` or `.`, beginning with a letter or digit"
)]
pub struct InvalidCode(pub String);

impl Code {
    /// Longest code in characters.
    pub const MAX_LEN: usize = 64;

    /// The code as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

fn is_code(text: &str) -> bool {
    text.len() <= Code::MAX_LEN
        && text.starts_with(|c: char| c.is_ascii_alphanumeric())
        && text
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.'))
}

impl FromStr for Code {
    type Err = InvalidCode;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if is_code(text) {
            Ok(Self(text.into()))
        } else {
            Err(InvalidCode(text.to_owned()))
        }
    }
}

impl TryFrom<String> for Code {
    type Error = InvalidCode;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<Code> for String {
    fn from(code: Code) -> Self {
        code.0.as_ref().to_owned()
    }
}

impl AsRef<str> for Code {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl fmt::Debug for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Code({})", self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_of_the_field_are_read() {
        for text in ["RD_GDP", "330203", "NBHTZ", "a", "A.1-b"] {
            assert_eq!(text.parse::<Code>().unwrap().as_str(), text);
        }
    }

    #[test]
    fn anything_else_is_refused() {
        let too_long = "x".repeat(65);
        for text in [
            "",
            " RD",
            "RD GDP",
            "_x",
            "宁波",
            "a/b",
            "a'b",
            too_long.as_str(),
        ] {
            assert!(text.parse::<Code>().is_err(), "{text:?}");
        }
    }

    #[test]
    fn json_is_held_to_the_same_rule() {
        assert!(serde_json::from_str::<Code>("\"RD GDP\"").is_err());
        assert_eq!(
            serde_json::to_string(&"RD".parse::<Code>().unwrap()).unwrap(),
            "\"RD\""
        );
    }
}
