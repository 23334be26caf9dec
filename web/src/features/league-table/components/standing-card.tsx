import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { LeagueRow, LeagueTable } from '@/api/types';
import { useLanguage } from '@/ui/language';
import { RankChange } from '@/ui/score/rank-change';
import { ScoreBar } from '@/ui/score/score-bar';
import { ScoreLink } from '@/ui/score/score-link';
import { Sparkline } from '@/ui/score/sparkline';
import styles from './standings.module.css';
import { UnitName } from './unit-name';

interface Props {
  row: LeagueRow;
  table: LeagueTable;
}

/** One unit's standing on a phone. */
export function StandingCard({ row, table }: Props) {
  const { t } = useTranslation('league-table');
  const { text } = useLanguage();
  const { strategy = '' } = useParams();
  const unit = { unit: row.unit.code, unitName: text(row.unit.name) };
  return (
    <li className={styles['card']}>
      <span className={styles['cardRank']}>
        <span className="visually-hidden">{t('rank')}</span>
        {row.rank ?? '—'}
      </span>
      <UnitName row={row} strategy={strategy} />
      <span className={styles['cardScore']}>
        <ScoreLink
          {...unit}
          score={row.score ?? null}
          node={table.node.code}
          nodeName={text(table.node.name)}
        />
      </span>
      <div className={styles['cardBar']}>
        <ScoreBar value={row.score ?? null} average={table.average ?? null} />
      </div>
      <div className={styles['cardFoot']}>
        {row.missing ? (
          <span className={styles['missing']}>{text(row.missing)}</span>
        ) : (
          <RankChange change={row.rank_change} />
        )}
        <Sparkline
          points={row.series.map(({ period, score }) => ({ period, score: score ?? null }))}
        />
      </div>
      {row.children.length > 0 && (
        <details className={styles['cardChildren']}>
          <summary>{t('children')}</summary>
          <dl>
            {table.children.map((child) => (
              <div key={child.code}>
                <dt>{text(child.name)}</dt>
                <dd>
                  <ScoreLink
                    {...unit}
                    score={row.children.find(({ node }) => node === child.code)?.score ?? null}
                    node={child.code}
                    nodeName={text(child.name)}
                  />
                </dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </li>
  );
}
