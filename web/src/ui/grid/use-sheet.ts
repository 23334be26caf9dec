import { useRef, useState } from 'react';
import { fill, readBlock, type Spread, spread, writeBlock } from './block';
import type { CellChange, Sheet } from './cell';
import { type History, NO_HISTORY, redo, remember, undo } from './history';
import { type Point, type Range, stepFrom } from './range';

/** What one does to a sheet as a whole: choose a range, paste, clear, take back. */
export function useSheet(sheet: Sheet, onChange: (changes: readonly CellChange[]) => void) {
  const [range, setRange] = useState<Range | null>(null);
  const [left, setLeft] = useState(0);
  const history = useRef<History>(NO_HISTORY);

  const change = (changes: readonly CellChange[]) => {
    setLeft(0);
    if (changes.length === 0) return;
    history.current = remember(history.current, changes);
    onChange(changes);
  };
  const put = (done: Spread) => {
    change(done.changes);
    setLeft(done.left);
  };
  const turn = (turned: ReturnType<typeof undo>) => {
    if (!turned) return;
    history.current = turned.history;
    onChange(turned.changes);
  };
  const chosen = (active: Point): Range => range ?? { from: active, to: active };

  return {
    range,
    /** How many pasted values found no place. */
    left,
    change,
    choose: setRange,
    /** Draws the range on from the active cell by an arrow key. */
    extend: (active: Point, key: string) => {
      const { from, to } = chosen(active);
      setRange({ from, to: stepFrom(to, key, sheet) });
    },
    chooseAll: () =>
      setRange({
        from: { row: 0, column: 0 },
        to: { row: sheet.rows.length - 1, column: sheet.columns.length - 1 },
      }),
    copy: (active: Point) => writeBlock(sheet, chosen(active)),
    paste: (active: Point, text: string) => put(spread(sheet, chosen(active), readBlock(text))),
    clear: (active: Point) => put(fill(sheet, chosen(active), '')),
    undo: () => turn(undo(history.current)),
    redo: () => turn(redo(history.current)),
  };
}

export type SheetActions = ReturnType<typeof useSheet>;
