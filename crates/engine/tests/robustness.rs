//! What must hold for analyses of robustness under any rule and any figures.

#![expect(clippy::unwrap_used, reason = "a test stops where its setting fails")]

use proptest::prelude::*;
use yanzhi_engine::robustness::{AnalysisOptions, Uncertainty, replay, uncertainty_analysis};
use yanzhi_engine::{Frame, FrameBuilder, Framework, Indicator, Method, Node, Unit, compute};

const INDICATORS: usize = 4;

type Figures = Vec<[Option<f64>; INDICATORS]>;

fn figures() -> impl Strategy<Value = Figures> {
    let cell = prop_oneof![1 => Just(None), 8 => (1.0..100.0).prop_map(Some)];
    prop::collection::vec(prop::array::uniform4(cell), 3..9)
}

fn frame(figures: &Figures, order: &[usize]) -> Frame {
    let units = order.iter().map(|unit| Unit::new(format!("u{unit}")));
    let indicators = (0..INDICATORS).map(|it| match it {
        3 => Indicator::new("i3").lower_is_better(),
        _ => Indicator::new(format!("i{it}")),
    });
    let periods = vec!["2023".to_owned()];
    let mut builder = FrameBuilder::new(periods, units.collect(), indicators.collect()).unwrap();
    for (row, unit) in order.iter().enumerate() {
        for (column, value) in figures[*unit].iter().enumerate() {
            if let Some(value) = value {
                builder.set(0, row, column, *value).unwrap();
            }
        }
    }
    builder.build()
}

fn framework() -> Framework {
    let dimension = |code: &str, weight| Node::branch(code, "index", weight);
    Framework::new(vec![
        Node::root("index"),
        dimension("d0", 2.0),
        Node::leaf("i0", "d0", 1.0),
        Node::leaf("i1", "d0", 3.0),
        dimension("d1", 1.0),
        Node::leaf("i2", "d1", 1.0),
        Node::leaf("i3", "d1", 1.5),
    ])
    .unwrap()
}

fn method(steps: &str) -> Method {
    let normalise = "[[steps]]\nstep = 'normalise'\nrule = 'goalposts'\nlow = 0\nhigh = 120\ntruncate = false\n";
    toml::from_str(&format!("{normalise}{steps}")).unwrap()
}

fn described(text: &str) -> Uncertainty {
    toml::from_str(text).unwrap()
}

/// The last steps of methods, of every rule of aggregation.
const ENDS: [&str; 17] = [
    "rule = 'arithmetic'",
    "rule = 'geometric'",
    "rule = 'harmonic'",
    "rule = 'generalised'\np = 2",
    "rule = 'median'",
    "rule = 'mazziotta_pareto'",
    "rule = 'weighted_product'",
    "rule = 'topsis'",
    "rule = 'vikor'",
    "rule = 'grey_relational'",
    "rule = 'copeland'",
    "rule = 'borda'",
    "rule = 'kemeny'",
    "rule = 'arithmetic'\ndata_threshold = 0.6",
    "rule = 'arithmetic'\nlevels = [{ level = 0, rule = 'geometric' }]",
    "rule = 'arithmetic'\n[[steps]]\nstep = 'rank'\nties = 'dense'",
    "rule = 'arithmetic'\n[[steps]]\nstep = 'adjust'\nmost_bonus = 2\n\
     items = [{ item = 'prize', kind = 'bonus', indicator = 'i0', points = 0.1 }, { item = 'fire', kind = 'penalty' }]\n\
     entries = [{ item = 'fire', unit = 'u1', points = 1.5 }]",
];

/// Steps before the aggregation that set weights.
const WEIGHTS: [&str; 5] = [
    "",
    "[[steps]]\nstep = 'weight'\nrule = 'equal'\n",
    "[[steps]]\nstep = 'weight'\nrule = 'entropy'\n",
    "[[steps]]\nstep = 'weight'\nrule = 'critic'\n",
    "[[steps]]\nstep = 'weight'\nrule = 'pca'\n",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn a_replicate_without_deviations_is_the_index_to_the_bit(figures in figures()) {
        let order: Vec<usize> = (0..figures.len()).collect();
        let (frame, framework) = (frame(&figures, &order), framework());
        let same = described("[[assumptions]]\nassumption = 'weight_sets'\nsets = [{}]");
        let ends = ENDS.map(|end| format!("[[steps]]\nstep = 'aggregate'\n{end}"));
        let weighed = WEIGHTS.map(|weight| format!("{weight}{}", ends[0]));
        for end in weighed.iter().chain(&ends) {
            let method = method(end);
            // A rule that cannot be applied to these figures is not the question here.
            let Ok(index) = compute(&frame, &framework, &method) else { continue };
            let options = AnalysisOptions::default();
            let points = [vec![0.0], vec![0.7]];
            let found = replay(&frame, &framework, &method, &same, &points, &options).unwrap();
            for replicate in 0..points.len() {
                for unit in 0..order.len() {
                    let score = found.score(replicate, unit).map(f64::to_bits);
                    prop_assert_eq!(score, index.score(0, 0, unit).map(f64::to_bits), "{}", end);
                    prop_assert_eq!(found.rank(replicate, unit), index.rank(0, 0, unit), "{}", end);
                }
            }
        }
    }

    #[test]
    fn the_order_of_the_units_changes_nothing(
        (figures, order) in figures().prop_flat_map(|figures| {
            let order: Vec<usize> = (0..figures.len()).collect();
            (Just(figures), Just(order).prop_shuffle())
        })
    ) {
        let described = described(
            "replicates = 60\n[[assumptions]]\nassumption = 'weights'\nspread = 0.5\n\
             [[assumptions]]\nassumption = 'drop'\n\
             [[assumptions]]\nassumption = 'step'\nstep = 'aggregate'\n\
             alternatives = [{ rule = 'arithmetic' }, { rule = 'arithmetic', data_threshold = 1 }]",
        );
        let method = method("[[steps]]\nstep = 'aggregate'\nrule = 'arithmetic'");
        let straight: Vec<usize> = (0..figures.len()).collect();
        let analyse = |order: &[usize]| {
            let options = AnalysisOptions::default();
            let frame = frame(&figures, order);
            uncertainty_analysis(&frame, &framework(), &method, &described, &options, &()).unwrap()
        };
        let (one, other) = (analyse(&straight), analyse(&order));
        for (row, &unit) in order.iter().enumerate() {
            prop_assert_eq!(&other.units[row], &one.units[unit]);
            for (column, &rival) in order.iter().enumerate() {
                prop_assert_eq!(other.beats[row][column], one.beats[unit][rival]);
            }
        }
    }

    #[test]
    fn probabilities_fit_together(figures in figures()) {
        let order: Vec<usize> = (0..figures.len()).collect();
        let method = method("[[steps]]\nstep = 'aggregate'\nrule = 'arithmetic'");
        let described = described("replicates = 40\n[[assumptions]]\nassumption = 'dirichlet'");
        let options = AnalysisOptions::default();
        let frame = frame(&figures, &order);
        let found =
            uncertainty_analysis(&frame, &framework(), &method, &described, &options, &()).unwrap();
        let last = u32::try_from(order.len()).unwrap();
        for (unit, own) in found.units.iter().enumerate() {
            let shares: Vec<f64> =
                (1..=last).map(|k| found.at_most(unit, k).unwrap()).collect();
            prop_assert!(shares.is_sorted());
            prop_assert_eq!(shares.last().copied(), Some(own.ranked));
            if let (Some(low), Some(median), Some(high)) = (own.q05, own.median, own.q95) {
                prop_assert!(1.0 <= low && low <= median && median <= high && high <= f64::from(last));
            }
            for (rival, beats) in found.beats[unit].iter().enumerate() {
                let back = found.beats[rival][unit];
                prop_assert_eq!(beats.is_some(), back.is_some());
                prop_assert!(beats.unwrap_or(0.0) + back.unwrap_or(0.0) <= 1.0 + 1e-12);
            }
        }
    }
}
