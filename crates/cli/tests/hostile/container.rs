//! Writes ZIP containers as no library would: with any name, size, checksum and flag that an attacker likes.

use std::io::Write as _;

use flate2::{Compress, Compression, Crc, FlushCompress, write::DeflateEncoder};

/// An entry, and what the container lies about it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Entry {
    pub(crate) name: String,
    packed: Vec<u8>,
    size: u64,
    crc: u32,
    method: u16,
    flags: u16,
}

impl Entry {
    /// An honest entry.
    pub(crate) fn new(name: &str, data: &[u8]) -> Self {
        let mut encoder = DeflateEncoder::new(Vec::new(), Compression::fast());
        encoder.write_all(data).unwrap();
        let mut crc = Crc::new();
        crc.update(data);
        Self {
            name: name.to_owned(),
            packed: encoder.finish().unwrap(),
            size: data.len() as u64,
            crc: crc.sum(),
            method: 8,
            flags: 0,
        }
    }

    pub(crate) fn stored(name: &str, data: &[u8]) -> Self {
        Self {
            packed: data.to_vec(),
            method: 0,
            ..Self::new(name, data)
        }
    }

    /// `begin`, then `block` so many times, then `end`: gigabytes packed without being made.
    pub(crate) fn repeated(name: &str, begin: &[u8], block: &[u8], times: u32, end: &[u8]) -> Self {
        let mut packed = Vec::new();
        let mut crc = Crc::new();
        let mut size = 0;
        let (begin_packed, begin_crc) = flushed(begin);
        let (block_packed, block_crc) = flushed(block);
        let (end_packed, end_crc) = flushed(end);
        let blocks = std::iter::repeat_n((block, &block_packed, &block_crc), times as usize);
        let all = [(begin, &begin_packed, &begin_crc)]
            .into_iter()
            .chain(blocks);
        for (data, bytes, sum) in all.chain([(end, &end_packed, &end_crc)]) {
            packed.extend_from_slice(bytes);
            crc.combine(sum);
            size += data.len() as u64;
        }
        // An empty last block.
        packed.extend_from_slice(&[0x03, 0x00]);
        Self {
            name: name.to_owned(),
            packed,
            size,
            crc: crc.sum(),
            method: 8,
            flags: 0,
        }
    }

    pub(crate) fn named(self, name: &str) -> Self {
        Self {
            name: name.to_owned(),
            ..self
        }
    }

    pub(crate) fn with_size(self, size: u64) -> Self {
        Self { size, ..self }
    }

    pub(crate) fn with_crc(self, crc: u32) -> Self {
        Self { crc, ..self }
    }

    pub(crate) fn with_method(self, method: u16) -> Self {
        Self { method, ..self }
    }

    pub(crate) fn with_flags(self, flags: u16) -> Self {
        Self { flags, ..self }
    }
}

/// Packed so that it stands for itself wherever it stands in a stream.
fn flushed(data: &[u8]) -> (Vec<u8>, Crc) {
    let mut compress = Compress::new(Compression::best(), false);
    let mut packed = Vec::with_capacity(data.len() + 64);
    compress
        .compress_vec(data, &mut packed, FlushCompress::Full)
        .unwrap();
    assert_eq!(compress.total_in(), data.len() as u64);
    let mut crc = Crc::new();
    crc.update(data);
    (packed, crc)
}

/// The container of the entries.
pub(crate) fn container(entries: &[Entry]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut directory = Vec::new();
    for entry in entries {
        let offset = low32(bytes.len() as u64);
        let fields = fields(entry);
        bytes.extend_from_slice(b"PK\x03\x04\x14\x00");
        bytes.extend_from_slice(&fields);
        bytes.extend_from_slice(&[0, 0]);
        bytes.extend_from_slice(entry.name.as_bytes());
        bytes.extend_from_slice(&entry.packed);
        directory.extend_from_slice(b"PK\x01\x02\x14\x00\x14\x00");
        directory.extend_from_slice(&fields);
        directory.extend_from_slice(&[0; 12]);
        directory.extend_from_slice(&offset.to_le_bytes());
        directory.extend_from_slice(entry.name.as_bytes());
    }
    let start = low32(bytes.len() as u64);
    bytes.extend_from_slice(&directory);
    bytes.extend_from_slice(b"PK\x05\x06\x00\x00\x00\x00");
    let count = u16::try_from(entries.len()).unwrap().to_le_bytes();
    bytes.extend_from_slice(&count);
    bytes.extend_from_slice(&count);
    bytes.extend_from_slice(&low32(directory.len() as u64).to_le_bytes());
    bytes.extend_from_slice(&start.to_le_bytes());
    bytes.extend_from_slice(&[0, 0]);
    bytes
}

/// What both headers say of an entry, from its flags to the length of its name.
fn fields(entry: &Entry) -> Vec<u8> {
    let mut fields = Vec::new();
    fields.extend_from_slice(&entry.flags.to_le_bytes());
    fields.extend_from_slice(&entry.method.to_le_bytes());
    fields.extend_from_slice(&[0, 0, 0x21, 0]);
    fields.extend_from_slice(&entry.crc.to_le_bytes());
    fields.extend_from_slice(&low32(entry.packed.len() as u64).to_le_bytes());
    fields.extend_from_slice(&low32(entry.size).to_le_bytes());
    fields.extend_from_slice(&u16::try_from(entry.name.len()).unwrap().to_le_bytes());
    fields
}

fn low32(number: u64) -> u32 {
    u32::try_from(number & 0xffff_ffff).unwrap()
}
