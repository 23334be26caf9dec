//! Is this installation well? Each question is answered, whatever the others say.

use std::path::Path;

use yanzhi_audit::{AuditError, rules::Verdict};
use yanzhi_kernel::{Clock, SystemClock, Text, Timestamp};
use yanzhi_storage::{DatabaseUrl, Db, Opening};

use crate::{Config, SCHEMA};

/// How bad a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Severity {
    /// As it should be.
    Well,
    /// Works, but should be changed.
    Doubtful,
    /// Does not work, or cannot be trusted.
    Bad,
}

/// The answer to one question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// How bad it is.
    pub severity: Severity,
    /// What was found and, unless it is well, what to do.
    pub text: Text,
}

impl Finding {
    fn new(severity: Severity, zh: impl Into<String>, en: impl Into<String>) -> Self {
        let text = Text::new(zh.into(), en.into());
        Self { severity, text }
    }

    fn bad(zh: &str, en: &str, error: &dyn std::fmt::Display) -> Self {
        Self::new(
            Severity::Bad,
            format!("{zh}：{error}"),
            format!("{en}: {error}"),
        )
    }
}

/// Asks about configuration, rights of files, database, schema, audit chain and clock.
pub async fn examine(config: &Config) -> Vec<Finding> {
    let mut findings = vec![configuration(config)];
    let Ok(address) = config.database.address() else {
        return findings;
    };
    if let DatabaseUrl::Sqlite(path) = &address {
        findings.extend(rights(path));
    }
    match Db::open(&address, Opening::Existing).await {
        Err(error) => findings.push(Finding::bad("数据库", "database", &error)),
        Ok(db) => {
            findings.extend(database(&db).await);
            // The answers are in; a connection that does not close in order changes none of them.
            let _ = db.close().await;
        }
    }
    findings
}

fn configuration(config: &Config) -> Finding {
    match config.validate() {
        Ok(()) => Finding::new(Severity::Well, "配置有效", "the configuration is valid"),
        Err(error) => Finding::bad("配置", "configuration", &error),
    }
}

/// Nobody but the program's account may read or write the file.
#[cfg(unix)]
fn rights(path: &Path) -> Option<Finding> {
    use std::os::unix::fs::PermissionsExt as _;
    let mode = std::fs::metadata(path).ok()?.permissions().mode() & 0o777;
    let shown = path.display();
    let (others, none) = (mode & 0o077, 0);
    Some(if others == none {
        Finding::new(
            Severity::Well,
            format!("{shown} 只有本账户可以读写"),
            format!("only this account can read and write {shown}"),
        )
    } else {
        Finding::new(
            Severity::Doubtful,
            format!("其他账户可以访问 {shown}（权限 {mode:o}）：请执行 chmod 600"),
            format!("other accounts can reach {shown} (mode {mode:o}): chmod 600"),
        )
    })
}

#[cfg(not(unix))]
fn rights(_path: &Path) -> Option<Finding> {
    None
}

async fn database(db: &Db) -> Vec<Finding> {
    let mut findings = vec![match db.self_check().await {
        Ok(checked) => Finding::new(
            Severity::Well,
            format!("数据库 {} {}，设置可靠", checked.engine, checked.version),
            format!(
                "database {} {}, its settings can be trusted",
                checked.engine, checked.version
            ),
        ),
        Err(error) => Finding::bad("数据库", "database", &error),
    }];
    if let Err(error) = SCHEMA.check(db).await {
        findings.push(Finding::bad("表结构", "schema", &error));
        return findings;
    }
    let same = Finding::new(
        Severity::Well,
        "表结构与本程序一致",
        "the schema is that of this program",
    );
    findings.push(same);
    findings.extend(log(db).await);
    findings
}

/// The chain of the log, and whether the clock has gone back behind its last entry.
async fn log(db: &Db) -> Vec<Finding> {
    match asked(db).await {
        Err(error) => vec![Finding::bad("审计日志", "audit log", &error)],
        Ok((verdict, last)) => vec![chain(&verdict), clock(SystemClock.now(), last)],
    }
}

async fn asked(db: &Db) -> Result<(Verdict, Option<Timestamp>), AuditError> {
    let tx = db.read().await?;
    let last = yanzhi_audit::last_moment(&tx).await?;
    Ok((yanzhi_audit::verify(&tx, None).await?, last))
}

fn chain(verdict: &Verdict) -> Finding {
    let entries = verdict.entries;
    match &verdict.tampering {
        None => Finding::new(
            Severity::Well,
            format!("审计链完整（{entries} 条）"),
            format!("the audit chain is whole ({entries} entries)"),
        ),
        Some(tampering) => Finding::new(
            Severity::Bad,
            format!("有人在程序之外改动过审计日志（{tampering}）：请保全现场并通知审计管理员"),
            format!(
                "the audit log was changed behind the program's back ({tampering}): keep everything as it is and \
                 tell the auditor"
            ),
        ),
    }
}

fn clock(now: Timestamp, last: Option<Timestamp>) -> Finding {
    match last.filter(|last| *last > now) {
        None => Finding::new(
            Severity::Well,
            format!("系统时间 {now}"),
            format!("the clock says {now}"),
        ),
        Some(last) => Finding::new(
            Severity::Bad,
            format!("系统时间 {now} 早于最后一条日志 {last}：请校准时钟（NTP）"),
            format!(
                "the clock says {now}, which is before the last entry of the log at {last}: set it right (NTP)"
            ),
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_behind_the_log_is_bad() {
        let at = |micros| Timestamp::from_micros(micros).unwrap();
        assert_eq!(clock(at(5), Some(at(5))).severity, Severity::Well);
        assert_eq!(clock(at(5), None).severity, Severity::Well);
        assert_eq!(clock(at(4), Some(at(5))).severity, Severity::Bad);
    }
}
