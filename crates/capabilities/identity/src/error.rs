//! What may be wrong with accounts, proofs and rights.

use std::time::Duration;

use yanzhi_audit::AuditError;
use yanzhi_kernel::access::{Refusal, Role, separation::NotSeparate};
use yanzhi_organisations::OrganisationsError;
use yanzhi_storage::StorageError;

use crate::{InvalidDisplayName, InvalidLogin, Login, PasswordFlaw, SignOnRefused, UnknownAccount};

/// A failure that somebody can act on, or one of our own.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum IdentityError {
    /// Name or password is wrong, or the account may not sign in: which of them is not said.
    #[error("name or password is wrong")]
    SignInFailed,
    /// Too many were wrong; the next is looked at after a while.
    #[error("too many attempts: try again in {} s", .0.as_secs())]
    TooManyAttempts(Duration),
    /// The code is wrong, was used, or is too old.
    #[error("the code is wrong or was used: wait for the next one")]
    WrongCode,
    /// The current password is wrong.
    #[error("the current password is wrong")]
    WrongPassword,
    /// The link was used, has expired, or never was one.
    #[error("this link does not count any more: ask the administrator for another one")]
    InvitationUseless,
    /// The password is not good enough.
    #[error(transparent)]
    Password(#[from] PasswordFlaw),
    /// The text is no name to sign in with.
    #[error(transparent)]
    Login(#[from] InvalidLogin),
    /// The text is no name to show.
    #[error(transparent)]
    Name(#[from] InvalidDisplayName),
    /// Somebody has that name.
    #[error("there is an account {0} already: choose another name")]
    LoginTaken(Login),
    /// There is no such account, or none that the asker may see: the answer is the same.
    #[error("there is no such account")]
    UnknownAccount(UnknownAccount),
    /// The asker may see it and not do this to it.
    #[error("not allowed: {}", .0.text().en)]
    Refused(Refusal),
    /// Somebody else changed it since it was read.
    #[error("the account was changed by somebody else: read it again")]
    Stale,
    /// The account is in another state than this needs.
    #[error("the account is {0}: this cannot be done to it now")]
    WrongState(&'static str),
    /// Two administrators in one hand.
    #[error(transparent)]
    NotSeparate(#[from] NotSeparate),
    /// Nobody grants or takes roles of their own.
    #[error("nobody changes the roles that they hold: ask another security administrator")]
    OwnRoles,
    /// Nobody would be left with this role.
    #[error("this is the last active {0}: appoint another one first")]
    LastOfRole(Role),
    /// The account holds it already.
    #[error("the account holds this role there already")]
    HeldAlready,
    /// The dates make no sense.
    #[error("the role would end before it begins")]
    EndsBeforeItBegins,
    /// There is no such grant, session or token of this account.
    #[error("there is no such {0} any more")]
    Gone(&'static str),
    /// The second factor is set up already, or is not.
    #[error("the second factor is {0}")]
    SecondFactorState(&'static str),
    /// A token for what tokens are not made for, or for nothing, or for too long.
    #[error("no token is made for that: {0}")]
    TokenNotMade(&'static str),
    /// There are accounts, so there is no first start.
    #[error("this platform has been set up already")]
    SetUpAlready,
    /// The code of the first start is wrong or too old.
    #[error("the code of the first start is wrong or too old: restart the server for another one")]
    WrongSetupCode,
    /// A sign-on through the provider was not believed.
    #[error("sign-on was refused: {0}")]
    SignOn(#[from] SignOnRefused),
    /// Organisations failed.
    #[error(transparent)]
    Organisations(#[from] OrganisationsError),
    /// The audit log failed.
    #[error(transparent)]
    Audit(#[from] AuditError),
    /// The database failed.
    #[error(transparent)]
    Storage(#[from] StorageError),
    /// Something of the machinery failed: hashing, encrypting.
    #[error("{0} failed")]
    Machinery(&'static str),
}
