//! Bringing a strategy pack in: one transaction over all capabilities, so that it happens as a whole or not at
//! all. Doing it twice changes nothing the second time.

pub mod convert;
mod derived;

use yanzhi_audit::{AuditError, Event};
use yanzhi_catalogue::CatalogueError;
use yanzhi_figures::{FiguresError, Provenance, Recorded, Recording};
use yanzhi_kernel::{Digest, Scope};
use yanzhi_organisations::OrganisationsError;
use yanzhi_pack::Pack;
use yanzhi_scoring::{Computed, Computing, Gap, ScoringError};
use yanzhi_storage::{StorageError, Turn};

use crate::Platform;

/// How strict an import is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// Accept an index in which some scores are missing.
    pub allow_missing: bool,
    /// Why figures that are there already get another value; the pack's fingerprint is added.
    pub reason: Option<String>,
}

/// What an import did.
#[derive(Clone, Debug)]
pub struct Report {
    /// Figures added, corrected and left.
    pub recorded: Recorded,
    /// The index computed from them.
    pub computed: Computed,
    /// Targets and tasks that were checked; they are not kept yet.
    pub checked_only: usize,
}

/// Why a pack was not brought in. Nothing was written then.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ImportError {
    /// Some scores would be missing.
    #[error("{} scores would be missing", .0.len())]
    Gaps(Vec<Gap>),
    /// Units were refused.
    #[error(transparent)]
    Organisations(#[from] OrganisationsError),
    /// The catalogue was refused.
    #[error(transparent)]
    Catalogue(#[from] CatalogueError),
    /// Figures were refused.
    #[error(transparent)]
    Figures(#[from] FiguresError),
    /// The index cannot be computed.
    #[error(transparent)]
    Scoring(#[from] ScoringError),
    /// The audit log failed.
    #[error(transparent)]
    Audit(#[from] AuditError),
    /// The database failed.
    #[error(transparent)]
    Storage(#[from] StorageError),
}

/// Brings a pack in and computes its index.
///
/// # Errors
/// [`ImportError`]; the database is then as it was before.
pub async fn import(
    platform: &Platform,
    scope: &Scope,
    pack: &Pack,
    options: &Options,
) -> Result<Report, ImportError> {
    let (ids, now) = (platform.ids.as_ref(), platform.clock.now());
    let tx = platform.db.write().await?;
    for turn in [Turn::Import, Turn::Figures] {
        tx.take_turn(turn).await?;
    }
    let organisations = convert::organisations(pack);
    let (strategy, units) = yanzhi_organisations::import(&tx, ids, now, &organisations).await?;
    let offices = convert::offices(pack)?;
    yanzhi_organisations::import_organisations(&tx, scope, ids, now, &offices).await?;
    let catalogue = convert::catalogue(pack);
    let known = yanzhi_catalogue::import(&tx, ids, now, strategy, &catalogue).await?;
    let derivations = convert::derivations(pack);
    let derived = yanzhi_catalogue::import_derivations(&tx, strategy, &derivations).await?;
    let figures = convert::figures(pack, &units, &known.indicators)?;
    let reason = reason(options, &pack.digest);
    let recording = Recording {
        reason: Some(&reason),
        ..Recording::new(now, Provenance::Import)
    };
    let recorded = yanzhi_figures::record(&tx, scope, ids, strategy, recording, figures).await?;
    if !derived.is_empty() {
        yanzhi_figures::derive_again(&tx, scope, ids, strategy, recording, &derived).await?;
    }
    let event = Event::done("strategy.import", pack.strategy.code.to_string())
        .changing(None, Some(pack.digest.clone()));
    yanzhi_audit::record(&tx, scope, now, event).await?;
    let strategy = yanzhi_organisations::strategy(&tx, scope, &pack.strategy.code).await?;
    let unknown = || ScoringError::UnknownStrategy(pack.strategy.code.clone());
    let strategy = strategy.ok_or_else(unknown)?;
    let computing = Computing {
        now,
        ids,
        threads: platform.threads,
    };
    let computed =
        yanzhi_scoring::compute(&tx, scope, computing, &strategy, &known.framework).await?;
    if !options.allow_missing && !computed.gaps.is_empty() {
        return Err(ImportError::Gaps(computed.gaps));
    }
    tx.commit().await?;
    Ok(Report {
        recorded,
        computed,
        checked_only: pack.targets.len() + pack.tasks.len(),
    })
}

fn reason(options: &Options, digest: &Digest) -> String {
    let short = digest.as_str().get(..12).unwrap_or_default();
    match &options.reason {
        Some(reason) => format!("{reason} (pack {short})"),
        None => format!("import of pack {short}"),
    }
}
