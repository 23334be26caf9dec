//! From the bytes of a file to text: UTF-8 with or without mark, or GB18030, and nothing by guess.

use std::fmt::Write as _;
use std::io::{self, Read, Seek};

use encoding_rs::{Decoder, DecoderResult, Encoding, GB18030, UTF_8};
use sha2::{Digest as _, Sha256};

const CHUNK: usize = 256 * 1024;
const UTF8_MARK: [u8; 3] = [0xef, 0xbb, 0xbf];

/// Why bytes are no text. Positions count bytes from 1.
#[derive(Debug)]
pub enum DecodeError {
    /// The file could not be read.
    Unreadable(io::Error),
    /// It begins with the mark of UTF-16.
    Utf16,
    /// It begins with the mark of UTF-8 and is not UTF-8.
    NotUtf8 {
        /// The first byte that is not.
        at: u64,
    },
    /// It is neither UTF-8 nor GB18030.
    Neither {
        /// The first byte that is not UTF-8.
        utf8: u64,
        /// The first byte that is not GB18030.
        gb18030: u64,
    },
    /// It was other bytes at the first look.
    Changed,
}

/// What a first look at a file says.
#[derive(Clone, Copy, Debug)]
pub struct Shape {
    /// First byte that is not UTF-8, from 1.
    not_utf8_at: Option<u64>,
    has_utf8_mark: bool,
    lines: usize,
}

impl Shape {
    /// How many line ends there are.
    pub const fn lines(&self) -> usize {
        self.lines
    }
}

/// Reads the file once to see whether it is UTF-8, and goes back to its beginning.
///
/// # Errors
/// [`DecodeError::Unreadable`] and [`DecodeError::Utf16`].
pub fn look_at(file: &mut (impl Read + Seek)) -> Result<Shape, DecodeError> {
    look(file).map_err(DecodeError::Unreadable)?
}

fn look(file: &mut (impl Read + Seek)) -> io::Result<Result<Shape, DecodeError>> {
    let mut shape = Shape {
        not_utf8_at: None,
        has_utf8_mark: false,
        lines: 0,
    };
    let mut decoder = UTF_8.new_decoder_without_bom_handling();
    let mut chunk = vec![0; CHUNK];
    let mut text = String::with_capacity(CHUNK + 16);
    let mut position = 0;
    loop {
        let read = read_piece(file, &mut chunk)?;
        let bytes = chunk.get(..read).unwrap_or_default();
        if position == 0 {
            shape.has_utf8_mark = bytes.starts_with(&UTF8_MARK);
            if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
                return Ok(Err(DecodeError::Utf16));
            }
        }
        shape.lines += bytes.split(|byte| *byte == b'\n').count() - 1;
        if shape.not_utf8_at.is_none() {
            text.clear();
            shape.not_utf8_at = first_fault(&mut decoder, bytes, position, &mut text);
        }
        position += read as u64;
        if read == 0 {
            file.rewind()?;
            return Ok(Ok(shape));
        }
    }
}

fn read_piece(file: &mut impl Read, chunk: &mut [u8]) -> io::Result<usize> {
    loop {
        match file.read(chunk) {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            read => return read,
        }
    }
}

/// Decodes a chunk (the last one is empty). The position of the first bad byte, from 1.
fn first_fault(decoder: &mut Decoder, bytes: &[u8], before: u64, text: &mut String) -> Option<u64> {
    let room = decoder.max_utf8_buffer_length_without_replacement(bytes.len());
    text.reserve(room.unwrap_or(bytes.len() * 4 + 16));
    let is_last = bytes.is_empty();
    match decoder.decode_to_string_without_replacement(bytes, text, is_last) {
        (DecoderResult::InputEmpty, _) => None,
        (DecoderResult::Malformed(bad, after), read) => {
            let end = before + read as u64;
            Some((end + 1).saturating_sub(u64::from(bad) + u64::from(after)))
        }
        (DecoderResult::OutputFull, read) => Some(before + read as u64 + 1),
    }
}

/// Gives the text of a file piece by piece, and hashes its bytes.
#[derive(Debug)]
pub struct TextReader<R> {
    file: R,
    shape: Shape,
    decoder: Decoder,
    chunk: Vec<u8>,
    hash: Sha256,
    bytes_read: u64,
    walk: Option<Walk>,
}

/// Follows GB18030 byte by byte. The decoder of the web takes a single 0x80 for a euro sign, which it is in no
/// version of the standard.
#[derive(Debug, Default)]
struct Walk {
    /// How many bytes of a character are still to come, and whether the next tells how many.
    rest: u8,
    is_second: bool,
}

impl Walk {
    /// Where the first single 0x80 stands in the next bytes.
    fn first_euro(&mut self, bytes: &[u8]) -> Option<usize> {
        bytes.iter().position(|byte| self.is_euro(*byte))
    }

    fn is_euro(&mut self, byte: u8) -> bool {
        if self.is_second {
            self.is_second = false;
            self.rest = if byte.is_ascii_digit() { 2 } else { 0 };
            return false;
        }
        if self.rest > 0 {
            self.rest -= 1;
            return false;
        }
        self.is_second = byte > 0x80;
        byte == 0x80
    }
}

impl<R: Read> TextReader<R> {
    /// A reader of a file that was [looked at](look_at).
    pub fn new(file: R, shape: Shape) -> Self {
        let is_utf8 = shape.not_utf8_at.is_none() || shape.has_utf8_mark;
        let encoding: &Encoding = if is_utf8 { UTF_8 } else { GB18030 };
        Self {
            file,
            shape,
            decoder: encoding.new_decoder_with_bom_removal(),
            chunk: vec![0; CHUNK],
            hash: Sha256::new(),
            bytes_read: 0,
            walk: (!is_utf8).then(Walk::default),
        }
    }

    /// Adds the next piece to `text`; how many bytes it was, 0 at the end.
    ///
    /// # Errors
    /// [`DecodeError`]: what was read before it is in `text` all the same.
    pub fn read_more(&mut self, text: &mut String) -> Result<u64, DecodeError> {
        let read = read_piece(&mut self.file, &mut self.chunk);
        let read = read.map_err(DecodeError::Unreadable)?;
        let bytes = self.chunk.get(..read).unwrap_or_default();
        self.hash.update(bytes);
        let euro = self.walk.as_mut().and_then(|walk| walk.first_euro(bytes));
        let euro = euro.map(|position| self.bytes_read + position as u64 + 1);
        let fault = first_fault(&mut self.decoder, bytes, self.bytes_read, text);
        let fault = fault.into_iter().chain(euro).min();
        self.bytes_read += read as u64;
        let Some(at) = fault else {
            return Ok(read as u64);
        };
        Err(match self.shape {
            shape if shape.has_utf8_mark => DecodeError::NotUtf8 { at },
            Shape {
                not_utf8_at: Some(utf8),
                ..
            } => DecodeError::Neither { utf8, gb18030: at },
            Shape { .. } => DecodeError::Changed,
        })
    }

    /// How many bytes were read.
    pub fn bytes_read(&self) -> u64 {
        self.bytes_read
    }

    /// The SHA-256 of what was read, in hexadecimal.
    pub fn digest(self) -> String {
        let mut hex = String::with_capacity(64);
        for byte in self.hash.finalize() {
            // Writing to a String cannot fail.
            let _ = write!(hex, "{byte:02x}");
        }
        hex
    }
}
