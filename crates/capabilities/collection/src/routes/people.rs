//! The names of those who did something.

use std::collections::{BTreeMap, BTreeSet};

use yanzhi_identity::DisplayName;
use yanzhi_kernel::access::AccountId;
use yanzhi_storage::ReadTx;
use yanzhi_web_kit::Problem;

/// Names of accounts, by how the log writes them.
pub(super) struct People(BTreeMap<AccountId, DisplayName>);

impl People {
    pub(super) async fn of<'a>(
        tx: &ReadTx,
        actors: impl IntoIterator<Item = &'a str>,
    ) -> Result<Self, Problem> {
        let ids: BTreeSet<AccountId> = actors.into_iter().filter_map(account).collect();
        Ok(Self(yanzhi_identity::account_names(tx, &ids).await?))
    }

    /// The name to show; the operator and whoever is not there any more, as the log writes them.
    pub(super) fn name(&self, actor: &str) -> String {
        let name = account(actor).and_then(|id| self.0.get(&id));
        name.map_or_else(|| actor.to_owned(), |name| name.as_str().to_owned())
    }
}

fn account(actor: &str) -> Option<AccountId> {
    actor.strip_prefix("account:")?.parse().ok()
}
