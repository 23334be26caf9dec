use super::*;
use crate::testing::{flat, frame, method};
use crate::{Frame, Index, compute};

const AVERAGE: &str = "[[steps]]\nstep = 'aggregate'\nrule = 'arithmetic'";

fn figures() -> Frame {
    frame(
        &["RD", "STAFF", "PATENT", "GDP"],
        &[
            &[
                &[Some(1.0), Some(2.0), Some(3.0), Some(9.0)],
                &[Some(4.0), None, Some(0.0), Some(9.0)],
                &[None, None, None, Some(9.0)],
            ],
            &[
                &[Some(1.0), None, Some(3.0), Some(9.0)],
                &[Some(4.0), Some(5.0), Some(6.0), Some(9.0)],
                &[Some(0.0), Some(0.0), Some(7.0), Some(9.0)],
            ],
        ],
    )
}

fn screened(parameters: &str) -> Index {
    let tree = flat(&[("RD", 1.0), ("STAFF", 1.0), ("PATENT", 1.0)]);
    let text = format!("[[steps]]\nstep = 'screen'\n{parameters}\n{AVERAGE}");
    compute(&figures(), &tree, &method(&text)).unwrap()
}

/// The units that have a score in each of the two periods.
fn scored(index: &Index) -> [Vec<usize>; 2] {
    [0, 1].map(|period| {
        let units = 0..3;
        units
            .filter(|&unit| index.score(period, 0, unit).is_some())
            .collect()
    })
}

#[test]
fn every_period_is_screened_by_itself_and_the_threshold_is_inclusive() {
    assert_eq!(scored(&screened("available = 0.67")), [vec![0], vec![1, 2]]);
    let two_of_three = format!("available = {}", 2.0 / 3.0);
    assert_eq!(
        scored(&screened(&two_of_three)),
        [vec![0, 1], vec![0, 1, 2]]
    );
}

#[test]
fn zeros_are_counted_among_the_figures() {
    // In the first period B has one zero in two figures, in the second C two in three.
    assert_eq!(
        scored(&screened("non_zero = 0.5")),
        [vec![0, 1], vec![0, 1]]
    );
    let both = screened("available = 0.6\nnon_zero = 0.51");
    assert_eq!(scored(&both), [vec![0], vec![0, 1]]);
}

#[test]
fn named_units_stay_or_go_whatever_is_known_of_them() {
    let index = screened("available = 1\nkeep = ['B']\nleave_out = ['A']");
    assert_eq!(scored(&index), [vec![1], vec![1, 2]]);
    let why = index.missing(1, 0, 0).unwrap().to_string();
    assert!(why.contains("under leave_out"), "{why}");
}

#[test]
fn a_unit_left_out_has_no_figure_after_the_step_and_every_node_says_why() {
    let index = screened("available = 1");
    assert_eq!(index.dataset("raw").unwrap().get("RD", 0, 1), Some(4.0));
    let after = index.dataset("screen").unwrap();
    assert_eq!(after.get("RD", 0, 1), None);
    assert_eq!(after.get("GDP", 0, 1), None);
    let cause = ScreenCause::FewAvailable {
        available: 2.0 / 3.0,
        threshold: 1.0,
    };
    for node in 0..4 {
        let why = index.missing(0, node, 1);
        let step = "screen".to_owned();
        let cause = cause.clone();
        assert_eq!(why, Some(Missing::Screened { step, cause }), "{node}");
    }
    assert_eq!(index.screenings().len(), 6);
}

#[test]
fn everybody_left_out_is_no_error() {
    let index = screened("available = 1\nleave_out = ['A', 'B', 'C']");
    assert_eq!(scored(&index), [Vec::<usize>::new(), Vec::new()]);
}

#[test]
fn what_is_wrong_is_said_at_once() {
    let tree = flat(&[("RD", 1.0)]);
    let faults = |parameters: &str| {
        let text = format!("[[steps]]\nstep = 'screen'\n{parameters}\n{AVERAGE}");
        let faults = method(&text).validate(&tree, &figures()).unwrap_err().0;
        faults.iter().map(ToString::to_string).collect::<Vec<_>>()
    };
    assert_eq!(
        faults("keep = ['A']"),
        ["step screen asks for nothing: give it `available`, `non_zero` or `leave_out`"]
    );
    assert_eq!(
        faults("available = 2\nkeep = ['A', 'a']\nleave_out = ['A']"),
        [
            "step screen, rule screen: `available` is 2: it must be from 0 to 1",
            "step screen: `a` is no unit of the frame (did you mean `A`?): correct the code",
            "step screen: `A` stands under keep and under leave_out: take it out of one",
        ]
    );
    let text = "[[steps]]\nstep = 'screen'\navailabel = 1";
    let error = toml::from_str::<crate::Method>(text)
        .unwrap_err()
        .to_string();
    assert!(error.contains("did you mean `available`?"), "{error}");
}
