//! Errors as problems.

use axum::http::StatusCode;
use yanzhi_kernel::{Lang, Text};
use yanzhi_web_kit::Problem;

use crate::CatalogueError;

impl From<CatalogueError> for Problem {
    fn from(error: CatalogueError) -> Self {
        use CatalogueError as E;
        match &error {
            E::Refused(refusal) => Self::refused(refusal),
            E::Stale { .. } => Self::stale(),
            E::UnknownStrategy(_) | E::UnknownIndicator(_) | E::UnknownFramework(_) => {
                unknown(&error)
            }
            E::InvalidField { field, why } => unprocessable(
                "invalid-field",
                format!("{field}：{}。", why.zh),
                format!("{field}: {}.", why.en),
            ),
            E::Expressions(refusals) => {
                let said = |lang| {
                    let each = refusals.iter();
                    let each =
                        each.map(|it| format!("{}: {}", it.indicator, it.fault.render(lang)));
                    each.collect::<Vec<_>>().join("; ")
                };
                unprocessable("expression-refused", said(Lang::Zh), said(Lang::En))
            }
            E::Unsound { version, findings } => {
                let said = |pick: fn(&Text) -> &str| {
                    let lines = findings.iter().take(5);
                    let lines =
                        lines.map(|it| format!("{}（{}）", pick(&it.what), pick(&it.remedy)));
                    lines.collect::<Vec<_>>().join("；")
                };
                let count = findings.len();
                unprocessable(
                    "draft-unsound",
                    format!("版本 {version} 有 {count} 处错误：{}。", said(|it| &it.zh)),
                    format!(
                        "Version {version} has {count} errors: {}.",
                        said(|it| &it.en)
                    ),
                )
            }
            _ => conflict(&error),
        }
    }
}

fn unknown(error: &CatalogueError) -> Problem {
    let (code, title, zh) = match error {
        CatalogueError::UnknownStrategy(code) => (
            "strategy-not-found",
            Text::new("没有这个战略", "No such strategy"),
            format!("没有战略 {code}。"),
        ),
        CatalogueError::UnknownIndicator(code) => (
            "indicator-not-found",
            Text::new("没有这个指标", "No such indicator"),
            format!("没有指标 {code}：请从列表中选择。"),
        ),
        other => (
            "framework-not-found",
            Text::new("没有这个版本", "No such version"),
            match other {
                CatalogueError::UnknownFramework(version) => {
                    format!("指标体系没有版本 {version}：请从列表中选择。")
                }
                _ => String::new(),
            },
        ),
    };
    Problem::not_found(code, title, Text::new(zh, capital(error)))
}

fn conflict(error: &CatalogueError) -> Problem {
    let (code, zh) = match error {
        CatalogueError::CodeTaken(code) => {
            ("code-taken", format!("已有指标 {code}：请换一个代码。"))
        }
        CatalogueError::VersionTaken(version) => (
            "version-taken",
            format!("已有版本 {version}：请换一个版本号。"),
        ),
        CatalogueError::NotADraft(version) => (
            "framework-published",
            format!("版本 {version} 已发布，不再改变：请复制为新草稿。"),
        ),
        CatalogueError::StillADraft(version) => (
            "framework-is-draft",
            format!("版本 {version} 还是草稿：请删除草稿，或先发布。"),
        ),
        CatalogueError::InForce(version) => (
            "framework-in-force",
            format!("版本 {version} 正在使用：请先发布另一版本，再停用它。"),
        ),
        CatalogueError::AlreadyRetired(what) => ("already-retired", format!("{what} 已停用。")),
        CatalogueError::OwnDraft(version) => (
            "own-draft",
            format!("您编辑过版本 {version}：须由未参与编辑的人发布。"),
        ),
        CatalogueError::IndicatorInUse {
            indicator,
            versions,
        } => (
            "indicator-in-use",
            format!(
                "指标 {indicator} 用于版本 {}：请先从中删去。",
                versions.join("、")
            ),
        ),
        _ => {
            tracing::error!(%error, "request failed");
            return Problem::internal();
        }
    };
    let title = Text::new("与现状冲突", "Conflict");
    let detail = Text::new(zh, capital(error));
    Problem::new(StatusCode::CONFLICT, code, title, detail)
}

/// The error as a sentence.
fn capital(error: &CatalogueError) -> String {
    let text = error.to_string();
    let mut letters = text.chars();
    let first = letters
        .next()
        .map(|it| it.to_uppercase().collect::<String>());
    format!("{}{}.", first.unwrap_or_default(), letters.as_str())
}

fn unprocessable(code: &'static str, zh: String, en: String) -> Problem {
    Problem::new(
        StatusCode::UNPROCESSABLE_ENTITY,
        code,
        Text::new("内容有误", "This cannot be"),
        Text::new(zh, en),
    )
}
