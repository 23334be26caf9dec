//! Names and notes in the two languages of the product.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

use crate::vocabulary::UnknownWord;

/// The language a person reads.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Lang {
    /// 中文, the first language of the product.
    #[default]
    Zh,
    /// English.
    En,
}

impl FromStr for Lang {
    type Err = UnknownWord;

    /// Reads `zh`, `zh-CN`, `zh_CN.UTF-8`, `en`, `en-GB`, …: what browsers and terminals send.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let primary = text
            .split(['-', '_', '.', ';', ','])
            .next()
            .unwrap_or_default();
        match primary.trim().to_ascii_lowercase().as_str() {
            "zh" => Ok(Self::Zh),
            "en" => Ok(Self::En),
            _ => Err(UnknownWord::new("language", text, &["zh", "en"])),
        }
    }
}

/// A text in Chinese and in English.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Text {
    /// 中文.
    pub zh: String,
    /// English.
    pub en: String,
}

impl Text {
    /// A text from its two versions.
    pub fn new(zh: impl Into<String>, en: impl Into<String>) -> Self {
        Self {
            zh: zh.into(),
            en: en.into(),
        }
    }

    /// The same words in both languages: codes, numbers, proper names.
    pub fn same(text: impl Into<String>) -> Self {
        let zh = text.into();
        Self { en: zh.clone(), zh }
    }

    /// The version a person reads; where it is empty, the other one.
    pub fn get(&self, lang: Lang) -> &str {
        let (wanted, other) = match lang {
            Lang::Zh => (&self.zh, &self.en),
            Lang::En => (&self.en, &self.zh),
        };
        if wanted.is_empty() { other } else { wanted }
    }
}

impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.get(Lang::Zh))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_version_falls_back_to_the_other() {
        let text = Text::new("宁波市", "");
        assert_eq!(text.get(Lang::En), "宁波市");
        assert_eq!(Text::new("", "Ningbo").get(Lang::Zh), "Ningbo");
    }

    #[test]
    fn browser_and_terminal_language_tags_are_read() {
        assert_eq!("zh-CN,zh;q=0.9".parse(), Ok(Lang::Zh));
        assert_eq!("en_GB.UTF-8".parse(), Ok(Lang::En));
        assert!("de".parse::<Lang>().is_err());
    }
}
