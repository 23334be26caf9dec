//! Identity is a parameter: a UUIDv7 made from the clock and a generator that the caller seeds.

use std::{fmt, marker::PhantomData, str::FromStr, sync::Mutex};

use rand::Rng;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::Timestamp;

/// The id of a `T`: `Id<Unit>` and `Id<Indicator>` are different types and cannot be mixed up.
#[derive(Serialize, Deserialize)]
#[serde(transparent)]
pub struct Id<T> {
    uuid: Uuid,
    #[serde(skip)]
    of: PhantomData<fn() -> T>,
}

impl<T> Id<T> {
    /// The id that a stored UUID stands for.
    pub const fn from_uuid(uuid: Uuid) -> Self {
        Self {
            uuid,
            of: PhantomData,
        }
    }

    /// The bytes of the UUID.
    pub const fn as_bytes(&self) -> &[u8; 16] {
        self.uuid.as_bytes()
    }

    /// The UUID, for storage.
    pub const fn uuid(self) -> Uuid {
        self.uuid
    }
}

impl<T> Clone for Id<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T> Copy for Id<T> {}
impl<T> PartialEq for Id<T> {
    fn eq(&self, other: &Self) -> bool {
        self.uuid == other.uuid
    }
}
impl<T> Eq for Id<T> {}
impl<T> PartialOrd for Id<T> {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}
impl<T> Ord for Id<T> {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.uuid.cmp(&other.uuid)
    }
}
impl<T> std::hash::Hash for Id<T> {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.uuid.hash(state);
    }
}
impl<T> fmt::Display for Id<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.uuid.fmt(f)
    }
}
impl<T> fmt::Debug for Id<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Id({})", self.uuid)
    }
}
impl<T> FromStr for Id<T> {
    type Err = uuid::Error;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        text.parse().map(Self::from_uuid)
    }
}

/// Where new ids come from.
pub trait IdSource: Send + Sync {
    /// A UUIDv7 of this moment.
    fn next_uuid(&self, now: Timestamp) -> Uuid;
}

impl dyn IdSource + '_ {
    /// A new id of this moment.
    pub fn next<T>(&self, now: Timestamp) -> Id<T> {
        Id::from_uuid(self.next_uuid(now))
    }
}

/// Ids from a generator: the system's at the composition root, a seeded one in tests.
#[derive(Debug)]
pub struct Ids<R>(Mutex<R>);

impl<R: Rng + Send> Ids<R> {
    /// Ids drawn from a generator.
    pub const fn new(generator: R) -> Self {
        Self(Mutex::new(generator))
    }
}

impl<R: Rng + Send> IdSource for Ids<R> {
    fn next_uuid(&self, now: Timestamp) -> Uuid {
        let mut random = [0; 10];
        // A panic elsewhere cannot leave a generator half-written, so a poisoned lock is still good.
        let mut generator = self
            .0
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner);
        generator.fill_bytes(&mut random);
        let millis = u64::try_from(now.as_millis()).unwrap_or_default();
        uuid::Builder::from_unix_timestamp_millis(millis, &random).into_uuid()
    }
}

#[cfg(test)]
mod tests {
    use rand::SeedableRng;
    use rand_chacha::ChaCha12Rng;

    use super::*;

    struct Thing;

    #[test]
    fn the_same_seed_and_moment_give_the_same_ids_in_time_order() {
        let moment = Timestamp::from_micros(1_700_000_000_000_000).unwrap();
        let later = Timestamp::from_micros(1_700_000_000_002_000).unwrap();
        let draw = || {
            let ids: Box<dyn IdSource> = Box::new(Ids::new(ChaCha12Rng::seed_from_u64(7)));
            [ids.next::<Thing>(moment), ids.next::<Thing>(later)]
        };
        assert_eq!(draw(), draw());
        assert!(draw()[0] < draw()[1]);
        assert_eq!(draw()[0].uuid().get_version_num(), 7);
    }
}
