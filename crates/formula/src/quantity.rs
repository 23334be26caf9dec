//! What a part of an expression is: a condition, a constant, or a quantity in some measure unit.

use crate::measure::Measure;

/// What a part comes to.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Meaning {
    Condition,
    /// Made of numbers only. It is counted in whatever it is put beside.
    Constant(f64),
    Quantity(Quantity),
    /// A fault was found below; nothing more is said about what stands above.
    Unknown,
}

/// A quantity that may have been converted.
///
/// `GDP * 10000` is either ten thousand times the GDP, still in 亿元, or the GDP in 万元: the numbers are the same.
/// Both readings are kept until a sum, a comparison or the indicator's own measure unit says which was meant.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Quantity {
    /// As a multiple.
    pub(crate) measure: Measure,
    /// The power of ten it was multiplied by; as a conversion, the measure is so much smaller.
    pub(crate) converted: i32,
}

impl Quantity {
    pub(crate) const fn plain(measure: Measure) -> Self {
        Self {
            measure,
            converted: 0,
        }
    }

    /// The powers of ten that it can be read in.
    fn readings(&self) -> [i32; 2] {
        [self.measure.tens, self.measure.tens - self.converted]
    }

    pub(crate) fn is_of_the_same_units(&self, other: &Self) -> bool {
        self.measure.units == other.measure.units
    }

    /// The one quantity that both can be read as.
    pub(crate) fn agreed(&self, other: &Self) -> Option<Self> {
        if !self.is_of_the_same_units(other) {
            return None;
        }
        if self == other {
            return Some(self.clone());
        }
        let theirs = other.readings();
        let tens = self.readings().into_iter().find(|it| theirs.contains(it))?;
        Some(Self::plain(self.measure.with_tens(tens)))
    }

    /// Whether it can be read as counted in a measure unit.
    pub(crate) fn may_be(&self, measure: &Measure) -> bool {
        self.agreed(&Self::plain(measure.clone())).is_some()
    }

    /// What it has to be multiplied by to be counted as the other one.
    pub(crate) const fn tens_to(&self, other: &Self) -> i32 {
        self.measure.tens - self.converted - (other.measure.tens - other.converted)
    }

    pub(crate) fn times(&self, other: &Self, power: i32) -> Self {
        Self {
            measure: self.measure.clone().times(&other.measure, power),
            converted: self.converted + other.converted * power,
        }
    }

    /// Multiplied by a constant.
    pub(crate) fn scaled(mut self, factor: f64) -> Self {
        self.converted += power_of_ten(factor).unwrap_or_default();
        self
    }
}

/// Which power of ten a number is.
fn power_of_ten(number: f64) -> Option<i32> {
    (-15..=15).find(|power: &i32| {
        let exact = format!("1e{power}").parse::<f64>();
        exact.is_ok_and(|exact| exact.total_cmp(&number).is_eq())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn powers_of_ten_are_known_exactly() {
        for (number, power) in [
            (1.0, Some(0)),
            (10_000.0, Some(4)),
            (0.01, Some(-2)),
            (1e15, Some(15)),
            (2.0, None),
            (0.0, None),
            (-100.0, None),
        ] {
            assert_eq!(power_of_ten(number), power, "{number}");
        }
    }

    #[test]
    fn a_converted_quantity_agrees_with_either_reading() {
        let of = |unit| Quantity::plain(Measure::read(unit));
        let times_ten_thousand = of("亿元").scaled(10_000.0);
        assert_eq!(times_ten_thousand.agreed(&of("万元")), Some(of("万元")));
        assert_eq!(times_ten_thousand.agreed(&of("亿元")), Some(of("亿元")));
        assert_eq!(times_ten_thousand.agreed(&of("元")), None);
        assert_eq!(of("亿元").agreed(&of("亿人")), None);
        assert_eq!(of("亿元").tens_to(&of("万元")), 4);
    }
}
