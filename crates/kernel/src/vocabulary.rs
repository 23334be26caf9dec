//! The closed lists of words of the field, each with its one spelling in files, database and API.

use crate::Text;

/// A word that is not in its list.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("unknown {list} {word:?}: use one of {}", known.join(", "))]
pub struct UnknownWord {
    /// Which list was asked.
    pub list: &'static str,
    /// The word as written.
    pub word: String,
    /// The words there are.
    pub known: &'static [&'static str],
}

impl UnknownWord {
    /// A word that is not in a list, with the words that are.
    pub fn new(list: &'static str, word: &str, known: &'static [&'static str]) -> Self {
        Self {
            list,
            word: word.to_owned(),
            known,
        }
    }
}

/// One list: the enum, its words, reading and writing. Serde uses the same spelling.
#[macro_export]
macro_rules! word_list {
    ($(#[$doc:meta])* $name:ident, $list:literal { $($(#[$variant_doc:meta])* $variant:ident = $word:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, ::serde::Serialize, ::serde::Deserialize)]
        pub enum $name {
            $($(#[$variant_doc])* #[serde(rename = $word)] $variant,)+
        }

        impl $name {
            /// Every word of the list, in its order.
            pub const WORDS: &'static [&'static str] = &[$($word),+];
            /// Every value of the list, in its order.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The word.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word,)+ }
            }
        }

        impl ::std::str::FromStr for $name {
            type Err = $crate::UnknownWord;

            fn from_str(word: &str) -> Result<Self, Self::Err> {
                match word {
                    $($word => Ok(Self::$variant),)+
                    _ => Err($crate::UnknownWord::new($list, word, Self::WORDS)),
                }
            }
        }

        impl ::std::fmt::Display for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.pad(self.as_str())
            }
        }
    };
}

word_list! {
    /// How settled a figure is. Figures are revised: each status is a new version, the old one stays.
    ObservationStatus, "status" {
        /// 预计: expected before the period has closed or been counted.
        Estimate = "estimate",
        /// 快报: first count.
        Flash = "flash",
        /// 正式: final.
        Final = "final",
        /// 修订: changed after it was final, by census or correction.
        Revised = "revised",
    }
}

word_list! {
    /// Why there is no figure where one is asked for.
    MissingReason, "missing_reason" {
        /// 未统计: nobody counts it.
        NotCollected = "not_collected",
        /// 不适用: there is nothing to count.
        NotApplicable = "not_applicable",
        /// 保密: it is counted and must not be told.
        Confidential = "confidential",
        /// 尚未取得: it will be known later.
        NotYetAvailable = "not_yet_available",
    }
}

impl MissingReason {
    /// Its name, for people.
    pub fn name(self) -> Text {
        match self {
            Self::NotCollected => Text::new("未统计", "not collected"),
            Self::NotApplicable => Text::new("不适用", "not applicable"),
            Self::Confidential => Text::new("保密", "confidential"),
            Self::NotYetAvailable => Text::new("尚未取得", "not yet available"),
        }
    }
}

word_list! {
    /// Whether more is better.
    Direction, "direction" {
        /// 正向指标.
        HigherIsBetter = "higher_is_better",
        /// 逆向指标.
        LowerIsBetter = "lower_is_better",
    }
}

word_list! {
    /// What a plan makes of an indicator.
    IndicatorClass, "class" {
        /// 预期性: expected.
        Expected = "expected",
        /// 约束性: binding.
        Binding = "binding",
    }
}

word_list! {
    /// How often an indicator is reported.
    Frequency, "frequency" {
        /// Once a year.
        Yearly = "yearly",
        /// Twice a year.
        HalfYearly = "half_yearly",
        /// Four times a year.
        Quarterly = "quarterly",
        /// Every month.
        Monthly = "monthly",
    }
}

word_list! {
    /// What kind of unit is scored, or reports.
    UnitKind, "kind" {
        /// 市: the whole city.
        City = "city",
        /// 区县市: a district, county or county-level city.
        District = "district",
        /// 园区: a functional zone; it overlaps with districts.
        Zone = "zone",
        /// 部门: a department.
        Department = "department",
        /// 乡镇街道: a township or subdistrict.
        Township = "township",
        /// Anything else, such as a country.
        Other = "other",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_read_as_they_are_written() {
        for status in ObservationStatus::ALL {
            assert_eq!(status.as_str().parse(), Ok(*status));
            assert_eq!(
                serde_json::to_string(status).unwrap(),
                format!("\"{status}\"")
            );
        }
    }

    #[test]
    fn an_unknown_word_names_the_known_ones() {
        let error = "town".parse::<UnitKind>().unwrap_err();
        assert!(error.to_string().contains("zone"), "{error}");
    }
}
