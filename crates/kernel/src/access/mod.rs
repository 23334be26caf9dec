//! Who may do what, and where.
//!
//! A [`Role`] carries [`Action`]s; one table says which. A role is held *in* an organisation and reaches what
//! stands below it. [`Authority`] is what an account holds at one moment, with those subtrees spelled out; the
//! authenticator makes it at each request. [`policy::check`] is the one function that decides, and what it
//! refuses it explains: a [`Refusal`] says what is missing and who can grant it.
//!
//! Nothing here knows a database or HTTP, and whatever the table does not allow is not allowed.

mod action;
mod authority;
pub mod policy;
mod refusal;
mod role;
pub mod separation;

pub use action::{Action, Holders};
pub use authority::{Authority, Held, Span, Withheld};
pub use policy::Resource;
pub use refusal::{Lack, Refusal};
pub use role::Role;

use crate::Id;

/// What an [`OrganisationId`] is the id of.
#[derive(Debug)]
pub enum OrganisationMark {}

/// What an [`AccountId`] is the id of.
#[derive(Debug)]
pub enum AccountMark {}

/// The id of an organisation.
pub type OrganisationId = Id<OrganisationMark>;

/// The id of an account.
pub type AccountId = Id<AccountMark>;
