//! Many expressions together: order, circles, what a change reaches.

#![expect(clippy::unwrap_used, reason = "a test stops where its setting fails")]

use yanzhi_formula::{Definition, Expression, Graph, Reading, Refusal};
use yanzhi_kernel::Code;

fn code(text: &str) -> Code {
    text.parse().unwrap()
}

/// Pure numbers, of which those with an expression are derived.
fn graph(definitions: &[(&str, &str)]) -> Result<Graph, Vec<Refusal>> {
    let codes: Vec<Code> = definitions.iter().map(|(it, _)| code(it)).collect();
    let definitions = definitions.iter().zip(&codes);
    Graph::new(definitions.map(|((_, expression), indicator)| Definition {
        indicator,
        measure_unit: "",
        expression: Some(*expression).filter(|it| !it.is_empty()),
    }))
}

fn circle_of(definitions: &[(&str, &str)]) -> (String, String) {
    let refusals = graph(definitions).unwrap_err();
    let [Refusal { indicator, fault }] = refusals.as_slice() else {
        panic!("{refusals:?}");
    };
    assert_eq!(fault.code, "cycle");
    let text = definitions.iter().find(|(it, _)| *it == indicator.as_str());
    let (_, circle) = fault.what.en.split_once("circle: ").unwrap();
    (circle.to_owned(), fault.span.of(text.unwrap().1).to_owned())
}

#[test]
fn each_comes_after_what_it_rests_on() {
    let graph = graph(&[
        ("A", "B + C"),
        ("B", "D * 2"),
        ("C", "B - X"),
        ("D", "X"),
        ("X", ""),
    ])
    .unwrap();
    let order: Vec<&str> = graph.order().map(|(it, _)| it.as_str()).collect();
    assert_eq!(order, ["D", "B", "C", "A"]);
}

#[test]
fn a_change_reaches_what_rests_on_it_and_nothing_else() {
    let graph = graph(&[
        ("A", "B + X"),
        ("B", "lag(Y, 1y)"),
        ("C", "X"),
        ("D", "C + A"),
        ("X", ""),
        ("Y", ""),
    ])
    .unwrap();
    assert_eq!(
        graph.affected([&code("Y")]),
        [&code("B"), &code("A"), &code("D")]
    );
    assert_eq!(graph.affected([&code("X")]).len(), 3);
    assert_eq!(graph.affected([&code("C")]), [&code("D")]);
    assert!(graph.affected([&code("D")]).is_empty());
    assert!(graph.affected([]).is_empty());
}

#[test]
fn a_circle_is_named_and_underlined() {
    let named = |definitions: &[(&str, &str)]| circle_of(definitions);
    assert_eq!(
        named(&[("A", "A + X"), ("X", "")]),
        ("A → A".into(), "A".into())
    );
    assert_eq!(
        named(&[
            ("A", "2 * B"),
            ("B", "lag(C, 1y)"),
            ("C", "X - B"),
            ("X", "")
        ]),
        ("B → C → B".into(), "C".into())
    );
    let long: Vec<(String, String)> = (0..30)
        .map(|it| (format!("I{it:02}"), format!("1 + I{:02}", (it + 1) % 30)))
        .collect();
    let long: Vec<(&str, &str)> = long.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
    let (circle, _) = named(&long);
    assert!(circle.contains(" → … → I00"), "{circle}");
}

#[test]
fn everything_wrong_is_said_at_once() {
    let refusals = graph(&[
        ("A", "X +"),
        ("B", "XX * YZ"),
        ("C", "B"),
        ("XY", "1"),
        ("X", ""),
    ])
    .unwrap_err();
    let found: Vec<(&str, &str)> = refusals
        .iter()
        .map(|it| (it.indicator.as_str(), it.fault.code))
        .collect();
    assert_eq!(
        found,
        [
            ("A", "expression_unfinished"),
            ("B", "code_unknown"),
            ("B", "code_unknown"),
            ("XY", "no_indicator"),
        ]
    );
    assert!(
        refusals[1].fault.remedy.en.contains("did you mean \"X\"?"),
        "{}",
        refusals[1].fault.remedy.en
    );
}

#[test]
fn ten_thousand_in_a_row_are_ordered() {
    let chain: Vec<(String, String)> = (0..10_000)
        .map(|it| (format!("I{it:05}"), format!("I{:05} + 1", it + 1)))
        .chain([("I10000".to_owned(), String::new())])
        .collect();
    let chain: Vec<(&str, &str)> = chain
        .iter()
        .map(|(a, b)| (a.as_str(), b.as_str()))
        .collect();
    let graph = graph(&chain).unwrap();
    let (first, _) = graph.order().next().unwrap();
    assert_eq!(first.as_str(), "I09999");
    assert_eq!(graph.affected([&code("I10000")]).len(), 10_000);
}

#[test]
fn a_picture_shows_what_lies_below() {
    let graph = graph(&[("A", "B + X"), ("B", "Y"), ("C", "A"), ("X", ""), ("Y", "")]).unwrap();
    let of = code("A");
    let edges: Vec<(&str, &str)> = graph
        .edges_below(&of)
        .into_iter()
        .map(|(from, to)| (from.as_str(), to.as_str()))
        .collect();
    assert_eq!(edges, [("A", "B"), ("A", "X"), ("B", "Y")]);
}

#[test]
fn an_expression_says_where_it_looks() {
    let text = "growth(sum_children(lag(X, 1q), district), 1y) + Y - lag(growth(X, 1y), 1y)";
    let expression = Expression::read(text).unwrap();
    let of = |indicator, months, levels| Reading {
        indicator: code(indicator),
        months,
        levels,
    };
    let expected = [
        of("X", 3, 1),
        of("X", 12, 0),
        of("X", 15, 1),
        of("X", 24, 0),
        of("Y", 0, 0),
    ];
    assert_eq!(
        expression.readings().iter().cloned().collect::<Vec<_>>(),
        expected
    );
}

#[test]
fn a_condition_is_held_to_the_same_indicators() {
    let graph = graph(&[("X", ""), ("Y", "")]).unwrap();
    let faults = |text: &str| -> Vec<&str> {
        let condition = Expression::read(text).unwrap();
        let faults = graph.faults_of_condition(&condition);
        faults.into_iter().map(|it| it.code).collect()
    };
    assert!(faults("X > Y and not Y = 0").is_empty());
    assert_eq!(faults("X + Y"), ["condition_expected"]);
    assert_eq!(faults("X > Z"), ["code_unknown"]);
    assert_eq!(faults("1 > 0"), ["no_indicator"]);
}
