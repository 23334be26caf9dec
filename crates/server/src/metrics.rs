//! Counts and durations of requests, in the format that Prometheus reads.

use std::{sync::Arc, time::Instant};

use axum::{
    extract::{MatchedPath, Request, State},
    middleware::Next,
    response::Response,
};
use prometheus_client::{
    encoding::{EncodeLabelSet, text::encode},
    metrics::{counter::Counter, family::Family, histogram::Histogram},
    registry::Registry,
};

/// What is counted. One a router, so that tests do not count each other's requests.
#[derive(Clone)]
pub(crate) struct Metrics {
    registry: Arc<Registry>,
    requests: Family<Answer, Counter>,
    durations: Family<Route, Histogram>,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Route {
    method: String,
    /// The pattern of the route, never the path itself: paths are without number.
    route: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Answer {
    method: String,
    route: String,
    status: u16,
}

/// Upper bounds of the buckets, in seconds.
const BUCKETS: [f64; 10] = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.5, 1.0, 5.0];

impl Metrics {
    pub(crate) fn new() -> Self {
        let requests = Family::<Answer, Counter>::default();
        let durations =
            Family::<Route, Histogram>::new_with_constructor(|| Histogram::new(BUCKETS));
        let mut registry = Registry::with_prefix("yanzhi");
        registry.register("http_requests", "Requests answered", requests.clone());
        registry.register(
            "http_request_duration_seconds",
            "Time from the first header to the answer",
            durations.clone(),
        );
        Self {
            registry: Arc::new(registry),
            requests,
            durations,
        }
    }

    pub(crate) fn text(&self) -> Result<String, std::fmt::Error> {
        let mut text = String::new();
        encode(&mut text, &self.registry)?;
        Ok(text)
    }
}

/// Middleware: counts the request and how long it took.
pub(crate) async fn count(
    State(metrics): State<Metrics>,
    route: Option<MatchedPath>,
    request: Request,
    next: Next,
) -> Response {
    let method = request.method().to_string();
    let route = route.map_or_else(|| "pages".to_owned(), |route| route.as_str().to_owned());
    let started = Instant::now();
    let response = next.run(request).await;
    let elapsed = started.elapsed().as_secs_f64();
    let status = response.status().as_u16();
    let by_route = Route {
        method: method.clone(),
        route: route.clone(),
    };
    metrics.durations.get_or_create(&by_route).observe(elapsed);
    metrics
        .requests
        .get_or_create(&Answer {
            method,
            route,
            status,
        })
        .inc();
    response
}
