//! The words and signs of an expression.

use winnow::{
    LocatingSlice, ModalResult, Parser,
    ascii::digit1,
    combinator::{alt, opt, preceded, repeat, terminated},
    stream::Location,
    token::{any, one_of, take_till, take_while},
};
use yanzhi_kernel::Code;

use crate::{
    half_width::HalfWidth,
    slip::{Slip, SlipKind},
    span::Span,
    tree::Step,
};

#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Word {
    Number(f64),
    Step(Step),
    /// A code or the name of a function: which it is, the next token says.
    Name(Code),
    /// A code in brackets.
    Bracketed(Code),
    Sign(Sign),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sign {
    Plus,
    Minus,
    Times,
    Over,
    Caret,
    Less,
    AtMost,
    Greater,
    AtLeast,
    Equal,
    Unequal,
    And,
    Or,
    Not,
    Open,
    Close,
    Comma,
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Token {
    pub(crate) word: Word,
    pub(crate) span: Span,
}

type Input<'t> = LocatingSlice<&'t str>;

/// Takes a text apart. Places are those of the text as it was written.
pub(crate) fn tokens(text: &str) -> Result<Vec<Token>, Slip> {
    let half = HalfWidth::of(text);
    let original = |span: Span| half.original(span.start, span.end);
    let mut tokens: Vec<Token> = preceded(space, repeat(0.., terminated(token, space)))
        .parse(LocatingSlice::new(half.text.as_str()))
        .map_err(|error| error.into_inner().placed(original))?;
    for Token { span, .. } in &mut tokens {
        *span = original(*span);
    }
    Ok(tokens)
}

fn space(input: &mut Input<'_>) -> ModalResult<(), Slip> {
    take_while(0.., char::is_whitespace)
        .void()
        .parse_next(input)
}

fn token(input: &mut Input<'_>) -> ModalResult<Token, Slip> {
    let start = input.current_token_start();
    let word = alt((number, bracketed, name, sign)).parse_next(input)?;
    Ok(Token {
        word,
        span: Span::new(start, input.previous_token_end()),
    })
}

/// A number, or with a letter at its end a step in time.
fn number(input: &mut Input<'_>) -> ModalResult<Word, Slip> {
    let start = input.current_token_start();
    let exponent = (one_of(['e', 'E']), opt(one_of(['+', '-'])), digit1);
    let digits = (digit1, opt(('.', digit1)), opt(exponent))
        .take()
        .parse_next(input)?;
    let tail = take_while(0.., |it| is_of_a_name(it) || it == '.').parse_next(input)?;
    let refused = |kind| Slip::new(kind, Span::new(start, input.previous_token_end())).cut();
    match tail {
        "" => match digits.parse::<f64>() {
            Ok(number) if number.is_finite() => Ok(Word::Number(number)),
            _ => Err(refused(SlipKind::NumberTooLarge)),
        },
        letter => match months_of(letter) {
            Some(months_each) => match digits.parse() {
                Ok(count @ 1..=LONGEST_STEP) => Ok(Word::Step(Step { count, months_each })),
                _ => Err(refused(SlipKind::StepCount)),
            },
            None => Err(refused(SlipKind::NumberGlued)),
        },
    }
}

/// Steps of more than a thousand months or years lead nowhere.
const LONGEST_STEP: u16 = 1_000;

fn months_of(letter: &str) -> Option<u8> {
    match letter {
        "y" => Some(12),
        "h" => Some(6),
        "q" => Some(3),
        "m" => Some(1),
        _ => None,
    }
}

fn bracketed(input: &mut Input<'_>) -> ModalResult<Word, Slip> {
    let start = input.current_token_start();
    '['.parse_next(input)?;
    let inside = take_till(0.., ']').parse_next(input)?;
    let refused = |kind, input: &Input<'_>| {
        Err(Slip::new(kind, Span::new(start, input.previous_token_end())).cut())
    };
    if opt(']').parse_next(input)?.is_none() {
        return refused(SlipKind::BracketUnclosed, input);
    }
    match inside.trim().parse() {
        Ok(code) => Ok(Word::Bracketed(code)),
        Err(_) => refused(SlipKind::Code, input),
    }
}

fn name(input: &mut Input<'_>) -> ModalResult<Word, Slip> {
    let start = input.current_token_start();
    let name = (
        one_of(|it: char| it.is_ascii_alphabetic()),
        take_while(0.., is_of_a_name),
    )
        .take()
        .parse_next(input)?;
    match name {
        "and" => Ok(Word::Sign(Sign::And)),
        "or" => Ok(Word::Sign(Sign::Or)),
        "not" => Ok(Word::Sign(Sign::Not)),
        _ => name.parse().map(Word::Name).map_err(|_| {
            Slip::new(SlipKind::Code, Span::new(start, input.previous_token_end())).cut()
        }),
    }
}

const fn is_of_a_name(it: char) -> bool {
    it.is_ascii_alphanumeric() || it == '_'
}

fn sign(input: &mut Input<'_>) -> ModalResult<Word, Slip> {
    let of_two = alt((
        "<=".value(Sign::AtMost),
        ">=".value(Sign::AtLeast),
        "<>".value(Sign::Unequal),
        "!=".value(Sign::Unequal),
        "==".value(Sign::Equal),
    ));
    let of_one = any.verify_map(|it| match it {
        '+' => Some(Sign::Plus),
        '-' => Some(Sign::Minus),
        '*' => Some(Sign::Times),
        '/' => Some(Sign::Over),
        '^' => Some(Sign::Caret),
        '<' => Some(Sign::Less),
        '>' => Some(Sign::Greater),
        '=' => Some(Sign::Equal),
        '(' => Some(Sign::Open),
        ')' => Some(Sign::Close),
        ',' => Some(Sign::Comma),
        _ => None,
    });
    alt((of_two, of_one)).map(Word::Sign).parse_next(input)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<Word> {
        tokens(text)
            .unwrap()
            .into_iter()
            .map(|it| it.word)
            .collect()
    }

    fn slip(text: &str) -> (SlipKind, &str) {
        let slip = tokens(text).unwrap_err();
        (slip.kind, slip.span.of(text))
    }

    #[test]
    fn words_and_signs_are_told_apart() {
        let code = |text: &str| text.parse::<Code>().unwrap();
        assert_eq!(
            words(" RD_1*2.5e1 -[A.1-b]>=not(lag , 3q) "),
            [
                Word::Name(code("RD_1")),
                Word::Sign(Sign::Times),
                Word::Number(25.0),
                Word::Sign(Sign::Minus),
                Word::Bracketed(code("A.1-b")),
                Word::Sign(Sign::AtLeast),
                Word::Sign(Sign::Not),
                Word::Sign(Sign::Open),
                Word::Name(code("lag")),
                Word::Sign(Sign::Comma),
                Word::Step(Step {
                    count: 3,
                    months_each: 3
                }),
                Word::Sign(Sign::Close),
            ]
        );
        assert_eq!(words("RD÷GDP"), words("RD / GDP"));
        assert_eq!(words("  "), []);
    }

    #[test]
    fn whatever_is_neither_is_refused_where_it_stands() {
        for (text, kind, place) in [
            ("GDP / 人口", SlipKind::Character('人'), "人"),
            ("A.1", SlipKind::Character('.'), "."),
            ("GDP * 5%", SlipKind::Percent, "%"),
            ("2GDP + 1", SlipKind::NumberGlued, "2GDP"),
            ("1.2.3", SlipKind::NumberGlued, "1.2.3"),
            ("1e999", SlipKind::NumberTooLarge, "1e999"),
            ("lag(X, 0y)", SlipKind::StepCount, "0y"),
            ("lag(X, 1.5y)", SlipKind::StepCount, "1.5y"),
            ("1 + [A.1", SlipKind::BracketUnclosed, "[A.1"),
            ("1 + [宁波]", SlipKind::Code, "[宁波]"),
        ] {
            assert_eq!(slip(text), (kind, place), "{text}");
        }
    }
}
