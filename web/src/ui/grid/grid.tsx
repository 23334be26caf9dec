import { type Ref, useImperativeHandle, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useIsNarrow } from '../use-is-narrow';
import type { CellChange, CellPlace, CellState, Sheet } from './cell';
import { cellAt } from './cell';
import styles from './grid.module.css';
import { GridCards } from './grid-cards';
import { GridFooter } from './grid-footer';
import { GridPrint } from './grid-print';
import { findNext, type Point, pointOf } from './range';
import { type SheetHandle, SheetView } from './sheet-view';
import { StateMark } from './state-mark';
import { useSheet } from './use-sheet';

export type GridHandle = SheetHandle;

interface Props {
  ref?: Ref<GridHandle>;
  label: string;
  /** Names of the frozen columns, in the order of each row's `heads`. */
  heads: readonly string[];
  sheet: Sheet;
  /** What was typed, pasted, cleared or taken back, once it is done. */
  onChange: (changes: readonly CellChange[]) => void;
  /** Each stroke in an open editor, so that not even a half-typed value is lost. */
  onTyping?: (place: CellPlace, text: string) => void;
  onActive?: (place: CellPlace | null) => void;
}

/** Cells to be filled in as in a spreadsheet; on a phone, a list of labelled fields. */
export function Grid({ ref, label, heads, sheet, onChange, onTyping, onActive }: Props) {
  const { t } = useTranslation('ui');
  const isNarrow = useIsNarrow();
  const [active, setActive] = useState<Point | null>(null);
  const view = useRef<SheetHandle>(null);
  const box = useRef<HTMLDivElement>(null);
  const actions = useSheet(sheet, onChange);

  const show = (place: CellPlace) => {
    view.current?.show(place);
    const field = `[data-cell="${CSS.escape(`${place.row}~${place.column}`)}"] input`;
    box.current?.querySelector<HTMLInputElement>(field)?.focus();
  };
  useImperativeHandle(ref, () => ({ show }));
  const placeOf = ({ row, column }: Point): CellPlace => ({
    row: sheet.rows[row]?.key ?? '',
    column: sheet.columns[column]?.key ?? '',
  });
  const activate = (point: Point | null) => {
    setActive(point);
    onActive?.(point && placeOf(point));
  };
  const showNext = (state: CellState) => {
    const point = findNext(sheet, active, [state]);
    if (point) show(placeOf(point));
  };

  return (
    <div ref={box} className={styles['box']}>
      {isNarrow ? (
        <GridCards
          sheet={sheet}
          onChange={actions.change}
          onTyping={onTyping}
          onActive={(place) => activate(pointOf(sheet, place))}
        />
      ) : (
        <SheetView
          ref={view}
          label={label}
          heads={heads}
          sheet={sheet}
          actions={actions}
          active={active}
          onActive={activate}
          onTyping={onTyping}
        />
      )}
      {!isNarrow && <ActiveCell sheet={sheet} active={active} />}
      <GridFooter sheet={sheet} left={actions.left} onNext={showNext} />
      {!isNarrow && isEditable(sheet) && (
        <p className={`${styles['keys']} no-print`}>{t('grid_keys')}</p>
      )}
      <GridPrint label={label} heads={heads} sheet={sheet} />
    </div>
  );
}

function isEditable({ rows }: Sheet): boolean {
  return rows.some(({ cells }) => Object.values(cells).some(({ isLocked }) => !isLocked));
}

/** The active cell in full: where it is, how it stands and why. */
function ActiveCell({ sheet, active }: { sheet: Sheet; active: Point | null }) {
  const { t } = useTranslation('ui');
  const cell = active && cellAt(sheet, active.row, active.column);
  const column = active && sheet.columns[active.column];
  const name = active && sheet.rows[active.row]?.heads[0];
  return (
    <div className={`${styles['active']} no-print`}>
      {cell && column ? (
        <>
          <strong>{[name, column.group, column.name].filter(Boolean).join(' · ')}</strong>
          <StateMark state={cell.state} />
          <span>{cell.note}</span>
        </>
      ) : (
        <span>{t('grid_none_active')}</span>
      )}
    </div>
  );
}
