//! Whatever is done to a log is found, given a checkpoint that was kept elsewhere; without one, what a chain
//! cannot show is not found, and the documentation says so.
#![expect(clippy::unwrap_used, reason = "a test that cannot be set up must stop")]

use rand::{RngExt as _, SeedableRng as _};
use rand_chacha::ChaCha12Rng;
use yanzhi_audit::{
    Entry, Format, Outcome,
    export::sealed,
    rules::{Checkpoint, Key, Link, PublicKey, Tampering, Verdict, Verification, hash_of},
};
use yanzhi_kernel::{Digest, Id, Timestamp};

const LENGTH: usize = 50;
const ALTERATIONS: usize = 3_000;
const SEED: u64 = 4;

fn entry(sequence: i64, previous: &Digest) -> Entry {
    let mut entry = Entry {
        format: Format::Second,
        sequence,
        at: Timestamp::from_micros(sequence * 1_000).unwrap(),
        actor: format!("account:{}", sequence % 7),
        via: Some("session".into()),
        action: "account.invite".into(),
        subject: format!("account:{sequence}"),
        organisation: (sequence % 3 == 0).then(|| Id::from_uuid(uuid::Uuid::from_u128(1))),
        outcome: Outcome::Done,
        reason: None,
        address: Some("10.0.0.1".into()),
        request: Some("r".into()),
        before: None,
        after: Some(Digest::of(sequence.to_string())),
        previous: previous.clone(),
        hash: Digest::zero(),
    };
    entry.hash = hash_of(&entry);
    entry
}

fn log(length: usize) -> Vec<Entry> {
    let mut log: Vec<Entry> = Vec::new();
    for sequence in 1..=i64::try_from(length).unwrap() {
        let previous = log
            .last()
            .map_or_else(Digest::zero, |last| last.hash.clone());
        log.push(entry(sequence, &previous));
    }
    log
}

fn verify(log: &[Entry], checkpoint: Option<&Checkpoint>) -> Verdict {
    let mut verification = checkpoint.map_or_else(Verification::default, Verification::against);
    for entry in log {
        verification.take(Ok(Link::of(entry)));
    }
    verification.finish(checkpoint)
}

/// The checkpoint of a log, signed, carried away and opened again.
fn checkpoint_of(log: &[Entry]) -> Checkpoint {
    let (key, public) = Key::new(&mut rand_core::OsRng, "test").unwrap();
    let verdict = verify(log, None);
    let signed = Checkpoint::of(&key, &verdict.tree, verdict.head)
        .sign(&key)
        .unwrap();
    Checkpoint::open(&signed, &PublicKey::read(&public).unwrap()).unwrap()
}

/// Edits one field of an entry.
const EDITS: [fn(&mut Entry); 15] = [
    |it| it.at = Timestamp::from_micros(it.at.as_micros() + 1).unwrap(),
    |it| it.actor.push('x'),
    |it| it.via = None,
    |it| it.action.push('x'),
    |it| it.subject.push('x'),
    |it| it.organisation = Some(Id::from_uuid(uuid::Uuid::from_u128(2))),
    |it| it.outcome = Outcome::Refused,
    |it| it.reason = Some(String::new()),
    |it| it.address = Some("10.0.0.2".into()),
    |it| it.request = None,
    |it| it.before = Some(Digest::zero()),
    |it| it.after = None,
    |it| it.previous = Digest::of("x"),
    |it| it.hash = Digest::of("x"),
    |it| it.sequence += 1,
];

/// The chain from a place on, made to hang together again.
fn rehash(log: &mut [Entry], from: usize) {
    for place in from..log.len() {
        let previous = place
            .checked_sub(1)
            .map_or_else(Digest::zero, |before| log[before].hash.clone());
        log[place].sequence = i64::try_from(place).unwrap() + 1;
        log[place].previous = previous;
        log[place].hash = hash_of(&log[place]);
    }
}

/// What an alteration is expected to be found as.
#[derive(Debug, PartialEq)]
enum Expected {
    BrokenAt(usize),
    CutOff(usize),
    Rewritten,
}

/// Alters a log in one of ten ways.
fn alter(log: &mut Vec<Entry>, chance: &mut ChaCha12Rng) -> Expected {
    let place = chance.random_range(0..log.len());
    let other = chance.random_range(0..log.len());
    match chance.random_range(0..10) {
        0..3 => {
            EDITS[chance.random_range(0..EDITS.len())](&mut log[place]);
            Expected::BrokenAt(place + 1)
        }
        3 if place + 1 < log.len() => {
            log.remove(place);
            Expected::BrokenAt(place + 1)
        }
        4 => {
            let copy = log[other].clone();
            log.insert(place, copy);
            // A copy put before or behind itself shows one place later.
            Expected::BrokenAt(if other == place { place + 2 } else { place + 1 })
        }
        5 if place != other => {
            log.swap(place, other);
            Expected::BrokenAt(place.min(other) + 1)
        }
        6 => {
            EDITS[1](&mut log[place]);
            log[place].hash = hash_of(&log[place]);
            // It hangs together with its own fields; the next one tells, or the checkpoint for the last.
            if place + 1 == log.len() {
                Expected::Rewritten
            } else {
                Expected::BrokenAt(place + 2)
            }
        }
        7 => {
            EDITS[4](&mut log[place]);
            rehash(log, place);
            Expected::Rewritten
        }
        8 => {
            // An earlier state put back, and the log continued from there.
            log.truncate(place);
            while log.len() < LENGTH {
                let previous = log
                    .last()
                    .map_or_else(Digest::zero, |last| last.hash.clone());
                let mut next = entry(i64::try_from(log.len()).unwrap() + 1, &previous);
                next.actor = "account:9".into();
                next.hash = hash_of(&next);
                log.push(next);
            }
            Expected::Rewritten
        }
        _ => {
            log.truncate(place);
            Expected::CutOff(place)
        }
    }
}

fn found(verdict: &Verdict) -> Option<Expected> {
    verdict.tampering.as_ref().map(|tampering| match tampering {
        Tampering::Broken { sequence, .. } => {
            Expected::BrokenAt(usize::try_from(*sequence).unwrap())
        }
        Tampering::CutOff { found, .. } => Expected::CutOff(usize::try_from(*found).unwrap()),
        Tampering::Rewritten { .. } => Expected::Rewritten,
    })
}

#[test]
fn every_alteration_is_found_against_a_checkpoint_and_named() {
    let whole = log(LENGTH);
    let checkpoint = checkpoint_of(&whole);
    assert_eq!(found(&verify(&whole, Some(&checkpoint))), None);
    let mut chance = ChaCha12Rng::seed_from_u64(SEED);
    let mut kinds = [0; 3];
    for number in 0..ALTERATIONS {
        let mut altered = whole.clone();
        let expected = alter(&mut altered, &mut chance);
        kinds[match expected {
            Expected::BrokenAt(_) => 0,
            Expected::CutOff(_) => 1,
            Expected::Rewritten => 2,
        }] += 1;
        let verdict = verify(&altered, Some(&checkpoint));
        assert_eq!(
            found(&verdict),
            Some(expected),
            "alteration {number}: {:?}",
            verdict.tampering
        );
    }
    assert!(
        kinds.iter().all(|count| *count > 200),
        "each kind was tried: {kinds:?}"
    );
}

#[test]
fn without_a_checkpoint_a_cut_and_a_rewritten_log_hang_together() {
    let mut cut = log(LENGTH);
    cut.truncate(30);
    assert_eq!(found(&verify(&cut, None)), None);
    let mut rewritten = log(LENGTH);
    EDITS[1](&mut rewritten[10]);
    rehash(&mut rewritten, 10);
    assert_eq!(found(&verify(&rewritten, None)), None);
}

#[test]
fn a_log_that_went_on_still_agrees_with_its_checkpoint() {
    let checkpoint = checkpoint_of(&log(20));
    assert_eq!(found(&verify(&log(LENGTH), Some(&checkpoint))), None);
    let none_yet = checkpoint_of(&[]);
    assert_eq!(found(&verify(&log(3), Some(&none_yet))), None);
}

#[test]
fn the_exported_file_verifies_like_the_log_and_any_byte_changed_is_found() {
    let log = log(20);
    let checkpoint = checkpoint_of(&log);
    let lines: Vec<String> = log.iter().map(sealed::line).collect();
    let verify_lines = |lines: &[String]| {
        let mut verification = Verification::against(&checkpoint);
        for line in lines {
            verification.take(sealed::link(line));
        }
        verification.finish(Some(&checkpoint))
    };
    assert_eq!(found(&verify_lines(&lines)), None);
    for place in 0..lines[7].len() {
        let mut altered = lines.clone();
        let mut bytes = altered[7].clone().into_bytes();
        bytes[place] = if bytes[place] == b'0' { b'1' } else { b'0' };
        altered[7] = String::from_utf8(bytes).unwrap();
        let found = found(&verify_lines(&altered));
        assert_eq!(found, Some(Expected::BrokenAt(8)), "character {place}");
    }
}

#[test]
fn a_line_stays_one_line_whatever_is_in_it() {
    let mut one = entry(1, &Digest::zero());
    one.subject = "a\r\nb\u{1b}[31m\u{2028}c".into();
    one.hash = hash_of(&one);
    assert_eq!(sealed::line(&one).lines().count(), 1);
    assert_eq!(found(&verify(&[one], None)), None);
}
