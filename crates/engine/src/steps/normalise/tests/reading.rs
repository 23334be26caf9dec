//! Every rule is read, written and read again; parts of rules are taken from the step.

use super::*;

/// One text for every rule, with what it must have.
const TEXTS: &[&str] = &[
    "rule = 'min_max'\nscope = { base = '2021' }",
    "rule = 'z_score'\nmean = 10\nsd = 2",
    "rule = 'scaled'\nlow = -1\nhigh = 1",
    "rule = 'goalposts'\nlow = 20\nhigh = 85\nlog = true",
    "rule = 'distance_to_max'\nscope = 'all_periods'",
    "rule = 'distance_to_reference'\nunit = 'A'\ncapped = true",
    "rule = 'distance_to_target'\ntarget = 3",
    "rule = 'fraction_of_max'\nnegated = true",
    "rule = 'percentile_rank'\nties = 'average'\nscale = 100",
    "rule = 'rank'\nties = 'max'",
    "rule = 'borda'",
    "rule = 'position_score'",
    "rule = 'target_completion'\ntargets = { 2021 = 3.5 }\ninverse = 'difference'",
    "rule = 'index_number'\nof = 'mean'\nscope = { base = '2021' }",
    "rule = 'efficacy'\nbad = 1\ncapped = true\ncap = 120",
    "rule = 'schedule_progress'\nbase_period = '2021'\ntarget = 4\ntarget_period = '2025'",
    "rule = 'piecewise'\nanchors = [[0, 0], [1, 60.5]]\nbeyond = 'extend'",
    "rule = 'standard_ratio'\nstandard = 2.5",
    "rule = 'growth_score'\nby = { rule = 'efficacy', bad = 0, good = 0.2 }",
    "rule = 'level_progress'\nalpha = 0.7\nfirst = 'missing'\nlevel = { rule = 'rank' }",
];

#[test]
fn every_rule_written_and_read_again_is_the_same() {
    for text in TEXTS {
        let step = read(text).unwrap();
        let as_toml = toml::to_string(&step).unwrap();
        assert_eq!(read(&as_toml).as_ref(), Ok(&step), "{as_toml}");
        assert!(text.contains(step.rule.as_ref().unwrap().word()), "{text}");
    }
    let words = TEXTS.iter().map(|text| read(text).unwrap());
    let words: Vec<&str> = words.map(|step| step.rule.unwrap().word()).collect();
    assert_eq!(words.len(), choice::RULES.len());
    assert!(choice::RULES.iter().all(|word| words.contains(word)));
}

#[test]
fn every_rule_names_its_unknown_keys() {
    for text in TEXTS {
        let message = read(&format!("x_{text}")).unwrap_err().to_string();
        assert!(message.starts_with("steps[0].rule"), "{message}");
        let message = read(&format!("strange = 1\n{text}"))
            .unwrap_err()
            .to_string();
        assert!(
            message.starts_with("steps[0].strange: unknown key"),
            "{message}"
        );
        assert!(message.contains("known here: step, rule"), "{message}");
    }
}

#[test]
fn an_override_fills_the_rules_inside_a_rule_as_well() {
    let text = "rule = 'level_progress'\nalpha = 0.8\n\
                level = { rule = 'standard_ratio', cap = 1.2 }\nprogress = { cap = 2 }\n\
                [indicators.RD]\nlevel = { standard = 2.5 }\nprogress = { standard = 0.2 }\n\
                [indicators.GDP]\nlevel = { rule = 'min_max' }\nprogress = { rule = 'rank' }";
    let step = read(text).unwrap();
    let Some(NormaliseRule::LevelProgress(own)) = step.rule_of("RD") else {
        panic!("another rule");
    };
    let ratio = |standard, cap| {
        NormaliseRule::StandardRatio(StandardRatio {
            standard: Some(standard),
            cap,
            ..StandardRatio::default()
        })
    };
    assert!((own.join.alpha - 0.8).abs() < f64::EPSILON);
    assert_eq!(*own.level, ratio(2.5, 1.2));
    assert_eq!(*own.progress, ratio(0.2, 2.0));
    let Some(NormaliseRule::LevelProgress(other)) = step.rule_of("GDP") else {
        panic!("another rule");
    };
    assert_eq!(*other.level, NormaliseRule::MinMax(MinMax::default()));
    assert_eq!(*other.progress, NormaliseRule::Rank(RankScore::default()));
}

#[test]
fn a_rule_of_change_judges_by_min_max_where_it_names_no_rule() {
    let min_max = || Box::new(NormaliseRule::MinMax(MinMax::default()));
    let growth = read("rule = 'growth_score'").unwrap().rule;
    let by = min_max();
    assert_eq!(growth, Some(NormaliseRule::GrowthScore(GrowthScore { by })));
    let both = read("rule = 'level_progress'").unwrap().rule;
    let expected = LevelProgress {
        join: Join::default(),
        level: min_max(),
        progress: min_max(),
    };
    assert_eq!(both, Some(NormaliseRule::LevelProgress(expected)));
}

#[test]
fn a_rule_of_change_is_no_part_of_another() {
    let message = |text: &str| read(text).unwrap_err().to_string();
    let growth = message("rule = 'growth_score'\nby = { rule = 'level_progress' }");
    assert!(
        growth.starts_with("steps[0].by.rule: unknown word"),
        "{growth}"
    );
    let level = message("rule = 'level_progress'\nlevel = { rule = 'growth_score' }");
    assert!(
        level.starts_with("steps[0].level.rule: unknown word"),
        "{level}"
    );
    let nameless = message("rule = 'level_progress'\nlevel = { lower = 1 }");
    assert_eq!(
        nameless,
        "steps[0].level.rule: this key is missing: give it"
    );
    let slip = message("rule = 'level_progress'\nlevel = { rule = 'min_max', loewr = 1 }");
    assert!(
        slip.contains("steps[0].level.loewr: unknown key (did you mean `lower`?)"),
        "{slip}"
    );
}

#[test]
fn faults_of_a_rule_beside_the_frame_are_found_before_anything_is_computed() {
    let frame = crate::testing::frame(&["RD"], &[&[&[Some(1.0)], &[Some(2.0)]]]);
    let tree = crate::testing::flat(&[("RD", 1.0)]);
    let message = |rule: &str| {
        let text = format!(
            "[[steps]]\nstep = 'normalise'\n{rule}\n[[steps]]\nstep = 'aggregate'\nrule = 'arithmetic'"
        );
        let method = crate::testing::method(&text);
        method.validate(&tree, &frame).unwrap_err().to_string()
    };
    let unit = message("rule = 'distance_to_reference'\nunit = 'AA'");
    assert_eq!(
        unit,
        "step normalise, rule distance_to_reference, indicator RD: `unit` is `AA`, which is no unit of \
         the frame (did you mean `A`?): correct the code"
    );
    let base =
        message("rule = 'growth_score'\nby = { rule = 'min_max', scope = { base = '2020' } }");
    assert!(base.contains("`2020` is no period of the frame"), "{base}");
    let schedule = message(
        "rule = 'schedule_progress'\nbase_period = '2025'\ntarget = 4\ntarget_period = '2021'",
    );
    assert!(
        schedule.contains("`base_period` must end earlier"),
        "{schedule}"
    );
    let own = message("rule = 'index_number'");
    assert!(own.contains("`scope.base` is missing: give it"), "{own}");
}
