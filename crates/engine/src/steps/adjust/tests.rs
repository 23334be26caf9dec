use super::*;
use crate::testing::{flat, frame, method};
use crate::{Index, compute};

const ROOT: usize = 0;

/// Two years of three units, the last without a score; `HQ` is a column outside the framework.
fn index(adjust: &str) -> Result<Index, ComputeError> {
    let frame = frame(
        &["RD", "HQ"],
        &[
            &[
                &[Some(80.0), Some(2.0)],
                &[Some(81.0), None],
                &[None, Some(9.0)],
            ],
            &[
                &[Some(70.0), Some(0.0)],
                &[Some(70.0), Some(1.0)],
                &[None, None],
            ],
        ],
    );
    let text = format!(
        "[[steps]]\nstep = 'aggregate'\nrule = 'arithmetic'\n[[steps]]\nstep = 'adjust'\n{adjust}"
    );
    compute(&frame, &flat(&[("RD", 1.0)]), &method(&text))
}

const ITEMS: &str = "items = [
    { item = 'headquarters', kind = 'bonus', indicator = 'HQ', points = 1.5, most = 2 },
    { item = 'prize', kind = 'bonus' },
    { item = 'accident', kind = 'penalty', most = 4 },
]\n";

fn scores(index: &Index, period: usize) -> [Option<f64>; 3] {
    [0, 1, 2].map(|unit| index.score(period, ROOT, unit))
}

#[test]
fn points_are_capped_item_by_item_then_together() {
    let entries = "entries = [
        { item = 'prize', unit = 'A', period = '2021', points = 3, reason = 'first' },
        { item = 'prize', unit = 'A', period = '2021', points = 2, reason = 'second' },
        { item = 'accident', unit = 'B', points = 7 },
    ]\n";
    let free = index(&format!("{ITEMS}{entries}")).unwrap();
    // A 2021: 2 × 1.5 capped to 2, and 5. B: 7 capped to 4, in both years; 1.5 in 2022.
    assert_eq!(scores(&free, 0), [Some(87.0), Some(77.0), None]);
    assert_eq!(scores(&free, 1), [Some(70.0), Some(67.5), None]);
    let capped = index(&format!("{ITEMS}{entries}most_bonus = 6\nmost_penalty = 0")).unwrap();
    assert_eq!(scores(&capped, 0), [Some(86.0), Some(81.0), None]);
}

#[test]
fn the_explanation_lists_the_items_and_the_score_before() {
    let entries = "entries = [{ item = 'prize', unit = 'A', points = 5, reason = 'national' }]\n";
    let index = index(&format!("{ITEMS}{entries}most_bonus = 6")).unwrap();
    let explained = index.explain(0, 0);
    let adjustment = explained[0].adjustment.as_ref().unwrap();
    assert_eq!(explained[0].score, Some(86.0));
    let sums = [
        adjustment.before,
        adjustment.bonus,
        adjustment.penalty,
        adjustment.after,
    ];
    assert_eq!(sums.map(Some), [80.0, 6.0, 0.0, 86.0].map(Some));
    let items: Vec<(&str, Option<f64>, Option<f64>)> = adjustment
        .items
        .iter()
        .map(|it| (it.item.as_str(), Some(it.points), Some(it.counted)))
        .collect();
    assert_eq!(
        items,
        [
            ("headquarters", Some(3.0), Some(2.0)),
            ("prize", Some(5.0), Some(5.0))
        ]
    );
    assert_eq!(adjustment.items[1].reasons, ["national"]);
    // The contributions add up to the score before.
    assert_eq!(explained[1].contribution, Some(80.0));
    assert!(explained[1].adjustment.is_none());
    assert!(index.explain(0, 2)[0].adjustment.is_none());
    let steps: Vec<&str> = index.datasets().iter().map(DataSet::step).collect();
    assert_eq!(steps, ["raw", "aggregate", "adjust"]);
    assert_eq!(
        index.dataset("aggregate").unwrap().get("index", 0, 0),
        Some(80.0)
    );
    assert_eq!(
        index.dataset("adjust").unwrap().get("index", 0, 0),
        Some(86.0)
    );
}

#[test]
fn ranks_are_of_the_adjusted_scores() {
    let index = index(ITEMS).unwrap();
    assert_eq!(
        [0, 1, 2].map(|unit| index.rank(0, ROOT, unit)),
        [Some(1), Some(2), None]
    );
}

#[test]
fn a_negative_figure_is_a_fault_that_names_everything() {
    let frame = frame(&["RD", "HQ"], &[&[&[Some(80.0), Some(-2.0)]]]);
    let text = format!(
        "[[steps]]\nstep = 'aggregate'\nrule = 'arithmetic'\n[[steps]]\nstep = 'adjust'\n{ITEMS}"
    );
    let error = compute(&frame, &flat(&[("RD", 1.0)]), &method(&text)).unwrap_err();
    let start = "step adjust, rule adjust, headquarters, period 2021, unit A: -3 points";
    assert!(error.to_string().starts_with(start), "{error}");
}

#[test]
fn slips_are_found_all_at_once() {
    let text = "most_bonus = -1
        items = [
            { item = 'prize', kind = 'bonus' },
            { item = 'prize', kind = 'bonus', indicator = 'HK' },
        ]
        entries = [
            { item = 'prise', unit = 'A', points = 1 },
            { item = 'prize', unit = 'Z', period = '1999', points = -1 },
        ]";
    let message = index(text).unwrap_err().to_string();
    for part in [
        "`HK` is no indicator",
        "`most_bonus` of the step is -1",
        "item `prize` stands twice",
        "from a column and from entries",
        "entries[0]: `prise` is no item of the step (did you mean `prize`?)",
        "entries[1]: `Z` is no unit",
        "entries[1]: `1999` is no period",
        "`points` of prize is -1",
    ] {
        assert!(message.contains(part), "{part} is not in {message}");
    }
    let message = index("").unwrap_err().to_string();
    assert!(message.contains("no items"), "{message}");
}
