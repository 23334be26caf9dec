//! Which roles may not be in one hand (三员分立).

use super::Role;
use crate::Text;

/// Two administrators in one hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("one account may not be both {held} and {wanted}")]
pub struct NotSeparate {
    /// The role that the account holds.
    pub held: Role,
    /// The role that it was to get.
    pub wanted: Role,
}

impl NotSeparate {
    /// Why, and what to do instead.
    pub fn text(self) -> Text {
        let (held, wanted) = (self.held.name(), self.wanted.name());
        Text::new(
            format!(
                "同一账号不能同时是{}和{}（三员分立）：请授予另一个账号，或先收回前一角色。",
                held.zh, wanted.zh
            ),
            format!(
                "One account may not be both {} and {}: grant the role to another account, or take the other role \
                 back first.",
                held.en, wanted.en
            ),
        )
    }
}

/// Checks that whoever holds some roles may hold one more.
///
/// # Errors
/// [`NotSeparate`] when two of the three administrators would be in one hand.
pub fn check(held: impl IntoIterator<Item = Role>, wanted: Role) -> Result<(), NotSeparate> {
    let other = held
        .into_iter()
        .find(|held| held.is_administrator() && wanted.is_administrator() && *held != wanted);
    other.map_or(Ok(()), |held| Err(NotSeparate { held, wanted }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_of_the_three_are_in_one_hand() {
        for held in Role::ALL {
            for wanted in Role::ALL {
                let both = held.is_administrator() && wanted.is_administrator() && held != wanted;
                assert_eq!(check([*held], *wanted).is_err(), both, "{held} {wanted}");
            }
        }
        assert!(check([], Role::Auditor).is_ok());
    }
}
