//! What recording amounts to.

use std::collections::HashMap;

use yanzhi_kernel::Timestamp;

use crate::{Cell, Figure, FiguresError, NewFigure, Recorded};

/// Where a version goes among those of its cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Place {
    /// Its number.
    pub(crate) sequence: u32,
    /// When it counts as recorded: now, or when the last one was if that is later by a clock that was put back.
    pub(crate) recorded_at: Timestamp,
}

/// Puts figures into the order of their cells.
///
/// # Errors
/// [`FiguresError::OfferedTwice`]: which of the two is meant, nobody can know.
pub(crate) fn in_order(mut figures: Vec<NewFigure>) -> Result<Vec<NewFigure>, FiguresError> {
    figures.sort_unstable_by(|a, b| a.cell.cmp(&b.cell));
    let same = |pair: &[NewFigure]| match pair {
        [first, second] if first.cell == second.cell => Some(first.cell.clone()),
        _ => None,
    };
    match figures.windows(2).find_map(same) {
        Some(Cell {
            caliber, period, ..
        }) => Err(FiguresError::OfferedTwice { caliber, period }),
        None => Ok(figures),
    }
}

/// What is to be done with what is offered.
#[derive(Debug, Default)]
pub(crate) struct Plan {
    /// The place of each that becomes a version, in the order offered; `None` where it says what is there already.
    pub(crate) places: Vec<Option<Place>>,
    /// How many of each kind.
    pub(crate) recorded: Recorded,
    /// Corrections that say no reason themselves.
    unreasoned: usize,
}

impl Plan {
    /// Goes on with some of the figures, of which the last versions are known.
    pub(crate) fn add(
        &mut self,
        last: &HashMap<Cell, Figure>,
        offered: &[NewFigure],
        now: Timestamp,
    ) {
        for figure in offered {
            let last = last.get(&figure.cell);
            let place = match last {
                Some(last) if last.said.says_the_same(figure) => {
                    self.recorded.unchanged += 1;
                    None
                }
                Some(last) => {
                    self.recorded.corrected += 1;
                    self.unreasoned += usize::from(!is_said(figure.reason.as_deref()));
                    Some(Place {
                        sequence: last.sequence.saturating_add(1),
                        recorded_at: now.max(last.recorded_at),
                    })
                }
                None => {
                    self.recorded.added += 1;
                    Some(Place {
                        sequence: 1,
                        recorded_at: now,
                    })
                }
            };
            self.places.push(place);
        }
    }

    /// A correction needs its reason: its own, or that of the recording.
    pub(crate) fn check_reasons(&self, reason: Option<&str>) -> Result<(), FiguresError> {
        if self.unreasoned > 0 && !is_said(reason) {
            return Err(FiguresError::ReasonMissing {
                corrected: self.unreasoned,
            });
        }
        Ok(())
    }

    /// Whether anything is to be written.
    pub(crate) fn changes_something(&self) -> bool {
        self.recorded.added + self.recorded.corrected > 0
    }
}

fn is_said(reason: Option<&str>) -> bool {
    reason.is_some_and(|reason| !reason.trim().is_empty())
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;
    use yanzhi_kernel::{Id, MissingReason};

    use super::*;
    use crate::{Absence, Content, Provenance, Value};

    fn figure(unit: u128, text: &str) -> NewFigure {
        let cell = Cell {
            indicator: Id::from_uuid(Uuid::nil()),
            unit: Id::from_uuid(Uuid::from_u128(unit)),
            caliber: "ALL".parse().unwrap(),
            period: "2023".parse().unwrap(),
        };
        let value = Value::new(text.parse().unwrap(), text).unwrap();
        NewFigure::new(cell, Content::Value(value))
    }

    fn at(micros: i64) -> Timestamp {
        Timestamp::from_micros(micros).unwrap()
    }

    fn last(said: &NewFigure, sequence: u32, recorded: i64) -> HashMap<Cell, Figure> {
        let figure = Figure {
            id: Id::from_uuid(Uuid::nil()),
            said: said.clone(),
            sequence,
            provenance: Provenance::Import,
            recorded_at: at(recorded),
            recorded_by: "operator".into(),
            approved_by: None,
        };
        HashMap::from([(said.cell.clone(), figure)])
    }

    fn plan(last: &HashMap<Cell, Figure>, offered: &NewFigure, now: i64) -> Plan {
        let mut plan = Plan::default();
        plan.add(last, std::slice::from_ref(offered), at(now));
        plan
    }

    #[test]
    fn what_is_offered_is_added_corrected_or_left() {
        let known = figure(1, "1.0");
        let one = last(&known, 3, 5);
        let added = plan(&one, &figure(2, "1.0"), 9);
        assert_eq!(
            added.places,
            [Some(Place {
                sequence: 1,
                recorded_at: at(9)
            })]
        );
        let corrected = plan(&one, &figure(1, "1.1"), 9);
        assert_eq!(
            corrected.places,
            [Some(Place {
                sequence: 4,
                recorded_at: at(9)
            })]
        );
        let left = plan(&one, &known, 9);
        assert_eq!(left.places, [None]);
        assert!(!left.changes_something());
        let kinds = [added, corrected, left].map(|plan| plan.recorded);
        assert_eq!(
            kinds.map(|it| (it.added, it.corrected, it.unchanged)),
            [(1, 0, 0), (0, 1, 0), (0, 0, 1)]
        );
    }

    #[test]
    fn a_clock_that_was_put_back_does_not_put_a_version_before_the_last() {
        let known = figure(1, "1.0");
        let plan = plan(&last(&known, 1, 50), &figure(1, "2"), 10);
        assert_eq!(
            plan.places,
            [Some(Place {
                sequence: 2,
                recorded_at: at(50)
            })]
        );
    }

    #[test]
    fn whatever_a_reader_would_notice_is_another_version() {
        let known = figure(1, "1.0");
        let missing = Content::Missing(Absence {
            reason: MissingReason::Confidential,
            note: None,
        });
        let changes: [fn(&mut NewFigure); 4] = [
            |it| it.content = Content::Value(Value::new(1.0, "1.00").unwrap()),
            |it| it.note = Some("n".into()),
            |it| it.explanation = Some("e".into()),
            |it| it.embargo_until = Timestamp::from_micros(7),
        ];
        let mut others: Vec<NewFigure> = Vec::new();
        for change in changes {
            let mut other = known.clone();
            change(&mut other);
            others.push(other);
        }
        others.push(NewFigure {
            content: missing,
            ..known.clone()
        });
        for other in others {
            assert!(!known.says_the_same(&other), "{other:?}");
        }
        let mut for_another_reason = known.clone();
        for_another_reason.reason = Some("r".into());
        assert!(known.says_the_same(&for_another_reason));
    }

    #[test]
    fn a_correction_needs_its_reason() {
        let known = last(&figure(1, "1"), 1, 1);
        let mut offered = figure(1, "2");
        let refused = |offered: &NewFigure, reason| {
            plan(&known, offered, 2).check_reasons(reason).unwrap_err()
        };
        for reason in [None, Some("  ")] {
            let refusal = refused(&offered, reason);
            assert!(
                matches!(refusal, FiguresError::ReasonMissing { corrected: 1 }),
                "{refusal}"
            );
        }
        assert!(
            plan(&known, &offered, 2)
                .check_reasons(Some("census"))
                .is_ok()
        );
        offered.reason = Some("census".into());
        assert!(plan(&known, &offered, 2).check_reasons(None).is_ok());
        let added = figure(2, "2");
        assert!(plan(&known, &added, 2).check_reasons(None).is_ok());
    }

    #[test]
    fn a_cell_offered_twice_is_refused() {
        let twice = vec![figure(2, "1"), figure(1, "1"), figure(2, "3")];
        let refusal = in_order(twice).unwrap_err();
        assert!(
            matches!(refusal, FiguresError::OfferedTwice { .. }),
            "{refusal}"
        );
        let ordered = in_order(vec![figure(2, "1"), figure(1, "1")]).unwrap();
        assert!(ordered.is_sorted_by_key(|figure| figure.cell.unit));
    }

    #[test]
    fn what_is_not_a_number_is_no_value() {
        assert!(Value::new(f64::NAN, "NaN").is_err());
        assert!(Value::new(f64::INFINITY, "1e400").is_err());
    }

    #[test]
    fn provenances_are_read_as_they_are_written() {
        for provenance in [
            Provenance::Import,
            Provenance::Submission(Uuid::from_u128(3)),
            Provenance::Derived,
        ] {
            assert_eq!(provenance.to_string().parse(), Ok(provenance));
        }
        for text in ["", "imported", "submission:", "submission:x", "derived:1"] {
            assert!(text.parse::<Provenance>().is_err(), "{text}");
        }
    }
}
