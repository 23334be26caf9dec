//! What there is to say about a grid before it is handed in.

use yanzhi_kernel::{Text, word_list};

use crate::{Content, Place, rules::typed::TypedFault, rules::typed::read_typed};

word_list! {
    /// How much a finding weighs.
    Severity, "severity" {
        /// It is not handed in.
        Error = "error",
        /// It is handed in with an explanation, which stays with the figure.
        Warning = "warning",
        /// For the reviewer alone, and never an accusation.
        Hint = "hint",
    }
}

/// Something to say about a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The cell, by its number.
    pub cell: i64,
    /// What it is, as a stable word.
    pub code: String,
    /// How much it weighs.
    pub severity: Severity,
    /// What is wrong, and what to do.
    pub message: Text,
}

/// A cell with all that is looked at.
#[derive(Clone, Copy, Debug)]
pub struct CellContext<'a> {
    /// Its number.
    pub number: i64,
    /// Its place.
    pub place: &'a Place,
    /// What is said.
    pub content: &'a Content,
}

/// What there is to say about the cells of a submission, in their order.
pub fn findings(cells: &[CellContext<'_>]) -> Vec<Finding> {
    cells.iter().filter_map(of_cell).collect()
}

fn of_cell(cell: &CellContext<'_>) -> Option<Finding> {
    let finding = |code: &str, message| Finding {
        cell: cell.number,
        code: code.to_owned(),
        severity: Severity::Error,
        message,
    };
    let content = cell.content;
    if !content.is_filled() {
        let message = Text::new(
            "此格为空：请填写数值，或说明无数据的原因。",
            "This cell is empty: fill in the figure, or say why there is none.",
        );
        return Some(finding("required", message));
    }
    if content.missing.is_some() {
        return None;
    }
    let message = match read_typed(&content.text).err()? {
        TypedFault::NotANumber => Text::new(
            format!("“{}”不是数值：请填写如 12.5 的数字。", content.text),
            format!(
                "{:?} is not a number: write one such as 12.5.",
                content.text
            ),
        ),
        TypedFault::OutOfRange => Text::new(
            "数值超出可记录的范围：请核对位数和计量单位。",
            "The number is beyond what can be kept: check its digits and its unit of measure.",
        ),
    };
    Some(finding("number-format", message))
}

/// What keeps a submission from being handed in: errors, and warnings without an explanation.
pub(crate) fn blocking(findings: &[Finding], explained: impl Fn(i64) -> bool) -> Vec<&Finding> {
    let blocks = |finding: &&Finding| match finding.severity {
        Severity::Error => true,
        Severity::Warning => !explained(finding.cell),
        Severity::Hint => false,
    };
    findings.iter().filter(blocks).collect()
}

#[cfg(test)]
mod tests {
    use yanzhi_kernel::MissingReason;

    use super::*;

    fn codes(text: &str, missing: Option<MissingReason>) -> Vec<String> {
        let content = Content {
            text: text.to_owned(),
            missing,
            ..Content::default()
        };
        let place = Place {
            indicator: "RD".parse().unwrap(),
            unit: "A".parse().unwrap(),
            caliber: "ALL".parse().unwrap(),
            period: "2025".parse().unwrap(),
        };
        let cell = CellContext {
            number: 1,
            place: &place,
            content: &content,
        };
        findings(&[cell]).into_iter().map(|it| it.code).collect()
    }

    #[test]
    fn an_empty_cell_needs_a_figure_or_a_reason() {
        assert_eq!(codes("", None), ["required"]);
        assert!(codes("", Some(MissingReason::NotCollected)).is_empty());
        assert_eq!(codes("约三", None), ["number-format"]);
        assert!(codes("3.1", None).is_empty());
    }

    #[test]
    fn errors_block_and_warnings_do_until_they_are_explained() {
        let finding = |cell, severity| Finding {
            cell,
            code: "x".to_owned(),
            severity,
            message: Text::default(),
        };
        let found = [
            finding(1, Severity::Error),
            finding(2, Severity::Warning),
            finding(3, Severity::Warning),
            finding(4, Severity::Hint),
        ];
        let blocking = blocking(&found, |cell| cell <= 2);
        let cells: Vec<i64> = blocking.iter().map(|it| it.cell).collect();
        assert_eq!(cells, [1, 3]);
    }
}
