import 'react-data-grid/lib/styles.css';
import { type ClipboardEvent, type Ref, useImperativeHandle, useMemo, useRef } from 'react';
import { DataGrid, type DataGridHandle } from 'react-data-grid';
import { type CellPlace, cellAt, type GridRow, type Sheet } from './cell';
import { EditingContext, type Opening } from './cell-editor';
import { hasLongNames, headerHeight, libraryColumns } from './columns';
import styles from './grid.module.css';
import { type Point, pointOf } from './range';
import { DrawingContext, renderSheetCell } from './sheet-cell';
import { onSheetKey } from './sheet-keys';
import type { SheetActions } from './use-sheet';

const ROW_HEIGHT = 52;

export interface SheetHandle {
  /** Goes to a cell and gives it the focus. */
  show: (place: CellPlace) => void;
}

interface Props {
  ref: Ref<SheetHandle>;
  label: string;
  heads: readonly string[];
  sheet: Sheet;
  actions: SheetActions;
  active: Point | null;
  onActive: (point: Point | null) => void;
  onTyping: ((place: CellPlace, text: string) => void) | undefined;
}

/** The sheet on a wide screen, on the library's grid. */
export function SheetView(props: Props) {
  const { ref, label, heads, sheet, actions, active, onActive, onTyping } = props;
  const grid = useRef<DataGridHandle>(null);
  const opening = useRef<Opening>('typing');
  const isLeaving = useRef(false);
  const count = heads.length;

  const moveTo = ({ row, column }: Point) =>
    grid.current?.setActivePosition({ rowIdx: row, idx: column + count }, { shouldFocus: true });
  useImperativeHandle(ref, () => ({
    show: (place) => {
      const point = pointOf(sheet, place);
      if (!point) return;
      grid.current?.scrollToCell({ rowIdx: point.row, idx: point.column + count });
      moveTo(point);
    },
  }));

  const isWide = hasLongNames(sheet.rows);
  const columns = useMemo(
    () => libraryColumns(heads, sheet.columns, isWide),
    [heads, sheet.columns, isWide],
  );
  const editing = useMemo(
    () => ({
      opening,
      onTyping: (place: CellPlace, text: string) => onTyping?.(place, text),
    }),
    [opening, onTyping],
  );
  const commit = (rows: readonly GridRow[], place: number, column: string) => {
    const before = sheet.rows[place]?.cells[column]?.text ?? '';
    const after = rows[place]?.cells[column]?.text.trim() ?? '';
    const row = sheet.rows[place]?.key;
    if (row === undefined) return;
    if (after === before) onTyping?.({ row, column }, before);
    else actions.change([{ row, column, before, after }]);
  };
  const drop = ({ row, column }: Point) => {
    const place = { row: sheet.rows[row]?.key ?? '', column: sheet.columns[column]?.key ?? '' };
    onTyping?.(place, cellAt(sheet, row, column)?.text ?? '');
  };
  const drawing = useMemo(
    () => ({
      range: actions.range,
      heads: count,
      onDraw: (to: Point) => {
        if (active) actions.choose({ from: active, to });
      },
    }),
    [actions, active, count],
  );
  const isOwn = ({ target }: ClipboardEvent) => active && !(target instanceof HTMLInputElement);

  return (
    <div
      className={`${styles['sheet']} no-print`}
      onCopy={(event) => {
        if (!isOwn(event) || !active) return;
        event.preventDefault();
        event.clipboardData.setData('text/plain', actions.copy(active));
      }}
      onCut={(event) => {
        if (!isOwn(event) || !active) return;
        event.preventDefault();
        event.clipboardData.setData('text/plain', actions.copy(active));
        actions.clear(active);
      }}
      onPaste={(event) => {
        if (!isOwn(event) || !active) return;
        event.preventDefault();
        actions.paste(active, event.clipboardData.getData('text/plain'));
      }}
    >
      <DrawingContext value={drawing}>
        <EditingContext value={editing}>
          <DataGrid
            ref={grid}
            aria-label={label}
            className={styles['grid'] ?? ''}
            columns={columns}
            rows={sheet.rows}
            rowKeyGetter={({ key }) => key}
            rowHeight={ROW_HEIGHT}
            headerRowHeight={headerHeight(sheet.columns)}
            renderers={RENDERERS}
            onRowsChange={(rows, { indexes, column }) => {
              for (const place of indexes) commit(rows, place, column.key);
            }}
            onCellKeyDown={(args, event) =>
              onSheetKey(
                { sheet, heads: count, actions, opening, isLeaving, moveTo, onDrop: drop },
                args,
                event,
              )
            }
            onCellMouseDown={({ rowIdx, column }, event) => {
              const to = { row: rowIdx, column: column.idx - count };
              opening.current = 'opened';
              if (event.shiftKey && active && to.column >= 0) {
                event.preventGridDefault();
                event.preventDefault();
                actions.choose({ from: active, to });
              } else {
                actions.choose(null);
              }
            }}
            onActivePositionChange={({ rowIdx, column }) => {
              const place = (column?.idx ?? -1) - count;
              onActive(rowIdx >= 0 && place >= 0 ? { row: rowIdx, column: place } : null);
            }}
          />
        </EditingContext>
      </DrawingContext>
    </div>
  );
}

const RENDERERS = { renderCell: renderSheetCell };
