import type { Sheet } from './cell';
import styles from './grid.module.css';
import { StateMark } from './state-mark';

interface Props {
  label: string;
  heads: readonly string[];
  sheet: Sheet;
}

/** The sheet on paper: all of it, as a plain table. */
export function GridPrint({ label, heads, sheet }: Props) {
  const [first = '', ...others] = heads;
  return (
    <table className={`${styles['paper']} print-only`}>
      <caption>{label}</caption>
      <thead>
        <tr>
          <th scope="col">{first}</th>
          {others.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
          {sheet.columns.map(({ key, name, group }) => (
            <th key={key} scope="col">
              {[group, name].filter(Boolean).join(' ')}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {sheet.rows.map((row) => (
          <tr key={row.key}>
            <th scope="row">{row.heads[0]}</th>
            {others.map((head, place) => (
              <td key={head}>{row.heads[place + 1]}</td>
            ))}
            {sheet.columns.map(({ key }) => {
              const cell = row.cells[key];
              return (
                <td key={key} className={styles['paperCell']}>
                  {cell && <StateMark state={cell.state} />} {cell?.text}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
