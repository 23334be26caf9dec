//! The rules that look at several indicators together.

use super::tests::{PAIRS, figures, impute};
use crate::testing::Rows;
use crate::{ChangeKind, FrameBuilder, Indicator, Unit};

#[test]
fn the_nearest_units_are_those_alike_in_what_both_have() {
    let rows: Rows<'_> = &[
        &[Some(1.0), Some(10.0), Some(5.0)],
        &[Some(2.0), Some(20.0), None],
        &[Some(9.0), Some(90.0), Some(7.0)],
        &[Some(3.0), None, Some(6.0)],
        &[Some(1.0), None, Some(5.0)],
    ];
    let frame = figures(&["2023"], &[rows]);
    let nearest = |k: u32| {
        let index = impute(&frame, &format!("rule = 'nearest'\nneighbours = {k}")).unwrap();
        let after = index.dataset("impute").unwrap();
        (after.get("Y", 0, 4), after.get("Z", 0, 1))
    };
    // Unit 4 is as unit 0 in both; unit 1 is as near to 0 and 4 as to 3 in X, nearest to 0 in Y.
    assert_eq!(nearest(1).0, Some(10.0));
    assert_eq!(nearest(99), (Some(40.0), Some(23.0 / 4.0)));
    let lonely: Rows<'_> = &[&[Some(1.0), None], &[None, Some(2.0)]];
    let index = impute(&figures(&["2023"], &[lonely]), "rule = 'nearest'").unwrap();
    assert_eq!(index.changes().count(), 0);
}

#[test]
fn equally_near_units_are_all_taken() {
    let rows: Rows<'_> = &[
        &[Some(0.0), Some(1.0)],
        &[Some(2.0), Some(5.0)],
        &[Some(1.0), None],
        &[Some(9.0), Some(80.0)],
    ];
    let index = impute(
        &figures(&["2023"], &[rows]),
        "rule = 'nearest'\nneighbours = 1",
    )
    .unwrap();
    assert_eq!(index.dataset("impute").unwrap().get("Y", 0, 2), Some(3.0));
}

#[test]
fn em_of_one_gappy_column_is_the_regression_on_the_others() {
    // With gaps in one column only, maximum likelihood is least squares on the complete rows.
    let frame = figures(&["2023"], &[&PAIRS[..4]]);
    let found = impute(&frame, "rule = 'em'").unwrap();
    let found = found.dataset("impute").unwrap().get("Y", 0, 3).unwrap();
    let expected = 16.0 / 3.0 + 23.0 / 14.0 * (3.0 - 7.0 / 3.0);
    assert!((found - expected).abs() < 1e-6, "{found} {expected}");
}

#[test]
fn em_reaches_a_fixed_point_of_its_own_equations() {
    let rows: Rows<'_> = &[
        &[Some(2.0), Some(1.0), None],
        &[Some(4.0), Some(3.5), Some(1.0)],
        &[Some(5.0), None, Some(2.5)],
        &[None, Some(6.0), Some(4.0)],
        &[Some(9.0), Some(6.5), Some(3.0)],
        &[Some(10.0), Some(9.0), Some(6.0)],
        &[Some(11.0), Some(12.0), Some(5.0)],
        &[None, None, None],
    ];
    let index = impute(&figures(&["2023"], &[rows]), "rule = 'em'").unwrap();
    let after = index.dataset("impute").unwrap();
    assert_eq!(
        index
            .changes()
            .filter(|it| it.kind == ChangeKind::Imputed)
            .count(),
        6
    );
    // A unit without figures gets the means of the distribution, those of the filled column.
    for code in ["X", "Y", "Z"] {
        let column = after.column(code).unwrap();
        let filled: Vec<f64> = column.period(0).present_values().collect();
        let mean = filled.iter().sum::<f64>() / 8.0;
        assert!((filled[7] - mean).abs() < 1e-6, "{code}");
    }
}

#[test]
fn em_of_gaps_that_nest_is_the_sequence_of_regressions() {
    // Where every unit without Y is without Z too, the maximum of the likelihood is known: Y is regressed on
    // X over the units that have Y, Z on X and Y over those that have Z (T. W. Anderson 1957, Maximum
    // likelihood estimates for a multivariate normal distribution when some observations are missing).
    let rows: Rows<'_> = &[
        &[Some(1.0), Some(2.0), Some(1.0)],
        &[Some(2.0), Some(3.0), Some(4.0)],
        &[Some(3.0), Some(7.0), Some(2.0)],
        &[Some(5.0), Some(6.0), Some(8.0)],
        &[Some(6.0), Some(9.0), None],
        &[Some(8.0), None, None],
    ];
    let index = impute(&figures(&["2023"], &[rows]), "rule = 'em'").unwrap();
    let after = index.dataset("impute").unwrap();
    let near = |code: &str, unit: usize, expected: f64| {
        let found = after.get(code, 0, unit).unwrap();
        assert!(
            (found - expected).abs() < 1e-6,
            "{code} {unit}: {found} {expected}"
        );
    };
    // Five units: Σ(x − 3.4)(y − 5.4) = 21.2 and Σ(x − 3.4)² = 17.2.
    let y = |x: f64| 5.4 + 21.2 / 17.2 * (x - 3.4);
    near("Y", 5, y(8.0));
    // Four units around (2.75, 4.5, 3.75): Sxx = 8.75, Sxy = 9.5, Syy = 17, Sxz = 13.75, Syz = 8.5.
    let determinant = 8.75 * 17.0 - 9.5 * 9.5;
    let on_x = (13.75 * 17.0 - 8.5 * 9.5) / determinant;
    let on_y = (8.5 * 8.75 - 13.75 * 9.5) / determinant;
    let z = |x: f64, y: f64| 3.75 + on_x * (x - 2.75) + on_y * (y - 4.5);
    near("Z", 4, z(6.0, 9.0));
    near("Z", 5, z(8.0, y(8.0)));
}

#[test]
fn em_that_cannot_be_done_says_why() {
    let rows: Rows<'_> = &[
        &[Some(1.0), Some(2.0), Some(3.0)],
        &[Some(2.0), Some(4.0), None],
        &[Some(3.0), Some(6.0), Some(5.0)],
        &[Some(4.0), Some(8.0), Some(1.0)],
    ];
    let frame = figures(&["2023"], &[rows]);
    let singular = impute(&frame, "rule = 'em'").unwrap_err().to_string();
    let start = "step impute, rule em, index, period 2023: the indicators follow from each other";
    assert!(singular.starts_with(start), "{singular}");
    let short = impute(&figures(&["2023"], &[PAIRS]), "rule = 'em'\niterations = 2");
    let short = short.unwrap_err().to_string();
    assert!(
        short.contains("after 2 iterations the result still changes by"),
        "{short}"
    );
}

#[test]
fn em_of_more_indicators_than_their_covariances_may_fill_is_refused() {
    let codes: Vec<String> = (0..501).map(|it| format!("X{it}")).collect();
    let indicators = codes.iter().map(Indicator::new).collect();
    let units = ["A", "B", "C"].map(Unit::new).to_vec();
    let mut builder = FrameBuilder::new(vec!["2023".into()], units, indicators).unwrap();
    for column in 0..501 {
        builder.set(0, 0, column, 1.0).unwrap();
        builder.set(0, 1, column, 2.0).unwrap();
    }
    let error = impute(&builder.build(), "rule = 'em'")
        .unwrap_err()
        .to_string();
    assert!(
        error.contains("501 indicators are together, and 500 may be"),
        "{error}"
    );
}

#[test]
fn a_row_is_read_on_the_scale_of_the_missing_indicator() {
    let rows: Rows<'_> = &[
        &[Some(0.0), Some(10.0), Some(5.0)],
        &[Some(10.0), Some(30.0), Some(5.0)],
        &[Some(5.0), None, Some(5.0)],
        &[None, None, None],
    ];
    let found = |parameters: &str| {
        let index = impute(&figures(&["2023"], &[rows]), parameters).unwrap();
        let after = index.dataset("impute").unwrap();
        [2, 3].map(|unit| after.get("Y", 0, unit))
    };
    // Z is constant and has no scale; X is half way.
    assert_eq!(found("rule = 'row_mean'"), [Some(20.0), None]);
    assert_eq!(
        found("rule = 'row_median'\nnormalise = false"),
        [Some(5.0), None]
    );
}
