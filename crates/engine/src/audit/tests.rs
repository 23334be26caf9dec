use super::*;
use crate::testing::{Rows, average, flat, frame, method};
use crate::{Framework, compute};

/// Directions need a step that turns them.
fn normalised(frame: &Frame, framework: &Framework) -> Index {
    let text = "[[steps]]\nstep = 'normalise'\nrule = 'min_max'\n";
    let text = format!("{text}[[steps]]\nstep = 'aggregate'\nrule = 'arithmetic'");
    compute(frame, framework, &method(&text)).unwrap()
}

fn options() -> AuditOptions {
    AuditOptions::default()
}

fn audited(indicators: &[&str], rows: Rows<'_>) -> Audit {
    let frame = frame(indicators, &[rows]);
    let leaves: Vec<(&str, f64)> = indicators
        .iter()
        .map(|it| (it.trim_start_matches('-'), 1.0))
        .collect();
    let index = if indicators.iter().any(|it| it.starts_with('-')) {
        normalised(&frame, &flat(&leaves))
    } else {
        average(&frame, &flat(&leaves), "")
    };
    audit(&frame, &index, &options()).unwrap()
}

#[test]
fn an_indicator_of_which_less_is_better_is_turned_before_it_is_correlated() {
    let rows: Rows<'_> = &[
        &[Some(1.0), Some(9.0)],
        &[Some(2.0), Some(8.0)],
        &[Some(3.0), Some(7.0)],
    ];
    let same = audited(&["RD", "-ENERGY"], rows);
    assert_eq!(same.collinear.len(), 1);
    assert_eq!(same.indicators[1].max, Some(9.0));
    let opposite = audited(&["RD", "ENERGY"], rows);
    assert_eq!(opposite.negative.len(), 1);
    assert_eq!(opposite.groups[0].alpha, None);
}

#[test]
fn constant_and_empty_columns_and_single_indicators_are_none_and_no_failure() {
    let found = audited(
        &["A1", "A2", "A3"],
        &[&[Some(5.0), None, Some(1.0)], &[Some(5.0), None, Some(2.0)]],
    );
    assert!(found.correlations.iter().all(|it| it.correlation.is_none()));
    assert_eq!(
        (found.indicators[0].sd, found.indicators[0].skewness),
        (Some(0.0), None)
    );
    assert_eq!((found.indicators[1].n, found.indicators[1].mean), (0, None));
    assert!(found.indicators[1].flags.few_available);
    assert_eq!(
        (&found.groups[0].components, found.groups[0].alpha),
        (&None, None)
    );
    let one = audited(&["A1"], &[&[Some(5.0)], &[Some(6.0)]]);
    assert_eq!(one.groups[0].alpha, None);
    assert!(one.correlations.is_empty());
    assert!(serde_json::to_string(&one).is_ok());
}

#[test]
fn availability_counts_gaps_and_zeros() {
    let found = audited(
        &["A1", "A2", "A3"],
        &[&[Some(0.0), None, Some(1.0)], &[None, None, None]],
    );
    let (first, second) = (&found.units[0], &found.units[1]);
    assert_eq!(
        (first.missing, first.zeros, first.non_zero),
        (1, 1, Some(0.5))
    );
    assert_eq!(
        (second.missing, second.available, second.non_zero),
        (3, 0.0, None)
    );
}

#[test]
fn strengths_and_weaknesses_heed_directions_and_ties() {
    let frame = frame(
        &["RD", "-ENERGY", "ZERO"],
        &[&[
            &[Some(3.0), Some(9.0), Some(0.0)],
            &[Some(2.0), Some(1.0), Some(0.0)],
            &[Some(1.0), Some(2.0), Some(4.0)],
        ]],
    );
    let index = normalised(
        &frame,
        &flat(&[("RD", 1.0), ("ENERGY", 1.0), ("ZERO", 1.0)]),
    );
    let ask = |with_last| {
        let options = StandingOptions {
            number: 2,
            with_last,
            ..StandingOptions::default()
        };
        let found = strengths_and_weaknesses(&frame, &index, "A", &options).unwrap();
        let codes = |list: &[Standing]| {
            list.iter()
                .map(|it| (it.code.clone(), it.rank))
                .collect::<Vec<_>>()
        };
        (codes(&found.strengths), codes(&found.weaknesses))
    };
    let (strengths, weaknesses) = ask(true);
    assert_eq!(strengths, [("RD".to_owned(), 1), ("ZERO".to_owned(), 2)]);
    assert_eq!(
        weaknesses,
        [("ENERGY".to_owned(), 3), ("ZERO".to_owned(), 2)]
    );
    let (strengths, weaknesses) = ask(false);
    assert_eq!((strengths.len(), &weaknesses), (1, &strengths));
}

#[test]
fn what_is_not_there_is_named() {
    let frame = frame(&["RD"], &[&[&[Some(3.0)], &[Some(2.0)]]]);
    let index = average(&frame, &flat(&[("RD", 1.0)]), "");
    let with = |step: &str, period: Option<&str>, skewness| {
        let period = period.map(str::to_owned);
        let options = AuditOptions {
            step: step.to_owned(),
            period,
            skewness,
            ..options()
        };
        audit(&frame, &index, &options).unwrap_err()
    };
    assert_eq!(with("treat", None, 2.0).code(), "unknown_step");
    assert!(
        with("treat", None, 2.0)
            .to_string()
            .contains("raw, aggregate")
    );
    assert_eq!(with("raw", Some("1999"), 2.0).code(), "unknown_period");
    assert_eq!(with("raw", None, f64::NAN).code(), "threshold");
    assert_eq!(
        unit_summary(&index, "Z", None).unwrap_err().code(),
        "unknown_unit"
    );
    let root = &unit_summary(&index, "A", None).unwrap()[0];
    assert_eq!((root.score, root.rank), (Some(3.0), Some(1)));
}
