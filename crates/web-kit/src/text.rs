//! Texts in both languages, as the API writes them.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use yanzhi_kernel::Text;

/// A text in Chinese and English.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = Text)]
pub struct LocalText {
    /// 中文
    #[schema(example = "研发经费投入强度")]
    pub zh: String,
    /// English
    #[schema(example = "R&D intensity")]
    pub en: String,
}

impl From<Text> for LocalText {
    fn from(text: Text) -> Self {
        Self {
            zh: text.zh,
            en: text.en,
        }
    }
}

impl From<&Text> for LocalText {
    fn from(text: &Text) -> Self {
        text.clone().into()
    }
}

impl From<LocalText> for Text {
    fn from(text: LocalText) -> Self {
        Self::new(text.zh, text.en)
    }
}
