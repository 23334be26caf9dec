//! Which passwords are good enough.

use serde::{Deserialize, Serialize};
use yanzhi_kernel::{Text, Timestamp};
use zxcvbn::{Score, zxcvbn};

/// Two schools that cannot both be followed: composition and regular change are required by one and forbidden by
/// the other. The operator chooses, and the auditor sees the choice.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PasswordProfile {
    /// OWASP ASVS 5.0, 6.2: at least 12 characters of any kind, nothing guessable, no change without cause.
    #[default]
    Asvs,
    /// GB/T 22239-2019, 8.1.4.1 a: at least 8 characters of three kinds of four, changed every 90 days into none of the
    /// last five.
    #[serde(alias = "mlps3")]
    Gb22239,
}

/// The rules for passwords.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PasswordPolicy {
    /// The school.
    pub profile: PasswordProfile,
}

/// Why a password is not good enough.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the password is not good enough: {}", self.text().en)]
pub enum PasswordFlaw {
    /// Too few characters.
    TooShort {
        /// At least so many.
        least: usize,
    },
    /// More than anybody types.
    TooLong,
    /// Characters of too few kinds.
    TooUniform,
    /// Common, or made of names that everybody here knows.
    Guessable,
    /// The one that it was to replace.
    Unchanged,
    /// One of the last that the account had.
    UsedBefore {
        /// Of so many, the current one among them.
        last: u64,
    },
}

/// Longest password in bytes: whoever sends more wants to keep the machine busy.
const LONGEST: usize = 1_024;
/// How much of a password is looked at for guessing.
const LOOKED_AT: usize = 100;
/// Words that everybody here knows.
const KNOWN_WORDS: [&str; 8] = [
    "yanzhi",
    "研值",
    "ningbo",
    "宁波",
    "keji",
    "科技局",
    "创新",
    "zhejiang",
];
const DAYS_OF_A_PASSWORD: u64 = 90;
/// So many passwords, the current one among them, do not come back where they have to be changed regularly.
const REMEMBERED: u64 = 5;

impl PasswordPolicy {
    /// Checks a password; `own` are the words that its owner is known by.
    ///
    /// # Errors
    /// [`PasswordFlaw`].
    pub fn check(self, password: &str, own: &[&str]) -> Result<(), PasswordFlaw> {
        let least = self.least_chars();
        if password.len() > LONGEST {
            return Err(PasswordFlaw::TooLong);
        }
        if password.chars().count() < least {
            return Err(PasswordFlaw::TooShort { least });
        }
        if self.profile == PasswordProfile::Gb22239 && kinds(password) < 3 {
            return Err(PasswordFlaw::TooUniform);
        }
        let head: String = password.chars().take(LOOKED_AT).collect();
        let words: Vec<&str> = own.iter().chain(&KNOWN_WORDS).copied().collect();
        if zxcvbn(&head, &words).score() < self.least_score() {
            return Err(PasswordFlaw::Guessable);
        }
        Ok(())
    }

    /// Fewest characters.
    pub const fn least_chars(self) -> usize {
        match self.profile {
            PasswordProfile::Asvs => 12,
            PasswordProfile::Gb22239 => 8,
        }
    }

    /// How many passwords that were replaced are kept, as they were, so that none of them comes back: none where
    /// nobody is made to change theirs.
    pub const fn remembered(self) -> u64 {
        match self.profile {
            PasswordProfile::Asvs => 0,
            PasswordProfile::Gb22239 => REMEMBERED - 1,
        }
    }

    /// The rules in words, for whoever chooses a password.
    pub fn text(self) -> Text {
        let least = self.least_chars();
        match self.profile {
            PasswordProfile::Asvs => Text::new(
                format!(
                    "至少 {least} 个字符，种类不限，建议使用几个不相干的词；不能是常见密码，也不能由姓名、用户名、单位名或键盘顺序组成。",
                ),
                format!(
                    "At least {least} characters of any kind; several unrelated words are good. No common password, and \
                     none made of names or rows of keys."
                ),
            ),
            PasswordProfile::Gb22239 => Text::new(
                format!(
                    "至少 {least} 个字符，包含大写字母、小写字母、数字、其他符号中的三类；不能是常见密码或由姓名、用户名组成；\
                     每 {DAYS_OF_A_PASSWORD} 天更换一次，不得使用最近 {REMEMBERED} 次用过的密码。",
                ),
                format!(
                    "At least {least} characters, with three of: capital letters, small letters, digits, other \
                     characters. No common password, and none made of names. It is changed every \
                     {DAYS_OF_A_PASSWORD} days, into none of the last {REMEMBERED}."
                ),
            ),
        }
    }

    /// How hard to guess: eight characters of any kind are as hard as eight can be.
    const fn least_score(self) -> Score {
        match self.profile {
            PasswordProfile::Asvs => Score::Three,
            PasswordProfile::Gb22239 => Score::Two,
        }
    }

    /// Whether a password set at a moment has to be changed by now.
    pub fn is_expired(self, set_at: Timestamp, now: Timestamp) -> bool {
        let lasting = std::time::Duration::from_hours(24 * DAYS_OF_A_PASSWORD);
        self.profile == PasswordProfile::Gb22239 && set_at.after(lasting) <= now
    }
}

/// How many of the four kinds of characters occur: small and capital letters, digits, everything else.
fn kinds(password: &str) -> usize {
    let of: [fn(char) -> bool; 4] = [
        |c| c.is_ascii_lowercase(),
        |c| c.is_ascii_uppercase(),
        |c| c.is_ascii_digit(),
        |c| !c.is_ascii_alphanumeric(),
    ];
    of.iter()
        .filter(|is_of| password.chars().any(**is_of))
        .count()
}

impl PasswordFlaw {
    /// Why, and what to do.
    pub fn text(self) -> Text {
        match self {
            Self::TooShort { least } => Text::new(
                format!("密码至少需要 {least} 个字符。"),
                format!("A password has at least {least} characters."),
            ),
            Self::TooLong => Text::new("密码过长。", "The password is too long."),
            Self::TooUniform => Text::new(
                "密码应至少包含大写字母、小写字母、数字、其他符号中的三类。",
                "A password has three of: capital letters, small letters, digits, other characters.",
            ),
            Self::Unchanged => Text::new(
                "新密码与原密码相同。",
                "The new password is the one that it was to replace.",
            ),
            Self::UsedBefore { last } => Text::new(
                format!("这是最近 {last} 次用过的密码之一：请换一个没有用过的。"),
                format!(
                    "This is one of the last {last} passwords of the account: choose one that it has not had."
                ),
            ),
            Self::Guessable => Text::new(
                "密码容易被猜到：请避免常用密码、姓名、单位名和键盘顺序，可用几个不相干的词。",
                "The password is easily guessed: avoid common passwords, names and rows of keys; several unrelated \
                 words are good.",
            ),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ASVS: PasswordPolicy = PasswordPolicy {
        profile: PasswordProfile::Asvs,
    };
    const GB: PasswordPolicy = PasswordPolicy {
        profile: PasswordProfile::Gb22239,
    };

    #[test]
    fn long_and_unusual_is_good_for_one_school() {
        assert_eq!(ASVS.check("purple otter tram 88", &[]), Ok(()));
        assert_eq!(ASVS.check("海浪 木桥 tram 灯笼 月台", &[]), Ok(()));
        assert_eq!(
            ASVS.check("Xk4$pq", &[]),
            Err(PasswordFlaw::TooShort { least: 12 })
        );
        for common in [
            "password1234",
            "qwertyuiop12",
            "111111111111",
            "ningboningbo",
            "iloveyou1234",
        ] {
            assert_eq!(
                ASVS.check(common, &[]),
                Err(PasswordFlaw::Guessable),
                "{common}"
            );
        }
        assert_eq!(
            ASVS.check(&"x".repeat(1_025), &[]),
            Err(PasswordFlaw::TooLong)
        );
    }

    #[test]
    fn what_somebody_is_known_by_is_no_password() {
        let own = ["wangxiaoming", "王小明"];
        assert_eq!(
            ASVS.check("wangxiaoming1", &own),
            Err(PasswordFlaw::Guessable)
        );
    }

    #[test]
    fn three_kinds_of_characters_are_good_for_the_other() {
        assert_eq!(GB.check("tR7#vmqZ", &[]), Ok(()));
        assert_eq!(GB.check("trvmqzkw", &[]), Err(PasswordFlaw::TooUniform));
        assert_eq!(
            GB.check("tR7#v", &[]),
            Err(PasswordFlaw::TooShort { least: 8 })
        );
        assert_eq!(GB.check("Password1", &[]), Err(PasswordFlaw::Guessable));
    }

    #[test]
    fn the_words_say_the_numbers_that_are_checked() {
        for policy in [ASVS, GB] {
            let text = policy.text();
            let least = policy.least_chars().to_string();
            assert!(text.zh.contains(&least) && text.en.contains(&least));
            for number in ["90", "5"] {
                let is_said = text.zh.contains(number) && text.en.contains(number);
                assert_eq!(is_said, policy == GB, "{number}: {text}");
            }
        }
        assert_eq!((ASVS.remembered(), GB.remembered()), (0, 4));
    }

    #[test]
    fn only_the_other_school_lets_passwords_expire() {
        let set = Timestamp::from_micros(0).unwrap();
        let later = |days: u64| set.after(std::time::Duration::from_hours(24 * days));
        assert!(!GB.is_expired(set, later(89)) && GB.is_expired(set, later(90)));
        assert!(!ASVS.is_expired(set, later(10_000)));
    }
}
