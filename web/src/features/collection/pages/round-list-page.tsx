import '../words';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, type LoaderFunctionArgs, useNavigate, useParams } from 'react-router';
import { queryClient } from '@/api/query-client';
import { holdsOne, sessionQuery } from '@/api/session';
import type { Column } from '@/ui/data-table/column';
import { DataTable } from '@/ui/data-table/data-table';
import { formatInstant } from '@/ui/format';
import { useLanguage } from '@/ui/language';
import { PageHead } from '@/ui/page/page-head';
import { formatPeriod } from '@/ui/period';
import { paths } from '@/ui/paths';
import { Loaded } from '@/ui/state/loaded';
import { Nothing } from '@/ui/state/nothing';
import { StateTag } from '../components/state-tag';
import { roundsQuery } from '../queries';
import type { Round } from '../shapes';

export function loader({ params }: LoaderFunctionArgs): null {
  void queryClient.prefetchQuery(roundsQuery(params['strategy'] ?? ''));
  return null;
}

export function Component() {
  const { t } = useTranslation('collection');
  const { strategy = '' } = useParams();
  const query = useQuery(roundsQuery(strategy));
  const session = useQuery(sessionQuery()).data;
  const navigate = useNavigate();
  const mayDesign = holdsOne(session, ['analyst']);
  return (
    <>
      <PageHead
        overline={t('collection')}
        title={t('rounds')}
        isSynthetic={false}
        aside={
          mayDesign && (
            <Button type="primary" onClick={() => void navigate(paths.newRound(strategy))}>
              {t('new_round')}
            </Button>
          )
        }
      />
      <Loaded query={query}>
        {({ items }) =>
          items.length > 0 ? (
            <RoundTable rounds={items} />
          ) : (
            <Nothing
              title={t('no_rounds')}
              detail={t(mayDesign ? 'no_rounds_design' : 'no_rounds_wait')}
            />
          )
        }
      </Loaded>
    </>
  );
}

function RoundTable({ rounds }: { rounds: readonly Round[] }) {
  const { t } = useTranslation('collection');
  const { text, language } = useLanguage();
  const { strategy = '' } = useParams();
  const columns: Column<Round>[] = [
    {
      key: 'title',
      title: t('round'),
      isRowHeader: true,
      cell: ({ code, title }) => <Link to={paths.round(strategy, code)}>{text(title)}</Link>,
    },
    { key: 'state', title: t('state'), cell: ({ state }) => <StateTag state={state} /> },
    { key: 'asking', title: t('asking'), cell: ({ organisation }) => text(organisation.name) },
    {
      key: 'what',
      title: t('asks_for'),
      cell: ({ items, units, periods }) =>
        t('asks_for_what', {
          indicators: items.length,
          units: units.length,
          periods: periods.map((code) => formatPeriod(code, language)).join('、'),
        }),
    },
    {
      key: 'deadline',
      title: t('deadline'),
      cell: ({ deadline }) => formatInstant(deadline.at, deadline.time_zone, language),
      sortValue: ({ deadline }) => deadline.at,
    },
  ];
  return (
    <DataTable
      caption={t('rounds')}
      columns={columns}
      rows={rounds}
      rowKey={({ code }) => code}
      initialSort={{ key: 'deadline', order: 'desc' }}
    />
  );
}
