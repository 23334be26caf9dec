//! One digest over a whole log: the Merkle tree hash of RFC 6962.

use sha2::{Digest as _, Sha256};

type Hash = [u8; 32];

/// A tree that grows leaf by leaf and keeps only what its root needs: a subtree a binary digit of its size.
///
/// `leaf = SHA-256(0x00 ‖ data)`, `node = SHA-256(0x01 ‖ left ‖ right)`; the root of no leaf is the SHA-256 of
/// nothing. Source: RFC 6962, section 2.1.
#[derive(Clone, Debug, Default)]
pub struct MerkleTree {
    /// Roots of full subtrees from the largest to the smallest, with the number of their leaves.
    subtrees: Vec<(u64, Hash)>,
}

impl MerkleTree {
    /// Adds a leaf.
    pub fn add(&mut self, data: impl AsRef<[u8]>) {
        let leaf = Sha256::new().chain_update([0]).chain_update(data);
        let (mut size, mut hash) = (1, leaf.finalize().into());
        while let Some((before, left)) = self.subtrees.pop_if(|(before, _)| *before == size) {
            hash = node(&left, &hash);
            size += before;
        }
        self.subtrees.push((size, hash));
    }

    /// The number of leaves.
    pub fn size(&self) -> u64 {
        self.subtrees.iter().map(|(size, _)| size).sum()
    }

    /// The root.
    pub fn root(&self) -> Hash {
        let mut hashes = self.subtrees.iter().rev().map(|(_, hash)| *hash);
        let Some(smallest) = hashes.next() else {
            return Sha256::digest([]).into();
        };
        hashes.fold(smallest, |right, left| node(&left, &right))
    }
}

fn node(left: &Hash, right: &Hash) -> Hash {
    let hash = Sha256::new()
        .chain_update([1])
        .chain_update(left)
        .chain_update(right);
    hash.finalize().into()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The leaves of the test vectors that the implementations of certificate transparency share.
    const LEAVES: [&[u8]; 8] = [
        &[],
        &[0x00],
        &[0x10],
        &[0x20, 0x21],
        &[0x30, 0x31],
        &[0x40, 0x41, 0x42, 0x43],
        &[0x50, 0x51, 0x52, 0x53, 0x54, 0x55, 0x56, 0x57],
        &[
            0x60, 0x61, 0x62, 0x63, 0x64, 0x65, 0x66, 0x67, 0x68, 0x69, 0x6a, 0x6b, 0x6c, 0x6d,
            0x6e, 0x6f,
        ],
    ];

    fn root_of(count: usize) -> String {
        let mut tree = MerkleTree::default();
        LEAVES.iter().take(count).for_each(|leaf| tree.add(leaf));
        assert_eq!(tree.size(), u64::try_from(count).unwrap());
        let digits = tree.root().map(|byte| format!("{byte:02x}"));
        digits.concat()
    }

    #[test]
    fn roots_are_those_of_the_shared_test_vectors() {
        let expected = [
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
        ];
        for (count, root) in expected.iter().enumerate() {
            assert_eq!(root_of(count), *root, "{count} leaves");
        }
    }
}
