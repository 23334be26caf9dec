//! The arithmetic, the same bytes on any machine.

use std::cmp::Ordering;

use crate::{
    missing::Reason,
    tree::{Node, Operator, Part},
};

/// A number, or why there is none.
pub(crate) type Computed = Result<f64, Reason>;

/// `a + b` and the like. A comparison comes to 1 where it holds and to 0 where it does not.
pub(crate) fn join(operator: Operator, left: f64, right: f64) -> Computed {
    match operator {
        Operator::Add => finite(left + right),
        Operator::Subtract => finite(left - right),
        Operator::Multiply => finite(left * right),
        Operator::Divide => divide(left, right),
        Operator::Power => power(left, right),
        _ => Ok(f64::from(u8::from(compare(operator, left, right)))),
    }
}

/// A number that can be kept: finite, and without the sign of −0.
pub(crate) fn finite(number: f64) -> Computed {
    if number.is_finite() {
        Ok(number + 0.0)
    } else {
        Err(Reason::Overflow)
    }
}

pub(crate) fn divide(left: f64, right: f64) -> Computed {
    if is_zero(right) {
        return Err(Reason::DivisionByZero);
    }
    finite(left / right)
}

pub(crate) fn power(base: f64, exponent: f64) -> Computed {
    if is_zero(base) && exponent < 0.0 {
        return Err(Reason::DivisionByZero);
    }
    let raised = libm::pow(base, exponent);
    if raised.is_nan() {
        return Err(Reason::NegativeBase);
    }
    finite(raised)
}

/// By how many per cent a value lies above its base.
pub(crate) fn growth(value: f64, base: f64) -> Computed {
    if base < 0.0 {
        return Err(Reason::NegativeBase);
    }
    finite(divide(value - base, base)? * 100.0)
}

/// The same a year, over some years.
pub(crate) fn yearly_growth(value: f64, base: f64, years: f64) -> Computed {
    if base < 0.0 || value < 0.0 {
        return Err(Reason::NegativeBase);
    }
    finite((power(divide(value, base)?, 1.0 / years)? - 1.0) * 100.0)
}

/// 四舍五入: to so many decimals of the number as it is written, halves away from zero.
pub(crate) fn round(number: f64, decimals: u8) -> Computed {
    let shifted = |number: f64, places: i32| {
        let written = format!("{number:e}");
        let (digits, exponent) = written.split_once('e')?;
        let exponent: i32 = exponent.parse().ok()?;
        format!("{digits}e{}", exponent + places)
            .parse::<f64>()
            .ok()
    };
    let places = i32::from(decimals);
    let rounded = shifted(number, places)
        .map(libm::round)
        .and_then(|whole| shifted(whole, -places));
    // What is too large to be shifted has no decimals to lose.
    finite(rounded.filter(|it| it.is_finite()).unwrap_or(number))
}

pub(crate) fn is_zero(number: f64) -> bool {
    number.abs() <= 0.0
}

/// Whether a comparison holds.
fn compare(operator: Operator, left: f64, right: f64) -> bool {
    let order = left.partial_cmp(&right);
    match operator {
        Operator::Less => order == Some(Ordering::Less),
        Operator::AtMost => matches!(order, Some(Ordering::Less | Ordering::Equal)),
        Operator::Greater => order == Some(Ordering::Greater),
        Operator::AtLeast => matches!(order, Some(Ordering::Greater | Ordering::Equal)),
        Operator::Equal => order == Some(Ordering::Equal),
        _ => order != Some(Ordering::Equal),
    }
}

/// The value of a part that is made of numbers only; `None` where it is not, or has none.
pub(crate) fn constant(part: &Part) -> Option<f64> {
    match &part.node {
        Node::Number(number) => Some(*number),
        Node::Negated(of) => constant(of).map(|number| -number),
        Node::Joined(operator, parts) => {
            let [left, right] = &**parts;
            join(*operator, constant(left)?, constant(right)?).ok()
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rounding_is_that_of_the_written_number() {
        for (number, decimals, rounded) in [
            (2.675, 2, 2.68),
            (1.005, 2, 1.01),
            (-2.5, 0, -3.0),
            (0.5, 0, 1.0),
            (1234.567, 1, 1234.6),
            (1e300, 2, 1e300),
            (1e-300, 2, 0.0),
            (0.0, 3, 0.0),
        ] {
            assert_eq!(round(number, decimals), Ok(rounded), "{number}");
        }
    }

    #[test]
    fn what_has_no_value_says_why() {
        assert_eq!(divide(1.0, 0.0), Err(Reason::DivisionByZero));
        assert_eq!(divide(1.0, -0.0), Err(Reason::DivisionByZero));
        assert_eq!(power(0.0, -1.0), Err(Reason::DivisionByZero));
        assert_eq!(power(-8.0, 1.0 / 3.0), Err(Reason::NegativeBase));
        assert_eq!(power(-2.0, 3.0), Ok(-8.0));
        assert_eq!(growth(3.0, 2.5), Ok(20.0));
        assert_eq!(growth(1.0, 0.0), Err(Reason::DivisionByZero));
        assert_eq!(growth(1.0, -1.0), Err(Reason::NegativeBase));
        assert_eq!(yearly_growth(-1.0, 1.0, 2.0), Err(Reason::NegativeBase));
        assert_eq!(
            join(Operator::Multiply, 1e200, 1e200),
            Err(Reason::Overflow)
        );
    }
}
