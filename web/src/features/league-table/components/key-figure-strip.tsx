import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { LeagueTable } from '@/api/types';
import { useLanguage } from '@/ui/language';
import { useScoreScale } from '@/ui/score/scale';
import { keyFigures } from '../rows';
import styles from './key-figure-strip.module.css';

interface FigureProps {
  name: string;
  value: ReactNode;
  note?: ReactNode;
}

function KeyFigure({ name, value, note }: FigureProps) {
  return (
    <div className={styles['figure']}>
      <dt>{name}</dt>
      <dd>
        <span className={styles['value']}>{value}</span>
        {note && <span className={styles['note']}>{note}</span>}
      </dd>
    </div>
  );
}

export function KeyFigureStrip({ table }: { table: LeagueTable }) {
  const { t } = useTranslation('league-table');
  const { text } = useLanguage();
  const scale = useScoreScale();
  const { ranked, average, first, spread, climber } = keyFigures(table);
  return (
    <dl className={styles['strip']}>
      <KeyFigure
        name={t('ranked')}
        value={ranked}
        note={t('ranked_of', { count: table.rows.length })}
      />
      <KeyFigure name={t('average')} value={scale.score(average)} />
      {first && (
        <KeyFigure
          name={t('first')}
          value={text(first.unit.short_name)}
          note={scale.score(first.score)}
        />
      )}
      {spread !== null && <KeyFigure name={t('spread')} value={scale.score(spread)} />}
      {climber && (
        <KeyFigure
          name={t('climber')}
          value={text(climber.unit.short_name)}
          note={t('ui:rank_gained', { count: climber.rank_change ?? 0 })}
        />
      )}
    </dl>
  );
}
