//! When a definition may be kept.

use yanzhi_kernel::Text;

use crate::{CatalogueError, IndicatorDetails};

/// Longest name of an indicator in characters.
const MAX_NAME: usize = 120;
/// Longest measure unit.
const MAX_MEASURE_UNIT: usize = 40;
/// Longest definition or formula.
const MAX_DEFINITION: usize = 4_000;
/// Longest reason of a change.
const MAX_REASON: usize = 500;
/// Most decimals that are shown.
const MAX_DECIMALS: u8 = 9;

/// Checks that a definition says what it has to, and no more than fits.
pub(crate) fn check_details(details: &IndicatorDetails) -> Result<(), CatalogueError> {
    named("name", &details.name, MAX_NAME)?;
    named("measure_unit", &details.measure_unit, MAX_MEASURE_UNIT)?;
    fits("definition", &details.definition, MAX_DEFINITION)?;
    fits("formula", &details.formula, MAX_DEFINITION)?;
    if details.decimals > MAX_DECIMALS {
        return Err(invalid(
            "decimals",
            format!("小数位数应为 0 至 {MAX_DECIMALS}"),
            format!("use 0 to {MAX_DECIMALS} decimals"),
        ));
    }
    Ok(())
}

/// Why something is changed, without surrounding blanks.
pub(crate) fn reason(text: &str) -> Result<String, CatalogueError> {
    let reason = text.trim();
    if reason.is_empty() {
        return Err(invalid("reason", "请说明修改的理由", "say why"));
    }
    fits("reason", &Text::same(reason), MAX_REASON)?;
    Ok(reason.to_owned())
}

fn named(field: &'static str, text: &Text, most: usize) -> Result<(), CatalogueError> {
    if text.zh.trim().is_empty() && text.en.trim().is_empty() {
        return Err(invalid(
            field,
            "请用中文、英文或两者填写",
            "fill it in, in Chinese, English or both",
        ));
    }
    fits(field, text, most)
}

fn fits(field: &'static str, text: &Text, most: usize) -> Result<(), CatalogueError> {
    let is_odd = |c: char| c.is_control() && c != '\n' && c != '\t';
    for part in [&text.zh, &text.en] {
        if part.chars().count() > most {
            return Err(invalid(
                field,
                format!("最多 {most} 个字符"),
                format!("use at most {most} characters"),
            ));
        }
        if part.contains(is_odd) {
            return Err(invalid(
                field,
                "含有控制字符：请删去",
                "take the control characters out",
            ));
        }
    }
    Ok(())
}

pub(crate) fn invalid(
    field: &'static str,
    zh: impl Into<String>,
    en: impl Into<String>,
) -> CatalogueError {
    CatalogueError::InvalidField {
        field,
        why: Text::new(zh, en),
    }
}

#[cfg(test)]
mod tests {
    use yanzhi_kernel::{Direction, Frequency, IndicatorClass};

    use super::*;

    fn field(change: impl FnOnce(&mut IndicatorDetails)) -> Option<&'static str> {
        let mut details = IndicatorDetails {
            code: "RD".parse().unwrap(),
            name: Text::new("研发", ""),
            measure_unit: Text::same("%"),
            direction: Direction::HigherIsBetter,
            class: IndicatorClass::Expected,
            frequency: Frequency::Yearly,
            owner: None,
            decimals: 1,
            definition: Text::new("一\n二", ""),
            formula: Text::default(),
            source: None,
        };
        change(&mut details);
        match check_details(&details) {
            Err(CatalogueError::InvalidField { field, .. }) => Some(field),
            other => {
                assert!(other.is_ok());
                None
            }
        }
    }

    #[test]
    fn a_definition_says_what_it_has_to_and_no_more_than_fits() {
        assert_eq!(field(|_| ()), None);
        assert_eq!(field(|it| it.name = Text::same(" ")), Some("name"));
        assert_eq!(
            field(|it| it.name = Text::same("宁".repeat(121))),
            Some("name")
        );
        assert_eq!(
            field(|it| it.measure_unit = Text::default()),
            Some("measure_unit")
        );
        assert_eq!(field(|it| it.decimals = 10), Some("decimals"));
        assert_eq!(
            field(|it| it.formula = Text::same("a\u{7}")),
            Some("formula")
        );
    }

    #[test]
    fn a_change_has_a_reason() {
        assert_eq!(reason(" 口径调整 ").unwrap(), "口径调整");
        assert!(reason("  ").is_err() && reason(&"x".repeat(501)).is_err());
    }
}
