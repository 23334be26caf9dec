//! Seeing figures before their release, and the history of each.

mod asked;
mod file;
mod history;
mod list;
mod shapes;

use axum::http::StatusCode;
use utoipa::openapi::OpenApi;
use utoipa_axum::{router::OpenApiRouter, routes};
use yanzhi_kernel::{Code, Text, access::Action};
use yanzhi_storage::Db;
use yanzhi_web_kit::{Problem, guarded};

use crate::{FiguresError, Subject};

/// What the handlers work with.
#[derive(Clone)]
pub struct Site {
    /// The database.
    pub db: Db,
}

/// The routes, below `/api/v1`.
pub fn router(site: Site) -> OpenApiRouter {
    routes().with_state(site)
}

/// The description of the routes.
pub fn document() -> OpenApi {
    routes().into_openapi()
}

fn routes() -> OpenApiRouter<Site> {
    OpenApiRouter::new()
        .routes(guarded(Action::FigureRead, routes!(list::list)))
        .routes(guarded(Action::FigureRead, routes!(file::export)))
        .routes(guarded(Action::FigureRead, routes!(history::show)))
}

impl From<FiguresError> for Problem {
    fn from(error: FiguresError) -> Self {
        match error {
            FiguresError::Unknown { what, code } => not_found(what, &code),
            FiguresError::Refused(refusal) => Self::refused(&refusal),
            FiguresError::TooMany { most } => too_many(most),
            FiguresError::Derived(code) => derived(&code),
            FiguresError::TimeZone(zone) => Self::new(
                StatusCode::BAD_REQUEST,
                "invalid-as-of",
                Text::new("日期无法换算", "The day cannot be placed"),
                Text::new(
                    format!("无法确定该日在时区 {zone} 的结束时刻：请改用带时区的时刻。"),
                    format!(
                        "The end of that day in {zone} cannot be found: give a moment with its offset instead."
                    ),
                ),
            ),
            error => {
                tracing::error!(%error, "request failed");
                Self::internal()
            }
        }
    }
}

fn not_found(what: Subject, code: &Code) -> Problem {
    let (word, zh) = match what {
        Subject::Strategy => ("strategy-not-found", "战略"),
        Subject::Indicator => ("indicator-not-found", "指标"),
        Subject::Unit => ("unit-not-found", "评价对象"),
        Subject::Caliber => ("caliber-not-found", "口径"),
    };
    Problem::not_found(
        word,
        Text::new(format!("没有这个{zh}"), format!("No such {what}")),
        Text::new(
            format!("没有{zh} {code}：请从列表中选择。"),
            format!("There is no {what} {code}: choose one from the list."),
        ),
    )
}

fn derived(code: &Code) -> Problem {
    Problem::new(
        StatusCode::UNPROCESSABLE_ENTITY,
        "indicator-derived",
        Text::new("派生指标不填报", "A derived indicator is not reported"),
        Text::new(
            format!("{code} 由算式计算：请填报它所用的指标。"),
            format!("{code} is computed by its expression: report the indicators it rests on."),
        ),
    )
}

fn too_many(most: usize) -> Problem {
    Problem::new(
        StatusCode::BAD_REQUEST,
        "too-many-figures",
        Text::new("数据过多", "Too many figures"),
        Text::new(
            format!("超过 {most} 条数据，无法放入一个文件：请按指标、对象或期别筛选后再导出。"),
            format!(
                "There are more than {most} figures, too many for one file: narrow them by indicator, unit or period."
            ),
        ),
    )
}
