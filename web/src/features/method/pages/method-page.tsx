import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type LoaderFunctionArgs, useParams } from 'react-router';
import { queryClient } from '@/api/query-client';
import { frameworkQuery, strategyQuery } from '@/api/strategy-queries';
import type { Strategy } from '@/api/types';
import { useLanguage } from '@/ui/language';
import { PageHead } from '@/ui/page/page-head';
import { Provenance } from '@/ui/provenance/provenance';
import { Loaded } from '@/ui/state/loaded';
import { Nothing } from '@/ui/state/nothing';
import { Downloads } from '../components/downloads';
import { FrameworkTree } from '../components/framework-tree';
import { MethodSteps } from '../components/method-steps';
import { RunFacts } from '../components/run-facts';

export function loader({ params }: LoaderFunctionArgs): null {
  void queryClient.prefetchQuery(frameworkQuery(params['strategy'] ?? ''));
  return null;
}

export function Component() {
  const { strategy = '' } = useParams();
  const query = useQuery(strategyQuery(strategy));
  return <Loaded query={query}>{(found) => <MethodPage strategy={found} />}</Loaded>;
}

function MethodPage({ strategy }: { strategy: Strategy }) {
  const { t } = useTranslation('method');
  const { text } = useLanguage();
  const framework = useQuery(frameworkQuery(strategy.code));
  const { run } = strategy;
  return (
    <>
      <PageHead
        overline={text(strategy.name)}
        title={t('title')}
        documentTitle={`${t('title')} · ${text(strategy.name)}`}
        isSynthetic={strategy.is_synthetic}
      >
        <p>{text(strategy.description)}</p>
      </PageHead>
      {run ? (
        <MethodSteps run={run} />
      ) : (
        <Nothing title={t('not_run')} detail={t('not_run_detail')} />
      )}
      <Loaded query={framework}>
        {({ nodes, version }) => (
          <FrameworkTree strategy={strategy.code} nodes={nodes} version={version} run={run} />
        )}
      </Loaded>
      {run && <RunFacts strategy={strategy} run={run} />}
      <Downloads strategy={strategy} />
      {run && <Provenance run={run} isSynthetic={strategy.is_synthetic} />}
    </>
  );
}
