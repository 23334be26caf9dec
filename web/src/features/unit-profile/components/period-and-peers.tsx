import { useQuery } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { periodsQuery, unitsQuery } from '@/api/strategy-queries';
import type { UnitProfile } from '@/api/types';
import { useLanguage } from '@/ui/language';
import { formatPeriod } from '@/ui/period';
import { useSearchState } from '@/ui/use-search-state';
import { MOST_PEERS, readPeers, writePeers } from '../peers';
import styles from './unit-profile.module.css';

/** Which period, and beside whom. */
export function PeriodAndPeers({ profile }: { profile: UnitProfile }) {
  const { t } = useTranslation('unit-profile');
  const { text, language } = useLanguage();
  const { strategy = '' } = useParams();
  const [search, change] = useSearchState();
  const id = useId();
  const periods = useQuery(periodsQuery(strategy)).data?.items ?? [{ code: profile.period }];
  const units = useQuery(unitsQuery(strategy)).data?.items ?? [];
  const others = units.filter(({ code, is_scored }) => is_scored && code !== profile.unit.code);
  return (
    <div className={`${styles['controls']} no-print`}>
      <label htmlFor={`${id}-period`}>
        {t('period')}
        <Select
          id={`${id}-period`}
          value={profile.period}
          options={periods
            .map(({ code }) => ({ value: code, label: formatPeriod(code, language) }))
            .toReversed()}
          onChange={(period) => change({ period }, true)}
        />
      </label>
      <label htmlFor={`${id}-peers`} className={styles['peers']}>
        {t('peers', { count: MOST_PEERS })}
        <Select
          id={`${id}-peers`}
          mode="multiple"
          maxCount={MOST_PEERS}
          allowClear
          placeholder={t('peers_hint')}
          optionFilterProp="label"
          value={readPeers(search.get('peers'), profile.unit.code)}
          options={others.map(({ code, name }) => ({ value: code, label: text(name) }))}
          onChange={(codes: string[]) => change({ peers: writePeers(codes) })}
        />
      </label>
      <div className={styles['print']}>
        <Button onClick={() => window.print()}>{t('print')}</Button>
      </div>
    </div>
  );
}
