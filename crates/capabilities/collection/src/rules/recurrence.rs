//! What a round asks for when it comes again.

use yanzhi_kernel::{Period, PeriodKind};

use crate::{Plan, Recurrence};

/// The plan of the next round, and how many months later its deadline is. `None` when the round does not come again,
/// or its periods are not of the kind that its recurrence asks for.
pub(crate) fn next(plan: &Plan, recurrence: Recurrence) -> Option<(Plan, i32)> {
    let first = plan.periods.first().copied()?;
    let months = months_on(first, recurrence)?;
    let periods = plan.periods.iter().map(|period| match recurrence {
        Recurrence::RdReturns => next_return(*period),
        _ => period.shifted(months),
    });
    let periods = periods.collect::<Option<Vec<_>>>()?;
    let plan = Plan {
        periods,
        ..plan.clone()
    };
    Some((plan, months))
}

/// Whether periods are of the kind that a recurrence asks for.
pub(crate) fn fits(periods: &[Period], recurrence: Recurrence) -> bool {
    recurrence == Recurrence::Once
        || periods
            .iter()
            .all(|period| months_on(*period, recurrence).is_some())
}

/// How many months later a period comes again.
fn months_on(period: Period, recurrence: Recurrence) -> Option<i32> {
    match (recurrence, period.kind()) {
        (Recurrence::Monthly, PeriodKind::Month) => Some(1),
        (Recurrence::Quarterly, PeriodKind::Quarter) => Some(3),
        (Recurrence::Yearly, PeriodKind::Plan) => None,
        (Recurrence::Yearly, _) => Some(12),
        (Recurrence::RdReturns, PeriodKind::Cumulative) => {
            // May to August, August to November, November to May.
            match period.last_month() {
                5 | 8 => Some(3),
                11 => Some(6),
                _ => None,
            }
        }
        _ => None,
    }
}

/// 企业研发费用: January to May, to August, to November; then May of the next year.
fn next_return(period: Period) -> Option<Period> {
    let year = period.first_year();
    match period.last_month() {
        5 => Period::cumulative(year, 8),
        8 => Period::cumulative(year, 11),
        11 => Period::cumulative(year + 1, 5),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use yanzhi_kernel::ObservationStatus;

    use super::*;

    fn plan(periods: &[&str]) -> Plan {
        Plan {
            items: Vec::new(),
            units: Vec::new(),
            periods: periods.iter().map(|it| it.parse().unwrap()).collect(),
            status: ObservationStatus::Final,
        }
    }

    #[test]
    fn a_round_comes_again_with_the_periods_that_follow() {
        use Recurrence::{Monthly, Once, Quarterly, RdReturns, Yearly};
        for (recurrence, periods, expected) in [
            (Monthly, &["2025-12"][..], Some((&["2026-01"][..], 1))),
            (Quarterly, &["2025Q4"], Some((&["2026Q1"], 3))),
            (Yearly, &["2024", "2025"], Some((&["2025", "2026"], 12))),
            (Yearly, &["2025H1"], Some((&["2026H1"], 12))),
            (RdReturns, &["2025-01..05"], Some((&["2025-01..08"], 3))),
            (RdReturns, &["2025-01..08"], Some((&["2025-01..11"], 3))),
            (RdReturns, &["2025-01..11"], Some((&["2026-01..05"], 6))),
            (RdReturns, &["2025-01..06"], None),
            (Monthly, &["2025"], None),
            (Quarterly, &["2025-03"], None),
            (Once, &["2025"], None),
            (Yearly, &["2199"], None),
            (Yearly, &["2021/2025"], None),
            (Monthly, &[], None),
        ] {
            let next = next(&plan(periods), recurrence);
            let expected = expected.map(|(periods, months)| (plan(periods), months));
            assert_eq!(next, expected, "{recurrence} {periods:?}");
        }
    }

    #[test]
    fn three_returns_make_a_year() {
        let mut round = plan(&["2024-01..05"]);
        let mut months = 0;
        for _ in 0..3 {
            let (next, later) = next(&round, Recurrence::RdReturns).unwrap();
            (round, months) = (next, months + later);
        }
        assert_eq!((round, months), (plan(&["2025-01..05"]), 12));
    }

    #[test]
    fn periods_of_another_kind_do_not_recur() {
        assert!(fits(&plan(&["2025"]).periods, Recurrence::Once));
        assert!(fits(&plan(&["2025-01..05"]).periods, Recurrence::RdReturns));
        assert!(!fits(
            &plan(&["2025-01..06"]).periods,
            Recurrence::RdReturns
        ));
        assert!(!fits(
            &plan(&["2025", "2025-01"]).periods,
            Recurrence::Monthly
        ));
    }
}
