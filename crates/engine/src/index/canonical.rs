//! The documented byte form of a result, of which the content hash is taken.

use std::io::{self, Write};

use super::Index;

impl Index {
    /// Writes the whole result in a form that is the same to the byte on every machine and for any
    /// number of threads.
    ///
    /// The form is UTF-8 text, lines end with LF. A *name* is written as its length in bytes, a colon
    /// and the name (`4:2023`), so no name can be mistaken for anything else. A *number* is the 16
    /// lower-case hexadecimal digits of its IEEE 754 bits (`4059000000000000` is 100).
    ///
    /// ```text
    /// yanzhi-index 1
    /// periods N           followed by a line for each: name
    /// units N             followed by a line for each: name
    /// nodes N             followed by a line for each, in tree order: level, name, weight among
    ///                     siblings (number), share in the index (number), with a space between
    /// own N               only where a rule gives every unit its own weights: for each such node, in
    ///                     tree order, its name and then for each period the units' weights (number,
    ///                     `-` where there is none) with a space between
    /// scores              followed by a line for each period and in it each node in tree order: the
    ///                     units' cells with a space between. A cell is `score:rank` (number, decimal)
    ///                     or `-` where there is no score
    /// end
    /// ```
    ///
    /// # Errors
    /// Those of the writer.
    pub fn write_canonical(&self, out: &mut impl Write) -> io::Result<()> {
        writeln!(out, "yanzhi-index 1")?;
        writeln!(out, "periods {}", self.periods.len())?;
        for period in &self.periods {
            writeln!(out, "{}:{period}", period.len())?;
        }
        writeln!(out, "units {}", self.units.len())?;
        for unit in &self.units {
            writeln!(out, "{}:{}", unit.code.len(), unit.code)?;
        }
        self.write_nodes(out)?;
        self.write_own_weights(out)?;
        writeln!(out, "scores")?;
        for period in 0..self.periods.len() {
            for node in 0..self.nodes().len() {
                self.write_scores(out, period, node)?;
            }
        }
        writeln!(out, "end")
    }

    fn write_nodes(&self, out: &mut impl Write) -> io::Result<()> {
        writeln!(out, "nodes {}", self.nodes().len())?;
        let weights = self.weights.iter().zip(&self.effective_weights);
        for (position, (node, (weight, share))) in self.nodes().iter().zip(weights).enumerate() {
            let level = self.framework.level(position).unwrap_or_default();
            let (weight, share) = (weight.to_bits(), share.to_bits());
            let (length, code) = (node.code.len(), &node.code);
            writeln!(out, "{level} {length}:{code} {weight:016x} {share:016x}")?;
        }
        Ok(())
    }

    fn write_own_weights(&self, out: &mut impl Write) -> io::Result<()> {
        if self.own_weights.is_empty() {
            return Ok(());
        }
        writeln!(out, "own {}", self.own_weights.len())?;
        for (&node, own) in &self.own_weights {
            let code = self.nodes().get(node).map_or("", |node| node.code.as_str());
            writeln!(out, "{}:{code}", code.len())?;
            for period in 0..self.periods.len() {
                for unit in 0..self.units.len() {
                    let gap = if unit == 0 { "" } else { " " };
                    match own.weights.get(period, unit) {
                        Some(weight) => write!(out, "{gap}{:016x}", weight.to_bits())?,
                        None => write!(out, "{gap}-")?,
                    }
                }
                writeln!(out)?;
            }
        }
        Ok(())
    }

    fn write_scores(&self, out: &mut impl Write, period: usize, node: usize) -> io::Result<()> {
        for unit in 0..self.units.len() {
            let gap = if unit == 0 { "" } else { " " };
            match (
                self.score(period, node, unit),
                self.rank(period, node, unit),
            ) {
                (Some(score), Some(rank)) => {
                    write!(out, "{gap}{:016x}:{rank}", score.to_bits())?;
                }
                _ => write!(out, "{gap}-")?,
            }
        }
        writeln!(out)
    }
}
