//! The child: a process that reads one file and can do nothing else.

use std::fs::File;
use std::io::{self, BufWriter, Read};

use crate::fault::{Fault, FaultCode};
use crate::limits::Limits;
use crate::wire::Answer;
use crate::{delimited, workbook};

/// Reads a file from standard input and writes what it holds to standard output, for [`SheetReader`](crate::SheetReader).
///
/// First of all the process gives up what it does not need: memory, time, and opening or writing any file. It has no
/// way back, so a program that calls this does nothing else.
///
/// # Errors
/// If the limits cannot be set, or nobody listens.
pub fn run(limits: &Limits) -> io::Result<()> {
    // Opened while files still can be.
    let status = File::open("/proc/self/status").ok();
    confine(limits)?;
    let mut out = BufWriter::with_capacity(256 * 1024, io::stdout().lock());
    let mut answer = Answer::new(&mut out, limits);
    let read = read(io::stdin().lock(), limits, &mut answer);
    answer.end(read, status.and_then(peak_bytes))
}

fn read(input: impl Read, limits: &Limits, answer: &mut Answer<'_>) -> Result<(), Fault> {
    let mut bytes = Vec::new();
    let most = limits.file_bytes;
    let read = input.take(most + 1).read_to_end(&mut bytes);
    read.map_err(|error| Fault::new(FaultCode::Unreadable).found(error))?;
    if bytes.len() as u64 > most {
        return Err(Fault::over(FaultCode::FileTooLarge, most));
    }
    read_bytes(&bytes, limits, answer)
}

/// Reads a file of either kind: told apart by how it begins, whatever it is called.
pub(crate) fn read_bytes(
    bytes: &[u8],
    limits: &Limits,
    answer: &mut Answer<'_>,
) -> Result<(), Fault> {
    let is_of_old_kind = bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    if bytes.is_empty() {
        Err(Fault::new(FaultCode::FileEmpty))
    } else if bytes.starts_with(b"PK") {
        workbook::read(bytes, limits, answer)
    } else if is_of_old_kind {
        Err(old_kind(bytes))
    } else if let Some(kind) = foreign_kind(bytes) {
        Err(Fault::new(FaultCode::NotASheet).found(kind))
    } else {
        delimited::read(bytes, limits, answer)
    }
}

/// Such a container holds an old workbook, or a new one that is encrypted.
fn old_kind(bytes: &[u8]) -> Fault {
    let name: Vec<u8> = "EncryptedPackage".bytes().flat_map(|it| [it, 0]).collect();
    if bytes.windows(name.len()).any(|window| window == name) {
        Fault::new(FaultCode::Encrypted)
    } else {
        Fault::new(FaultCode::OtherWorkbook).found("xls")
    }
}

fn foreign_kind(bytes: &[u8]) -> Option<&'static str> {
    const KINDS: [(&[u8], &str); 7] = [
        (b"%PDF", "PDF"),
        (b"\x89PNG", "PNG"),
        (b"\xff\xd8\xff", "JPEG"),
        (b"\x1f\x8b", "gzip"),
        (b"Rar!", "RAR"),
        (b"7z\xbc\xaf", "7z"),
        (b"{\\rtf", "RTF"),
    ];
    let known = KINDS.iter().find(|(magic, _)| bytes.starts_with(magic));
    if let Some((_, kind)) = known {
        return Some(kind);
    }
    let begin = bytes.get(..bytes.len().min(64)).unwrap_or_default();
    let begin = begin
        .strip_prefix(b"\xef\xbb\xbf")
        .unwrap_or(begin)
        .trim_ascii_start();
    let is_markup = [&b"<?xml"[..], b"<html", b"<!doctype", b"<table", b"<meta"];
    let is_markup = is_markup.iter().any(|tag| {
        begin
            .get(..tag.len())
            .is_some_and(|it| it.eq_ignore_ascii_case(tag))
    });
    is_markup.then_some("HTML, XML")
}

/// Takes from this process whatever a reader does not need. Elsewhere than on Linux the counts and the parent's clock
/// have to do.
#[cfg(target_os = "linux")]
fn confine(limits: &Limits) -> io::Result<()> {
    use nix::sys::resource::{Resource, setrlimit};
    // Standard input, output and error are open already; nothing more can be, be it a file or a socket.
    const OPEN: u64 = 3;
    for (resource, most) in [
        (Resource::RLIMIT_AS, limits.memory_bytes),
        (Resource::RLIMIT_CPU, limits.cpu_seconds),
        (Resource::RLIMIT_NOFILE, OPEN),
        (Resource::RLIMIT_CORE, 0),
        (Resource::RLIMIT_FSIZE, 0),
    ] {
        setrlimit(resource, most, most)?;
    }
    Ok(())
}

#[cfg(not(target_os = "linux"))]
fn confine(_: &Limits) -> io::Result<()> {
    Ok(())
}

/// The most memory that this process ever had, as Linux tells it. What it used before it became this program is not in it,
/// as it is in what `getrusage` says.
fn peak_bytes(mut status: File) -> Option<u64> {
    let mut text = String::new();
    status.read_to_string(&mut text).ok()?;
    let line = text.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kib: u64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
    Some(kib * 1024)
}
