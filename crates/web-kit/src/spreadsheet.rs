//! Texts in files that people open with a spreadsheet.

/// A text that no spreadsheet takes for a formula: what would begin one gets a `'` before it.
pub fn harmless(text: &str) -> String {
    let begins = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];
    if text.trim_start_matches(' ').starts_with(begins) {
        return format!("'{text}");
    }
    text.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_looks_like_a_formula_is_none() {
        for text in ["=1+1", "+1", "-1", "@SUM", "\tx", " =x", "＝x"] {
            assert!(harmless(text).starts_with('\''), "{text:?}");
        }
        for text in ["account:1", "海曙区", ""] {
            assert_eq!(harmless(text), text);
        }
    }
}
