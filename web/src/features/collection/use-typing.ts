import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { CellChange, CellPlace } from '@/ui/grid/cell';
import type { Autosave } from './drafts/autosave';
import type { Said } from './drafts/draft';
import type { Cell, Grid } from './shapes';
import { cellAtPlace, type Layout } from './sheet-of';

/** What the sheet reports of the typing, as something said of the cells of a submission. */
export function useTyping(grid: Grid, layout: Layout, autosave: Autosave) {
  const { t } = useTranslation('collection');
  const heads = useMemo(
    () => (layout === 'units' ? [t('unit'), t('period')] : [t('indicator'), t('measure_unit')]),
    [layout, t],
  );
  const saidOf = (cell: Cell): Said => {
    const { text, missing, explanation } = autosave.snapshot().drafts.get(cell.cell) ?? cell;
    return { text, missing: missing ?? null, explanation: explanation ?? null };
  };
  /** A figure takes the place of the reason why there was none. */
  const withText = (cell: Cell, text: string) => {
    const { missing, explanation } = saidOf(cell);
    return {
      cell: cell.cell,
      base: cell.version,
      text,
      missing: text === '' ? missing : null,
      explanation,
    };
  };
  return {
    heads,
    saidOf,
    change: (changes: readonly CellChange[]) => {
      const said = changes.flatMap((change) => {
        const cell = cellAtPlace(grid, change, layout);
        return cell ? [withText(cell, change.after)] : [];
      });
      autosave.type(said);
    },
    jot: (place: CellPlace, text: string) => {
      const cell = cellAtPlace(grid, place, layout);
      if (cell) autosave.jot(withText(cell, text), saidOf(cell).text === text);
    },
  };
}
