//! Opens the files of a pack, and only those: regular files in the folder itself, below a size, that stay as they
//! are while they are read.

use std::collections::BTreeMap;
use std::fs::{self, File, Metadata};
use std::io;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use yanzhi_delimited::TextReader;
use yanzhi_kernel::Digest;

use crate::fault::{Fault, files};
use crate::problem::{Findings, Place};

/// Largest CSV in bytes.
pub const MAX_FILE_BYTES: u64 = 512 * 1024 * 1024;
/// Largest TOML or JSON file in bytes.
pub const MAX_TEXT_BYTES: u64 = 1024 * 1024;

/// How far reading has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// The file being read.
    pub file: &'static str,
    /// Bytes read of all files.
    pub bytes_read: u64,
    /// Bytes that all files have.
    pub bytes_total: u64,
}

/// The folder while it is read: what was found wrong, how far it is, the digests of its files.
pub(crate) struct Folder<'a> {
    dir: PathBuf,
    progress: &'a mut dyn FnMut(Progress),
    bytes_read: u64,
    bytes_total: u64,
    digests: BTreeMap<&'static str, String>,
    pub(crate) findings: Findings,
}

impl<'a> Folder<'a> {
    pub(crate) fn new(
        dir: &Path,
        names: &[&'static str],
        progress: &'a mut dyn FnMut(Progress),
    ) -> Self {
        let sizes = names
            .iter()
            .filter_map(|it| fs::symlink_metadata(dir.join(it)).ok());
        Self {
            dir: dir.to_owned(),
            bytes_total: sizes.map(|it| it.len()).sum(),
            progress,
            bytes_read: 0,
            digests: BTreeMap::new(),
            findings: Findings::of(names),
        }
    }

    /// Whether something of this name is in the folder, be it a file or not.
    pub(crate) fn has(&self, name: &str) -> bool {
        fs::symlink_metadata(self.dir.join(name)).is_ok()
    }

    /// What is wrong with a listed path: it leaves the folder, or is no regular file there.
    pub(crate) fn check_listed(&self, path: &str) -> Result<(), Fault> {
        let steps: Vec<&str> = path.split('/').collect();
        let is_inside = steps.iter().all(|step| {
            !step.is_empty() && *step != "." && *step != ".." && !step.contains(['\\', ':', '\0'])
        });
        if !is_inside {
            return Err(files::path_not_allowed(path));
        }
        let mut walked = self.dir.clone();
        for (position, step) in steps.iter().enumerate() {
            walked.push(step);
            let metadata = fs::symlink_metadata(&walked).map_err(|error| explain(path, &error))?;
            let is_last = position + 1 == steps.len();
            if !(if is_last {
                metadata.is_file()
            } else {
                metadata.is_dir()
            }) {
                return Err(files::not_regular());
            }
        }
        Ok(())
    }

    /// Opens a file of the folder for reading.
    pub(crate) fn open(&mut self, name: &'static str, limit: u64) -> Result<OpenFile, Fault> {
        let path = self.dir.join(name);
        let before = fs::symlink_metadata(&path).map_err(|error| explain(name, &error))?;
        if !before.is_file() {
            return Err(files::not_regular());
        }
        if before.len() > limit {
            return Err(files::too_large(before.len(), limit));
        }
        let mut file = File::open(&path).map_err(|error| explain(name, &error))?;
        let stamp = Stamp::of(&before);
        let opened = file.metadata().map_err(|error| files::unreadable(&error))?;
        if stamp != Stamp::of(&opened) {
            return Err(files::changed());
        }
        let shape =
            yanzhi_delimited::look_at(&mut file).map_err(|error| files::undecodable(&error))?;
        Ok(OpenFile {
            name,
            path,
            stamp,
            lines: shape.lines(),
            text: TextReader::new(file, shape),
        })
    }

    /// Reads more of a file, at the end of its text; `false` when there is no more.
    pub(crate) fn read_more(
        &mut self,
        file: &mut OpenFile,
        text: &mut String,
    ) -> Result<bool, Fault> {
        let read = file.text.read_more(text);
        let read = read.map_err(|error| files::undecodable(&error))?;
        self.bytes_read += read;
        (self.progress)(Progress {
            file: file.name,
            bytes_read: self.bytes_read,
            bytes_total: self.bytes_total.max(self.bytes_read),
        });
        Ok(read > 0)
    }

    /// Makes sure, at the end of a file, that it is the one that was opened, and keeps its digest.
    pub(crate) fn close(&mut self, file: OpenFile) {
        let now = fs::symlink_metadata(&file.path).map(|it| Stamp::of(&it));
        if now.ok().as_ref() != Some(&file.stamp) || file.text.bytes_read() != file.stamp.len {
            self.findings.add(Place::top(file.name), files::changed);
        }
        self.digests.insert(file.name, file.text.digest());
    }

    /// Reads a small file whole.
    pub(crate) fn read_text(&mut self, name: &'static str) -> Option<String> {
        let mut text = String::new();
        let read = self.open(name, MAX_TEXT_BYTES).and_then(|mut file| {
            while self.read_more(&mut file, &mut text)? {}
            self.close(file);
            Ok(())
        });
        match read {
            Ok(()) => Some(text),
            Err(fault) => {
                self.findings.add(Place::top(name), || fault);
                None
            }
        }
    }

    /// The SHA-256 of the lines `<SHA-256 of the file>  <name>` in the order of the names.
    pub(crate) fn digest(&self) -> Digest {
        let lines = self
            .digests
            .iter()
            .map(|(name, hash)| format!("{hash}  {name}\n"));
        Digest::of(lines.collect::<String>())
    }
}

fn explain(name: &str, error: &io::Error) -> Fault {
    match error.kind() {
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => files::missing(name),
        _ => files::unreadable(error),
    }
}

/// A file that is being read.
pub(crate) struct OpenFile {
    pub(crate) name: &'static str,
    /// How many line ends it has.
    pub(crate) lines: usize,
    path: PathBuf,
    stamp: Stamp,
    text: TextReader<File>,
}

/// What changes when a file is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Stamp {
    len: u64,
    modified: Option<SystemTime>,
    identity: (u64, u64),
}

impl Stamp {
    fn of(metadata: &Metadata) -> Self {
        Self {
            len: metadata.len(),
            modified: metadata.modified().ok(),
            identity: identity(metadata),
        }
    }
}

#[cfg(unix)]
fn identity(metadata: &Metadata) -> (u64, u64) {
    use std::os::unix::fs::MetadataExt;
    (metadata.dev(), metadata.ino())
}

#[cfg(not(unix))]
fn identity(_: &Metadata) -> (u64, u64) {
    (0, 0)
}
