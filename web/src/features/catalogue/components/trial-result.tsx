import { useTranslation } from 'react-i18next';
import { DataTable } from '@/ui/data-table/data-table';
import { formatNumber } from '@/ui/format';
import { useLanguage } from '@/ui/language';
import { SyntheticMark } from '@/ui/page/synthetic-mark';
import { RankChange } from '@/ui/score/rank-change';
import type { Trial } from '../types';
import styles from './editor.module.css';

/** How the units would stand, against how they stand. */
export function TrialResult({ trial }: { strategy: string; trial: Trial }) {
  const { t } = useTranslation('catalogue');
  const { text } = useLanguage();
  const { moves, period, gaps, gaps_total: missing } = trial;
  const changed = moves.filter(({ rank_change: change }) => change).length;
  return (
    <div className={styles['trial']}>
      <p role="status">
        {t(changed > 0 ? 'tried' : 'tried_none', { period, count: changed })}
        {trial.is_synthetic && <SyntheticMark />}
      </p>
      {missing > 0 && (
        <>
          <p>{t('gaps', { count: missing })}</p>
          <ul>
            {gaps.slice(0, 3).map(({ period: when, unit, node, why }) => (
              <li key={`${when}-${unit}-${node}`}>
                {when} {unit} {node}: {text(why)}
              </li>
            ))}
          </ul>
        </>
      )}
      <DataTable
        caption={t('publish_note')}
        columns={[
          {
            key: 'unit',
            title: t('unit'),
            isRowHeader: true,
            cell: ({ unit }) => text(unit.name),
          },
          {
            key: 'before',
            title: t('rank_before'),
            align: 'end',
            cell: ({ rank_before: rank }) => rank ?? '—',
          },
          {
            key: 'after',
            title: t('rank_after'),
            align: 'end',
            cell: ({ rank_after: rank }) => rank ?? '—',
          },
          {
            key: 'change',
            title: t('rank_change'),
            align: 'end',
            cell: ({ rank_change: change }) => <RankChange change={change ?? null} />,
          },
          {
            key: 'score',
            title: t('score_after'),
            align: 'end',
            cell: (it) => `${formatNumber(it.score_before)} → ${formatNumber(it.score_after)}`,
          },
        ]}
        rows={moves}
        rowKey={({ unit }) => unit.code}
      />
    </div>
  );
}
