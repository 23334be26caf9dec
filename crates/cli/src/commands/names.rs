//! What things are called in the reader's language.

use yanzhi_kernel::Lang;
use yanzhi_pack::Pack;

/// How many are named one by one.
const NAMED: usize = 5;

/// The names of a pack in one language.
#[derive(Clone, Copy)]
pub(crate) struct Names<'a> {
    pub(crate) pack: &'a Pack,
    pub(crate) lang: Lang,
}

impl Names<'_> {
    /// The name of a unit.
    pub(crate) fn unit(&self, code: &str) -> String {
        let unit = self
            .pack
            .units
            .iter()
            .find(|unit| unit.code.as_str() == code);
        unit.map_or_else(
            || code.to_owned(),
            |unit| unit.name.get(self.lang).to_owned(),
        )
    }

    /// The name of a node: its own, or its indicator's.
    pub(crate) fn node(&self, code: &str) -> String {
        let node = self
            .pack
            .framework
            .iter()
            .find(|node| node.code.as_str() == code);
        let own = node
            .map(|node| node.name.get(self.lang))
            .filter(|name| !name.is_empty());
        let indicator = node.and_then(|node| node.indicator.as_ref());
        let indicator =
            indicator.and_then(|code| self.pack.indicators.iter().find(|it| it.code == *code));
        own.or_else(|| indicator.map(|it| it.name.get(self.lang)))
            .unwrap_or(code)
            .to_owned()
    }

    /// Who is not ranked: the first five, and how many more; nothing when everyone is.
    pub(crate) fn unranked<'b>(&self, codes: impl Iterator<Item = &'b str>) -> Option<String> {
        let mut all: Vec<String> = codes.map(|code| self.unit(code)).collect();
        let more = all.len().saturating_sub(NAMED);
        all.truncate(NAMED);
        if all.is_empty() {
            return None;
        }
        let (separator, begin) = match self.lang {
            Lang::Zh => ("、", "未排名："),
            Lang::En => (", ", "not ranked: "),
        };
        let end = match (self.lang, more) {
            (_, 0) => String::new(),
            (Lang::Zh, more) => format!("，另有 {more} 个"),
            (Lang::En, more) => format!(" and {more} more"),
        };
        Some(format!("{begin}{}{end}", all.join(separator)))
    }

    /// The mark of generated figures, when any are shown.
    pub(crate) fn synthetic_mark(&self) -> Option<&'static str> {
        let caliber = &self.pack.strategy.scoring.caliber;
        let is_scored = |it: &&yanzhi_pack::Observation| {
            self.pack
                .calibers
                .get(usize::from(it.caliber))
                .is_some_and(|known| known.code == *caliber)
        };
        let has = self
            .pack
            .observations
            .iter()
            .filter(is_scored)
            .any(|it| it.is_synthetic);
        has.then_some(match self.lang {
            Lang::Zh => "演示数据：数值为生成，非真实统计",
            Lang::En => "Synthetic demonstration data (演示数据), not real statistics",
        })
    }
}
