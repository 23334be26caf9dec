//! Times of the analyses of robustness, on figures of the shape of the ASEM example: 51 units, 49
//! indicators in 8 pillars, a few figures missing and a few far out.

use std::hint::black_box;

use criterion::Criterion;
use yanzhi_engine::robustness::{AnalysisOptions, Uncertainty, uncertainty_analysis};
use yanzhi_engine::sensitivity::sensitivity_analysis;
use yanzhi_engine::{Frame, FrameBuilder, Framework, Indicator, Method, Node, Unit, compute};

const UNITS: usize = 51;
const PILLARS: [(&str, usize); 8] = [
    ("connectivity", 8),
    ("connectivity", 5),
    ("connectivity", 3),
    ("connectivity", 6),
    ("connectivity", 8),
    ("sustainability", 5),
    ("sustainability", 9),
    ("sustainability", 5),
];

fn framework() -> Framework {
    let mut nodes = vec![
        Node::root("index"),
        Node::branch("connectivity", "index", 1.0),
        Node::branch("sustainability", "index", 1.0),
    ];
    let mut indicator = 0;
    for (pillar, (parent, size)) in PILLARS.into_iter().enumerate() {
        let code = format!("p{pillar}");
        nodes.push(Node::branch(&code, parent, 1.0));
        for _ in 0..size {
            nodes.push(Node::leaf(indicator.to_string(), &code, 1.0));
            indicator += 1;
        }
    }
    Framework::new(nodes).expect("a tree")
}

/// Figures that look random and are the same in every run: of every hundred two are missing, and in
/// every third indicator the largest are far out.
fn frame() -> Frame {
    let indicators: usize = PILLARS.iter().map(|(_, size)| size).sum();
    let group = |unit: usize| {
        let mut own = Unit::new(unit.to_string());
        own.groups.insert("area".into(), (unit % 2).to_string());
        own
    };
    let mut builder = FrameBuilder::new(
        vec!["2023".into()],
        (0..UNITS).map(group).collect(),
        (0..indicators)
            .map(|it| Indicator::new(it.to_string()))
            .collect(),
    )
    .expect("axes are distinct");
    let mut state = 1_u32;
    for unit in 0..UNITS {
        for indicator in 0..indicators {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let share = f64::from(state >> 8) / f64::from(1 << 24);
            if share > 0.98 {
                continue;
            }
            let is_far_out = indicator % 3 == 0;
            let value = if is_far_out { share.powi(40) } else { share };
            builder.set(0, unit, indicator, value).expect("a new cell");
        }
    }
    builder.build()
}

const METHOD: &str = "
    [[steps]]
    step = 'impute'
    rule = 'mean'
    [[steps]]
    step = 'treat'
    rule = 'winsorise'
    [[steps]]
    step = 'normalise'
    rule = 'min_max'
    lower = 1
    [[steps]]
    step = 'aggregate'
    rule = 'arithmetic'
";

/// The four assumptions of the example of the reference implementation.
const FOUR: &str = "
    replicates = 10000
    [sensitivity]
    points = 1024
    bootstrap = 100
    [[assumptions]]
    assumption = 'step'
    step = 'impute'
    alternatives = [{ rule = 'mean' }, { rule = 'median' }, { rule = 'group_mean', grouping = 'area' }]
    [[assumptions]]
    assumption = 'parameter'
    step = 'treat'
    parameter = 'winmax'
    values = [1, 2, 3, 4, 5]
    [[assumptions]]
    assumption = 'step'
    step = 'normalise'
    alternatives = [{ rule = 'min_max', lower = 1 }, { rule = 'z_score', mean = 20, sd = 2 }]
    [[assumptions]]
    assumption = 'weights'
    spread = 0.25
";

const GEOMETRIC: &str = "
    [[assumptions]]
    name = 'aggregation'
    assumption = 'step'
    step = 'aggregate'
    alternatives = [{ rule = 'arithmetic' }, { rule = 'geometric' }]
";

const ERRORS: &str = "
    replicates = 1000
    [[assumptions]]
    assumption = 'measurement_error'
    size = 0.01
";

fn described(text: &str) -> Uncertainty {
    toml::from_str(text).expect("a description")
}

fn options(threads: usize) -> AnalysisOptions {
    AnalysisOptions {
        threads,
        ..AnalysisOptions::default()
    }
}

/// The replicates of an uncertainty analysis.
pub(crate) fn uncertainty(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("robustness_51x49");
    let (frame, framework) = (frame(), framework());
    let method: Method = toml::from_str(METHOD).expect("a method");
    group.bench_function("compute_once", |bencher| {
        bencher.iter(|| compute(black_box(&frame), &framework, &method));
    });
    group.sample_size(10);
    let with_geometric = format!("{FOUR}{GEOMETRIC}");
    for (name, text) in [
        ("10000_of_four_assumptions", FOUR),
        ("10000_with_geometric_mean", &with_geometric),
        ("1000_with_errors_of_figures", ERRORS),
    ] {
        let described = described(text);
        for threads in [1, 2] {
            let options = options(threads);
            group.bench_function(format!("{name}_{threads}_threads"), |bencher| {
                bencher.iter(|| {
                    uncertainty_analysis(
                        black_box(&frame),
                        &framework,
                        &method,
                        &described,
                        &options,
                        &(),
                    )
                    .expect("an analysis")
                });
            });
        }
    }
    group.finish();
}

/// The 6,144 runs of a sensitivity analysis of 1,024 points, and their estimates.
pub(crate) fn sensitivity(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("sensitivity_51x49");
    group.sample_size(10);
    let (frame, framework) = (frame(), framework());
    let method: Method = toml::from_str(METHOD).expect("a method");
    let (described, options) = (described(FOUR), options(2));
    group.bench_function("1024_points_2_threads", |bencher| {
        bencher.iter(|| {
            sensitivity_analysis(
                black_box(&frame),
                &framework,
                &method,
                &described,
                &options,
                &(),
            )
            .expect("an analysis")
        });
    });
    group.finish();
}
