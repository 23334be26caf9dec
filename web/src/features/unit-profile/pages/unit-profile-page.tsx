import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type LoaderFunctionArgs, useParams } from 'react-router';
import { queryClient } from '@/api/query-client';
import { strategyQuery } from '@/api/strategy-queries';
import type { UnitProfile } from '@/api/types';
import { readAsOf } from '@/ui/as-of/as-of';
import { useLanguage } from '@/ui/language';
import { PageHead } from '@/ui/page/page-head';
import { formatPeriod } from '@/ui/period';
import { Provenance } from '@/ui/provenance/provenance';
import { Loaded } from '@/ui/state/loaded';
import { useSearchState } from '@/ui/use-search-state';
import { DimensionList } from '../components/dimension-list';
import { DimensionRadar } from '../components/dimension-radar';
import { Headline } from '../components/headline';
import { IndicatorTable } from '../components/indicator-table';
import { PeriodAndPeers } from '../components/period-and-peers';
import { ScoreHistory } from '../components/score-history';
import { StrengthsAndWeaknesses } from '../components/strengths-and-weaknesses';
import styles from '../components/unit-profile.module.css';
import { profileQuery } from '../queries';
import { usePeerProfiles } from '../use-peer-profiles';

export function loader({ params, request }: LoaderFunctionArgs): null {
  const { searchParams: search } = new URL(request.url);
  const { strategy = '', unit = '' } = params;
  void queryClient.prefetchQuery(
    profileQuery(strategy, unit, search.get('period'), readAsOf(search)),
  );
  return null;
}

export function Component() {
  const { strategy = '', unit = '' } = useParams();
  const [search] = useSearchState();
  const query = useQuery(profileQuery(strategy, unit, search.get('period'), readAsOf(search)));
  return <Loaded query={query}>{(profile) => <UnitProfilePage profile={profile} />}</Loaded>;
}

function UnitProfilePage({ profile }: { profile: UnitProfile }) {
  const { t } = useTranslation('unit-profile');
  const { text, language } = useLanguage();
  const { strategy = '' } = useParams();
  const groups = useQuery(strategyQuery(strategy)).data?.groups ?? [];
  const peers = usePeerProfiles(profile.unit.code, profile.period);
  const group = groups.find(({ code }) => code === profile.unit.group);
  const name = text(profile.unit.name);
  const period = formatPeriod(profile.period, language);
  return (
    <>
      <PageHead
        overline={[group && text(group.name), period].filter(Boolean).join(' · ')}
        title={name}
        documentTitle={`${t('document_title', { name })} ${period}`}
        isSynthetic={profile.is_synthetic}
        aside={<Headline profile={profile} />}
      />
      <PeriodAndPeers profile={profile} />
      <div className={styles['two']}>
        <DimensionRadar profile={profile} peers={peers} />
        <DimensionList profile={profile} />
      </div>
      <StrengthsAndWeaknesses profile={profile} />
      <IndicatorTable profile={profile} />
      <ScoreHistory profile={profile} peers={peers} />
      <Provenance run={profile.run} isSynthetic={profile.is_synthetic} />
    </>
  );
}
