//! Where a figure stands, and which others change with it.

use std::collections::BTreeSet;

use serde::Serialize;
use yanzhi_kernel::{Code, Period};

use crate::expression::Expression;

/// An indicator of a unit for a period. The caliber is that of all that is looked at.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
pub struct Cell {
    /// The indicator.
    pub indicator: Code,
    /// The unit.
    pub unit: Code,
    /// The period.
    pub period: Period,
}

impl Expression {
    /// The units and periods for which the expression looks at a cell: those to compute again when its figure
    /// changes. `parent` is the unit that a unit belongs to.
    pub fn affected_by<'a>(
        &self,
        changed: &'a Cell,
        parent: impl Fn(&Code) -> Option<&'a Code>,
    ) -> BTreeSet<(&'a Code, Period)> {
        let readings = self.readings().iter();
        readings
            .filter(|reading| reading.indicator == changed.indicator)
            .filter_map(|reading| {
                let above = (0..reading.levels).try_fold(&changed.unit, |unit, _| parent(unit));
                Some((above?, changed.period.shifted(reading.months)?))
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_is_followed_up_and_forward() {
        let code = |text: &str| text.parse::<Code>().unwrap();
        let period = |text: &str| text.parse::<Period>().unwrap();
        let text = "growth(sum_children(X, district), 1y) + X - lag(Y, 1y)";
        let expression = Expression::read(text).unwrap();
        let (city, east) = (code("CITY"), code("EAST"));
        let parent = |unit: &Code| (*unit == east).then_some(&city);
        let changed = |indicator: &str| Cell {
            indicator: code(indicator),
            unit: east.clone(),
            period: period("2022"),
        };
        let x = changed("X");
        let affected: Vec<_> = expression.affected_by(&x, parent).into_iter().collect();
        let expected = [
            (&city, period("2022")),
            (&city, period("2023")),
            (&east, period("2022")),
        ];
        assert_eq!(affected, expected);
        let y = changed("Y");
        let affected: Vec<_> = expression.affected_by(&y, parent).into_iter().collect();
        assert_eq!(affected, [(&east, period("2023"))]);
        assert!(expression.affected_by(&changed("Z"), parent).is_empty());
    }
}
