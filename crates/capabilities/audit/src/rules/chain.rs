//! How entries hang together.

use serde_json::json;
use yanzhi_kernel::Digest;

use super::Verification;
use crate::{Entry, Format, Outcome};

/// The hash of an entry: SHA-256 over a JSON array. Of the first format it is
/// `[previous, sequence, at in µs, actor, action, subject, before, after]`; of the second
/// `[2, previous, sequence, at in µs, actor, via, action, subject, organisation, outcome, reason, address, request,
/// before, after]`. An array has one spelling, so that a verifier in any language can do the same.
pub fn hash_of(entry: &Entry) -> Digest {
    Digest::of(hashed_text(entry))
}

/// The array whose digest is the hash of an entry.
pub(crate) fn hashed_text(entry: &Entry) -> String {
    let before = entry.before.as_ref().map(Digest::as_str);
    let after = entry.after.as_ref().map(Digest::as_str);
    let fields = match entry.format {
        Format::First => json!([
            entry.previous.as_str(),
            entry.sequence,
            entry.at.as_micros(),
            entry.actor,
            entry.action,
            entry.subject,
            before,
            after,
        ]),
        Format::Second => json!([
            2,
            entry.previous.as_str(),
            entry.sequence,
            entry.at.as_micros(),
            entry.actor,
            entry.via,
            entry.action,
            entry.subject,
            entry.organisation.map(|id| id.to_string()),
            entry.outcome.as_str(),
            entry.reason,
            entry.address,
            entry.request,
            before,
            after,
        ]),
    };
    fields.to_string()
}

/// What a verifier needs of an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// The number of the entry, as it says.
    pub sequence: i64,
    /// The hash of the entry before, as it says.
    pub previous: Digest,
    /// Its own hash, as it says.
    pub hash: Digest,
    /// The digest of its fields.
    pub computed: Digest,
}

impl Link {
    /// The link of an entry of the database. One with fields that its hash does not cover computes to nothing.
    pub fn of(entry: &Entry) -> Self {
        Self {
            sequence: entry.sequence,
            previous: entry.previous.clone(),
            hash: entry.hash.clone(),
            computed: if has_only_hashed_fields(entry) {
                hash_of(entry)
            } else {
                Digest::zero()
            },
        }
    }
}

/// The sequence number at which a log read in order stops making sense; `None` when it is whole.
pub fn first_broken<'a>(entries: impl IntoIterator<Item = &'a Entry>) -> Option<i64> {
    let mut verification = Verification::default();
    for entry in entries {
        verification.take(Ok(Link::of(entry)));
    }
    verification
        .finish(None)
        .tampering
        .map(|found| found.sequence())
}

/// An entry of the first format has no field that its hash does not cover.
fn has_only_hashed_fields(entry: &Entry) -> bool {
    let is_bare = [&entry.via, &entry.reason, &entry.address, &entry.request]
        .iter()
        .all(|field| field.is_none());
    let is_plain = entry.organisation.is_none() && entry.outcome == Outcome::Done;
    entry.format == Format::Second || is_bare && is_plain
}

#[cfg(test)]
mod tests {
    use yanzhi_kernel::{Id, Timestamp};

    use super::*;

    fn chain(length: i64) -> Vec<Entry> {
        chain_of(length, Format::Second)
    }

    fn chain_of(length: i64, format: Format) -> Vec<Entry> {
        let mut previous = Digest::zero();
        (1..=length)
            .map(|sequence| {
                let mut entry = Entry {
                    format,
                    sequence,
                    at: Timestamp::from_micros(sequence).unwrap(),
                    actor: "operator".into(),
                    via: None,
                    action: "strategy.import".into(),
                    subject: format!("s{sequence}"),
                    organisation: None,
                    outcome: Outcome::Done,
                    reason: None,
                    address: (format == Format::Second).then(|| "10.0.0.1".into()),
                    request: None,
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
        assert_eq!(first_broken(&chain_of(4, Format::First)), None);
        assert_eq!(first_broken(&[]), None);
    }

    #[test]
    fn every_altered_field_is_found_at_its_entry() {
        let alterations: [fn(&mut Entry); 14] = [
            |e| e.format = Format::First,
            |e| e.via = Some("session:1".into()),
            |e| e.organisation = Some(Id::from_uuid(uuid::Uuid::nil())),
            |e| e.outcome = Outcome::Refused,
            |e| e.reason = Some("x".into()),
            |e| e.address = None,
            |e| e.request = Some("x".into()),
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
    fn nothing_is_added_to_an_entry_of_the_first_format() {
        let mut log = chain_of(3, Format::First);
        log[1].address = Some("10.0.0.1".into());
        assert_eq!(first_broken(&log), Some(2));
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
