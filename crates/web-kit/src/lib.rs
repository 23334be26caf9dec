//! What every HTTP route of the product shares.
//!
//! A handler takes a [`Visitor`] (whose eyes, which language), an [`ApiPath`] and an [`ApiQuery`], and returns
//! JSON or a [`Problem`]. A problem says in both languages what is wrong and what to do; [`problem::render`]
//! turns it into `application/problem+json` in the visitor's language, and everything else that fails on the
//! way (an unknown path, a body too large) with it. [`etag::tag`] gives each answer its entity tag. A
//! [`Rendered`] answer is made once and sent often.

pub mod etag;
mod extract;
pub mod problem;
mod rendered;
mod text;
mod visitor;

pub use extract::{ApiPath, ApiQuery};
pub use problem::{Problem, ProblemBody};
pub use rendered::Rendered;
pub use text::LocalText;
pub use visitor::Visitor;
