//! `yanzhi what-if`

mod asked;
mod comparison;
mod described;
mod dominances;
mod drops;
mod lifts;
mod turnings;
mod words;

use std::path::PathBuf;

use clap::Args;
use yanzhi_engine::{
    Index,
    what_if::{
        Change, Focus, WhatIfError, apply, causes, causes_between_periods, compare,
        compare_periods, dominance, drop_each, lift, turning_points,
    },
};
use yanzhi_kernel::{Lang, Text};

use super::{
    analysis::{Analysis, Subject},
    method,
};
use crate::{outcome::Outcome, watch::Watch};
use asked::{Between, Each, Figure, Reach, Weight, Within};
use comparison::Compared;
use described::described;

/// Changes, one or several at once, and the question asked of them.
///
/// Without --drop-each, --turning, --reach and --since the pack is computed as it is and with the changes, and the two runs are compared:
///
///   yanzhi what-if DIR --drop RD_GDP
///   yanzhi what-if DIR --weight GOVERNANCE=30 --weight MARKET=10 --unit 330212
///   yanzhi what-if DIR --method other.toml --format svg --out shifts.svg
///   yanzhi what-if DIR --drop-each indicators
///   yanzhi what-if DIR --since 2022 --unit 330212
///   yanzhi what-if DIR --turning 1                  how far each weight can move before the leader changes
///   yanzhi what-if DIR --dominance 0.25             which ranks are possible when each share moves by a quarter
///   yanzhi what-if DIR --reach 330203=5             the smallest change of a figure that lifts a unit to a rank
///
/// Tables (--sheet) of a comparison: summary, shifts; with --unit also causes and overtakings. Of --drop-each: drops,
/// and, only when named, shifts. Of --turning: turnings. Of --reach: lifts.
/// Of --dominance: ranks, and, only when named, pairs.
#[derive(Debug, Args)]
#[command(verbatim_doc_comment)]
pub(crate) struct Options {
    #[command(flatten)]
    analysis: Analysis,
    /// Leave out an indicator or a dimension; its siblings share out what it weighed.
    #[arg(long, value_name = "CODE")]
    drop: Vec<String>,
    /// Give an indicator or a dimension another weight among its siblings, on the scale of their weights.
    #[arg(long, value_name = "CODE=NUMBER")]
    weight: Vec<Weight>,
    /// Compute by another method.
    #[arg(long, value_name = "FILE")]
    method: Option<PathBuf>,
    /// Put another figure in the place of one; an empty one takes it out. Without a period, that of --period.
    #[arg(long, value_name = "INDICATOR,UNIT[,PERIOD]=NUMBER")]
    figure: Vec<Figure>,
    /// Leave out each indicator, or each node of a level (1 for the dimensions), in its turn.
    #[arg(long, value_name = "indicators|every|LEVEL", group = "question", conflicts_with_all = CHANGES)]
    drop_each: Option<Each>,
    /// How far the weight of each of these can move before the leader changes.
    #[arg(long, value_name = "indicators|every|LEVEL", group = "question", conflicts_with_all = CHANGES)]
    turning: Option<Each>,
    /// Which ranks each unit can have, and who beats whom, when the share of each node among its siblings may move by this part
    /// of itself; `any` lets the weights be anything.
    #[arg(long, value_name = "any|SPREAD", group = "question", conflicts_with_all = CHANGES)]
    dominance: Option<Within>,
    /// Which figure, of any single indicator, lifts a unit to a rank.
    #[arg(long, value_name = "UNIT=RANK", group = "question", conflicts_with_all = CHANGES)]
    reach: Option<Reach>,
    /// With --reach: only by this indicator.
    #[arg(long, value_name = "CODE", requires = "reach", conflicts_with_all = CHANGES)]
    by: Vec<String>,
    /// With --reach: between which figures an indicator may move.
    #[arg(long, value_name = "CODE=LEAST..MOST", requires = "reach", conflicts_with_all = CHANGES)]
    between: Vec<Between>,
    /// Instead of changes: what moved since this period.
    #[arg(long, value_name = "PERIOD", conflicts_with_all = ["drop", "weight", "method", "figure"])]
    since: Option<String>,
    /// Say what moved this unit, indicator by indicator, and whom it passed.
    #[arg(long, value_name = "CODE")]
    unit: Option<String>,
    /// Look at the scores of this dimension or indicator instead of the index.
    #[arg(long, value_name = "CODE")]
    node: Option<String>,
}

/// What cannot stand beside a question of its own.
const CHANGES: [&str; 6] = ["drop", "weight", "method", "figure", "since", "unit"];

pub(crate) fn run(options: &Options, lang: Lang) -> anyhow::Result<Outcome> {
    let subject = options.analysis.read(None, lang)?;
    let period = options.analysis.period_of(&subject)?;
    let focus = Focus {
        period: subject.parts.frame.periods().get(period).cloned(),
        node: options.node.clone(),
    };
    let watch = Watch::begin(&Text::new("计算", "computing"), lang)?;
    match options.answer(&subject, &focus, &watch) {
        Ok(Ok(())) => Ok(Outcome::Done),
        Ok(Err(WhatIfError::Cancelled(cancelled))) => Ok(watch.stopped(cancelled)),
        Ok(Err(error)) => Err(words::refusal(&error, lang)),
        Err(error) => Err(error),
    }
}

/// An answer was written, or the engine has none; the outer failure is of reading and writing.
type Answered = anyhow::Result<Result<(), WhatIfError>>;

impl Options {
    fn answer(&self, subject: &Subject, focus: &Focus, watch: &Watch) -> Answered {
        if let Some(each) = &self.drop_each {
            return self.drop_each(subject, focus, each, watch);
        }
        if let Some(each) = &self.turning {
            return self.turning(subject, focus, each, watch);
        }
        if let Some(within) = &self.dominance {
            return self.dominance(subject, focus, within, watch);
        }
        if let Some(reach) = &self.reach {
            return self.reach(subject, focus, reach, watch);
        }
        let changes = self.changes(focus, subject.lang)?;
        if changes.is_empty() && self.since.is_none() {
            let text = Text::new(
                "没有写明改什么：请用 --drop、--weight、--method、--figure、--drop-each、--turning、--reach、--dominance 或 --since",
                "nothing is to be otherwise: give --drop, --weight, --method, --figure, --drop-each, --turning, --reach, --dominance or --since",
            );
            anyhow::bail!(text.get(subject.lang).to_owned());
        }
        let index = subject.compute(self.analysis.threads)?;
        let compared = match &self.since {
            Some(since) => self.since(&index, since, focus),
            None => self.changed(subject, &index, &changes, focus),
        };
        match compared {
            Ok(compared) => compared.write(&self.analysis, subject).map(Ok),
            Err(error) => Ok(Err(error)),
        }
    }

    fn changes(&self, focus: &Focus, lang: Lang) -> anyhow::Result<Vec<Change>> {
        let mut changes = Vec::new();
        if let Some(file) = &self.method {
            let method = method::read(file, lang)?;
            changes.push(Change::Method { method });
        }
        let figures = self.figure.iter();
        changes.extend(figures.map(|figure| figure.change(focus)));
        let dropped = self.drop.iter();
        changes.extend(dropped.map(|node| Change::Drop { node: node.clone() }));
        changes.extend(self.weight.iter().map(Weight::change));
        Ok(changes)
    }

    fn changed(
        &self,
        subject: &Subject,
        index: &Index,
        changes: &[Change],
        focus: &Focus,
    ) -> Result<Compared, WhatIfError> {
        let parts = &subject.parts;
        let after = apply(&parts.frame, &parts.framework, &parts.method, changes)?.compute()?;
        let causes = self
            .unit
            .as_deref()
            .map(|unit| causes(index, &after, unit, focus));
        Ok(Compared {
            changes: changes.to_vec(),
            described: described(changes, self.method.as_deref(), subject.names()),
            comparison: compare(index, &after, focus)?,
            causes: causes.transpose()?,
        })
    }

    fn since(&self, index: &Index, since: &str, focus: &Focus) -> Result<Compared, WhatIfError> {
        let causes = self.unit.as_deref();
        let causes = causes.map(|unit| causes_between_periods(index, since, unit, focus));
        Ok(Compared {
            changes: Vec::new(),
            described: String::new(),
            comparison: compare_periods(index, since, focus)?,
            causes: causes.transpose()?,
        })
    }

    fn drop_each(&self, subject: &Subject, focus: &Focus, each: &Each, watch: &Watch) -> Answered {
        let parts = &subject.parts;
        let found = drop_each(
            &parts.frame,
            &parts.framework,
            &parts.method,
            &each.0,
            focus,
            watch,
        );
        match found {
            Ok(found) => drops::write(&found, &self.analysis, subject).map(Ok),
            Err(error) => Ok(Err(error)),
        }
    }

    fn turning(&self, subject: &Subject, focus: &Focus, each: &Each, watch: &Watch) -> Answered {
        let parts = &subject.parts;
        let (frame, framework, method) = (&parts.frame, &parts.framework, &parts.method);
        match turning_points(frame, framework, method, &each.0, focus, watch) {
            Ok(found) => turnings::write(&found, &self.analysis, subject).map(Ok),
            Err(error) => Ok(Err(error)),
        }
    }

    fn reach(&self, subject: &Subject, focus: &Focus, reach: &Reach, watch: &Watch) -> Answered {
        let parts = &subject.parts;
        let aim = reach.aim(&self.by, &self.between, focus);
        match lift(&parts.frame, &parts.framework, &parts.method, &aim, watch) {
            Ok(found) => lifts::write(&found, &self.analysis, subject).map(Ok),
            Err(error) => Ok(Err(error)),
        }
    }

    fn dominance(
        &self,
        subject: &Subject,
        focus: &Focus,
        within: &Within,
        watch: &Watch,
    ) -> Answered {
        let index = subject.compute(self.analysis.threads)?;
        match dominance(&index, &within.0, focus, watch) {
            Ok(found) => dominances::write(&found, &within.0, &self.analysis, subject).map(Ok),
            Err(error) => Ok(Err(error)),
        }
    }
}
