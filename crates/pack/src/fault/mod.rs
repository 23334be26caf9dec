//! Every kind of problem: its stable code and its words. Only the words; who finds them is elsewhere.

pub(crate) mod codes;
pub(crate) mod derived;
pub(crate) mod descriptors;
pub(crate) mod files;
pub(crate) mod frameworks;
mod method_steps;
pub(crate) mod methods;
pub(crate) mod settings;
pub(crate) mod tables;
pub(crate) mod values;

use yanzhi_kernel::Text;

/// What is wrong and what to do about it, without its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Fault {
    pub(crate) code: &'static str,
    pub(crate) what: Text,
    pub(crate) remedy: Text,
}

impl Fault {
    /// `what` and `remedy` as (Chinese, English).
    fn new(code: &'static str, what: (String, String), remedy: (String, String)) -> Self {
        Self {
            code,
            what: Text::new(what.0, what.1),
            remedy: Text::new(remedy.0, remedy.1),
        }
    }

    /// With a remedy that names nothing in particular.
    fn plain(code: &'static str, what: (String, String), remedy: (&str, &str)) -> Self {
        Self {
            code,
            what: Text::new(what.0, what.1),
            remedy: Text::new(remedy.0, remedy.1),
        }
    }
}

/// `（是否为“…”？）` and ` (did you mean "…"?)`, or nothing.
fn hint(nearest: Option<&str>) -> (String, String) {
    nearest.map_or_else(Default::default, |word| {
        (
            format!("（是否为“{word}”？）"),
            format!(" (did you mean \"{word}\"?)"),
        )
    })
}

/// Names as messages list them: not all of many.
fn listed<'a>(names: impl ExactSizeIterator<Item = &'a str>, separator: &str) -> String {
    const MOST: usize = 20;
    let is_more = names.len() > MOST;
    let mut shown: Vec<String> = names.take(MOST).map(shown).collect();
    if is_more {
        shown.push("…".to_owned());
    }
    shown.join(separator)
}

/// A text from a file as messages show it: on one line, and not all of a long one.
pub(crate) fn shown(text: &str) -> String {
    const LONGEST: usize = 60;
    let is_longer = text.chars().nth(LONGEST).is_some();
    let one_line = text.chars().take(LONGEST);
    let mut shown: String = one_line
        .map(|it| if it.is_control() { '\u{fffd}' } else { it })
        .collect();
    if is_longer {
        shown.push('…');
    }
    shown
}

/// The constants of the codes, and the list of them all, with those that come with a name of their own.
macro_rules! codes {
    ({ $($name:ident = $word:literal,)+ } and of the checks { $($own:literal,)+ }) => {
        $(pub(crate) const $name: &str = $word;)+
        /// Every code a [`Problem`](crate::Problem) can have, as `docs/pack-format.md` explains them.
        pub const CODES: &[&str] = &[$($word,)+ $($own),+];
    };
}

codes! { {
    FOLDER_UNREADABLE = "folder_unreadable",
    FILE_MISSING = "file_missing",
    FILE_UNREADABLE = "file_unreadable",
    FILE_NOT_REGULAR = "file_not_regular",
    FILE_TOO_LARGE = "file_too_large",
    FILE_CHANGED = "file_changed",
    FILE_NOT_TEXT = "file_not_text",
    PATH_NOT_ALLOWED = "path_not_allowed",
    JSON_SYNTAX = "json_syntax",
    DESCRIPTOR_KEY_MISSING = "descriptor_key_missing",
    DESCRIPTOR_WRONG_KIND = "descriptor_wrong_kind",
    DESCRIPTOR_DUPLICATE = "descriptor_duplicate",
    RESOURCE_NAME = "resource_name",
    RESOURCE_MISSING = "resource_missing",
    SCHEMA_DIFFERS = "schema_differs",
    TOML_SYNTAX = "toml_syntax",
    KEY_UNKNOWN = "key_unknown",
    KEY_MISSING = "key_missing",
    KEY_WRONG_KIND = "key_wrong_kind",
    TIME_ZONE = "time_zone",
    NO_SCORED_UNITS = "no_scored_units",
    TABLE_EMPTY = "table_empty",
    TABLE_TOO_LONG = "table_too_long",
    RECORD_TOO_LONG = "record_too_long",
    DELIMITER = "delimiter",
    COLUMN_MISSING = "column_missing",
    COLUMN_UNKNOWN = "column_unknown",
    COLUMN_DUPLICATE = "column_duplicate",
    FIELD_COUNT = "field_count",
    FIELD_EMPTY = "field_empty",
    FIELD_TOO_LONG = "field_too_long",
    QUOTE_UNCLOSED = "quote_unclosed",
    QUOTE_STRAY = "quote_stray",
    CONTROL_CHARACTER = "control_character",
    CODE_INVALID = "code_invalid",
    CODE_RESERVED = "code_reserved",
    CODE_UNKNOWN = "code_unknown",
    CODE_DUPLICATE = "code_duplicate",
    KEY_DUPLICATE = "key_duplicate",
    UNIT_CYCLE = "unit_cycle",
    AREA_DIFFERS = "area_differs",
    EXPRESSION_INVALID = "expression_invalid",
    INDICATOR_DERIVED = "indicator_derived",
    WORD_UNKNOWN = "word_unknown",
    PERIOD_INVALID = "period_invalid",
    INTEGER_INVALID = "integer_invalid",
    GB2260_INVALID = "gb2260_invalid",
    TILE_INCOMPLETE = "tile_incomplete",
    VALUE_MISSING = "value_missing",
    VALUE_GROUPING = "value_grouping",
    VALUE_MAGNITUDE = "value_magnitude",
    VALUE_PERCENT = "value_percent",
    VALUE_FORMULA = "value_formula",
    VALUE_NOT_FINITE = "value_not_finite",
    VALUE_OUT_OF_RANGE = "value_out_of_range",
    VALUE_DATE = "value_date",
    VALUE_LEADING_ZERO = "value_leading_zero",
    VALUE_NOT_A_NUMBER = "value_not_a_number",
    FRAMEWORK_EMPTY = "framework_empty",
    FRAMEWORK_NO_ROOT = "framework_no_root",
    FRAMEWORK_MANY_ROOTS = "framework_many_roots",
    FRAMEWORK_CYCLE = "framework_cycle",
    FRAMEWORK_LEAF = "framework_leaf",
    FRAMEWORK_BRANCH = "framework_branch",
    FRAMEWORK_INDICATOR_TWICE = "framework_indicator_twice",
    FRAMEWORK_WEIGHT = "framework_weight",
    FRAMEWORK_WEIGHT_SUM = "framework_weight_sum",
    FRAMEWORK_NAME = "framework_name",
    FRAMEWORK_INVALID = "framework_invalid",
    METHOD_WORD = "method_word",
    METHOD_STEPS = "method_steps",
    METHOD_NO_RULE = "method_no_rule",
    METHOD_PARAMETER = "method_parameter",
    METHOD_PERIOD = "method_period",
    METHOD_LEVEL = "method_level",
    METHOD_DIRECTION = "method_direction",
    METHOD_STEP = "method_step",
    METHOD_INVALID = "method_invalid",
} and of the checks {
    "check_key_missing",
    "check_key_unknown",
    "check_value",
    "check_word",
    "check_code_unknown",
    "check_condition",
    "check_hint",
} }
