//! Spoils honest files, each in a few places, the same way for the same number.

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng as _};

use crate::container::container;
use crate::workbook::Parts;

/// What a spoiled attribute or text may become.
const VALUES: [&str; 28] = [
    "",
    "0",
    "-1",
    "1",
    "2",
    "99999999",
    "4294967295",
    "4294967296",
    "-9223372036854775808",
    "1e400",
    "NaN",
    "inf",
    "-0",
    "0x10",
    "A0",
    "A1",
    "A1:A1",
    "B2:A1",
    "XFD1048576",
    "XFE1048577",
    "ZZZZ1",
    "s",
    "str",
    "inlineStr",
    "&amp;",
    "&#x0;",
    "１２３",
    "\u{202e}x",
];

/// The bytes of a spoiled file.
pub(crate) fn mutant(number: u64) -> Vec<u8> {
    let mut chance = Chance(ChaCha8Rng::seed_from_u64(number));
    match number % 10 {
        0..=1 => flip(Parts::honest().bytes(), &mut chance),
        2..=6 => structured(&mut chance),
        7 => headers(&mut chance),
        8 => text(&mut chance),
        _ => flip(csv(), &mut chance),
    }
}

struct Chance(ChaCha8Rng);

impl Chance {
    /// A number below `most`, which is not 0.
    fn below(&mut self, most: usize) -> usize {
        usize::try_from(self.0.next_u64() % most as u64).unwrap()
    }

    fn pick<'a, T>(&mut self, list: &'a [T]) -> &'a T {
        &list[self.below(list.len())]
    }
}

/// Flips, cuts and doubles bytes.
fn flip(mut bytes: Vec<u8>, chance: &mut Chance) -> Vec<u8> {
    for _ in 0..=chance.below(8) {
        if bytes.is_empty() {
            break;
        }
        let at = chance.below(bytes.len());
        match chance.below(6) {
            0 => bytes.truncate(at),
            1 => {
                let end = (at + 1 + chance.below(64)).min(bytes.len());
                let piece = bytes[at..end].to_vec();
                bytes.splice(at..at, piece);
            }
            2 => drop(bytes.remove(at)),
            3 => bytes[at] = 0xff,
            _ => bytes[at] ^= 1 << chance.below(8),
        }
    }
    bytes
}

/// Spoils the XML inside: tags, attributes, texts, whole parts.
fn structured(chance: &mut Chance) -> Vec<u8> {
    let Parts(mut parts) = Parts::honest();
    for _ in 0..=chance.below(4) {
        let part = chance.below(parts.len());
        match chance.below(12) {
            0 => drop(parts.remove(part)),
            1 => {
                let copy = (format!("{}x", parts[part].0), parts[part].1.clone());
                parts.push(copy);
            }
            2 => {
                let other = chance.below(parts.len());
                let text = parts[other].1.clone();
                parts[part].1 = text;
            }
            _ => {
                let spoiled = spoil_xml(&parts[part].1, chance);
                parts[part].1 = spoiled;
            }
        }
        if parts.is_empty() {
            break;
        }
    }
    Parts(parts).bytes()
}

fn spoil_xml(text: &str, chance: &mut Chance) -> String {
    let tags: Vec<(usize, usize)> = text
        .match_indices('<')
        .filter_map(|(begin, _)| Some((begin, begin + text[begin..].find('>')? + 1)))
        .collect();
    if tags.is_empty() {
        return text.to_owned();
    }
    let &(begin, end) = chance.pick(&tags);
    let tag = &text[begin..end];
    let (before, after) = (&text[..begin], &text[end..]);
    match chance.below(6) {
        0 => format!("{before}{after}"),
        1 => format!("{before}{tag}{tag}{after}"),
        2 => format!("{before}{}{after}", tag.repeat(1 + chance.below(500))),
        3 => spoil_text(before, tag, after, chance),
        _ => format!("{before}{}{after}", spoil_attribute(tag, chance)),
    }
}

/// Another text behind the tag.
fn spoil_text(before: &str, tag: &str, after: &str, chance: &mut Chance) -> String {
    let value = chance.pick(&VALUES);
    let rest = after.find('<').map_or("", |end| &after[end..]);
    format!("{before}{tag}{value}{rest}")
}

fn spoil_attribute(tag: &str, chance: &mut Chance) -> String {
    let values: Vec<(usize, usize)> = tag
        .match_indices("=\"")
        .filter_map(|(at, _)| Some((at + 2, at + 2 + tag[at + 2..].find('"')?)))
        .collect();
    let value = chance.pick(&VALUES);
    if values.is_empty() {
        return tag.replace('>', &format!(" r=\"{value}\">"));
    }
    let &(begin, end) = chance.pick(&values);
    format!("{}{value}{}", &tag[..begin], &tag[end..])
}

/// Lies in the headers of the container.
fn headers(chance: &mut Chance) -> Vec<u8> {
    let mut entries = Parts::honest().entries();
    for _ in 0..=chance.below(3) {
        let at = chance.below(entries.len());
        let entry = entries[at].clone();
        let number = *chance.pick(&[0, 1, 8, 9, 12, 99, 0xffff, 0x7fff_ffff, 0xffff_ffff_u64]);
        let small = u16::try_from(number & 0xffff).unwrap();
        entries[at] = match chance.below(6) {
            0 => entry.with_size(number),
            1 => entry.with_crc(u32::try_from(number).unwrap()),
            2 => entry.with_method(small),
            3 => entry.with_flags(small),
            4 => {
                let name = format!("{}{}", entry.name, chance.pick(&VALUES));
                entry.named(&name)
            }
            _ => {
                let other = chance.below(entries.len());
                entry.named(&entries[other].name)
            }
        };
    }
    container(&entries)
}

fn csv() -> Vec<u8> {
    "单位,指标,数值,说明\n330203,RD_GDP,\"1,234.5\",\"他说\"\"好\"\"\"\n330205,RD_GDP,—,无\n330206,RD_GDP,=A1+B1,\"两\n行\"\n".repeat(5).into_bytes()
}

/// Spoils delimited text where it hurts: quotes, delimiters, line ends, encodings.
fn text(chance: &mut Chance) -> Vec<u8> {
    const PIECES: [&[u8]; 14] = [
        b"\"",
        b"\"\"",
        b",",
        b";",
        b"\t",
        b"\r",
        b"\r\n",
        b"\n\n",
        b"\0",
        b"\xef\xbb\xbf",
        b"\xff\xfe",
        b"\x80",
        b"\x81\x30\x81\x30",
        b"sep=;\n",
    ];
    let mut bytes = csv();
    for _ in 0..=chance.below(6) {
        let at = chance.below(bytes.len() + 1);
        let piece = chance.pick(&PIECES).to_vec();
        bytes.splice(at..at, piece);
    }
    bytes
}
