//! Words everybody uses, and nothing else.
//!
//! A [`Code`] is what people see of a thing, a [`Period`] is the time a figure covers, a [`Text`] is a
//! name in Chinese and English. [`Clock`] and [`Ids`] are how time and identity enter the system: both are
//! parameters, so that a test and a re-computation see the same as the first run did. A [`Scope`] says whose
//! eyes a query has; no query runs without one, and [`access`] says what they may do.
//!
//! The crate knows no database, no HTTP and no capability. Whatever only one capability needs lives there.
#![warn(missing_docs)]

pub mod access;
mod clock;
mod code;
mod digest;
mod half_width;
mod ids;
mod nearest;
mod number;
mod period;
mod scope;
mod secrets;
mod text;
mod vocabulary;

pub use clock::{Clock, FixedClock, SystemClock, Timestamp};
pub use code::{Code, InvalidCode};
pub use digest::{Digest, Digesting};
pub use half_width::half_width;
pub use ids::{Id, IdSource, Ids};
pub use nearest::nearest;
pub use number::{NumberFault, read_number};
pub use period::{InvalidPeriod, Period, PeriodKind};
pub use scope::{Actor, Origin, Reach, Scope};
pub use secrets::{SecretSource, Secrets};
pub use text::{Lang, Text};
pub use vocabulary::{
    Direction, Frequency, IndicatorClass, MissingReason, ObservationStatus, UnitKind, UnknownWord,
};
