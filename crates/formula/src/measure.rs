//! What values are counted in: 亿元, 万人, %, 件/万人.

use std::{collections::BTreeMap, fmt};

/// A measure unit as a product of plain units and a power of ten.
///
/// 亿元 is 10⁸ 元, 万人 is 10⁴ 人, % is 10⁻² of a pure number, 件/万人 is 10⁻⁴ 件 per 人. What the table of
/// magnitudes does not know is a plain unit of its own: 人年, 项, 标准台.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Measure {
    /// Plain units with their exponents, which are never 0.
    pub(crate) units: BTreeMap<String, i32>,
    /// The power of ten.
    pub(crate) tens: i32,
}

/// What may stand before a plain unit, the longest first.
const MAGNITUDES: [(&str, i32); 8] = [
    ("万亿", 12),
    ("千亿", 11),
    ("百亿", 10),
    ("百万", 6),
    ("千万", 7),
    ("亿", 8),
    ("万", 4),
    ("千", 3),
];

/// Parts of a whole.
const PARTS: [(&str, i32); 7] = [
    ("%", -2),
    ("％", -2),
    ("个百分点", -2),
    ("百分点", -2),
    ("‰", -3),
    ("个千分点", -3),
    ("千分点", -3),
];

impl Measure {
    /// Reads a measure unit as the catalogue writes it, in Chinese. Every text is one: an empty text is a pure
    /// number, and what is unknown stands for itself.
    pub fn read(text: &str) -> Self {
        let mut measure = Self::default();
        for (at, factor) in text.split(['/', '／']).enumerate() {
            let exponent = if at == 0 { 1 } else { -1 };
            for plain in factor.split(['·', '*', '×']) {
                measure.take(plain.trim(), exponent);
            }
        }
        measure
    }

    fn take(&mut self, text: &str, exponent: i32) {
        if let Some((_, tens)) = PARTS.iter().find(|(word, _)| *word == text) {
            self.tens += tens * exponent;
            return;
        }
        let magnitude = MAGNITUDES.iter().find_map(|(word, tens)| {
            let plain = text.strip_prefix(word)?.trim_start();
            Some((plain, *tens))
        });
        let (plain, tens) = magnitude.unwrap_or((text, 0));
        self.tens += tens * exponent;
        if !plain.is_empty() {
            self.raise(plain, exponent);
        }
    }

    fn raise(&mut self, unit: &str, exponent: i32) {
        let all = self.units.entry(unit.to_owned()).or_default();
        *all += exponent;
        if *all == 0 {
            self.units.remove(unit);
        }
    }

    /// A percentage.
    pub(crate) fn percent() -> Self {
        Self {
            units: BTreeMap::new(),
            tens: -2,
        }
    }

    /// The product with another one raised to a power.
    pub(crate) fn times(mut self, other: &Self, power: i32) -> Self {
        for (unit, exponent) in &other.units {
            self.raise(unit, exponent * power);
        }
        self.tens += other.tens * power;
        self
    }

    pub(crate) fn with_tens(&self, tens: i32) -> Self {
        Self {
            units: self.units.clone(),
            tens,
        }
    }
}

impl fmt::Display for Measure {
    /// As the field writes it: `亿元`, `元/人`, `%`; `1` for a pure number.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (above, below): (Vec<_>, Vec<_>) =
            self.units.iter().partition(|(_, power)| **power > 0);
        let words: Vec<String> = above
            .iter()
            .flat_map(|(unit, power)| {
                std::iter::repeat_n((*unit).clone(), power.unsigned_abs() as usize)
            })
            .collect();
        let magnitude = if above.is_empty() {
            PARTS.iter().find(|(_, tens)| *tens == self.tens)
        } else {
            MAGNITUDES.iter().find(|(_, tens)| *tens == self.tens)
        };
        let text = words.join("·");
        match (magnitude, self.tens) {
            (Some((word, _)), _) => write!(out, "{word}{text}")?,
            (None, 0) if text.is_empty() => out.write_str("1")?,
            (None, 0) => out.write_str(&text)?,
            (None, tens) => write!(out, "10^{tens} {text}")?,
        }
        for (unit, power) in below {
            for _ in 0..power.unsigned_abs() {
                write!(out, "/{unit}")?;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (Vec<(String, i32)>, i32) {
        let Measure { units, tens } = Measure::read(text);
        (units.into_iter().collect(), tens)
    }

    #[test]
    fn measure_units_of_the_field_are_understood() {
        let one = |unit: &str, tens| (vec![(unit.to_owned(), 1)], tens);
        assert_eq!(read("亿元"), one("元", 8));
        assert_eq!(read("万元"), one("元", 4));
        assert_eq!(read("元"), one("元", 0));
        assert_eq!(read("万人"), one("人", 4));
        assert_eq!(read("人年"), one("人年", 0));
        assert_eq!(read("万人年"), one("人年", 4));
        assert_eq!(read("百万美元"), one("美元", 6));
        assert_eq!(read("万吨标准煤"), one("吨标准煤", 4));
        assert_eq!(read("家"), one("家", 0));
        assert_eq!(read("%"), (vec![], -2));
        assert_eq!(read("个百分点"), (vec![], -2));
        assert_eq!(read(""), (vec![], 0));
        assert_eq!(
            read("件/万人"),
            (vec![("人".to_owned(), -1), ("件".to_owned(), 1)], -4)
        );
        assert_eq!(read("万元/亿元"), (vec![], -4));
    }

    #[test]
    fn measure_units_are_written_as_they_are_read() {
        for text in ["亿元", "万人年", "元/人", "%", "‰", "家", "1"] {
            let read = Measure::read(if text == "1" { "" } else { text });
            assert_eq!(read.to_string(), text);
        }
        assert_eq!(Measure::read("件/万人").to_string(), "10^-4 件/人");
        assert_eq!(Measure::read("%/件").to_string(), "%/件");
        assert_eq!(Measure::read("亿元/万人").to_string(), "万元/人");
    }
}
