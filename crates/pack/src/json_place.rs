//! Where in a JSON text a value stands. The text is known to be JSON.

/// A step down from a value: into an object, or into an array.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Step<'a> {
    Key(&'a str),
    Item(usize),
}

/// The first byte of the value that the steps lead to, or of the last value on the way that is there.
pub(crate) fn locate(text: &str, steps: &[Step<'_>]) -> usize {
    let bytes = text.as_bytes();
    let mut at = skip_space(bytes, 0);
    for step in steps {
        let found = match step {
            Step::Key(key) => member(text, at, key),
            Step::Item(number) => item(bytes, at, *number),
        };
        match found {
            Some(inner) => at = inner,
            None => break,
        }
    }
    at
}

fn member(text: &str, object: usize, key: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    if bytes.get(object) != Some(&b'{') {
        return None;
    }
    let mut at = skip_space(bytes, object + 1);
    while bytes.get(at) == Some(&b'"') {
        let end = skip_value(bytes, at);
        let name: Option<String> = serde_json::from_str(text.get(at..end)?).ok();
        let value = skip_space(bytes, skip_space(bytes, end) + 1);
        if name.as_deref() == Some(key) {
            return Some(value);
        }
        at = next(bytes, value)?;
    }
    None
}

fn item(bytes: &[u8], array: usize, number: usize) -> Option<usize> {
    if bytes.get(array) != Some(&b'[') {
        return None;
    }
    let mut at = skip_space(bytes, array + 1);
    for _ in 0..number {
        at = next(bytes, at)?;
    }
    bytes.get(at).filter(|byte| **byte != b']').map(|_| at)
}

/// The value after the one that begins at `at`, in the same array or object.
fn next(bytes: &[u8], at: usize) -> Option<usize> {
    let end = skip_space(bytes, skip_value(bytes, at));
    (bytes.get(end) == Some(&b',')).then(|| skip_space(bytes, end + 1))
}

fn skip_space(bytes: &[u8], mut at: usize) -> usize {
    while bytes.get(at).is_some_and(u8::is_ascii_whitespace) {
        at += 1;
    }
    at
}

fn skip_value(bytes: &[u8], begin: usize) -> usize {
    let mut depth = 0_usize;
    let mut at = begin;
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'"' => at = skip_string(bytes, at),
            b'{' | b'[' => {
                depth += 1;
                at += 1;
                continue;
            }
            b'}' | b']' | b',' if depth == 0 => return at,
            b'}' | b']' => {
                depth -= 1;
                at += 1;
            }
            _ if depth > 0 => {
                at += 1;
                continue;
            }
            _ => at = skip_scalar(bytes, at),
        }
        if depth == 0 {
            return at;
        }
    }
    at
}

fn skip_string(bytes: &[u8], begin: usize) -> usize {
    let mut at = begin + 1;
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'\\' => at += 2,
            b'"' => return at + 1,
            _ => at += 1,
        }
    }
    at
}

fn skip_scalar(bytes: &[u8], begin: usize) -> usize {
    let rest = bytes.get(begin..).unwrap_or_default();
    let ends = |byte: &u8| byte.is_ascii_whitespace() || matches!(byte, b',' | b']' | b'}');
    begin + rest.iter().position(ends).unwrap_or(rest.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_found_by_its_steps() {
        let text = r#" { "a\"b": [1, {"x": "}],"}, -2.5 ], "c" : { "d":null } }"#;
        let at = |steps: &[Step<'_>]| &text[locate(text, steps)..];
        assert!(at(&[Step::Key("a\"b"), Step::Item(1), Step::Key("x")]).starts_with("\"}],\""));
        assert!(at(&[Step::Key("a\"b"), Step::Item(2)]).starts_with("-2.5"));
        assert!(at(&[Step::Key("c"), Step::Key("d")]).starts_with("null"));
    }

    #[test]
    fn what_is_not_there_gives_what_would_hold_it() {
        let text = r#"{"a": [1], "b": {}}"#;
        for steps in [
            [Step::Key("a"), Step::Item(1)],
            [Step::Key("a"), Step::Key("x")],
        ] {
            assert_eq!(locate(text, &steps), 6);
        }
        assert_eq!(locate(text, &[Step::Key("c")]), 0);
    }
}
