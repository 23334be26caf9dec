//! `datapackage.json`.

use super::{
    DESCRIPTOR_DUPLICATE, DESCRIPTOR_KEY_MISSING, DESCRIPTOR_WRONG_KIND, Fault, JSON_SYNTAX,
    RESOURCE_MISSING, RESOURCE_NAME, SCHEMA_DIFFERS, listed,
};

pub(crate) fn json_syntax(message: &str) -> Fault {
    Fault::plain(
        JSON_SYNTAX,
        (
            format!("JSON 语法错误：{message}"),
            format!("this is no JSON: {message}"),
        ),
        ("改正此处的写法", "correct what is written here"),
    )
}

pub(crate) fn key_missing(key: &str) -> Fault {
    Fault::new(
        DESCRIPTOR_KEY_MISSING,
        (format!("缺少“{key}”"), format!("\"{key}\" is missing")),
        (format!("加入“{key}”"), format!("add \"{key}\"")),
    )
}

/// `expected` as (Chinese, English).
pub(crate) fn wrong_kind(key: &str, expected: (&str, &str)) -> Fault {
    let (zh, en) = expected;
    Fault::new(
        DESCRIPTOR_WRONG_KIND,
        (format!("“{key}”不是{zh}"), format!("\"{key}\" is not {en}")),
        (format!("改为{zh}"), format!("make it {en}")),
    )
}

pub(crate) fn duplicate(key: &str, value: &str) -> Fault {
    Fault::plain(
        DESCRIPTOR_DUPLICATE,
        (
            format!("{key}“{value}”出现两次"),
            format!("the {key} \"{value}\" stands twice"),
        ),
        ("只保留一个资源", "keep one of the resources"),
    )
}

pub(crate) fn resource_name(name: &str) -> Fault {
    Fault::plain(
        RESOURCE_NAME,
        (
            format!("资源名“{name}”不合规范"),
            format!("\"{name}\" is no name for a resource"),
        ),
        (
            "只用小写字母、数字、“-”“_”“.”",
            "use lower-case letters, digits, \"-\", \"_\" and \".\" only",
        ),
    )
}

pub(crate) fn resource_missing(file: &str) -> Fault {
    Fault::new(
        RESOURCE_MISSING,
        (
            format!("没有列出文件 {file}"),
            format!("the file {file} is not listed"),
        ),
        (
            format!("在 resources 中加入 path 为“{file}”的资源"),
            format!("add a resource with the path \"{file}\" to resources"),
        ),
    )
}

pub(crate) fn schema_differs(file: &str, described: &[String], header: &[String]) -> Fault {
    let list = |names: &[String]| listed(names.iter().map(String::as_str), ",");
    let (described, header) = (list(described), list(header));
    Fault::new(
        SCHEMA_DIFFERS,
        (
            format!("schema.fields（{described}）与 {file} 的表头（{header}）不一致"),
            format!("schema.fields ({described}) differ from the header of {file} ({header})"),
        ),
        (
            format!("按 {file} 的表头顺序改写 schema.fields"),
            format!("list in schema.fields the columns of {file} in their order"),
        ),
    )
}
