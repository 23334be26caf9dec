//! When units make a tree.

use std::collections::BTreeMap;

use yanzhi_kernel::Code;

use crate::{NewUnit, OrganisationsError};

/// Checks that every parent is there and that nobody stands below itself.
pub(crate) fn check_tree(units: &[NewUnit]) -> Result<(), OrganisationsError> {
    let parents: BTreeMap<&Code, Option<&Code>> = units
        .iter()
        .map(|unit| (&unit.code, unit.parent.as_ref()))
        .collect();
    for unit in units {
        if let Some(parent) = &unit.parent
            && !parents.contains_key(parent)
        {
            let (unit, parent) = (unit.code.clone(), parent.clone());
            return Err(OrganisationsError::UnknownParent { unit, parent });
        }
    }
    for unit in units {
        let mut above = unit.parent.as_ref();
        // A path longer than there are units has met one of them twice.
        for _ in 0..units.len() {
            above = above.and_then(|code| parents.get(code).copied().flatten());
        }
        if above.is_some() {
            return Err(OrganisationsError::Circle {
                unit: unit.code.clone(),
            });
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use yanzhi_kernel::{Text, UnitKind};

    use super::*;

    fn unit(code: &str, parent: Option<&str>) -> NewUnit {
        NewUnit {
            code: code.parse().unwrap(),
            parent: parent.map(|code| code.parse().unwrap()),
            name: Text::same(code),
            short_name: Text::same(code),
            kind: UnitKind::District,
            group: None,
            gb2260: None,
            tile: None,
            note: None,
        }
    }

    #[test]
    fn a_tree_is_a_tree() {
        let units = [
            unit("A", None),
            unit("B", Some("A")),
            unit("C", Some("B")),
            unit("D", None),
        ];
        assert!(check_tree(&units).is_ok());
        assert!(check_tree(&[]).is_ok());
    }

    #[test]
    fn a_circle_is_refused() {
        let circle = [unit("A", Some("B")), unit("B", Some("A"))];
        assert!(matches!(
            check_tree(&circle),
            Err(OrganisationsError::Circle { .. })
        ));
        let own_parent = [unit("A", Some("A"))];
        assert!(matches!(
            check_tree(&own_parent),
            Err(OrganisationsError::Circle { .. })
        ));
    }

    #[test]
    fn a_parent_that_is_not_there_is_named() {
        let error = check_tree(&[unit("A", Some("Z"))]).unwrap_err();
        assert!(error.to_string().contains("parent Z"), "{error}");
    }
}
