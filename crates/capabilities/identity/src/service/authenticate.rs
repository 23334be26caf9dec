//! Who asks? Worked out anew at each request, so that a role taken back is gone at the next one.

use std::{collections::BTreeSet, time::Duration};

use uuid::Uuid;
use yanzhi_kernel::{
    Origin, Scope, Timestamp,
    access::{Action, Authority},
};
use yanzhi_organisations::Tree;
use yanzhi_storage::ReadTx;

use super::{Identity, Whole, sign_in::via};
use crate::{AccountState, Assurance, IdentityError, Secret, SecretKind, Session, rules, store};

/// What came with the request.
#[derive(Clone, Copy, Debug)]
pub enum Credential<'a> {
    /// The cookie of a browser.
    Cookie(&'a str),
    /// `Authorization: Bearer`, of a machine.
    Bearer(&'a str),
}

/// Who asks.
#[derive(Clone, Debug)]
pub struct Authentication {
    /// What they may do.
    pub scope: Scope,
    /// The session it was asked with, when it was a browser's; also one that waits for a code.
    pub session: Option<Session>,
    /// What a write has to bring along, when it was a browser's.
    pub csrf_token: Option<String>,
}

/// How much a session's last use may lie behind: not every reading is to write.
const NOTICED: Duration = Duration::from_mins(1);

impl Identity {
    /// Works out who asks. A credential that does not count is as good as none.
    ///
    /// # Errors
    /// A failure of the database.
    pub async fn authenticate(
        &self,
        credential: Option<Credential<'_>>,
        origin: Origin,
    ) -> Result<Authentication, IdentityError> {
        let found = match credential {
            Some(Credential::Cookie(text)) => self.by_cookie(text, &origin).await?,
            Some(Credential::Bearer(text)) => self.by_token(text, &origin).await?,
            None => None,
        };
        Ok(found.unwrap_or_else(|| Authentication {
            scope: Scope::public(self.now()).from_origin(origin),
            session: None,
            csrf_token: None,
        }))
    }

    async fn by_cookie(
        &self,
        text: &str,
        origin: &Origin,
    ) -> Result<Option<Authentication>, IdentityError> {
        let Some(secret) = Secret::presented(SecretKind::Session, text) else {
            return Ok(None);
        };
        let now = self.now();
        let tx = self.db.read().await?;
        let Some(session) = store::session::by_fingerprint(&tx, &secret.fingerprint()).await?
        else {
            return Ok(None);
        };
        let Some(whole) = self.whole(&tx, session.account).await? else {
            return Ok(None);
        };
        let (state, policy) = (whole.account.state, self.settings.sessions);
        if rules::why_ended(&session, state, whole.stamp(), policy, now).is_some() {
            return Ok(None);
        }
        let scope = match session.assurance {
            Assurance::AwaitsCode => Scope::public(now).from_origin(origin.clone()),
            assurance => {
                let origin = via(origin, session.id);
                self.scope_of(&tx, &whole, assurance, None, origin).await?
            }
        };
        drop(tx);
        if session.seen_at.after(NOTICED) <= now {
            let tx = self.db.write().await?;
            store::session::see(&tx, session.id, now).await?;
            tx.commit().await?;
        }
        Ok(Some(Authentication {
            scope,
            csrf_token: Some(secret.csrf_token()),
            session: Some(session),
        }))
    }

    async fn by_token(
        &self,
        text: &str,
        origin: &Origin,
    ) -> Result<Option<Authentication>, IdentityError> {
        let Some(secret) = Secret::presented(SecretKind::Token, text) else {
            return Ok(None);
        };
        let now = self.now();
        let tx = self.db.read().await?;
        let Some(token) = store::token::by_fingerprint(&tx, &secret.fingerprint()).await? else {
            return Ok(None);
        };
        let Some(whole) = self.whole(&tx, token.account).await? else {
            return Ok(None);
        };
        let counts = token.revoked_at.is_none()
            && now < token.expires_at
            && whole.account.state == AccountState::Active
            && whole.stamp() == token.stamp;
        if !counts {
            return Ok(None);
        }
        let origin = Origin {
            via: Some(format!("token:{}", token.id)),
            ..origin.clone()
        };
        let limits = Some(token.actions);
        let scope = self
            .scope_of(&tx, &whole, token.assurance, limits, origin)
            .await?;
        drop(tx);
        let last = token.used_at.unwrap_or(token.created_at);
        if last.after(NOTICED) <= now || token.used_at.is_none() {
            self.note_use(token.id, now).await?;
        }
        Ok(Some(Authentication {
            scope,
            session: None,
            csrf_token: None,
        }))
    }

    async fn note_use(&self, token: Uuid, now: Timestamp) -> Result<(), IdentityError> {
        let tx = self.db.write().await?;
        store::token::see(&tx, token, now).await?;
        Ok(tx.commit().await?)
    }

    #[expect(
        clippy::disallowed_methods,
        reason = "this is the authenticator: state, grants and tree were read in this transaction"
    )]
    async fn scope_of(
        &self,
        tx: &ReadTx,
        whole: &Whole,
        assurance: Assurance,
        limits: Option<BTreeSet<Action>>,
        origin: Origin,
    ) -> Result<Scope, IdentityError> {
        let authority = self.authority_of(tx, whole, assurance, limits).await?;
        Ok(Scope::of(authority, self.now(), origin))
    }

    /// What an account may do at this moment.
    pub(super) async fn authority_of(
        &self,
        tx: &ReadTx,
        whole: &Whole,
        assurance: Assurance,
        limits: Option<BTreeSet<Action>>,
    ) -> Result<Authority, IdentityError> {
        let tree = if whole.grants.is_empty() {
            Tree::default()
        } else {
            yanzhi_organisations::tree(tx).await?
        };
        let now = self.now();
        let password_at = whole.account.password_at;
        let circumstances = rules::Circumstances {
            now,
            assurance,
            second_factor_is_required: self.settings.second_factor_is_required,
            is_password_expired: password_at
                .is_some_and(|set| self.settings.passwords.is_expired(set, now)),
        };
        let (id, grants) = (whole.account.id, &whole.grants);
        Ok(rules::authority(id, grants, &tree, limits, circumstances))
    }
}
