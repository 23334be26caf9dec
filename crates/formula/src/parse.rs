//! From tokens to a tree.

use winnow::{
    ModalResult, Parser,
    combinator::{Infix, alt, expression, separated},
    error::{ErrMode, ParserError},
    stream::{Stream, TokenSlice},
    token::any,
};
use yanzhi_kernel::{Code, UnitKind};

use crate::{
    function::Function,
    slip::{Slip, SlipKind},
    span::Span,
    token::{Sign, Token, Word, tokens},
    tree::{Call, Extreme, Gather, Node, Operator, Part, Step},
};

/// Bytes of the longest text.
pub(crate) const LONGEST_TEXT: usize = 4_000;
/// Words and signs of the longest expression.
pub(crate) const MOST_TOKENS: usize = 500;
/// Parentheses within parentheses, and signs before them.
pub(crate) const DEEPEST: usize = 24;
/// Figures that are looked at for one value, not counting units below.
const MOST_WORK: u32 = 5_000;

type Input<'t> = TokenSlice<'t, Token>;
type Parsed<T> = ModalResult<T, Slip>;
type Joining<'t> = Infix<Input<'t>, Part, ErrMode<Slip>>;

/// How tightly what stands before a value holds it; what stands between two values is in `joining`.
const OF_NOT: i64 = 5;
const OF_MINUS: i64 = 13;

/// Reads a text.
pub(crate) fn parse(text: &str) -> Result<Part, Slip> {
    let whole = Span::new(0, text.len());
    if text.len() > LONGEST_TEXT {
        return Err(Slip::new(SlipKind::TooLong, whole));
    }
    let tokens = tokens(text)?;
    if tokens.is_empty() {
        return Err(Slip::new(SlipKind::Empty, whole));
    }
    if tokens.len() > MOST_TOKENS {
        return Err(Slip::new(SlipKind::TooLong, whole));
    }
    refuse_depth(&tokens)?;
    let mut input = TokenSlice::new(&tokens);
    let part = sum_or_condition(0, &mut input).map_err(innermost)?;
    match input.first() {
        None if work(&part) > MOST_WORK => Err(Slip::new(SlipKind::TooDeep, whole)),
        None => Ok(part),
        Some(rest) => Err(Slip::new(leftover(rest), rest.span)),
    }
}

fn innermost(error: ErrMode<Slip>) -> Slip {
    match error {
        ErrMode::Backtrack(slip) | ErrMode::Cut(slip) => slip,
        ErrMode::Incomplete(_) => Slip::new(SlipKind::Unfinished, Span::new(0, 0)),
    }
}

/// How much is computed for one value: a rate of growth computes what it is of twice, and rates of rates double.
fn work(part: &Part) -> u32 {
    let below = part.below().into_iter().map(work);
    let sum = below.fold(1_u32, u32::saturating_add);
    match part.node {
        Node::Call(Call::Growth(..) | Call::Cagr(..)) => sum.saturating_mul(2),
        _ => sum,
    }
}

/// The parser goes down with every parenthesis and every sign before a value: before it starts, it is known how far.
fn refuse_depth(tokens: &[Token]) -> Result<(), Slip> {
    let (mut open, mut signs) = (0_usize, 0_usize);
    let mut before_value = true;
    for token in tokens {
        match token.word {
            Word::Sign(Sign::Open) => open += 1,
            Word::Sign(Sign::Close) => open = open.saturating_sub(1),
            Word::Sign(Sign::Minus | Sign::Not) if before_value => signs += 1,
            _ => {}
        }
        before_value = matches!(token.word, Word::Sign(sign) if sign != Sign::Close);
        if !before_value {
            signs = 0;
        }
        if open + signs > DEEPEST || signs > 2 {
            return Err(Slip::new(SlipKind::TooDeep, token.span));
        }
    }
    Ok(())
}

/// Why reading stopped before a token, though what came before was whole.
const fn leftover(token: &Token) -> SlipKind {
    match token.word {
        Word::Sign(Sign::Close) => SlipKind::Unopened,
        _ => SlipKind::Operator,
    }
}

fn sum_or_condition(power: i64, input: &mut Input<'_>) -> Parsed<Part> {
    expression(operand)
        .infix(joining)
        .current_precedence_level(power)
        .parse_next(input)
}

fn joining<'t>(input: &mut Input<'t>) -> Parsed<Joining<'t>> {
    let sign = any
        .verify_map(|token: &Token| match token.word {
            Word::Sign(sign) => Some(sign),
            _ => None,
        })
        .parse_next(input)?;
    Ok(match sign {
        Sign::Or => Infix::Left(1, |_, a, b| Ok(joined(Operator::Or, a, b))),
        Sign::And => Infix::Left(3, |_, a, b| Ok(joined(Operator::And, a, b))),
        Sign::Less => Infix::Left(7, |_, a, b| compared(Operator::Less, a, b)),
        Sign::AtMost => Infix::Left(7, |_, a, b| compared(Operator::AtMost, a, b)),
        Sign::Greater => Infix::Left(7, |_, a, b| compared(Operator::Greater, a, b)),
        Sign::AtLeast => Infix::Left(7, |_, a, b| compared(Operator::AtLeast, a, b)),
        Sign::Equal => Infix::Left(7, |_, a, b| compared(Operator::Equal, a, b)),
        Sign::Unequal => Infix::Left(7, |_, a, b| compared(Operator::Unequal, a, b)),
        Sign::Plus => Infix::Left(9, |_, a, b| Ok(joined(Operator::Add, a, b))),
        Sign::Minus => Infix::Left(9, |_, a, b| Ok(joined(Operator::Subtract, a, b))),
        Sign::Times => Infix::Left(11, |_, a, b| Ok(joined(Operator::Multiply, a, b))),
        Sign::Over => Infix::Left(11, |_, a, b| Ok(joined(Operator::Divide, a, b))),
        Sign::Caret => Infix::Left(15, |_, a, b| raised(a, b)),
        Sign::Not | Sign::Open | Sign::Close | Sign::Comma => {
            return Err(ErrMode::Backtrack(Slip::from_input(input)));
        }
    })
}

fn joined(operator: Operator, left: Part, right: Part) -> Part {
    Part {
        span: left.span.to(right.span),
        node: Node::Joined(operator, Box::new([left, right])),
    }
}

/// `a < b < c` means one thing to a mathematician and another to a computer.
fn compared(operator: Operator, left: Part, right: Part) -> Parsed<Part> {
    if is_bare(&left, Operator::compares) {
        let span = left.span.to(right.span);
        return Err(Slip::new(SlipKind::ComparisonChain, span).cut());
    }
    Ok(joined(operator, left, right))
}

/// So does `a ^ b ^ c` to a mathematician and to a spreadsheet.
fn raised(left: Part, right: Part) -> Parsed<Part> {
    if is_bare(&left, |it| it == Operator::Power) {
        let span = left.span.to(right.span);
        return Err(Slip::new(SlipKind::PowerChain, span).cut());
    }
    Ok(joined(Operator::Power, left, right))
}

/// Whether a part is joined by such an operator and stands in no parentheses, which would make it begin earlier.
fn is_bare(part: &Part, such: impl Fn(Operator) -> bool) -> bool {
    match &part.node {
        Node::Joined(operator, parts) => {
            let [first, _] = &**parts;
            such(*operator) && first.span.start == part.span.start
        }
        _ => false,
    }
}

/// A value, with the signs before it.
fn operand(input: &mut Input<'_>) -> Parsed<Part> {
    let Some(first) = input.next_token() else {
        return Err(Slip::from_input(input).cut());
    };
    match &first.word {
        Word::Number(number) => Ok(leaf(Node::Number(*number), first.span)),
        Word::Bracketed(code) => Ok(leaf(Node::Indicator(code.clone()), first.span)),
        Word::Name(name) => match input.first() {
            Some(next) if next.word == Word::Sign(Sign::Open) => call(name, first.span, input),
            _ => Ok(leaf(Node::Indicator(name.clone()), first.span)),
        },
        Word::Sign(Sign::Minus) => {
            let of = sum_or_condition(OF_MINUS, input)?;
            let span = first.span.to(of.span);
            Ok(leaf(Node::Negated(Box::new(of)), span))
        }
        Word::Sign(Sign::Not) => {
            let of = sum_or_condition(OF_NOT, input)?;
            let span = first.span.to(of.span);
            Ok(leaf(Node::Not(Box::new(of)), span))
        }
        Word::Sign(Sign::Open) => {
            let inside = sum_or_condition(0, input)?;
            let span = first.span.to(close(first.span, input)?);
            Ok(leaf(inside.node, span))
        }
        Word::Step(_) | Word::Sign(_) => Err(Slip::new(SlipKind::Operand, first.span).cut()),
    }
}

const fn leaf(node: Node, span: Span) -> Part {
    Part { node, span }
}

/// The parenthesis that closes the one at `opened`.
fn close(opened: Span, input: &mut Input<'_>) -> Parsed<Span> {
    match input.next_token() {
        Some(token) if token.word == Word::Sign(Sign::Close) => Ok(token.span),
        None => Err(Slip::new(SlipKind::Unclosed, opened).cut()),
        Some(token) => Err(Slip::new(leftover(token), token.span).cut()),
    }
}

/// What may stand between the parentheses of a function.
#[derive(Clone, Debug)]
enum Argument {
    Part(Part),
    Step(Step),
}

fn call(name: &Code, named: Span, input: &mut Input<'_>) -> Parsed<Part> {
    let Some(function) = Function::named(name.as_str()) else {
        return Err(Slip::new(SlipKind::FunctionUnknown(name.clone()), named).cut());
    };
    let opened = input.next_token().map_or(named, |it| it.span);
    let arguments: Vec<Argument> = match input.first() {
        Some(token) if token.word == Word::Sign(Sign::Close) => Vec::new(),
        _ => separated(1.., argument, comma).parse_next(input)?,
    };
    let span = named.to(close(opened, input)?);
    match assemble(function, arguments) {
        Some(call) => Ok(leaf(Node::Call(call), span)),
        None => Err(Slip::new(SlipKind::Arguments(function), span).cut()),
    }
}

fn comma(input: &mut Input<'_>) -> Parsed<()> {
    any.verify(|token: &&Token| token.word == Word::Sign(Sign::Comma))
        .void()
        .parse_next(input)
}

fn argument(input: &mut Input<'_>) -> Parsed<Argument> {
    let step = any.verify_map(|token: &Token| match token.word {
        Word::Step(step) => Some(Argument::Step(step)),
        _ => None,
    });
    let part = |input: &mut Input<'_>| sum_or_condition(0, input).map(Argument::Part);
    alt((step, part)).parse_next(input)
}

/// A function with its arguments, or nothing where they are not those it takes.
fn assemble(function: Function, arguments: Vec<Argument>) -> Option<Call> {
    use Argument::{Part as Of, Step as Back};
    if matches!(function, Function::Coalesce | Function::Min | Function::Max) {
        let mut parts = parts(arguments).filter(|it| it.len() > 1)?;
        return Some(match function {
            Function::Coalesce => Call::Coalesce(parts.remove(0).into(), parts),
            Function::Min => Call::Extreme(Extreme::Least, parts),
            _ => Call::Extreme(Extreme::Greatest, parts),
        });
    }
    let mut arguments = arguments.into_iter();
    let given = [(); 4].map(|()| arguments.next());
    Some(match (function, given) {
        (Function::Lag, [Some(Of(of)), Some(Back(step)), None, _]) => Call::Lag(of.into(), step),
        (Function::Growth, [Some(Of(of)), Some(Back(step)), None, _]) => {
            Call::Growth(of.into(), step)
        }
        (Function::Cagr, [Some(Of(of)), Some(Back(step)), None, _]) => Call::Cagr(of.into(), step),
        (Function::Share, [Some(Of(part)), Some(Of(whole)), None, _]) => {
            Call::Share([part, whole].into())
        }
        (Function::Per, [Some(Of(of)), Some(Of(by)), Some(Of(scale)), None]) => {
            Call::Per([of, by].into(), number(&scale).filter(|it| *it > 0.0)?)
        }
        (Function::SumChildren, [Some(Of(of)), kind, None, _]) => children(Gather::Sum, of, kind)?,
        (Function::MeanChildren, [Some(Of(of)), kind, None, _]) => {
            children(Gather::Mean, of, kind)?
        }
        (Function::If, [Some(Of(condition)), Some(Of(yes)), Some(Of(no)), None]) => {
            Call::If([condition, yes, no].into())
        }
        (Function::Abs, [Some(Of(of)), None, ..]) => Call::Abs(of.into()),
        (Function::Round, [Some(Of(of)), Some(Of(decimals)), None, _]) => {
            Call::Round(of.into(), decimal_places(&decimals)?)
        }
        _ => return None,
    })
}

fn parts(arguments: Vec<Argument>) -> Option<Vec<Part>> {
    let part = |argument| match argument {
        Argument::Part(part) => Some(part),
        Argument::Step(_) => None,
    };
    arguments.into_iter().map(part).collect()
}

fn number(part: &Part) -> Option<f64> {
    match part.node {
        Node::Number(number) => Some(number),
        _ => None,
    }
}

fn decimal_places(part: &Part) -> Option<u8> {
    let number = number(part)?;
    (0..=10).find(|places| f64::from(*places).total_cmp(&number).is_eq())
}

/// Sums over units below, of one kind where one is given.
fn children(gather: Gather, of: Part, kind: Option<Argument>) -> Option<Call> {
    let kind: Option<UnitKind> = match kind {
        None => None,
        Some(Argument::Part(Part {
            node: Node::Indicator(word),
            ..
        })) => Some(word.as_str().parse().ok()?),
        Some(_) => return None,
    };
    Some(Call::Children(gather, of.into(), kind))
}
