//! The table of the log.

use sea_orm::{ActiveValue::Set, QueryOrder, entity::prelude::*};
use yanzhi_kernel::{Digest, Timestamp};
use yanzhi_storage::{ReadTx, StorageError, WriteTx};

use crate::{AuditError, Entry};

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
    }

    impl ActiveModelBehavior for ActiveModel {}
}

impl TryFrom<audit_entry::Model> for Entry {
    type Error = StorageError;

    fn try_from(row: audit_entry::Model) -> Result<Self, StorageError> {
        let at = Timestamp::from_micros(row.at).ok_or_else(|| StorageError::Inconsistent {
            table: "audit_entry",
            column: "at",
            value: row.at.to_string(),
        })?;
        Ok(Self {
            sequence: row.sequence,
            at,
            actor: row.actor,
            action: row.action,
            subject: row.subject,
            before: row.before_digest.map(Digest::from_stored),
            after: row.after_digest.map(Digest::from_stored),
            previous: Digest::from_stored(row.previous_hash),
            hash: Digest::from_stored(row.hash),
        })
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
    };
    audit_entry::Entity::insert(row)
        .exec_without_returning(tx.connection())
        .await
        .map_err(StorageError::from)?;
    Ok(())
}
