//! Codes of the second factor (TOTP, RFC 6238: six digits, thirty seconds, SHA-1 as all apps have it).

use data_encoding::BASE32_NOPAD;
use totp_rs::{Algorithm, Builder, Secret as TotpSecret, Totp};
use yanzhi_kernel::{Digest, SecretSource, Timestamp};

/// What the app shows beside the account.
const ISSUER: &str = "yanzhi";
/// Codes of the step before and after count too: clocks differ.
const SKEW: u16 = 1;

/// A secret that makes no codes; none is ever stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the secret of a second factor makes no codes")]
pub(crate) struct Unusable;

fn totp(secret: &[u8], login: &str) -> Result<Totp, Unusable> {
    // A colon would end the issuer in the address that the app reads.
    let shown = login.replace(':', "");
    Builder::new()
        .with_algorithm(Algorithm::SHA1)
        .with_digits(6)
        .with_skew(SKEW)
        .with_step_duration(30)
        .with_secret(TotpSecret::from(secret.to_vec()))
        .with_account_name(shown)
        .with_issuer(Some(ISSUER))
        .build()
        .map_err(|_| Unusable)
}

/// The address that an app reads, as text or as a picture of it.
pub(crate) fn totp_uri(secret: &[u8], login: &str) -> Result<String, Unusable> {
    totp(secret, login)?.to_url().map_err(|_| Unusable)
}

/// The step whose code this is, when it is right and later than the last one that was taken: each counts once.
pub(crate) fn matching_step(
    secret: &[u8],
    code: &str,
    now: Timestamp,
    last: Option<i64>,
) -> Result<Option<i64>, Unusable> {
    let seconds = u64::try_from(now.as_millis() / 1_000).unwrap_or_default();
    let code: String = code.chars().filter(|c| !c.is_whitespace()).collect();
    let is_code = code.len() == 6 && code.bytes().all(|digit| digit.is_ascii_digit());
    if !is_code {
        return Ok(None);
    }
    let step = totp(secret, ISSUER)?.check(&code, seconds);
    let step = step.and_then(|step| i64::try_from(step).ok());
    Ok(step.filter(|step| last.is_none_or(|last| last < *step)))
}

/// A code for the day on which the app is lost: 80 random bits, in four groups.
pub(crate) fn recovery_code(source: &dyn SecretSource) -> String {
    let bits: [u8; 10] = source.draw();
    let text = BASE32_NOPAD.encode(&bits).to_ascii_lowercase();
    let groups: Vec<&str> = (0..4)
        .filter_map(|group| text.get(group * 4..group * 4 + 4))
        .collect();
    groups.join("-")
}

/// What is kept of a recovery code, however it is typed.
pub(crate) fn recovery_fingerprint(typed: &str) -> Digest {
    let code: String = typed.chars().filter(char::is_ascii_alphanumeric).collect();
    Digest::of(format!("recovery {}", code.to_ascii_lowercase()))
}

#[cfg(test)]
mod tests {
    use rand_chacha::{ChaCha12Rng, rand_core::SeedableRng as _};
    use yanzhi_kernel::Secrets;

    use super::*;

    /// RFC 6238, appendix B, cut to six digits.
    const SECRET: &[u8] = b"12345678901234567890";

    fn at(seconds: i64) -> Timestamp {
        Timestamp::from_micros(seconds * 1_000_000).unwrap()
    }

    #[test]
    fn the_codes_of_the_standard_are_right() {
        for (seconds, code) in [
            (59, "287082"),
            (1_111_111_109, "081804"),
            (2_000_000_000, "279037"),
        ] {
            let step = matching_step(SECRET, code, at(seconds), None).unwrap();
            assert_eq!(step, Some(seconds / 30), "{seconds}");
        }
    }

    #[test]
    fn a_code_counts_once_and_only_near_its_time() {
        let step = matching_step(SECRET, "287 082", at(59), None).unwrap();
        assert_eq!(step, Some(1));
        assert_eq!(matching_step(SECRET, "287082", at(59), step).unwrap(), None);
        assert_eq!(
            matching_step(SECRET, "287082", at(89), None).unwrap(),
            Some(1)
        );
        assert_eq!(
            matching_step(SECRET, "287082", at(120), None).unwrap(),
            None
        );
        for wrong in ["", "287083", "2870820", "28708٢", "abcdef"] {
            assert_eq!(
                matching_step(SECRET, wrong, at(59), None).unwrap(),
                None,
                "{wrong}"
            );
        }
    }

    #[test]
    fn an_app_can_read_the_address() {
        let uri = totp_uri(SECRET, "wang.wei").unwrap();
        assert!(
            uri.starts_with(
                "otpauth://totp/yanzhi:wang.wei?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
            ),
            "{uri}"
        );
    }

    #[test]
    fn recovery_codes_are_found_again_however_they_are_typed() {
        let code = recovery_code(&Secrets::new(ChaCha12Rng::seed_from_u64(1)));
        assert_eq!(code.len(), 19, "{code}");
        let typed = format!(" {} ", code.to_uppercase().replace('-', " "));
        assert_eq!(recovery_fingerprint(&typed), recovery_fingerprint(&code));
    }
}
