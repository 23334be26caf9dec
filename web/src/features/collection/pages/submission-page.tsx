import '../words';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, type LoaderFunctionArgs, useParams } from 'react-router';
import { queryClient } from '@/api/query-client';
import { sessionQuery } from '@/api/session';
import { useLanguage } from '@/ui/language';
import { PageHead } from '@/ui/page/page-head';
import { paths } from '@/ui/paths';
import { Loaded } from '@/ui/state/loaded';
import { DueDate } from '../components/due-date';
import { HistoryList } from '../components/history-list';
import { StateTag } from '../components/state-tag';
import { SubmissionView } from '../components/submission-view';
import { gridQuery, type SubmissionPlace } from '../queries';
import type { Grid } from '../shapes';

function placeOf(params: Partial<Record<string, string>>): SubmissionPlace {
  const { strategy = '', round = '', organisation = '' } = params;
  return { strategy, round, organisation };
}

export function loader({ params }: LoaderFunctionArgs): null {
  void queryClient.prefetchQuery(gridQuery(placeOf(params)));
  return null;
}

export function Component() {
  const place = placeOf(useParams());
  const query = useQuery(gridQuery(place));
  return <Loaded query={query}>{(grid) => <SubmissionPage place={place} grid={grid} />}</Loaded>;
}

function SubmissionPage({ place, grid }: { place: SubmissionPlace; grid: Grid }) {
  const { t } = useTranslation('collection');
  const { text } = useLanguage();
  const account = useQuery(sessionQuery()).data?.account?.id ?? '';
  const { submission } = grid;
  const name = text(submission.organisation.name);
  return (
    <>
      <PageHead
        overline={
          <Link to={paths.round(place.strategy, place.round)}>{text(submission.title)}</Link>
        }
        title={t('return_of', { name })}
        isSynthetic={grid.cells.some(({ is_synthetic: isSynthetic }) => isSynthetic)}
        aside={<StateTag state={submission.state} />}
      >
        <DueDate
          due={submission.due}
          isOverdue={grid.is_overdue}
          isExtended={submission.is_extended}
        />
      </PageHead>
      <SubmissionView
        key={[account, ...Object.values(place)].join('/')}
        account={account}
        place={place}
        grid={grid}
      />
      <HistoryList place={place} />
    </>
  );
}
