//! The program `yanzhi`.
#![expect(
    clippy::doc_markdown,
    reason = "the documentation of options is what --help prints"
)]

mod commands;
mod outcome;
mod plot;
mod speak;
mod watch;

use std::process::ExitCode;

use clap::Parser as _;

fn main() -> ExitCode {
    let yanzhi = commands::Yanzhi::parse();
    match yanzhi.run() {
        Ok(outcome) => outcome.into(),
        Err(error) => outcome::report(&error),
    }
}
