//! The one function that works out what an account may do at a moment.

use std::collections::BTreeSet;

use yanzhi_kernel::{
    Timestamp,
    access::{AccountId, Action, Authority, Held, OrganisationId, Withheld},
};
use yanzhi_organisations::Tree;

use crate::{Account, Assurance, Grant};

/// What counts besides the account and its grants.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Circumstances {
    /// The present.
    pub now: Timestamp,
    /// How the session's owner has proved who they are.
    pub assurance: Assurance,
    /// Whether roles that need a second factor are held back without one.
    pub second_factor_is_required: bool,
    /// Whether the password has to be changed first.
    pub is_password_expired: bool,
}

/// What an account holds at a moment, of which roles are held back and why.
pub(crate) fn authority(
    account: AccountId,
    grants: &[Grant],
    tree: &Tree,
    limits: Option<BTreeSet<Action>>,
    circumstances: Circumstances,
) -> Authority {
    let held = grants
        .iter()
        .filter(|grant| grant.is_held_at(circumstances.now));
    let held = held.map(|grant| Held {
        role: grant.role,
        reach: tree.reach(grant.organisation),
        is_everywhere: tree.root() == Some(grant.organisation),
        withheld: withheld(grant, circumstances),
    });
    // A role in an organisation that was closed reaches nothing: it is held no more.
    let held = held.filter(|held| !held.reach.is_empty());
    Authority {
        account,
        held: held.collect(),
        limits,
    }
}

fn withheld(grant: &Grant, circumstances: Circumstances) -> Option<Withheld> {
    let lacks_factor = circumstances.second_factor_is_required
        && grant.role.needs_second_factor()
        && circumstances.assurance != Assurance::TwoFactors;
    if circumstances.is_password_expired {
        Some(Withheld::PasswordExpired)
    } else if lacks_factor {
        Some(Withheld::SecondFactorMissing)
    } else {
        None
    }
}

/// One number that differs once anything has changed what an account may do: its own count of changes, and those
/// of the organisations it belongs to and holds roles in. All of them only grow.
pub fn rights_stamp(
    account: &Account,
    grants: &[Grant],
    rearranged: impl Fn(OrganisationId) -> i64,
) -> i64 {
    let places: BTreeSet<OrganisationId> = grants
        .iter()
        .filter(|grant| grant.ended_at.is_none())
        .map(|grant| grant.organisation)
        .chain([account.organisation])
        .collect();
    account.rights_version + places.into_iter().map(rearranged).sum::<i64>()
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;
    use yanzhi_kernel::{Id, access::Role};
    use yanzhi_organisations::Place;

    use super::*;

    fn id<T>(number: u128) -> Id<T> {
        Id::from_uuid(Uuid::from_u128(number))
    }

    fn at(micros: i64) -> Timestamp {
        Timestamp::from_micros(micros).unwrap()
    }

    fn grant(role: Role, organisation: u128, until: Option<i64>) -> Grant {
        Grant {
            id: Uuid::nil(),
            account: id(1),
            role,
            organisation: id(organisation),
            from: at(10),
            until: until.map(at),
            granted_by: "operator".into(),
            granted_at: at(10),
            ended_at: None,
        }
    }

    /// 1 → {2 → {4}, 3}, and 3 is closed.
    fn tree() -> Tree {
        [(1, None), (2, Some(1)), (3, Some(1)), (4, Some(2))]
            .map(|(it, parent)| Place {
                id: id(it),
                parent: parent.map(id),
                is_closed: it == 3,
            })
            .into_iter()
            .collect()
    }

    fn held_at(moment: i64, assurance: Assurance, grants: &[Grant]) -> Vec<Held> {
        let circumstances = Circumstances {
            now: at(moment),
            assurance,
            second_factor_is_required: true,
            is_password_expired: false,
        };
        authority(id(1), grants, &tree(), None, circumstances).held
    }

    #[test]
    fn roles_reach_their_subtree_while_they_last() {
        let grants = [
            grant(Role::Viewer, 2, Some(20)),
            grant(Role::Viewer, 3, None),
        ];
        let held = held_at(15, Assurance::Password, &grants);
        assert_eq!(held.len(), 1, "3 is closed");
        assert_eq!(held[0].reach, BTreeSet::from([id(2), id(4)]));
        assert!(held_at(20, Assurance::Password, &grants).is_empty());
        assert!(held_at(9, Assurance::Password, &grants).is_empty());
    }

    #[test]
    fn roles_that_decide_for_others_need_a_second_factor() {
        let grants = [grant(Role::Auditor, 1, None), grant(Role::Viewer, 1, None)];
        let why = |assurance| {
            let held = held_at(15, assurance, &grants);
            held.iter().map(|held| held.withheld).collect::<Vec<_>>()
        };
        assert_eq!(
            why(Assurance::Password),
            [Some(Withheld::SecondFactorMissing), None]
        );
        assert_eq!(why(Assurance::TwoFactors), [None, None]);
    }

    #[test]
    fn an_expired_password_holds_everything_back() {
        let circumstances = Circumstances {
            now: at(15),
            assurance: Assurance::TwoFactors,
            second_factor_is_required: false,
            is_password_expired: true,
        };
        let grants = [grant(Role::Viewer, 1, None)];
        let authority = authority(id(1), &grants, &tree(), None, circumstances);
        assert_eq!(authority.held[0].withheld, Some(Withheld::PasswordExpired));
    }
}
