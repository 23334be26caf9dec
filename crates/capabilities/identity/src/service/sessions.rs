//! One's own sessions.

use uuid::Uuid;
use yanzhi_audit::Event;
use yanzhi_kernel::{Scope, access::Action};

use super::{Identity, record};
use crate::{IdentityError, Session, rules, store};

impl Identity {
    /// The sessions of an account that still count, the newest first.
    ///
    /// # Errors
    /// A failure of the database.
    pub async fn own_sessions(&self, session: &Session) -> Result<Vec<Session>, IdentityError> {
        let tx = self.db.read().await?;
        let whole = self.own(&tx, session).await?;
        let (state, stamp) = (whole.account.state, whole.stamp());
        let (policy, now) = (self.settings.sessions, self.now());
        let mut sessions = store::session::of_account(&tx, session.account).await?;
        sessions.retain(|it| rules::why_ended(it, state, stamp, policy, now).is_none());
        Ok(sessions)
    }

    /// Ends a session of one's own.
    ///
    /// # Errors
    /// [`IdentityError::Gone`].
    pub async fn end_own_session(
        &self,
        scope: &Scope,
        session: &Session,
        ended: Uuid,
    ) -> Result<(), IdentityError> {
        let now = self.now();
        let tx = self.db.write().await?;
        if !store::session::end(&tx, session.account, ended, now).await? {
            return Err(IdentityError::Gone("session"));
        }
        let event = Event::done(Action::OwnSessionEnd.as_str(), format!("session:{ended}"));
        record(&tx, scope, now, event).await?;
        Ok(tx.commit().await?)
    }
}
