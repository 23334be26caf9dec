//! What must hold for any scores under every rule of aggregation, and for adjusting and ranking.

#![expect(clippy::unwrap_used, reason = "a test stops where its setting fails")]

use proptest::prelude::*;
use yanzhi_engine::{
    Basis, Frame, FrameBuilder, Framework, Index, Indicator, Method, Node, Options, Unit, compute,
    compute_with,
};

const INDICATORS: usize = 5;

const EVERY_RULE: [&str; 14] = [
    "rule = 'arithmetic'",
    "rule = 'geometric'",
    "rule = 'harmonic'",
    "rule = 'generalised'\np = 2.5",
    "rule = 'median'",
    "rule = 'mazziotta_pareto'",
    "rule = 'weighted_product'",
    "rule = 'weighted_product'\nrelative = true",
    "rule = 'topsis'",
    "rule = 'vikor'",
    "rule = 'grey_relational'",
    "rule = 'copeland'",
    "rule = 'borda'",
    "rule = 'kemeny'",
];

/// Rules under which more is never worse, whatever the others have.
const RISING: [&str; 8] = [
    "rule = 'arithmetic'",
    "rule = 'geometric'",
    "rule = 'harmonic'",
    "rule = 'generalised'\np = -0.5",
    "rule = 'generalised'\np = 2.5",
    "rule = 'median'",
    "rule = 'weighted_product'",
    "rule = 'copeland'",
];

type Scores = Vec<Vec<Option<f64>>>;

/// Two to fifteen units with scores above 0; some ties, some missing.
fn scores() -> impl Strategy<Value = Scores> {
    let cell = prop_oneof![
        1 => Just(None),
        2 => (1_u8..4).prop_map(|it| Some(f64::from(it))),
        4 => (1.0..100.0).prop_map(Some),
    ];
    prop::collection::vec(prop::collection::vec(cell, INDICATORS), 2..16)
}

/// Weights of the indicators, in tenths so that some sums are ties, then of two dimensions.
fn weights() -> impl Strategy<Value = Vec<f64>> {
    prop::collection::vec(
        (1_u8..20).prop_map(|it| f64::from(it) / 10.0),
        INDICATORS + 2,
    )
}

fn frame(scores: &Scores, order: &[usize]) -> Frame {
    let mut builder = FrameBuilder::new(
        vec!["2023".into()],
        order.iter().map(|it| Unit::new(format!("u{it}"))).collect(),
        (0..INDICATORS)
            .map(|it| Indicator::new(format!("i{it}")))
            .collect(),
    )
    .unwrap();
    for (row, unit) in order.iter().enumerate() {
        for (column, cell) in scores[*unit].iter().enumerate() {
            if let Some(value) = cell {
                builder.set(0, row, column, *value).unwrap();
            }
        }
    }
    builder.build()
}

fn straight(scores: &Scores) -> Frame {
    frame(scores, &(0..scores.len()).collect::<Vec<_>>())
}

/// Two dimensions under arithmetic, so that the rule stands below a mean as well.
fn framework(weights: &[f64]) -> Framework {
    let mut nodes = vec![Node::root("index")];
    for (dimension, indicators) in [(0, 0..2), (1, 2..INDICATORS)] {
        let code = format!("d{dimension}");
        nodes.push(Node::branch(
            &code,
            "index",
            weights[INDICATORS + dimension],
        ));
        for it in indicators {
            nodes.push(Node::leaf(format!("i{it}"), &code, weights[it]));
        }
    }
    Framework::new(nodes).unwrap()
}

/// The rule at the root only, or everywhere.
fn method(rule: &str, everywhere: bool) -> Method {
    let text = if everywhere {
        format!("[[steps]]\nstep = 'aggregate'\ndata_threshold = 0.4\n{rule}")
    } else {
        let own = rule.replace('\n', ", ");
        format!(
            "[[steps]]\nstep = 'aggregate'\nrule = 'arithmetic'\ndata_threshold = 0.4\n\
             levels = [{{ level = 0, {own} }}]"
        )
    };
    toml::from_str(&text).unwrap()
}

/// The index, or nothing where a rule refuses the figures, such as a TOPSIS of equal units.
fn index(scores: &Scores, weights: &[f64], rule: &str) -> Option<Index> {
    compute(&straight(scores), &framework(weights), &method(rule, false)).ok()
}

fn bytes(index: &Index) -> Vec<u8> {
    let mut bytes = Vec::new();
    index.write_canonical(&mut bytes).unwrap();
    bytes
}

fn is_near(a: Option<f64>, b: Option<f64>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => (a - b).abs() <= 1e-9 * a.abs().max(1.0),
        (a, b) => a.is_none() && b.is_none(),
    }
}

proptest! {
    // Each case goes through every rule.
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn contributions_add_up_under_every_basis(scores in scores(), weights in weights()) {
        for rule in EVERY_RULE {
            let Some(index) = index(&scores, &weights, rule) else { continue };
            for unit in 0..scores.len() {
                let explained = index.explain(0, unit);
                let children: Vec<_> = explained.iter().filter(|it| it.level == 1).collect();
                let points: Vec<f64> = children.iter().filter_map(|it| it.contribution).collect();
                if children[0].basis == Some(Basis::None) {
                    prop_assert!(points.is_empty());
                    let details = &explained[0].aggregation.as_ref().unwrap().details;
                    prop_assert_eq!(details.is_empty(), explained[0].score.is_none(), "{}", rule);
                } else if let (Some(score), false) = (explained[0].score, points.is_empty()) {
                    let sum: f64 = points.iter().sum();
                    prop_assert!(is_near(Some(sum), Some(score)), "{rule}: {sum} {score}");
                }
            }
        }
    }

    #[test]
    fn the_order_of_the_units_does_not_matter(
        (scores, order) in scores().prop_flat_map(|scores| {
            let units: Vec<usize> = (0..scores.len()).collect();
            (Just(scores), Just(units).prop_shuffle())
        }),
        weights in weights(),
    ) {
        for rule in EVERY_RULE {
            let tree = framework(&weights);
            let of = |frame: &Frame| compute(frame, &tree, &method(rule, false)).ok();
            let (straight, shuffled) = (of(&straight(&scores)), of(&frame(&scores, &order)));
            prop_assert_eq!(straight.is_some(), shuffled.is_some());
            let (Some(straight), Some(shuffled)) = (straight, shuffled) else { continue };
            for (row, unit) in order.iter().enumerate() {
                let (a, b) = (straight.score(0, 0, *unit), shuffled.score(0, 0, row));
                prop_assert!(is_near(a, b), "{rule}, unit {unit}: {a:?} {b:?}");
            }
        }
    }

    #[test]
    fn a_better_figure_is_never_worse(
        scores in scores(), weights in weights(), column in 0..INDICATORS, more in 0.0_f64..50.0,
    ) {
        let mut raised = scores.clone();
        raised[0][column] = raised[0][column].map(|it| it + more);
        for rule in RISING {
            let before = index(&scores, &weights, rule).unwrap().score(0, 0, 0);
            let after = index(&raised, &weights, rule).unwrap().score(0, 0, 0);
            prop_assert_eq!(before.is_some(), after.is_some());
            let fall = before.zip(after).map_or(0.0, |(before, after)| before - after);
            prop_assert!(fall <= 1e-9, "{rule}: fell by {fall}");
        }
    }

    #[test]
    fn two_sides_of_a_comparison_are_one_whole(scores in scores(), weights in weights()) {
        let index = index(&scores, &weights, "rule = 'copeland'").unwrap();
        for node in [0, 1] {
            let matrix = index.outranking(0, node).unwrap();
            let units = 0..matrix.units();
            for (a, b) in units.clone().flat_map(|a| units.clone().map(move |b| (a, b))) {
                let both = matrix.get(a, b).zip(matrix.get(b, a));
                prop_assert_eq!(matrix.get(a, b).is_some(), matrix.get(b, a).is_some());
                let is_whole = both.is_none_or(|(x, y)| a == b || (x + y - 1.0).abs() < 1e-12);
                prop_assert!(is_whole, "{a} {b}: {both:?}");
            }
            prop_assert_eq!(matrix.copeland().iter().sum::<i64>(), 0);
        }
    }

    #[test]
    fn the_matrix_and_the_rule_say_the_same(scores in scores(), weights in weights()) {
        let index = index(&scores, &weights, "rule = 'copeland'").unwrap();
        let matrix = index.outranking(0, 0).unwrap();
        // Units that are not scored compare with nobody in the rule; so only where all are.
        let found: Option<Vec<f64>> = (0..scores.len()).map(|unit| index.score(0, 0, unit)).collect();
        if let Some(found) = found {
            let found: Vec<String> = found.iter().map(ToString::to_string).collect();
            let copeland: Vec<String> = matrix.copeland().iter().map(ToString::to_string).collect();
            prop_assert_eq!(found, copeland);
        }
    }

    #[test]
    fn adjusted_scores_explain_themselves(
        scores in scores(), weights in weights(), points in 0.0_f64..10.0, most in 0.0_f64..5.0,
    ) {
        let text = format!(
            "[[steps]]\nstep = 'aggregate'\nrule = 'arithmetic'\n[[steps]]\nstep = 'adjust'\n\
             most_penalty = 3\nitems = [\n\
             {{ item = 'a', kind = 'bonus', indicator = 'i0', points = {points}, most = {most} }},\n\
             {{ item = 'b', kind = 'penalty' }},\n\
             ]\nentries = [{{ item = 'b', unit = 'u0', points = {points} }}]"
        );
        let method: Method = toml::from_str(&text).unwrap();
        let index = compute(&straight(&scores), &framework(&weights), &method).unwrap();
        for unit in 0..scores.len() {
            let adjustment = index.adjustment(0, unit);
            prop_assert_eq!(index.score(0, 0, unit), adjustment.as_ref().map(|it| it.after));
            let Some(adjustment) = adjustment else { continue };
            prop_assert!(adjustment.bonus <= most && adjustment.penalty <= 3.0);
            let explained = index.explain(0, unit);
            let points = explained.iter().filter(|it| it.level == 1).filter_map(|it| it.contribution);
            prop_assert!(is_near(Some(points.sum()), Some(adjustment.before)));
        }
    }

    #[test]
    fn dense_ranks_follow_competition_ranks(scores in scores(), weights in weights()) {
        let of = |ties: &str| {
            let text = format!(
                "[[steps]]\nstep = 'aggregate'\nrule = 'borda'\n[[steps]]\nstep = 'rank'\nties = '{ties}'\n\
                 bands = [{{ name = 'A', share = 0.3 }}, {{ name = 'B', share = 0.3 }}, {{ name = 'C' }}]"
            );
            let method: Method = toml::from_str(&text).unwrap();
            compute(&straight(&scores), &framework(&weights), &method).unwrap()
        };
        let (competition, dense) = (of("competition"), of("dense"));
        for a in 0..scores.len() {
            prop_assert_eq!(competition.band(0, 0, a), dense.band(0, 0, a));
            for b in 0..scores.len() {
                let of = |index: &Index| index.rank(0, 0, a).cmp(&index.rank(0, 0, b));
                prop_assert_eq!(of(&competition), of(&dense));
                let is_ahead = competition.rank(0, 0, a) <= competition.rank(0, 0, b);
                if let (Some(first), Some(second), true) =
                    (competition.band(0, 0, a), competition.band(0, 0, b), is_ahead)
                {
                    prop_assert!(first <= second, "{first} behind {second}");
                }
            }
        }
    }
}

proptest! {
    // Starting threads is slow, and the cases are alike.
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn one_two_and_eight_threads_give_the_same_bytes(scores in scores(), weights in weights()) {
        let (frame, tree) = (straight(&scores), framework(&weights));
        for rule in EVERY_RULE {
            let method = method(rule, true);
            let with = |threads| compute_with(&frame, &tree, &method, &Options { threads });
            let one = with(1);
            for threads in [2, 8] {
                let other = with(threads);
                prop_assert_eq!(one.as_ref().err(), other.as_ref().err());
                prop_assert_eq!(one.as_ref().ok().map(bytes), other.as_ref().ok().map(bytes));
            }
        }
    }
}
