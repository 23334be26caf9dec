//! Looks for the nearest figure that gives a unit a rank.

use super::{Aim, Ascent, Lift, Limits, Obstacle};
use crate::compute::compute;
use crate::frame::{Direction, Frame};
use crate::framework::Framework;
use crate::method::Method;
use crate::what_if::WhatIfError;
use crate::what_if::focus::{Site, indicator_in, unit_in, unit_of};

/// Distances are doubled this often: from 2⁻²⁰ of the column's size to 2²⁰ times it.
const DOUBLINGS: i32 = 40;

/// A score that changes by less than this part of itself stays.
const STAYS: f64 = 1e-12;

/// One figure of one unit.
pub(super) struct Search<'a> {
    frame: &'a Frame,
    framework: &'a Framework,
    method: &'a Method,
    aim: &'a Aim,
    site: Site<'a>,
    indicator: &'a str,
    column: usize,
    /// The unit's position among the frame's.
    row: usize,
    now: Seen,
    /// +1 where more is better, else −1.
    better: f64,
    limits: Limits,
}

/// What became of the unit.
#[derive(Debug, Clone, Copy)]
struct Seen {
    rank: Option<u32>,
    score: Option<f64>,
}

/// What was found beyond the figure as it is.
struct Climb {
    best: Option<u32>,
    /// The first of the figures tried last that all gave the same score.
    stays_from: Option<f64>,
    has_moved: bool,
    last: f64,
    seen: Seen,
}

impl<'a> Search<'a> {
    pub(super) fn new(
        frame: &'a Frame,
        framework: &'a Framework,
        method: &'a Method,
        aim: &'a Aim,
        (site, unit): (Site<'a>, usize),
        indicator: &'a str,
    ) -> Result<Self, WhatIfError> {
        let column = indicator_in(frame, indicator)?;
        let direction = frame.indicators().get(column).map(|it| it.direction);
        Ok(Self {
            frame,
            framework,
            method,
            aim,
            site,
            indicator,
            column,
            row: unit_in(frame, &aim.unit)?,
            now: Seen {
                rank: site.rank(unit),
                score: site.score(unit),
            },
            better: match direction {
                Some(Direction::LowerIsBetter) => -1.0,
                _ => 1.0,
            },
            limits: aim.limits.get(indicator).copied().unwrap_or_default(),
        })
    }

    pub(super) fn lift(&self) -> Lift {
        let figure_now = self.frame.get(self.site.period, self.row, self.column);
        let ascent = match figure_now {
            _ if self.is_there(self.now) => Ascent::AlreadyThere,
            Some(figure) => self.climb(figure),
            None => Ascent::NotAttainable {
                best_rank: self.now.rank,
                reason: Obstacle::NoFigure,
            },
        };
        Lift {
            indicator: self.indicator.to_owned(),
            figure_now,
            ascent,
        }
    }

    fn is_there(&self, seen: Seen) -> bool {
        seen.rank.is_some_and(|rank| rank <= self.aim.rank)
    }

    fn at(&self, figure: f64) -> Result<Seen, WhatIfError> {
        let frame = self
            .frame
            .with_cell(self.site.period, self.row, self.column, Some(figure));
        let index = compute(&frame, self.framework, self.method)?;
        let site = Site {
            index: &index,
            ..self.site
        };
        let unit = unit_of(&index, &self.aim.unit)?;
        Ok(Seen {
            rank: site.rank(unit),
            score: site.score(unit),
        })
    }

    /// Goes away from the figure by doubling.
    fn climb(&self, now: f64) -> Ascent {
        let size = self.size(now);
        let mut climb = Climb {
            best: self.now.rank,
            stays_from: None,
            has_moved: false,
            last: now,
            seen: self.now,
        };
        for doubling in 0..=DOUBLINGS {
            let distance = size * libm::scalbn(1.0, doubling - DOUBLINGS / 2);
            let figure = self.within_limits(now + self.better * distance);
            if !figure.is_finite() || (figure - climb.last) * self.better <= 0.0 {
                break;
            }
            match self.at(figure) {
                Err(error) => return self.approach(now, climb, figure, error),
                Ok(seen) if self.is_there(seen) => {
                    return self.bisect(now, climb.last, figure, seen);
                }
                Ok(seen) => climb.pass(figure, seen),
            }
        }
        climb.ended()
    }

    /// Looks between a figure that can be computed and one that cannot.
    fn approach(&self, now: f64, mut climb: Climb, refused: f64, error: WhatIfError) -> Ascent {
        let (mut refused, mut error) = (refused, error);
        while let Some(middle) = self.between(now, climb.last, refused) {
            match self.at(middle) {
                Err(refusal) => (refused, error) = (middle, refusal),
                Ok(seen) if self.is_there(seen) => {
                    return self.bisect(now, climb.last, middle, seen);
                }
                Ok(seen) => climb.pass(middle, seen),
            }
        }
        Ascent::NotAttainable {
            best_rank: climb.best,
            reason: Obstacle::Refused {
                figure: refused,
                reason: error.to_string(),
            },
        }
    }

    /// Narrows from a figure that is too little and one that is enough.
    fn bisect(&self, now: f64, mut little: f64, mut enough: f64, mut seen: Seen) -> Ascent {
        while let Some(middle) = self.between(now, little, enough) {
            match self.at(middle) {
                Ok(there) if self.is_there(there) => (enough, seen) = (middle, there),
                _ => little = middle,
            }
        }
        Ascent::Attained {
            figure: enough,
            change: enough - now,
            rank: seen.rank.unwrap_or(self.aim.rank),
        }
    }

    /// The middle of two figures that still differ by more than the tolerance.
    fn between(&self, now: f64, near: f64, far: f64) -> Option<f64> {
        let middle = f64::midpoint(near, far);
        let is_wide = (far - near).abs() > self.aim.tolerance * (far - now).abs();
        let is_between = (middle - near) * self.better > 0.0 && (far - middle) * self.better > 0.0;
        (is_wide && is_between).then_some(middle)
    }

    fn within_limits(&self, figure: f64) -> f64 {
        let figure = self.limits.least.map_or(figure, |least| figure.max(least));
        self.limits.most.map_or(figure, |most| figure.min(most))
    }

    /// The range of the column in the period or the figure, whichever is larger; 1 where both are 0.
    fn size(&self, now: f64) -> f64 {
        let column = self.frame.column(self.column);
        let range = column.and_then(|column| column.period(self.site.period).range());
        let size = range.map_or(0.0, |(low, high)| high - low).max(now.abs());
        if size > 0.0 { size } else { 1.0 }
    }
}

impl Climb {
    /// A figure that is not enough.
    fn pass(&mut self, figure: f64, seen: Seen) {
        let stays = match (self.seen.score, seen.score) {
            (Some(was), Some(is)) => (is - was).abs() <= STAYS * was.abs().max(is.abs()),
            (was, is) => was.is_none() && is.is_none(),
        };
        if stays {
            self.stays_from = self.stays_from.or(Some(self.last));
        } else {
            (self.stays_from, self.has_moved) = (None, true);
        }
        self.best = match (self.best, seen.rank) {
            (Some(best), Some(rank)) => Some(best.min(rank)),
            (best, rank) => best.or(rank),
        };
        (self.last, self.seen) = (figure, seen);
    }

    /// The last figure was not enough.
    fn ended(self) -> Ascent {
        let reason = match self.stays_from {
            Some(_) if !self.has_moved => Obstacle::NoEffect,
            Some(from) => Obstacle::Capped { from },
            None => Obstacle::Limit { figure: self.last },
        };
        Ascent::NotAttainable {
            best_rank: self.best,
            reason,
        }
    }
}
