//! The file: gzip of lines, and a seal over all bytes before it.

use std::{
    fs::File,
    io::{self, BufRead as _, BufReader, Read, Seek as _, SeekFrom, Write},
};

use flate2::{Compression, bufread::GzDecoder, write::GzEncoder};
use serde::Serialize;
use yanzhi_kernel::Digesting;

use super::BackupError;

const SEAL: &str = "\nsha256 ";
/// Length of the seal: the word, 64 digits, a line's end.
const SEAL_LENGTH: u64 = 8 + 64 + 1;

/// Writes lines.
pub(super) struct ArchiveWriter<W: Write>(GzEncoder<Sealing<W>>);

/// Takes the digest of what goes by.
struct Sealing<W> {
    out: W,
    digesting: Digesting,
}

impl<W: Write> Write for Sealing<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.out.write(bytes)?;
        self.digesting.add(bytes.get(..written).unwrap_or_default());
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

impl<W: Write> ArchiveWriter<W> {
    pub(super) fn new(out: W) -> Self {
        let digesting = Digesting::default();
        let sealing = Sealing { out, digesting };
        Self(GzEncoder::new(sealing, Compression::default()))
    }

    pub(super) fn line(&mut self, line: &impl Serialize) -> Result<(), BackupError> {
        let text =
            serde_json::to_string(line).map_err(|error| BackupError::Unwritable(error.into()))?;
        self.text(&text)
    }

    pub(super) fn text(&mut self, line: &str) -> Result<(), BackupError> {
        let written = self
            .0
            .write_all(line.as_bytes())
            .and_then(|()| self.0.write_all(b"\n"));
        written.map_err(BackupError::Unwritable)
    }

    pub(super) fn finish(self) -> Result<(), BackupError> {
        let sealed = || {
            let Sealing { mut out, digesting } = self.0.finish()?;
            writeln!(out, "{SEAL}{}", digesting.finish())?;
            out.flush()
        };
        sealed().map_err(BackupError::Unwritable)
    }
}

/// Reads lines of a file whose seal is whole.
pub(super) struct ArchiveReader {
    lines: io::Lines<BufReader<GzDecoder<BufReader<io::Take<File>>>>>,
}

impl ArchiveReader {
    /// Checks the seal, then begins to read.
    pub(super) fn open(mut file: File) -> Result<Self, BackupError> {
        let length = check_seal(&mut file)?;
        file.seek(SeekFrom::Start(0))
            .map_err(BackupError::Unreadable)?;
        let unpacked = GzDecoder::new(BufReader::new(file.take(length)));
        let lines = BufReader::new(unpacked).lines();
        Ok(Self { lines })
    }

    /// The next line; `None` at the end.
    pub(super) fn next_line(&mut self) -> Result<Option<String>, BackupError> {
        let line = self.lines.next().transpose();
        line.map_err(|error| BackupError::damaged(format!("it does not unpack ({error})")))
    }
}

/// Compares the seal with the bytes before it, and returns how many those are.
fn check_seal(file: &mut File) -> Result<u64, BackupError> {
    let whole = file.metadata().map_err(BackupError::Unreadable)?.len();
    let Some(length) = whole.checked_sub(SEAL_LENGTH) else {
        return Err(BackupError::damaged("it is too short"));
    };
    let mut digesting = Digesting::default();
    let mut bytes = vec![0; 1 << 16];
    let mut before = Read::take(&mut *file, length);
    loop {
        let read = before.read(&mut bytes).map_err(BackupError::Unreadable)?;
        if read == 0 {
            break;
        }
        digesting.add(bytes.get(..read).unwrap_or_default());
    }
    let mut seal = Vec::new();
    file.read_to_end(&mut seal)
        .map_err(BackupError::Unreadable)?;
    if seal != format!("{SEAL}{}\n", digesting.finish()).as_bytes() {
        return Err(BackupError::damaged("its seal is not that of its content"));
    }
    Ok(length)
}
