use super::*;

fn faults(nodes: Vec<Node>) -> Vec<FrameworkError> {
    Framework::new(nodes).unwrap_err().0
}

fn two_levels() -> Vec<Node> {
    vec![
        Node::root("index"),
        Node::branch("input", "index", 1.0),
        Node::branch("output", "index", 3.0),
        Node::leaf("RD", "input", 1.0),
        Node::leaf("PATENT", "output", 1.0),
        Node::leaf("STAFF", "input", 2.0),
    ]
}

#[test]
fn tree_order_keeps_parents_first_and_siblings_as_given() {
    let tree = Framework::new(two_levels()).unwrap();
    let order: Vec<&str> = tree.nodes().iter().map(|node| node.code.as_str()).collect();
    assert_eq!(order, ["index", "input", "RD", "STAFF", "output", "PATENT"]);
    assert_eq!(tree.children(0), [1, 4]);
    assert_eq!(tree.subtree(1), 1..4);
    assert_eq!(tree.subtree(0), 0..6);
    assert_eq!(tree.level(5), Some(2));
    assert_eq!(tree.parent(3), Some(1));
    assert_eq!(tree.level(6), None);
    assert_eq!(tree.deepest_branch_level(), 1);
}

#[test]
fn a_single_leaf_is_an_index() {
    let node = Node {
        indicator: Some("RD".into()),
        ..Node::root("index")
    };
    let tree = Framework::new(vec![node]).unwrap();
    assert_eq!(tree.leaves().collect::<Vec<_>>(), [(0, "RD")]);
}

#[test]
fn no_nodes_are_no_framework() {
    assert_eq!(faults(vec![]), [FrameworkError::Empty]);
}

#[test]
fn two_roots_are_named() {
    let mut nodes = two_levels();
    nodes.push(Node {
        indicator: Some("X".into()),
        ..Node::root("other")
    });
    let roots = vec!["index".into(), "other".into()];
    assert_eq!(faults(nodes), [FrameworkError::ManyRoots { roots }]);
}

#[test]
fn a_circle_is_named_once_and_nodes_below_it_are_not() {
    let nodes = vec![
        Node::root("index"),
        Node::leaf("RD", "index", 1.0),
        Node::branch("b", "c", 1.0),
        Node::branch("a", "b", 1.0),
        Node::branch("c", "a", 1.0),
        Node::leaf("STAFF", "a", 1.0),
    ];
    let circle = vec!["b".into(), "c".into(), "a".into()];
    assert_eq!(faults(nodes), [FrameworkError::Cycle { nodes: circle }]);
}

#[test]
fn a_node_that_is_its_own_parent_leaves_no_root() {
    let found = faults(vec![Node::branch("a", "a", 1.0)]);
    let nodes = vec!["a".to_owned()];
    assert_eq!(
        found,
        [FrameworkError::NoRoot, FrameworkError::Cycle { nodes }]
    );
}

#[test]
fn an_unknown_parent_comes_with_the_nearest_code() {
    let mut nodes = two_levels();
    nodes.push(Node::leaf("X", "outputt", 1.0));
    let message = Framework::new(nodes).unwrap_err().to_string();
    assert!(message.contains("did you mean `output`?"), "{message}");
}

#[test]
fn weights_are_checked_by_parent() {
    let mut nodes = two_levels();
    nodes[3].weight = 0.0;
    nodes[5].weight = 0.0;
    let parent = "input".to_owned();
    assert_eq!(
        faults(nodes),
        [FrameworkError::WeightSum { parent, sum: 0.0 }]
    );

    for weight in [-1.0, f64::NAN, f64::INFINITY] {
        let mut nodes = two_levels();
        nodes[3].weight = weight;
        assert!(
            matches!(&faults(nodes)[..], [FrameworkError::Weight { node, .. }] if node == "RD")
        );
    }
    let mut nodes = two_levels();
    nodes[3].weight = f64::MAX;
    nodes[5].weight = f64::MAX;
    assert!(matches!(
        &faults(nodes)[..],
        [FrameworkError::WeightSum { .. }]
    ));
}

#[test]
fn leaves_take_an_indicator_and_branches_none() {
    let mut nodes = two_levels();
    nodes[1].indicator = Some("RD2".into());
    nodes[3].indicator = None;
    let found = faults(nodes);
    assert!(matches!(&found[..], [
        FrameworkError::BranchWithIndicator { node: branch, .. },
        FrameworkError::LeafWithoutIndicator { node: leaf },
    ] if branch == "input" && leaf == "RD"));
}

#[test]
fn codes_and_indicators_are_used_once() {
    let mut nodes = two_levels();
    nodes[4].indicator = Some("RD".into());
    nodes.push(Node::leaf("STAFF", "output", 1.0));
    let found = faults(nodes);
    assert!(found.contains(&FrameworkError::Duplicate {
        node: "STAFF".into()
    }));
    assert!(found.contains(&FrameworkError::IndicatorTwice {
        indicator: "RD".into(),
        nodes: vec!["RD".into(), "PATENT".into()],
    }));
}

#[test]
fn all_faults_are_listed_at_once() {
    let found = faults(vec![
        Node::leaf("", "nowhere", -1.0),
        Node::branch("a", "a", 1.0),
    ]);
    assert_eq!(found.len(), 5, "{found:?}"); // empty code, no root, unknown parent, circle, weight
}

#[test]
fn a_thousand_levels_are_a_tree() {
    let mut nodes = vec![Node::root("0")];
    for level in 1..1_000 {
        nodes.push(Node::branch(
            level.to_string(),
            (level - 1).to_string(),
            1.0,
        ));
    }
    nodes.push(Node::leaf("RD", "999", 1.0));
    nodes.reverse();
    let tree = Framework::new(nodes).unwrap();
    assert_eq!(tree.level(1_000), Some(1_000));
    assert_eq!(tree.subtree(0), 0..1_001);
}
