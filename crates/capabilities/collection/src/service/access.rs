//! What somebody may see of rounds and submissions.

use std::collections::{BTreeMap, BTreeSet};

use yanzhi_kernel::{
    Code, Scope,
    access::{Action, Lack, OrganisationId, Refusal, Resource, policy},
};
use yanzhi_organisations::{Organisation, Strategy};
use yanzhi_storage::ReadTx;

use crate::{CollectionError, Round, RoundState, Submission, rules::plan, store};

/// A round that the asker may see.
#[derive(Clone, Debug)]
pub struct FoundRound {
    /// The strategy.
    pub strategy: Strategy,
    /// The round.
    pub round: Round,
    /// The organisation that asks.
    pub organisation: Organisation,
}

/// What an organisation reports in a round, where the asker may see it.
#[derive(Clone, Debug)]
pub struct Asked {
    /// The strategy.
    pub strategy: Strategy,
    /// The round.
    pub round: Round,
    /// The submission.
    pub submission: Submission,
    /// The organisation that was asked.
    pub organisation: Organisation,
    /// The organisation that answers: the one that was asked, or what it was merged into since.
    pub answers: OrganisationId,
}

/// Organisations, and what those that were merged have become.
pub(super) struct Answering(BTreeMap<OrganisationId, Organisation>);

impl Answering {
    /// Reads some organisations and their heirs.
    pub(super) async fn of(
        tx: &ReadTx,
        ids: BTreeSet<OrganisationId>,
    ) -> Result<Self, CollectionError> {
        let mut known = BTreeMap::new();
        let mut wanted = ids;
        while !wanted.is_empty() {
            let found = yanzhi_organisations::organisations_by_ids(tx, &wanted).await?;
            let heirs = found.iter().filter_map(|it| it.merged_into);
            let heirs: BTreeSet<_> = heirs.collect();
            known.extend(found.into_iter().map(|it| (it.id, it)));
            wanted = heirs
                .into_iter()
                .filter(|id| !known.contains_key(id))
                .collect();
        }
        Ok(Self(known))
    }

    pub(super) fn get(&self, id: OrganisationId) -> Option<&Organisation> {
        self.0.get(&id)
    }

    /// Who answers for an organisation: itself, or what it was merged into.
    pub(super) fn answers(&self, id: OrganisationId) -> OrganisationId {
        let by_id: BTreeMap<_, _> = self.0.iter().map(|(id, it)| (*id, it)).collect();
        let heir = self.get(id).and_then(|it| plan::heir(it, &by_id));
        heir.unwrap_or(id)
    }
}

/// A strategy by its code.
pub(super) async fn strategy(
    tx: &ReadTx,
    scope: &Scope,
    code: &Code,
) -> Result<Strategy, CollectionError> {
    let found = yanzhi_organisations::strategy(tx, scope, code).await?;
    found.ok_or_else(|| CollectionError::UnknownStrategy(code.clone()))
}

/// The rounds that the asker may see, the newest first: those of organisations in reach, and those opened that ask one in
/// reach.
///
/// # Errors
/// [`CollectionError::UnknownStrategy`]; a failure of the database.
pub async fn rounds(
    tx: &ReadTx,
    scope: &Scope,
    code: &Code,
) -> Result<Vec<FoundRound>, CollectionError> {
    let strategy = strategy(tx, scope, code).await?;
    let all = store::round::all(tx, strategy.id).await?;
    let submissions =
        store::submission::of_rounds(tx, &all.iter().map(|it| it.id).collect()).await?;
    let mut ids: BTreeSet<_> = submissions.iter().map(|it| it.organisation).collect();
    ids.extend(all.iter().map(|it| it.organisation));
    let answering = Answering::of(tx, ids).await?;
    let seen = all.into_iter().filter_map(|round| {
        let own = submissions.iter().filter(|it| it.round == round.id);
        if !is_seen(scope, &round, own, &answering) {
            return None;
        }
        Some(FoundRound {
            strategy: strategy.clone(),
            organisation: answering.get(round.organisation)?.clone(),
            round,
        })
    });
    Ok(seen.collect())
}

fn is_seen<'a>(
    scope: &Scope,
    round: &Round,
    submissions: impl IntoIterator<Item = &'a Submission>,
    answering: &Answering,
) -> bool {
    let span = scope.span(Action::RoundRead);
    let asks_in_reach = || {
        let mut asked = submissions.into_iter();
        asked.any(|it| span.contains(answering.answers(it.organisation)))
    };
    span.contains(round.organisation) || round.state != RoundState::Draft && asks_in_reach()
}

/// A round by its code.
///
/// # Errors
/// [`CollectionError::UnknownRound`] when it is not there or not to be seen.
pub async fn round(
    tx: &ReadTx,
    scope: &Scope,
    (strategy, code): (&Code, &Code),
) -> Result<FoundRound, CollectionError> {
    let hidden = || CollectionError::UnknownRound {
        code: code.clone(),
        refusal: Refusal::new(Action::RoundRead, Lack::Reach),
    };
    let strategy = self::strategy(tx, scope, strategy).await?;
    let found = store::round::by_code(tx, strategy.id, code).await?;
    let round = found.ok_or_else(hidden)?;
    let submissions = store::submission::of_rounds(tx, &BTreeSet::from([round.id])).await?;
    let mut ids: BTreeSet<_> = submissions.iter().map(|it| it.organisation).collect();
    ids.insert(round.organisation);
    let answering = Answering::of(tx, ids).await?;
    if !is_seen(scope, &round, &submissions, &answering) {
        return Err(hidden());
    }
    let organisation = answering.get(round.organisation).ok_or_else(hidden)?;
    Ok(FoundRound {
        strategy,
        organisation: organisation.clone(),
        round,
    })
}

/// A round that the asker may do something to.
pub(super) async fn round_for(
    tx: &ReadTx,
    scope: &Scope,
    action: Action,
    codes: (&Code, &Code),
) -> Result<FoundRound, CollectionError> {
    let found = round(tx, scope, codes).await?;
    let place = Resource::Organisation(found.round.organisation);
    policy::check(scope, action, place).map_err(CollectionError::Refused)?;
    Ok(found)
}

/// What the organisations in reach report in a round, by their codes.
///
/// # Errors
/// [`CollectionError::UnknownRound`]; a failure of the database.
pub async fn submissions(
    tx: &ReadTx,
    scope: &Scope,
    codes: (&Code, &Code),
) -> Result<Vec<Asked>, CollectionError> {
    let FoundRound {
        strategy, round, ..
    } = self::round(tx, scope, codes).await?;
    let all = store::submission::of_rounds(tx, &BTreeSet::from([round.id])).await?;
    let answering = Answering::of(tx, all.iter().map(|it| it.organisation).collect()).await?;
    let span = scope.span(Action::SubmissionRead);
    let asked = all.into_iter().filter_map(|submission| {
        let answers = answering.answers(submission.organisation);
        span.contains(answers).then_some(())?;
        Some(Asked {
            strategy: strategy.clone(),
            round: round.clone(),
            organisation: answering.get(submission.organisation)?.clone(),
            submission,
            answers,
        })
    });
    let mut asked: Vec<Asked> = asked.collect();
    asked.sort_by(|a, b| a.organisation.code.cmp(&b.organisation.code));
    Ok(asked)
}

/// What one organisation reports in a round.
///
/// # Errors
/// [`CollectionError::UnknownSubmission`] when it is not asked, or what it reports is not to be seen.
pub async fn submission(
    tx: &ReadTx,
    scope: &Scope,
    (strategy, round, organisation): (&Code, &Code, &Code),
) -> Result<Asked, CollectionError> {
    let asked = submissions(tx, scope, (strategy, round)).await?;
    let mut asked = asked.into_iter();
    let found = asked.find(|it| it.organisation.code == *organisation);
    found.ok_or_else(|| CollectionError::UnknownSubmission {
        organisation: organisation.clone(),
        refusal: Refusal::new(Action::SubmissionRead, Lack::Reach),
    })
}

/// A submission that the asker may do something to, in a place that depends on how far it is.
pub(super) async fn submission_for(
    tx: &ReadTx,
    scope: &Scope,
    action: Action,
    codes: (&Code, &Code, &Code),
) -> Result<Asked, CollectionError> {
    let found = submission(tx, scope, codes).await?;
    check(scope, action, found.answers)?;
    Ok(found)
}

pub(super) fn check(
    scope: &Scope,
    action: Action,
    place: OrganisationId,
) -> Result<(), CollectionError> {
    policy::check(scope, action, Resource::Organisation(place)).map_err(CollectionError::Refused)
}
