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
        unranked(codes.map(|code| self.unit(code)).collect(), self.lang)
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

fn unranked(mut names: Vec<String>, lang: Lang) -> Option<String> {
    let more = names.len().saturating_sub(NAMED);
    names.truncate(NAMED);
    if names.is_empty() {
        return None;
    }
    let (separator, begin) = match lang {
        Lang::Zh => ("、", "未排名："),
        Lang::En => (", ", "not ranked: "),
    };
    let end = match (lang, more) {
        (_, 0) => String::new(),
        (Lang::Zh, more) => format!("，另有 {more} 个"),
        (Lang::En, more) => format!(" and {more} more"),
    };
    Some(format!("{begin}{}{end}", names.join(separator)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn five_are_named_and_the_others_counted() {
        let said = |count, lang| {
            let names = ["A", "B", "C", "D", "E", "F", "G"].iter().take(count);
            unranked(names.map(ToString::to_string).collect(), lang)
        };
        assert_eq!(said(0, Lang::En), None);
        let all = "not ranked: A, B, C, D, E";
        assert_eq!(said(5, Lang::En).as_deref(), Some(all));
        assert_eq!(said(7, Lang::En), Some(format!("{all} and 2 more")));
        let zh = "未排名：A、B、C、D、E，另有 2 个";
        assert_eq!(said(7, Lang::Zh).as_deref(), Some(zh));
    }
}
