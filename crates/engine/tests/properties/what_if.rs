//! What must hold for the answers of what-if.

use proptest::prelude::*;
use yanzhi_engine::what_if::{
    Aim, Ascent, By, Change, Comparison, Focus, Found, Outcome, Parts, WeightBounds, apply, causes,
    compare, dominance, drop_each, lift, turning_points,
};
use yanzhi_engine::{Frame, Framework, Index, Method, Node, compute};

use crate::setting::{
    Figures, GOALPOSTS, INDICATORS, MIN_MAX, figures, frame, framework, method, weights,
};

/// Figures without gaps, of the last period alone.
fn whole() -> impl Strategy<Value = Figures> {
    let unit = prop::collection::vec((1.0..1000.0_f64).prop_map(Some), INDICATORS);
    prop::collection::vec(unit, 3..8).prop_map(|rows| vec![rows])
}

fn nodes() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec!["d0", "d1", "d2", "i0", "i1", "i2", "i3", "i4", "i5"])
}

/// Something to be otherwise.
fn change() -> impl Strategy<Value = Change> {
    let rules = prop::sample::select(vec![
        "arithmetic",
        "geometric",
        "harmonic",
        "median",
        "borda",
    ]);
    prop_oneof![
        nodes().prop_map(|node| Change::Drop { node: node.into() }),
        (nodes(), 0.0..5.0_f64).prop_map(|(node, weight)| Change::Weight {
            node: node.into(),
            weight,
        }),
        rules.prop_map(|rule| Change::Method {
            method: method(GOALPOSTS, rule),
        }),
        (0..INDICATORS, prop::option::of(0.0..1000.0_f64)).prop_map(|(indicator, value)| {
            Change::Figure {
                unit: "u0".into(),
                indicator: format!("i{indicator}"),
                period: None,
                value,
            }
        }),
    ]
}

fn changed(frame: &Frame, tree: &Framework, method: &Method, changes: &[Change]) -> Option<Index> {
    apply(frame, tree, method, changes).ok()?.compute().ok()
}

fn leaders(found: &Comparison) -> &[String] {
    &found.leaders_after
}

/// Weights of the children of every node within a spread of what they are, by random numbers.
fn within(tree: &Framework, spread: f64, chance: &[f64]) -> Framework {
    let mut nodes: Vec<Node> = tree.nodes().to_vec();
    for parent in 0..nodes.len() {
        let children = tree.children(parent);
        let total: f64 = children.iter().map(|it| tree.nodes()[*it].weight).sum();
        let limits: Vec<(f64, f64)> = children
            .iter()
            .map(|it| tree.nodes()[*it].weight / total)
            .map(|share| {
                (
                    (share * (1.0 - spread)).max(0.0),
                    (share * (1.0 + spread)).min(1.0),
                )
            })
            .collect();
        let mut shares: Vec<f64> = limits
            .iter()
            .zip(children)
            .map(|((least, most), child)| least + (most - least) * chance[*child])
            .collect();
        // What the sum misses 1 by is shared in proportion to the room each has.
        let rest = 1.0 - shares.iter().sum::<f64>();
        let room = |(share, (least, most)): (&f64, &(f64, f64))| {
            if rest > 0.0 {
                most - share
            } else {
                share - least
            }
        };
        let rooms: Vec<f64> = shares.iter().zip(&limits).map(room).collect();
        let all: f64 = rooms.iter().sum();
        for (share, room) in shares.iter_mut().zip(rooms) {
            *share += if all > 0.0 { rest * room / all } else { 0.0 };
        }
        for (child, share) in children.iter().zip(shares) {
            nodes[*child].weight = share;
        }
    }
    Framework::new(nodes).unwrap()
}

proptest! {
    #[test]
    fn causes_sum_to_the_change(
        figures in figures(0.0, 1000.0), weights in weights(),
        changes in prop::collection::vec(change(), 1..4),
        rule in prop::sample::select(vec!["arithmetic", "geometric", "harmonic"]),
    ) {
        let (frame, tree, method) = (frame(&figures), framework(&weights), method(GOALPOSTS, rule));
        let before = compute(&frame, &tree, &method).unwrap();
        let Some(after) = changed(&frame, &tree, &method, &changes) else { return Ok(()) };
        let found = causes(&before, &after, "u0", &Focus::default()).unwrap();
        let near = |sum: f64, change: f64| (sum - change).abs() <= 1e-9;
        let sum: f64 = found.causes.iter().map(|it| it.points).sum();
        prop_assert!(near(sum, found.score_change.unwrap_or(0.0)), "{sum} {found:?}");
        for other in found.passed.iter().chain(&found.passed_by) {
            let sum: f64 = other.causes.iter().map(|it| it.points).sum();
            prop_assert!(near(sum, other.gap_after - other.gap_before), "{sum} {other:?}");
        }
        // Goalposts do not move, so a figure that stays is no cause.
        prop_assert!(found.causes.iter().all(|it| it.by != By::Scale));
    }

    #[test]
    fn a_comparison_turns_round(figures in figures(0.0, 1000.0), weights in weights(), changes in prop::collection::vec(change(), 1..4)) {
        let (frame, tree, method) = (frame(&figures), framework(&weights), method(GOALPOSTS, "arithmetic"));
        let before = compute(&frame, &tree, &method).unwrap();
        let Some(after) = changed(&frame, &tree, &method, &changes) else { return Ok(()) };
        let there = compare(&before, &after, &Focus::default()).unwrap();
        let back = compare(&after, &before, &Focus::default()).unwrap();
        for (one, other) in there.units.iter().zip(&back.units) {
            prop_assert_eq!(one.rank_change, other.rank_change.map(|it| -it));
        }
        prop_assert_eq!(there.mean_abs_rank_change, back.mean_abs_rank_change);
        let same = compare(&before, &before, &Focus::default()).unwrap();
        prop_assert!(same.mean_abs_rank_change.is_none_or(|it| it <= 0.0));
        prop_assert!(same.kendall.is_none_or(|it| (it - 1.0).abs() < 1e-12));
    }

    #[test]
    fn a_dropped_node_is_one_that_weighs_nothing(figures in whole(), weights in weights(), node in nodes()) {
        let (frame, tree, method) = (frame(&figures), framework(&weights), method(GOALPOSTS, "arithmetic"));
        let which = Parts::Named(vec![node.into()]);
        let found = drop_each(&frame, &tree, &method, &which, &Focus::default(), &()).unwrap();
        let Outcome::Compared(dropped) = &found.dropped[0].outcome else { panic!("{found:?}") };
        let weightless = Change::Weight { node: node.into(), weight: 0.0 };
        let weightless = changed(&frame, &tree, &method, &[weightless]).unwrap();
        for (unit, shift) in dropped.units.iter().enumerate() {
            let (one, other) = (shift.score_after.unwrap(), weightless.score(0, 0, unit).unwrap());
            prop_assert!((one - other).abs() < 1e-9, "{one} {other}");
        }
    }

    #[test]
    fn the_leader_changes_just_beyond_the_turning_point(
        figures in whole(), weights in weights(), node in nodes(),
        rule in prop::sample::select(vec!["arithmetic", "geometric"]),
    ) {
        let (frame, tree, method) = (frame(&figures), framework(&weights), method(GOALPOSTS, rule));
        let which = Parts::Named(vec![node.into()]);
        let found = turning_points(&frame, &tree, &method, &which, &Focus::default(), &()).unwrap();
        let (turning, now) = (&found.nodes[0], &found.leaders);
        let is_exact = turning.found == Found::Exact;
        prop_assert_eq!(is_exact, rule == "arithmetic");
        let before = compute(&frame, &tree, &method).unwrap();
        let at = |share: f64| {
            let rest = turning.weight * (1.0 - turning.share) / turning.share;
            let weight = share / (1.0 - share) * rest;
            let moved = changed(&frame, &tree, &method, &[Change::Weight { node: node.into(), weight }]);
            leaders(&compare(&before, &moved.unwrap(), &Focus::default()).unwrap()).to_vec()
        };
        let margin = 1e-7;
        for (turn, sign) in [(&turning.down, -1.0), (&turning.up, 1.0)] {
            match turn {
                Some(turn) if (margin..1.0 - margin).contains(&(turn.share + sign * margin)) => {
                    prop_assert_ne!(&at(turn.share + sign * margin), now, "{:?}", turn);
                    if (turn.share - turning.share).abs() > margin {
                        prop_assert_eq!(&at(turn.share - sign * margin), now, "{:?}", turn);
                    }
                }
                None if is_exact => {
                    let end = if sign > 0.0 { 1.0 - margin } else { margin };
                    prop_assert_eq!(&at(end), now);
                }
                _ => {}
            }
        }
    }

    #[test]
    fn the_smallest_change_reaches_the_rank_and_one_per_cent_less_does_not(
        figures in whole(), weights in weights(), rank in 1_u32..3,
        scale in prop::sample::select(vec![GOALPOSTS, MIN_MAX]),
    ) {
        let (frame, tree, method) = (frame(&figures), framework(&weights), method(scale, "arithmetic"));
        let Ok(found) = lift(&frame, &tree, &method, &Aim::new("u0", rank), &()) else { return Ok(()) };
        for (indicator, lift) in found.lifts.iter().enumerate() {
            let with = |value: f64| {
                let figure = Change::Figure {
                    unit: "u0".into(),
                    indicator: lift.indicator.clone(),
                    period: None,
                    value: Some(value),
                };
                changed(&frame, &tree, &method, &[figure]).and_then(|it| it.rank(0, 0, 0))
            };
            let now = figures[0][0][indicator].unwrap();
            match lift.ascent {
                Ascent::Attained { figure, change, rank: reached } => {
                    prop_assert!(reached <= rank && with(figure) == Some(reached), "{lift:?}");
                    prop_assert!(with(now + 0.99 * change).is_none_or(|it| it > rank), "{lift:?}");
                }
                Ascent::NotAttainable { .. } => {
                    let better = if indicator % 2 == 0 { 1.0 } else { -1.0 };
                    for far in [1.0, 100.0, 10_000.0] {
                        prop_assert!(with(now + better * far).is_none_or(|it| it > rank), "{lift:?}");
                    }
                }
                _ => prop_assert!(found.rank_now <= Some(rank)),
            }
        }
    }
}

proptest! {
    // Each case computes the index a thousand times.
    #![proptest_config(ProptestConfig::with_cases(8))]

    #[test]
    fn attainable_ranks_hold_for_any_weights_within_the_bounds(
        figures in whole(), weights in weights(), spread in 0.05..1.0_f64,
        chances in prop::collection::vec(prop::collection::vec(0.0..1.0_f64, INDICATORS + 4), 1000),
    ) {
        let (frame, tree, method) = (frame(&figures), framework(&weights), method(GOALPOSTS, "arithmetic"));
        let index = compute(&frame, &tree, &method).unwrap();
        let bounds = WeightBounds::within(spread);
        let found = dominance(&index, &bounds, &Focus::default(), &()).unwrap();
        let units = 0..found.units.len();
        for unit in units.clone() {
            let ranks = &found.ranks[unit];
            prop_assert_eq!(Some(ranks.rank), index.rank(0, 0, unit));
            prop_assert!(ranks.best.bound <= ranks.best.attained && ranks.best.attained <= ranks.rank);
            prop_assert!(ranks.rank <= ranks.worst.attained && ranks.worst.attained <= ranks.worst.bound);
            for other in units.clone() {
                prop_assert!(!found.necessary[unit][other] || found.possible[unit][other]);
                prop_assert!(!(found.necessary[unit][other] && found.possible[other][unit]));
            }
        }
        for chance in &chances {
            let other = compute(&frame, &within(&tree, spread, chance), &method).unwrap();
            for unit in units.clone() {
                let rank = other.rank(0, 0, unit).unwrap();
                let ranks = &found.ranks[unit];
                prop_assert!((ranks.best.bound..=ranks.worst.bound).contains(&rank), "{rank} {ranks:?}");
                let scores = units.clone().map(|it| other.score(0, 0, it));
                for (rival, score) in scores.enumerate() {
                    let is_ahead = other.score(0, 0, unit) > score;
                    prop_assert!(!is_ahead || found.possible[unit][rival]);
                    prop_assert!(is_ahead || !found.necessary[unit][rival]);
                }
            }
        }
    }
}
