//! Where reading stopped and why: light enough to be made at every turn that the parser tries.

use winnow::{
    LocatingSlice,
    error::{ErrMode, ParserError},
    stream::{Location, TokenSlice},
};
use yanzhi_kernel::Code;

use crate::{function::Function, span::Span, token::Token};

#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Slip {
    pub(crate) kind: SlipKind,
    pub(crate) span: Span,
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) enum SlipKind {
    Character(char),
    Percent,
    NumberTooLarge,
    NumberGlued,
    StepCount,
    BracketUnclosed,
    Code,
    Empty,
    TooLong,
    TooDeep,
    /// A value should stand here.
    Operand,
    /// A sign should stand here, or the end.
    Operator,
    Unfinished,
    Unclosed,
    Unopened,
    ComparisonChain,
    PowerChain,
    FunctionUnknown(Code),
    Arguments(Function),
}

impl Slip {
    pub(crate) const fn new(kind: SlipKind, span: Span) -> Self {
        Self { kind, span }
    }

    /// This is it: no other turn is tried.
    pub(crate) const fn cut(self) -> ErrMode<Self> {
        ErrMode::Cut(self)
    }

    pub(crate) fn placed(mut self, place: impl Fn(Span) -> Span) -> Self {
        self.span = place(self.span);
        self
    }
}

impl ParserError<LocatingSlice<&str>> for Slip {
    type Inner = Self;

    fn from_input(input: &LocatingSlice<&str>) -> Self {
        let start = input.current_token_start();
        match input.chars().next() {
            Some(it) => {
                let kind = match it {
                    '%' | '‰' => SlipKind::Percent,
                    other => SlipKind::Character(other),
                };
                Self::new(kind, Span::new(start, start + it.len_utf8()))
            }
            None => Self::new(SlipKind::Unfinished, Span::new(start, start)),
        }
    }

    fn into_inner(self) -> Result<Self::Inner, Self> {
        Ok(self)
    }
}

impl ParserError<TokenSlice<'_, Token>> for Slip {
    type Inner = Self;

    fn from_input(input: &TokenSlice<'_, Token>) -> Self {
        let end = || input.previous_tokens().next().map_or(0, |it| it.span.end);
        match input.first() {
            Some(token) => Self::new(SlipKind::Operand, token.span),
            None => Self::new(SlipKind::Unfinished, Span::new(end(), end())),
        }
    }

    fn into_inner(self) -> Result<Self::Inner, Self> {
        Ok(self)
    }
}
