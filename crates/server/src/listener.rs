//! Accepts connections. `axum::serve` has no defence against a client that sends its headers one letter a
//! minute; here headers have a deadline, connections a limit, and a stop lets requests finish.

use std::{sync::Arc, time::Duration};

use axum::{Router, extract::Request};
use hyper::body::Incoming;
use hyper_util::{
    rt::{TokioExecutor, TokioIo, TokioTimer},
    server::{conn::auto::Builder, graceful::GracefulShutdown},
    service::TowerToHyperService,
};
use tokio::{
    net::{TcpListener, TcpStream},
    sync::{OwnedSemaphorePermit, Semaphore},
};

use crate::{HttpSection, client::Peer};

/// How long to wait when the system has no room for another connection.
const OUT_OF_ROOM: Duration = Duration::from_millis(100);

/// Answers requests until `stop` is done, then lets those under way finish.
pub(crate) async fn listen(
    listener: TcpListener,
    router: Router,
    http: &HttpSection,
    stop: impl Future<Output = ()>,
) {
    let places = Arc::new(Semaphore::new(http.max_connections));
    let open = GracefulShutdown::new();
    let builder = builder(http);
    let mut stop = std::pin::pin!(stop);
    loop {
        tokio::select! {
            () = &mut stop => break,
            (stream, peer, place) = accept(&listener, &places) => {
                let service = TowerToHyperService::new(from_peer(router.clone(), peer));
                let connection = builder.serve_connection(TokioIo::new(stream), service).into_owned();
                let connection = open.watch(connection);
                tokio::spawn(async move {
                    if let Err(error) = connection.await {
                        tracing::debug!(%error, "connection ended");
                    }
                    drop(place);
                });
            }
        }
    }
    drop(listener);
    tokio::select! {
        () = open.shutdown() => tracing::info!("all requests are answered"),
        () = tokio::time::sleep(http.shutdown_timeout()) => tracing::warn!("requests were cut off"),
    }
}

/// The router, told with each request who is at the other end.
fn from_peer(
    router: Router,
    peer: Peer,
) -> tower::util::MapRequest<Router, impl FnMut(Request<Incoming>) -> Request<Incoming> + Clone> {
    tower::ServiceExt::<Request<Incoming>>::map_request(
        router,
        move |mut request: Request<Incoming>| {
            request.extensions_mut().insert(peer);
            request
        },
    )
}

fn builder(http: &HttpSection) -> Builder<TokioExecutor> {
    let mut builder = Builder::new(TokioExecutor::new());
    builder
        .http1()
        .timer(TokioTimer::new())
        .header_read_timeout(http.header_timeout());
    builder
        .http2()
        .timer(TokioTimer::new())
        .max_concurrent_streams(64)
        .keep_alive_interval(http.header_timeout())
        .keep_alive_timeout(http.header_timeout());
    builder
}

/// The next connection, once there is a place for it.
async fn accept(
    listener: &TcpListener,
    places: &Arc<Semaphore>,
) -> (TcpStream, Peer, Option<OwnedSemaphorePermit>) {
    // The semaphore is never closed, so waiting for a place cannot fail.
    let place = Arc::clone(places).acquire_owned().await.ok();
    loop {
        match listener.accept().await {
            Ok((stream, peer)) => return (stream, Peer(peer), place),
            Err(error) => {
                tracing::warn!(%error, "a connection could not be accepted");
                tokio::time::sleep(OUT_OF_ROOM).await;
            }
        }
    }
}
