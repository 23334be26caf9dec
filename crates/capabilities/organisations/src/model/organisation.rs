//! Organisations and their names.

use yanzhi_kernel::{Code, Text, Timestamp, UnitKind, access::OrganisationId};

/// A part of the government, or one that reports to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Organisation {
    /// Its id.
    pub id: OrganisationId,
    /// Its code.
    pub code: Code,
    /// What it stands under; `None` for the city.
    pub parent: Option<OrganisationId>,
    /// Its kind.
    pub kind: UnitKind,
    /// Its name today.
    pub name: OrganisationName,
    /// The unit it is scored as, where it is scored.
    pub unit: Option<Code>,
    /// Raised by every change: who changes it says which version they saw.
    pub version: i64,
    /// Raised whenever something enters or leaves its subtree, or it moves itself. Sessions of those who hold a
    /// role in it carry the number and are refused when it differs.
    pub rearranged: i64,
    /// When it was closed.
    pub closed_at: Option<Timestamp>,
    /// What it was merged into.
    pub merged_into: Option<OrganisationId>,
}

/// A name in both languages: neither empty, longer than 120 characters nor with control characters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrganisationName(Text);

/// The text is no name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "this is not the name of an organisation: write 1 to {max} characters in Chinese, English or both, without control characters",
    max = OrganisationName::MAX_CHARS
)]
pub struct InvalidName;

impl OrganisationName {
    /// Longest name in characters.
    pub const MAX_CHARS: usize = 120;

    /// A name; surrounding blanks are left out.
    ///
    /// # Errors
    /// [`InvalidName`].
    pub fn new(text: &Text) -> Result<Self, InvalidName> {
        let name = Text::new(text.zh.trim(), text.en.trim());
        let is_fine = |part: &str| {
            part.chars().count() <= Self::MAX_CHARS && !part.chars().any(char::is_control)
        };
        let is_empty = name.zh.is_empty() && name.en.is_empty();
        if is_empty || !is_fine(&name.zh) || !is_fine(&name.en) {
            return Err(InvalidName);
        }
        Ok(Self(name))
    }

    /// The name.
    pub const fn text(&self) -> &Text {
        &self.0
    }
}

/// An organisation that is being added.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewOrganisation {
    /// Its code.
    pub code: Code,
    /// What it stands under; `None` only for the first one.
    pub parent: Option<Code>,
    /// Its kind.
    pub kind: UnitKind,
    /// Its name.
    pub name: OrganisationName,
    /// The unit it is scored as.
    pub unit: Option<Code>,
}

impl Organisation {
    /// An organisation as it begins.
    pub(crate) fn begun(
        id: OrganisationId,
        parent: Option<OrganisationId>,
        new: NewOrganisation,
    ) -> Self {
        Self {
            id,
            code: new.code,
            parent,
            kind: new.kind,
            name: new.name,
            unit: new.unit,
            version: 1,
            rearranged: 0,
            closed_at: None,
            merged_into: None,
        }
    }
}

/// What is to be another one from now on; `None` stays.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OrganisationChange {
    /// The name.
    pub name: Option<OrganisationName>,
    /// The kind.
    pub kind: Option<UnitKind>,
    /// The unit it is scored as; `Some(None)` for none.
    pub unit: Option<Option<Code>>,
}

/// The name that counted at a moment: the last one given by then; before the first, the first. A published table
/// keeps the name of its day. `names` are in the order in which they were given.
pub fn name_at(
    names: &[(Timestamp, OrganisationName)],
    moment: Timestamp,
) -> Option<&OrganisationName> {
    let given = names.iter().rev().find(|(since, _)| *since <= moment);
    given.or_else(|| names.first()).map(|(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(text: &str) -> OrganisationName {
        OrganisationName::new(&Text::same(text)).unwrap()
    }

    fn at(micros: i64) -> Timestamp {
        Timestamp::from_micros(micros).unwrap()
    }

    #[test]
    fn a_table_keeps_the_name_of_its_day() {
        let names = [(at(10), name("鄞县")), (at(20), name("鄞州区"))];
        for (moment, expected) in [
            (5, "鄞县"),
            (10, "鄞县"),
            (19, "鄞县"),
            (20, "鄞州区"),
            (99, "鄞州区"),
        ] {
            assert_eq!(
                name_at(&names, at(moment)),
                Some(&name(expected)),
                "{moment}"
            );
        }
        assert_eq!(name_at(&[], at(1)), None);
    }

    #[test]
    fn what_is_no_name_is_refused() {
        let long = "宁".repeat(121);
        for text in ["", "  ", "a\nb", "a\u{7}", long.as_str()] {
            assert!(
                OrganisationName::new(&Text::same(text)).is_err(),
                "{text:?}"
            );
        }
        assert_eq!(name(" 科技局 ").text().zh, "科技局");
    }
}
