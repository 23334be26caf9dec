//! Path, query and body of a request, refused with a problem that names the parameter.

use axum::{
    extract::{
        FromRequest, FromRequestParts,
        rejection::{JsonRejection, PathRejection, QueryRejection},
    },
    http::StatusCode,
};
use yanzhi_kernel::Text;

use crate::Problem;

/// The path parameters.
#[derive(Clone, Debug, FromRequestParts)]
#[from_request(via(axum::extract::Path), rejection(Problem))]
pub struct ApiPath<T>(pub T);

/// The query parameters.
#[derive(Clone, Debug, FromRequestParts)]
#[from_request(via(axum::extract::Query), rejection(Problem))]
pub struct ApiQuery<T>(pub T);

/// A body in JSON.
#[derive(Clone, Debug, FromRequest)]
#[from_request(via(axum::Json), rejection(Problem))]
pub struct ApiJson<T>(pub T);

impl From<JsonRejection> for Problem {
    fn from(rejection: JsonRejection) -> Self {
        let said = rejection.body_text();
        let detail = Text::new(
            format!("请求内容有误：{said}。请对照接口说明修改。"),
            format!("The body is wrong: {said}. Compare with the API description."),
        );
        let title = Text::new("请求内容有误", "Invalid body");
        Self::new(rejection.status(), "invalid-body", title, detail)
    }
}

impl From<PathRejection> for Problem {
    fn from(rejection: PathRejection) -> Self {
        let said = rejection.body_text();
        let detail = Text::new(
            format!("地址中的代码无法识别：{said}。请从列表中选择。"),
            format!("A code in the address cannot be read: {said}. Choose one from the lists."),
        );
        Self::new(
            StatusCode::NOT_FOUND,
            "not-found",
            Text::new("未找到", "Not found"),
            detail,
        )
    }
}

impl From<QueryRejection> for Problem {
    fn from(rejection: QueryRejection) -> Self {
        let said = rejection.body_text();
        let detail = Text::new(
            format!("查询参数有误：{said}。请对照接口说明修改。"),
            format!("A query parameter is wrong: {said}. Compare with the API description."),
        );
        let title = Text::new("查询参数有误", "Invalid query");
        Self::new(StatusCode::BAD_REQUEST, "invalid-query", title, detail)
    }
}
