//! The log as a file that anybody can verify without this program.
//!
//! A line an entry: the hash, a space, and the JSON array that was hashed. So
//! `cut -c66- | head -n1 | tr -d '\n' | sha256sum` gives the first hash again; in each array stand the hash of the
//! line before and the number of the line. See [`hash_of`](crate::rules::hash_of) for the fields.

use serde_json::Value;
use yanzhi_kernel::Digest;

use crate::{
    Entry,
    rules::{Link, hashed_text},
};

/// The line of an entry, without its end.
pub fn line(entry: &Entry) -> String {
    format!("{} {}", entry.hash, hashed_text(entry))
}

/// The link of a line.
///
/// # Errors
/// What about the line cannot be read.
pub fn link(line: &str) -> Result<Link, String> {
    let (hash, text) = line
        .split_once(' ')
        .ok_or("there is no space after the hash")?;
    let fields: Vec<Value> = serde_json::from_str(text).map_err(|error| error.to_string())?;
    // The second format begins with its number.
    let mut fields = fields.iter().skip_while(|field| field.as_i64() == Some(2));
    let previous = fields.next().and_then(Value::as_str);
    let sequence = fields.next().and_then(Value::as_i64);
    let (Some(previous), Some(sequence)) = (previous, sequence) else {
        return Err("the array does not begin with a hash and a number".to_owned());
    };
    Ok(Link {
        sequence,
        previous: Digest::from_stored(previous),
        hash: Digest::from_stored(hash),
        computed: Digest::of(text),
    })
}
