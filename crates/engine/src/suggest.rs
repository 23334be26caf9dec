//! The nearest known word, for messages such as "did you mean `cap`?".

/// The known word most like `word`, when one is near enough to be a slip of the hand.
pub(crate) fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<String> {
    let reach = (word.chars().count() / 3).clamp(1, 3);
    known
        .into_iter()
        .map(|candidate| (distance(word, candidate), candidate))
        .filter(|&(distance, _)| distance <= reach)
        .min_by_key(|&(distance, candidate)| (distance, candidate.to_owned()))
        .map(|(_, candidate)| candidate.to_owned())
}

fn distance(left: &str, right: &str) -> usize {
    if left.eq_ignore_ascii_case(right) {
        return 0;
    }
    strsim::damerau_levenshtein(left, right)
}

/// ` (did you mean …?)` or nothing.
pub(crate) fn hint(nearest: Option<&str>) -> String {
    nearest.map_or_else(String::new, |word| format!(" (did you mean `{word}`?)"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_finds_its_word() {
        let known = ["standard", "scale", "cap"];
        assert_eq!(nearest("captt", known), None);
        assert_eq!(nearest("capp", known).as_deref(), Some("cap"));
        assert_eq!(nearest("standrad", known).as_deref(), Some("standard"));
        assert_eq!(nearest("SCALE", known).as_deref(), Some("scale"));
    }

    #[test]
    fn a_strange_word_finds_nothing() {
        assert_eq!(nearest("colour", ["standard", "scale", "cap"]), None);
    }
}
