//! How entries hang together.

use serde_json::json;
use yanzhi_kernel::Digest;

use crate::Entry;

/// The hash of an entry: SHA-256 over the JSON array
/// `[previous, sequence, at in µs, actor, action, subject, before, after]`.
/// An array has one spelling, so that a verifier in any language can do the same.
pub fn hash_of(entry: &Entry) -> Digest {
    let fields = json!([
        entry.previous.as_str(),
        entry.sequence,
        entry.at.as_micros(),
        entry.actor,
        entry.action,
        entry.subject,
        entry.before.as_ref().map(Digest::as_str),
        entry.after.as_ref().map(Digest::as_str),
    ]);
    Digest::of(fields.to_string())
}

/// The sequence number at which a log read in order stops making sense; `None` when it is whole.
pub fn first_broken<'a>(entries: impl IntoIterator<Item = &'a Entry>) -> Option<i64> {
    let mut previous = Digest::zero();
    for (expected, entry) in (1..).zip(entries) {
        let hangs_together = entry.sequence == expected
            && entry.previous == previous
            && entry.hash == hash_of(entry);
        if !hangs_together {
            return Some(expected);
        }
        previous = entry.hash.clone();
    }
    None
}

#[cfg(test)]
mod tests {
    use yanzhi_kernel::Timestamp;

    use super::*;

    fn chain(length: i64) -> Vec<Entry> {
        let mut previous = Digest::zero();
        (1..=length)
            .map(|sequence| {
                let mut entry = Entry {
                    sequence,
                    at: Timestamp::from_micros(sequence).unwrap(),
                    actor: "operator".into(),
                    action: "strategy.import".into(),
                    subject: format!("s{sequence}"),
                    before: None,
                    after: Some(Digest::of("x")),
                    previous: previous.clone(),
                    hash: Digest::zero(),
                };
                entry.hash = hash_of(&entry);
                previous = entry.hash.clone();
                entry
            })
            .collect()
    }

    #[test]
    fn a_whole_chain_is_whole() {
        assert_eq!(first_broken(&chain(4)), None);
        assert_eq!(first_broken(&[]), None);
    }

    #[test]
    fn every_altered_field_is_found_at_its_entry() {
        let alterations: [fn(&mut Entry); 7] = [
            |e| e.sequence += 10,
            |e| e.at = Timestamp::from_micros(99).unwrap(),
            |e| e.actor.push('x'),
            |e| e.action.push('x'),
            |e| e.subject.push('x'),
            |e| e.before = Some(Digest::zero()),
            |e| e.after = None,
        ];
        for alter in alterations {
            let mut log = chain(4);
            alter(&mut log[2]);
            assert_eq!(first_broken(&log), Some(3));
        }
    }

    #[test]
    fn dropped_swapped_and_inserted_entries_are_found() {
        let mut dropped = chain(4);
        dropped.remove(1);
        assert_eq!(first_broken(&dropped), Some(2));
        let mut swapped = chain(4);
        swapped.swap(1, 2);
        assert_eq!(first_broken(&swapped), Some(2));
        let mut inserted = chain(4);
        inserted.insert(3, chain(4)[0].clone());
        assert_eq!(first_broken(&inserted), Some(4));
    }

    #[test]
    fn an_altered_entry_with_a_new_hash_breaks_its_successor() {
        let mut log = chain(4);
        log[1].subject.push('x');
        log[1].hash = hash_of(&log[1]);
        assert_eq!(first_broken(&log), Some(3));
    }
}
