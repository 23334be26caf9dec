//! Probabilities of the t and the normal distribution, computed in software (`libm`) so that they are
//! the same to the bit on any machine.
//!
//! `P(|T| ≥ |t|) = I(ν/(ν+t²); ν/2, 1/2)`, with the incomplete beta function as a continued fraction
//! (modified Lentz; W. H. Press et al. (2007), *Numerical Recipes*, 3rd ed., 6.4).

const TINY: f64 = 1e-300;
const STEPS: u32 = 10_000;

/// The probability that |T| is at least |t|, for a Student t with these degrees of freedom; none where
/// they are not above 0 or an argument is no number.
///
/// ```
/// use yanzhi_engine::statistics::student_two_sided;
///
/// // Tables: the 0.975 quantile at 10 degrees of freedom is 2.228.
/// let found = student_two_sided(2.228, 10.0).unwrap();
/// assert!((found - 0.05).abs() < 1e-4, "{found}");
/// ```
pub fn student_two_sided(t: f64, freedom: f64) -> Option<f64> {
    if t.is_nan() || !freedom.is_finite() || freedom <= 0.0 {
        return None;
    }
    if t.is_infinite() {
        return Some(0.0);
    }
    let square = t * t;
    let (x, rest) = (freedom / (freedom + square), square / (freedom + square));
    Some(incomplete_beta(x, rest, freedom / 2.0, 0.5).clamp(0.0, 1.0))
}

/// The probability that a standard normal is at least as far from 0.
pub fn normal_two_sided(z: f64) -> f64 {
    libm::erfc(z.abs() * std::f64::consts::FRAC_1_SQRT_2)
}

/// `I(x; a, b)`, with `rest = 1 − x` given apart because it keeps its digits where x is near 1.
fn incomplete_beta(x: f64, rest: f64, a: f64, b: f64) -> f64 {
    if x <= 0.0 || rest <= 0.0 {
        return if x <= 0.0 { 0.0 } else { 1.0 };
    }
    let scale = libm::lgamma(a + b) - libm::lgamma(a) - libm::lgamma(b);
    let front = libm::exp(scale + a * libm::log(x) + b * libm::log(rest));
    if x < (a + 1.0) / (a + b + 2.0) {
        front * fraction(x, a, b) / a
    } else {
        1.0 - front * fraction(rest, b, a) / b
    }
}

#[expect(clippy::many_single_char_names, reason = "the letters of the formula")]
fn fraction(x: f64, a: f64, b: f64) -> f64 {
    let away = |value: f64| if value.abs() < TINY { TINY } else { value };
    let mut c = 1.0;
    let mut d = 1.0 / away(1.0 - (a + b) * x / (a + 1.0));
    let mut found = d;
    for step in 1..=STEPS {
        let m = f64::from(step);
        let even = m * (b - m) * x / ((a + 2.0 * m - 1.0) * (a + 2.0 * m));
        let odd = -(a + m) * (a + b + m) * x / ((a + 2.0 * m) * (a + 2.0 * m + 1.0));
        d = 1.0 / away(1.0 + even * d);
        c = away(1.0 + even / c);
        found *= d * c;
        d = 1.0 / away(1.0 + odd * d);
        c = away(1.0 + odd / c);
        let change = d * c;
        found *= change;
        if (change - 1.0).abs() < 1e-16 {
            break;
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use statrs::distribution::{ContinuousCDF, StudentsT};

    use super::*;

    #[test]
    fn probabilities_are_those_of_an_independent_library() {
        for freedom in [1.0, 2.0, 3.0, 10.0, 49.0, 1000.0] {
            for t in [0.0, 0.01, 0.5, 1.0, 2.0, 5.0, 12.0] {
                let law = StudentsT::new(0.0, 1.0, freedom).unwrap();
                let expected = 2.0 * law.cdf(-t);
                let found = student_two_sided(t, freedom).unwrap();
                let difference = (found - expected).abs() / expected;
                assert!(difference < 1e-9, "{t} {freedom}: {found} {expected}");
            }
        }
    }

    #[test]
    fn one_degree_of_freedom_has_a_closed_form() {
        // Cauchy: P(|T| ≥ 1) = 1/2.
        assert!((student_two_sided(1.0, 1.0).unwrap() - 0.5).abs() < 1e-14);
        assert_eq!(student_two_sided(1.0, 0.0), None);
        assert_eq!(student_two_sided(f64::NAN, 3.0), None);
        assert_eq!(student_two_sided(f64::INFINITY, 3.0), Some(0.0));
        assert!((normal_two_sided(1.959_963_984_540_054) - 0.05).abs() < 1e-14);
    }
}
