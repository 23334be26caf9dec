//! What a Chinese input method writes, as the signs that the grammar knows, without losing the places.

use crate::span::Span;

/// A text of which full-width forms, `×`, `÷`, `≤`, `≥`, `≠` and `【】` have become their ASCII equals.
pub(crate) struct HalfWidth {
    pub(crate) text: String,
    /// For each byte of `text` the byte of the original where its character begins, and the end of the original.
    origins: Vec<usize>,
}

impl HalfWidth {
    pub(crate) fn of(original: &str) -> Self {
        let mut text = String::with_capacity(original.len());
        let mut origins = Vec::with_capacity(original.len() + 1);
        for (at, wide) in original.char_indices() {
            narrow(wide, &mut text);
            origins.resize(text.len(), at);
        }
        origins.push(original.len());
        Self { text, origins }
    }

    /// The place in the original.
    pub(crate) fn original(&self, start: usize, end: usize) -> Span {
        let end_of_original = self.origins.last().copied().unwrap_or_default();
        let origin = |byte: usize| self.origins.get(byte).copied().unwrap_or(end_of_original);
        Span::new(origin(start), origin(end))
    }
}

fn narrow(wide: char, text: &mut String) {
    match wide {
        '\u{ff01}'..='\u{ff5e}' => {
            text.extend(char::from_u32(u32::from(wide) - 0xff01 + u32::from('!')));
        }
        '\u{3000}' => text.push(' '),
        '×' => text.push('*'),
        '÷' => text.push('/'),
        '\u{2212}' => text.push('-'),
        '【' => text.push('['),
        '】' => text.push(']'),
        '≤' => text.push_str("<="),
        '≥' => text.push_str(">="),
        '≠' => text.push_str("!="),
        other => text.push(other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_those_of_the_original() {
        let original = "（ＲＤ÷GDP）≥２";
        let half = HalfWidth::of(original);
        assert_eq!(half.text, "(RD/GDP)>=2");
        assert_eq!(half.original(1, 3).of(original), "ＲＤ");
        assert_eq!(half.original(8, 10).of(original), "≥");
        assert_eq!(half.original(10, 11).of(original), "２");
        assert_eq!(half.original(11, 11).of(original), "");
    }
}
