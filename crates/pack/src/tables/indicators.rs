//! `indicators.csv`.

use std::collections::BTreeMap;

use yanzhi_formula::{Definition, Graph, Refusal};
use yanzhi_kernel::{Code, Direction, Frequency, IndicatorClass, Text, half_width};

use super::Tables;
use crate::code_list::{self, CodeList};
use crate::fault::{derived, tables::field_empty};
use crate::model::Indicator;
use crate::problem::{Findings, Place, count};
use crate::row::{Pair, Row};
use crate::table::{Spec, may, must};

pub(crate) const SPEC: Spec = Spec {
    file: "indicators.csv",
    is_required: true,
    max_rows: 10_000,
    columns: &[
        must("code"),
        must("name_zh"),
        must("name_en"),
        must("measure_unit_zh"),
        must("measure_unit_en"),
        must("direction"),
        must("class"),
        must("frequency"),
        may("owner"),
        must("decimals"),
        must("definition_zh"),
        must("definition_en"),
        may("formula_zh"),
        may("formula_en"),
        may("source"),
        may("expression"),
    ],
};

/// The indicators, and which of their codes may have values with a percent sign.
pub(crate) struct Indicators {
    pub(crate) codes: CodeList,
    pub(crate) list: Vec<Indicator>,
    percents: Vec<bool>,
    /// Where the expressions of derived indicators stand, by the position of the code.
    expressions: BTreeMap<u32, Place>,
}

impl Indicators {
    /// Whether every indicator was read without fault.
    pub(crate) fn is_whole(&self) -> bool {
        self.codes.is_whole && self.codes.len() == self.list.len()
    }

    /// The code of an indicator that is derived.
    pub(crate) fn derived(&self, position: u32) -> Option<&Code> {
        self.expressions.get(&position)?;
        self.codes.code(position)
    }

    /// Brings the expressions into order, noting all that is wrong with them. Nothing where indicators are missing.
    pub(crate) fn graph(&self, findings: &mut Findings) -> Option<Graph> {
        if !self.is_whole() {
            return None;
        }
        let definitions = self.list.iter().map(|indicator| Definition {
            indicator: &indicator.code,
            measure_unit: &indicator.measure_unit.zh,
            expression: indicator.expression.as_deref(),
        });
        let refusals = match Graph::new(definitions) {
            Ok(graph) => return Some(graph),
            Err(refusals) => refusals,
        };
        for Refusal { indicator, fault } in refusals {
            let position = self.codes.find(indicator.as_str());
            let place = position.and_then(|it| self.expressions.get(&it).copied());
            let of = self.list.iter().find(|it| it.code == indicator);
            let text = of.and_then(|it| it.expression.as_deref());
            let before = text.and_then(|text| text.get(..fault.span.start));
            let place = place.unwrap_or_else(|| Place::top(SPEC.file));
            findings.add(place.behind(before.unwrap_or_default()), || {
                derived::expression(fault)
            });
        }
        None
    }

    pub(crate) fn is_percent(&self, position: u32) -> bool {
        let position = usize::try_from(position).ok();
        position
            .and_then(|it| self.percents.get(it))
            .copied()
            .unwrap_or_default()
    }
}

pub(crate) fn read(
    tables: &mut Tables<'_, '_>,
    units: &CodeList,
    sources: &CodeList,
) -> Indicators {
    let mut codes = CodeList::new(code_list::INDICATORS);
    let (mut list, mut percents) = (Vec::new(), Vec::new());
    let mut expressions = BTreeMap::new();
    let is_whole = tables.each(&SPEC, |row, findings| {
        let code = codes.add(row, findings);
        let measure_unit = row.pair(Pair::MEASURE_UNIT, findings);
        if code.is_some() {
            if row.word("expression").is_some() {
                let place = row.place_of_text("expression");
                expressions.insert(count(percents.len()), place);
            }
            percents.push(is_percent(&measure_unit));
        }
        list.extend(indicator(
            row,
            code,
            measure_unit,
            (units, sources),
            findings,
        ));
    });
    codes.is_whole &= is_whole;
    Indicators {
        codes,
        list,
        percents,
        expressions,
    }
}

fn is_percent(measure_unit: &Text) -> bool {
    [&measure_unit.zh, &measure_unit.en]
        .into_iter()
        .any(|text| half_width(text).trim() == "%")
}

fn indicator(
    row: &Row<'_>,
    code: Option<Code>,
    measure_unit: Text,
    (units, sources): (&CodeList, &CodeList),
    findings: &mut Findings,
) -> Option<Indicator> {
    let name = row.needed_pair(Pair::NAME, findings);
    let direction = row.choice("direction", Direction::WORDS, findings);
    let class = row.choice("class", IndicatorClass::WORDS, findings);
    let frequency = row.choice("frequency", Frequency::WORDS, findings);
    let owner = units.named_code(row, "owner", findings);
    let decimals = row.needed_word("decimals", findings);
    let decimals = decimals.and_then(|_| row.integer("decimals", (0, 10), findings));
    let definition = row.pair(Pair::DEFINITION, findings);
    if definition.zh.is_empty() && definition.en.is_empty() {
        row.refuse("definition_zh", findings, || field_empty("definition_zh"));
    }
    let formula = row.pair(Pair::FORMULA, findings);
    let source = sources.named_code(row, "source", findings);
    let expression = row.note("expression", findings);
    Some(Indicator {
        code: code?,
        name: name?,
        measure_unit,
        direction: direction?,
        class: class?,
        frequency: frequency?,
        owner,
        decimals: u8::try_from(decimals?).ok()?,
        definition,
        formula,
        source,
        expression,
    })
}
