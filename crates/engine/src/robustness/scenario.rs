//! A description resolved against method, framework and frame: what can be chosen on which axis, and
//! what is done to weights and figures.
//!
//! An axis is a place where the index can be computed one way or another: axis 0 is the framework (as
//! given, or with a node left out), axis 1 + s the definition of step s. Several assumptions may share
//! an axis (two parameters of one step); then its places are their combinations. A *course* is a
//! choice on every axis that is walked before the aggregation, as one number: replicates of one course
//! share the data the aggregation starts from. Those are the axes before the aggregate step; weights may
//! be computed for an aggregation, so with a weight step its axis is walked too, just before.

use crate::frame::Frame;
use crate::framework::Framework;
use crate::method::Method;
use crate::steps::{Aggregate, Step};

use super::assumption::MeasurementError;

/// What every replicate is made from.
pub(crate) struct Scenario<'a> {
    pub(super) frame: &'a Frame,
    pub(super) seed: u64,
    /// Position of the period that is analysed.
    pub(super) period: usize,
    /// Position in the nominal framework of the node that is analysed.
    pub(super) node: usize,
    /// The framework as given and without each of the nodes that may be left out.
    pub(super) variants: Vec<Variant>,
    pub(super) labels: Vec<String>,
    /// The definitions of every step.
    pub(super) steps: Vec<Vec<Definition>>,
    /// Position of the aggregate step.
    pub(super) aggregate: usize,
    pub(super) factors: Vec<Factor>,
}

/// A definition of a step; none where it is left out.
pub(super) type Definition = Option<Step>;

/// A framework and where its nodes stand in the nominal one.
pub(super) struct Variant {
    pub(super) framework: Framework,
    pub(super) nominal: Vec<usize>,
}

/// An assumption, as a replicate uses it.
pub(super) struct Factor {
    pub(super) name: String,
    pub(super) effect: Effect,
}

/// What a number from 0 to 1 decides.
pub(super) enum Effect {
    /// A place on an axis: `stride` × the choice among `labels` is added to it.
    Choice {
        axis: usize,
        stride: usize,
        labels: Vec<String>,
    },
    /// Weights around the method's; the spread by nominal node.
    Spread(Vec<f64>),
    /// Weights from a Dirichlet distribution.
    Dirichlet(f64),
    /// Weights of one set, by nominal node; none keeps the method's.
    Sets(Vec<Vec<Option<f64>>>),
    /// Figures that are not exact, by positions of columns.
    Error(MeasurementError, Vec<usize>),
}

/// The place a number u from 0 to 1 chooses among `of`.
pub(super) fn choice(u: f64, of: usize) -> usize {
    let scaled = u * crate::numbers::count(of);
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "from 0 to the number of choices; beyond is cut"
    )]
    let place = scaled as usize;
    place.min(of.saturating_sub(1))
}

impl<'a> Scenario<'a> {
    /// The method as it stands, nothing uncertain.
    pub(super) fn nominal(
        frame: &'a Frame,
        framework: &Framework,
        method: &Method,
        (period, node): (usize, usize),
    ) -> Self {
        let is_aggregate = |step: &Step| matches!(step, Step::Aggregate(_));
        Self {
            frame,
            seed: 0,
            period,
            node,
            variants: vec![Variant::whole(framework)],
            labels: method.labels(),
            steps: method
                .steps
                .iter()
                .map(|step| vec![Some(step.clone())])
                .collect(),
            aggregate: method
                .steps
                .iter()
                .position(is_aggregate)
                .unwrap_or(method.steps.len()),
            factors: Vec::new(),
        }
    }

    /// The axes that a course decides, in the order in which they are walked.
    pub(super) fn walk(&self) -> Vec<usize> {
        let mut axes: Vec<usize> = (0..=self.aggregate).collect();
        let is_weight = |axis: &usize| {
            let step = axis.checked_sub(1).and_then(|step| self.steps.get(step));
            let definitions = step.into_iter().flatten().flatten();
            definitions
                .into_iter()
                .any(|step| matches!(step, Step::Weight(_)))
        };
        if let Some(place) = axes.iter().position(is_weight) {
            axes.insert(place, self.aggregate + 1);
        }
        axes
    }

    /// A definition of the aggregate step.
    pub(super) fn aggregation(&self, place: usize) -> Option<&Aggregate> {
        match self.steps.get(self.aggregate)?.get(place)? {
            Some(Step::Aggregate(step)) => Some(step),
            _ => None,
        }
    }

    /// How many places an axis has.
    pub(super) fn places(&self, axis: usize) -> usize {
        match axis.checked_sub(1) {
            None => self.variants.len(),
            Some(step) => self.steps.get(step).map_or(1, Vec::len),
        }
    }

    /// The number of axes.
    pub(super) fn axes(&self) -> usize {
        self.steps.len() + 1
    }

    /// The place on every axis that a point chooses.
    pub(super) fn place(&self, point: &[f64], places: &mut [usize]) {
        places.fill(0);
        for (factor, &u) in self.factors.iter().zip(point) {
            if let Effect::Choice {
                axis,
                stride,
                labels,
            } = &factor.effect
                && let Some(place) = places.get_mut(*axis)
            {
                *place += stride * choice(u, labels.len());
            }
        }
    }

    /// The steps from the aggregation on, as the places choose them.
    pub(super) fn chosen<'c>(&'c self, places: &'c [usize]) -> impl Iterator<Item = &'c Step> {
        let steps = self.steps.iter().zip(places.iter().skip(1));
        let chosen = steps.skip(self.aggregate);
        chosen.filter_map(|(definitions, &place)| definitions.get(place)?.as_ref())
    }

    /// The number of the course along the walked axes; none when there are more courses than numbers.
    pub(super) fn course(&self, walk: &[usize], places: &[usize]) -> Option<u64> {
        let mut course = 0_u64;
        for &axis in walk {
            let base = u64::try_from(self.places(axis)).ok()?;
            let place = places.get(axis).copied().unwrap_or_default();
            course = course
                .checked_mul(base)?
                .checked_add(u64::try_from(place).ok()?)?;
        }
        Some(course)
    }

    /// The places of a course, on every axis: 0 on those that are not walked.
    pub(super) fn places_of(&self, walk: &[usize], mut course: u64) -> Vec<usize> {
        let mut places = vec![0; self.axes()];
        for &axis in walk.iter().rev() {
            let base = u64::try_from(self.places(axis)).unwrap_or(1).max(1);
            if let Some(place) = places.get_mut(axis) {
                *place = usize::try_from(course % base).unwrap_or_default();
            }
            course /= base;
        }
        places
    }

    /// Whether there are no more courses than numbers.
    pub(super) fn can_number_courses(&self) -> bool {
        let last = |axis| self.places(axis).saturating_sub(1);
        let last: Vec<usize> = (0..self.axes()).map(last).collect();
        self.course(&self.walk(), &last).is_some()
    }

    /// What a point chose, for a message.
    pub(super) fn choices(&self, point: &[f64]) -> String {
        let chosen = self.factors.iter().zip(point);
        let chosen = chosen.filter_map(|(factor, &u)| match &factor.effect {
            Effect::Choice { labels, .. } => {
                let label = labels.get(choice(u, labels.len()))?;
                Some(format!("{} = {label}", factor.name))
            }
            _ => None,
        });
        let chosen: Vec<String> = chosen.collect();
        if chosen.is_empty() {
            return "no alternatives".to_owned();
        }
        chosen.join(", ")
    }

    /// Whether figures differ from replicate to replicate, so that no two share a course.
    pub(super) fn has_errors(&self) -> bool {
        let is_error = |factor: &Factor| matches!(factor.effect, Effect::Error(..));
        self.factors.iter().any(is_error)
    }
}

impl Variant {
    pub(super) fn whole(framework: &Framework) -> Self {
        Self {
            nominal: (0..framework.nodes().len()).collect(),
            framework: framework.clone(),
        }
    }

    /// The framework without a node and what is below it; branches that would be left empty go too.
    /// None when nothing is left.
    pub(super) fn without(framework: &Framework, node: usize) -> Option<Self> {
        let mut cut = node;
        while let Some(parent) = framework.parent(cut)
            && framework.children(parent).len() == 1
        {
            cut = parent;
        }
        framework.parent(cut)?;
        let gone = framework.subtree(cut);
        let nodes = framework.nodes().iter().enumerate();
        let kept = nodes.filter(|(position, _)| !gone.contains(position));
        let (nominal, kept): (Vec<usize>, Vec<_>) = kept
            .map(|(position, node)| (position, node.clone()))
            .unzip();
        // What is left under a parent may weigh nothing.
        let framework = Framework::new(kept).ok()?;
        Some(Self { framework, nominal })
    }

    /// Where a nominal node stands here.
    pub(super) fn position(&self, nominal: usize) -> Option<usize> {
        self.nominal.binary_search(&nominal).ok()
    }
}
