//! Replicates against indices computed one at a time.

mod draws;
mod refusals;

use super::*;
use crate::testing::{flat, frame, method};
use crate::{Node, compute};

const ROWS: &[&[Option<f64>]] = &[
    &[Some(10.0), Some(2.0), Some(30.0)],
    &[Some(40.0), Some(5.0), Some(10.0)],
    &[Some(20.0), None, Some(25.0)],
    &[Some(5.0), Some(9.0), Some(12.0)],
    &[Some(33.0), Some(7.0), None],
];

const METHOD: &str = "
    [[steps]]
    step = 'normalise'
    rule = 'min_max'
    lower = 1
    [[steps]]
    step = 'aggregate'
    rule = 'arithmetic'
";

struct Setting {
    frame: Frame,
    framework: Framework,
    method: Method,
}

impl Setting {
    fn new() -> Self {
        let nodes = vec![
            Node::root("index"),
            Node::branch("research", "index", 2.0),
            Node::leaf("RD", "research", 3.0),
            Node::leaf("STAFF", "research", 1.0),
            Node::branch("green", "index", 1.0),
            Node::leaf("ENERGY", "green", 1.0),
        ];
        Self {
            frame: frame(&["RD", "STAFF", "-ENERGY"], &[ROWS]),
            framework: Framework::new(nodes).unwrap(),
            method: method(METHOD),
        }
    }

    fn analyse(&self, text: &str) -> Result<Robustness, RobustnessError> {
        self.analyse_with(text, &AnalysisOptions::default())
    }

    fn analyse_with(
        &self,
        text: &str,
        options: &AnalysisOptions,
    ) -> Result<Robustness, RobustnessError> {
        let described: Uncertainty = toml::from_str(text).unwrap();
        uncertainty_analysis(
            &self.frame,
            &self.framework,
            &self.method,
            &described,
            options,
            &(),
        )
    }

    fn replay(&self, text: &str, points: &[Vec<f64>]) -> Replay {
        let described: Uncertainty = toml::from_str(text).unwrap();
        let (frame, options) = (&self.frame, AnalysisOptions::default());
        replay(
            frame,
            &self.framework,
            &self.method,
            &described,
            points,
            &options,
        )
        .unwrap()
    }

    /// The scores of the root in a replicate and those of an index, by their bits.
    fn same(&self, replay: &Replay, replicate: usize, framework: &Framework, method: &Method) {
        let index = compute(&self.frame, framework, method).unwrap();
        for unit in 0..self.frame.units().len() {
            let found = replay.score(replicate, unit).map(f64::to_bits);
            assert_eq!(
                found,
                index.score(0, 0, unit).map(f64::to_bits),
                "unit {unit}"
            );
            assert_eq!(replay.rank(replicate, unit), index.rank(0, 0, unit));
        }
    }
}

#[test]
fn a_replicate_equals_the_index_of_its_choices_to_the_bit() {
    let setting = Setting::new();
    let text = "
        [[assumptions]]
        assumption = 'step'
        step = 'normalise'
        alternatives = [{ rule = 'min_max', lower = 1 }, { rule = 'goalposts', low = 0, high = 50 }]
        [[assumptions]]
        assumption = 'step'
        step = 'aggregate'
        alternatives = [{ rule = 'arithmetic' }, { rule = 'arithmetic', data_threshold = 1 }]
    ";
    let points: Vec<Vec<f64>> = [(0.0, 0.0), (0.9, 0.1), (0.3, 0.5), (0.5, 0.99)]
        .map(|(a, b)| vec![a, b])
        .to_vec();
    let replay = setting.replay(text, &points);
    let posts = METHOD.replace(
        "'min_max'\n    lower = 1",
        "'goalposts'\nlow = 0\nhigh = 50",
    );
    let whole = |text: &str| format!("{text}\ndata_threshold = 1");
    let texts = [
        METHOD.to_owned(),
        posts.clone(),
        whole(METHOD),
        whole(&posts),
    ];
    for (replicate, text) in texts.iter().enumerate() {
        setting.same(&replay, replicate, &setting.framework, &method(text));
    }
}

#[test]
fn computed_weights_are_those_of_the_index() {
    let text = "
        [[assumptions]]
        assumption = 'step'
        step = 'normalise'
        alternatives = [{ rule = 'min_max', lower = 1 }, { rule = 'goalposts', low = 0, high = 50 }]
    ";
    let posts = METHOD.replace(
        "'min_max'\n    lower = 1",
        "'goalposts'\nlow = 0\nhigh = 50",
    );
    for (weight, sum) in [
        ("entropy", "arithmetic"),
        ("critic", "geometric"),
        ("pca", "arithmetic"),
        ("benefit_of_the_doubt", "weighted_sum"),
    ] {
        let step = format!("[[steps]]\nstep = 'weight'\nrule = '{weight}'\n");
        let weighted = |text: &str| {
            let (before, behind) = text.rsplit_once("[[steps]]").unwrap();
            let behind = behind.replace("arithmetic", sum);
            method(&format!("{before}{step}[[steps]]{behind}"))
        };
        let mut setting = Setting::new();
        setting.method = weighted(METHOD);
        let replay = setting.replay(text, &[vec![0.0], vec![0.9]]);
        for (replicate, text) in [METHOD, posts.as_str()].into_iter().enumerate() {
            setting.same(&replay, replicate, &setting.framework, &weighted(text));
        }
    }
}

#[test]
fn leaving_out_a_node_is_an_index_without_it() {
    let setting = Setting::new();
    let text = "[[assumptions]]\nassumption = 'drop'\n[[assumptions]]\nassumption = 'parameter'
        step = 'normalise'\nparameter = 'upper'\nvalues = [100, 200]";
    let replay = setting.replay(text, &[vec![0.0, 0.0], vec![0.3, 0.9], vec![0.9, 0.0]]);
    setting.same(&replay, 0, &setting.framework, &setting.method);
    let without = |code: &str| {
        let nodes = setting.framework.nodes().iter();
        let kept =
            nodes.filter(|node| node.code != code && node.indicator.as_deref() != Some(code));
        kept.cloned().collect::<Vec<_>>()
    };
    let higher = method(&METHOD.replace("lower = 1", "lower = 1\nupper = 200"));
    setting.same(&replay, 1, &Framework::new(without("RD")).unwrap(), &higher);
    // The dimension that is left empty goes too.
    let mut nodes = without("ENERGY");
    nodes.retain(|node| node.code != "green");
    setting.same(&replay, 2, &Framework::new(nodes).unwrap(), &setting.method);
}

#[test]
fn a_set_of_weights_is_an_index_with_them() {
    let setting = Setting::new();
    let text = "[[assumptions]]\nassumption = 'weight_sets'
        sets = [{}, { RD = 1, STAFF = 4, green = 0.5 }]";
    let replay = setting.replay(text, &[vec![0.0], vec![0.5]]);
    setting.same(&replay, 0, &setting.framework, &setting.method);
    let mut nodes = setting.framework.nodes().to_vec();
    for node in &mut nodes {
        match node.code.as_str() {
            "RD" => node.weight = 1.0,
            "STAFF" => node.weight = 4.0,
            "green" => node.weight = 0.5,
            _ => {}
        }
    }
    setting.same(&replay, 1, &Framework::new(nodes).unwrap(), &setting.method);
}

#[test]
fn the_same_seed_gives_the_same_bytes_for_any_number_of_threads() {
    let setting = Setting::new();
    let text = "
        replicates = 1500
        [[assumptions]]
        assumption = 'weights'
        spread = 0.5
        levels = [{ level = 1, spread = 0.1 }]
        [[assumptions]]
        assumption = 'dirichlet'
        concentration = 20
        [[assumptions]]
        assumption = 'measurement_error'
        size = 0.1
        [[assumptions]]
        assumption = 'drop'
        [[assumptions]]
        assumption = 'step'
        step = 'aggregate'
        alternatives = [{ rule = 'arithmetic' }, { rule = 'geometric' }]
    ";
    let bytes = |threads| {
        let options = AnalysisOptions {
            threads,
            ..AnalysisOptions::default()
        };
        serde_json::to_string(&setting.analyse_with(text, &options).unwrap()).unwrap()
    };
    let one = bytes(1);
    assert_eq!(one, bytes(2));
    assert_eq!(one, bytes(8));
    let other = text.replace("replicates", "seed = 2\nreplicates");
    assert_ne!(
        one,
        serde_json::to_string(&setting.analyse(&other).unwrap()).unwrap()
    );
}

#[test]
fn computed_weights_are_those_for_the_aggregation_of_the_replicate() {
    let rows: &[&[Option<f64>]] = &[
        &[Some(10.0), Some(70.0), Some(31.0)],
        &[Some(42.0), Some(50.0), Some(12.0)],
        &[Some(20.0), Some(31.0), Some(25.0)],
        &[Some(5.0), Some(92.0), Some(14.0)],
        &[Some(33.0), Some(11.0), Some(80.0)],
        &[Some(61.0), Some(23.0), Some(55.0)],
    ];
    let weight = "[[steps]]\nstep = 'weight'\nrule = 'correlation'\n";
    let end = |rule: &str| format!("{weight}[[steps]]\nstep = 'aggregate'\nrule = '{rule}'");
    let setting = Setting {
        frame: frame(&["RD", "STAFF", "ENERGY"], &[rows]),
        framework: flat(&[("RD", 1.0), ("STAFF", 1.0), ("ENERGY", 1.0)]),
        method: method(&end("arithmetic")),
    };
    let text = "[[assumptions]]\nassumption = 'step'\nstep = 'aggregate'
        alternatives = [{ rule = 'arithmetic' }, { rule = 'geometric' }]";
    let replay = setting.replay(text, &[vec![0.9], vec![0.1]]);
    setting.same(&replay, 0, &setting.framework, &method(&end("geometric")));
    setting.same(&replay, 1, &setting.framework, &setting.method);
}
