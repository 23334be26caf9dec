use super::*;
use crate::testing::{average, flat, frame, method};
use crate::{Basis, Framework, Missing, Node, compute};

const ROOT: usize = 0;

/// Two dimensions, a denominator, a missing figure, three units, two years.
fn example() -> Index {
    let frame = frame(
        &["RD", "GDP", "-ENERGY", "STAFF"],
        &[
            &[
                &[Some(2.0), Some(100.0), Some(0.5), Some(10.0)],
                &[Some(3.0), Some(100.0), Some(1.0), Some(20.0)],
                &[Some(1.0), Some(100.0), Some(0.5), Some(30.0)],
            ],
            &[
                &[Some(4.0), Some(100.0), Some(0.5), Some(20.0)],
                &[Some(3.0), None, Some(1.0), None],
                &[Some(1.0), Some(100.0), Some(0.4), Some(30.0)],
            ],
        ],
    );
    let tree = Framework::new(vec![
        Node::root("index"),
        Node::branch("input", "index", 3.0),
        Node::leaf("RD", "input", 1.0),
        Node::leaf("STAFF", "input", 1.0),
        Node::leaf("ENERGY", "index", 1.0),
    ]);
    let text = r#"
        [[steps]]
        step = "denominate"
        [steps.indicators.RD]
        denominator = "GDP"
        scale = 100
        [[steps]]
        step = "normalise"
        rule = "standard_ratio"
        [steps.indicators]
        RD = { standard = 4 }
        STAFF = { standard = 40 }
        ENERGY = { standard = 0.4 }
        [[steps]]
        step = "aggregate"
        rule = "arithmetic"
        data_threshold = 0.6
    "#;
    compute(&frame, &tree.unwrap(), &method(text)).unwrap()
}

#[test]
fn scores_ranks_and_changes_are_those_computed_by_hand() {
    let index = example();
    // 2021: A = (3·(50+25)/2 + 80)/4, B = (3·(75+50)/2 + 40)/4, C = (3·(25+75)/2 + 80)/4
    let scores = |period| [0, 1, 2].map(|unit| index.score(period, ROOT, unit));
    assert_eq!(scores(0), [Some(48.125), Some(56.875), Some(57.5)]);
    // 2022: A = (3·(100+50)/2 + 80)/4; B has neither dimension; C = (3·50 + 100)/4
    assert_eq!(scores(1), [Some(76.25), None, Some(62.5)]);
    let ranks = |period| [0, 1, 2].map(|unit| index.rank(period, ROOT, unit));
    assert_eq!(ranks(0), [Some(3), Some(2), Some(1)]);
    assert_eq!(ranks(1), [Some(1), None, Some(2)]);
    let changes = [0, 1, 2].map(|unit| index.rank_change(1, ROOT, unit));
    assert_eq!(changes, [Some(2), None, Some(-1)]);
    assert_eq!(index.rank_change(0, ROOT, 0), None);
    assert_eq!(index.score_change(1, ROOT, 0), Some(28.125));
    assert_eq!(index.count_ranked(1, ROOT), 2);
}

#[test]
fn positions_out_of_range_have_nothing() {
    let index = example();
    assert_eq!(index.score(2, 0, 0), None);
    assert_eq!(index.rank(0, 0, 3), None);
    assert_eq!(index.score(0, 9, 0), None);
    assert_eq!(index.missing(0, 0, 3), None);
    assert_eq!(index.availability(2, 0, 0), None);
    assert!(index.explain(2, 0).is_empty());
    assert!(index.explain_node(0, 9, 0).is_none());
}

#[test]
fn every_data_set_is_kept() {
    let index = example();
    let steps: Vec<&str> = index.datasets().iter().map(DataSet::step).collect();
    assert_eq!(steps, ["raw", "denominate", "normalise", "aggregate"]);
    assert_eq!(index.dataset("raw").unwrap().get("GDP", 0, 1), Some(100.0));
    assert_eq!(
        index.dataset("denominate").unwrap().get("RD", 0, 1),
        Some(3.0)
    );
    let normalised = index.dataset("normalise").unwrap();
    assert_eq!(normalised.codes(), ["RD", "STAFF", "ENERGY"]);
    assert_eq!(normalised.get("ENERGY", 0, 1), Some(40.0));
    assert_eq!(
        index.dataset("aggregate").unwrap().get("input", 0, 1),
        Some(62.5)
    );
}

#[test]
fn effective_weights_are_shares_of_the_index() {
    let index = example();
    let weights = ["index", "input", "RD", "STAFF", "ENERGY"]
        .map(|code| index.effective_weight(index.node_position(code).unwrap()));
    assert_eq!(
        weights,
        [Some(1.0), Some(0.75), Some(0.375), Some(0.375), Some(0.25)]
    );
}

#[test]
fn missing_scores_have_their_reason() {
    let index = example();
    let why = |code: &str| index.missing(1, index.node_position(code).unwrap(), 1);
    let (indicator, denominator) = ("RD".to_owned(), "GDP".to_owned());
    assert_eq!(
        why("RD"),
        Some(Missing::NoDenominator {
            indicator,
            denominator
        })
    );
    assert_eq!(
        why("STAFF"),
        Some(Missing::NoData {
            indicator: "STAFF".into()
        })
    );
    assert_eq!(
        why("input"),
        Some(Missing::NoneAvailable {
            node: "input".into()
        })
    );
    let (available, threshold) = (0.5, 0.6);
    let node = "index".to_owned();
    assert_eq!(
        why("index"),
        Some(Missing::BelowThreshold {
            node,
            available,
            threshold
        })
    );
    assert_eq!(why("ENERGY"), None);
    assert!(why("index").unwrap().to_string().contains("data_threshold"));
    assert_eq!(index.availability(1, ROOT, 1), Some(1.0 / 3.0));
    assert_eq!(index.availability(0, ROOT, 1), Some(1.0));
}

#[test]
fn gaps_list_each_missing_score_once() {
    let index = example();
    let found: Vec<(usize, Option<usize>, usize)> = index
        .gaps()
        .iter()
        .map(|gap| (gap.period, gap.unit, gap.node))
        .collect();
    assert_eq!(
        found,
        [
            (1, Some(1), 0),
            (1, Some(1), 1),
            (1, Some(1), 2),
            (1, Some(1), 3)
        ]
    );
}

#[test]
fn an_indicator_without_data_in_a_period_is_one_gap_without_a_unit() {
    let frame = frame(
        &["RD", "STAFF"],
        &[
            &[&[Some(1.0), Some(1.0)], &[Some(2.0), Some(2.0)]],
            &[&[Some(1.0), None], &[Some(2.0), None]],
        ],
    );
    let index = average(&frame, &flat(&[("RD", 1.0), ("STAFF", 1.0)]), "");
    let missing = Missing::NoData {
        indicator: "STAFF".into(),
    };
    assert_eq!(
        index.gaps(),
        [Gap {
            period: 1,
            unit: None,
            node: 2,
            missing
        }]
    );
}

#[test]
fn a_score_opens_down_to_the_figure() {
    let index = example();
    let explained = index.explain(0, 1);
    let order: Vec<&str> = explained.iter().map(|it| it.node.as_str()).collect();
    assert_eq!(order, ["index", "input", "RD", "STAFF", "ENERGY"]);

    let [root, input, rd, ..] = &explained[..] else {
        panic!("too short")
    };
    assert_eq!(
        (root.score, root.rank, root.level),
        (Some(56.875), Some(2), 0)
    );
    assert_eq!(
        (root.effective_weight, root.contribution, root.basis),
        (Some(1.0), None, None)
    );
    let rule = root.aggregation.as_ref().unwrap();
    assert_eq!(
        (
            rule.rule.as_str(),
            rule.available_share,
            rule.data_threshold
        ),
        ("arithmetic", 1.0, Some(0.6))
    );

    assert_eq!(input.parent.as_deref(), Some("index"));
    assert_eq!((input.weight, input.effective_weight), (3.0, Some(0.75)));
    assert_eq!(
        (input.contribution, input.basis),
        (Some(46.875), Some(Basis::Arithmetic))
    );

    assert!(rd.aggregation.is_none());
    let stages: Vec<(&str, Option<f64>)> = rd
        .stages
        .iter()
        .map(|stage| (stage.step.as_str(), stage.value))
        .collect();
    assert_eq!(
        stages,
        [
            ("raw", Some(3.0)),
            ("denominate", Some(3.0)),
            ("normalise", Some(75.0))
        ]
    );
    assert_eq!(rd.stages[1].formula.as_deref(), Some("x ÷ GDP × scale"));
    let names = |stage: usize| {
        rd.stages[stage]
            .parameters
            .iter()
            .map(|it| (it.name.as_str(), it.value))
    };
    assert_eq!(
        names(1).collect::<Vec<_>>(),
        [("GDP", 100.0), ("scale", 100.0)]
    );
    assert_eq!(
        names(2).collect::<Vec<_>>(),
        [("standard", 4.0), ("cap", 1.0), ("scale", 100.0)]
    );
    assert_eq!(index.explain_node(0, 1, 1).as_ref(), Some(input));
}

#[test]
fn an_explanation_of_a_gap_says_why_and_shares_among_those_present() {
    let index = example();
    let explained = index.explain(1, 1);
    let energy = &explained[4];
    assert_eq!(
        (energy.score, energy.effective_weight),
        (Some(40.0), Some(1.0))
    );
    assert_eq!(energy.contribution, None); // the index itself is missing
    let rd = &explained[2];
    assert_eq!(
        (rd.score, rd.effective_weight, rd.contribution),
        (None, None, None)
    );
    assert_eq!(rd.stages[0].value, Some(3.0)); // the figure is there, its denominator is not
    assert!(rd.missing.as_ref().unwrap().to_string().contains("GDP"));
}

#[test]
fn a_geometric_explanation_divides_the_score_by_log_shares() {
    let frame = frame(&["RD", "STAFF"], &[&[&[Some(2.0), Some(8.0)]]]);
    let text = "[[steps]]\nstep = 'aggregate'\nrule = 'geometric'";
    let index = compute(&frame, &flat(&[("RD", 1.0), ("STAFF", 1.0)]), &method(text)).unwrap();
    let explained = index.explain(0, 0);
    let shares: Vec<f64> = explained[1..]
        .iter()
        .map(|it| it.contribution_share.unwrap())
        .collect();
    assert!(
        (shares[0] - 0.25).abs() < 1e-15 && (shares[1] - 0.75).abs() < 1e-15,
        "{shares:?}"
    );
    assert_eq!(explained[1].basis, Some(Basis::LogShare));
    let points: f64 = explained[1..].iter().filter_map(|it| it.contribution).sum();
    assert!((points - 4.0).abs() < 1e-12);
}

#[test]
fn the_canonical_form_is_as_documented() {
    let frame = frame(&["RD"], &[&[&[Some(100.0)], &[None]]]);
    let index = average(&frame, &flat(&[("RD", 2.0)]), "");
    let mut bytes = Vec::new();
    index.write_canonical(&mut bytes).unwrap();
    let expected = "yanzhi-index 1\nperiods 1\n4:2021\nunits 2\n1:A\n1:B\nnodes 2\n\
        0 5:index 3ff0000000000000 3ff0000000000000\n1 2:RD 4000000000000000 3ff0000000000000\n\
        scores\n4059000000000000:1 -\n4059000000000000:1 -\nend\n";
    assert_eq!(String::from_utf8(bytes).unwrap(), expected);
}

#[test]
fn a_thousand_levels_are_scored_and_explained() {
    let mut nodes = vec![Node::root("0")];
    nodes.extend(
        (1..1_000).map(|level| Node::branch(level.to_string(), (level - 1).to_string(), 1.0)),
    );
    nodes.push(Node::leaf("RD", "999", 1.0));
    let frame = frame(&["RD"], &[&[&[Some(7.0)], &[None]]]);
    let index = average(&frame, &Framework::new(nodes).unwrap(), "");
    assert_eq!(index.score(0, ROOT, 0), Some(7.0));
    assert_eq!(index.explain(0, 0).len(), 1_001);
    assert_eq!(index.gaps().len(), 1_001);
}
