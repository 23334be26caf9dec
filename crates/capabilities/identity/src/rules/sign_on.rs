//! What the claims of a provider mean here, and what has to change for it.

use std::collections::BTreeSet;

use serde_json::{Map, Value};
use uuid::Uuid;
use yanzhi_kernel::{
    Timestamp,
    access::{OrganisationId, Role},
};

use crate::{Grant, SignOnSettings};

/// What grants that a provider speaks for are marked with.
pub(crate) const GRANTED_BY: &str = "sign-on";

/// The roles that claims name. Names that stand for none are left out, as is every administrator.
pub(crate) fn roles(claims: &Map<String, Value>, settings: &SignOnSettings) -> BTreeSet<Role> {
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
            two_factor_methods: BTreeSet::new(),
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
