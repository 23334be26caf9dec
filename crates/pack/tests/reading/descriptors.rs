//! `datapackage.json`.

use crate::tiny_pack::{Case, Edit, check};

pub(crate) const CASES: &[Case] = &[
    Case {
        code: "json_syntax",
        edits: &[Edit::Says("datapackage.json", "\"tiny\",", "\"tiny\"")],
        zh: "datapackage.json:3:3: JSON 语法错误：expected `,` or `}` — 改正此处的写法",
        en: "datapackage.json:3:3: this is no JSON: expected `,` or `}` — correct what is written here",
    },
    Case {
        code: "descriptor_wrong_kind",
        edits: &[Edit::Is("datapackage.json", "[]")],
        zh: "datapackage.json:1:1: “datapackage.json”不是对象 — 改为对象",
        en: "datapackage.json:1:1: \"datapackage.json\" is not an object — make it an object",
    },
    Case {
        code: "descriptor_key_missing",
        edits: &[Edit::Is("datapackage.json", "{ \"name\": \"tiny\" }")],
        zh: "datapackage.json:1:1: 缺少“resources” — 加入“resources”",
        en: "datapackage.json:1:1: \"resources\" is missing — add \"resources\"",
    },
    Case {
        code: "descriptor_wrong_kind",
        edits: &[Edit::Is("datapackage.json", "{ \"resources\": {} }")],
        zh: "datapackage.json:1:16: “resources”不是列表 — 改为列表",
        en: "datapackage.json:1:16: \"resources\" is not a list — make it a list",
    },
    Case {
        code: "descriptor_wrong_kind",
        edits: &[Edit::Says(
            "datapackage.json",
            "\"path\": \"groups.csv\"",
            "\"path\": [\"groups.csv\"]",
        )],
        zh: "datapackage.json:4:16: 没有列出文件 groups.csv — 在 resources 中加入 path 为“groups.csv”的资源\ndatapackage.json:5:33: “path”不是文字 — 改为文字",
        en: "datapackage.json:4:16: the file groups.csv is not listed — add a resource with the path \"groups.csv\" to resources\ndatapackage.json:5:33: \"path\" is not a text — make it a text",
    },
    Case {
        code: "descriptor_key_missing",
        edits: &[Edit::Says("datapackage.json", "\"name\": \"groups\", ", "")],
        zh: "datapackage.json:5:5: 缺少“name” — 加入“name”",
        en: "datapackage.json:5:5: \"name\" is missing — add \"name\"",
    },
    Case {
        code: "descriptor_duplicate",
        edits: &[Edit::Says(
            "datapackage.json",
            "\"name\": \"calibers\"",
            "\"name\": \"groups\"",
        )],
        zh: "datapackage.json:6:15: name“groups”出现两次 — 只保留一个资源",
        en: "datapackage.json:6:15: the name \"groups\" stands twice — keep one of the resources",
    },
    Case {
        code: "resource_name",
        edits: &[Edit::Says(
            "datapackage.json",
            "\"name\": \"calibers\"",
            "\"name\": \"Calibers 1\"",
        )],
        zh: "datapackage.json:6:15: 资源名“Calibers 1”不合规范 — 只用小写字母、数字、“-”“_”“.”",
        en: "datapackage.json:6:15: \"Calibers 1\" is no name for a resource — use lower-case letters, digits, \"-\", \"_\" and \".\" only",
    },
    Case {
        code: "resource_missing",
        edits: &[Edit::Says(
            "datapackage.json",
            "\"path\": \"tasks.csv\"",
            "\"path\": \"method.toml\"",
        )],
        zh: "datapackage.json:4:16: 没有列出文件 tasks.csv — 在 resources 中加入 path 为“tasks.csv”的资源",
        en: "datapackage.json:4:16: the file tasks.csv is not listed — add a resource with the path \"tasks.csv\" to resources",
    },
    Case {
        code: "path_not_allowed",
        edits: &[Edit::Says(
            "datapackage.json",
            "\"resources\": [",
            "\"resources\": [\n    { \"name\": \"x\", \"path\": \"../units.csv\" },",
        )],
        zh: "datapackage.json:5:28: 路径“../units.csv”不在策略包文件夹内 — 写相对于 datapackage.json 的路径，用“/”分隔，不用“..”，不用网址",
        en: "datapackage.json:5:28: the path \"../units.csv\" is not inside the folder of the pack — write it relative to datapackage.json with \"/\", without \"..\" and not as a URL",
    },
    Case {
        code: "path_not_allowed",
        edits: &[Edit::Says(
            "datapackage.json",
            "\"resources\": [",
            "\"resources\": [\n    { \"name\": \"x\", \"path\": \"/etc/passwd\" },",
        )],
        zh: "datapackage.json:5:28: 路径“/etc/passwd”不在策略包文件夹内 — 写相对于 datapackage.json 的路径，用“/”分隔，不用“..”，不用网址",
        en: "datapackage.json:5:28: the path \"/etc/passwd\" is not inside the folder of the pack — write it relative to datapackage.json with \"/\", without \"..\" and not as a URL",
    },
    Case {
        code: "path_not_allowed",
        edits: &[Edit::Says(
            "datapackage.json",
            "\"resources\": [",
            "\"resources\": [\n    { \"name\": \"x\", \"path\": \"https://example.org/units.csv\" },",
        )],
        zh: "datapackage.json:5:28: 路径“https://example.org/units.csv”不在策略包文件夹内 — 写相对于 datapackage.json 的路径，用“/”分隔，不用“..”，不用网址",
        en: "datapackage.json:5:28: the path \"https://example.org/units.csv\" is not inside the folder of the pack — write it relative to datapackage.json with \"/\", without \"..\" and not as a URL",
    },
    Case {
        code: "file_missing",
        edits: &[Edit::Says(
            "datapackage.json",
            "\"resources\": [",
            "\"resources\": [\n    { \"name\": \"x\", \"path\": \"extra.csv\" },",
        )],
        zh: "datapackage.json:5:28: 缺少文件 extra.csv — 在策略包文件夹中加入 extra.csv",
        en: "datapackage.json:5:28: the file extra.csv is missing — add extra.csv to the folder of the pack",
    },
    Case {
        code: "schema_differs",
        edits: &[Edit::Says(
            "datapackage.json",
            "{ \"name\": \"kind\" }",
            "{ \"name\": \"type\" }",
        )],
        zh: "datapackage.json:8:103: schema.fields（code,parent,name_zh,name_en,type,group,gb2260,tile_x,tile_y）与 units.csv 的表头（code,parent,name_zh,name_en,kind,group,gb2260,tile_x,tile_y）不一致 — 按 units.csv 的表头顺序改写 schema.fields",
        en: "datapackage.json:8:103: schema.fields (code,parent,name_zh,name_en,type,group,gb2260,tile_x,tile_y) differ from the header of units.csv (code,parent,name_zh,name_en,kind,group,gb2260,tile_x,tile_y) — list in schema.fields the columns of units.csv in their order",
    },
    Case {
        code: "descriptor_key_missing",
        edits: &[Edit::Says(
            "datapackage.json",
            "\"schema\": { \"fields\": [{ \"name\": \"code\" }, { \"name\": \"name_zh\" }, { \"name\": \"name_en\" }] }",
            "\"title\": \"x\"",
        )],
        zh: "datapackage.json:5:5: 缺少“schema.fields” — 加入“schema.fields”",
        en: "datapackage.json:5:5: \"schema.fields\" is missing — add \"schema.fields\"",
    },
    Case {
        code: "descriptor_wrong_kind",
        edits: &[Edit::Says(
            "datapackage.json",
            "[{ \"name\": \"code\" }, { \"name\": \"name_zh\" }, { \"name\": \"name_en\" }] }",
            "[{ \"title\": \"code\" }] }",
        )],
        zh: "datapackage.json:5:105: “schema.fields”不是带有 name 的字段的列表 — 改为带有 name 的字段的列表",
        en: "datapackage.json:5:105: \"schema.fields\" is not a list of fields with a name each — make it a list of fields with a name each",
    },
    Case {
        code: "descriptor_wrong_kind",
        edits: &[Edit::Says(
            "datapackage.json",
            "\"path\": \"groups.csv\",",
            "\"path\": \"groups.csv\", \"dialect\": { \"delimiter\": \";\" },",
        )],
        zh: "datapackage.json:5:73: “dialect.delimiter”不是逗号或制表符 — 改为逗号或制表符",
        en: "datapackage.json:5:73: \"dialect.delimiter\" is not a comma or a tab — make it a comma or a tab",
    },
];

#[test]
fn each_is_said_with_place_and_remedy() {
    check(CASES);
}
