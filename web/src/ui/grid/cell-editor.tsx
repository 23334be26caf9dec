import { createContext, type RefObject, use, useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { CellPlace, GridColumn, GridRow } from './cell';
import styles from './grid.module.css';

/** Typing replaces what was there and arrows move on; opened by F2 or a double click they move within. */
export type Opening = 'typing' | 'opened';

interface Editing {
  opening: RefObject<Opening>;
  onTyping: (place: CellPlace, text: string) => void;
}

export const EditingContext = createContext<Editing>({
  opening: { current: 'typing' },
  onTyping: () => undefined,
});

interface Props {
  row: GridRow;
  column: GridColumn;
  onText: (text: string) => void;
}

export function CellEditor({ row, column, onText }: Props) {
  const { t } = useTranslation('ui');
  const { opening, onTyping } = use(EditingContext);
  const focus = useCallback(
    (input: HTMLInputElement | null) => {
      if (!input) return;
      input.focus({ preventScroll: true });
      if (opening.current === 'typing') input.select();
      else input.setSelectionRange(input.value.length, input.value.length);
    },
    [opening],
  );
  const place = [row.heads[0], column.group, column.name].filter(Boolean).join(' ');
  return (
    <input
      ref={focus}
      className={styles['editor']}
      aria-label={t('grid_edit', { place })}
      value={row.cells[column.key]?.text ?? ''}
      autoComplete="off"
      spellCheck={false}
      onChange={({ target }) => {
        onText(target.value);
        onTyping({ row: row.key, column: column.key }, target.value);
      }}
    />
  );
}
