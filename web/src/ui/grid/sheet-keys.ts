import type { RefObject } from 'react';
import type { CellKeyboardEvent, CellKeyDownArgs } from 'react-data-grid';
import type { GridRow, Sheet } from './cell';
import type { Opening } from './cell-editor';
import { type Point, stepFrom } from './range';
import type { SheetActions } from './use-sheet';

interface Given {
  sheet: Sheet;
  heads: number;
  actions: SheetActions;
  opening: RefObject<Opening>;
  /** Set by Esc: the next Tab leaves the sheet instead of going to the next cell. */
  isLeaving: RefObject<boolean>;
  moveTo: (point: Point) => void;
  /** Esc in an editor: what was typed there is dropped. */
  onDrop: (point: Point) => void;
}

const ARROWS = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'];
const MOVES = new Set([...ARROWS, 'Home', 'End', 'PageUp', 'PageDown', 'Tab']);

/** What the keys do beyond what the library knows: ranges, clearing, taking back, moving on by Enter. */
export function onSheetKey(
  given: Given,
  args: CellKeyDownArgs<GridRow>,
  event: CellKeyboardEvent,
): void {
  if (!args.row || !args.column) return;
  const point = { row: args.rowIdx, column: args.column.idx - given.heads };
  if (args.mode === 'EDIT') whileEditing(given, point, event);
  else if (atRest(given, point, event)) event.preventGridDefault();
}

function whileEditing(given: Given, point: Point, event: CellKeyboardEvent) {
  const { key, shiftKey, nativeEvent } = event;
  if (nativeEvent.isComposing) {
    event.preventGridDefault();
    return;
  }
  if (key === 'Escape') given.onDrop(point);
  const step = key === 'Enter' ? (shiftKey ? 'ArrowUp' : 'ArrowDown') : key;
  const isMove = key === 'Enter' || (given.opening.current === 'typing' && ARROWS.includes(key));
  const next = stepFrom(point, step, given.sheet);
  // At the edge the library's own Enter keeps what was typed.
  if (!isMove || (next.row === point.row && next.column === point.column)) return;
  event.preventGridDefault();
  event.preventDefault();
  given.moveTo(next);
}

/** Answers whether the library has nothing more to do. */
function atRest(given: Given, point: Point, event: CellKeyboardEvent): boolean {
  const { actions, opening, isLeaving } = given;
  const { key, shiftKey, ctrlKey, metaKey, altKey } = event;
  if (key === 'Tab' && isLeaving.current) return true;
  isLeaving.current = key === 'Escape' || (isLeaving.current && key === 'Shift');
  if (ctrlKey || metaKey) return withControl(actions, key.toLowerCase(), event);
  if (altKey) return true;
  if (key === 'Shift') return false;
  if (shiftKey && ARROWS.includes(key) && point.column >= 0) {
    event.preventDefault();
    actions.extend(point, key);
    return true;
  }
  if ((key === 'Delete' || key === 'Backspace') && point.column >= 0) {
    event.preventDefault();
    actions.clear(point);
    return true;
  }
  actions.choose(null);
  if (key === 'Enter') {
    event.preventDefault();
    given.moveTo(stepFrom(point, shiftKey ? 'ArrowUp' : 'ArrowDown', given.sheet));
    return true;
  }
  opening.current = key === 'F2' ? 'opened' : 'typing';
  return false;
}

function withControl(actions: SheetActions, key: string, event: CellKeyboardEvent): boolean {
  const does: Record<string, () => void> = {
    a: actions.chooseAll,
    z: event.shiftKey ? actions.redo : actions.undo,
    y: actions.redo,
  };
  const action = does[key];
  if (action) {
    event.preventDefault();
    action();
    return true;
  }
  return !MOVES.has(event.key);
}
