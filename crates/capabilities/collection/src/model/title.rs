//! The name of a round.

use yanzhi_kernel::Text;

/// A title in both languages: neither empty, longer than 120 characters nor with control characters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Title(Text);

/// The text is no title.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "this is not a title: write 1 to {max} characters in Chinese, English or both, without control characters",
    max = Title::MAX_CHARS
)]
pub struct InvalidTitle;

impl Title {
    /// Longest title in characters.
    pub const MAX_CHARS: usize = 120;

    /// A title; surrounding blanks are left out.
    ///
    /// # Errors
    /// [`InvalidTitle`].
    pub fn new(text: &Text) -> Result<Self, InvalidTitle> {
        let title = Text::new(text.zh.trim(), text.en.trim());
        let is_fine = |part: &str| {
            part.chars().count() <= Self::MAX_CHARS && !part.chars().any(char::is_control)
        };
        let is_empty = title.zh.is_empty() && title.en.is_empty();
        if is_empty || !is_fine(&title.zh) || !is_fine(&title.en) {
            return Err(InvalidTitle);
        }
        Ok(Self(title))
    }

    /// The title.
    pub const fn text(&self) -> &Text {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_says_something_in_one_language_at_least() {
        let title = Title::new(&Text::new(" 2025年度填报 ", "")).unwrap();
        assert_eq!(title.text().zh, "2025年度填报");
        for text in ["", "  ", "a\nb", &"长".repeat(121)] {
            assert!(Title::new(&Text::same(text)).is_err(), "{text:?}");
        }
    }
}
