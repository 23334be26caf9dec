//! Entries as files people take away: JSON Lines for programs that verify the chain, CSV for spreadsheets.

pub mod sealed;

use serde_json::json;
use yanzhi_kernel::Digest;
use yanzhi_web_kit::harmless;

use crate::{AuditError, Entry, Format};

/// The fields of an entry, in their order.
const COLUMNS: [&str; 16] = [
    "sequence",
    "at",
    "actor",
    "via",
    "action",
    "subject",
    "organisation",
    "outcome",
    "reason",
    "address",
    "request",
    "before",
    "after",
    "previous",
    "hash",
    "format",
];

/// An entry as one line of JSON, with all that its hash is made of; moments are in µs, as in the hash.
pub(crate) fn json_line(entry: &Entry) -> String {
    let line = json!({
        "sequence": entry.sequence,
        "at": entry.at.as_micros(),
        "actor": entry.actor,
        "via": entry.via,
        "action": entry.action,
        "subject": entry.subject,
        "organisation": entry.organisation.map(|id| id.to_string()),
        "outcome": entry.outcome.as_str(),
        "reason": entry.reason,
        "address": entry.address,
        "request": entry.request,
        "before": entry.before.as_ref().map(Digest::as_str),
        "after": entry.after.as_ref().map(Digest::as_str),
        "previous": entry.previous.as_str(),
        "hash": entry.hash.as_str(),
        "format": number(entry.format),
    });
    format!("{line}\n")
}

/// The heading of a CSV, behind the mark by which spreadsheets know UTF-8.
pub(crate) fn csv_heading() -> String {
    format!("\u{feff}{}\r\n", COLUMNS.join(","))
}

/// Entries as rows of a CSV. What a spreadsheet would take for a formula gets a `'` before it.
pub(crate) fn csv_rows(entries: &[Entry]) -> Result<String, AuditError> {
    let failed = |reason: &dyn ToString| AuditError::Export(reason.to_string());
    let mut rows = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer(Vec::new());
    for entry in entries {
        let text = |text: &Option<String>| text.as_deref().map(harmless).unwrap_or_default();
        let digest =
            |digest: &Option<Digest>| digest.as_ref().map_or("", Digest::as_str).to_owned();
        let row: [String; 16] = [
            entry.sequence.to_string(),
            entry.at.to_string(),
            harmless(&entry.actor),
            text(&entry.via),
            harmless(&entry.action),
            harmless(&entry.subject),
            entry
                .organisation
                .map(|id| id.to_string())
                .unwrap_or_default(),
            entry.outcome.as_str().to_owned(),
            text(&entry.reason),
            text(&entry.address),
            text(&entry.request),
            digest(&entry.before),
            digest(&entry.after),
            entry.previous.to_string(),
            entry.hash.to_string(),
            number(entry.format).to_string(),
        ];
        rows.write_record(&row).map_err(|error| failed(&error))?;
    }
    let bytes = rows.into_inner().map_err(|error| failed(&error))?;
    String::from_utf8(bytes).map_err(|error| failed(&error))
}

pub(crate) const fn number(format: Format) -> i16 {
    match format {
        Format::First => 1,
        Format::Second => 2,
    }
}
