//! An expression as a tree.

use yanzhi_kernel::{Code, UnitKind};

use crate::span::Span;

/// A part of an expression, with the place it was written at.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Part {
    pub(crate) node: Node,
    pub(crate) span: Span,
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Node {
    Number(f64),
    Indicator(Code),
    Negated(Box<Part>),
    Not(Box<Part>),
    Joined(Operator, Box<[Part; 2]>),
    Call(Call),
}

/// What stands between two parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Operator {
    Add,
    Subtract,
    Multiply,
    Divide,
    Power,
    Less,
    AtMost,
    Greater,
    AtLeast,
    Equal,
    Unequal,
    And,
    Or,
}

impl Operator {
    pub(crate) const fn compares(self) -> bool {
        matches!(
            self,
            Self::Less | Self::AtMost | Self::Greater | Self::AtLeast | Self::Equal | Self::Unequal
        )
    }
}

/// A function with its arguments.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Call {
    Lag(Box<Part>, Step),
    Growth(Box<Part>, Step),
    Cagr(Box<Part>, Step),
    /// Part, whole.
    Share(Box<[Part; 2]>),
    /// What is counted, what it is counted against, how many of those.
    Per(Box<[Part; 2]>, f64),
    Children(Gather, Box<Part>, Option<UnitKind>),
    /// The first, and what is taken where it is missing.
    Coalesce(Box<Part>, Vec<Part>),
    /// Condition, value where it holds, value where it does not.
    If(Box<[Part; 3]>),
    Extreme(Extreme, Vec<Part>),
    Abs(Box<Part>),
    /// Decimals that stay.
    Round(Box<Part>, u8),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Gather {
    Sum,
    Mean,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Extreme {
    Least,
    Greatest,
}

/// A way back in time: `1y`, `2q`, `3m`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Step {
    pub(crate) count: u16,
    pub(crate) months_each: u8,
}

impl Step {
    pub(crate) fn months(self) -> i32 {
        i32::from(self.count) * i32::from(self.months_each)
    }

    /// Years, for a yearly rate.
    pub(crate) fn years(self) -> f64 {
        f64::from(self.months()) / 12.0
    }
}

impl Part {
    /// Whether it is made of numbers only.
    pub(crate) fn is_constant(&self) -> bool {
        match self.node {
            Node::Number(_) => true,
            Node::Indicator(_) => false,
            _ => self.below().into_iter().all(Self::is_constant),
        }
    }

    /// The parts directly below, from left to right.
    pub(crate) fn below(&self) -> Vec<&Self> {
        match &self.node {
            Node::Number(_) | Node::Indicator(_) => Vec::new(),
            Node::Negated(of) | Node::Not(of) => vec![of],
            Node::Joined(_, parts) => parts.iter().collect(),
            Node::Call(call) => call.arguments(),
        }
    }
}

impl Call {
    fn arguments(&self) -> Vec<&Part> {
        match self {
            Self::Lag(of, _)
            | Self::Growth(of, _)
            | Self::Cagr(of, _)
            | Self::Children(_, of, _)
            | Self::Abs(of)
            | Self::Round(of, _) => vec![of],
            Self::Share(parts) | Self::Per(parts, _) => parts.iter().collect(),
            Self::If(parts) => parts.iter().collect(),
            Self::Coalesce(first, others) => std::iter::once(&**first).chain(others).collect(),
            Self::Extreme(_, parts) => parts.iter().collect(),
        }
    }
}
