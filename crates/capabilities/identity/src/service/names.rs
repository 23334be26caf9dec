//! Names beside what an asker may see already.

use std::collections::{BTreeMap, BTreeSet};

use yanzhi_kernel::access::AccountId;
use yanzhi_storage::ReadTx;

use crate::{DisplayName, IdentityError, store};

/// The names of accounts, whoever asks: for those who may see who did something. Accounts that are not there are left
/// out.
///
/// # Errors
/// A failure of the database.
pub async fn account_names(
    tx: &ReadTx,
    accounts: &BTreeSet<AccountId>,
) -> Result<BTreeMap<AccountId, DisplayName>, IdentityError> {
    Ok(store::account::names(tx, accounts).await?)
}
