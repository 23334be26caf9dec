//! The one function that decides.

use super::{AccountId, Action, Authority, Lack, OrganisationId, Refusal};
use crate::{Scope, scope::Power};

/// What an action is done to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Resource {
    /// Something that belongs to no organisation: a role that carries the action anywhere suffices.
    Nowhere,
    /// Something of this organisation.
    Organisation(OrganisationId),
    /// An account, as its owner.
    Own(AccountId),
}

/// Decides whether whoever has this scope may do an action to a resource. What no rule allows is refused.
///
/// # Errors
/// A [`Refusal`] that says what is missing and who can grant it.
pub fn check(scope: &Scope, action: Action, resource: Resource) -> Result<(), Refusal> {
    let refuse = |lack| Err(Refusal::new(action, lack));
    let authority = match scope.power() {
        // Whoever holds the console holds the database; the audit log says `operator`.
        Power::Everything => return Ok(()),
        Power::Nothing => return refuse(Lack::SignIn),
        Power::Held(authority) => authority,
    };
    if !authority.is_within_limits(action) {
        return refuse(Lack::TokenScope);
    }
    match resource {
        Resource::Own(owner) if Authority::is_own(action) => {
            if owner == authority.account {
                Ok(())
            } else {
                refuse(Lack::Ownership)
            }
        }
        Resource::Nowhere if Authority::is_own(action) => Ok(()),
        Resource::Own(_) => refuse(Lack::Role),
        Resource::Nowhere => by_role(authority, action, |_| true).map_or(Ok(()), refuse),
        Resource::Organisation(place) => {
            by_role(authority, action, |held| held.contains(&place)).map_or(Ok(()), refuse)
        }
    }
}

/// What is missing for an action that roles carry; nothing when it is allowed.
fn by_role(
    authority: &Authority,
    action: Action,
    reaches: impl Fn(&std::collections::BTreeSet<OrganisationId>) -> bool,
) -> Option<Lack> {
    let mut lack = Lack::Role;
    for held in authority.carrying(action) {
        match (reaches(&held.reach), held.withheld) {
            (true, None) => return None,
            (true, Some(why)) => lack = Lack::InForce(why),
            (false, _) if lack == Lack::Role => lack = Lack::Reach,
            (false, _) => {}
        }
    }
    Some(lack)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        Id, Origin, Timestamp,
        access::{Held, Role, Withheld},
    };
    use uuid::Uuid;

    fn id<T>(number: u128) -> Id<T> {
        Id::from_uuid(Uuid::from_u128(number))
    }

    fn holding(role: Role, reach: &[u128], withheld: Option<Withheld>) -> Held {
        let reach = reach.iter().map(|number| id(*number)).collect();
        Held {
            role,
            reach,
            is_everywhere: false,
            withheld,
        }
    }

    #[expect(clippy::disallowed_methods, reason = "the test is the authenticator")]
    fn scope(held: Vec<Held>, limits: Option<&[Action]>) -> Scope {
        let authority = Authority {
            account: id(1),
            held,
            limits: limits.map(|limits| limits.iter().copied().collect()),
        };
        Scope::of(
            authority,
            Timestamp::from_micros(0).unwrap(),
            Origin::default(),
        )
    }

    #[test]
    fn every_role_may_do_what_the_table_says_within_its_reach_and_nothing_else() {
        let mut decided = 0;
        for role in Role::ALL {
            let scope = scope(vec![holding(*role, &[10, 11], None)], None);
            for action in Action::ALL {
                let carried = action.is_carried_by(*role);
                let own = action.roles().is_empty();
                for (resource, expected) in [
                    (Resource::Nowhere, carried || own),
                    (Resource::Organisation(id(10)), carried),
                    (Resource::Organisation(id(11)), carried),
                    (Resource::Organisation(id(12)), false),
                    (Resource::Own(id(1)), own),
                    (Resource::Own(id(2)), false),
                ] {
                    let allowed = check(&scope, *action, resource).is_ok();
                    assert_eq!(allowed, expected, "{role} {action} {resource:?}");
                    decided += 1;
                }
            }
        }
        assert_eq!(decided, Role::ALL.len() * Action::ALL.len() * 6);
    }

    #[test]
    fn the_public_may_do_nothing_and_the_operator_everything() {
        let public = Scope::public(Timestamp::from_micros(0).unwrap());
        #[expect(clippy::disallowed_methods, reason = "the test is about it")]
        let operator = Scope::operator();
        for action in Action::ALL {
            for resource in [
                Resource::Nowhere,
                Resource::Organisation(id(1)),
                Resource::Own(id(1)),
            ] {
                let refusal = check(&public, *action, resource).unwrap_err();
                assert_eq!(refusal.lack, Lack::SignIn, "{action}");
                assert!(check(&operator, *action, resource).is_ok(), "{action}");
            }
        }
    }

    #[test]
    fn a_refusal_says_what_is_missing() {
        let lack = |held, action, place| {
            let scope = scope(held, None);
            check(&scope, action, Resource::Organisation(id(place)))
                .unwrap_err()
                .lack
        };
        let admin = || holding(Role::SystemAdmin, &[10], None);
        assert_eq!(lack(vec![], Action::AccountInvite, 10), Lack::Role);
        assert_eq!(lack(vec![admin()], Action::GrantGive, 10), Lack::Role);
        assert_eq!(lack(vec![admin()], Action::AccountInvite, 11), Lack::Reach);
        let without = holding(
            Role::SystemAdmin,
            &[10],
            Some(Withheld::SecondFactorMissing),
        );
        assert_eq!(
            lack(vec![without], Action::AccountInvite, 10),
            Lack::InForce(Withheld::SecondFactorMissing)
        );
    }

    #[test]
    fn a_token_does_what_it_was_made_for_and_what_its_owner_may() {
        let held = || vec![holding(Role::SystemAdmin, &[10], None)];
        let limited = scope(held(), Some(&[Action::AccountRead, Action::AuditRead]));
        assert!(check(&limited, Action::AccountRead, Resource::Nowhere).is_ok());
        let refused = |action| check(&limited, action, Resource::Nowhere).unwrap_err().lack;
        assert_eq!(refused(Action::AccountInvite), Lack::TokenScope);
        assert_eq!(refused(Action::AuditRead), Lack::Role);
        assert!(limited.span(Action::AccountInvite).is_empty());
        assert!(limited.span(Action::AccountRead).contains(id(10)));
    }

    #[test]
    fn every_refusal_speaks_both_languages_and_names_who_can_help() {
        for lack in [Lack::Role, Lack::Reach] {
            let text = Refusal::new(Action::AccountInvite, lack).text();
            assert!(
                text.zh.contains("系统管理员") && text.zh.contains("安全管理员授予"),
                "{text:?}"
            );
            assert!(
                text.en.contains("security administrator can grant"),
                "{text:?}"
            );
        }
    }
}
