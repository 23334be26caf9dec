//! What is to be computed anew once figures were approved. Whoever puts the product together does it: scoring stands
//! beside this capability and not below it.

use yanzhi_kernel::{Id, Timestamp};
use yanzhi_organisations::Strategy;
use yanzhi_storage::{ReadTx, WriteTx};

use crate::{CollectionError, store};

/// The strategies whose index is to be computed anew, with the moment at which that was asked for last.
///
/// # Errors
/// A failure of the database.
pub async fn recomputations(
    tx: &ReadTx,
) -> Result<Vec<(Id<Strategy>, Timestamp)>, CollectionError> {
    store::recomputation::all(tx).await
}

/// Notes in the transaction of a computation that it was done; what was asked for later stays to be done.
///
/// # Errors
/// A failure of the database.
pub async fn settle_recomputation(
    tx: &WriteTx,
    asked: (Id<Strategy>, Timestamp),
) -> Result<(), CollectionError> {
    store::recomputation::settle(tx, asked).await
}
