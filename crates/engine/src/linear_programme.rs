//! Linear programmes: maximise or minimise `c·x` subject to rows `a·x ≤, =, ≥ b` and bounds on each `x`.
//!
//! The simplex of the crate `microlp`, behind the one place that knows it. A solution meets every row and
//! bound to 1e-10 (checked by the solver against the programme as given); pivots, ties and perturbations
//! depend on the programme alone, so the same programme gives the same solution. Where several points are
//! optimal, which of them is found is the solver's choice, the objective is not.

use microlp::{ComparisonOp, OptimizationDirection, Problem, SolveOptions};

/// Rows and bounds are met up to this.
const FEASIBILITY: f64 = 1e-10;

/// A linear programme; built row by row.
#[derive(Debug, Clone)]
pub(crate) struct LinearProgramme {
    problem: Problem,
    variables: Vec<microlp::Variable>,
}

/// A variable of the programme that made it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Variable(usize);

/// How a programme ends.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Outcome {
    /// There is a best point.
    Optimal(Optimum),
    /// No point meets all rows and bounds.
    Infeasible,
    /// The objective has no limit.
    Unbounded,
}

/// The best point of a programme.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Optimum {
    /// `c·x` there.
    pub(crate) objective: f64,
    values: Vec<f64>,
}

impl Optimum {
    /// The value of a variable; 0 for one of another programme.
    #[cfg(test)]
    pub(crate) fn value(&self, variable: Variable) -> f64 {
        self.values.get(variable.0).copied().unwrap_or_default()
    }

    /// The values of all variables, in the order in which they were added.
    pub(crate) fn values(&self) -> &[f64] {
        &self.values
    }
}

/// A programme that cannot be solved: a number that is not finite, or one so badly scaled that the
/// solver cannot vouch for an answer.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the linear programme cannot be solved: {reason}")]
pub(crate) struct Unsolvable {
    /// The solver's words.
    pub(crate) reason: String,
}

impl LinearProgramme {
    /// A programme whose objective is to be as large as possible.
    pub(crate) fn maximise() -> Self {
        Self::new(OptimizationDirection::Maximize)
    }

    /// A programme whose objective is to be as small as possible; no rule needs one so far.
    #[cfg(test)]
    pub(crate) fn minimise() -> Self {
        Self::new(OptimizationDirection::Minimize)
    }

    fn new(direction: OptimizationDirection) -> Self {
        Self {
            problem: Problem::new(direction),
            variables: Vec::new(),
        }
    }

    /// Adds a variable with its coefficient in the objective and its bounds, either of which may be
    /// infinite.
    pub(crate) fn variable(&mut self, coefficient: f64, least: f64, most: f64) -> Variable {
        let variable = self.problem.add_var(coefficient, (least, most));
        self.variables.push(variable);
        Variable(self.variables.len() - 1)
    }

    /// Adds the row `Σ coefficient · variable ≤ limit`. A variable may stand in it more than once.
    pub(crate) fn at_most(&mut self, terms: &[(Variable, f64)], limit: f64) {
        self.row(terms, ComparisonOp::Le, limit);
    }

    /// Adds the row `Σ coefficient · variable ≥ limit`.
    pub(crate) fn at_least(&mut self, terms: &[(Variable, f64)], limit: f64) {
        self.row(terms, ComparisonOp::Ge, limit);
    }

    /// Adds the row `Σ coefficient · variable = limit`.
    pub(crate) fn exactly(&mut self, terms: &[(Variable, f64)], limit: f64) {
        self.row(terms, ComparisonOp::Eq, limit);
    }

    fn row(&mut self, terms: &[(Variable, f64)], comparison: ComparisonOp, limit: f64) {
        let mut coefficients = vec![0.0; self.variables.len()];
        for (variable, coefficient) in terms {
            if let Some(place) = coefficients.get_mut(variable.0) {
                *place += coefficient;
            }
        }
        let row = self.variables.iter().copied().zip(coefficients);
        let row: Vec<(microlp::Variable, f64)> = row.filter(|(_, it)| *it != 0.0).collect();
        self.problem.add_constraint(row, comparison, limit);
    }

    /// Solves the programme.
    ///
    /// # Errors
    /// A coefficient or limit that is not finite (an infinite bound of a variable is fine), or numbers
    /// scaled so differently that no answer can be vouched for.
    pub(crate) fn solve(&self) -> Result<Outcome, Unsolvable> {
        let mut options = SolveOptions::default();
        options.tolerances.feasibility = FEASIBILITY;
        let solved = match self.problem.solve_with(options) {
            Ok(solved) => solved,
            Err(microlp::Error::Infeasible) => return Ok(Outcome::Infeasible),
            Err(microlp::Error::Unbounded) => return Ok(Outcome::Unbounded),
            Err(error) => {
                let reason = error.to_string();
                return Err(Unsolvable { reason });
            }
        };
        // Without a limit of time or nodes the solver does not stop early.
        let Some(solution) = solved.solution() else {
            let reason = "the solver stopped early".to_owned();
            return Err(Unsolvable { reason });
        };
        let values = self.variables.iter().map(|it| solution.var_value(*it));
        Ok(Outcome::Optimal(Optimum {
            objective: solution.objective(),
            values: values.collect(),
        }))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const NO_LIMIT: f64 = f64::INFINITY;

    fn optimum(programme: &LinearProgramme) -> Optimum {
        match programme.solve().unwrap() {
            Outcome::Optimal(optimum) => optimum,
            other => panic!("{other:?}"),
        }
    }

    fn near(found: f64, expected: f64) {
        assert!((found - expected).abs() < 1e-9, "{found}, not {expected}");
    }

    /// Hillier and Lieberman, *Introduction to Operations Research*, the Wyndor Glass Co.
    #[test]
    fn the_wyndor_glass_programme_earns_36() {
        let mut programme = LinearProgramme::maximise();
        let doors = programme.variable(3.0, 0.0, NO_LIMIT);
        let windows = programme.variable(5.0, 0.0, NO_LIMIT);
        programme.at_most(&[(doors, 1.0)], 4.0);
        programme.at_most(&[(windows, 2.0)], 12.0);
        programme.at_most(&[(doors, 3.0), (windows, 2.0)], 18.0);
        let found = optimum(&programme);
        near(found.objective, 36.0);
        near(found.value(doors), 2.0);
        near(found.value(windows), 6.0);
        assert_eq!(found.values(), [found.value(doors), found.value(windows)]);
    }

    /// Two-phase: rows of all three kinds, and bounds that bind.
    #[test]
    fn a_minimum_with_every_kind_of_row_is_found() {
        // min 2x + 3y, x + y = 10, x ≥ 2y, y ≥ 1, x ≤ 8: y = 10 − x ≥ 2, so x = 8, y = 2.
        let mut programme = LinearProgramme::minimise();
        let x = programme.variable(2.0, f64::NEG_INFINITY, 8.0);
        let y = programme.variable(3.0, 1.0, NO_LIMIT);
        programme.exactly(&[(x, 1.0), (y, 1.0)], 10.0);
        programme.at_least(&[(x, 1.0), (y, -2.0)], 0.0);
        let found = optimum(&programme);
        near(found.objective, 22.0);
        near(found.value(x), 8.0);
        near(found.value(y), 2.0);
    }

    /// Beale (1955): the simplex of the textbook goes round in circles for ever.
    #[test]
    fn beales_degenerate_programme_does_not_cycle() {
        let mut programme = LinearProgramme::minimise();
        let x = [-0.75, 150.0, -0.02, 6.0].map(|it| programme.variable(it, 0.0, NO_LIMIT));
        let row = |a: [f64; 4]| -> Vec<(Variable, f64)> { x.into_iter().zip(a).collect() };
        programme.at_most(&row([0.25, -60.0, -0.04, 9.0]), 0.0);
        programme.at_most(&row([0.5, -90.0, -0.02, 3.0]), 0.0);
        programme.at_most(&row([0.0, 0.0, 1.0, 0.0]), 1.0);
        near(optimum(&programme).objective, -0.05);
    }

    /// Klee and Minty (1972), in three dimensions.
    #[test]
    fn the_klee_minty_cube_is_solved() {
        let mut programme = LinearProgramme::maximise();
        let x = [100.0, 10.0, 1.0].map(|it| programme.variable(it, 0.0, NO_LIMIT));
        programme.at_most(&[(x[0], 1.0)], 1.0);
        programme.at_most(&[(x[0], 20.0), (x[1], 1.0)], 100.0);
        programme.at_most(&[(x[0], 200.0), (x[1], 20.0), (x[2], 1.0)], 10_000.0);
        near(optimum(&programme).objective, 10_000.0);
    }

    #[test]
    fn rows_that_contradict_each_other_are_infeasible() {
        let mut programme = LinearProgramme::maximise();
        let x = programme.variable(1.0, 0.0, 1.0);
        programme.at_least(&[(x, 1.0)], 2.0);
        assert_eq!(programme.solve(), Ok(Outcome::Infeasible));

        let mut programme = LinearProgramme::minimise();
        let (x, y) = (
            programme.variable(0.0, 0.0, NO_LIMIT),
            programme.variable(0.0, 0.0, NO_LIMIT),
        );
        programme.exactly(&[(x, 1.0), (y, 1.0)], 1.0);
        programme.exactly(&[(x, 2.0), (y, 2.0)], 3.0);
        assert_eq!(programme.solve(), Ok(Outcome::Infeasible));
    }

    #[test]
    fn crossed_bounds_and_an_impossible_empty_row_are_infeasible() {
        let mut programme = LinearProgramme::minimise();
        programme.variable(1.0, 2.0, 1.0);
        assert_eq!(programme.solve(), Ok(Outcome::Infeasible));
        let mut programme = LinearProgramme::minimise();
        programme.variable(1.0, 0.0, 1.0);
        programme.at_least(&[], 1.0);
        assert_eq!(programme.solve(), Ok(Outcome::Infeasible));
    }

    #[test]
    fn an_objective_without_limit_is_unbounded() {
        let mut programme = LinearProgramme::maximise();
        let x = programme.variable(1.0, 0.0, NO_LIMIT);
        let y = programme.variable(1.0, 0.0, NO_LIMIT);
        programme.at_most(&[(x, 1.0), (y, -1.0)], 1.0);
        assert_eq!(programme.solve(), Ok(Outcome::Unbounded));
    }

    #[test]
    fn a_variable_that_stands_twice_in_a_row_counts_twice() {
        let mut programme = LinearProgramme::maximise();
        let x = programme.variable(1.0, 0.0, NO_LIMIT);
        programme.at_most(&[(x, 1.0), (x, 1.0)], 4.0);
        near(optimum(&programme).value(x), 2.0);
    }

    #[test]
    fn an_empty_programme_is_worth_nothing() {
        let found = optimum(&LinearProgramme::maximise());
        assert_eq!((found.objective, found.values().len()), (0.0, 0));
    }

    #[test]
    fn numbers_that_are_not_finite_are_refused() {
        for bad in [f64::NAN, f64::INFINITY] {
            let mut programme = LinearProgramme::maximise();
            programme.variable(bad, 0.0, 1.0);
            assert!(programme.solve().is_err(), "{bad} in the objective");
            let mut programme = LinearProgramme::maximise();
            let x = programme.variable(1.0, 0.0, 1.0);
            programme.at_most(&[(x, bad)], 1.0);
            let error = programme.solve().unwrap_err().to_string();
            assert!(error.contains("cannot be solved"), "{error}");
        }
    }

    proptest! {
        /// Over the simplex `Σx = 1` the best of `c·x` is the largest c, and the same each time.
        #[test]
        fn over_shares_the_best_is_the_largest(costs in prop::collection::vec(-1e3..1e3, 1..12)) {
            let mut programme = LinearProgramme::maximise();
            let x: Vec<_> = costs.iter().map(|it| (programme.variable(*it, 0.0, 1.0), 1.0)).collect();
            programme.exactly(&x, 1.0);
            let found = optimum(&programme);
            let largest = costs.iter().copied().fold(f64::NEG_INFINITY, f64::max);
            prop_assert!((found.objective - largest).abs() < 1e-7);
            prop_assert_eq!(&found, &optimum(&programme));
        }

        /// Strong duality: max c·x, Ax ≤ b, x ≥ 0 equals min b·y, Aᵀy ≥ c, y ≥ 0.
        #[test]
        fn a_programme_and_its_dual_agree(
            a in prop::collection::vec(prop::collection::vec(0.1..9.0, 4), 3),
            b in prop::collection::vec(0.5..9.0, 3),
            c in prop::collection::vec(0.5..9.0, 4),
        ) {
            let mut primal = LinearProgramme::maximise();
            let x: Vec<_> = c.iter().map(|it| primal.variable(*it, 0.0, NO_LIMIT)).collect();
            for (row, limit) in a.iter().zip(&b) {
                let terms: Vec<_> = x.iter().copied().zip(row.iter().copied()).collect();
                primal.at_most(&terms, *limit);
            }
            let mut dual = LinearProgramme::minimise();
            let y: Vec<_> = b.iter().map(|it| dual.variable(*it, 0.0, NO_LIMIT)).collect();
            for (column, cost) in c.iter().enumerate() {
                let terms: Vec<_> = y.iter().zip(&a).map(|(y, row)| (*y, row[column])).collect();
                dual.at_least(&terms, *cost);
            }
            let (primal, dual) = (optimum(&primal).objective, optimum(&dual).objective);
            prop_assert!((primal - dual).abs() <= 1e-7 * primal.abs().max(1.0), "{primal}, {dual}");
        }
    }
}
