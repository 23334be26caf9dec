//! What the claims of a provider mean here, and what has to change for it.

use std::collections::BTreeSet;

use serde_json::{Map, Value};
use uuid::Uuid;
use yanzhi_kernel::{
    Timestamp,
    access::{OrganisationId, Role},
};

use crate::{Claimed, Grant, SignOnSettings};

/// What grants that a provider speaks for are marked with.
pub(crate) const GRANTED_BY: &str = "sign-on";

/// The name that somebody would like to sign in with.
const LOGIN: &str = "preferred_username";
/// The methods by which somebody proved who they are (RFC 8176). Only the identity token speaks of this sign-on.
const METHODS: &str = "amr";

/// What the claims of somebody say; `None` when they do not say who it is.
pub(crate) fn claimed(claims: &Map<String, Value>, settings: &SignOnSettings) -> Option<Claimed> {
    let text = |name: &str| claims.get(name).and_then(Value::as_str);
    let methods = claims.get(METHODS).and_then(Value::as_array);
    let mut methods = methods.into_iter().flatten().filter_map(Value::as_str);
    Some(Claimed {
        subject: text("sub")?.to_owned(),
        login: text(LOGIN).map(str::to_owned),
        name: text("name").map(str::to_owned),
        organisation: text(&settings.organisation_claim).and_then(|code| code.parse().ok()),
        roles: roles(claims, settings),
        has_two_factors: methods.any(|method| settings.two_factor_methods.contains(method)),
    })
}

/// Whether a claim that is needed is missing. The standard lets a provider keep them out of the identity token.
pub(crate) fn lacks_any(claims: &Map<String, Value>, settings: &SignOnSettings) -> bool {
    let needed = [LOGIN, &settings.organisation_claim, &settings.role_claim];
    needed.iter().any(|name| !claims.contains_key(*name))
}

/// Adds what is missing. What the identity token says stands, and about the sign-on nothing else has a say.
pub(crate) fn fill_in(claims: &mut Map<String, Value>, more: Map<String, Value>) {
    let others = more.into_iter().filter(|(name, _)| name != METHODS);
    for (name, value) in others {
        claims.entry(name).or_insert(value);
    }
}

/// Longer addresses of this site there are none.
const LONGEST_ADDRESS: usize = 2_048;

/// Whether an address is a path of this site. A browser takes two slashes, or a slash and a backslash, for another one.
pub(crate) fn is_of_this_site(address: &str) -> bool {
    let is_path = address.starts_with('/') && !address.starts_with("//");
    let is_plain = |it: char| it.is_ascii_graphic() && it != '\\';
    is_path && address.len() <= LONGEST_ADDRESS && address.chars().all(is_plain)
}

/// The roles that claims name. Names that stand for none are left out, as is every administrator.
fn roles(claims: &Map<String, Value>, settings: &SignOnSettings) -> BTreeSet<Role> {
    let claimed = claims.get(&settings.role_claim);
    let names: Vec<&str> = match claimed {
        Some(Value::Array(names)) => names.iter().filter_map(Value::as_str).collect(),
        Some(Value::String(names)) => names.split_whitespace().collect(),
        _ => Vec::new(),
    };
    let roles = names
        .into_iter()
        .filter_map(|name| settings.roles.get(name).copied());
    roles.filter(|role| !role.is_administrator()).collect()
}

/// What has to change so that the provider's word holds: grants of its own that count no more, and roles to be granted.
pub(crate) fn differences(
    grants: &[Grant],
    roles: &BTreeSet<Role>,
    place: OrganisationId,
    now: Timestamp,
) -> (Vec<Uuid>, Vec<Role>) {
    let own = || {
        let standing = grants.iter().filter(|it| it.may_still_be_held(now));
        standing.filter(|it| it.granted_by == GRANTED_BY)
    };
    let holds = |grant: &Grant| grant.organisation == place && roles.contains(&grant.role);
    let ended = own().filter(|grant| !holds(grant)).map(|grant| grant.id);
    let held: BTreeSet<Role> = own()
        .filter(|grant| holds(grant))
        .map(|grant| grant.role)
        .collect();
    (ended.collect(), roles.difference(&held).copied().collect())
}

#[cfg(test)]
mod tests {
    use serde_json::json;
    use yanzhi_kernel::Id;

    use super::*;

    fn settings() -> SignOnSettings {
        SignOnSettings {
            issuer: "https://sso".into(),
            client_id: "yanzhi".into(),
            client_secret: None,
            scopes: Vec::new(),
            redirect_url: "https://yanzhi/back".into(),
            organisation_claim: "org".into(),
            role_claim: "roles".into(),
            roles: [
                ("yz-report", Role::Reporter),
                ("yz-view", Role::Viewer),
                ("yz-root", Role::SystemAdmin),
            ]
            .map(|(name, role)| (name.to_owned(), role))
            .into(),
            two_factor_methods: BTreeSet::from(["mfa".into()]),
        }
    }

    #[test]
    fn names_of_roles_are_read_and_administrators_are_none() {
        let of = |claims: Value| roles(claims.as_object().unwrap(), &settings());
        assert_eq!(
            of(json!({ "roles": ["yz-report", "other", 5, "yz-view"] })),
            BTreeSet::from([Role::Reporter, Role::Viewer])
        );
        assert_eq!(
            of(json!({ "roles": "yz-view yz-root" })),
            BTreeSet::from([Role::Viewer])
        );
        for none in [
            json!({}),
            json!({ "roles": null }),
            json!({ "roles": { "yz-view": true } }),
        ] {
            assert!(of(none).is_empty());
        }
    }

    #[test]
    fn one_is_sent_back_to_this_site_only() {
        for good in ["/", "/NB/units/330203?year=2025&lang=zh", "/a//b"] {
            assert!(is_of_this_site(good), "{good}");
        }
        for bad in [
            "",
            "NB",
            "//evil.test",
            "/\\evil.test",
            "https://evil.test",
            "/a b",
            "/a\r\nset-cookie: x=1",
            "/宁波",
        ] {
            assert!(!is_of_this_site(bad), "{bad}");
        }
        assert!(!is_of_this_site(&"/a".repeat(LONGEST_ADDRESS)));
    }

    #[test]
    fn what_the_token_leaves_out_is_filled_in_and_nothing_else() {
        let object = |value: Value| value.as_object().unwrap().clone();
        let mut claims = object(json!({ "sub": "u", "org": "HAISHU", "roles": [] }));
        assert!(lacks_any(&claims, &settings()), "the name");
        let more = json!({ "sub": "v", "preferred_username": "wang", "org": "OTHER", "roles": "yz-view", "amr": ["mfa"] });
        fill_in(&mut claims, object(more));
        assert!(!lacks_any(&claims, &settings()));
        let wanted = Claimed {
            subject: "u".into(),
            login: Some("wang".into()),
            name: None,
            organisation: Some("HAISHU".parse().unwrap()),
            roles: BTreeSet::new(),
            has_two_factors: false,
        };
        assert_eq!(claimed(&claims, &settings()), Some(wanted));
        claims.insert("amr".into(), json!(["pwd", "mfa"]));
        assert!(claimed(&claims, &settings()).unwrap().has_two_factors);
        claims.remove("sub");
        assert_eq!(claimed(&claims, &settings()), None);
    }

    #[test]
    fn only_grants_of_its_own_follow_the_provider() {
        let id = |number: u128| Uuid::from_u128(number);
        let at = Timestamp::from_micros(10).unwrap();
        let grant = |number, role, place, by: &str| Grant {
            id: id(number),
            account: Id::from_uuid(id(0)),
            role,
            organisation: Id::from_uuid(id(place)),
            from: at,
            until: None,
            granted_by: by.to_owned(),
            granted_at: at,
            ended_at: None,
        };
        let grants = [
            grant(1, Role::Viewer, 7, GRANTED_BY),
            grant(2, Role::Reporter, 7, GRANTED_BY),
            grant(3, Role::Viewer, 8, GRANTED_BY),
            grant(4, Role::Analyst, 7, "account:1"),
        ];
        let wanted = BTreeSet::from([Role::Viewer, Role::Supervisor]);
        let (ended, missing) = differences(&grants, &wanted, Id::from_uuid(id(7)), at);
        assert_eq!(ended, [id(2), id(3)]);
        assert_eq!(missing, [Role::Supervisor]);
    }
}
