//! `yanzhi audit`

use std::{
    fs::{self, File, OpenOptions},
    io::{BufRead as _, BufReader, Write as _},
    path::{Path, PathBuf},
};

use anyhow::Context as _;
use clap::{Args, Subcommand};
use rand_core::OsRng;
use yanzhi_audit::{
    export::sealed,
    rules::{Checkpoint, Key, PublicKey, Verdict, Verification},
};
use yanzhi_kernel::{Lang, Text};
use yanzhi_server::upkeep;

use super::{
    installation::{operator, with_platform},
    settings::Settings,
};
use crate::{
    outcome::Outcome,
    speak::{say, say_error, working},
};

/// What to do with the log.
#[derive(Debug, Args)]
pub(crate) struct Options {
    #[command(subcommand)]
    task: Task,
}

#[derive(Debug, Subcommand)]
enum Task {
    /// Go through the whole log and name the first entry that is not as it was written. Without a checkpoint
    /// it cannot show that the end was cut off, that an earlier state was put back or that all was rewritten.
    Verify(Verify),
    /// Sign a statement about the log as it is now, to be kept elsewhere.
    Checkpoint(Sign),
    /// Write the log to a file that can be verified anywhere.
    Export(Export),
    /// Make the key that signs checkpoints. Keep it apart from the database.
    NewKey(NewKey),
}

#[derive(Debug, Args)]
struct Verify {
    /// A file that `yanzhi audit export` wrote, instead of the database.
    #[arg(long, value_name = "FILE")]
    file: Option<PathBuf>,
    /// Compare with this checkpoint.
    #[arg(long, value_name = "FILE", requires = "key")]
    checkpoint: Option<PathBuf>,
    /// The public key of the checkpoint: the text that `new-key` printed, or a file with it.
    #[arg(long, value_name = "KEY")]
    key: Option<String>,
    #[command(flatten)]
    settings: Settings,
}

#[derive(Debug, Args)]
struct Sign {
    /// The new file of the statement.
    file: PathBuf,
    /// The file of the key.
    #[arg(long, value_name = "FILE")]
    key: PathBuf,
    #[command(flatten)]
    settings: Settings,
}

#[derive(Debug, Args)]
struct Export {
    /// The new file.
    file: PathBuf,
    #[command(flatten)]
    settings: Settings,
}

#[derive(Debug, Args)]
struct NewKey {
    /// The new file of the key.
    file: PathBuf,
    /// The name of the log, such as the city's: it stands in every statement.
    #[arg(long, value_name = "NAME")]
    name: String,
}

pub(crate) fn run(options: &Options, lang: Lang) -> anyhow::Result<Outcome> {
    match &options.task {
        Task::Verify(asked) => verify(asked, lang),
        Task::Checkpoint(asked) => sign(asked, lang),
        Task::Export(asked) => write_out(asked, lang),
        Task::NewKey(asked) => new_key(asked, lang),
    }
}

fn verify(asked: &Verify, lang: Lang) -> anyhow::Result<Outcome> {
    let checkpoint = match (&asked.checkpoint, &asked.key) {
        (Some(file), Some(key)) => Some(read_checkpoint(file, key)?),
        _ => None,
    };
    let bar = working(&Text::new("核验", "verifying"), lang);
    let verdict = match &asked.file {
        Some(file) => verify_file(file, checkpoint.as_ref()),
        None => verify_database(&asked.settings, checkpoint.as_ref()),
    };
    bar.finish_and_clear();
    Ok(tell(&verdict?, checkpoint.as_ref(), lang))
}

fn read_checkpoint(file: &Path, key: &str) -> anyhow::Result<Checkpoint> {
    let key = if Path::new(key).is_file() {
        fs::read_to_string(key)?
    } else {
        key.to_owned()
    };
    let signed = fs::read_to_string(file).with_context(|| file.display().to_string())?;
    let opened = Checkpoint::open(&signed, &PublicKey::read(&key)?);
    opened.with_context(|| file.display().to_string())
}

fn verify_file(file: &Path, checkpoint: Option<&Checkpoint>) -> anyhow::Result<Verdict> {
    let mut verification = checkpoint.map_or_else(Verification::default, Verification::against);
    let lines = BufReader::new(File::open(file).with_context(|| file.display().to_string())?);
    for line in lines.lines() {
        verification.take(sealed::link(&line?));
    }
    Ok(verification.finish(checkpoint))
}

fn verify_database(
    settings: &Settings,
    checkpoint: Option<&Checkpoint>,
) -> anyhow::Result<Verdict> {
    with_platform(settings, async |platform| {
        Ok(upkeep::verify_log(platform, checkpoint).await?)
    })
}

fn tell(verdict: &Verdict, checkpoint: Option<&Checkpoint>, lang: Lang) -> Outcome {
    let (entries, head) = (verdict.entries, &verdict.head);
    if let Some(tampering) = &verdict.tampering {
        let text = Text::new(
            format!("审计日志被改动：{tampering}。请保全现场并通知审计管理员"),
            format!(
                "the audit log was tampered with: {tampering}. Keep everything as it is and tell the auditor"
            ),
        );
        say_error(text.get(lang));
        return Outcome::Refused;
    }
    let text = match checkpoint {
        Some(checkpoint) => Text::new(
            format!(
                "审计日志完整：{entries} 条，与签名检查点（{} 条）一致；最后一条 {head}",
                checkpoint.size
            ),
            format!(
                "the audit log is whole: {entries} entries, in agreement with the checkpoint of {}; the last is {head}",
                checkpoint.size
            ),
        ),
        None => Text::new(
            format!(
                "审计链完整：{entries} 条；最后一条 {head}。没有检查点，无法排除截尾、回滚与整体重写"
            ),
            format!(
                "the audit chain is whole: {entries} entries; the last is {head}. Without a checkpoint this does not \
                 show that nothing was cut off, put back or rewritten"
            ),
        ),
    };
    say(text.get(lang));
    Outcome::Done
}

fn sign(asked: &Sign, lang: Lang) -> anyhow::Result<Outcome> {
    let key = fs::read_to_string(&asked.key).with_context(|| asked.key.display().to_string())?;
    let key = Key::read(&key)?;
    let (checkpoint, signed) = with_platform(&asked.settings, async |platform| {
        Ok(upkeep::sign_log(platform, &operator(), &key).await?)
    })?;
    write_new(&asked.file, signed.as_bytes(), 0o644)?;
    let (size, head, file) = (checkpoint.size, checkpoint.head, asked.file.display());
    let text = Text::new(
        format!("已签名：{size} 条，最后一条 {head}；请把 {file} 存放到别处"),
        format!("signed: {size} entries, the last is {head}; keep {file} elsewhere"),
    );
    say(text.get(lang));
    Ok(Outcome::Done)
}

fn write_out(asked: &Export, lang: Lang) -> anyhow::Result<Outcome> {
    let entries = with_platform(&asked.settings, async |platform| {
        Ok(upkeep::write_log(platform, &operator(), &asked.file).await?)
    })?;
    let file = asked.file.display();
    let text = Text::new(
        format!("已导出 {entries} 条到 {file}"),
        format!("{entries} entries written to {file}"),
    );
    say(text.get(lang));
    Ok(Outcome::Done)
}

fn new_key(asked: &NewKey, lang: Lang) -> anyhow::Result<Outcome> {
    let (key, public) = Key::new(&mut OsRng, &asked.name)?;
    write_new(&asked.file, format!("{}\n", key.secret()).as_bytes(), 0o600)?;
    let text = Text::new(
        format!(
            "签名密钥写入 {}，请与数据库分开保管；公钥：",
            asked.file.display()
        ),
        format!(
            "the key is in {}: keep it apart from the database. Its public half:",
            asked.file.display()
        ),
    );
    say(text.get(lang));
    writeln!(std::io::stdout(), "{public}")?;
    Ok(Outcome::Done)
}

/// Writes a file that is not there yet.
fn write_new(file: &Path, bytes: &[u8], mode: u32) -> anyhow::Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, mode);
    #[cfg(not(unix))]
    let _ = mode;
    let mut out = options
        .open(file)
        .with_context(|| file.display().to_string())?;
    out.write_all(bytes)?;
    Ok(out.sync_all()?)
}
