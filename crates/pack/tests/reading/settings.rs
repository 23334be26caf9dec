//! `strategy.toml`.

use crate::tiny_pack::{Case, Edit, check};

pub(crate) const CASES: &[Case] = &[
    Case {
        code: "toml_syntax",
        edits: &[Edit::Says(
            "strategy.toml",
            "code = \"tiny\"",
            "code = tiny\"",
        )],
        zh: "strategy.toml:1:8: TOML 语法错误：invalid boolean, expected `true` — 改正此处的写法",
        en: "strategy.toml:1:8: this is no TOML: invalid boolean, expected `true` — correct what is written here",
    },
    Case {
        code: "key_unknown",
        edits: &[Edit::Says(
            "strategy.toml",
            "publisher =",
            "publishr = \"x\"\npublisher =",
        )],
        zh: "strategy.toml:4:1: 未知的键“publishr” — 改正（是否为“publisher”？）或删去；可用的键：code, name, description, publisher, time_zone, source, source_url, framework, scoring",
        en: "strategy.toml:4:1: the key \"publishr\" is unknown — correct (did you mean \"publisher\"?) or remove it; keys there are: code, name, description, publisher, time_zone, source, source_url, framework, scoring",
    },
    Case {
        code: "key_unknown",
        edits: &[Edit::Says(
            "strategy.toml",
            "caliber =",
            "calibre = \"x\"\ncaliber =",
        )],
        zh: "strategy.toml:11:1: 未知的键“scoring.calibre” — 改正（是否为“caliber”？）或删去；可用的键：caliber, unit_kinds, period_kind",
        en: "strategy.toml:11:1: the key \"scoring.calibre\" is unknown — correct (did you mean \"caliber\"?) or remove it; keys there are: caliber, unit_kinds, period_kind",
    },
    Case {
        code: "key_missing",
        edits: &[Edit::Says(
            "strategy.toml",
            "time_zone = \"Asia/Shanghai\"\n",
            "",
        )],
        zh: "strategy.toml:1:1: 缺少键“time_zone” — 加入“time_zone”",
        en: "strategy.toml:1:1: the key \"time_zone\" is missing — add \"time_zone\"",
    },
    Case {
        code: "key_missing",
        edits: &[Edit::Says(
            "strategy.toml",
            "[framework]\nversion = \"2023\"\n",
            "",
        )],
        zh: "strategy.toml:1:1: 缺少键“framework” — 加入“framework”",
        en: "strategy.toml:1:1: the key \"framework\" is missing — add \"framework\"",
    },
    Case {
        code: "key_missing",
        edits: &[Edit::Says("strategy.toml", ", en = \"A city\"", "")],
        zh: "strategy.toml:4:1: 缺少键“publisher.en” — 加入“publisher.en”",
        en: "strategy.toml:4:1: the key \"publisher.en\" is missing — add \"publisher.en\"",
    },
    Case {
        code: "key_wrong_kind",
        edits: &[Edit::Says("strategy.toml", "\"2023\"", "2023")],
        zh: "strategy.toml:8:11: “framework.version”的值不是有内容的文字 — 改为有内容的文字",
        en: "strategy.toml:8:11: the value of \"framework.version\" is not a text that says something — make it a text that says something",
    },
    Case {
        code: "key_wrong_kind",
        edits: &[Edit::Says(
            "strategy.toml",
            "[\"district\"]",
            "\"district\"",
        )],
        zh: "strategy.toml:12:14: “scoring.unit_kinds”的值不是列表 — 改为列表",
        en: "strategy.toml:12:14: the value of \"scoring.unit_kinds\" is not a list — make it a list",
    },
    Case {
        code: "key_wrong_kind",
        edits: &[Edit::Says("strategy.toml", "[\"district\"]", "[]")],
        zh: "strategy.toml:12:14: “scoring.unit_kinds”的值不是至少有一项的列表 — 改为至少有一项的列表",
        en: "strategy.toml:12:14: the value of \"scoring.unit_kinds\" is not a list with at least one item — make it a list with at least one item",
    },
    Case {
        code: "key_wrong_kind",
        edits: &[Edit::Says(
            "strategy.toml",
            "[\"district\"]",
            "[\"district\", 7]",
        )],
        zh: "strategy.toml:12:27: “scoring.unit_kinds”的值不是文字的列表 — 改为文字的列表",
        en: "strategy.toml:12:27: the value of \"scoring.unit_kinds\" is not a list of texts — make it a list of texts",
    },
    Case {
        code: "key_wrong_kind",
        edits: &[Edit::Says(
            "strategy.toml",
            "{ zh = \"某市\", en = \"A city\" }",
            "\"某市\"",
        )],
        zh: "strategy.toml:4:13: “publisher”的值不是表 — 改为表",
        en: "strategy.toml:4:13: the value of \"publisher\" is not a table — make it a table",
    },
    Case {
        code: "code_invalid",
        edits: &[Edit::Says("strategy.toml", "\"tiny\"", "\"小\"")],
        zh: "strategy.toml:1:8: “小”不是代码 — 用 1 至 64 个字母、数字、“_”“-”“.”，以字母或数字开头",
        en: "strategy.toml:1:8: \"小\" is not a code — use 1 to 64 letters, digits, \"_\", \"-\" or \".\", beginning with a letter or digit",
    },
    Case {
        code: "code_reserved",
        edits: &[Edit::Says("strategy.toml", "\"tiny\"", "\"Sign-In\"")],
        zh: "strategy.toml:1:8: “/Sign-In”是系统自己的页面，策略“Sign-In”会被它挡住 — 换一个代码，例如城市名的拼音",
        en: "strategy.toml:1:8: \"/Sign-In\" is a page of the system, which would hide the strategy \"Sign-In\" — choose another code, such as the name of the city",
    },
    Case {
        code: "time_zone",
        edits: &[Edit::Says("strategy.toml", "Asia/Shanghai", "GMT+8")],
        zh: "strategy.toml:5:13: “GMT+8”不是时区 — 写 IANA 时区名，如 Asia/Shanghai",
        en: "strategy.toml:5:13: \"GMT+8\" is not a time zone — write the IANA name of a zone, such as Asia/Shanghai",
    },
    Case {
        code: "code_unknown",
        edits: &[Edit::Says("strategy.toml", "\"ALL\"", "\"AL\"")],
        zh: "strategy.toml:11:11: 口径“AL”不存在 — 改正代码（是否为“ALL”？），或在 calibers.csv 中加入该口径",
        en: "strategy.toml:11:11: there is no caliber \"AL\" — correct the code (did you mean \"ALL\"?) or add the caliber to calibers.csv",
    },
    Case {
        code: "word_unknown",
        edits: &[Edit::Says("strategy.toml", "\"district\"", "\"distric\"")],
        zh: "strategy.toml:12:15: “scoring.unit_kinds”的值“distric”未知 — 改用（是否为“district”？）：city, district, zone, department, township, other",
        en: "strategy.toml:12:15: \"distric\" is no value of \"scoring.unit_kinds\" — use one of (did you mean \"district\"?): city, district, zone, department, township, other",
    },
    Case {
        code: "word_unknown",
        edits: &[Edit::Says("strategy.toml", "\"year\"", "\"yearly\"")],
        zh: "strategy.toml:13:15: “scoring.period_kind”的值“yearly”未知 — 改用（是否为“year”？）：year, half_year, quarter, month, cumulative, plan",
        en: "strategy.toml:13:15: \"yearly\" is no value of \"scoring.period_kind\" — use one of (did you mean \"year\"?): year, half_year, quarter, month, cumulative, plan",
    },
    Case {
        code: "no_scored_units",
        edits: &[Edit::Says("strategy.toml", "\"district\"", "\"zone\"")],
        zh: "strategy.toml:12:14: 没有 zone 类的单位可评分 — 改正 scoring.unit_kinds，或在 units.csv 中加入单位",
        en: "strategy.toml:12:14: no unit is of a kind that is scored (zone) — correct scoring.unit_kinds or add units to units.csv",
    },
    Case {
        code: "key_wrong_kind",
        edits: &[Edit::Says("strategy.toml", "\"Asia/Shanghai\"", "\"\"")],
        zh: "strategy.toml:5:13: “time_zone”的值不是有内容的文字 — 改为有内容的文字",
        en: "strategy.toml:5:13: the value of \"time_zone\" is not a text that says something — make it a text that says something",
    },
];

#[test]
fn each_is_said_with_place_and_remedy() {
    check(CASES);
}
