//! After a restore. What was ended, used or taken back since the backup would count again, so nothing that proved somebody
//! then proves them now; passwords and second factors do.

use yanzhi_storage::{ReadTx, WriteTx};

use super::Identity;
use crate::{IdentityError, store};

/// How much of what stood at the moment of the backup was ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ended {
    /// Sessions.
    pub sessions: u64,
    /// Tokens of machines.
    pub tokens: u64,
    /// Invitations that nobody had taken up.
    pub invitations: u64,
}

/// The second factors that are set up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SecondFactors {
    /// All of them.
    pub all: usize,
    /// Those that the key of this installation does not open.
    pub unreadable: usize,
}

impl Identity {
    /// Ends every session, token, invitation and begun sign-on of everybody, in the transaction whose entry in the log
    /// says why.
    ///
    /// # Errors
    /// A failure of the database.
    pub async fn end_everything(&self, tx: &WriteTx) -> Result<Ended, IdentityError> {
        let now = self.now();
        store::sign_on::forget_every(tx).await?;
        Ok(Ended {
            sessions: store::session::end_every(tx, now).await?,
            tokens: store::token::revoke_every(tx, now).await?,
            invitations: store::invitation::withdraw_every(tx, now).await?,
        })
    }

    /// Whether the key that is there is the one that second factors were set up with.
    ///
    /// # Errors
    /// A failure of the database.
    pub async fn second_factors(&self, tx: &ReadTx) -> Result<SecondFactors, IdentityError> {
        let kept = store::account::second_factors(tx).await?;
        let key = &self.settings.factor_key;
        let closed = |(account, sealed): &&(_, String)| key.open(*account, sealed).is_err();
        Ok(SecondFactors {
            all: kept.len(),
            unreadable: kept.iter().filter(closed).count(),
        })
    }
}
