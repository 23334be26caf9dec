//! What a typed text says.

/// Why a text is no number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TypedFault {
    /// It is none.
    NotANumber,
    /// It is beyond what a number can hold.
    OutOfRange,
}

/// The number that a text says: an optional sign, digits, an optional decimal point with digits.
///
/// # Errors
/// [`TypedFault`].
pub fn read_typed(text: &str) -> Result<f64, TypedFault> {
    let unsigned = text.strip_prefix(['-', '+']).unwrap_or(text);
    let (whole, fraction) = match unsigned.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (unsigned, None),
    };
    let is_digits = |part: &str| !part.is_empty() && part.bytes().all(|it| it.is_ascii_digit());
    if !is_digits(whole) || !fraction.is_none_or(is_digits) {
        return Err(TypedFault::NotANumber);
    }
    let number: f64 = text.parse().map_err(|_| TypedFault::NotANumber)?;
    if number.is_finite() {
        Ok(number)
    } else {
        Err(TypedFault::OutOfRange)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_and_nothing_else() {
        for (text, number) in [("2.50", 2.5), ("-3", -3.0), ("0", 0.0), ("+1.0", 1.0)] {
            assert_eq!(read_typed(text).map(f64::to_bits), Ok(f64::to_bits(number)));
        }
        for text in [
            "", "1e9", "NaN", "inf", "1.", ".5", "1,000", "=1", "2 5", "二", "--1",
        ] {
            assert_eq!(read_typed(text), Err(TypedFault::NotANumber), "{text:?}");
        }
        assert_eq!(read_typed(&"9".repeat(400)), Err(TypedFault::OutOfRange));
    }
}
