//! Any text is one finite number or none: never a panic, never NaN, and what is a number says so again when it is written.

#![no_main]

use libfuzzer_sys::fuzz_target;
use yanzhi_kernel::read_number;

fuzz_target!(|text: &str| {
    let plain = read_number(text, false);
    let percent = read_number(text, true);
    for value in [plain, percent].into_iter().flatten() {
        assert!(value.is_finite() && (value != 0.0 || value.is_sign_positive()), "{text:?}: {value}");
        let written = format!("{value:e}");
        assert_eq!(read_number(&written, false).map(f64::to_bits), Ok(value.to_bits()), "{text:?}");
    }
    // A unit of per cent understands more, and nothing otherwise.
    if let Ok(value) = plain {
        assert_eq!(percent.map(f64::to_bits), Ok(value.to_bits()), "{text:?}");
    }
});
