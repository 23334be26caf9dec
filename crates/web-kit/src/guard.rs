//! How a route is registered: with its action, or as open to everybody. There is no third way, and the
//! description of the API says which as `x-action`.

use axum::{
    extract::Request,
    http::{HeaderValue, Method, header},
    middleware::{Next, from_fn},
    response::{IntoResponse as _, Response},
};
use utoipa::openapi::{
    extensions::Extensions,
    path::{Operation, PathItem, Paths},
};
use utoipa_axum::router::UtoipaMethodRouter;
use yanzhi_kernel::access::{Action, Lack, Refusal, Resource, policy};

use crate::{Problem, Visitor, visitor::Proof};

/// The extension of an operation that names its action.
pub const ACTION: &str = "x-action";
/// What it says of a route that is open to everybody.
pub const PUBLIC: &str = "public";

/// Routes that do an action. Whoever may do it nowhere is refused before the handler; the handler's service
/// decides about the thing itself. Answers are for the one who asked, and are not kept anywhere.
pub fn guarded<S>(action: Action, routes: UtoipaMethodRouter<S>) -> UtoipaMethodRouter<S>
where
    S: Clone + Send + Sync + 'static,
{
    let (schemas, paths, methods) = routes;
    let methods = methods.route_layer(from_fn(
        move |visitor: Visitor, request: Request, next: Next| async move {
            admit(action, &visitor, request, next).await
        },
    ));
    (schemas, marked(paths, action.as_str()), methods)
}

/// Routes that are open to everybody.
pub fn open<S>(routes: UtoipaMethodRouter<S>) -> UtoipaMethodRouter<S> {
    let (schemas, paths, methods) = routes;
    (schemas, marked(paths, PUBLIC), methods)
}

async fn admit(action: Action, visitor: &Visitor, request: Request, next: Next) -> Response {
    let is_read = matches!(*request.method(), Method::GET | Method::HEAD);
    let decided = match policy::check(&visitor.scope, action, Resource::Nowhere) {
        Ok(()) if !is_read && visitor.proof == Proof::Missing => {
            Err(Refusal::new(action, Lack::Proof))
        }
        decided => decided,
    };
    let mut response = match decided {
        Ok(()) => next.run(request).await,
        Err(refusal) => Problem::refused(&refusal).into_response(),
    };
    let not_kept = HeaderValue::from_static("no-store");
    response
        .headers_mut()
        .insert(header::CACHE_CONTROL, not_kept);
    response
}

fn marked(mut paths: Paths, action: &str) -> Paths {
    for path in paths.paths.values_mut() {
        for operation in operations(path) {
            let said = Extensions::from_iter([(ACTION, action)]);
            operation.extensions.get_or_insert_default().merge(said);
        }
    }
    paths
}

/// The operations of a path.
fn operations(path: &mut PathItem) -> impl Iterator<Item = &mut Operation> {
    [
        &mut path.get,
        &mut path.put,
        &mut path.post,
        &mut path.delete,
        &mut path.options,
        &mut path.head,
        &mut path.patch,
        &mut path.trace,
    ]
    .into_iter()
    .flatten()
}
