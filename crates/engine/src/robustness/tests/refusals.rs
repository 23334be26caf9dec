//! What is refused, and how it is said.

use std::ops::ControlFlow;

use super::*;

fn faults(text: &str) -> String {
    Setting::new().analyse(text).unwrap_err().to_string()
}

#[test]
fn numbers_and_names_that_do_not_fit_are_refused_with_a_remedy() {
    let weights = "[[assumptions]]\nassumption = 'weights'\nspread = 0.25\n";
    for (text, says) in [
        (format!("seed = 0\n{weights}"), "`seed` is 0"),
        (format!("replicates = 0\n{weights}"), "`replicates` is 0"),
        (
            format!("probability = 1.5\n{weights}"),
            "`probability` is 1.5",
        ),
        (format!("top = [0]\n{weights}"), "`top` is 0"),
        (
            format!("period = '2020'\n{weights}"),
            "`2020` is no period of the frame (did you mean `2021`?)",
        ),
        (format!("node = 'gren'\n{weights}"), "did you mean `green`?"),
        (String::new(), "no assumption is uncertain"),
        (weights.replace("0.25", "1.25"), "`spread` is 1.25"),
        (
            weights.replace("0.25", "0"),
            "must be a finite number above 0",
        ),
        (weights.replace("spread = 0.25", ""), "`spread` is missing"),
        (
            format!("{weights}levels = [{{ level = 3, spread = 0.1 }}]"),
            "`level` is 3",
        ),
        (
            format!("{weights}name = 'x'\n{weights}name = 'x'"),
            "`x` stands twice",
        ),
    ] {
        let found = faults(&text);
        assert!(found.contains(says), "{text}: {found}");
    }
}

#[test]
fn choices_that_do_not_fit_are_refused_with_a_remedy() {
    for (text, says) in [
        (step("normalize", "[]"), "did you mean `normalise`?"),
        (step("normalise", "[]"), "nothing to choose from"),
        (
            step("normalise", "[{ step = 'aggregate', rule = 'arithmetic' }]"),
            "it defines the step aggregate",
        ),
        (
            step("aggregate", "[{ leave_out = true }]"),
            "cannot be left out",
        ),
        (
            step("normalise", "[{ leave_out = true }]"),
            "no normalise step turns it round",
        ),
        (
            step("normalise", "[{ rule = 'min_max', lower = 5, upper = 1 }]"),
            "alternative 1",
        ),
        (parameter("lowr"), "did you mean `lower`?"),
        (parameter("indicators.RT.lower"), "did you mean `RD`?"),
        (
            "[[assumptions]]\nassumption = 'drop'\nnodes = ['index']".into(),
            "nothing is left",
        ),
        (
            "[[assumptions]]\nassumption = 'drop'\nnodes = ['RT']".into(),
            "did you mean `RD`?",
        ),
        (
            "[[assumptions]]\nassumption = 'dirichlet'\nconcentration = 0".into(),
            "`concentration` is 0",
        ),
        (
            "[[assumptions]]\nassumption = 'weight_sets'\nsets = []".into(),
            "nothing to choose from",
        ),
        (
            "[[assumptions]]\nassumption = 'weight_sets'\nsets = [{ RD = -1 }]".into(),
            "`weight` is -1",
        ),
        (
            "[[assumptions]]\nassumption = 'measurement_error'\nsize = -1".into(),
            "`size` is -1",
        ),
        (
            "[[assumptions]]\nassumption = 'measurement_error'\nsize = 1\nindicators = ['R']"
                .into(),
            "no indicator of the frame",
        ),
    ] {
        let found = faults(&text);
        assert!(found.contains(says), "{text}: {found}");
    }
}

fn step(label: &str, alternatives: &str) -> String {
    format!("[[assumptions]]\nassumption = 'step'\nstep = '{label}'\nalternatives = {alternatives}")
}

fn parameter(name: &str) -> String {
    format!(
        "[[assumptions]]\nassumption = 'parameter'\nstep = 'normalise'\nparameter = '{name}'\nvalues = [1]"
    )
}

#[test]
fn a_slip_in_a_description_is_named_with_its_path() {
    for (text, says) in [
        ("seeds = 3", "seeds: unknown key (did you mean `seed`?)"),
        (
            "[[assumptions]]\nassumption = 'drop'\nnode = ['RD']",
            "assumptions[0].node: unknown key (did you mean `nodes`?)",
        ),
        (
            "[sensitivity]\npoint = 5",
            "sensitivity.point: unknown key (did you mean `points`?)",
        ),
        (
            &step("normalise", "[{ rule = 'min_maks' }]"),
            "assumptions[0].alternatives[0].rule: unknown word `min_maks`",
        ),
    ] {
        let found = toml::from_str::<Uncertainty>(text).unwrap_err().to_string();
        assert!(found.contains(says), "{found}");
    }
}

#[test]
fn a_description_written_and_read_again_is_the_same() {
    let text = format!(
        "{}\n{}\n{}\n[[assumptions]]\nassumption = 'drop'\n[[assumptions]]\nassumption = 'measurement_error'\nsize = 0.1",
        step("normalise", "[{ rule = 'min_max' }, { leave_out = true }]"),
        parameter("lower"),
        "[[assumptions]]\nassumption = 'weights'\nspread = 0.1"
    );
    let read: Uncertainty = toml::from_str(&text).unwrap();
    let json = serde_json::to_value(&read).unwrap();
    assert_eq!(Uncertainty::from_value(json).unwrap(), read);
    let again: Uncertainty = toml::from_str(&toml::to_string(&read).unwrap()).unwrap();
    assert_eq!(again, read);
}

#[test]
fn a_replicate_that_cannot_be_computed_is_named_with_its_choices() {
    let text = step(
        "normalise",
        "[{ rule = 'min_max', lower = 1 }, { rule = 'min_max' }]",
    ) + "\n"
        + &step("aggregate", "[{ rule = 'geometric' }]");
    for threads in [1, 3] {
        let options = AnalysisOptions {
            threads,
            ..AnalysisOptions::default()
        };
        let error = Setting::new().analyse_with(&text, &options).unwrap_err();
        let RobustnessError::Replicate {
            number,
            choices,
            source,
        } = error
        else {
            panic!("{error}");
        };
        let first = (1..100).find(|&number: &u64| {
            let mut point = [0.0; 2];
            chance::point(1, number - 1, &mut point);
            point[0] >= 0.5
        });
        assert_eq!(Some(number), first, "{threads} threads");
        assert!(
            choices.starts_with("step = {\"step\":\"normalise\",\"rule\":\"min_max\",\"lower\":0"),
            "{choices}"
        );
        assert!(matches!(*source, crate::ComputeError::Rule { .. }));
    }
}

#[test]
fn too_much_memory_is_refused_before_it_is_taken() {
    let text = "replicates = 4000000000\n[[assumptions]]\nassumption = 'dirichlet'";
    let error = Setting::new().analyse(text).unwrap_err();
    assert!(
        matches!(
            error,
            RobustnessError::TooLarge {
                limit_bytes: 1_073_741_824,
                ..
            }
        ),
        "{error}"
    );
    let options = AnalysisOptions {
        memory_bytes: 1_000,
        ..AnalysisOptions::default()
    };
    let small = "replicates = 100\n[[assumptions]]\nassumption = 'dirichlet'";
    assert!(Setting::new().analyse_with(small, &options).is_err());
}

#[test]
fn a_watcher_can_stop_it() {
    let setting = Setting::new();
    let stop = |done: u64, of: u64| {
        if done * 2 < of {
            ControlFlow::Continue(())
        } else {
            ControlFlow::Break(())
        }
    };
    let error = uncertainty_analysis(
        &setting.frame,
        &setting.framework,
        &setting.method,
        &Uncertainty::default(),
        &AnalysisOptions {
            threads: 1,
            ..AnalysisOptions::default()
        },
        &stop,
    );
    let stopped =
        matches!(error, Err(RobustnessError::Cancelled(it)) if it.of == 1_000 && it.done >= 500);
    assert!(stopped);
}
