//! Organisations that a pack brings: its units, and the departments that own its indicators and tasks.

use std::collections::BTreeMap;

use yanzhi_audit::Event;
use yanzhi_kernel::{
    Code, IdSource, Scope, Timestamp,
    access::{OrganisationId, Span},
};
use yanzhi_storage::{Turn, WriteTx};

use super::read::tree;
use crate::{NewOrganisation, Organisation, OrganisationsError, store};

/// Adds the organisations that are not there yet; those that are stay as their administrators left them. What
/// stands under nobody in the pack stands under the first organisation. Doing it twice changes nothing the second
/// time.
///
/// # Errors
/// A failure of the database.
pub async fn import_organisations(
    tx: &WriteTx,
    scope: &Scope,
    ids: &dyn IdSource,
    now: Timestamp,
    offers: &[NewOrganisation],
) -> Result<usize, OrganisationsError> {
    tx.take_turn(Turn::Organisations).await?;
    let everybody = store::organisation::within(tx, &Span::Everywhere);
    let mut known: BTreeMap<Code, OrganisationId> = everybody
        .await?
        .into_iter()
        .map(|organisation| (organisation.code, organisation.id))
        .collect();
    let mut root = tree(tx).await?.root();
    let mut added = Vec::new();
    for offer in parents_first(offers) {
        if known.contains_key(&offer.code) {
            continue;
        }
        let named = offer.parent.as_ref().and_then(|code| known.get(code));
        let parent = named.copied().or(root);
        let organisation = Organisation::begun(ids.next(now), parent, offer.clone());
        root = root.or(Some(organisation.id));
        known.insert(offer.code.clone(), organisation.id);
        added.push(organisation);
    }
    if added.is_empty() {
        return Ok(0);
    }
    store::organisation::add(tx, &added).await?;
    store::name::note(tx, &added, now).await?;
    let codes: Vec<&str> = added.iter().map(|it| it.code.as_str()).collect();
    let event = Event::done("organisation.import", codes.join(" "));
    yanzhi_audit::record(tx, scope, now, event).await?;
    Ok(added.len())
}

/// Those whose parent is not offered, then theirs, and so on. An offer that stands below itself is left out; the
/// reader of packs does not let it through.
fn parents_first(offers: &[NewOrganisation]) -> Vec<&NewOrganisation> {
    let offered: BTreeMap<&Code, &NewOrganisation> =
        offers.iter().map(|it| (&it.code, it)).collect();
    let depth = |offer: &NewOrganisation| {
        let mut above = offer.parent.as_ref();
        let mut depth = 0;
        while let Some(parent) = above.and_then(|code| offered.get(code)) {
            depth += 1;
            if depth > offers.len() {
                return None;
            }
            above = parent.parent.as_ref();
        }
        Some(depth)
    };
    let mut ordered: Vec<(usize, &NewOrganisation)> = offers
        .iter()
        .filter_map(|offer| Some((depth(offer)?, offer)))
        .collect();
    ordered.sort_by_key(|(depth, _)| *depth);
    ordered.into_iter().map(|(_, offer)| offer).collect()
}

#[cfg(test)]
mod tests {
    use yanzhi_kernel::{Text, UnitKind};

    use super::*;
    use crate::OrganisationName;

    fn offer(code: &str, parent: Option<&str>) -> NewOrganisation {
        NewOrganisation {
            code: code.parse().unwrap(),
            parent: parent.map(|code| code.parse().unwrap()),
            kind: UnitKind::District,
            name: OrganisationName::new(&Text::same(code)).unwrap(),
            unit: None,
        }
    }

    #[test]
    fn parents_come_before_their_children() {
        let offers = [
            offer("C", Some("B")),
            offer("B", Some("A")),
            offer("A", None),
            offer("D", None),
        ];
        let codes: Vec<&str> = parents_first(&offers)
            .iter()
            .map(|it| it.code.as_str())
            .collect();
        assert_eq!(codes, ["A", "D", "B", "C"]);
        let circle = [offer("A", Some("B")), offer("B", Some("A"))];
        assert!(parents_first(&circle).is_empty());
    }
}
