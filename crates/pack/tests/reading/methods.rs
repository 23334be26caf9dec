//! `method.toml`.

use crate::tiny_pack::{Case, Edit, check};

pub(crate) const CASES: &[Case] = &[
    Case {
        code: "toml_syntax",
        edits: &[Edit::Says("method.toml", "[[steps]]", "[[steps]")],
        zh: "method.toml:1:9: TOML 语法错误：unclosed array table, expected `]` — 改正此处的写法\nmethod.toml:9:3: TOML 语法错误：duplicate key — 改正此处的写法",
        en: "method.toml:1:9: this is no TOML: unclosed array table, expected `]` — correct what is written here\nmethod.toml:9:3: this is no TOML: duplicate key — correct what is written here",
    },
    Case {
        code: "key_unknown",
        edits: &[Edit::Says("method.toml", "data_threshold", "data_treshold")],
        zh: "method.toml:12:1: 未知的键“steps[1].data_treshold” — 改正（是否为“data_threshold”？）；可用：step, rule, data_threshold, levels",
        en: "method.toml:12:1: the key \"steps[1].data_treshold\" is unknown — correct it (did you mean \"data_threshold\"?); known here: step, rule, data_threshold, levels",
    },
    Case {
        code: "key_unknown",
        edits: &[Edit::Says(
            "method.toml",
            "standard = 2.5",
            "standard = 2.5\ncapp = 1.0",
        )],
        zh: "method.toml:8:1: 未知的键“steps[0].indicators.RD.capp” — 改正（是否为“cap”？）；可用：rule, standard, scale, cap, capped",
        en: "method.toml:8:1: the key \"steps[0].indicators.RD.capp\" is unknown — correct it (did you mean \"cap\"?); known here: rule, standard, scale, cap, capped",
    },
    Case {
        code: "key_unknown",
        edits: &[Edit::Says(
            "method.toml",
            "[[steps]]",
            "name = \"x\"\n\n[[steps]]",
        )],
        zh: "method.toml:1:1: 未知的键“name” — 改正；可用：steps",
        en: "method.toml:1:1: the key \"name\" is unknown — correct it; known here: steps",
    },
    Case {
        code: "method_word",
        edits: &[Edit::Says(
            "method.toml",
            "\"arithmetic\"",
            "\"arithmetik\"",
        )],
        zh: "method.toml:11:1: “steps[1].rule”的值“arithmetik”未知 — 改正（是否为“arithmetic”？）；可用：arithmetic, geometric, harmonic, generalised, median, mazziotta_pareto, weighted_sum, weighted_product, topsis, vikor, grey_relational, copeland, borda, kemeny",
        en: "method.toml:11:1: \"arithmetik\" is no value of \"steps[1].rule\" — correct it (did you mean \"arithmetic\"?); known here: arithmetic, geometric, harmonic, generalised, median, mazziotta_pareto, weighted_sum, weighted_product, topsis, vikor, grey_relational, copeland, borda, kemeny",
    },
    Case {
        code: "key_missing",
        edits: &[Edit::Says("method.toml", "rule = \"arithmetic\"\n", "")],
        zh: "method.toml:9:1: 缺少键“steps[1].rule” — 加入“steps[1].rule”",
        en: "method.toml:9:1: the key \"steps[1].rule\" is missing — add \"steps[1].rule\"",
    },
    Case {
        code: "key_wrong_kind",
        edits: &[Edit::Says("method.toml", "0.5", "\"half\"")],
        zh: "method.toml:12:1: “steps[1].data_threshold”的值不是数 — 改为数",
        en: "method.toml:12:1: the value of \"steps[1].data_threshold\" is not a number — make it a number",
    },
    Case {
        code: "key_wrong_kind",
        edits: &[Edit::Is("method.toml", "steps = 7\n")],
        zh: "method.toml:1:1: “steps”的值不是表的列表 — 改为表的列表",
        en: "method.toml:1:1: the value of \"steps\" is not a list of tables — make it a list of tables",
    },
    Case {
        code: "method_steps",
        edits: &[Edit::Is(
            "method.toml",
            "[[steps]]\nstep = \"normalise\"\nrule = \"min_max\"\n",
        )],
        zh: "method.toml:1:1: 没有 aggregate 步骤 — 加入 aggregate 步骤",
        en: "method.toml:1:1: there is no aggregate step — add an aggregate step",
    },
    Case {
        code: "method_steps",
        edits: &[Edit::Ends(
            "method.toml",
            "\n[[steps]]\nstep = \"aggregate\"\nrule = \"geometric\"",
        )],
        zh: "method.toml:14:1: 步骤“aggregate”出现多次 — 只保留一个",
        en: "method.toml:14:1: there is more than one aggregate step — keep one of them",
    },
    Case {
        code: "method_steps",
        edits: &[Edit::Ends(
            "method.toml",
            "\n[[steps]]\nstep = \"weight\"\nrule = \"equal\"",
        )],
        zh: "method.toml:14:1: 步骤“weight”应在 aggregate 之前 — 移动该步骤",
        en: "method.toml:14:1: the weight step belongs before the aggregate step — move the step",
    },
    Case {
        code: "code_unknown",
        edits: &[Edit::Says("method.toml", "indicators.RD", "indicators.RDD")],
        zh: "method.toml:5:19: 指标“RDD”不存在 — 改正代码（是否为“RD”？），或在 indicators.csv 中加入该指标",
        en: "method.toml:5:19: there is no indicator \"RDD\" — correct the code (did you mean \"RD\"?) or add the indicator to indicators.csv",
    },
    Case {
        code: "method_step",
        edits: &[Edit::Ends(
            "method.toml",
            "\n[[steps]]\nstep = \"rank\"\ngroups = \"grup\"\nbands = [{ name = \"A\" }, { name = \"A\", share = 0.5 }]",
        )],
        zh: "method.toml:16:1: 步骤“rank”：分组“grup”不存在 — 改正（是否为“group”？）\nmethod.toml:17:1: 步骤“rank”：档“A”没有界限，其后还有档 — 写明界限\nmethod.toml:17:1: 步骤“rank”：档“A”出现两次 — 改名",
        en: "method.toml:16:1: step \"rank\": there is no grouping \"grup\" — correct it (did you mean \"group\"?)\nmethod.toml:17:1: step \"rank\": the band \"A\" takes the rest, and there are bands behind it — give it a bound\nmethod.toml:17:1: step \"rank\": the band \"A\" stands twice — rename one",
    },
    Case {
        code: "method_step",
        edits: &[Edit::Says(
            "method.toml",
            "[[steps]]",
            "[[steps]]\nstep = \"screen\"\nleave_out = [\"EASTT\"]\n\n[[steps]]",
        )],
        zh: "method.toml:1:1: 步骤“screen”：评价对象“EASTT”不存在 — 改正（是否为“EAST”？）",
        en: "method.toml:1:1: step \"screen\": there is no scored unit \"EASTT\" — correct it (did you mean \"EAST\"?)",
    },
    Case {
        code: "method_no_rule",
        edits: &[Edit::Says("method.toml", "rule = \"min_max\"\n", "")],
        zh: "method.toml:1:1: 步骤“normalise”中，指标“PATENT”没有规则 — 为步骤写 rule，或写 [steps.indicators.PATENT]",
        en: "method.toml:1:1: the step \"normalise\" has no rule for the indicator \"PATENT\" — give the step a rule, or write [steps.indicators.PATENT]",
    },
    Case {
        code: "method_parameter",
        edits: &[Edit::Says("method.toml", "standard = 2.5\n", "")],
        zh: "method.toml:5:19: 步骤“normalise”，规则“standard_ratio”，指标“RD”：缺少参数“standard” — 写明“standard”",
        en: "method.toml:5:19: step \"normalise\", rule \"standard_ratio\", indicator \"RD\": the parameter \"standard\" is missing — give \"standard\"",
    },
    Case {
        code: "method_parameter",
        edits: &[Edit::Says(
            "method.toml",
            "standard = 2.5",
            "standard = -2.5",
        )],
        zh: "method.toml:7:1: 步骤“normalise”，规则“standard_ratio”，指标“RD”：参数“standard”是 -2.5 — 改为正数",
        en: "method.toml:7:1: step \"normalise\", rule \"standard_ratio\", indicator \"RD\": the parameter \"standard\" is -2.5 — make it a number above 0",
    },
    Case {
        code: "method_parameter",
        edits: &[Edit::Says("method.toml", "0.5", "1.5")],
        zh: "method.toml:12:1: 步骤“aggregate”，规则“arithmetic”：参数“data_threshold”是 1.5 — 改为 0 至 1 之间的数",
        en: "method.toml:12:1: step \"aggregate\", rule \"arithmetic\": the parameter \"data_threshold\" is 1.5 — make it a number from 0 to 1",
    },
    Case {
        code: "method_parameter",
        edits: &[Edit::Says(
            "method.toml",
            "rule = \"min_max\"",
            "rule = \"min_max\"\nlower = 100.0\nupper = 0.0",
        )],
        zh: "method.toml:4:1: 步骤“normalise”，规则“min_max”，指标“PATENT”：“lower”（100）不小于“upper”（0） — 使“lower”小于“upper”",
        en: "method.toml:4:1: step \"normalise\", rule \"min_max\", indicator \"PATENT\": \"lower\" (100) is not below \"upper\" (0) — make \"lower\" less than \"upper\"",
    },
    Case {
        code: "method_period",
        edits: &[Edit::Says(
            "method.toml",
            "rule = \"min_max\"",
            "rule = \"min_max\"\nscope = { base = \"2021\" }",
        )],
        zh: "method.toml:4:1: 评分口径下没有时期“2021”的数据 — 改用有数据的时期（是否为“2022”？）",
        en: "method.toml:4:1: the caliber that is scored has no figures of the period \"2021\" — choose a period with figures (did you mean \"2022\"?)",
    },
    Case {
        code: "method_level",
        edits: &[Edit::Ends(
            "method.toml",
            "\n[[steps.levels]]\nlevel = 2\nrule = \"geometric\"",
        )],
        zh: "method.toml:14:1: 第 2 级没有带下级的节点 — 改为 0 至 1",
        en: "method.toml:14:1: no node of the level 2 has children — write a level from 0 to 1",
    },
    Case {
        code: "method_level",
        edits: &[Edit::Ends(
            "method.toml",
            "\n[[steps.levels]]\nlevel = 1\nrule = \"geometric\"\n\n[[steps.levels]]\nlevel = 1\nrule = \"arithmetic\"",
        )],
        zh: "method.toml:18:1: 第 1 级出现两次 — 只保留一个",
        en: "method.toml:18:1: the level 1 stands twice — keep one of them",
    },
    Case {
        code: "method_direction",
        edits: &[
            Edit::Says("indicators.csv", "higher_is_better", "lower_is_better"),
            Edit::Is(
                "method.toml",
                "[[steps]]\nstep = \"aggregate\"\nrule = \"arithmetic\"\n",
            ),
        ],
        zh: "method.toml:1:1: 指标“RD”为逆向指标，但没有标准化步骤 — 加入 normalise 步骤",
        en: "method.toml:1:1: the indicator \"RD\" is better when lower, and no step normalises it — add a normalise step",
    },
    Case {
        code: "key_wrong_kind",
        edits: &[Edit::Says(
            "method.toml",
            "standard = 2.5",
            "standard = true",
        )],
        zh: "method.toml:7:1: “steps[0].indicators.RD.standard”的值不是数 — 改为数",
        en: "method.toml:7:1: the value of \"steps[0].indicators.RD.standard\" is not a number — make it a number",
    },
    Case {
        code: "key_wrong_kind",
        edits: &[Edit::Says(
            "method.toml",
            "[steps.indicators.RD]\nrule = \"standard_ratio\"\nstandard = 2.5",
            "indicators = 5",
        )],
        zh: "method.toml:5:1: “steps[0].indicators”的值不是表 — 改为表",
        en: "method.toml:5:1: the value of \"steps[0].indicators\" is not a table — make it a table",
    },
];

#[test]
fn each_is_said_with_place_and_remedy() {
    check(CASES);
}
