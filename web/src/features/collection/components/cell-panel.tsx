import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/ui/language';
import { FigureStatus } from '@/ui/page/figure-status';
import { SyntheticMark } from '@/ui/page/synthetic-mark';
import { formatPeriod } from '@/ui/period';
import type { Cell, Grid } from '../shapes';
import { cellName } from '../sheet-of';
import styles from './collection.module.css';

interface Props {
  grid: Grid;
  cell: Cell | undefined;
  children?: ReactNode;
}

/** The chosen cell in full: what is asked, what the last period had, and what belongs to it. */
export function CellPanel({ grid, cell, children }: Props) {
  const { t } = useTranslation('collection');
  const { text, language } = useLanguage();
  const column = cell && grid.columns[cell.column];
  if (!cell || !column) return <p className="muted">{t('choose_cell')}</p>;
  const { previous } = cell;
  return (
    <div className={styles['cellPanel']}>
      <h3>{cellName(grid, cell, language)}</h3>
      {text(column.definition) && <p>{text(column.definition)}</p>}
      <dl className={styles['facts']}>
        <dt>{t('caliber')}</dt>
        <dd>{text(column.caliber.name)}</dd>
        <dt>{t('previous')}</dt>
        <dd>
          {previous ? (
            <>
              {previous.value_text
                ? `${previous.value_text} ${text(column.measure_unit)}`
                : t(`missing_${previous.missing}`)}{' '}
              · {formatPeriod(previous.period, language)} <FigureStatus status={previous.status} />{' '}
              {previous.is_synthetic && <SyntheticMark isSmall />}
            </>
          ) : (
            t('no_previous')
          )}
        </dd>
      </dl>
      {children}
    </div>
  );
}
