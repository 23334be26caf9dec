import { useQueries } from '@tanstack/react-query';
import { useParams } from 'react-router';
import type { UnitProfile } from '@/api/types';
import { readAsOf } from '@/ui/as-of/as-of';
import { useSearchState } from '@/ui/use-search-state';
import { readPeers } from './peers';
import { profileQuery } from './queries';

/** The profiles of the units this one is compared with, as far as they have arrived. */
export function usePeerProfiles(unit: string, period: string): UnitProfile[] {
  const { strategy = '' } = useParams();
  const [search] = useSearchState();
  const asOf = readAsOf(search);
  const peers = readPeers(search.get('peers'), unit);
  return useQueries({
    queries: peers.map((peer) => profileQuery(strategy, peer, period, asOf)),
    combine: (results) => results.flatMap(({ data }) => (data ? [data] : [])),
  });
}
