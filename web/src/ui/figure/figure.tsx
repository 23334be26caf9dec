import { Segmented } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './figure.module.css';

interface Props {
  title: string;
  note?: ReactNode;
  chart: ReactNode;
  table: ReactNode;
  source: ReactNode;
}

type Form = 'chart' | 'table';

/** A chart, its table and its source line: none goes without the others. */
export function Figure({ title, note, chart, table, source }: Props) {
  const { t } = useTranslation('ui');
  const id = useId();
  const [form, setForm] = useState<Form>('chart');
  return (
    <figure className={styles['figure']} aria-labelledby={id}>
      <div className={styles['head']}>
        <figcaption>
          <h2 id={id}>{title}</h2>
          {note && <p>{note}</p>}
        </figcaption>
        <Segmented<Form>
          className="no-print"
          size="small"
          value={form}
          onChange={setForm}
          aria-label={t('figure_form', { title })}
          options={[
            { label: t('as_chart'), value: 'chart' },
            { label: t('as_table'), value: 'table' },
          ]}
        />
      </div>
      {form === 'chart' ? chart : table}
      {source}
    </figure>
  );
}
