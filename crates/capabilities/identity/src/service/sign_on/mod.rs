//! Signing on through a provider: the authorisation code flow with PKCE, state and nonce (OpenID Connect Core 1.0).

mod account;
mod claims;
mod id_token;
mod provider;

use std::{sync::Arc, time::Duration};

use secrecy::SecretString;
use yanzhi_audit::Event;
use yanzhi_kernel::{Digest, Origin, Scope};

pub use provider::{Fetch, FetchFailed, Fetched, Wanted};

use super::{Identity, SignedIn, record, sign_in::via, signing, subject};
use crate::{
    Account, Assurance, Claimed, IdentityError, Secret, SecretKind, SignOnRefused, SignOnSettings,
    rules,
    store::{self, sign_on::Begun},
};

/// How long somebody has at the provider.
const LASTS: Duration = Duration::from_mins(10);
const SIGN_ON: &str = "session.sign_on";

/// A provider, and how it is asked.
#[derive(Clone)]
pub struct SignOn {
    /// What was agreed with it.
    pub settings: SignOnSettings,
    /// How this server asks it.
    pub fetch: Arc<dyn Fetch>,
}

/// A sign-on that has begun.
#[derive(Debug)]
pub struct SignOnBegun {
    /// Where the browser goes next.
    pub address: String,
    /// What binds it to this browser, for a cookie.
    pub browser: Secret,
}

/// Somebody who has signed on.
#[derive(Debug)]
pub struct SignedOn {
    /// Who it is.
    pub signed_in: SignedIn,
    /// Where on this site they wanted to go.
    pub back: Option<String>,
}

/// What comes back by way of the browser.
#[derive(Debug)]
pub struct CameBack {
    /// What was sent along.
    pub state: String,
    /// What the provider gives for a token, or that it gives none.
    pub answer: Result<SecretString, NoCode>,
    /// Who says that it answers (RFC 9207); not every provider does.
    pub issuer: Option<String>,
    /// What binds the sign-on to this browser.
    pub browser: Option<String>,
    /// What the browser calls itself.
    pub agent: Option<String>,
}

/// The provider sent somebody back without a code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoCode {
    /// They would rather not sign on.
    Declined,
    /// It did not work there.
    Failed,
}

impl Identity {
    /// Whether there is a provider to sign on through.
    pub const fn has_sign_on(&self) -> bool {
        self.sign_on.is_some()
    }

    /// Begins a sign-on, after which `back` is wanted, an address of this site; `None` when there is no provider.
    ///
    /// # Errors
    /// [`IdentityError::SignOn`] when the provider does not answer.
    pub async fn begin_sign_on(
        &self,
        back: Option<String>,
    ) -> Result<Option<SignOnBegun>, IdentityError> {
        let Some(sign_on) = &self.sign_on else {
            return Ok(None);
        };
        let secrets = self.secrets.as_ref();
        let state = Secret::draw(SecretKind::SignOn, secrets);
        let browser = Secret::draw(SecretKind::SignOn, secrets);
        let begun = Begun {
            browser: browser.fingerprint(),
            nonce: Secret::draw(SecretKind::SignOn, secrets)
                .reveal()
                .to_owned(),
            verifier: Secret::draw(SecretKind::SignOn, secrets)
                .reveal()
                .to_owned(),
            expires_at: self.now().after(LASTS),
            back: back.filter(|back| rules::is_of_this_site(back)),
        };
        let address = provider::address(sign_on, state.reveal(), &begun).await?;
        let tx = self.db.write().await?;
        store::sign_on::forget(&tx, self.now()).await?;
        store::sign_on::add(&tx, &state.fingerprint(), &begun).await?;
        tx.commit().await?;
        Ok(Some(SignOnBegun { address, browser }))
    }

    /// Finishes a sign-on. Somebody who has not been here gets an account; roles follow the provider's word.
    ///
    /// # Errors
    /// [`IdentityError::SignOn`], written into the audit log.
    pub async fn finish_sign_on(
        &self,
        back: CameBack,
        origin: &Origin,
    ) -> Result<SignedOn, IdentityError> {
        let finished = self.try_sign_on(back, origin).await;
        if let Err(IdentityError::SignOn(refused)) = &finished {
            self.note_refused(*refused, origin).await?;
        }
        finished
    }

    async fn try_sign_on(
        &self,
        back: CameBack,
        origin: &Origin,
    ) -> Result<SignedOn, IdentityError> {
        let refused = |why| IdentityError::SignOn(why);
        let sign_on = self.sign_on.as_ref();
        let sign_on = sign_on.ok_or(refused(SignOnRefused::NotBegunHere))?;
        let begun = self.take_begun(&back).await?;
        let settings = &sign_on.settings;
        let is_by_another = back.issuer.is_some_and(|issuer| issuer != settings.issuer);
        if is_by_another {
            return Err(refused(SignOnRefused::Issuer));
        }
        let code = back.answer.map_err(|none| match none {
            NoCode::Declined => refused(SignOnRefused::Declined),
            NoCode::Failed => refused(SignOnRefused::Provider),
        })?;
        let claimed = self.claimed(sign_on, &code, &begun).await?;
        let now = self.now();
        let tx = self.db.write().await?;
        let whole = self.account_of(&tx, settings, &claimed).await?;
        let assurance = assurance(&claimed, &whole.account);
        let signed_in = self
            .open_session(&tx, whole, assurance, origin, back.agent)
            .await?;
        let account = &signed_in.account;
        let scope = signing(account.id, now, via(origin, signed_in.session.id));
        let event = Event::done(SIGN_ON, subject(account)).within(account.organisation);
        record(&tx, &scope, now, event).await?;
        tx.commit().await?;
        Ok(SignedOn {
            signed_in,
            back: begun.back,
        })
    }

    /// What the provider says of whoever the code stands for.
    async fn claimed(
        &self,
        sign_on: &SignOn,
        code: &SecretString,
        begun: &Begun,
    ) -> Result<Claimed, IdentityError> {
        let settings = &sign_on.settings;
        let exchanged = provider::exchange(sign_on, code, &begun.verifier).await?;
        let mut claims = id_token::verified(&exchanged, settings, &begun.nonce, self.now())?;
        if rules::lacks_any(&claims, settings) {
            let more = provider::user_info(sign_on, exchanged, &claims).await?;
            rules::fill_in(&mut claims, more);
        }
        rules::claimed(&claims, settings).ok_or(IdentityError::SignOn(SignOnRefused::Claims))
    }

    /// What was begun with this state, in this browser, not long ago: it is taken, and so counts once.
    async fn take_begun(&self, back: &CameBack) -> Result<Begun, IdentityError> {
        let refused = || IdentityError::SignOn(SignOnRefused::NotBegunHere);
        let presented = |text: &str| Secret::presented(SecretKind::SignOn, text);
        let state = presented(&back.state).ok_or_else(refused)?;
        let tx = self.db.write().await?;
        let begun = store::sign_on::take(&tx, &state.fingerprint()).await?;
        tx.commit().await?;
        let begun = begun
            .filter(|it| self.now() < it.expires_at)
            .ok_or_else(refused)?;
        let browser = back.browser.as_deref().and_then(presented);
        let is_here = browser.is_some_and(|it| it.fingerprint() == begun.browser);
        is_here.then_some(begun).ok_or_else(refused)
    }

    async fn note_refused(
        &self,
        refused: SignOnRefused,
        origin: &Origin,
    ) -> Result<(), IdentityError> {
        let now = self.now();
        let tx = self.db.write().await?;
        let event = Event::failed(SIGN_ON, "account:unknown", refused.word());
        record(
            &tx,
            &Scope::public(now).from_origin(origin.clone()),
            now,
            event,
        )
        .await?;
        Ok(tx.commit().await?)
    }
}

/// How sure we are. A second factor of one's own is asked for where the provider does not vouch for two.
fn assurance(claimed: &Claimed, account: &Account) -> Assurance {
    match account.second_factor_at {
        _ if claimed.has_two_factors => Assurance::TwoFactors,
        Some(_) => Assurance::AwaitsCode,
        None => Assurance::Password,
    }
}

/// The fingerprint by which somebody of a provider is known: issuer and subject, never a name.
fn known_by(settings: &SignOnSettings, subject: &str) -> Digest {
    Digest::of(serde_json::json!([settings.issuer, subject]).to_string())
}
