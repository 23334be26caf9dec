//! A server on a port of its own, spoken to byte by byte.

use std::{net::SocketAddr, time::Duration};

use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::TcpStream,
    sync::oneshot,
    task::JoinHandle,
};
use yanzhi_audit::Entry;
use yanzhi_server::{Config, HttpSection, Ready, SCHEMA, ServeError, Tables, serve};
use yanzhi_storage::{DatabaseUrl, Db, Opening};

/// The longest that a test waits for a server that should answer or hang up.
const PATIENCE: Duration = Duration::from_secs(10);

/// A server that runs until it is stopped, on an empty database.
pub(crate) struct Running {
    pub(crate) address: SocketAddr,
    stop: oneshot::Sender<()>,
    task: JoinHandle<Result<(), ServeError>>,
    database: DatabaseUrl,
    _folder: tempfile::TempDir,
}

impl Running {
    pub(crate) async fn start(set: impl FnOnce(&mut HttpSection)) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let database = DatabaseUrl::Sqlite(folder.path().join("yanzhi.sqlite"));
        let db = Db::open(&database, Opening::CreateIfMissing).await.unwrap();
        SCHEMA.bring_up_to_date(&db).await.unwrap();
        db.close().await.unwrap();
        let mut config = Config::default();
        config.database.url = database.to_string();
        "127.0.0.1:0".clone_into(&mut config.http.listen);
        set(&mut config.http);
        let (ready, address) = oneshot::channel();
        let (stop, stopped) = oneshot::channel::<()>();
        let task = tokio::spawn(async move {
            let ready = |it: Ready| ready.send(it.address).unwrap();
            let stop = async { stopped.await.unwrap() };
            serve(&config, Tables::Check, ready, stop).await
        });
        Self {
            address: address.await.unwrap(),
            stop,
            task,
            database,
            _folder: folder,
        }
    }

    pub(crate) async fn connect(&self) -> TcpStream {
        TcpStream::connect(self.address).await.unwrap()
    }

    /// Sends bytes as they are and reads until the server hangs up.
    pub(crate) async fn exchange(&self, request: &[u8]) -> String {
        let mut stream = self.connect().await;
        // A server that has seen enough hangs up before all is sent.
        let _ = stream.write_all(request).await;
        read_to_end(&mut stream).await
    }

    /// Asks for a path, written as it is.
    pub(crate) async fn get(&self, target: &str) -> String {
        let request = format!("GET {target} HTTP/1.1\r\nHost: yanzhi\r\nConnection: close\r\n\r\n");
        self.exchange(request.as_bytes()).await
    }

    /// Sends JSON, with more headers.
    pub(crate) async fn post(&self, path: &str, headers: &str, body: &str) -> String {
        let length = body.len();
        let request = format!(
            "POST {path} HTTP/1.1\r\nHost: yanzhi\r\nConnection: close\r\nContent-Type: application/json\r\n\
             Content-Length: {length}\r\n{headers}\r\n{body}"
        );
        self.exchange(request.as_bytes()).await
    }

    /// The audit log.
    pub(crate) async fn log(&self) -> Vec<Entry> {
        let db = Db::open(&self.database, Opening::Existing).await.unwrap();
        let log = yanzhi_audit::entries(&db.read().await.unwrap()).await;
        db.close().await.unwrap();
        log.unwrap()
    }

    pub(crate) async fn stop(self) {
        self.stop.send(()).unwrap();
        self.task.await.unwrap().unwrap();
        assert!(TcpStream::connect(self.address).await.is_err());
    }
}

/// What a server says until it hangs up.
///
/// # Panics
/// When it does not.
pub(crate) async fn read_to_end(stream: &mut TcpStream) -> String {
    let mut said = Vec::new();
    let read = tokio::time::timeout(PATIENCE, stream.read_to_end(&mut said)).await;
    assert!(read.is_ok(), "the connection is still open");
    String::from_utf8_lossy(&said).into_owned()
}

/// The status of an answer.
pub(crate) fn status(answer: &str) -> u16 {
    let line = answer.lines().next().unwrap_or_default();
    let status = line.split(' ').nth(1).and_then(|it| it.parse().ok());
    status.unwrap_or_else(|| panic!("no answer: {answer:?}"))
}

/// The value of a header.
pub(crate) fn header<'a>(answer: &'a str, name: &str) -> Option<&'a str> {
    let head = answer.split("\r\n\r\n").next().unwrap_or_default();
    let pairs = head.lines().filter_map(|line| line.split_once(": "));
    let mut values = pairs.filter(|(said, _)| said.eq_ignore_ascii_case(name));
    values.next().map(|(_, value)| value)
}
