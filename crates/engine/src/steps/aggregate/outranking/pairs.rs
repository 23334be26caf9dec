//! The kernel of the pairwise rules: the margin `Σ w·(x_a > x_b) − Σ w·(x_a < x_b)` of every pair.
//!
//! Units stand twice in memory: as rows, and packed into tiles of [`LANES`] units with all their children
//! one behind the other. A row meets a tile with the sums in registers, a block of rows stays in the
//! cache while all tiles pass, and only tiles from the row's own on are met: the margin of `b` over `a` is
//! that of `a` over `b` with the other sign, to the bit, because the sums run over the children in the
//! same order. A missing score is NaN in these private copies: it is neither above nor below anything, so
//! a child that one of the two lacks adds nothing.

const LANES: usize = 8;

/// Rows that share the cache with a tile: 64 × 100 children × 8 bytes are 50 KiB.
const BLOCK: usize = 64;

/// Margins smaller than this share of the whole weight are ties: what is left of sums such as
/// 0.1 + 0.2 − 0.3.
const TIE: f64 = 1e-12;

type Lanes = [f64; LANES];

/// Units ready to be compared in pairs, by the children that have some weight.
#[derive(Debug)]
pub(crate) struct Pairs {
    units: usize,
    weights: Vec<f64>,
    /// Row after row.
    rows: Vec<f64>,
    /// Tile after tile, in a tile child after child.
    tiles: Vec<Lanes>,
    least: f64,
}

/// The sums of a row against the units of a tile.
#[derive(Debug, Clone, Copy, Default)]
struct Sums {
    above: Lanes,
    below: Lanes,
    known: Lanes,
}

/// The weights of the children in which `a` is above, below, and which both have.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Comparison {
    pub(crate) above: f64,
    pub(crate) below: f64,
    pub(crate) known: f64,
}

impl Pairs {
    /// `score(child, unit)` for the children with these weights.
    pub(crate) fn of(
        units: usize,
        weights: &[f64],
        score: impl Fn(usize, usize) -> Option<f64>,
    ) -> Self {
        let heavy = weights
            .iter()
            .enumerate()
            .filter(|(_, weight)| **weight > 0.0);
        let (children, weights): (Vec<usize>, Vec<f64>) = heavy.unzip();
        let cell = |child: &usize, unit: usize| score(*child, unit).unwrap_or(f64::NAN);
        let rows = (0..units).flat_map(|unit| children.iter().map(move |child| (child, unit)));
        let rows = rows.map(|(child, unit)| cell(child, unit)).collect();
        let starts = (0..units).step_by(LANES);
        let tiles = starts.flat_map(|start| children.iter().map(move |child| (child, start)));
        let lanes = |(child, start): (&usize, usize)| {
            let lane = |lane: usize| {
                let unit = start + lane;
                if unit < units {
                    cell(child, unit)
                } else {
                    f64::NAN
                }
            };
            std::array::from_fn(lane)
        };
        Self {
            tiles: tiles.map(lanes).collect(),
            least: TIE * weights.iter().sum::<f64>(),
            units,
            weights,
            rows,
        }
    }

    /// How the order of two units stands: 1 when the first is ahead, −1 when the second is, 0 for a tie.
    fn sign(&self, margin: f64) -> i32 {
        i32::from(margin > self.least) - i32::from(margin < -self.least)
    }

    /// Calls `each(a, b, sign)` for every pair of units, `a` before `b`.
    pub(crate) fn signs(&self, mut each: impl FnMut(usize, usize, i32)) {
        self.meet(
            |row, tile| margins(row, tile, &self.weights),
            |a, b, margins, lane| {
                let margin = margins.get(lane).copied().unwrap_or_default();
                each(a, b, self.sign(margin));
            },
        );
    }

    /// Calls `each(a, b, comparison)` for every pair of units, `a` before `b`.
    pub(crate) fn comparisons(&self, mut each: impl FnMut(usize, usize, Comparison)) {
        self.meet(
            |row, tile| sums(row, tile, &self.weights),
            |a, b, sums, lane| {
                let at = |lanes: &Lanes| lanes.get(lane).copied().unwrap_or_default();
                let (above, below, known) = (at(&sums.above), at(&sums.below), at(&sums.known));
                each(
                    a,
                    b,
                    Comparison {
                        above,
                        below,
                        known,
                    },
                );
            },
        );
    }

    /// How many units one unit is ahead of, level with and behind.
    pub(crate) fn standing(&self, unit: usize) -> [usize; 3] {
        let width = self.weights.len().max(1);
        let mut found = [0; 3];
        let Some(row) = self.rows.chunks_exact(width).nth(unit) else {
            return found;
        };
        for (number, tile) in self.tiles.chunks_exact(width).enumerate() {
            let rivals = (number * LANES..self.units).zip(margins(row, tile, &self.weights));
            for (_, margin) in rivals.filter(|(rival, _)| *rival != unit) {
                let [ahead, level, behind] = &mut found;
                match self.sign(margin) {
                    1 => *ahead += 1,
                    0 => *level += 1,
                    _ => *behind += 1,
                }
            }
        }
        found
    }

    /// Lets every row meet its own tile and those behind it.
    fn meet<T>(
        &self,
        sums: impl Fn(&[f64], &[Lanes]) -> T,
        mut each: impl FnMut(usize, usize, &T, usize),
    ) {
        let width = self.weights.len().max(1);
        for (block, rows) in self.rows.chunks(BLOCK * width).enumerate() {
            let start = block * BLOCK;
            let tiles = self.tiles.chunks_exact(width).enumerate();
            for (tile, lanes) in tiles.skip(start / LANES) {
                let first = tile * LANES;
                let end = (first + LANES).min(self.units);
                for (a, row) in (start..end).zip(rows.chunks_exact(width)) {
                    let found = sums(row, lanes);
                    for b in first.max(a + 1)..end {
                        each(a, b, &found, b - first);
                    }
                }
            }
        }
    }
}

/// `Σ w·(a > b) − Σ w·(a < b)` for each unit `b` of a tile.
fn margins(row: &[f64], tile: &[Lanes], weights: &[f64]) -> Lanes {
    let mut sums = [0.0; LANES];
    for ((&a, lanes), &weight) in row.iter().zip(tile).zip(weights) {
        for (sum, &b) in sums.iter_mut().zip(lanes) {
            *sum += if a > b { weight } else { 0.0 };
            *sum -= if a < b { weight } else { 0.0 };
        }
    }
    sums
}

fn sums(row: &[f64], tile: &[Lanes], weights: &[f64]) -> Sums {
    let mut sums = Sums::default();
    for ((&a, lanes), &weight) in row.iter().zip(tile).zip(weights) {
        let found = sums.above.iter_mut().zip(&mut sums.below);
        for (((above, below), known), &b) in found.zip(&mut sums.known).zip(lanes) {
            *above += if a > b { weight } else { 0.0 };
            *below += if a < b { weight } else { 0.0 };
            *known += if a >= b || a < b { weight } else { 0.0 };
        }
    }
    sums
}
