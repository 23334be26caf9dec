//! A check from JSON, or from TOML that was made JSON.

use serde_json::Value;
use yanzhi_formula::{Expression, Graph};
use yanzhi_kernel::{Code, PeriodKind, Text, UnitKind, nearest};

use crate::{
    check::{
        Among, Applies, Audience, Bounds, Check, Compared, Relation, Rule, STEPS, Severity, Sum,
    },
    flaw::Flaw,
    keys::Keys,
};

const PERIOD_KINDS: [PeriodKind; 6] = [
    PeriodKind::Year,
    PeriodKind::HalfYear,
    PeriodKind::Quarter,
    PeriodKind::Month,
    PeriodKind::Cumulative,
    PeriodKind::Plan,
];

impl Check {
    /// Reads a check.
    ///
    /// # Errors
    ///
    /// Everything that is wrong with it, each with the keys that lead there.
    pub fn from_value(value: &Value) -> Result<Self, Vec<Flaw>> {
        let mut keys = Keys::of(value, Vec::new()).map_err(|flaw| vec![*flaw])?;
        let code = keys.needed_code("code");
        let name = keys.both("name");
        let severities = [("error", Severity::Error), ("warning", Severity::Warning)];
        let severity = keys.choice("severity", &severities, Severity::Warning);
        let audiences = [
            ("everyone", Audience::Everyone),
            ("reviewer", Audience::Reviewer),
        ];
        let audience = keys.choice("audience", &audiences, Audience::Everyone);
        let applies = part(&mut keys, "applies", applies);
        let rule = part(&mut keys, "rule", rule).flatten();
        if let Some(rule) = &rule
            && rule.is_hint()
            && (severity, audience) != (Severity::Warning, Audience::Reviewer)
        {
            keys.flaws.push(hint_is_for_the_reviewer());
        }
        let flaws = keys.end();
        match (code, name, applies, rule) {
            (Some(code), Some(name), Some(applies), Some(rule)) if flaws.is_empty() => Ok(Self {
                code,
                name,
                severity,
                audience,
                applies,
                rule,
            }),
            _ => Err(flaws),
        }
    }

    /// What it names that is not there, and measure units that do not fit.
    pub fn flaws_among(&self, graph: &Graph, units: &[Code]) -> Vec<Flaw> {
        let mut flaws = Vec::new();
        let of_check = self.applies.indicators.iter();
        let applied = of_check.map(|code| (["applies", "indicators"], code));
        let others = self.rule.others().into_iter();
        for (path, code) in applied.chain(others.map(|(key, code)| (["rule", key], code))) {
            if !graph.knows(code) {
                let near = nearest(code.as_str(), graph.indicators().map(Code::as_str));
                flaws.push(Flaw::code_unknown(
                    &path,
                    ("指标", "indicator"),
                    code.as_str(),
                    near,
                ));
            }
        }
        for code in self.applies.units.iter().filter(|it| !units.contains(it)) {
            let near = nearest(code.as_str(), units.iter().map(Code::as_str));
            let path = ["applies", "units"];
            flaws.push(Flaw::code_unknown(
                &path,
                ("单位", "unit"),
                code.as_str(),
                near,
            ));
        }
        if let Rule::Holds { condition } = &self.rule {
            let faults = graph.faults_of_condition(condition).into_iter();
            flaws.extend(faults.map(of_condition));
        }
        flaws
    }
}

fn of_condition(fault: yanzhi_formula::Fault) -> Flaw {
    Flaw {
        path: vec!["rule", "condition"],
        code: "check_condition",
        byte: fault.span.start,
        what: fault.what,
        remedy: fault.remedy,
    }
}

fn hint_is_for_the_reviewer() -> Flaw {
    Flaw {
        path: vec!["rule", "kind"],
        code: "check_hint",
        what: Text::new(
            "这类规律只是提示，不能当作错误",
            "such a pattern is a hint and no fault",
        ),
        remedy: Text::new(
            "写 severity = \"warning\" 和 audience = \"reviewer\"",
            "write severity = \"warning\" and audience = \"reviewer\"",
        ),
        byte: 0,
    }
}

/// A table within, which must be there.
fn part<T>(
    keys: &mut Keys<'_>,
    key: &'static str,
    read: impl FnOnce(&mut Keys<'_>) -> T,
) -> Option<T> {
    let Some(value) = keys.value(key) else {
        let path = keys.path(key);
        keys.flaws.push(Flaw::key_missing(&path));
        return None;
    };
    match Keys::of(value, keys.path(key)) {
        Ok(mut within) => {
            let read = read(&mut within);
            keys.flaws.append(&mut within.end());
            Some(read)
        }
        Err(flaw) => {
            keys.flaws.push(*flaw);
            None
        }
    }
}

fn applies(keys: &mut Keys<'_>) -> Applies {
    let period_kind = |word: &str| PERIOD_KINDS.into_iter().find(|kind| kind.as_str() == word);
    let mut period = |key| {
        let text = keys.text(key)?;
        let period = text.parse().ok();
        if period.is_none() {
            let path = keys.path(key);
            keys.flaws.push(Flaw::value(
                &path,
                ("时期，如 2023", "a period, such as 2023"),
            ));
        }
        period
    };
    let (from, until) = (period("from"), period("until"));
    Applies {
        indicators: keys.needed_codes("indicators"),
        units: keys.list(
            "units",
            |it| it.parse().ok(),
            ("代码的列表", "a list of codes"),
        ),
        unit_kinds: keys.list(
            "unit_kinds",
            |it| it.parse::<UnitKind>().ok(),
            (
                "单位类别的列表，如 [\"district\"]",
                "a list of kinds of units, such as [\"district\"]",
            ),
        ),
        period_kinds: keys.list(
            "period_kinds",
            period_kind,
            (
                "时期类别的列表，如 [\"year\"]",
                "a list of kinds of periods, such as [\"year\"]",
            ),
        ),
        from,
        until,
    }
}

fn rule(keys: &mut Keys<'_>) -> Option<Rule> {
    let kind = keys.needed_text("kind")?;
    Some(match kind {
        "range" => Rule::Range(bounds(keys)),
        "required" => Rule::Required,
        "sum_of_parts" => Rule::SumOfParts {
            parts: keys.needed_codes("parts"),
            sum: sum(keys),
        },
        "sum_of_children" => Rule::SumOfChildren {
            unit_kind: unit_kind(keys),
            sum: sum(keys),
        },
        "ratio" => Rule::Ratio {
            to: keys.needed_code("to")?,
            bounds: bounds(keys),
        },
        "change" => Rule::Change {
            months: back(keys),
            bounds: bounds(keys),
        },
        "outlier" => outlier(keys),
        "digit_preference" => Rule::DigitPreference {
            decimals: u8::try_from(keys.whole("decimals", (0, 10), 0)).unwrap_or_default(),
            percent: keys.positive("percent", 60.0),
            figures: keys.whole("figures", (5, 1_000), 10),
        },
        "repeated" => Rule::Repeated {
            times: keys.whole("times", (2, 100), 3),
        },
        "holds" => Rule::Holds {
            condition: condition(keys)?,
        },
        _ => {
            let path = keys.path("kind");
            keys.flaws.push(Flaw::word(&path, kind, &Rule::KINDS));
            return None;
        }
    })
}

fn bounds(keys: &mut Keys<'_>) -> Bounds {
    let (least, most) = (keys.number("least"), keys.number("most"));
    if least.is_none() && most.is_none() {
        let path = keys.path("least");
        keys.flaws.push(Flaw::key_missing(&path));
    }
    if let (Some(least), Some(most)) = (least, most)
        && least > most
    {
        let path = keys.path("most");
        keys.flaws.push(Flaw::value(
            &path,
            (" least 或更大的数", "a number of least or more"),
        ));
    }
    Bounds { least, most }
}

fn sum(keys: &mut Keys<'_>) -> Sum {
    let relations = [("equal", Relation::Equal), ("at_least", Relation::AtLeast)];
    let relation = keys.choice("relation", &relations, Relation::Equal);
    let tolerance = keys.number("tolerance").unwrap_or_default();
    if tolerance < 0.0 {
        let path = keys.path("tolerance");
        keys.flaws
            .push(Flaw::value(&path, ("0 或大于 0 的数", "0 or more")));
    }
    Sum {
        relation,
        tolerance,
    }
}

/// `1y`, `2q`, `3m`; a year where nothing is said.
fn back(keys: &mut Keys<'_>) -> i32 {
    let Some(text) = keys.text("back") else {
        return 12;
    };
    let step = STEPS.iter().find_map(|(letter, each)| {
        let count: u8 = text.strip_suffix(*letter)?.parse().ok()?;
        (1..=100).contains(&count).then(|| i32::from(count) * each)
    });
    step.unwrap_or_else(|| {
        let expected = (
            "时间间隔，如 1y（年）、1q（季）、1m（月）",
            "a step back in time, such as 1y (year), 1q (quarter), 1m (month)",
        );
        let path = keys.path("back");
        keys.flaws.push(Flaw::value(&path, expected));
        12
    })
}

fn unit_kind(keys: &mut Keys<'_>) -> Option<UnitKind> {
    let word = keys.text("unit_kind")?;
    let kind = word.parse().ok();
    if kind.is_none() {
        let path = keys.path("unit_kind");
        keys.flaws.push(Flaw::word(&path, word, UnitKind::WORDS));
    }
    kind
}

fn outlier(keys: &mut Keys<'_>) -> Rule {
    let among = [("own_history", Among::OwnHistory), ("peers", Among::Peers)];
    let compared = [("level", Compared::Level), ("change", Compared::Change)];
    Rule::Outlier {
        among: keys.choice("among", &among, Among::OwnHistory),
        of: keys.choice("of", &compared, Compared::Level),
        limit: keys.positive("limit", 3.5),
        figures: keys.whole("figures", (3, 100), 5),
    }
}

fn condition(keys: &mut Keys<'_>) -> Option<Expression> {
    let text = keys.needed_text("condition")?;
    match Expression::read(text) {
        Ok(condition) => Some(condition),
        Err(fault) => {
            keys.flaws.push(of_condition(*fault));
            None
        }
    }
}
