//! Units that take no part in a period, and why.

use yanzhi_engine::{Index, Missing, steps::ScreenCause};

/// How many times a unit takes no part in a period, by the reason.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Absences {
    /// It has no figure at all.
    pub no_figures: usize,
    /// It was screened out: too few of its indicators have a figure.
    pub few_available: usize,
    /// It was screened out: too many of its figures are 0.
    pub many_zeros: usize,
    /// The method leaves it out by name.
    pub left_out: usize,
}

/// Counts the units that take no part, over all periods.
pub fn absences(index: &Index) -> Absences {
    let mut found = Absences::default();
    let root = index.framework().root();
    for period in 0..index.periods().len() {
        for unit in (0..index.units().len()).filter(|unit| is_absent(index, period, *unit)) {
            *found.of(index.missing(period, root, unit).as_ref()) += 1;
        }
    }
    found
}

impl Absences {
    fn of(&mut self, missing: Option<&Missing>) -> &mut usize {
        let Some(Missing::Screened { cause, .. }) = missing else {
            return &mut self.no_figures;
        };
        match cause {
            // A unit that has nothing is told so, whichever step noticed it first.
            ScreenCause::FewAvailable { available, .. } if *available <= 0.0 => {
                &mut self.no_figures
            }
            ScreenCause::FewAvailable { .. } => &mut self.few_available,
            ScreenCause::ManyZeros { .. } => &mut self.many_zeros,
            _ => &mut self.left_out,
        }
    }
}

/// Whether a unit has nothing to be scored by in a period: no figure at all, or it was screened out.
pub(crate) fn is_absent(index: &Index, period: usize, unit: usize) -> bool {
    index.availability(period, index.framework().root(), unit) == Some(0.0)
}
