//! Whether a session still counts.

use std::time::Duration;

use yanzhi_kernel::Timestamp;

use crate::{AccountState, Session};

/// How long sessions last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SessionPolicy {
    /// Without being used.
    pub idle: Duration,
    /// However much they are used.
    pub longest: Duration,
}

impl Default for SessionPolicy {
    fn default() -> Self {
        Self {
            idle: Duration::from_mins(30),
            longest: Duration::from_hours(12),
        }
    }
}

/// Why a session does not count any more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Ending {
    /// It was ended.
    Ended,
    /// It was not used for too long.
    Idle,
    /// It is too old.
    Expired,
    /// What the account may do has changed since it was made.
    RightsChanged,
    /// The account may not sign in any more.
    NotActive,
}

/// Why a session does not count at a moment; `None` when it does.
pub(crate) fn why_ended(
    session: &Session,
    state: AccountState,
    stamp: i64,
    policy: SessionPolicy,
    now: Timestamp,
) -> Option<Ending> {
    if session.ended_at.is_some() {
        Some(Ending::Ended)
    } else if session.expires_at <= now {
        Some(Ending::Expired)
    } else if session.seen_at.after(policy.idle) <= now {
        Some(Ending::Idle)
    } else if state != AccountState::Active {
        Some(Ending::NotActive)
    } else if session.stamp != stamp {
        Some(Ending::RightsChanged)
    } else {
        None
    }
}

/// What a browser calls itself, as far as it is kept: printable and not too long.
pub(crate) fn shown_agent(agent: &str) -> String {
    agent
        .chars()
        .filter(|c| !c.is_control())
        .take(200)
        .collect()
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;
    use yanzhi_kernel::Id;

    use super::*;
    use crate::Assurance;

    fn session() -> Session {
        let start = Timestamp::from_micros(0).unwrap();
        Session {
            id: Uuid::nil(),
            account: Id::from_uuid(Uuid::nil()),
            assurance: Assurance::Password,
            stamp: 3,
            created_at: start,
            seen_at: start,
            expires_at: start.after(Duration::from_hours(12)),
            ended_at: None,
            address: None,
            agent: None,
        }
    }

    #[test]
    fn a_session_ends_for_one_of_five_reasons() {
        let at = |minutes: u64| {
            Timestamp::from_micros(0)
                .unwrap()
                .after(Duration::from_mins(minutes))
        };
        let why = |session: &Session, state, stamp, moment| {
            why_ended(session, state, stamp, SessionPolicy::default(), moment)
        };
        let fresh = session();
        let active = AccountState::Active;
        assert_eq!(why(&fresh, active, 3, at(29)), None);
        assert_eq!(why(&fresh, active, 3, at(30)), Some(Ending::Idle));
        let used = Session {
            seen_at: at(719),
            ..session()
        };
        assert_eq!(why(&used, active, 3, at(719)), None);
        assert_eq!(why(&used, active, 3, at(720)), Some(Ending::Expired));
        assert_eq!(why(&fresh, active, 4, at(1)), Some(Ending::RightsChanged));
        assert_eq!(
            why(&fresh, AccountState::Disabled, 3, at(1)),
            Some(Ending::NotActive)
        );
        let ended = Session {
            ended_at: Some(at(1)),
            ..session()
        };
        assert_eq!(why(&ended, active, 3, at(2)), Some(Ending::Ended));
    }
}
