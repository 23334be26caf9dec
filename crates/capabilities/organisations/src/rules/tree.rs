//! The tree of organisations: what stands below what, and where something may be moved.

use std::collections::{BTreeMap, BTreeSet};

use yanzhi_kernel::access::OrganisationId;

use crate::OrganisationsError;

/// Who stands under whom. Closed organisations keep their place, so that what they did stays in reach of those
/// who are above them; a role held in one reaches nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tree {
    parents: BTreeMap<OrganisationId, Option<OrganisationId>>,
    children: BTreeMap<OrganisationId, Vec<OrganisationId>>,
    closed: BTreeSet<OrganisationId>,
}

/// Where an organisation stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// The organisation.
    pub id: OrganisationId,
    /// What it stands under.
    pub parent: Option<OrganisationId>,
    /// Whether it is closed.
    pub is_closed: bool,
}

impl FromIterator<Place> for Tree {
    fn from_iter<I: IntoIterator<Item = Place>>(places: I) -> Self {
        let mut tree = Self::default();
        for place in places {
            tree.parents.insert(place.id, place.parent);
            if let Some(parent) = place.parent {
                tree.children.entry(parent).or_default().push(place.id);
            }
            if place.is_closed {
                tree.closed.insert(place.id);
            }
        }
        tree
    }
}

impl Tree {
    /// Whether an organisation is there.
    pub fn contains(&self, id: OrganisationId) -> bool {
        self.parents.contains_key(&id)
    }

    /// The one that stands under nobody; the oldest, should an import have brought several.
    pub fn root(&self) -> Option<OrganisationId> {
        let mut roots = self.parents.iter().filter(|(_, parent)| parent.is_none());
        roots.next().map(|(id, _)| *id)
    }

    /// What a role held in an organisation reaches: its subtree, or nothing when it is closed.
    pub fn reach(&self, top: OrganisationId) -> BTreeSet<OrganisationId> {
        if self.closed.contains(&top) {
            return BTreeSet::new();
        }
        self.subtree(top)
    }

    /// An organisation and all that stands below it; nothing when it is not there.
    pub fn subtree(&self, top: OrganisationId) -> BTreeSet<OrganisationId> {
        let mut found = BTreeSet::new();
        let mut waiting = Vec::from_iter(self.contains(top).then_some(top));
        while let Some(id) = waiting.pop() {
            if found.insert(id) {
                waiting.extend(self.children.get(&id).into_iter().flatten());
            }
        }
        found
    }

    /// An organisation and all that it stands under, from itself upward.
    pub fn path_up(&self, id: OrganisationId) -> Vec<OrganisationId> {
        let mut path = Vec::new();
        let mut next = self.contains(id).then_some(id);
        // A path longer than there are organisations has met one of them twice: the database was changed by hand.
        while let Some(id) = next.filter(|_| path.len() < self.parents.len()) {
            path.push(id);
            next = self.parents.get(&id).copied().flatten();
        }
        path
    }

    /// Checks that an organisation may stand under another one.
    ///
    /// # Errors
    /// [`OrganisationsError::UnderItself`].
    pub(crate) fn may_move(
        &self,
        id: OrganisationId,
        under: OrganisationId,
    ) -> Result<(), OrganisationsError> {
        if self.subtree(id).contains(&under) {
            return Err(OrganisationsError::UnderItself);
        }
        Ok(())
    }

    /// Those whose subtree is another one once `id` stands under another place: what it stood under, what it will
    /// stand under, and what moves with it. What stands above both places reaches it before and after.
    pub(crate) fn rearranged_by_move(
        &self,
        id: OrganisationId,
        under: Option<OrganisationId>,
    ) -> BTreeSet<OrganisationId> {
        let before: BTreeSet<OrganisationId> = self.path_up(id).into_iter().collect();
        let after = under.into_iter().flat_map(|under| self.path_up(under));
        let after: BTreeSet<OrganisationId> = after.collect();
        let mut touched = self.subtree(id);
        touched.extend(before.symmetric_difference(&after));
        touched
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;
    use yanzhi_kernel::Id;

    use super::*;

    fn id(number: u128) -> OrganisationId {
        Id::from_uuid(Uuid::from_u128(number))
    }

    /// 1 → {2 → {4, 5}, 3}
    fn tree() -> Tree {
        let pairs = [
            (1, None),
            (2, Some(1)),
            (3, Some(1)),
            (4, Some(2)),
            (5, Some(2)),
        ];
        let place = |(it, parent): (u128, Option<u128>)| Place {
            id: id(it),
            parent: parent.map(id),
            is_closed: it == 5,
        };
        pairs.into_iter().map(place).collect()
    }

    fn ids(numbers: &[u128]) -> BTreeSet<OrganisationId> {
        numbers.iter().map(|number| id(*number)).collect()
    }

    #[test]
    fn a_subtree_is_itself_and_all_below() {
        let tree = tree();
        assert_eq!(tree.subtree(id(1)), ids(&[1, 2, 3, 4, 5]));
        assert_eq!(tree.subtree(id(2)), ids(&[2, 4, 5]));
        assert_eq!(tree.subtree(id(5)), ids(&[5]));
        assert!(tree.subtree(id(9)).is_empty());
        assert_eq!(tree.path_up(id(4)), [id(4), id(2), id(1)]);
        assert_eq!(tree.root(), Some(id(1)));
        assert_eq!(tree.reach(id(2)), ids(&[2, 4, 5]));
        assert!(tree.reach(id(5)).is_empty(), "5 is closed");
    }

    #[test]
    fn nothing_moves_under_itself_or_its_own_child() {
        let tree = tree();
        for under in [2, 4, 5] {
            let refused = tree.may_move(id(2), id(under));
            assert!(
                matches!(refused, Err(OrganisationsError::UnderItself)),
                "{under}"
            );
        }
        assert!(tree.may_move(id(2), id(3)).is_ok());
        assert!(tree.may_move(id(4), id(1)).is_ok());
    }

    #[test]
    fn a_move_touches_both_paths_and_what_moves_but_nothing_above_both() {
        let touched = tree().rearranged_by_move(id(4), Some(id(3)));
        assert_eq!(touched, ids(&[4, 2, 3]));
        let closed = tree().rearranged_by_move(id(4), Some(id(2)));
        assert_eq!(closed, ids(&[4]));
    }

    #[test]
    fn a_circle_made_by_hand_ends() {
        let place = |it, under| Place {
            id: id(it),
            parent: Some(id(under)),
            is_closed: false,
        };
        let circle: Tree = [place(1, 2), place(2, 1)].into_iter().collect();
        assert_eq!(circle.path_up(id(1)).len(), 2);
        assert_eq!(circle.subtree(id(1)), ids(&[1, 2]));
    }
}
