import { useId, useState } from 'react';
import type { CellChange, CellPlace, GridCell, GridColumn, GridRow, Sheet } from './cell';
import styles from './grid.module.css';
import { StateMark } from './state-mark';
import { useTranslation } from 'react-i18next';

interface Props {
  sheet: Sheet;
  onChange: (changes: readonly CellChange[]) => void;
  onTyping: ((place: CellPlace, text: string) => void) | undefined;
  onActive: ((place: CellPlace) => void) | undefined;
}

/** The sheet on a phone: one card a row, one labelled field a column. */
export function GridCards({ sheet, ...handlers }: Props) {
  return (
    <ul className={styles['cards']}>
      {sheet.rows.map((row) => (
        <li key={row.key} className={styles['card']}>
          <h2>{row.heads[0]}</h2>
          {row.heads.length > 1 && <p>{row.heads.slice(1).filter(Boolean).join(' · ')}</p>}
          {sheet.columns.map((column) => {
            const cell = row.cells[column.key];
            return (
              cell && (
                <CardField key={column.key} row={row} column={column} cell={cell} {...handlers} />
              )
            );
          })}
        </li>
      ))}
    </ul>
  );
}

interface FieldProps extends Omit<Props, 'sheet'> {
  row: GridRow;
  column: GridColumn;
  cell: GridCell;
}

function CardField({ row, column, cell, onChange, onTyping, onActive }: FieldProps) {
  const { t } = useTranslation('ui');
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const place = { row: row.key, column: column.key };
  const commit = () => {
    const after = (typed ?? cell.text).trim();
    setTyped(null);
    if (after !== cell.text) onChange([{ ...place, before: cell.text, after }]);
  };
  return (
    <div
      className={styles['cardField']}
      data-state={cell.state}
      data-cell={`${row.key}~${column.key}`}
    >
      <label htmlFor={id}>
        {column.group && <span className={styles['cardGroup']}>{column.group}</span>}
        {column.name}
      </label>
      <StateMark state={cell.state} />
      <input
        id={id}
        inputMode="text"
        autoComplete="off"
        enterKeyHint="next"
        readOnly={cell.isLocked}
        aria-describedby={`${id}-note`}
        value={typed ?? cell.text}
        onFocus={() => onActive?.(place)}
        onChange={({ target }) => {
          setTyped(target.value);
          onTyping?.(place, target.value);
        }}
        onBlur={commit}
      />
      <span id={`${id}-note`} className={styles['cardNote']}>
        {cell.previous !== undefined && t('grid_previous', { text: cell.previous })}
        {cell.previous !== undefined && cell.note ? ' · ' : ''}
        {cell.note}
      </span>
    </div>
  );
}
