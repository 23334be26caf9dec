//! The program `yanzhi`.

mod commands;
mod outcome;
mod speak;

use std::process::ExitCode;

use clap::Parser as _;

fn main() -> ExitCode {
    let yanzhi = commands::Yanzhi::parse();
    match yanzhi.run() {
        Ok(outcome) => outcome.into(),
        Err(error) => outcome::report(&error),
    }
}
