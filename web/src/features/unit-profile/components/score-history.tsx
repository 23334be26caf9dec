import { Segmented } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { UnitProfile } from '@/api/types';
import { Chart } from '@/ui/chart/chart';
import { lineOption } from '@/ui/chart/line-option';
import { Figure } from '@/ui/figure/figure';
import { useLanguage } from '@/ui/language';
import { SourceLine } from '@/ui/page/source-line';
import { useScoreScale } from '@/ui/score/scale';
import { useSearchState } from '@/ui/use-search-state';
import { dimensionLines, type HistoryTab, indexLines, readTab } from '../lines';
import { rootSeries } from '../series';
import { HistoryTable } from './history-table';
import styles from './unit-profile.module.css';

interface Props {
  profile: UnitProfile;
  peers: readonly UnitProfile[];
}

/** Over all periods: the index with its dimensions, or beside that of the peers. */
export function ScoreHistory({ profile, peers }: Props) {
  const { t } = useTranslation('unit-profile');
  const { text, language } = useLanguage();
  const [search, change] = useSearchState();
  const tab = readTab(search.get('tab'));
  const indexName = t('index');
  const { decimals } = useScoreScale();
  const periods = useMemo(() => rootSeries(profile).points.map(({ period }) => period), [profile]);
  const lines = useMemo(
    () =>
      tab === 'index'
        ? indexLines(profile, peers, language)
        : dimensionLines(profile, indexName, language),
    [tab, profile, peers, language, indexName],
  );
  const option = useMemo(
    () => lineOption({ periods, lines, decimals }),
    [periods, lines, decimals],
  );
  return (
    <Figure
      title={t('history')}
      note={t(tab === 'index' ? 'history_of_index' : 'history_of_dimensions')}
      chart={
        <>
          <Segmented<HistoryTab>
            className={`${styles['tabs']} no-print`}
            value={tab}
            onChange={(next) => change({ tab: next === 'dimensions' ? null : next })}
            aria-label={t('history_tabs')}
            options={[
              { label: t('tab_dimensions'), value: 'dimensions' },
              { label: t('tab_index'), value: 'index' },
            ]}
          />
          <Chart
            option={option}
            height={340}
            label={t('history_label', { name: text(profile.unit.name) })}
          />
        </>
      }
      table={<HistoryTable periods={periods} lines={lines} />}
      source={<SourceLine isSynthetic={profile.is_synthetic}>{t('computed')}</SourceLine>}
    />
  );
}
