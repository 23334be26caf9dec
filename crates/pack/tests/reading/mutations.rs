//! Whatever becomes of the bytes of a pack, reading it ends with the pack or with problems.

use std::fs;

use proptest::prelude::*;
use yanzhi_kernel::Lang;

use crate::tiny_pack::{FILES, read_in, tiny};

/// Bytes that mean something to one of the formats, and some that mean nothing.
fn fragment() -> impl Strategy<Value = Vec<u8>> {
    let known = prop::sample::select(vec![
        "\"", "\"\"", ",", ",,,,", "\n", "\r", "\r\n", "\t", ";", "{", "}", "[", "]", "[[", "]]",
        "=", "#", "\\", "\0", "-", "−", "1e999", "NaN", "%", "％", "RD", "CITY", "INDEX", "2023",
        "2023Q9", "亿", "\u{feff}", "../", "true", "null", "'''", "\"\"\"", ".", "0",
    ]);
    prop_oneof![
        known.prop_map(|text| text.as_bytes().to_vec()),
        prop::collection::vec(any::<u8>(), 0..4),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn a_mutated_pack_is_read_or_refused(
        edits in prop::collection::vec((0..FILES.len(), any::<prop::sample::Index>(), 0usize..6, fragment()), 1..5)
    ) {
        let dir = tiny();
        for (file, at, length, bytes) in &edits {
            let path = dir.path().join(FILES[*file].0);
            let mut text = fs::read(&path).unwrap();
            let at = at.index(text.len() + 1);
            let end = (at + length).min(text.len());
            text.splice(at..end, bytes.iter().copied());
            fs::write(path, text).unwrap();
        }
        if let Err(problems) = read_in(dir.path()) {
            prop_assert!(problems.total > 0 && !problems.list.is_empty());
            for lang in [Lang::Zh, Lang::En] {
                prop_assert_eq!(problems.render(lang).lines().count(), problems.total);
            }
            for problem in &problems.list {
                prop_assert!(problem.line > 0 && problem.column > 0);
            }
        }
    }
}
