//! The nearest known word, for messages such as "did you mean `RD_GDP`?".

/// How many known words are looked at: a message is not worth a second.
const MOST: usize = 5_000;

/// The known word most like `word`, when one is near enough to be a slip of the hand. Upper and lower case count as
/// the same; among equals, the first in alphabetical order. Of very many known words the first 5,000 are looked at.
pub fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let length = word.chars().count();
    let reach = (length / 3).clamp(1, 3);
    known
        .into_iter()
        .take(MOST)
        .filter(|candidate| candidate.chars().count().abs_diff(length) <= reach)
        .map(|candidate| (distance(word, candidate), candidate))
        .filter(|&(distance, _)| distance <= reach)
        .min()
        .map(|(_, candidate)| candidate)
}

fn distance(left: &str, right: &str) -> usize {
    if left.eq_ignore_ascii_case(right) {
        return 0;
    }
    strsim::damerau_levenshtein(left, right)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_finds_its_word_and_a_strange_word_none() {
        let known = ["RD_GDP", "PATENT", "330203"];
        assert_eq!(nearest("RD_GPD", known), Some("RD_GDP"));
        assert_eq!(nearest("patent", known), Some("PATENT"));
        assert_eq!(nearest("330230", known), Some("330203"));
        assert_eq!(nearest("EXPORT", known), None);
    }
}
