use super::*;
use crate::testing::{flat, frame, method};

const FULL: &str = r#"
[[steps]]
step = "denominate"
[steps.indicators.RD]
denominator = "GDP"
scale = 100

[[steps]]
step = "normalise"
rule = "standard_ratio"
cap = 1.2
[steps.indicators.RD]
standard = 2.5
[steps.indicators.LIFE]
rule = "goalposts"
low = 20.0
high = 85.0
scale = 1.0
log = true
[steps.indicators.ENERGY]
rule = "min_max"
scope = { base = "2021" }

[[steps]]
step = "weight"
rule = "equal"

[[steps]]
step = "aggregate"
rule = "arithmetic"
data_threshold = 0.6
[[steps.levels]]
level = 0
rule = "geometric"
data_threshold = 1

[[steps]]
step = "rank"
ties = "competition"
"#;

fn faults_of(text: &str) -> Vec<MethodError> {
    let frame = frame(&["RD", "-ENERGY", "GDP"], &[&[&[None, None, None]]]);
    let tree = flat(&[("RD", 1.0), ("ENERGY", 1.0)]);
    method(text).validate(&tree, &frame).unwrap_err().0
}

#[test]
fn written_and_read_again_it_is_the_same() {
    let first = method(FULL);
    let as_toml = toml::to_string(&first).unwrap();
    assert_eq!(method(&as_toml), first, "{as_toml}");
    let as_json = serde_json::to_string(&first).unwrap();
    assert_eq!(
        serde_json::from_str::<Method>(&as_json).unwrap(),
        first,
        "{as_json}"
    );
}

#[test]
fn written_it_leaves_nothing_implied() {
    let text = "[[steps]]\nstep = 'normalise'\nrule = 'min_max'\n";
    let json = serde_json::to_value(method(text)).unwrap();
    let expected = serde_json::json!({"steps": [{
        "step": "normalise", "rule": "min_max", "lower": 0.0, "upper": 100.0, "scope": "period",
    }]});
    assert_eq!(json, expected);
}

#[test]
fn a_level_takes_the_rule_of_the_step_or_its_own() {
    let text = "[[steps]]\nstep = 'aggregate'\nrule = 'geometric'\ndata_threshold = 0.5\n\
                levels = [{ level = 1, data_threshold = 0.9 }, { level = 0, rule = 'arithmetic' }]";
    let Step::Aggregate(step) = &method(text).steps[0] else {
        panic!("not an aggregate step");
    };
    let at = |level| (step.at(level).0.word(), step.at(level).1);
    assert_eq!(at(0), ("arithmetic", Some(0.5)));
    assert_eq!(at(1), ("geometric", Some(0.9)));
    assert_eq!(at(2), ("geometric", Some(0.5)));
}

#[test]
fn what_is_not_understood_is_named_with_its_path() {
    let message = |text: &str| {
        let value = toml::from_str(text).unwrap();
        Method::from_value(value).unwrap_err().to_string()
    };
    let step = message("[[steps]]\nstep = 'normalize'");
    assert!(
        step.starts_with("steps[0].step: unknown word `normalize` (did you mean `normalise`?)"),
        "{step}"
    );
    let nameless = message("[[steps]]\nrule = 'min_max'");
    assert_eq!(nameless, "steps[0].step: this key is missing: give it");
    let key = message("step = []");
    assert_eq!(
        key,
        "step: unknown key (did you mean `steps`?); known here: steps"
    );
    let list = message("steps = 1");
    assert_eq!(list, "steps: expected a list of tables, found a number");
    let threshold =
        message("[[steps]]\nstep = 'aggregate'\nrule = 'arithmetic'\ndata_treshold = 1");
    assert!(
        threshold.contains("did you mean `data_threshold`?"),
        "{threshold}"
    );
    let level =
        message("[[steps]]\nstep = 'aggregate'\nrule = 'arithmetic'\nlevels = [{ level = -1 }]");
    assert!(
        level.starts_with("steps[0].levels[0].level: invalid value"),
        "{level}"
    );
    let rank = message("[[steps]]\nstep = 'rank'\nties = 'dence'");
    assert!(rank.starts_with("steps[0].ties: unknown variant"), "{rank}");
    let denominator = message("[[steps]]\nstep = 'denominate'\n[steps.indicators.RD]\nscale = 1");
    assert!(
        denominator.starts_with("steps[0].indicators.RD: missing field `denominator`"),
        "{denominator}"
    );
}

#[test]
fn numbers_that_are_none_are_refused() {
    for value in ["nan", "inf", "true", "'1'"] {
        let text = format!("[[steps]]\nstep = 'normalise'\nrule = 'min_max'\nlower = {value}");
        let read: Result<Method, _> = toml::from_str(&text);
        assert!(
            read.unwrap_err().to_string().contains("steps[0].lower"),
            "{value}"
        );
    }
}

#[test]
fn order_and_number_of_steps_are_checked() {
    assert!(faults_of("steps = []").contains(&MethodError::NoAggregate));
    let aggregate = "[[steps]]\nstep = 'aggregate'\nrule = 'arithmetic'\n";
    let normalise = "[[steps]]\nstep = 'normalise'\nrule = 'min_max'\n";
    let rank = "[[steps]]\nstep = 'rank'\n";
    let late = faults_of(&format!("{rank}{aggregate}{normalise}"));
    let order = |step, belongs| MethodError::Order { step, belongs };
    assert_eq!(late, [order("rank", "after"), order("normalise", "before")]);
    let twice = faults_of(&format!("{normalise}{aggregate}{aggregate}"));
    assert_eq!(twice, [MethodError::Twice { step: "aggregate" }]);
}

#[test]
fn a_lower_is_better_indicator_is_not_added_up_as_it_is() {
    let found = faults_of("[[steps]]\nstep = 'aggregate'\nrule = 'arithmetic'\n");
    assert_eq!(
        found,
        [MethodError::DirectionIgnored {
            indicator: "ENERGY".into()
        }]
    );
}

#[test]
fn all_faults_are_listed_at_once() {
    let found = faults_of(
        r#"
        [[steps]]
        step = "denominate"
        [steps.indicators.RDD]
        denominator = "GPD"
        scale = 0
        [[steps]]
        step = "normalise"
        [steps.indicators.RD]
        rule = "min_max"
        lower = 5
        upper = 1
        scope = { base = "2020" }
        [[steps]]
        step = "aggregate"
        rule = "arithmetic"
        data_threshold = 1.5
        levels = [{ level = 0 }, { level = 0 }, { level = 1 }]
        "#,
    );
    let words: Vec<String> = found.iter().map(ToString::to_string).collect();
    let expected = [
        "step denominate: `RDD` is no indicator of the frame (did you mean `RD`?): correct the code",
        "step denominate: `GPD` is no indicator of the frame (did you mean `GDP`?): correct the code",
        "step denominate, rule denominate, indicator RDD: `scale` is 0: it must be a finite number above 0",
        "step normalise, rule min_max, indicator RD: `lower` is 5 and `upper` is 1: `lower` must be below `upper`",
        "step normalise, indicator RD: `2020` is no period of the frame (did you mean `2021`?): choose one of its periods",
        "step normalise: indicator `ENERGY` has no rule: give the step a rule for all, or one for it",
        "step aggregate: level 0 stands twice: keep one",
        "step aggregate: no node of level 1 has children (the deepest that do are of level 0): correct the level",
        "step aggregate, rule arithmetic: `data_threshold` is 1.5: it must be from 0 to 1",
    ];
    assert_eq!(words, expected);
}

#[test]
fn a_second_step_of_a_kind_has_its_own_label() {
    let twice = "[[steps]]\nstep = 'normalise'\nrule = 'min_max'\n".repeat(2);
    let text = format!("{twice}[[steps]]\nstep = 'aggregate'\nrule = 'arithmetic'\n");
    assert_eq!(
        method(&text).labels(),
        ["normalise", "normalise_2", "aggregate"]
    );
}
