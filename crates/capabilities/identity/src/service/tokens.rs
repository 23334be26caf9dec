//! Tokens for machines.

use std::{collections::BTreeSet, time::Duration};

use uuid::Uuid;
use yanzhi_audit::Event;
use yanzhi_kernel::{
    Scope,
    access::{Action, Holders, Role},
};

use super::{Identity, record};
use crate::{Assurance, IdentityError, Secret, SecretKind, Session, Token, store};

/// Longest life of a token.
const LONGEST: Duration = Duration::from_hours(24 * 366);
/// Longest name of a token in characters.
const LONGEST_NAME: usize = 60;

/// A token to be made.
#[derive(Clone, Debug)]
pub struct NewToken {
    /// What its owner calls it.
    pub name: String,
    /// What it is for.
    pub actions: BTreeSet<Action>,
    /// How long it lasts.
    pub lasts: Duration,
}

impl Identity {
    /// Makes a token that does what it is made for, as far as its owner may. Its secret is shown once.
    ///
    /// # Errors
    /// [`IdentityError::TokenNotMade`].
    pub async fn make_token(
        &self,
        scope: &Scope,
        session: &Session,
        new: NewToken,
    ) -> Result<(Token, Secret), IdentityError> {
        check(&new)?;
        let now = self.now();
        let tx = self.db.write().await?;
        let whole = self.own(&tx, session).await?;
        let holds = |role: &Role| whole.grants.iter().any(|it| it.role == *role);
        let lacks_factor = session.assurance != Assurance::TwoFactors
            && Role::ALL
                .iter()
                .any(|role| role.needs_second_factor() && holds(role));
        if lacks_factor && self.settings.second_factor_is_required {
            return Err(IdentityError::SecondFactorState("not set up"));
        }
        let secret = Secret::draw(SecretKind::Token, self.secrets.as_ref());
        let token = Token {
            id: self.ids.next_uuid(now),
            account: session.account,
            name: new.name.trim().to_owned(),
            actions: new.actions,
            assurance: session.assurance,
            stamp: whole.stamp(),
            created_at: now,
            expires_at: now.after(new.lasts),
            used_at: None,
            revoked_at: None,
        };
        store::token::add(&tx, &token, &secret.fingerprint()).await?;
        let action = Action::OwnTokenCreate.as_str();
        let event = Event::done(action, format!("token:{}", token.id));
        record(&tx, scope, now, event).await?;
        tx.commit().await?;
        Ok((token, secret))
    }

    /// One's tokens that were not taken back, the newest first, each with whether it still counts: not once anything
    /// has changed what its owner may do.
    ///
    /// # Errors
    /// A failure of the database.
    pub async fn own_tokens(&self, session: &Session) -> Result<Vec<(Token, bool)>, IdentityError> {
        let tx = self.db.read().await?;
        let stamp = self.own(&tx, session).await?.stamp();
        let now = self.now();
        let tokens = store::token::of_account(&tx, session.account).await?;
        let with_standing = |it: Token| {
            let counts = it.stamp == stamp && now < it.expires_at;
            (it, counts)
        };
        Ok(tokens.into_iter().map(with_standing).collect())
    }

    /// Takes a token of one's own back.
    ///
    /// # Errors
    /// [`IdentityError::Gone`].
    pub async fn revoke_token(
        &self,
        scope: &Scope,
        session: &Session,
        id: Uuid,
    ) -> Result<(), IdentityError> {
        let now = self.now();
        let tx = self.db.write().await?;
        if !store::token::revoke(&tx, session.account, id, now).await? {
            return Err(IdentityError::Gone("token"));
        }
        let event = Event::done(Action::OwnTokenRevoke.as_str(), format!("token:{id}"));
        record(&tx, scope, now, event).await?;
        Ok(tx.commit().await?)
    }
}

/// A token never changes its owner's account: a leaked one could make itself at home.
fn check(new: &NewToken) -> Result<(), IdentityError> {
    let refuse = |why| Err(IdentityError::TokenNotMade(why));
    let length = new.name.trim().chars().count();
    if !(1..=LONGEST_NAME).contains(&length) || new.name.chars().any(char::is_control) {
        return refuse("its name has 1 to 60 characters");
    }
    if new.actions.is_empty() {
        return refuse("it is for nothing");
    }
    if new
        .actions
        .iter()
        .any(|action| action.holders() == Holders::Oneself)
    {
        return refuse("tokens do not act on one's own account");
    }
    if new.lasts.is_zero() || new.lasts > LONGEST {
        return refuse("it lasts a day to a year");
    }
    Ok(())
}
