//! Full-width letters, digits and signs, as Chinese input methods write them, become half-width.

use std::borrow::Cow;

/// `２０２３` → `2023`, `，` → `,`, `％` → `%`, the ideographic space → a space, the minus sign → `-`.
///
/// Only these. Unicode's compatibility form would also make `102` of `10²` and `1.` of `⒈`.
pub fn half_width(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().map(narrow).collect())
}

fn narrow(wide: char) -> char {
    match wide {
        '\u{ff01}'..='\u{ff5e}' => {
            char::from_u32(u32::from(wide) - 0xff01 + u32::from('!')).unwrap_or(wide)
        }
        '\u{3000}' => ' ',
        '\u{2212}' => '-',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wide_forms_become_narrow_and_nothing_else_changes() {
        assert_eq!(half_width("２０２３Ｈ１"), "2023H1");
        assert_eq!(half_width("－１，２３４．５％"), "-1,234.5%");
        assert_eq!(half_width("\u{2212}3\u{3000}"), "-3 ");
        assert_eq!(half_width("10²⒈①½"), "10²⒈①½");
    }
}
