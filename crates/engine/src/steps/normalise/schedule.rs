//! How far a period lies on the way from one to another, read from their codes.

/// The end of a period in months since year 0: of `2023`, `2023H1`, `2023Q1`, `2023-03`,
/// `2023-01..2023-08` or `2021/2025`. None for any other text.
pub(super) fn end_of(period: &str) -> Option<f64> {
    let last = period.rsplit(['/', '.']).next()?;
    let (year, rest) = last.split_at_checked(4)?;
    let is_year = year.bytes().all(|digit| digit.is_ascii_digit());
    let year = is_year.then(|| year.parse::<u32>().ok()).flatten()?;
    let months = match rest.as_bytes() {
        [] => 12,
        [b'H', half @ b'1'..=b'2'] => u32::from(half - b'0') * 6,
        [b'Q', quarter @ b'1'..=b'4'] => u32::from(quarter - b'0') * 3,
        [b'-', tens @ b'0'..=b'1', ones @ b'0'..=b'9'] => {
            u32::from(tens - b'0') * 10 + u32::from(ones - b'0')
        }
        _ => return None,
    };
    (1..=12)
        .contains(&months)
        .then(|| f64::from(year * 12 + months))
}

/// The share of the way from `base` to `target` that has passed at the end of `period`: 0 or less
/// before it begins, at most 1.
pub(super) fn elapsed(period: &str, base: &str, target: &str) -> Option<f64> {
    let (now, from, to) = (end_of(period)?, end_of(base)?, end_of(target)?);
    (from < to).then(|| ((now - from) / (to - from)).min(1.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_period_ends_with_its_last_month() {
        let year = 2023.0 * 12.0;
        for (period, months) in [
            ("2023", 12.0),
            ("2023H1", 6.0),
            ("2023Q3", 9.0),
            ("2023-03", 3.0),
            ("2023-12", 12.0),
            ("2023-01..2023-08", 8.0),
            ("2021/2023", 12.0),
        ] {
            assert_eq!(end_of(period), Some(year + months), "{period}");
        }
    }

    #[test]
    fn other_texts_are_no_periods() {
        for period in [
            "",
            "23",
            "2023Q5",
            "2023-13",
            "2023-00",
            "year 1",
            "二〇二三",
            "2023H",
        ] {
            assert_eq!(end_of(period), None, "{period}");
        }
    }

    #[test]
    fn the_way_ends_at_the_target() {
        assert_eq!(elapsed("2023", "2020", "2026"), Some(0.5));
        assert_eq!(elapsed("2021H1", "2020", "2021"), Some(0.5));
        assert_eq!(elapsed("2030", "2020", "2026"), Some(1.0));
        assert_eq!(elapsed("2020", "2020", "2026"), Some(0.0));
        assert_eq!(elapsed("2023", "2026", "2020"), None);
    }
}
