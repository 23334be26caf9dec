import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/ui/language';
import type { Cell, Finding, Grid } from '../shapes';
import { cellName } from '../sheet-of';
import styles from './collection.module.css';

interface Props {
  grid: Grid;
  onShow: (cell: Cell) => void;
}

const ORDER = ['error', 'warning', 'hint'];

/** All that there is to say about the sheet, each leading to its cell; empty cells are counted below the sheet. */
export function FindingList({ grid, onShow }: Props) {
  const { t } = useTranslation('collection');
  const { text, language } = useLanguage();
  const cells = new Map(grid.cells.map((cell) => [cell.cell, cell]));
  const found = grid.findings
    .filter(({ code }) => code !== 'required')
    .toSorted((one, other) => ORDER.indexOf(one.severity) - ORDER.indexOf(other.severity));
  if (found.length === 0) return <p className="muted">{t('no_findings')}</p>;
  const mark = ({ severity }: Finding, cell: Cell) => {
    if (severity !== 'warning') return t(`severity_${severity}`);
    return cell.explanation ? t('explained') : t('to_explain');
  };
  return (
    <ul className={styles['findings']}>
      {found.map((finding) => {
        const cell = cells.get(finding.cell);
        return (
          cell && (
            <li key={`${finding.cell}-${finding.code}`} data-severity={finding.severity}>
              <button type="button" onClick={() => onShow(cell)}>
                {cellName(grid, cell, language)}
              </button>
              <span className={styles['severity']} data-severity={finding.severity}>
                {mark(finding, cell)}
              </span>
              <span>{text(finding.message)}</span>
              {cell.explanation && <q>{cell.explanation}</q>}
            </li>
          )
        );
      })}
    </ul>
  );
}
