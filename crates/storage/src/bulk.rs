//! Writing many rows.

use sea_orm::{ActiveModelTrait, EntityTrait, IntoActiveModel, Iterable};

use crate::{StorageError, WriteTx};

/// The most values one statement may bind on either database (SQLite 32,766; PostgreSQL 65,535).
pub(crate) const VALUES_PER_STATEMENT: usize = 32_000;

/// Inserts rows, as many a statement as both databases allow. The order is kept.
///
/// # Errors
/// Whatever the database says, such as a key that is there already; the caller's transaction is then to be
/// dropped.
pub async fn insert_all<A>(
    tx: &WriteTx,
    rows: impl IntoIterator<Item = A>,
) -> Result<(), StorageError>
where
    A: ActiveModelTrait + Send,
    <A::Entity as EntityTrait>::Model: IntoActiveModel<A>,
{
    let columns = <A::Entity as EntityTrait>::Column::iter().count().max(1);
    let per_statement = VALUES_PER_STATEMENT / columns;
    let mut rows = rows.into_iter().peekable();
    while rows.peek().is_some() {
        let chunk: Vec<A> = rows.by_ref().take(per_statement).collect();
        A::Entity::insert_many(chunk)
            .exec_without_returning(tx.connection())
            .await?;
    }
    Ok(())
}
