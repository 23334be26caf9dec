//! The container of a workbook, before anybody relies on it.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, BufReader, Cursor, Read};

use zip::read::ZipFile;
use zip::result::ZipError;
use zip::{CompressionMethod, ZipArchive};

use super::{links, part};
use crate::fault::{Fault, FaultCode, Place};
use crate::limits::Limits;

/// What is too small for its ratio to matter, in bytes.
const SMALL: u64 = 1024 * 1024;

/// What the first walk through a workbook found.
#[derive(Debug, Default)]
pub(crate) struct Survey {
    /// By the path of their part.
    pub(crate) sheets: BTreeMap<String, part::SheetMarks>,
    /// The path of a sheet's part by the name of the sheet.
    pub(crate) paths: BTreeMap<String, String>,
}

/// Walks through the whole container, and refuses whatever a spreadsheet does not write or goes beyond the limits.
pub(crate) fn survey(bytes: Cursor<&[u8]>, limits: &Limits) -> Result<Survey, Fault> {
    let mut archive = ZipArchive::new(bytes).map_err(|error| broken(&error))?;
    if archive.len() as u64 > limits.entries {
        return Err(Fault::over(FaultCode::TooManyEntries, limits.entries));
    }
    if archive.has_duplicate_names() {
        return Err(Fault::new(FaultCode::DuplicateEntry).found("ZIP"));
    }
    if archive
        .has_overlapping_entries()
        .map_err(|error| broken(&error))?
    {
        return Err(Fault::new(FaultCode::DuplicateEntry).found("ZIP"));
    }
    let names = check_entries(&mut archive, limits)?;
    check_names(&names)?;
    let mut walk = Walk::new(limits);
    let mut order: Vec<(usize, &String)> = names.iter().enumerate().collect();
    order.sort_by_key(|(index, name)| (!is_styles(name), *index));
    for (index, name) in order {
        let entry = archive.by_index(index).map_err(|error| broken(&error))?;
        walk.entry(entry, name)?;
    }
    Ok(walk.finish())
}

fn broken(error: &ZipError) -> Fault {
    match error {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => {
            Fault::new(FaultCode::Encrypted)
        }
        ZipError::CompressionMethodNotSupported(method) => {
            Fault::new(FaultCode::Compression).found(method)
        }
        other => Fault::new(FaultCode::BrokenContainer).found(other),
    }
}

/// What every entry declares: its name and packing, and sizes within the limits.
fn check_entries(
    archive: &mut ZipArchive<Cursor<&[u8]>>,
    limits: &Limits,
) -> Result<Vec<String>, Fault> {
    let mut names = Vec::new();
    let mut total: u64 = 0;
    for index in 0..archive.len() {
        let entry = archive
            .by_index_raw(index)
            .map_err(|error| broken(&error))?;
        let name = name_of(&entry)?;
        let place = || Place::part(&name);
        if entry.encrypted() {
            return Err(Fault::new(FaultCode::Encrypted).at(place()));
        }
        let packing = entry.compression();
        if !matches!(
            packing,
            CompressionMethod::Stored | CompressionMethod::Deflated
        ) {
            return Err(Fault::new(FaultCode::Compression)
                .at(place())
                .found(packing));
        }
        if entry.size() > limits.entry_bytes {
            return Err(Fault::over(FaultCode::UnpackedTooLarge, limits.entry_bytes).at(place()));
        }
        check_ratio(entry.size(), entry.compressed_size(), limits).map_err(|it| it.at(place()))?;
        total = total.saturating_add(entry.size());
        if total > limits.unpacked_bytes {
            return Err(Fault::over(
                FaultCode::UnpackedTooLarge,
                limits.unpacked_bytes,
            ));
        }
        names.push(name);
    }
    Ok(names)
}

fn check_ratio(unpacked: u64, packed: u64, limits: &Limits) -> Result<(), Fault> {
    if unpacked > SMALL && unpacked > packed.saturating_mul(limits.ratio) {
        return Err(Fault::over(FaultCode::Ratio, limits.ratio));
    }
    Ok(())
}

fn name_of<R: Read>(entry: &ZipFile<'_, R>) -> Result<String, Fault> {
    let name = entry.name().map_err(|error| broken(&error))?;
    let leaves = name.starts_with('/')
        || name.contains(['\\', ':', '\0'])
        || name.split('/').any(|step| step == "." || step == "..");
    if leaves || entry.is_symlink() {
        return Err(Fault::new(FaultCode::EntryName).found(name));
    }
    Ok(name.into_owned())
}

/// Names that a spreadsheet could take for one another, and those that tell what is inside.
fn check_names(names: &[String]) -> Result<(), Fault> {
    let mut seen = BTreeSet::new();
    for name in names {
        let lower = name.to_ascii_lowercase();
        let refused = if lower.ends_with("vbaproject.bin") || lower.contains("/macrosheets/") {
            Some(FaultCode::Macros)
        } else if lower.contains("externallinks/") || lower.ends_with("xl/connections.xml") {
            Some(FaultCode::ExternalLink)
        } else if lower.contains("/embeddings/") || lower.contains("/activex/") {
            Some(FaultCode::Embedded)
        } else {
            None
        };
        if let Some(code) = refused {
            return Err(Fault::new(code).at(Place::part(name)).found(name));
        }
        if lower == "xl/workbook.bin" {
            return Err(Fault::new(FaultCode::OtherWorkbook).found("xlsb"));
        }
        if !seen.insert(lower) {
            return Err(Fault::new(FaultCode::DuplicateEntry).found(name));
        }
    }
    if seen.contains("[content_types].xml") {
        return Ok(());
    }
    Err(if seen.contains("mimetype") {
        Fault::new(FaultCode::OtherWorkbook).found("ods")
    } else {
        Fault::new(FaultCode::NotASheet).found("ZIP")
    })
}

/// The walk through all parts, and what it has counted so far.
struct Walk<'l> {
    limits: &'l Limits,
    unpacked: u64,
    known: part::Known,
    links: links::Links,
    survey: Survey,
}

impl<'l> Walk<'l> {
    fn new(limits: &'l Limits) -> Self {
        Self {
            limits,
            unpacked: 0,
            known: part::Known::default(),
            links: links::Links::default(),
            survey: Survey::default(),
        }
    }

    /// Unpacks one entry to its end. That its checksum is right is found there.
    fn entry<R: Read>(&mut self, mut entry: ZipFile<'_, R>, name: &str) -> Result<(), Fault> {
        let packed = entry.compressed_size();
        let mut counted = Counted {
            inner: &mut entry,
            count: 0,
            most: self
                .limits
                .entry_bytes
                .min(self.limits.unpacked_bytes - self.unpacked),
        };
        let walked = self.look(&mut counted, name);
        let drained = io::copy(&mut counted, &mut io::sink());
        let (count, most) = (counted.count, counted.most);
        if count > most {
            return Err(Fault::over(FaultCode::UnpackedTooLarge, most.max(1)).at(Place::part(name)));
        }
        check_ratio(count, packed, self.limits).map_err(|fault| fault.at(Place::part(name)))?;
        walked.map_err(|fault| {
            if fault.place == Place::default() {
                fault.at(Place::part(name))
            } else {
                fault
            }
        })?;
        drained.map_err(|error| {
            Fault::new(FaultCode::BrokenContainer)
                .at(Place::part(name))
                .found(error)
        })?;
        self.unpacked += count;
        Ok(())
    }

    fn look<R: Read>(&mut self, bytes: &mut Counted<'_, R>, name: &str) -> Result<(), Fault> {
        let mut begin = [0; 8];
        let length = fill(bytes, &mut begin)
            .map_err(|error| Fault::new(FaultCode::BrokenContainer).found(error))?;
        let begin = begin.get(..length).unwrap_or_default();
        for (magic, found) in [
            (&b"PK\x03\x04"[..], "ZIP"),
            (&b"\xd0\xcf\x11\xe0"[..], "OLE"),
            (&b"MZ"[..], "EXE"),
        ] {
            if begin.starts_with(magic) {
                return Err(Fault::new(FaultCode::Embedded).found(found));
            }
        }
        let lower = name.to_ascii_lowercase();
        let whole = BufReader::new(Cursor::new(begin.to_vec()).chain(bytes));
        let extension = lower.rsplit('.').next().unwrap_or_default();
        if extension == "rels" {
            self.links.relationships(whole, name)
        } else if lower.ends_with("workbook.xml") || lower.ends_with("[content_types].xml") {
            self.links.workbook(whole)
        } else if is_styles(name) {
            part::styles(whole, self.limits, &mut self.known)
        } else if extension == "xml" {
            let marks = part::walk(whole, self.limits, &mut self.known)?;
            if let Some(marks) = marks {
                self.survey.sheets.insert(lower, marks);
            }
            Ok(())
        } else {
            Ok(())
        }
    }

    fn finish(mut self) -> Survey {
        self.survey.paths = self.links.paths();
        self.survey
    }
}

fn is_styles(name: &str) -> bool {
    name.to_ascii_lowercase().ends_with("/styles.xml")
}

fn fill(reader: &mut impl Read, buffer: &mut [u8]) -> io::Result<usize> {
    let mut filled = 0;
    while let Some(rest) = buffer.get_mut(filled..).filter(|rest| !rest.is_empty()) {
        match reader.read(rest)? {
            0 => break,
            read => filled += read,
        }
    }
    Ok(filled)
}

/// Counts what comes out of an entry, and ends it one byte beyond the most there may be.
struct Counted<'r, R> {
    inner: &'r mut R,
    count: u64,
    most: u64,
}

impl<R: Read> Read for Counted<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let room = (self.most + 1).saturating_sub(self.count);
        let room = usize::try_from(room)
            .unwrap_or(usize::MAX)
            .min(buffer.len());
        let read = self
            .inner
            .read(buffer.get_mut(..room).unwrap_or_default())?;
        self.count += read as u64;
        Ok(read)
    }
}
