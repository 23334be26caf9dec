//! Headers, rows, fields and codes.

use crate::tiny_pack::{Case, Edit, check};

pub(crate) const CASES: &[Case] = &[
    Case {
        code: "table_empty",
        edits: &[Edit::Is("groups.csv", "\n\n")],
        zh: "groups.csv:1:1: 文件没有表头 — 第一行写列名",
        en: "groups.csv:1:1: the file has no header — write the names of the columns in the first line",
    },
    Case {
        code: "delimiter",
        edits: &[Edit::Is(
            "groups.csv",
            "code;name_zh;name_en\nCORE;核心区;Core\n",
        )],
        zh: "groups.csv:1:1: 表头以分号分隔 — 用逗号或制表符分隔",
        en: "groups.csv:1:1: the header is separated by semicolons — separate the columns by commas or tabs",
    },
    Case {
        code: "column_missing",
        edits: &[
            Edit::Says("observations.csv", ",synthetic,note", ",synthetic,remark"),
            Edit::Says(
                "datapackage.json",
                "\"synthetic\" }, { \"name\": \"note\"",
                "\"synthetic\" }, { \"name\": \"remark\"",
            ),
            Edit::Says("observations.csv", "status", "state"),
            Edit::Says("datapackage.json", "\"status\"", "\"state\""),
        ],
        zh: "observations.csv:1:1: 缺少列“status” — 在表头中加入“status”列\nobservations.csv:1:37: 未知的列“state” — 改正列名或删去该列；可用的列：indicator, unit, caliber, period, value, status, source, synthetic, note\nobservations.csv:1:60: 未知的列“remark” — 改正列名或删去该列；可用的列：indicator, unit, caliber, period, value, status, source, synthetic, note",
        en: "observations.csv:1:1: the column \"status\" is missing — add the column \"status\" to the header\nobservations.csv:1:37: the column \"state\" is unknown — correct the name or remove the column; columns there are: indicator, unit, caliber, period, value, status, source, synthetic, note\nobservations.csv:1:60: the column \"remark\" is unknown — correct the name or remove the column; columns there are: indicator, unit, caliber, period, value, status, source, synthetic, note",
    },
    Case {
        code: "column_unknown",
        edits: &[
            Edit::Says("observations.csv", "period", "perod"),
            Edit::Says(
                "datapackage.json",
                "{ \"name\": \"caliber\" }, { \"name\": \"period\" }",
                "{ \"name\": \"caliber\" }, { \"name\": \"perod\" }",
            ),
        ],
        zh: "observations.csv:1:1: 缺少列“period” — 在表头中加入“period”列\nobservations.csv:1:24: 未知的列“perod” — 改正列名（是否为“period”？）或删去该列；可用的列：indicator, unit, caliber, period, value, status, source, synthetic, note",
        en: "observations.csv:1:1: the column \"period\" is missing — add the column \"period\" to the header\nobservations.csv:1:24: the column \"perod\" is unknown — correct the name (did you mean \"period\"?) or remove the column; columns there are: indicator, unit, caliber, period, value, status, source, synthetic, note",
    },
    Case {
        code: "column_duplicate",
        edits: &[
            Edit::Says("sources.csv", "publisher", "url"),
            Edit::Says("datapackage.json", "\"publisher\"", "\"url\""),
        ],
        zh: "sources.csv:1:28: 列“url”出现两次 — 只保留一列",
        en: "sources.csv:1:28: the column \"url\" stands twice — keep one of them",
    },
    Case {
        code: "field_count",
        edits: &[Edit::Says(
            "observations.csv",
            "2.1,final,YB,,",
            "2.1,final,YB",
        )],
        zh: "observations.csv:2:28: 本行有 7 个字段，表头有 9 个 — 补齐或删去字段；含逗号的文字用双引号括起",
        en: "observations.csv:2:28: the row has 7 fields, the header has 9 — add or remove fields; put text with commas into double quotes",
    },
    Case {
        code: "field_count",
        edits: &[Edit::Says("observations.csv", "\"1,234\"", "1,234")],
        zh: "observations.csv:5:38: 本行有 10 个字段，表头有 9 个 — 补齐或删去字段；含逗号的文字用双引号括起",
        en: "observations.csv:5:38: the row has 10 fields, the header has 9 — add or remove fields; put text with commas into double quotes",
    },
    Case {
        code: "field_empty",
        edits: &[Edit::Says("groups.csv", "Core", "")],
        zh: "groups.csv:2:10: “name_en”为空 — 填写“name_en”",
        en: "groups.csv:2:10: \"name_en\" is empty — fill in \"name_en\"",
    },
    Case {
        code: "field_empty",
        edits: &[Edit::Says("observations.csv", "final", "")],
        zh: "observations.csv:2:22: “status”为空 — 填写“status”",
        en: "observations.csv:2:22: \"status\" is empty — fill in \"status\"",
    },
    Case {
        code: "field_empty",
        edits: &[Edit::Says(
            "indicators.csv",
            "研发经费与地区生产总值之比,R&D over GDP",
            ",",
        )],
        zh: "indicators.csv:2:67: “definition_zh”为空 — 填写“definition_zh”",
        en: "indicators.csv:2:67: \"definition_zh\" is empty — fill in \"definition_zh\"",
    },
    Case {
        code: "quote_unclosed",
        edits: &[Edit::Says("observations.csv", "\"核对,过\"", "\"核对,过")],
        zh: "observations.csv:5:40: 双引号没有闭合，其后未读 — 补上结尾的双引号；文字中的双引号写两次",
        en: "observations.csv:5:40: the double quote is never closed; the rest was not read — close it; write a double quote inside a text twice",
    },
    Case {
        code: "quote_stray",
        edits: &[
            Edit::Says("observations.csv", "\"核对,过\"", "\"核对\",过"),
            Edit::Says("observations.csv", "演示", "演\"示"),
        ],
        zh: "observations.csv:5:45: 本行有 10 个字段，表头有 9 个 — 补齐或删去字段；含逗号的文字用双引号括起\nobservations.csv:6:41: 字段中有多余的双引号 — 用双引号括起整个字段，其中的双引号写两次",
        en: "observations.csv:5:45: the row has 10 fields, the header has 9 — add or remove fields; put text with commas into double quotes\nobservations.csv:6:41: there is a stray double quote in the field — put the whole field into double quotes and write those inside twice",
    },
    Case {
        code: "quote_stray",
        edits: &[Edit::Says("observations.csv", "演示", "演\"示\"")],
        zh: "observations.csv:6:41: 字段中有多余的双引号 — 用双引号括起整个字段，其中的双引号写两次",
        en: "observations.csv:6:41: there is a stray double quote in the field — put the whole field into double quotes and write those inside twice",
    },
    Case {
        code: "control_character",
        edits: &[Edit::Says("observations.csv", "演示", "演\u{7}示")],
        zh: "observations.csv:6:41: “note”中有控制字符 U+0007 — 删去该字符",
        en: "observations.csv:6:41: \"note\" has the control character U+0007 — remove the character",
    },
    Case {
        code: "code_invalid",
        edits: &[Edit::Says("groups.csv", "CORE", "核心")],
        zh: "groups.csv:2:1: “核心”不是代码 — 用 1 至 64 个字母、数字、“_”“-”“.”，以字母或数字开头",
        en: "groups.csv:2:1: \"核心\" is not a code — use 1 to 64 letters, digits, \"_\", \"-\" or \".\", beginning with a letter or digit",
    },
    Case {
        code: "code_unknown",
        edits: &[Edit::Says("observations.csv", "RD,EAST", "RDD,EAST")],
        zh: "observations.csv:2:1: 指标“RDD”不存在 — 改正代码（是否为“RD”？），或在 indicators.csv 中加入该指标",
        en: "observations.csv:2:1: there is no indicator \"RDD\" — correct the code (did you mean \"RD\"?) or add the indicator to indicators.csv",
    },
    Case {
        code: "code_unknown",
        edits: &[Edit::Says("observations.csv", "RD,EAST", "RD,EAST1")],
        zh: "observations.csv:2:4: 单位“EAST1”不存在 — 改正代码（是否为“EAST”？），或在 units.csv 中加入该单位",
        en: "observations.csv:2:4: there is no unit \"EAST1\" — correct the code (did you mean \"EAST\"?) or add the unit to units.csv",
    },
    Case {
        code: "code_unknown",
        edits: &[Edit::Says("observations.csv", "EAST,ALL", "EAST,ALLL")],
        zh: "observations.csv:2:9: 口径“ALLL”不存在 — 改正代码（是否为“ALL”？），或在 calibers.csv 中加入该口径",
        en: "observations.csv:2:9: there is no caliber \"ALLL\" — correct the code (did you mean \"ALL\"?) or add the caliber to calibers.csv",
    },
    Case {
        code: "code_unknown",
        edits: &[Edit::Says("observations.csv", "final,YB", "final,YBB")],
        zh: "observations.csv:2:28: 来源“YBB”不存在 — 改正代码（是否为“YB”？），或在 sources.csv 中加入该来源",
        en: "observations.csv:2:28: there is no source \"YBB\" — correct the code (did you mean \"YB\"?) or add the source to sources.csv",
    },
    Case {
        code: "code_unknown",
        edits: &[Edit::Says(
            "observations.csv",
            "final,YB",
            "final,SOMETHING",
        )],
        zh: "observations.csv:2:28: 来源“SOMETHING”不存在 — 改正代码，或在 sources.csv 中加入该来源",
        en: "observations.csv:2:28: there is no source \"SOMETHING\" — correct the code or add the source to sources.csv",
    },
    Case {
        code: "code_unknown",
        edits: &[Edit::Says("units.csv", "CORE", "COR")],
        zh: "units.csv:3:28: 组别“COR”不存在 — 改正代码（是否为“CORE”？），或在 groups.csv 中加入该组别",
        en: "units.csv:3:28: there is no group \"COR\" — correct the code (did you mean \"CORE\"?) or add the group to groups.csv",
    },
    Case {
        code: "code_unknown",
        edits: &[Edit::Says("units.csv", "EAST,CITY", "EAST,CIT")],
        zh: "units.csv:3:6: 单位“CIT”不存在 — 改正代码（是否为“CITY”？），或在 units.csv 中加入该单位",
        en: "units.csv:3:6: there is no unit \"CIT\" — correct the code (did you mean \"CITY\"?) or add the unit to units.csv",
    },
    Case {
        code: "code_unknown",
        edits: &[Edit::Says("indicators.csv", "yearly,CITY", "yearly,CITI")],
        zh: "indicators.csv:2:60: 单位“CITI”不存在 — 改正代码（是否为“CITY”？），或在 units.csv 中加入该单位",
        en: "indicators.csv:2:60: there is no unit \"CITI\" — correct the code (did you mean \"CITY\"?) or add the unit to units.csv",
    },
    Case {
        code: "code_unknown",
        edits: &[Edit::Says(
            "indicators.csv",
            "R&D over GDP,YB",
            "R&D over GDP,BY",
        )],
        zh: "indicators.csv:2:94: 来源“BY”不存在 — 改正代码（是否为“YB”？），或在 sources.csv 中加入该来源",
        en: "indicators.csv:2:94: there is no source \"BY\" — correct the code (did you mean \"YB\"?) or add the source to sources.csv",
    },
    Case {
        code: "code_unknown",
        edits: &[Edit::Says("targets.csv", "RD,CITY", "RD,CTIY")],
        zh: "targets.csv:2:4: 单位“CTIY”不存在 — 改正代码（是否为“CITY”？），或在 units.csv 中加入该单位",
        en: "targets.csv:2:4: there is no unit \"CTIY\" — correct the code (did you mean \"CITY\"?) or add the unit to units.csv",
    },
    Case {
        code: "code_unknown",
        edits: &[Edit::Says("tasks.csv", "EAST;WEST", "EAST;WEAST")],
        zh: "tasks.csv:2:49: 单位“WEAST”不存在 — 改正代码（是否为“EAST”？），或在 units.csv 中加入该单位",
        en: "tasks.csv:2:49: there is no unit \"WEAST\" — correct the code (did you mean \"EAST\"?) or add the unit to units.csv",
    },
    Case {
        code: "code_unknown",
        edits: &[Edit::Says("tasks.csv", "EAST,,,", "EASTT,,,")],
        zh: "tasks.csv:3:44: 单位“EASTT”不存在 — 改正代码（是否为“EAST”？），或在 units.csv 中加入该单位",
        en: "tasks.csv:3:44: there is no unit \"EASTT\" — correct the code (did you mean \"EAST\"?) or add the unit to units.csv",
    },
    Case {
        code: "code_duplicate",
        edits: &[Edit::Ends(
            "indicators.csv",
            "RD,甲,A,,,higher_is_better,expected,yearly,,0,乙,B,",
        )],
        zh: "indicators.csv:4:1: 指标“RD”已在第 2 行出现 — 删去或改名其中一个",
        en: "indicators.csv:4:1: the indicator \"RD\" already stands in line 2 — remove or rename one of them",
    },
    Case {
        code: "code_duplicate",
        edits: &[Edit::Says("tasks.csv", "\n2,", "\n1,")],
        zh: "tasks.csv:3:1: 任务“1”已在第 2 行出现 — 删去或改名其中一个",
        en: "tasks.csv:3:1: the task \"1\" already stands in line 2 — remove or rename one of them",
    },
    Case {
        code: "key_duplicate",
        edits: &[Edit::Says(
            "observations.csv",
            "RD,WEST,ALL,2022",
            "RD,EAST,ALL,2022",
        )],
        zh: "observations.csv:3:1: （RD, EAST, ALL, 2022）已在第 2 行出现 — 只保留一行",
        en: "observations.csv:3:1: (RD, EAST, ALL, 2022) already stands in line 2 — keep one of the rows",
    },
    Case {
        code: "key_duplicate",
        edits: &[Edit::Says(
            "observations.csv",
            "RD,WEST,ALL,2022,2.4",
            "RD,EAST,ALL,２０２２,2.4",
        )],
        zh: "observations.csv:3:1: （RD, EAST, ALL, 2022）已在第 2 行出现 — 只保留一行",
        en: "observations.csv:3:1: (RD, EAST, ALL, 2022) already stands in line 2 — keep one of the rows",
    },
    Case {
        code: "key_duplicate",
        edits: &[Edit::Ends(
            "targets.csv",
            "RD,CITY,ALL,2025,at_least,3.1,,,",
        )],
        zh: "targets.csv:3:1: （RD, CITY, ALL, 2025）已在第 2 行出现 — 只保留一行",
        en: "targets.csv:3:1: (RD, CITY, ALL, 2025) already stands in line 2 — keep one of the rows",
    },
    Case {
        code: "unit_cycle",
        edits: &[Edit::Says("units.csv", "CITY,,某市", "CITY,EAST,某市")],
        zh: "units.csv:2:6: 单位的上级形成循环：CITY → EAST — 为其中一个单位改写上级",
        en: "units.csv:2:6: the parents of units go round in a circle: CITY → EAST — give one of the units another parent",
    },
    Case {
        code: "unit_cycle",
        edits: &[Edit::Says("units.csv", "WEST,CITY", "WEST,WEST")],
        zh: "units.csv:4:6: 单位的上级形成循环：WEST — 为其中一个单位改写上级",
        en: "units.csv:4:6: the parents of units go round in a circle: WEST — give one of the units another parent",
    },
    Case {
        code: "area_differs",
        edits: &[Edit::Says("tasks.csv", "2,A1,平台", "2,A1,载体")],
        zh: "tasks.csv:3:6: 领域“A1”的名称与第 2 行不同 — 同一领域写相同的名称",
        en: "tasks.csv:3:6: the area \"A1\" has another name in line 2 — write the same name for the same area",
    },
    Case {
        code: "word_unknown",
        edits: &[Edit::Says("observations.csv", "flash", "flsh")],
        zh: "observations.csv:4:23: “status”的值“flsh”未知 — 改用（是否为“flash”？）：estimate, flash, final, revised",
        en: "observations.csv:4:23: \"flsh\" is no value of \"status\" — use one of (did you mean \"flash\"?): estimate, flash, final, revised",
    },
    Case {
        code: "word_unknown",
        edits: &[Edit::Says("units.csv", "district", "town")],
        zh: "units.csv:3:19: “kind”的值“town”未知 — 改用：city, district, zone, department, township, other",
        en: "units.csv:3:19: \"town\" is no value of \"kind\" — use one of: city, district, zone, department, township, other",
    },
    Case {
        code: "word_unknown",
        edits: &[Edit::Says(
            "indicators.csv",
            "higher_is_better",
            "Higher_is_better",
        )],
        zh: "indicators.csv:2:27: “direction”的值“Higher_is_better”未知 — 改用（是否为“higher_is_better”？）：higher_is_better, lower_is_better",
        en: "indicators.csv:2:27: \"Higher_is_better\" is no value of \"direction\" — use one of (did you mean \"higher_is_better\"?): higher_is_better, lower_is_better",
    },
    Case {
        code: "word_unknown",
        edits: &[Edit::Says("indicators.csv", "expected", "预期性")],
        zh: "indicators.csv:2:44: “class”的值“预期性”未知 — 改用：expected, binding",
        en: "indicators.csv:2:44: \"预期性\" is no value of \"class\" — use one of: expected, binding",
    },
    Case {
        code: "word_unknown",
        edits: &[Edit::Says("indicators.csv", "yearly", "annual")],
        zh: "indicators.csv:2:53: “frequency”的值“annual”未知 — 改用：yearly, half_yearly, quarterly, monthly",
        en: "indicators.csv:2:53: \"annual\" is no value of \"frequency\" — use one of: yearly, half_yearly, quarterly, monthly",
    },
    Case {
        code: "word_unknown",
        edits: &[Edit::Says("targets.csv", "at_least", "atleast")],
        zh: "targets.csv:2:18: “comparison”的值“atleast”未知 — 改用（是否为“at_least”？）：at_least, at_most",
        en: "targets.csv:2:18: \"atleast\" is no value of \"comparison\" — use one of (did you mean \"at_least\"?): at_least, at_most",
    },
    Case {
        code: "word_unknown",
        edits: &[Edit::Says("observations.csv", "true", "是")],
        zh: "observations.csv:6:36: “synthetic”的值“是”未知 — 改用：true, false",
        en: "observations.csv:6:36: \"是\" is no value of \"synthetic\" — use one of: true, false",
    },
    Case {
        code: "period_invalid",
        edits: &[Edit::Says("observations.csv", "ALL,2022", "ALL,2022年")],
        zh: "observations.csv:2:13: “2022年”不是时期 — 写作 2023、2023H1、2023Q1、2023-03、2023-01..2023-08 或 2021/2025",
        en: "observations.csv:2:13: \"2022年\" is not a period — write 2023, 2023H1, 2023Q1, 2023-03, 2023-01..2023-08 or 2021/2025",
    },
    Case {
        code: "period_invalid",
        edits: &[Edit::Says("targets.csv", "2025", "25")],
        zh: "targets.csv:2:13: “25”不是时期 — 写作 2023、2023H1、2023Q1、2023-03、2023-01..2023-08 或 2021/2025",
        en: "targets.csv:2:13: \"25\" is not a period — write 2023, 2023H1, 2023Q1, 2023-03, 2023-01..2023-08 or 2021/2025",
    },
    Case {
        code: "integer_invalid",
        edits: &[Edit::Says("indicators.csv", "CITY,2,", "CITY,2.0,")],
        zh: "indicators.csv:2:65: “decimals”的值“2.0”不是 0 至 10 的整数 — 填写 0 至 10 的整数",
        en: "indicators.csv:2:65: \"2.0\" in \"decimals\" is not a whole number from 0 to 10 — write a whole number from 0 to 10",
    },
    Case {
        code: "integer_invalid",
        edits: &[Edit::Says("tasks.csv", "\n2,", "\n0,")],
        zh: "tasks.csv:3:1: “number”的值“0”不是 1 至 1000000 的整数 — 填写 1 至 1000000 的整数",
        en: "tasks.csv:3:1: \"0\" in \"number\" is not a whole number from 1 to 1000000 — write a whole number from 1 to 1000000",
    },
    Case {
        code: "integer_invalid",
        edits: &[Edit::Says("units.csv", "330203,1,0", "330203,a,0")],
        zh: "units.csv:3:40: “tile_x”的值“a”不是 -1000 至 1000 的整数 — 填写 -1000 至 1000 的整数",
        en: "units.csv:3:40: \"a\" in \"tile_x\" is not a whole number from -1000 to 1000 — write a whole number from -1000 to 1000",
    },
    Case {
        code: "gb2260_invalid",
        edits: &[Edit::Says("units.csv", "330203", "33020")],
        zh: "units.csv:3:33: “33020”不是 GB/T 2260 代码 — 填写 6 位数字（乡级为 9 位或 12 位），没有则留空",
        en: "units.csv:3:33: \"33020\" is not a code of GB/T 2260 — write its 6 digits (9 or 12 for a township), or leave it empty",
    },
    Case {
        code: "tile_incomplete",
        edits: &[Edit::Says("units.csv", "330203,1,0", "330203,1,")],
        zh: "units.csv:3:42: tile_x 和 tile_y 只填了一个 — 两个都填，或都留空",
        en: "units.csv:3:42: only one of tile_x and tile_y is given — give both, or neither",
    },
];

#[test]
fn each_is_said_with_place_and_remedy() {
    check(CASES);
}
