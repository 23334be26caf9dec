//! The table of the log.

use futures_util::TryStreamExt as _;
use sea_orm::{ActiveValue::Set, Condition, QueryOrder, QuerySelect, entity::prelude::*};
use yanzhi_kernel::{Digest, Id, Timestamp, access::Span};
use yanzhi_storage::{ReadTx, StorageError, WriteTx};

use crate::{AuditError, Entry, Format, Outcome, Search};

mod audit_entry {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "audit_entry")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub sequence: i64,
        pub at: i64,
        pub actor: String,
        pub action: String,
        pub subject: String,
        pub before_digest: Option<String>,
        pub after_digest: Option<String>,
        pub previous_hash: String,
        pub hash: String,
        pub format: i16,
        pub via: Option<String>,
        pub organisation_id: Option<Uuid>,
        pub outcome: String,
        pub reason: Option<String>,
        pub address: Option<String>,
        pub request: Option<String>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

impl TryFrom<audit_entry::Model> for Entry {
    type Error = StorageError;

    fn try_from(row: audit_entry::Model) -> Result<Self, StorageError> {
        let at = Timestamp::from_micros(row.at).ok_or_else(|| senseless("at", &row.at))?;
        let format = match row.format {
            1 => Format::First,
            2 => Format::Second,
            other => return Err(senseless("format", &other)),
        };
        let outcome = Outcome::of_word(&row.outcome);
        let outcome = outcome.ok_or_else(|| senseless("outcome", &row.outcome))?;
        Ok(Self {
            format,
            sequence: row.sequence,
            at,
            actor: row.actor,
            via: row.via,
            action: row.action,
            subject: row.subject,
            organisation: row.organisation_id.map(Id::from_uuid),
            outcome,
            reason: row.reason,
            address: row.address,
            request: row.request,
            before: row.before_digest.map(Digest::from_stored),
            after: row.after_digest.map(Digest::from_stored),
            previous: Digest::from_stored(row.previous_hash),
            hash: Digest::from_stored(row.hash),
        })
    }
}

fn senseless(column: &'static str, value: &impl ToString) -> StorageError {
    StorageError::Inconsistent {
        table: "audit_entry",
        column,
        value: value.to_string(),
    }
}

pub(crate) async fn last(tx: &ReadTx) -> Result<Option<Entry>, AuditError> {
    let row = audit_entry::Entity::find()
        .order_by_desc(audit_entry::Column::Sequence)
        .one(tx.connection())
        .await
        .map_err(StorageError::from)?;
    Ok(row.map(Entry::try_from).transpose()?)
}

/// The entries within a span that a search is for, the newest first.
pub(crate) async fn search(
    tx: &ReadTx,
    span: &Span,
    search: &Search,
    limit: u64,
) -> Result<Vec<Entry>, AuditError> {
    let mut find = audit_entry::Entity::find()
        .filter(wanted(search))
        .order_by_desc(audit_entry::Column::Sequence)
        .limit(limit);
    if let Span::Organisations(within) = span {
        let within = within.iter().map(|id| id.uuid());
        find = find.filter(audit_entry::Column::OrganisationId.is_in(within));
    }
    let rows = find
        .all(tx.connection())
        .await
        .map_err(StorageError::from)?;
    let entries = rows.into_iter().map(Entry::try_from);
    Ok(entries.collect::<Result<_, _>>()?)
}

fn wanted(search: &Search) -> Condition {
    use audit_entry::Column;
    let outcome = search.outcome.map(Outcome::as_str);
    let organisation = search.organisation.map(Id::uuid);
    Condition::all()
        .add_option(search.actor.as_ref().map(|it| Column::Actor.eq(it)))
        .add_option(search.action.as_ref().map(|it| Column::Action.eq(it)))
        .add_option(search.subject.as_ref().map(|it| Column::Subject.eq(it)))
        .add_option(organisation.map(|it| Column::OrganisationId.eq(it)))
        .add_option(outcome.map(|it| Column::Outcome.eq(it)))
        .add_option(search.from.map(|it| Column::At.gte(it.as_micros())))
        .add_option(search.until.map(|it| Column::At.lt(it.as_micros())))
        .add_option(search.before.map(|it| Column::Sequence.lt(it)))
}

pub(crate) async fn all(tx: &ReadTx) -> Result<Vec<Entry>, AuditError> {
    let rows = audit_entry::Entity::find()
        .order_by_asc(audit_entry::Column::Sequence)
        .all(tx.connection())
        .await
        .map_err(StorageError::from)?;
    Ok(rows
        .into_iter()
        .map(Entry::try_from)
        .collect::<Result<_, _>>()?)
}

pub(crate) async fn walk(
    tx: &ReadTx,
    mut take: impl FnMut(Result<Entry, StorageError>) -> Result<(), AuditError>,
) -> Result<(), AuditError> {
    let mut rows = audit_entry::Entity::find()
        .order_by_asc(audit_entry::Column::Sequence)
        .stream(tx.connection())
        .await
        .map_err(StorageError::from)?;
    while let Some(row) = rows.try_next().await.map_err(StorageError::from)? {
        take(Entry::try_from(row))?;
    }
    Ok(())
}

pub(crate) async fn append(tx: &WriteTx, entry: &Entry) -> Result<(), AuditError> {
    let row = audit_entry::ActiveModel {
        sequence: Set(entry.sequence),
        at: Set(entry.at.as_micros()),
        actor: Set(entry.actor.clone()),
        action: Set(entry.action.clone()),
        subject: Set(entry.subject.clone()),
        before_digest: Set(entry.before.as_ref().map(Digest::to_string)),
        after_digest: Set(entry.after.as_ref().map(Digest::to_string)),
        previous_hash: Set(entry.previous.to_string()),
        hash: Set(entry.hash.to_string()),
        format: Set(match entry.format {
            Format::First => 1,
            Format::Second => 2,
        }),
        via: Set(entry.via.clone()),
        organisation_id: Set(entry.organisation.map(Id::uuid)),
        outcome: Set(entry.outcome.as_str().to_owned()),
        reason: Set(entry.reason.clone()),
        address: Set(entry.address.clone()),
        request: Set(entry.request.clone()),
    };
    audit_entry::Entity::insert(row)
        .exec_without_returning(tx.connection())
        .await
        .map_err(StorageError::from)?;
    Ok(())
}
