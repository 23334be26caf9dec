//! Expressions of derived indicators, and checks.

use super::{EXPRESSION_INVALID, Fault, INDICATOR_DERIVED};

/// What is wrong with an expression, in the words of the formula.
pub(crate) fn expression(fault: yanzhi_formula::Fault) -> Fault {
    Fault {
        code: EXPRESSION_INVALID,
        what: fault.what,
        remedy: fault.remedy,
    }
}

/// A figure of an indicator that is computed.
pub(crate) fn reported(code: &str) -> Fault {
    Fault::plain(
        INDICATOR_DERIVED,
        (
            format!("“{code}”是派生指标，由算式计算，不填报"),
            format!("\"{code}\" is a derived indicator: it is computed and not reported"),
        ),
        (
            "删去这一行，或删去该指标的算式",
            "remove the row, or the expression of the indicator",
        ),
    )
}

/// What is wrong with a check, in its own words.
pub(crate) fn check(flaw: yanzhi_checks::Flaw) -> Fault {
    Fault {
        code: flaw.code,
        what: flaw.what,
        remedy: flaw.remedy,
    }
}
