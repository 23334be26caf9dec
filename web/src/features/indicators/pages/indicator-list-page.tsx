import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type LoaderFunctionArgs, useParams } from 'react-router';
import { queryClient } from '@/api/query-client';
import { indicatorsQuery } from '@/api/strategy-queries';
import { PageHead } from '@/ui/page/page-head';
import { Loaded } from '@/ui/state/loaded';
import { Nothing } from '@/ui/state/nothing';
import { IndicatorList } from '../components/indicator-list';

export function loader({ params }: LoaderFunctionArgs): null {
  void queryClient.prefetchQuery(indicatorsQuery(params['strategy'] ?? ''));
  return null;
}

export function Component() {
  const { t } = useTranslation('indicators');
  const { strategy = '' } = useParams();
  const query = useQuery(indicatorsQuery(strategy));
  return (
    <>
      <PageHead
        overline={query.data ? t('count', { count: query.data.items.length }) : '\u00a0'}
        title={t('list_title')}
        isSynthetic={false}
      />
      <Loaded query={query}>
        {({ items }) =>
          items.length > 0 ? (
            <IndicatorList items={items} />
          ) : (
            <Nothing title={t('no_indicators')} detail={t('no_indicators_detail')} />
          )
        }
      </Loaded>
    </>
  );
}
