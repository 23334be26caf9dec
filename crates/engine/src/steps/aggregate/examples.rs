//! Examples that others have published, computed again.

use crate::testing::{flat, frame, method};
use crate::{Index, compute};

/// Scores of units `A`, `B`, … by children of these weights under a rule.
fn index(rule: &str, rows: &[&[f64]], weights: &[f64]) -> Index {
    let codes: Vec<String> = (0..weights.len()).map(|it| format!("c{it}")).collect();
    let named: Vec<&str> = codes.iter().map(String::as_str).collect();
    let cells: Vec<Vec<Option<f64>>> = rows
        .iter()
        .map(|row| row.iter().copied().map(Some).collect())
        .collect();
    let cells: Vec<&[Option<f64>]> = cells.iter().map(Vec::as_slice).collect();
    let leaves: Vec<(&str, f64)> = named.iter().copied().zip(weights.iter().copied()).collect();
    let text = format!("[[steps]]\nstep = 'aggregate'\n{rule}");
    compute(&frame(&named, &[&cells]), &flat(&leaves), &method(&text)).unwrap()
}

fn scores(index: &Index) -> Vec<f64> {
    let units = 0..index.units().len();
    units.map(|unit| index.score(0, 0, unit).unwrap()).collect()
}

fn assert_near(found: &[f64], expected: &[f64], tolerance: f64) {
    assert_eq!(found.len(), expected.len());
    for (found, expected) in found.iter().zip(expected) {
        assert!(
            (found - expected).abs() <= tolerance,
            "{found} is not {expected}"
        );
    }
}

/// Hwang and Yoon (1981), the choice of a fighter aircraft: speed, range, payload, cost, reliability and
/// manoeuvrability of four. The cost, of which less is better, is negative here.
#[test]
fn topsis_chooses_the_aircraft_of_hwang_and_yoon() {
    let rows: [&[f64]; 4] = [
        &[2.0, 1_500.0, 20_000.0, -5.5, 5.0, 9.0],
        &[2.5, 2_700.0, 18_000.0, -6.5, 3.0, 5.0],
        &[1.8, 2_000.0, 21_000.0, -4.5, 7.0, 7.0],
        &[2.2, 1_800.0, 20_000.0, -5.0, 5.0, 5.0],
    ];
    let index = index("rule = 'topsis'", &rows, &[0.2, 0.1, 0.1, 0.1, 0.2, 0.3]);
    assert_near(&scores(&index), &[0.643, 0.268, 0.613, 0.312], 0.001);
}

/// Opricovic and Tzeng (2004), the choice of a mountain: risk 1, 2, 5 (less is better, so negative here)
/// and altitude. The compromise is the one in the middle: Q is 1, 0, 1.
#[test]
fn vikor_climbs_the_mountain_of_opricovic_and_tzeng() {
    let rows: [&[f64]; 3] = [&[-1.0, 3_000.0], &[-2.0, 3_750.0], &[-5.0, 4_500.0]];
    let index = index("rule = 'vikor'", &rows, &[0.5, 0.5]);
    assert_near(&scores(&index), &[0.0, 1.0, 0.0], 1e-12);
    let details = index.explain(0, 1)[0].aggregation.clone().unwrap().details;
    let values: Vec<f64> = details.iter().map(|it| it.value).collect();
    assert_near(&values, &[0.375, 0.25, 0.0], 1e-12); // S, R, Q
}

/// The capital of Tennessee, as in most texts on voting: 42 % vote Memphis, Nashville, Chattanooga,
/// Knoxville; 26 % N C K M; 15 % C K N M; 17 % K C N M. A child a kind of ballot.
const CAPITALS: [&[f64]; 4] = [
    &[3.0, 0.0, 0.0, 0.0],
    &[2.0, 3.0, 1.0, 1.0],
    &[1.0, 2.0, 3.0, 2.0],
    &[0.0, 1.0, 2.0, 3.0],
];

const BALLOTS: [f64; 4] = [42.0, 26.0, 15.0, 17.0];

#[test]
fn every_pairwise_rule_makes_nashville_the_capital() {
    let copeland = index("rule = 'copeland'", &CAPITALS, &BALLOTS);
    assert_near(&scores(&copeland), &[-3.0, 3.0, 1.0, -1.0], 0.0);
    let borda = index("rule = 'borda'", &CAPITALS, &BALLOTS);
    assert_near(&scores(&borda), &[1.26, 1.94, 1.73, 1.07], 1e-12);
    let kemeny = index("rule = 'kemeny'", &CAPITALS, &BALLOTS);
    assert_near(&scores(&kemeny), &[0.0, 3.0, 2.0, 1.0], 1e-12);
    let matrix = kemeny.outranking(0, 0).unwrap();
    let nashville: Vec<f64> = matrix.row(1).iter().map(|share| share.unwrap()).collect();
    assert_near(&nashville, &[0.58, 0.0, 0.68, 0.68], 1e-12);
    // Of 600 pairwise preferences the order agrees with 393.
    let details = kemeny.explain(0, 0)[0].aggregation.clone().unwrap().details;
    let agreement = details.iter().find(|it| it.name == "agreement").unwrap();
    assert_near(&[agreement.value], &[393.0 / 600.0], 1e-12);
}

/// Mazziotta and Pareto's point: of two units with the same mean the balanced one is better.
#[test]
fn the_penalty_tells_units_of_the_same_mean_apart() {
    let rows: [&[f64]; 2] = [&[100.0, 100.0, 100.0], &[90.0, 100.0, 110.0]];
    let less = index("rule = 'mazziotta_pareto'", &rows, &[1.0; 3]);
    let penalty = 200.0 / 3.0 / 100.0;
    assert_near(&scores(&less), &[100.0, 100.0 - penalty], 1e-12);
    let more = index(
        "rule = 'mazziotta_pareto'\npenalty = 'add'",
        &rows,
        &[1.0; 3],
    );
    assert_near(&scores(&more), &[100.0, 100.0 + penalty], 1e-12);
}
