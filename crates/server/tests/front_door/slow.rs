//! Clients that take their time, so that nobody else is served.

use std::time::{Duration, Instant};

use tokio::io::AsyncWriteExt as _;

use crate::running::{Running, read_to_end, status};

#[tokio::test]
async fn a_client_that_sends_its_headers_slowly_is_cut_off_and_a_stop_is_graceful() {
    let server = Running::start(|http| http.header_timeout_ms = 300).await;
    let mut slow = server.connect().await;
    slow.write_all(b"GET /healthz HTTP/1.1\r\nHost: x\r\n")
        .await
        .unwrap();
    let said = read_to_end(&mut slow).await;
    assert!(!said.contains("200 OK"), "{said}");
    assert_eq!(status(&server.get("/healthz").await), 200);
    server.stop().await;
}

#[tokio::test]
async fn headers_that_drip_do_not_buy_time() {
    let server = Running::start(|http| http.header_timeout_ms = 600).await;
    let mut slow = server.connect().await;
    let began = Instant::now();
    let mut sent = 0;
    for byte in b"GET /healthz HTTP/1.1\r\nHost: x\r\nX-Long: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" {
        if slow.write_all(&[*byte]).await.is_err() {
            break;
        }
        sent += 1;
        tokio::time::sleep(Duration::from_millis(60)).await;
    }
    read_to_end(&mut slow).await;
    assert!(
        sent < 60,
        "{sent} bytes were listened to for {:?}",
        began.elapsed()
    );
    server.stop().await;
}

#[tokio::test]
async fn a_body_that_drips_is_cut_off_and_others_are_served_meanwhile() {
    let server = Running::start(|http| {
        http.request_timeout_ms = 700;
        http.max_requests = 2;
    })
    .await;
    let mut slow = server.connect().await;
    slow.write_all(
        b"POST /api/v1/session HTTP/1.1\r\nHost: yanzhi\r\nContent-Type: application/json\r\nContent-Length: 60000\r\n\r\n",
    )
    .await
    .unwrap();
    let began = Instant::now();
    let mut sent = 0;
    let dripping = async {
        while sent < 200 && slow.write_all(b" ").await.is_ok() {
            sent += 1;
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    };
    let other = server.get("/healthz");
    let ((), other) = tokio::join!(dripping, other);
    assert_eq!(status(&other), 200);
    assert!(
        sent < 60,
        "{sent} bytes were listened to for {:?}",
        began.elapsed()
    );
    let said = read_to_end(&mut slow).await;
    assert!(said.is_empty() || status(&said) == 503, "{said}");
    // Its place among the requests is free again.
    assert_eq!(status(&server.post("/api/v1/session", "", "{}").await), 422);
    server.stop().await;
}
