//! Accounts.

use std::collections::{BTreeMap, BTreeSet};

use sea_orm::{
    ActiveValue::Set, ExprTrait as _, QueryOrder, QuerySelect, QueryTrait as _, entity::prelude::*,
};
use yanzhi_kernel::{
    Id, Lang, Timestamp,
    access::{AccountId, Span},
};
use yanzhi_storage::{ReadTx, StorageError, WriteTx};

use super::{failed, invitation, maybe_moment, senseless, session, token};
use crate::{Account, AccountSearch, AccountState, DisplayName, Login};

const TABLE: &str = "identity_account";

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "identity_account")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    #[sea_orm(unique)]
    pub login: String,
    pub name: String,
    pub organisation_id: Uuid,
    pub state: String,
    pub lang: String,
    pub version: i64,
    pub rights_version: i64,
    pub password_hash: Option<String>,
    pub password_at: Option<i64>,
    pub totp_secret: Option<String>,
    pub totp_at: Option<i64>,
    pub totp_last_step: Option<i64>,
}

impl ActiveModelBehavior for ActiveModel {}

/// How an account proves who it is. Never leaves the service.
#[derive(Clone, Default, PartialEq, Eq)]
pub(crate) struct Proofs {
    pub password_hash: Option<String>,
    /// Encrypted.
    pub totp_secret: Option<String>,
    pub totp_last_step: Option<i64>,
}

impl TryFrom<Model> for (Account, Proofs) {
    type Error = StorageError;

    fn try_from(row: Model) -> Result<Self, StorageError> {
        let odd = |column, value: &String| senseless(TABLE, column, value);
        let account = Account {
            id: Id::from_uuid(row.id),
            login: Login::new(&row.login).map_err(|_| odd("login", &row.login))?,
            name: DisplayName::new(&row.name).map_err(|_| odd("name", &row.name))?,
            organisation: Id::from_uuid(row.organisation_id),
            state: AccountState::of_word(&row.state).ok_or_else(|| odd("state", &row.state))?,
            lang: row.lang.parse().map_err(|_| odd("lang", &row.lang))?,
            version: row.version,
            rights_version: row.rights_version,
            password_at: maybe_moment(TABLE, "password_at", row.password_at)?,
            second_factor_at: maybe_moment(TABLE, "totp_at", row.totp_at)?,
        };
        let proofs = Proofs {
            password_hash: row.password_hash,
            totp_secret: row.totp_secret,
            totp_last_step: row.totp_last_step,
        };
        Ok((account, proofs))
    }
}

fn row(account: &Account, proofs: &Proofs) -> ActiveModel {
    ActiveModel {
        id: Set(account.id.uuid()),
        login: Set(account.login.to_string()),
        name: Set(account.name.as_str().to_owned()),
        organisation_id: Set(account.organisation.uuid()),
        state: Set(account.state.as_str().to_owned()),
        lang: Set(match account.lang {
            Lang::Zh => "zh".to_owned(),
            Lang::En => "en".to_owned(),
        }),
        version: Set(account.version),
        rights_version: Set(account.rights_version),
        password_hash: Set(proofs.password_hash.clone()),
        password_at: Set(account.password_at.map(Timestamp::as_micros)),
        totp_secret: Set(proofs.totp_secret.clone()),
        totp_at: Set(account.second_factor_at.map(Timestamp::as_micros)),
        totp_last_step: Set(proofs.totp_last_step),
    }
}

/// Those who belong to an organisation within a span and are searched for, and one more where there are more.
pub(crate) async fn within(
    tx: &ReadTx,
    span: &Span,
    search: &AccountSearch,
) -> Result<Vec<Account>, StorageError> {
    let find = Entity::find().order_by_asc(Column::Login);
    let mut find = find.limit(search.limit.saturating_add(1));
    if let Span::Organisations(within) = span {
        let within = within.iter().map(|id| id.uuid());
        find = find.filter(Column::OrganisationId.is_in(within));
    }
    if let Some(after) = &search.after {
        find = find.filter(Column::Login.gt(after.as_str()));
    }
    if let Some(since) = search.unused_since {
        find = unused(find, since);
    }
    let rows = find.all(tx.connection()).await.map_err(failed)?;
    rows.into_iter()
        .map(|row| <(Account, Proofs)>::try_from(row).map(|(account, _)| account))
        .collect()
}

/// Those that may still be used, and that since a moment nobody has signed in to, acted for or been invited to.
fn unused(find: Select<Entity>, since: Timestamp) -> Select<Entity> {
    let signed_in = session::used_since(since).into_query();
    let acted_for = token::used_since(since).into_query();
    let invited = invitation::made_since(since).into_query();
    find.filter(Column::State.ne(AccountState::Disabled.as_str()))
        .filter(Column::Id.not_in_subquery(signed_in))
        .filter(Column::Id.not_in_subquery(acted_for))
        .filter(Column::Id.not_in_subquery(invited))
}

pub(crate) async fn by_login(
    tx: &ReadTx,
    login: &Login,
) -> Result<Option<(Account, Proofs)>, StorageError> {
    let find = Entity::find().filter(Column::Login.eq(login.as_str()));
    one(tx, find).await
}

pub(crate) async fn by_id(
    tx: &ReadTx,
    id: AccountId,
) -> Result<Option<(Account, Proofs)>, StorageError> {
    one(tx, Entity::find_by_id(id.uuid())).await
}

async fn one(tx: &ReadTx, find: Select<Entity>) -> Result<Option<(Account, Proofs)>, StorageError> {
    let row = find.one(tx.connection()).await.map_err(failed)?;
    row.map(TryFrom::try_from).transpose()
}

pub(crate) async fn is_there_any(tx: &ReadTx) -> Result<bool, StorageError> {
    let row = Entity::find().limit(1).one(tx.connection()).await;
    Ok(row.map_err(failed)?.is_some())
}

/// The second factors of everybody, as they are kept.
pub(crate) async fn second_factors(tx: &ReadTx) -> Result<Vec<(AccountId, String)>, StorageError> {
    let find = Entity::find().filter(Column::TotpSecret.is_not_null());
    let rows = find.all(tx.connection()).await.map_err(failed)?;
    let kept = rows
        .into_iter()
        .filter_map(|row| Some((Id::from_uuid(row.id), row.totp_secret?)));
    Ok(kept.collect())
}

pub(crate) async fn add(
    tx: &WriteTx,
    account: &Account,
    proofs: &Proofs,
) -> Result<(), StorageError> {
    Entity::insert(row(account, proofs))
        .exec_without_returning(tx.connection())
        .await
        .map_err(failed)?;
    Ok(())
}

/// Writes an account that was at the version before its own; `false` when somebody else came first.
pub(crate) async fn save(
    tx: &WriteTx,
    account: &Account,
    proofs: &Proofs,
) -> Result<bool, StorageError> {
    let done = Entity::update_many()
        .set(row(account, proofs))
        .filter(Column::Id.eq(account.id.uuid()))
        .filter(Column::Version.eq(account.version - 1))
        .exec(tx.connection())
        .await
        .map_err(failed)?;
    Ok(done.rows_affected == 1)
}

/// Notes the step of the code that was taken, when it is later than the last one: of two requests with the same
/// code, one is told `false`.
pub(crate) async fn take_step(
    tx: &WriteTx,
    id: AccountId,
    step: i64,
) -> Result<bool, StorageError> {
    let taken = ActiveModel {
        totp_last_step: Set(Some(step)),
        ..Default::default()
    };
    let is_earlier = Column::TotpLastStep
        .is_null()
        .or(Column::TotpLastStep.lt(step));
    let done = Entity::update_many()
        .set(taken)
        .filter(Column::Id.eq(id.uuid()))
        .filter(is_earlier)
        .exec(tx.connection())
        .await
        .map_err(failed)?;
    Ok(done.rows_affected == 1)
}

/// The names of accounts.
pub(crate) async fn names(
    tx: &ReadTx,
    ids: &BTreeSet<AccountId>,
) -> Result<BTreeMap<AccountId, DisplayName>, StorageError> {
    let rows = Entity::find()
        .filter(Column::Id.is_in(ids.iter().map(|id| id.uuid())))
        .select_only()
        .columns([Column::Id, Column::Name])
        .into_tuple::<(Uuid, String)>()
        .all(tx.connection())
        .await?;
    let names = rows.into_iter().map(|(id, name)| {
        let read = DisplayName::new(&name).map_err(|_| senseless(TABLE, "name", &name))?;
        Ok((Id::from_uuid(id), read))
    });
    names.collect()
}
