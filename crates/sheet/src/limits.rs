//! How much of a file is looked at before it is refused.

use std::time::Duration;

use serde::{Deserialize, Serialize};

const MIB: u64 = 1024 * 1024;

/// What a file may be, and what reading it may cost. The child process holds to it, and its parent to the time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Limits {
    /// Bytes of the file as it was sent.
    pub file_bytes: u64,
    /// Files inside a workbook.
    pub entries: u64,
    /// Bytes of all of them unpacked.
    pub unpacked_bytes: u64,
    /// Bytes of one of them unpacked.
    pub entry_bytes: u64,
    /// How many times larger unpacked than packed; what unpacks to less than 1 MiB may be more.
    pub ratio: u64,
    /// Sheets of a workbook.
    pub sheets: u64,
    /// Cells that say something, in all sheets.
    pub cells: u64,
    /// Characters of one cell.
    pub text_chars: u64,
    /// Texts that cells share.
    pub strings: u64,
    /// Bytes that the child may answer with.
    pub output_bytes: u64,
    /// Address space of the child in bytes.
    pub memory_bytes: u64,
    /// Processor time of the child in seconds.
    pub cpu_seconds: u64,
    /// How long the parent waits for the child, in milliseconds.
    pub wall_ms: u64,
}

impl Limits {
    /// What a bulk import may be: every limit at its widest.
    pub const BULK: Self = Self {
        file_bytes: 20 * MIB,
        entries: 200,
        unpacked_bytes: 200 * MIB,
        entry_bytes: 100 * MIB,
        ratio: 200,
        sheets: 50,
        cells: 2_000_000,
        text_chars: 32_767,
        strings: 1_000_000,
        output_bytes: 128 * MIB,
        memory_bytes: 512 * MIB,
        cpu_seconds: 20,
        wall_ms: 20_000,
    };

    /// What a template that was filled in may be.
    pub const TEMPLATE: Self = Self {
        file_bytes: 5 * MIB,
        unpacked_bytes: 50 * MIB,
        entry_bytes: 30 * MIB,
        cells: 200_000,
        strings: 200_000,
        output_bytes: 16 * MIB,
        cpu_seconds: 10,
        wall_ms: 10_000,
        ..Self::BULK
    };

    pub(crate) const fn wall(&self) -> Duration {
        Duration::from_millis(self.wall_ms)
    }
}
