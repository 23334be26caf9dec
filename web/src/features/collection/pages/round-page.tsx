import '../words';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, type LoaderFunctionArgs, useParams } from 'react-router';
import { queryClient } from '@/api/query-client';
import { holdsOne, sessionQuery } from '@/api/session';
import { useLanguage } from '@/ui/language';
import { PageHead } from '@/ui/page/page-head';
import { formatPeriod } from '@/ui/period';
import { paths } from '@/ui/paths';
import { Loaded } from '@/ui/state/loaded';
import { DueDate } from '../components/due-date';
import { ManageRound } from '../components/manage-round';
import { Progress } from '../components/progress';
import { StateTag } from '../components/state-tag';
import { roundQuery, type RoundPlace } from '../queries';
import type { Round } from '../shapes';

function placeOf(params: Partial<Record<string, string>>): RoundPlace {
  return { strategy: params['strategy'] ?? '', round: params['round'] ?? '' };
}

export function loader({ params }: LoaderFunctionArgs): null {
  void queryClient.prefetchQuery(roundQuery(placeOf(params)));
  return null;
}

export function Component() {
  const place = placeOf(useParams());
  const query = useQuery(roundQuery(place));
  return <Loaded query={query}>{(round) => <RoundPage place={place} round={round} />}</Loaded>;
}

function RoundPage({ place, round }: { place: RoundPlace; round: Round }) {
  const { t } = useTranslation('collection');
  const { text, language } = useLanguage();
  const session = useQuery(sessionQuery()).data;
  const mayManage = holdsOne(session, ['analyst']);
  return (
    <>
      <PageHead
        overline={<Link to={paths.rounds(place.strategy)}>{t('rounds')}</Link>}
        title={text(round.title)}
        isSynthetic={false}
        aside={<StateTag state={round.state} />}
      >
        <DueDate due={round.deadline} />
        <p>
          {t('asks_for_what', {
            indicators: round.items.length,
            units: round.units.length,
            periods: round.periods.map((code) => formatPeriod(code, language)).join('、'),
          })}
        </p>
      </PageHead>
      {mayManage && <ManageRound place={place} round={round} />}
      {round.state === 'draft' ? <p>{t('round_is_draft')}</p> : <Progress place={place} />}
    </>
  );
}
