//! Is this log the one that was written?

use std::fmt;

use yanzhi_kernel::Digest;

use super::{Checkpoint, Link, MerkleTree};

/// Goes through a log entry by entry, in the order in which they stand.
#[derive(Clone, Debug, Default)]
pub struct Verification {
    entries: u64,
    head: Option<Digest>,
    tree: MerkleTree,
    /// The state of the log at each size a checkpoint may be about.
    wanted: Option<u64>,
    at_wanted: Option<(MerkleTree, Digest)>,
    broken: Option<Tampering>,
}

/// What a log turned out to be.
#[derive(Clone, Debug)]
pub struct Verdict {
    /// The number of entries that hang together.
    pub entries: u64,
    /// The hash of the last of them, [`Digest::zero`] when there is none.
    pub head: Digest,
    /// The tree over their hashes.
    pub tree: MerkleTree,
    /// What is wrong; none when the log is whole.
    pub tampering: Option<Tampering>,
}

/// What is wrong with a log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Tampering {
    /// The chain is broken at an entry.
    Broken {
        /// The number that belongs at that place.
        sequence: i64,
        /// What about it.
        why: Why,
    },
    /// There are fewer entries than a checkpoint states: the end was cut off, or an earlier state was put back.
    CutOff {
        /// As signed.
        signed: u64,
        /// As found.
        found: u64,
    },
    /// There are as many entries as a checkpoint states or more, but not the same: the log was rewritten.
    Rewritten {
        /// As signed.
        signed: u64,
    },
}

/// What is wrong with an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// Another number stands where this belongs: entries were removed, put in or exchanged.
    Number {
        /// The number found.
        found: i64,
    },
    /// It does not follow the entry before.
    Previous,
    /// Its fields are not those that were hashed.
    Content,
    /// It cannot be read.
    Unreadable {
        /// What about it.
        what: String,
    },
}

impl Verification {
    /// A verification that will be compared with a checkpoint.
    pub fn against(checkpoint: &Checkpoint) -> Self {
        Self {
            wanted: Some(checkpoint.size),
            ..Self::default()
        }
    }

    /// Takes in the next entry, or what is wrong with it. After the first that is broken the rest is not looked at.
    pub fn take(&mut self, link: Result<Link, String>) {
        if self.broken.is_some() {
            return;
        }
        let sequence = i64::try_from(self.entries)
            .unwrap_or(i64::MAX)
            .saturating_add(1);
        let wrong = match &link {
            Err(what) => Some(Why::Unreadable { what: what.clone() }),
            Ok(link) if link.sequence != sequence => Some(Why::Number {
                found: link.sequence,
            }),
            Ok(link) if link.previous != self.head() => Some(Why::Previous),
            Ok(link) if link.hash != link.computed => Some(Why::Content),
            Ok(_) => None,
        };
        match (link, wrong) {
            (Ok(link), None) => self.follow(link),
            (_, why) => self.broken = why.map(|why| Tampering::Broken { sequence, why }),
        }
    }

    fn follow(&mut self, link: Link) {
        self.entries += 1;
        self.tree.add(link.hash.as_str());
        if self.wanted == Some(self.entries) {
            self.at_wanted = Some((self.tree.clone(), link.hash.clone()));
        }
        self.head = Some(link.hash);
    }

    fn head(&self) -> Digest {
        self.head.clone().unwrap_or_else(Digest::zero)
    }

    /// What the log turned out to be, compared with the checkpoint where there is one.
    pub fn finish(self, checkpoint: Option<&Checkpoint>) -> Verdict {
        let compared = checkpoint.and_then(|checkpoint| self.compare(checkpoint));
        Verdict {
            entries: self.entries,
            head: self.head(),
            tree: self.tree,
            tampering: self.broken.or(compared),
        }
    }

    fn compare(&self, checkpoint: &Checkpoint) -> Option<Tampering> {
        let (signed, found) = (checkpoint.size, self.entries);
        if found < signed {
            return Some(Tampering::CutOff { signed, found });
        }
        let nothing = (MerkleTree::default(), Digest::zero());
        let (tree, head) = self.at_wanted.as_ref().unwrap_or(&nothing);
        let is_same = tree.root() == checkpoint.root && *head == checkpoint.head;
        (!is_same).then_some(Tampering::Rewritten { signed })
    }
}

impl Tampering {
    /// The number of the first entry that is not as it was.
    pub fn sequence(&self) -> i64 {
        let place = |count: u64| i64::try_from(count).unwrap_or(i64::MAX);
        match self {
            Self::Broken { sequence, .. } => *sequence,
            Self::CutOff { found, .. } => place(*found).saturating_add(1),
            // Which of them is not known: a rewritten chain hangs together.
            Self::Rewritten { .. } => 1,
        }
    }
}

impl fmt::Display for Tampering {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Broken { sequence, why } => write!(out, "entry {sequence}: {why}"),
            Self::CutOff { signed, found } => write!(
                out,
                "the checkpoint states {signed} entries and there are {found}: the end of the log was cut off, or an \
                 earlier state was put back"
            ),
            Self::Rewritten { signed } => write!(
                out,
                "the first {signed} entries are not those of the checkpoint: the log was rewritten"
            ),
        }
    }
}

impl fmt::Display for Why {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number { found } => write!(
                out,
                "number {found} stands here: entries were removed, put in or exchanged"
            ),
            Self::Previous => write!(out, "it does not follow the entry before"),
            Self::Content => write!(out, "its fields are not those that were hashed"),
            Self::Unreadable { what } => write!(out, "it cannot be read ({what})"),
        }
    }
}
