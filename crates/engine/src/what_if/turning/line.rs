//! Scores that are linear in one share, and where their leader changes.

/// Slopes nearer to each other than this, relative to the scores, are the same slope and rounding.
const ROUNDING: f64 = 1e-12;

/// `score(s) = now + slope·(s − start)` of every unit; none for one without a score.
pub(super) struct Lines {
    start: f64,
    by_unit: Vec<Option<Line>>,
    scale: f64,
}

#[derive(Debug, Clone, Copy)]
struct Line {
    now: f64,
    slope: f64,
}

impl Lines {
    /// The lines through the scores as they are, with the slopes between two other shares.
    pub(super) fn through(
        start: f64,
        now: impl Iterator<Item = Option<f64>>,
        low: &(f64, Vec<Option<f64>>),
        high: &(f64, Vec<Option<f64>>),
    ) -> Self {
        let ends = low.1.iter().zip(&high.1);
        let line = |(now, (low_score, high_score)): (Option<f64>, (&Option<f64>, &Option<f64>))| {
            let rise = (*high_score)? - (*low_score)?;
            Some(Line {
                now: now?,
                slope: rise / (high.0 - low.0),
            })
        };
        let lines: Vec<Option<Line>> = now.zip(ends).map(line).collect();
        let sizes = lines.iter().flatten().map(|line| line.now.abs());
        Self {
            start,
            scale: sizes.fold(0.0, f64::max),
            by_unit: lines,
        }
    }

    /// The share at which somebody draws level with a leader on the way to 1 (or to 0), and who leads
    /// beyond; none when nobody does.
    pub(super) fn turn(&self, up: bool) -> Option<(f64, Vec<usize>)> {
        let sign = if up { 1.0 } else { -1.0 };
        let room = if up { 1.0 - self.start } else { self.start };
        let best = self.present().map(|(_, line)| line.now).reduce(f64::max)?;
        let leaders = self.present().filter(|(_, line)| line.now >= best);
        let distances = leaders.filter_map(|(_, leader)| {
            let met = self.present().filter_map(|(_, rival)| {
                let closing = sign * (rival.slope - leader.slope);
                (closing > ROUNDING * self.scale).then(|| (leader.now - rival.now) / closing)
            });
            met.reduce(f64::min)
        });
        let distance = distances.reduce(f64::min).filter(|it| *it < room)?;
        Some((self.start + sign * distance, self.beyond(sign, distance)))
    }

    fn present(&self) -> impl Iterator<Item = (usize, Line)> {
        let lines = self.by_unit.iter().enumerate();
        lines.filter_map(|(unit, line)| Some((unit, (*line)?)))
    }

    /// Of those level at the top, the ones that rise the most.
    fn beyond(&self, sign: f64, distance: f64) -> Vec<usize> {
        let there = |line: &Line| line.now + sign * distance * line.slope;
        let near = ROUNDING * self.scale;
        let best = self.present().map(|(_, line)| there(&line));
        let best = best.reduce(f64::max).unwrap_or_default();
        let level: Vec<(usize, f64)> = self
            .present()
            .filter(|(_, line)| there(line) >= best - near)
            .map(|(unit, line)| (unit, sign * line.slope))
            .collect();
        let steepest = level.iter().map(|it| it.1).reduce(f64::max);
        let steepest = steepest.unwrap_or_default() - near;
        let leading = level.iter().filter(|it| it.1 >= steepest);
        leading.map(|it| it.0).collect()
    }
}
