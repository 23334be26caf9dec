use super::*;
use crate::column::Part;

/// Columns that are all there, as rows of units.
fn matrix(rows: &[&[f64]], weights: &[f64]) -> Outranking {
    let present = vec![true; rows.len()];
    let columns: Vec<Vec<f64>> = (0..weights.len())
        .map(|child| rows.iter().map(|row| row[child]).collect())
        .collect();
    let parts: Vec<Part<'_>> = columns
        .iter()
        .map(|values| Part {
            values,
            present: &present,
        })
        .collect();
    Outranking::of(&parts, weights).unwrap()
}

fn agreement(matrix: &Outranking, order: &[usize]) -> f64 {
    let pairs = order.iter().enumerate();
    let pairs = pairs.flat_map(|(at, a)| order[at + 1..].iter().map(move |b| (*a, *b)));
    let shares: Vec<f64> = pairs
        .map(|(a, b)| 0.5 + matrix.margin(a, b) / 2.0)
        .collect();
    shares.iter().sum::<f64>() / count(shares.len())
}

/// Every order of `n` units.
fn orders(n: usize) -> Vec<Vec<usize>> {
    if n == 0 {
        return vec![vec![]];
    }
    let shorter = orders(n - 1);
    let longer = shorter.iter().flat_map(|order| {
        (0..n).map(move |at| {
            let mut order = order.clone();
            order.insert(at, n - 1);
            order
        })
    });
    longer.collect()
}

/// Scores that look random and are the same in every run, with ties.
fn random(units: usize, children: usize, seed: u32, values: u32) -> Vec<Vec<f64>> {
    let mut state = seed;
    let mut next = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        f64::from((state >> 16) % values)
    };
    (0..units)
        .map(|_| (0..children).map(|_| next()).collect())
        .collect()
}

fn assert_is_best(rows: &[Vec<f64>], weights: &[f64]) {
    let rows: Vec<&[f64]> = rows.iter().map(Vec::as_slice).collect();
    let matrix = matrix(&rows, weights);
    let found = KemenyOrder::of(&matrix);
    let all = orders(rows.len());
    let most = all
        .iter()
        .map(|order| agreement(&matrix, order))
        .fold(f64::MIN, f64::max);
    assert!(
        (found.agreement - most).abs() < 1e-12 && found.is_exact,
        "{found:?} {most}"
    );
    let best: Vec<&Vec<usize>> = all
        .iter()
        .filter(|order| agreement(&matrix, order) > most - 1e-9)
        .collect();
    for unit in 0..rows.len() {
        let behind = best.iter().map(|order| {
            let place = order.iter().position(|it| *it == unit).unwrap();
            count(rows.len() - 1 - place)
        });
        let mean = behind.sum::<f64>() / count(best.len());
        assert!(
            (found.behind[unit] - mean).abs() < 1e-9,
            "{unit}: {found:?} {mean}"
        );
    }
}

#[test]
fn it_agrees_with_every_order_tried_up_to_7_units() {
    for units in 2..=7 {
        let most_seeds = if units < 7 { 12 } else { 4 };
        for seed in 0..most_seeds {
            for (children, values) in [(3, 1_000), (5, 3), (2, 2)] {
                let weights: Vec<f64> = (1..=children).map(|it| count(it) / 10.0).collect();
                assert_is_best(&random(units, children, seed, values), &weights);
            }
        }
    }
}

/// Young, "Condorcet's theory of voting", APSR 82 (1988): Condorcet's example of 60 voters,
/// 23 ABC, 17 BCA, 2 BAC, 10 CAB, 8 CBA. The best order is B, C, A.
#[test]
fn condorcets_sixty_voters_put_b_before_c_before_a() {
    // A column a kind of ballot: the first of three gets 2.
    let rows: [&[f64]; 3] = [
        &[2.0, 0.0, 1.0, 1.0, 0.0],
        &[1.0, 2.0, 2.0, 0.0, 1.0],
        &[0.0, 1.0, 0.0, 2.0, 2.0],
    ];
    let matrix = matrix(&rows, &[23.0, 17.0, 2.0, 10.0, 8.0]);
    let found = KemenyOrder::of(&matrix);
    assert_eq!(found.behind, [0.0, 2.0, 1.0]);
    // B before C 42, B before A 27, C before A 35 of 60 each.
    assert!((found.agreement - 104.0 / 180.0).abs() < 1e-12, "{found:?}");
}

#[test]
fn a_circle_shares_its_places_and_equal_units_do() {
    let rows: [&[f64]; 3] = [&[3.0, 1.0, 2.0], &[2.0, 3.0, 1.0], &[1.0, 2.0, 3.0]];
    let found = KemenyOrder::of(&matrix(&rows, &[1.0; 3]));
    assert_eq!(found.behind, [1.0, 1.0, 1.0]);
    let equal: Vec<&[f64]> = vec![&[5.0]; 12];
    let found = KemenyOrder::of(&matrix(&equal, &[1.0]));
    assert!(
        found.behind.iter().all(|it| (it - 5.5).abs() < 1e-9),
        "{found:?}"
    );
    assert!((found.agreement - 0.5).abs() < 1e-12);
}

#[test]
fn many_units_without_a_circle_are_exact() {
    let rows: Vec<Vec<f64>> = (0..500).map(|it| vec![count(it), count(it / 3)]).collect();
    let rows: Vec<&[f64]> = rows.iter().map(Vec::as_slice).collect();
    let found = KemenyOrder::of(&matrix(&rows, &[2.0, 1.0]));
    assert!(found.is_exact);
    assert_eq!(found.behind, (0..500).map(count).collect::<Vec<_>>());
    assert!((found.agreement - found.bound).abs() < 1e-12);
}

#[test]
fn the_insertion_search_reports_its_bound_and_comes_near_it() {
    let rows = random(60, 9, 7, 1_000);
    let rows: Vec<&[f64]> = rows.iter().map(Vec::as_slice).collect();
    let matrix = matrix(&rows, &[1.0; 9]);
    let found = KemenyOrder::of(&matrix);
    assert!(!found.is_exact);
    assert!(
        found.agreement <= found.bound && found.agreement > 0.55,
        "{found:?}"
    );
    // No unit moved alone does better.
    let mut order: Vec<usize> = (0..60).collect();
    order.sort_by(|a, b| found.behind[*b].total_cmp(&found.behind[*a]));
    assert!((agreement(&matrix, &order) - found.agreement).abs() < 1e-9);
    for from in 0..60 {
        for to in 0..60 {
            let mut moved = order.clone();
            let unit = moved.remove(from);
            moved.insert(to, unit);
            assert!(agreement(&matrix, &moved) <= found.agreement + 1e-9);
        }
    }
}
