//! What every HTTP route of the product shares.
//!
//! A handler takes a [`Visitor`] (whose eyes, which language), an [`ApiPath`] and an [`ApiQuery`], and returns
//! JSON or a [`Problem`]. A problem says in both languages what is wrong and what to do; [`problem::render`]
//! turns it into `application/problem+json` in the visitor's language, and everything else that fails on the
//! way (an unknown path, a body too large) with it. A route is registered [`guarded`] by its action or [`open`];
//! one that changes something takes [`IfMatch`] and answers [`Versioned`]. [`etag::tag`] gives each answer its entity tag. A
//! [`Rendered`] answer is made once and sent often.

mod cookie;
pub mod etag;
mod extract;
mod guard;
pub mod problem;
mod rendered;
mod responses;
mod spreadsheet;
mod text;
mod version;
mod visitor;

pub use self::cookie::SessionCookie;
pub use extract::{ApiJson, ApiPath, ApiQuery};
pub use guard::{ACTION, PUBLIC, guarded, open};
pub use problem::{Problem, ProblemBody};
pub use rendered::Rendered;
pub use responses::{Changing, Creating, Showing};
pub use spreadsheet::harmless;
pub use text::LocalText;
pub use version::{IfMatch, Versioned};
pub use visitor::{Proof, Visitor};
