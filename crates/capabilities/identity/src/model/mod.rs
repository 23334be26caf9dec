//! The words of the capability.

mod account;
mod grant;
mod login;
mod secret;
mod session;
mod sign_on;

pub use account::{
    Account, AccountState, DisplayName, InvalidDisplayName, Invited, NewAccount, UnknownAccount,
};
pub use grant::{Grant, NewGrant};
pub use login::{InvalidLogin, Login};
pub use secret::{Secret, SecretKind};
pub use session::{Assurance, Session, Token};
pub use sign_on::{Claimed, SignOnRefused, SignOnSettings};
