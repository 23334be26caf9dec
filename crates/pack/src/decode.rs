//! From the bytes of a file to text: UTF-8 with or without mark, or GB18030, and nothing by guess.

use std::fmt::Write as _;
use std::fs::File;
use std::io::{self, Read, Seek};

use encoding_rs::{Decoder, DecoderResult, Encoding, GB18030, UTF_8};
use sha2::{Digest as _, Sha256};

use crate::fault::{Fault, files};

const CHUNK: usize = 256 * 1024;
const UTF8_MARK: [u8; 3] = [0xef, 0xbb, 0xbf];

/// What a first look at a file says.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Shape {
    /// First byte that is not UTF-8, from 1.
    not_utf8_at: Option<u64>,
    has_utf8_mark: bool,
    pub(crate) lines: usize,
}

/// Reads the file once to see whether it is UTF-8, and goes back to its beginning.
pub(crate) fn look_at(file: &mut File) -> Result<Shape, Fault> {
    look(file).map_err(|error| files::unreadable(&error))?
}

fn look(file: &mut File) -> io::Result<Result<Shape, Fault>> {
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
                return Ok(Err(files::not_text(None, None)));
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

fn read_piece(file: &mut File, chunk: &mut [u8]) -> io::Result<usize> {
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
pub(crate) struct TextReader {
    file: File,
    shape: Shape,
    decoder: Decoder,
    chunk: Vec<u8>,
    hash: Sha256,
    bytes_read: u64,
    walk: Option<Walk>,
}

/// Follows GB18030 byte by byte. The decoder of the web takes a single 0x80 for a euro sign, which it is in no
/// version of the standard.
#[derive(Default)]
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

impl TextReader {
    pub(crate) fn new(file: File, shape: Shape) -> Self {
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
    pub(crate) fn read_more(&mut self, text: &mut String) -> Result<u64, Fault> {
        let read = read_piece(&mut self.file, &mut self.chunk);
        let read = read.map_err(|error| files::unreadable(&error))?;
        let bytes = self.chunk.get(..read).unwrap_or_default();
        self.hash.update(bytes);
        let euro = self.walk.as_mut().and_then(|walk| walk.first_euro(bytes));
        let euro = euro.map(|position| self.bytes_read + position as u64 + 1);
        let fault = first_fault(&mut self.decoder, bytes, self.bytes_read, text);
        let fault = fault.into_iter().chain(euro).min();
        self.bytes_read += read as u64;
        match (fault, self.shape) {
            (None, _) => Ok(read as u64),
            (Some(at), shape) if shape.has_utf8_mark => Err(files::not_text(Some(at), None)),
            (
                Some(at),
                Shape {
                    not_utf8_at: Some(utf8),
                    ..
                },
            ) => Err(files::not_text(Some(utf8), Some(at))),
            // It was UTF-8 at the first look.
            (Some(_), _) => Err(files::changed()),
        }
    }

    pub(crate) fn bytes_read(&self) -> u64 {
        self.bytes_read
    }

    /// The SHA-256 of what was read, in hexadecimal.
    pub(crate) fn digest(self) -> String {
        let mut hex = String::with_capacity(64);
        for byte in self.hash.finalize() {
            // Writing to a String cannot fail.
            let _ = write!(hex, "{byte:02x}");
        }
        hex
    }
}
