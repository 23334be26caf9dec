//! The parent: starts a child for each file, waits for it, and outlives whatever the file does to it.

use std::io::{BufReader, Write};
use std::path::PathBuf;
use std::process::{Child, ChildStdin, Command, ExitStatus, Stdio};
use std::sync::{Arc, mpsc};
use std::thread;
use std::time::Duration;

use tokio::sync::Semaphore;

use crate::fault::{Fault, FaultCode};
use crate::limits::Limits;
use crate::sheets::Sheets;
use crate::wire::{self, Garbled};

/// Why a file could not be read.
#[derive(Debug, thiserror::Error)]
pub enum SheetError {
    /// The file is to blame. What is wrong, where, and what to do about it: a 422 for whoever sent it.
    #[error(transparent)]
    Refused(#[from] Fault),
    /// The child could not be started or waited for: a failure of ours.
    #[error("the child that reads sheets cannot be run")]
    Child(#[source] std::io::Error),
}

/// Reads files, each in a process of its own; no more than a number of them at once.
///
/// The child's program is this crate's [`run`](crate::run) behind a subcommand, `yanzhi read-sheet`. What comes of a file
/// depends on the file and the limits alone.
#[derive(Clone, Debug)]
pub struct SheetReader {
    program: PathBuf,
    permits: Arc<Semaphore>,
}

impl SheetReader {
    /// The subcommand of the program that calls [`run`](crate::run).
    pub const SUBCOMMAND: &str = "read-sheet";

    /// A reader whose children run `program`, at most `at_once` of them.
    pub fn new(program: impl Into<PathBuf>, at_once: usize) -> Self {
        Self {
            program: program.into(),
            permits: Arc::new(Semaphore::new(at_once.max(1))),
        }
    }

    /// Reads a file; waits while as many as may be are read already. Dropped before its end, it still ends the child
    /// within the limits.
    ///
    /// # Errors
    /// [`SheetError`].
    pub async fn read(&self, bytes: Vec<u8>, limits: Limits) -> Result<Sheets, SheetError> {
        if bytes.is_empty() {
            return Err(Fault::new(FaultCode::FileEmpty).into());
        }
        if bytes.len() as u64 > limits.file_bytes {
            return Err(Fault::over(FaultCode::FileTooLarge, limits.file_bytes).into());
        }
        let permit = Arc::clone(&self.permits).acquire_owned().await;
        let permit = permit.map_err(|error| SheetError::Child(std::io::Error::other(error)))?;
        let program = self.program.clone();
        let reading = tokio::task::spawn_blocking(move || {
            let read = read_in_child(&program, &bytes, &limits);
            drop(permit);
            read
        });
        let read = reading.await;
        read.map_err(|error| SheetError::Child(std::io::Error::other(error)))?
    }
}

fn read_in_child(program: &PathBuf, bytes: &[u8], limits: &Limits) -> Result<Sheets, SheetError> {
    let words = serde_json::to_string(limits).map_err(|error| SheetError::Child(error.into()))?;
    let mut child = Command::new(program)
        .arg(SheetReader::SUBCOMMAND)
        .args(["--limits", &words])
        .env_clear()
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .map_err(SheetError::Child)?;
    let answer = converse(&mut child, bytes, limits);
    // Whether it is still at work or long gone: from here on there is no child.
    if !matches!(answer, Conversation::Heard(Ok(_))) {
        // Fails when it has ended already.
        let _ = child.kill();
    }
    let status = child.wait().map_err(SheetError::Child)?;
    match answer {
        Conversation::Heard(Ok(sheets)) => Ok(sheets),
        Conversation::Heard(Err(Garbled::Refused(fault))) => Err(fault.into()),
        Conversation::Heard(Err(Garbled::TooLong)) => {
            Err(Fault::over(FaultCode::TooMuchText, limits.output_bytes).into())
        }
        Conversation::Heard(Err(Garbled::Broken)) => Err(post_mortem(status, limits).into()),
        Conversation::TooLong => Err(Fault::over(FaultCode::TookTooLong, limits.wall_ms).into()),
    }
}

/// What came of talking to the child.
enum Conversation {
    Heard(Result<Sheets, Garbled>),
    TooLong,
}

/// Sends the file and hears the answer at the same time, for the pipes hold less than either.
fn converse(child: &mut Child, bytes: &[u8], limits: &Limits) -> Conversation {
    let (input, output) = (child.stdin.take(), child.stdout.take());
    thread::scope(|scope| {
        scope.spawn(move || send(input, bytes));
        let (tell, hear) = mpsc::channel();
        scope.spawn(move || {
            let answer = output.map_or(Err(Garbled::Broken), |output| {
                wire::read(BufReader::with_capacity(256 * 1024, output), limits)
            });
            // Nobody hears it when it took too long.
            let _ = tell.send(answer);
        });
        let answer = hear.recv_timeout(limits.wall());
        // Both threads wait for the child, so it ends before they are waited for.
        if !matches!(answer, Ok(Ok(_))) {
            grace(child, &answer);
        }
        answer.map_or(Conversation::TooLong, Conversation::Heard)
    })
}

/// Lets a child that broke down end by itself, so that its end tells why; ends any other.
fn grace<E>(child: &mut Child, answer: &Result<Result<Sheets, Garbled>, E>) {
    if matches!(answer, Ok(Err(Garbled::Broken))) {
        for _ in 0..50 {
            if !matches!(child.try_wait(), Ok(None)) {
                return;
            }
            thread::sleep(Duration::from_millis(2));
        }
    }
    // Fails when it has ended already.
    let _ = child.kill();
}

fn send(input: Option<ChildStdin>, bytes: &[u8]) {
    if let Some(mut input) = input {
        // A child that refuses the file before its end closes the pipe; its answer says why.
        let _ = input.write_all(bytes);
    }
}

/// Why a child ended without an answer.
#[cfg(unix)]
fn post_mortem(status: ExitStatus, limits: &Limits) -> Fault {
    use std::os::unix::process::ExitStatusExt as _;
    // The numbers that Linux, macOS and the BSDs share.
    const ABORT: i32 = 6;
    const KILL: i32 = 9;
    const CPU_TIME: i32 = 24;
    match status.signal() {
        // Memory that is not granted ends a Rust program so.
        Some(ABORT) => Fault::over(FaultCode::OutOfMemory, limits.memory_bytes),
        Some(CPU_TIME | KILL) => Fault::over(FaultCode::TookTooLong, limits.cpu_seconds * 1000),
        _ => Fault::new(FaultCode::Unreadable).found(status),
    }
}

#[cfg(not(unix))]
fn post_mortem(status: ExitStatus, _: &Limits) -> Fault {
    Fault::new(FaultCode::Unreadable).found(status)
}
