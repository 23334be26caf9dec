//! The problems that many routes may answer with, for their description.

use std::collections::BTreeMap;

use utoipa::{
    IntoResponses,
    openapi::{ContentBuilder, Ref, RefOr, Response, ResponseBuilder},
};

/// Of a route that shows something to those who may see it.
#[derive(Debug)]
pub struct Showing;

/// Of a route that adds something.
#[derive(Debug)]
pub struct Creating;

/// Of a route that changes something: it may have been changed meanwhile.
#[derive(Debug)]
pub struct Changing;

const SHOWING: &[(u16, &str)] = &[
    (400, "A parameter is unknown or of the wrong kind"),
    (401, "Nobody is signed in"),
    (
        403,
        "It is not allowed; the answer says what is missing and who can grant it",
    ),
    (404, "It is not there, or may not be seen"),
    (429, "Too many requests"),
];
const CREATING: &[(u16, &str)] = &[
    (409, "It conflicts with what is there"),
    (413, "The body is too large"),
    (415, "The body is not JSON"),
    (422, "The body says something that cannot be"),
];
const CHANGING: &[(u16, &str)] = &[
    (412, "It was changed by somebody else since it was read"),
    (428, "The version that was read is missing"),
];

fn problems<'a>(
    listed: impl Iterator<Item = &'a (u16, &'a str)>,
) -> BTreeMap<String, RefOr<Response>> {
    let problem = |(status, what): &(u16, &str)| {
        let schema = Ref::from_schema_name("Problem");
        let content = ContentBuilder::new().schema(Some(schema)).build();
        let response = ResponseBuilder::new()
            .description(*what)
            .content("application/problem+json", content);
        (status.to_string(), response.build().into())
    };
    listed.map(problem).collect()
}

impl IntoResponses for Showing {
    fn responses() -> BTreeMap<String, RefOr<Response>> {
        problems(SHOWING.iter())
    }
}

impl IntoResponses for Creating {
    fn responses() -> BTreeMap<String, RefOr<Response>> {
        problems(SHOWING.iter().chain(CREATING))
    }
}

impl IntoResponses for Changing {
    fn responses() -> BTreeMap<String, RefOr<Response>> {
        problems(SHOWING.iter().chain(CREATING).chain(CHANGING))
    }
}
