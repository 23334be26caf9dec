//! Expressions of derived indicators, and `checks.toml`.

use yanzhi_checks::{Rule, Severity};
use yanzhi_kernel::Code;

use crate::tiny_pack::{Case, Edit, check, edit, read_in, tiny};

/// The pack with an indicator DERIVED that is counted in a unit and computed by an expression.
macro_rules! derived {
    ($measure_unit:literal, $expression:literal $(, $more:expr)*) => {
        &[
            Edit::Says(
                "datapackage.json",
                "{ \"name\": \"definition_en\" }, { \"name\": \"source\" }]",
                "{ \"name\": \"definition_en\" }, { \"name\": \"source\" }, { \"name\": \"expression\" }]",
            ),
            Edit::Says("indicators.csv", "definition_en,source", "definition_en,source,expression"),
            Edit::Says("indicators.csv", "GDP,YB", "GDP,YB,"),
            Edit::Says("indicators.csv", "Grants,", "Grants,,"),
            Edit::Ends(
                "indicators.csv",
                concat!(
                    "DERIVED,派生,Derived,", $measure_unit, ",", $measure_unit,
                    ",higher_is_better,expected,yearly,,1,派生指标,derived,,", $expression
                ),
            ),
            $($more,)*
        ]
    };
}

/// A file of one check with a rule, of which more may be said.
macro_rules! checks {
    ($rule:literal $(, $more:literal)?) => {
        &[Edit::Is(
            "checks.toml",
            concat!(
                "[[checks]]\ncode = \"C1\"\nname = { zh = \"检查\", en = \"Check\" }\n",
                "applies = { indicators = [\"RD\"] }\nrule = ", $rule, "\n" $(, $more)?
            ),
        )]
    };
}

pub(crate) const CASES: &[Case] = &[
    Case {
        code: "expression_invalid",
        edits: derived!("%", "\"growth(RD, 1y) + PATNET\""),
        zh: "indicators.csv:4:92: 没有指标“PATNET” — 改正代码（是否为“PATENT”？）；含“-”“.”或以数字开头的代码写在方括号里",
        en: "indicators.csv:4:92: there is no indicator \"PATNET\" — correct the code (did you mean \"PATENT\"?); one with \"-\" or \".\" or a digit in front stands in brackets",
    },
    Case {
        code: "expression_invalid",
        edits: derived!("%", "RD + DERIVED"),
        zh: "indicators.csv:4:79: 指标的算式形成循环：DERIVED → DERIVED — 改写其中一个算式，使它不再用到自己",
        en: "indicators.csv:4:79: expressions of indicators go round in a circle: DERIVED → DERIVED — rewrite one of them so that it does not rest on itself",
    },
    Case {
        code: "expression_invalid",
        edits: derived!("%", "RD / PATENT"),
        zh: "indicators.csv:4:74: 算出来以 %/件 计，而指标的计量单位是 % — 改正算式或指标的计量单位；“每万人口”一类用 per(…)，其单位同分子",
        en: "indicators.csv:4:74: the result is counted in %/件, and the indicator in % — correct the expression or the measure unit of the indicator; for a count per inhabitants write per(…)",
    },
    Case {
        code: "indicator_derived",
        edits: derived!(
            "%",
            "2 * RD",
            Edit::Ends("observations.csv", "DERIVED,EAST,ALL,2023,1,final,,,")
        ),
        zh: "observations.csv:7:1: “DERIVED”是派生指标，由算式计算，不填报 — 删去这一行，或删去该指标的算式",
        en: "observations.csv:7:1: \"DERIVED\" is a derived indicator: it is computed and not reported — remove the row, or the expression of the indicator",
    },
    Case {
        code: "check_key_missing",
        edits: checks!("{ kind = \"range\" }"),
        zh: "checks.toml:5:1: 缺少键“rule.least” — 加入“rule.least”",
        en: "checks.toml:5:1: the key \"rule.least\" is missing — add \"rule.least\"",
    },
    Case {
        code: "check_key_unknown",
        edits: checks!(
            "{ kind = \"repeated\", tims = 2 }",
            "audience = \"reviewer\"\n"
        ),
        zh: "checks.toml:5:1: 未知的键“tims” — 改正（是否为“times”？）或删去；可用的键：kind, times",
        en: "checks.toml:5:1: the key \"tims\" is unknown — correct (did you mean \"times\"?) or remove it; keys there are: kind, times",
    },
    Case {
        code: "check_value",
        edits: checks!("{ kind = \"range\", least = 2, most = 1 }"),
        zh: "checks.toml:5:37: “rule.most”的值不是 least 或更大的数 — 改为 least 或更大的数",
        en: "checks.toml:5:37: the value of \"rule.most\" is not a number of least or more — make it a number of least or more",
    },
    Case {
        code: "check_word",
        edits: checks!("{ kind = \"required\" }", "severity = \"eror\"\n"),
        zh: "checks.toml:6:1: “severity”的值“eror”未知 — 改用（是否为“error”？）：error, warning",
        en: "checks.toml:6:1: \"eror\" is no value of \"severity\" — use one of (did you mean \"error\"?): error, warning",
    },
    Case {
        code: "check_code_unknown",
        edits: checks!("{ kind = \"ratio\", to = \"PATNET\", least = 0 }"),
        zh: "checks.toml:5:26: 指标“PATNET”不存在 — 改正代码（是否为“PATENT”？）",
        en: "checks.toml:5:26: there is no indicator \"PATNET\" — correct the code (did you mean \"PATENT\"?)",
    },
    Case {
        code: "check_condition",
        edits: checks!("{ kind = \"holds\", condition = \"RD > 0 and RD > PATENT\" }"),
        zh: "checks.toml:5:50: “RD”以 % 计，“PATENT”以 件 计 — 只对同一计量单位的量相加、相减、比较或选择；不同的量相除得到比值",
        en: "checks.toml:5:50: \"RD\" is counted in %, \"PATENT\" in 件 — add, subtract, compare and choose among quantities of one measure unit; divide unlike ones",
    },
    Case {
        code: "check_hint",
        edits: checks!("{ kind = \"repeated\" }"),
        zh: "checks.toml:5:10: 这类规律只是提示，不能当作错误 — 写 severity = \"warning\" 和 audience = \"reviewer\"",
        en: "checks.toml:5:10: such a pattern is a hint and no fault — write severity = \"warning\" and audience = \"reviewer\"",
    },
    Case {
        code: "key_unknown",
        edits: &[Edit::Is("checks.toml", "[[check]]\ncode = \"C1\"\n")],
        zh: "checks.toml:1:1: “checks”的值不是表的列表：[[checks]] — 改为表的列表：[[checks]]\nchecks.toml:1:3: 未知的键“check” — 改正或删去；可用的键：checks",
        en: "checks.toml:1:1: the value of \"checks\" is not a list of tables: [[checks]] — make it a list of tables: [[checks]]\nchecks.toml:1:3: the key \"check\" is unknown — correct or remove it; keys there are: checks",
    },
];

#[test]
fn what_is_wrong_is_said_with_its_place() {
    check(CASES);
}

#[test]
fn a_code_of_two_checks_is_refused() {
    let dir = tiny();
    let of = |code: &str| {
        format!(
            "[[checks]]\ncode = \"{code}\"\nname = {{ zh = \"甲\", en = \"A\" }}\napplies = {{ indicators = [\"RD\"] }}\nrule = {{ kind = \"required\" }}\n"
        )
    };
    std::fs::write(dir.path().join("checks.toml"), of("C1") + &of("C1")).unwrap();
    let problems = read_in(dir.path()).unwrap_err();
    let said: Vec<(&str, u32)> = problems.list.iter().map(|it| (it.code, it.line)).collect();
    assert_eq!(said, [("code_duplicate", 7)]);
}

#[test]
fn expressions_and_checks_are_part_of_the_pack() {
    let dir = tiny();
    edit(dir.path(), derived!("%", "\"round(growth(RD, 1y), 1)\""));
    edit(
        dir.path(),
        checks!(
            "{ kind = \"range\", least = 0, most = 100 }",
            "severity = \"error\"\n"
        ),
    );
    let pack = read_in(dir.path()).unwrap_or_else(|problems| panic!("{problems}"));
    let expressions: Vec<Option<&str>> = pack
        .indicators
        .iter()
        .map(|it| it.expression.as_deref())
        .collect();
    assert_eq!(expressions, [None, None, Some("round(growth(RD, 1y), 1)")]);
    let [check] = pack.checks.as_slice() else {
        panic!("{:?}", pack.checks);
    };
    assert_eq!(check.severity, Severity::Error);
    assert_eq!(
        check
            .applies
            .indicators
            .iter()
            .map(Code::as_str)
            .collect::<Vec<_>>(),
        ["RD"]
    );
    assert!(matches!(check.rule, Rule::Range(_)));
}
