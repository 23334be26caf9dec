import { createContext, type Key, type ReactNode, use } from 'react';
import { Cell, type CellRendererProps } from 'react-data-grid';
import type { GridRow } from './cell';
import styles from './grid.module.css';
import { isWithin, type Point, type Range } from './range';

interface Drawing {
  range: Range | null;
  /** Frozen columns before those that can be filled in. */
  heads: number;
  /** The pointer has come here with its button held. */
  onDraw: (point: Point) => void;
}

export const DrawingContext = createContext<Drawing>({
  range: null,
  heads: 0,
  onDraw: () => undefined,
});

type Props = CellRendererProps<GridRow, unknown>;

/** A cell of the library, told whether it is within the chosen range. */
function SheetCell(props: Props) {
  const { range, heads, onDraw } = use(DrawingContext);
  const { column, row, rowIdx, isCellActive } = props;
  const point = { row: rowIdx, column: column.idx - heads };
  if (point.column < 0) {
    return <Cell {...props} role={column.idx === 0 ? 'rowheader' : 'gridcell'} />;
  }
  const cell = row.cells[column.key];
  const isChosen = isWithin(range, point.row, point.column);
  return (
    <Cell
      {...props}
      className={isChosen ? styles['chosen'] : undefined}
      aria-selected={isCellActive || isChosen}
      title={cell?.note}
      onMouseEnter={({ buttons }) => {
        if (buttons === 1) onDraw(point);
      }}
    />
  );
}

export function renderSheetCell(key: Key, props: Props): ReactNode {
  return <SheetCell key={key} {...props} />;
}
