//! Seeded chance. Every replicate has its own ChaCha stream, and every draw of many numbers its own
//! key, so that no result depends on which thread makes it, or on what was drawn before.

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};

/// The point of a replicate: for every assumption a number from 0 to below 1.
pub(crate) fn point(seed: u64, replicate: u64, point: &mut [f64]) {
    let mut generator = ChaCha8Rng::seed_from_u64(seed);
    generator.set_stream(replicate);
    for u in point {
        *u = uniform(&mut generator);
    }
}

/// A generator for the many numbers an assumption draws at one place `u` of its axis: the same seed,
/// assumption and place give the same numbers.
pub(crate) fn generator(seed: u64, assumption: usize, u: f64) -> ChaCha8Rng {
    let mut key = [0_u8; 32];
    let assumption = u64::try_from(assumption).unwrap_or(u64::MAX);
    let words = [seed, assumption, u.to_bits(), 1];
    for (bytes, word) in key.chunks_exact_mut(8).zip(words) {
        bytes.copy_from_slice(&word.to_le_bytes());
    }
    ChaCha8Rng::from_seed(key)
}

/// Uniform from 0 to below 1, in steps of 2⁻⁵³.
pub(crate) fn uniform(generator: &mut ChaCha8Rng) -> f64 {
    let bits = generator.next_u64() >> 11;
    #[expect(clippy::cast_precision_loss, reason = "53 bits are exact")]
    let whole = bits as f64;
    whole / 9_007_199_254_740_992.0
}

/// Uniform from −1 to below 1.
pub(crate) fn symmetric(generator: &mut ChaCha8Rng) -> f64 {
    2.0 * uniform(generator) - 1.0
}

/// Two independent standard normal numbers: a point (u, v) of the unit disc, s its squared distance from
/// the middle, times `√(−2 ln s ÷ s)` (G. Marsaglia and T. A. Bray 1964, *SIAM Review* 6).
pub(crate) fn normals(generator: &mut ChaCha8Rng) -> [f64; 2] {
    loop {
        let (u, v) = (symmetric(generator), symmetric(generator));
        let s = u * u + v * v;
        if s > 0.0 && s < 1.0 {
            let stretch = (-2.0 * libm::log(s) / s).sqrt();
            return [u * stretch, v * stretch];
        }
    }
}

/// A standard normal number.
pub(crate) fn normal(generator: &mut ChaCha8Rng) -> f64 {
    let [first, _] = normals(generator);
    first
}

/// Gamma of a shape above 0 and scale 1 (Marsaglia and Tsang, 2000).
pub(crate) fn gamma(generator: &mut ChaCha8Rng, shape: f64) -> f64 {
    if shape < 1.0 {
        let boost = libm::pow(1.0 - uniform(generator), 1.0 / shape);
        return gamma(generator, shape + 1.0) * boost;
    }
    let base = shape - 1.0 / 3.0;
    let slope = 1.0 / (9.0 * base).sqrt();
    loop {
        let x = normal(generator);
        let root = 1.0 + slope * x;
        if root <= 0.0 {
            continue;
        }
        let cube = root * root * root;
        let log_u = libm::log(1.0 - uniform(generator));
        if log_u < 0.5 * x * x + base * (1.0 - cube + libm::log(cube)) {
            return base * cube;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::statistics::{mean, variance};

    fn draws(draw: impl Fn(&mut ChaCha8Rng) -> f64) -> (f64, f64) {
        let mut generator = generator(1, 0, 0.5);
        let values: Vec<f64> = (0..100_000).map(|_| draw(&mut generator)).collect();
        (mean(&values).unwrap(), variance(&values).unwrap())
    }

    #[test]
    fn draws_have_the_moments_of_their_distribution() {
        // Means within 5 standard errors of 100,000 draws, variances within 3 %.
        let near = |(mean, variance): (f64, f64), m: f64, v: f64| {
            (mean - m).abs() < 5.0 * (v / 1e5).sqrt() && (variance / v - 1.0).abs() < 0.03
        };
        assert!(near(draws(uniform), 0.5, 1.0 / 12.0));
        assert!(near(draws(symmetric), 0.0, 1.0 / 3.0));
        assert!(near(draws(normal), 0.0, 1.0));
        for shape in [0.3, 1.0, 4.5] {
            assert!(near(draws(|it| gamma(it, shape)), shape, shape), "{shape}");
        }
    }

    #[test]
    fn every_replicate_has_its_own_stream() {
        let draw = |seed, replicate| {
            let mut drawn = [0.0; 3];
            point(seed, replicate, &mut drawn);
            drawn.map(f64::to_bits)
        };
        assert_eq!(draw(1, 5), draw(1, 5));
        assert_ne!(draw(1, 5), draw(1, 6));
        assert_ne!(draw(1, 5), draw(2, 5));
    }
}
