//! Where the bytes of evidence are kept: outside of what is served, under their fingerprint.

use std::{
    fs::{self, File},
    io::{self, Write as _},
    path::{Path, PathBuf},
};

use tempfile::NamedTempFile;
use yanzhi_kernel::{Digest, Digesting};

use crate::CollectionError;

/// The folder of evidence, and how much of it there may be.
#[derive(Clone, Debug)]
pub struct EvidenceFolder {
    /// The folder. It is made when the first file comes.
    pub path: PathBuf,
    /// Most bytes of a file.
    pub most_bytes: u64,
    /// Most bytes of an organisation.
    pub quota_bytes: u64,
}

/// A file that is coming in. Dropped before it is kept, it leaves nothing behind.
#[derive(Debug)]
pub struct Incoming {
    folder: PathBuf,
    file: NamedTempFile,
    digesting: Digesting,
    bytes: u64,
    most: u64,
}

/// A file that is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// Its fingerprint.
    pub digest: Digest,
    /// Its size.
    pub bytes: u64,
}

impl EvidenceFolder {
    /// Begins a file of at most so many bytes. Blocks while the folder is made.
    ///
    /// # Errors
    /// What the file system says.
    pub fn begin(&self, most: u64) -> Result<Incoming, CollectionError> {
        let coming = self.path.join("incoming");
        fs::create_dir_all(&coming)?;
        Ok(Incoming {
            folder: self.path.clone(),
            file: NamedTempFile::new_in(coming)?,
            digesting: Digesting::default(),
            bytes: 0,
            most,
        })
    }

    /// Opens a file that is kept.
    ///
    /// # Errors
    /// What the file system says.
    pub fn open(&self, digest: &Digest) -> Result<File, CollectionError> {
        Ok(File::open(place(&self.path, digest))?)
    }
}

impl Incoming {
    /// Takes in the next bytes. Blocks while they are written.
    ///
    /// # Errors
    /// [`CollectionError::TooLarge`]; what the file system says.
    pub fn take(&mut self, bytes: &[u8]) -> Result<(), CollectionError> {
        self.bytes += bytes.len() as u64;
        if self.bytes > self.most {
            return Err(CollectionError::TooLarge(self.most));
        }
        self.digesting.add(bytes);
        Ok(self.file.write_all(bytes)?)
    }

    /// Keeps the file: its bytes, its name and the folders on the way are on the disk before this returns. A file that is
    /// there already is the same file.
    ///
    /// # Errors
    /// What the file system says.
    pub fn keep(self) -> Result<Kept, CollectionError> {
        let digest = self.digesting.finish();
        let place = place(&self.folder, &digest);
        let within = place.parent().unwrap_or(&self.folder).to_owned();
        fs::create_dir_all(&within)?;
        self.file.as_file().sync_all()?;
        self.file.persist(&place).map_err(|failed| failed.error)?;
        sync(&within)?;
        sync(&self.folder)?;
        Ok(Kept {
            digest,
            bytes: self.bytes,
        })
    }
}

/// `ab/abcd…`: two letters of the fingerprint are the folder.
fn place(folder: &Path, digest: &Digest) -> PathBuf {
    let digest = digest.as_str();
    folder
        .join(digest.get(..2).unwrap_or_default())
        .join(digest)
}

fn sync(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

#[cfg(test)]
mod tests {
    use std::io::Read as _;

    use super::*;

    #[test]
    fn a_file_is_kept_under_its_fingerprint_and_once() {
        let folder = tempfile::tempdir().unwrap();
        let kept = EvidenceFolder {
            path: folder.path().join("evidence"),
            most_bytes: 10,
            quota_bytes: 100,
        };
        for _ in 0..2 {
            let mut incoming = kept.begin(10).unwrap();
            incoming.take(b"ab").unwrap();
            incoming.take(b"c").unwrap();
            let file = incoming.keep().unwrap();
            assert_eq!((file.digest, file.bytes), (Digest::of("abc"), 3));
        }
        let mut text = String::new();
        let mut file = kept.open(&Digest::of("abc")).unwrap();
        file.read_to_string(&mut text).unwrap();
        assert_eq!(text, "abc");
        let mut large = kept.begin(10).unwrap();
        large.take(b"0123456789").unwrap();
        assert!(matches!(
            large.take(b"a"),
            Err(CollectionError::TooLarge(10))
        ));
        drop(large);
        let left = fs::read_dir(kept.path.join("incoming")).unwrap().count();
        assert_eq!(left, 0, "what was not kept is gone");
    }
}
