//! An expression that was read.

use std::{collections::BTreeSet, fmt};

use yanzhi_kernel::Code;

use crate::{
    fault::Fault,
    parse::parse,
    span::Span,
    tree::{Call, Node, Part},
};

/// An expression over indicators. It is of the grammar; whether its indicators exist and its measure units fit, the
/// [`Graph`](crate::Graph) says.
#[derive(Clone, Debug, PartialEq)]
pub struct Expression {
    text: String,
    root: Part,
    readings: BTreeSet<Reading>,
}

/// Where an expression looks for figures of an indicator, as seen from the cell that it is computed for.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Reading {
    /// The indicator.
    pub indicator: Code,
    /// So many months earlier.
    pub months: i32,
    /// So many levels of units below; 0 is the unit itself.
    pub levels: u8,
}

impl Expression {
    /// Reads a text.
    ///
    /// # Errors
    ///
    /// The first [`Fault`], with its place.
    pub fn read(text: &str) -> Result<Self, Box<Fault>> {
        let root = parse(text).map_err(|slip| Box::new(Fault::of_slip(&slip, text)))?;
        let mut readings = BTreeSet::new();
        read(&root, 0, 0, &mut readings);
        Ok(Self {
            text: text.to_owned(),
            root,
            readings,
        })
    }

    /// The text as it was written.
    pub fn text(&self) -> &str {
        &self.text
    }

    pub(crate) const fn root(&self) -> &Part {
        &self.root
    }

    /// Each indicator that is named, with its places, from left to right.
    pub fn named(&self) -> Vec<(&Code, Span)> {
        fn gather<'a>(part: &'a Part, found: &mut Vec<(&'a Code, Span)>) {
            if let Node::Indicator(code) = &part.node {
                found.push((code, part.span));
            }
            for below in part.below() {
                gather(below, found);
            }
        }
        let mut found = Vec::new();
        gather(&self.root, &mut found);
        found
    }

    /// The indicators that are named, each once.
    pub fn indicators(&self) -> BTreeSet<&Code> {
        self.named().into_iter().map(|(code, _)| code).collect()
    }

    /// Where figures are looked for. When a figure changes, the cells to compute again are those from which one of
    /// these leads to it.
    pub const fn readings(&self) -> &BTreeSet<Reading> {
        &self.readings
    }
}

fn read(part: &Part, months: i32, levels: u8, found: &mut BTreeSet<Reading>) {
    if let Node::Indicator(code) = &part.node {
        found.insert(Reading {
            indicator: code.clone(),
            months,
            levels,
        });
    }
    let (mut earlier, mut below) = (months, levels);
    match &part.node {
        Node::Call(Call::Lag(_, step)) => earlier += step.months(),
        Node::Call(Call::Growth(of, step) | Call::Cagr(of, step)) => {
            read(of, months + step.months(), levels, found);
        }
        Node::Call(Call::Children(..)) => below = below.saturating_add(1),
        _ => {}
    }
    for part in part.below() {
        read(part, earlier, below, found);
    }
}

impl fmt::Display for Expression {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.text)
    }
}
