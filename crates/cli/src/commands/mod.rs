//! The commands, one file each.

mod analysis;
mod audit;
mod audit_framework;
mod backup;
mod completions;
mod demo;
mod doctor;
mod import;
mod installation;
mod method;
mod names;
mod openapi;
mod pack;
mod read_sheet;
mod restore;
mod robustness;
mod score;
mod sensitivity;
mod serve;
mod settings;
mod uncertain;
mod user;
mod what_if;

use clap::{Parser, Subcommand};
use yanzhi_kernel::Lang;

use crate::{outcome::Outcome, speak::language};

/// yanzhi 研值: defines indicators, computes and explains the index, and shows how units stand.
///
/// 定义指标、计算并解释指数、展示各评价对象位次的平台。
#[derive(Debug, Parser)]
#[command(name = "yanzhi", version, after_help = EXIT_CODES, disable_help_subcommand = true)]
pub(crate) struct Yanzhi {
    /// Language of messages: zh or en. By default that of the terminal (LC_ALL, LC_MESSAGES, LANG).
    #[arg(long, global = true, value_name = "LANG")]
    lang: Option<Lang>,
    #[command(subcommand)]
    command: Command,
}

const EXIT_CODES: &str = "\
Exit codes:
  0    done
  1    refused: the input or the surroundings are wrong; nothing was changed
  2    the command line was not understood
  3    computed, but some scores are missing (see --allow-missing)
  130  stopped by Ctrl-C; nothing was written";

#[derive(Debug, Subcommand)]
enum Command {
    /// Compute the index of a pack, without a database.
    Score(score::Options),
    /// Look whether the indicators of a pack carry information and belong together: statistics, flags, correlations,
    /// reliability, principal components.
    AuditFramework(audit_framework::Options),
    /// How sure each rank is when weights, rules and figures are uncertain.
    Robustness(robustness::Options),
    /// Which of the uncertain assumptions moves ranks and scores, and how much.
    Sensitivity(sensitivity::Options),
    /// Compute a pack with something otherwise (a weight, a method, a figure, an indicator left out) and show what it moves.
    WhatIf(Box<what_if::Options>),
    /// Check a strategy pack.
    Pack(pack::Options),
    /// Bring a pack into the database, as a whole or not at all, and compute its index.
    Import(import::Options),
    /// Load the example strategy into a new database and serve it.
    Demo(demo::Options),
    /// Answer requests: the web pages, the API, /healthz, /readyz, /metrics.
    Serve(serve::Options),
    /// Write everything in the database to one file, while others go on working.
    Backup(backup::Options),
    /// Verify the audit log, sign a statement about it, write it to a file.
    Audit(audit::Options),
    /// Bring a backup into a new database, of either kind.
    Restore(restore::Options),
    /// Ask whether the installation is well: configuration, rights, database, schema, audit chain, clock.
    Doctor(doctor::Options),
    /// Manage accounts from the console.
    User(user::Options),
    /// Print the description of the API (OpenAPI 3.1).
    Openapi(openapi::Options),
    /// Read a workbook or CSV from standard input, with little memory and time: the child of `serve`.
    #[command(hide = true)]
    ReadSheet(read_sheet::Options),
    /// Print a completion script for a shell.
    Completions(completions::Options),
}

impl Yanzhi {
    pub(crate) fn run(self) -> anyhow::Result<Outcome> {
        let lang = language(self.lang);
        match self.command {
            Command::Score(options) => score::run(&options, lang),
            Command::AuditFramework(options) => audit_framework::run(&options, lang),
            Command::Robustness(options) => robustness::run(&options, lang),
            Command::Sensitivity(options) => sensitivity::run(&options, lang),
            Command::WhatIf(options) => what_if::run(&options, lang),
            Command::Pack(options) => pack::run(options, lang),
            Command::Import(options) => import::run(options, lang),
            Command::Demo(options) => demo::run(options, lang),
            Command::Serve(options) => serve::run(options, lang),
            Command::Backup(options) => backup::run(&options, lang),
            Command::Audit(options) => audit::run(&options, lang),
            Command::Restore(options) => restore::run(&options, lang),
            Command::Doctor(options) => doctor::run(&options, lang),
            Command::User(options) => user::run(options, lang),
            Command::Openapi(options) => openapi::run(options),
            Command::ReadSheet(options) => read_sheet::run(&options),
            Command::Completions(options) => completions::run(options),
        }
    }
}
