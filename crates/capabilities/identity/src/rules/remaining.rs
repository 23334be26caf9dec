//! Who must not be the last to go.

use std::collections::BTreeSet;

use yanzhi_kernel::access::{AccountId, Role};

/// The roles without which nobody could let anybody in again.
const NEEDED: [Role; 2] = [Role::SystemAdmin, Role::SecurityAdmin];

/// The needed role that nobody would hold once `leaving` does not hold `losing` any more: of all who are active
/// and hold it, `leaving` is the only one.
pub(crate) fn must_remain(
    holders: &[(AccountId, Role)],
    leaving: AccountId,
    losing: impl Fn(Role) -> bool,
) -> Option<Role> {
    NEEDED
        .into_iter()
        .filter(|role| losing(*role))
        .find(|role| {
            let of_role: BTreeSet<AccountId> = holders
                .iter()
                .filter(|(_, held)| held == role)
                .map(|(account, _)| *account)
                .collect();
            of_role.contains(&leaving) && of_role.len() == 1
        })
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;
    use yanzhi_kernel::Id;

    use super::*;

    fn id(number: u128) -> AccountId {
        Id::from_uuid(Uuid::from_u128(number))
    }

    #[test]
    fn the_last_administrator_stays() {
        let two = [
            (id(1), Role::SystemAdmin),
            (id(2), Role::SystemAdmin),
            (id(3), Role::SecurityAdmin),
        ];
        assert_eq!(must_remain(&two, id(1), |_| true), None);
        assert_eq!(
            must_remain(&two[1..], id(2), |_| true),
            Some(Role::SystemAdmin)
        );
        assert_eq!(
            must_remain(&two, id(3), |_| true),
            Some(Role::SecurityAdmin)
        );
        assert_eq!(must_remain(&two, id(3), |role| role == Role::Viewer), None);
        assert_eq!(must_remain(&two, id(9), |_| true), None);
        let twice = [(id(1), Role::SystemAdmin), (id(1), Role::SystemAdmin)];
        assert_eq!(
            must_remain(&twice, id(1), |_| true),
            Some(Role::SystemAdmin)
        );
    }
}
