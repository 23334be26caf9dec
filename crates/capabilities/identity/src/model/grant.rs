//! Roles held in organisations.

use uuid::Uuid;
use yanzhi_kernel::{
    Timestamp,
    access::{AccountId, OrganisationId, Role},
};

/// A role that an account holds in an organisation, for a time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grant {
    /// Its id.
    pub id: Uuid,
    /// Who holds it.
    pub account: AccountId,
    /// The role.
    pub role: Role,
    /// Where; it reaches all that stands below.
    pub organisation: OrganisationId,
    /// From when.
    pub from: Timestamp,
    /// Until when; `None` until it is taken back.
    pub until: Option<Timestamp>,
    /// Who granted it, as the audit log writes it.
    pub granted_by: String,
    /// When it was granted.
    pub granted_at: Timestamp,
    /// When it was taken back.
    pub ended_at: Option<Timestamp>,
}

impl Grant {
    /// Whether it counts at a moment.
    pub fn is_held_at(&self, moment: Timestamp) -> bool {
        self.ended_at.is_none()
            && self.from <= moment
            && self.until.is_none_or(|until| moment < until)
    }

    /// Whether it counts at a moment or will later.
    pub fn may_still_be_held(&self, moment: Timestamp) -> bool {
        self.ended_at.is_none() && self.until.is_none_or(|until| moment < until)
    }
}

/// A role to be granted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NewGrant {
    /// Who is to hold it.
    pub account: AccountId,
    /// The role.
    pub role: Role,
    /// Where.
    pub organisation: OrganisationId,
    /// From when; `None` from now on.
    pub from: Option<Timestamp>,
    /// Until when.
    pub until: Option<Timestamp>,
}

#[cfg(test)]
mod tests {
    use yanzhi_kernel::Id;

    use super::*;

    #[test]
    fn a_grant_counts_from_its_first_to_before_its_last_moment() {
        let at = |micros| Timestamp::from_micros(micros).unwrap();
        let grant = Grant {
            id: Uuid::nil(),
            account: Id::from_uuid(Uuid::nil()),
            role: Role::Viewer,
            organisation: Id::from_uuid(Uuid::nil()),
            from: at(10),
            until: Some(at(20)),
            granted_by: "operator".into(),
            granted_at: at(1),
            ended_at: None,
        };
        for (moment, held) in [(9, false), (10, true), (19, true), (20, false)] {
            assert_eq!(grant.is_held_at(at(moment)), held, "{moment}");
        }
        assert!(grant.may_still_be_held(at(9)) && !grant.may_still_be_held(at(20)));
        let ended = Grant {
            ended_at: Some(at(12)),
            ..grant
        };
        assert!(!ended.is_held_at(at(15)) && !ended.may_still_be_held(at(9)));
    }
}
