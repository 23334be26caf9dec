//! Which version counts, and what recording amounts to.

use std::collections::HashMap;

use crate::{Cell, Figure, FiguresError, NewFigure, Recorded};

/// From versions in the order they were recorded, the last of each cell, ordered by cell.
pub(crate) fn current(versions: impl IntoIterator<Item = Figure>) -> Vec<Figure> {
    let mut last: HashMap<Cell, Figure> = HashMap::new();
    for version in versions {
        last.insert(version.said.cell.clone(), version);
    }
    let mut figures: Vec<Figure> = last.into_values().collect();
    figures.sort_by(|a, b| a.said.cell.cmp(&b.said.cell));
    figures
}

/// What of `offered` is new or different, and the count of all three kinds.
pub(crate) fn difference(known: &[Figure], offered: Vec<NewFigure>) -> (Vec<NewFigure>, Recorded) {
    let known: HashMap<&Cell, &NewFigure> = known
        .iter()
        .map(|figure| (&figure.said.cell, &figure.said))
        .collect();
    let mut recorded = Recorded::default();
    let mut versions = Vec::new();
    for figure in offered {
        match known.get(&figure.cell) {
            Some(same) if **same == figure => {
                recorded.unchanged += 1;
                continue;
            }
            Some(_) => recorded.corrected += 1,
            None => recorded.added += 1,
        }
        versions.push(figure);
    }
    (versions, recorded)
}

/// A correction needs its reason.
pub(crate) fn check_reason(recorded: Recorded, reason: Option<&str>) -> Result<(), FiguresError> {
    let given = reason.is_some_and(|reason| !reason.trim().is_empty());
    if recorded.corrected > 0 && !given {
        return Err(FiguresError::ReasonMissing {
            corrected: recorded.corrected,
        });
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use yanzhi_kernel::{Id, ObservationStatus, Timestamp};

    use super::*;
    use crate::Value;

    fn figure(unit: u128, text: &str) -> NewFigure {
        NewFigure {
            cell: Cell {
                indicator: Id::from_uuid(uuid::Uuid::default()),
                unit: Id::from_uuid(uuid::Uuid::from_u128(unit)),
                caliber: "ALL".parse().unwrap(),
                period: "2023".parse().unwrap(),
            },
            value: Value::new(text.parse().unwrap(), text).unwrap(),
            status: ObservationStatus::Final,
            source: None,
            is_synthetic: false,
            note: None,
        }
    }

    fn version(unit: u128, text: &str, at: i64) -> Figure {
        let recorded_at = Timestamp::from_micros(at).unwrap();
        Figure {
            said: figure(unit, text),
            recorded_at,
        }
    }

    #[test]
    fn the_last_version_counts() {
        let figures = current([version(2, "1", 1), version(1, "5", 1), version(2, "3", 2)]);
        let texts: Vec<&str> = figures
            .iter()
            .map(|figure| figure.said.value.text())
            .collect();
        assert_eq!(texts, ["5", "3"]);
    }

    #[test]
    fn what_is_offered_is_added_corrected_or_left() {
        let known = [version(1, "1.0", 1), version(2, "2", 1)];
        let offered = vec![figure(1, "1.0"), figure(2, "2.5"), figure(3, "3")];
        let (versions, recorded) = difference(&known, offered);
        assert_eq!(
            recorded,
            Recorded {
                added: 1,
                corrected: 1,
                unchanged: 1
            }
        );
        assert_eq!(versions.len(), 2);
    }

    #[test]
    fn another_text_of_the_same_number_is_another_version() {
        let (_, recorded) = difference(&[version(1, "1.0", 1)], vec![figure(1, "1.00")]);
        assert_eq!(recorded.corrected, 1);
    }

    #[test]
    fn a_correction_needs_its_reason() {
        let recorded = Recorded {
            corrected: 1,
            ..Recorded::default()
        };
        assert!(check_reason(recorded, None).is_err());
        assert!(check_reason(recorded, Some("  ")).is_err());
        assert!(check_reason(recorded, Some("census")).is_ok());
        assert!(check_reason(Recorded::default(), None).is_ok());
    }

    #[test]
    fn what_is_not_a_number_is_no_value() {
        assert!(Value::new(f64::NAN, "NaN").is_err());
        assert!(Value::new(f64::INFINITY, "1e400").is_err());
    }
}
