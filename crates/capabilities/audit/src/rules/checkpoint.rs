//! What is kept elsewhere: the size of the log and one digest over it, signed.

use base64::{Engine as _, prelude::BASE64_STANDARD};
use signed_note::{Note, StandardSigner, StandardVerifier, VerifierList, generate_key};
use yanzhi_kernel::Digest;

use super::MerkleTree;

/// A statement about a log: it has this many entries, and these.
///
/// Written as a checkpoint of C2SP `tlog-checkpoint` (origin, size, root of the Merkle tree over the hashes of the
/// entries, and the hash of the last one), signed with Ed25519 as a C2SP `signed-note`: formats that other programs
/// verify too.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checkpoint {
    /// The name of the log: that of the key.
    pub origin: String,
    /// The number of entries.
    pub size: u64,
    /// The root of the Merkle tree over their hashes.
    pub root: [u8; 32],
    /// The hash of the last entry.
    pub head: Digest,
}

/// Why a checkpoint is not believed.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum CheckpointError {
    /// The key has no such form.
    #[error("this is no key of a checkpoint: {0}. Make one with `yanzhi audit new-key`")]
    Key(String),
    /// The text has no such form.
    #[error(
        "this is no checkpoint: {0}. Take the file that `yanzhi audit checkpoint` wrote, whole"
    )]
    Form(String),
    /// The signature is not that of the key.
    #[error(
        "the signature is not that of this key: {0}. The checkpoint was altered, or signed by somebody else"
    )]
    Signature(String),
}

/// The key that signs, kept apart from the database.
pub struct Key {
    text: String,
    signer: StandardSigner,
}

/// The key that verifies; anybody may have it.
pub struct PublicKey {
    name: String,
    verifier: StandardVerifier,
}

impl Key {
    /// A new key for a log of this name, and the text of its public half.
    ///
    /// # Errors
    /// [`CheckpointError::Key`] for a name that is empty or has spaces or `+`.
    pub fn new(
        chance: &mut impl rand_core::CryptoRngCore,
        name: &str,
    ) -> Result<(Self, String), CheckpointError> {
        if !signed_note::is_key_name_valid(name) {
            let why = format!("the name {name:?} is empty or has spaces or +");
            return Err(CheckpointError::Key(why));
        }
        let (private, public) = generate_key(chance, name);
        Ok((Self::read(&private)?, public))
    }

    /// A key from its text.
    ///
    /// # Errors
    /// [`CheckpointError::Key`].
    pub fn read(text: &str) -> Result<Self, CheckpointError> {
        let signer = StandardSigner::new(text.trim());
        let signer = signer.map_err(|error| CheckpointError::Key(error.to_string()))?;
        Ok(Self {
            text: text.trim().to_owned(),
            signer,
        })
    }

    /// The text, to be kept secret.
    pub fn secret(&self) -> &str {
        &self.text
    }
}

impl PublicKey {
    /// A key from its text: `name+id+base64`.
    ///
    /// # Errors
    /// [`CheckpointError::Key`].
    pub fn read(text: &str) -> Result<Self, CheckpointError> {
        let verifier = StandardVerifier::new(text.trim());
        let verifier = verifier.map_err(|error| CheckpointError::Key(error.to_string()))?;
        let name = signed_note::Verifier::name(&verifier).to_owned();
        Ok(Self { name, verifier })
    }
}

impl Checkpoint {
    /// The statement about a log whose hashes are in the tree.
    pub fn of(key: &Key, tree: &MerkleTree, head: Digest) -> Self {
        Self {
            origin: signed_note::Signer::name(&key.signer).to_owned(),
            size: tree.size(),
            root: tree.root(),
            head,
        }
    }

    fn text(&self) -> String {
        let root = BASE64_STANDARD.encode(self.root);
        format!("{}\n{}\n{root}\n{}\n", self.origin, self.size, self.head)
    }

    /// The signed text, to be kept elsewhere.
    ///
    /// # Errors
    /// [`CheckpointError::Form`].
    pub fn sign(&self, key: &Key) -> Result<String, CheckpointError> {
        let signed = || {
            let mut note = Note::new(self.text().as_bytes(), &[])?;
            note.add_sigs(&[&key.signer])?;
            Ok(note.to_bytes())
        };
        let signed = signed()
            .map_err(|error: signed_note::NoteError| CheckpointError::Form(error.to_string()));
        String::from_utf8(signed?).map_err(|error| CheckpointError::Form(error.to_string()))
    }

    /// Reads a signed text and checks the signature.
    ///
    /// # Errors
    /// [`CheckpointError::Signature`] when it is not that of the key, [`CheckpointError::Form`].
    pub fn open(signed: &str, key: &PublicKey) -> Result<Self, CheckpointError> {
        let note = Note::from_bytes(signed.as_bytes());
        let note = note.map_err(|error| CheckpointError::Form(error.to_string()))?;
        let known = VerifierList::new(vec![Box::new(key.verifier.clone())]);
        note.verify(&known)
            .map_err(|error| CheckpointError::Signature(error.to_string()))?;
        let text = String::from_utf8_lossy(note.text()).into_owned();
        let checkpoint =
            Self::read(&text).ok_or_else(|| CheckpointError::Form("its lines".to_owned()))?;
        if checkpoint.origin != key.name {
            let why = format!("it is about the log {:?}", checkpoint.origin);
            return Err(CheckpointError::Signature(why));
        }
        Ok(checkpoint)
    }

    fn read(text: &str) -> Option<Self> {
        let mut lines = text.lines();
        let checkpoint = Self {
            origin: lines.next()?.to_owned(),
            size: lines.next()?.parse().ok()?,
            root: BASE64_STANDARD
                .decode(lines.next()?)
                .ok()?
                .try_into()
                .ok()?,
            head: Digest::from_stored(lines.next()?),
        };
        (checkpoint.text() == text).then_some(checkpoint)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(name: &str) -> (Key, PublicKey) {
        let (key, public) = Key::new(&mut rand_core::OsRng, name).unwrap();
        (key, PublicKey::read(&public).unwrap())
    }

    fn signed(key: &Key) -> String {
        let mut tree = MerkleTree::default();
        tree.add("a");
        Checkpoint::of(key, &tree, Digest::of("a"))
            .sign(key)
            .unwrap()
    }

    #[test]
    fn what_was_signed_is_read_back() {
        let (key, public) = keys("ningbo");
        let checkpoint = Checkpoint::open(&signed(&key), &public).unwrap();
        assert_eq!((checkpoint.origin.as_str(), checkpoint.size), ("ningbo", 1));
        assert_eq!(checkpoint.head, Digest::of("a"));
        let again = Key::read(key.secret()).unwrap();
        assert_eq!(
            Checkpoint::open(&signed(&again), &public).unwrap(),
            checkpoint
        );
    }

    #[test]
    fn any_character_changed_is_refused() {
        let (key, public) = keys("ningbo");
        let text = signed(&key);
        for place in 0..text.len() {
            let mut bytes = text.clone().into_bytes();
            bytes[place] = if bytes[place] == b'x' { b'y' } else { b'x' };
            let altered = String::from_utf8_lossy(&bytes).into_owned();
            assert!(
                Checkpoint::open(&altered, &public).is_err(),
                "character {place}"
            );
        }
    }

    #[test]
    fn another_key_of_the_same_name_is_refused() {
        let (key, _) = keys("ningbo");
        let (_, other) = keys("ningbo");
        assert!(matches!(
            Checkpoint::open(&signed(&key), &other),
            Err(CheckpointError::Signature(_))
        ));
    }

    #[test]
    fn names_that_do_not_fit_the_format_are_refused() {
        for name in ["", "a b", "a+b"] {
            assert!(Key::new(&mut rand_core::OsRng, name).is_err(), "{name:?}");
        }
    }
}
