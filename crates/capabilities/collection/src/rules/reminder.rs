//! When somebody is reminded.

use std::time::Duration;

use yanzhi_kernel::{Timestamp, word_list};

word_list! {
    /// How pressing something is.
    Reminder, "reminder" {
        /// There is time.
        None = "none",
        /// It is due within three days.
        DueSoon = "due_soon",
        /// Its deadline has passed.
        Overdue = "overdue",
    }
}

/// How long before a deadline it is due soon.
const SOON: Duration = Duration::from_hours(72);

/// How pressing a deadline is.
pub(crate) fn reminder(due: Timestamp, now: Timestamp) -> Reminder {
    if now > due {
        Reminder::Overdue
    } else if due.since(now) <= SOON {
        Reminder::DueSoon
    } else {
        Reminder::None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_days_before_it_is_due_soon() {
        let due = Timestamp::from_micros(1_000_000_000_000_000).unwrap();
        let before = |hours: u64| {
            let micros = i64::try_from(Duration::from_hours(hours).as_micros()).unwrap();
            Timestamp::from_micros(due.as_micros() - micros).unwrap()
        };
        assert_eq!(reminder(due, before(73)), Reminder::None);
        assert_eq!(reminder(due, before(72)), Reminder::DueSoon);
        assert_eq!(reminder(due, due), Reminder::DueSoon);
        assert_eq!(
            reminder(due, due.after(Duration::from_micros(1))),
            Reminder::Overdue
        );
    }
}
