//! What a node counts for in the whole index.

use std::collections::BTreeMap;

use crate::DraftNode;

/// The share of each node in the whole index, in the order of `nodes`: its weight over the sum of its siblings' weights,
/// times the share of its parent. The root has 1. A node has none where it hangs on no root, stands in a circle, shares
/// its code with another, or where the weights of its siblings do not sum to a number above 0.
pub fn effective_weights(nodes: &[DraftNode]) -> Vec<Option<f64>> {
    let mut sums: BTreeMap<Option<&str>, f64> = BTreeMap::new();
    let mut uses: BTreeMap<&str, usize> = BTreeMap::new();
    for node in nodes {
        *sums.entry(node.parent.as_deref()).or_default() += node.weight;
        *uses.entry(&node.code).or_default() += 1;
    }
    let by_code: BTreeMap<&str, &DraftNode> = nodes
        .iter()
        .map(|node| (node.code.as_str(), node))
        .collect();
    let own = |node: &DraftNode| {
        let sum = *sums.get(&node.parent.as_deref())?;
        let is_weight = node.weight >= 0.0 && sum > 0.0 && sum.is_finite();
        is_weight.then(|| node.weight / sum)
    };
    let share = |node: &DraftNode| {
        let mut share = 1.0;
        let mut at = node;
        // A path longer than there are nodes has met one of them twice.
        for _ in 0..nodes.len() {
            if uses.get(at.code.as_str()) != Some(&1) {
                return None;
            }
            let Some(parent) = &at.parent else {
                return Some(share);
            };
            share *= own(at)?;
            at = by_code.get(parent.as_str())?;
        }
        None
    };
    nodes.iter().map(share).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use yanzhi_kernel::Text;

    fn node(code: &str, parent: &str, weight: f64) -> DraftNode {
        DraftNode {
            code: code.into(),
            parent: (!parent.is_empty()).then(|| parent.into()),
            indicator: None,
            name: Text::default(),
            weight,
        }
    }

    fn close(found: &[Option<f64>], wanted: &[Option<f64>]) -> bool {
        let pairs = found.iter().zip(wanted);
        found.len() == wanted.len()
            && pairs.into_iter().all(|pair| match pair {
                (Some(a), Some(b)) => (a - b).abs() < 1e-12,
                (a, b) => a.is_none() && b.is_none(),
            })
    }

    #[test]
    fn shares_multiply_downward_and_sum_to_one() {
        let nodes = [
            node("I", "", 7.0),
            node("A", "I", 2.0),
            node("B", "I", 1.0),
            node("A1", "A", 3.0),
            node("A2", "A", 1.0),
        ];
        let third = 1.0 / 3.0;
        let wanted = [
            Some(1.0),
            Some(2.0 * third),
            Some(third),
            Some(0.5),
            Some(third * 0.5),
        ];
        assert!(close(&effective_weights(&nodes), &wanted));
    }

    #[test]
    fn what_hangs_on_no_root_has_no_share() {
        let broken = [
            node("I", "", 1.0),
            node("X", "GONE", 1.0),
            node("C", "D", 1.0),
            node("D", "C", 1.0),
            node("Z", "I", 0.0),
            node("T", "X", 1.0),
        ];
        let wanted = [Some(1.0), None, None, None, None, None];
        assert!(close(&effective_weights(&broken), &wanted));
        let twice = [node("I", "", 1.0), node("A", "I", 1.0), node("A", "I", 1.0)];
        assert!(close(&effective_weights(&twice), &[Some(1.0), None, None]));
    }
}
