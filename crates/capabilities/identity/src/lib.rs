//! Who may sign in, how do they prove it, and what may they do?
//!
//! An [`Account`] is made by invitation, belongs to an organisation and signs in by password, with a second factor
//! where a role needs one. A [`Grant`] is a role held in an organisation for a time; it reaches all that stands below.
//! A [`Session`] is somebody signed in, a [`Token`] a machine that acts for somebody. Both carry the account's rights
//! as a number ([`rules::rights_stamp`]) and count no more once it differs.
//!
//! [`Identity::authenticate`] works out at each request who asks and makes the scope that queries need; nothing else
//! makes one for a person. What a scope allows is decided by [`yanzhi_kernel::access::policy`].

mod error;
pub mod migrations;
mod model;
pub mod routes;
pub mod rules;
mod service;
mod store;

pub use error::IdentityError;
pub use model::{
    Account, AccountState, Assurance, Claimed, DisplayName, Grant, InvalidDisplayName,
    InvalidLogin, Invited, Login, NewAccount, NewGrant, Secret, SecretKind, Session, SignOnRefused,
    SignOnSettings, Token, UnknownAccount,
};
pub use rules::{PasswordFlaw, PasswordPolicy, PasswordProfile, SessionPolicy};
pub use service::{
    AccountChange, AccountDetail, AccountPage, AccountSearch, Authentication, CameBack, Credential,
    Ended, Enrolment, FactorKey, Fetch, FetchFailed, Fetched, FirstOrganisation, HoldersOfAction,
    Identity, IdentitySettings, NewToken, NoCode, OwnChange, PasswordWork, Person, Reason,
    RightsOfAccount, SecondFactors, SetUp, SignIn, SignOn, SignOnBegun, SignedIn, SignedOn, Wanted,
    account_names,
};
