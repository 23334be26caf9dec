//! Requests that no browser makes, against the real listener.

use std::{
    io::{self, Write},
    sync::{Arc, Mutex},
};

use crate::running::{Running, header, status};

/// What would show that a file outside the pages was read.
const SECRETS: [&str; 4] = ["root:", "[workspace", "[package]", "fn main"];

#[tokio::test]
async fn no_trick_with_a_path_leaves_the_pages() {
    let server = Running::start(|_| ()).await;
    let index = server.get("/").await;
    let body = |answer: &str| answer.split_once("\r\n\r\n").unwrap().1.to_owned();
    for target in [
        "/../../../../../../etc/passwd",
        "/assets/../../../Cargo.toml",
        "/assets/../../../../../../etc/passwd",
        "/..%2f..%2f..%2fCargo.toml",
        "/%2e%2e/%2e%2e/%2e%2e/etc/passwd",
        "/assets/%2e%2e%2f%2e%2e%2fCargo.toml",
        "/assets/..%252f..%252fCargo.toml",
        "/..\\..\\Cargo.toml",
        "/assets/..%5c..%5c..%5cCargo.toml",
        "/assets/..\\..\\..\\Cargo.toml",
        "/index.html%00.js",
        "/assets/%00/../../../Cargo.toml",
        "//etc/passwd",
        "/assets//etc/passwd",
        "/file:///etc/passwd",
        "/assets/%c0%ae%c0%ae/Cargo.toml",
        "/.%00./Cargo.toml",
        "/../crates/server/src/main.rs",
        "/../package.json",
        "Cargo.toml",
    ] {
        let answer = server.get(target).await;
        let is_page = status(&answer) == 200 && body(&answer) == body(&index);
        assert!(
            is_page || matches!(status(&answer), 400 | 404),
            "{target}: {answer}"
        );
        for secret in SECRETS {
            assert!(!answer.contains(secret), "{target} shows {secret}");
        }
    }
    for raw in ["/a\0b", "/a b", "/\r\nX: y"] {
        let answer = server.get(raw).await;
        assert!(matches!(status(&answer), 400 | 404), "{raw:?}: {answer}");
    }
    server.stop().await;
}

/// Lines of the log, kept.
#[derive(Clone, Default)]
struct Lines(Arc<Mutex<Vec<u8>>>);

impl Write for Lines {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// What the other tests of this program log is among the lines, and none of it may begin like this either.
#[tokio::test]
async fn a_line_break_reaches_neither_a_header_nor_a_line_of_the_log() {
    let lines = Lines::default();
    let kept = lines.clone();
    let subscriber = tracing_subscriber::fmt()
        .with_max_level(tracing::Level::TRACE)
        .with_ansi(false)
        .with_writer(move || kept.clone())
        .finish();
    tracing::subscriber::set_global_default(subscriber).unwrap();
    let server = Running::start(|_| ()).await;
    break_lines_in_targets(&server).await;
    break_lines_in_headers(&server).await;
    break_lines_in_names(&server).await;
    server.stop().await;
    let log = String::from_utf8(lines.0.lock().unwrap().clone()).unwrap();
    assert!(
        log.contains("/api/v1/session"),
        "the requests are in the log: {log}"
    );
    let forged: Vec<&str> = log
        .lines()
        .filter(|line| line.starts_with("X-Evil") || line.starts_with("evil"))
        .collect();
    assert!(forged.is_empty(), "{forged:?}");
}

async fn break_lines_in_targets(server: &Running) {
    let broken = "%0d%0aX-Evil:%20yes%0d%0a%0d%0aevil";
    for target in [
        format!("/{broken}"),
        format!("/assets/{broken}"),
        format!("/api/v1/strategies/{broken}"),
        format!("/api/v1/strategies/{broken}/league-table/export?format=csv"),
        format!("/api/v1/strategies/x/league-table/export?format={broken}&period={broken}"),
        format!("/api/v1/organisations/{broken}"),
        format!("/api/v1/session/sign-on/callback?state={broken}&code={broken}"),
        format!("/api/v1/accounts?after={broken}"),
    ] {
        let answer = server.get(&target).await;
        assert!(status(&answer) < 500, "{target}: {answer}");
        assert_eq!(header(&answer, "x-evil"), None, "{target}: {answer}");
    }
}

async fn break_lines_in_headers(server: &Running) {
    for name in [
        "User-Agent",
        "X-Request-Id",
        "X-Forwarded-For",
        "Accept-Language",
        "Cookie",
        "Authorization",
        "If-None-Match",
    ] {
        for value in [
            "a\rX-Evil: yes",
            "a\nX-Evil: yes\n\nevil",
            "a\0b",
            "a\u{b}b",
        ] {
            let headers = format!("{name}: {value}\r\n");
            let answer = server.post("/api/v1/session", &headers, "{}").await;
            assert!(status(&answer) < 500, "{headers:?}: {answer}");
            assert_eq!(header(&answer, "x-evil"), None, "{headers:?}: {answer}");
        }
    }
}

async fn break_lines_in_names(server: &Running) {
    let said = r#"{"login": "a\r\nX-Evil: yes\nevil", "password": "b\r\nX-Evil: yes"}"#;
    let answer = server.post("/api/v1/session", "", said).await;
    assert_eq!(status(&answer), 422, "{answer}");
    assert_eq!(header(&answer, "x-evil"), None, "{answer}");
    for entry in server.log().await {
        let fields = [&entry.subject, &entry.action, &entry.actor];
        assert!(
            fields.iter().all(|it| !it.contains(['\r', '\n'])),
            "{entry:?}"
        );
    }
}

#[tokio::test]
async fn an_address_that_asks_too_much_is_told_when_to_come_back() {
    let server = Running::start(|http| {
        http.sign_ins_per_minute = 8;
        http.requests_per_minute = 40;
    })
    .await;
    let said = r#"{"login": "nobody", "password": "nothing"}"#;
    let mut statuses = Vec::new();
    for _ in 0..3 {
        statuses.push(status(&server.post("/api/v1/session", "", said).await));
    }
    assert_eq!(statuses, [422, 422, 429]);
    let refused = server.post("/api/v1/session", "", said).await;
    let wait: u64 = header(&refused, "retry-after").unwrap().parse().unwrap();
    assert!((1..=8).contains(&wait), "{refused}");
    assert!(refused.contains("application/problem+json"), "{refused}");
    // A name that another proxy is said to have does not help: none is trusted.
    let disguised = "X-Forwarded-For: 203.0.113.9\r\n";
    let answer = server.post("/api/v1/session", disguised, said).await;
    assert_eq!(status(&answer), 429);
    let mut reads = 0;
    while status(&server.get("/api/v1/session").await) == 200 {
        reads += 1;
        assert!(reads < 40, "reads have no limit");
    }
    assert_eq!(
        status(&server.get("/healthz").await),
        200,
        "the watch is not refused"
    );
    server.stop().await;
}

#[tokio::test]
async fn a_page_of_another_site_changes_nothing_and_is_written_down() {
    let server = Running::start(|_| ()).await;
    let said = r#"{"login": "nobody", "password": "nothing"}"#;
    for headers in [
        "Origin: https://evil.example\r\n",
        "Origin: null\r\n",
        "Origin: http://yanzhi.evil.example\r\n",
        "Sec-Fetch-Site: cross-site\r\n",
        "Sec-Fetch-Site: same-site\r\n",
    ] {
        let before = server.log().await.len();
        let answer = server.post("/api/v1/session", headers, said).await;
        assert_eq!(status(&answer), 403, "{headers}: {answer}");
        assert!(answer.contains(r#""code":"cross-site""#), "{answer}");
        let log = server.log().await;
        let [entry] = &log[before..] else {
            panic!("{headers}: {} entries", log.len() - before);
        };
        assert_eq!(entry.action, "request.cross_site");
        assert_eq!(entry.subject, "POST /api/v1/session");
        assert_eq!(entry.outcome, yanzhi_audit::Outcome::Refused);
    }
    let own = server.post(
        "/api/v1/session",
        "Origin: http://yanzhi\r\nSec-Fetch-Site: same-origin\r\n",
        said,
    );
    assert_eq!(status(&own.await), 422);
    server.stop().await;
}

#[tokio::test]
async fn a_body_that_is_too_large_is_refused_before_it_has_come() {
    let server = Running::start(|_| ()).await;
    for (what, head, body) in [
        (
            "a length that lies ahead",
            "Content-Length: 10000000000\r\n",
            "x".repeat(70_000),
        ),
        ("no length", "Transfer-Encoding: chunked\r\n", chunks(80)),
        (
            "just too long",
            "Content-Length: 65537\r\n",
            "x".repeat(65_537),
        ),
    ] {
        let request = format!(
            "POST /api/v1/session HTTP/1.1\r\nHost: yanzhi\r\nConnection: close\r\nContent-Type: application/json\r\n{head}\r\n{body}"
        );
        let answer = server.exchange(request.as_bytes()).await;
        assert_eq!(status(&answer), 413, "{what}: {answer}");
    }
    server.stop().await;
}

/// So many KiB without a length said before.
fn chunks(kib: usize) -> String {
    let chunk = format!("400\r\n{}\r\n", "x".repeat(1_024));
    chunk.repeat(kib) + "0\r\n\r\n"
}
