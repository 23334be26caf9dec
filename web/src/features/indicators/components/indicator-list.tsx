import { Input, Select } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { IndicatorItem } from '@/api/types';
import type { Column } from '@/ui/data-table/column';
import { DataTable } from '@/ui/data-table/data-table';
import { ExportButton } from '@/ui/data-table/export-button';
import { readSort, writeSort } from '@/ui/data-table/sort';
import { useLanguage } from '@/ui/language';
import { paths } from '@/ui/paths';
import { useSearchState } from '@/ui/use-search-state';
import { dimensionsOf, findIndicators, OUTSIDE } from '../find';
import styles from './indicators.module.css';

const ALL = '';

export function IndicatorList({ items }: { items: readonly IndicatorItem[] }) {
  const { t } = useTranslation('indicators');
  const { text } = useLanguage();
  const id = useId();
  const [search, change] = useSearchState();
  const columns = useListColumns();
  const dimension = search.get('dimension') ?? ALL;
  const found = findIndicators(items, search.get('q') ?? '', dimension);
  const dimensions = dimensionsOf(items).map(({ code, name }) => ({
    value: code,
    label: text(name),
  }));
  return (
    <>
      <div className={`${styles['controls']} no-print`} role="search" aria-label={t('controls')}>
        <label htmlFor={`${id}-dimension`}>
          {t('dimension')}
          <Select
            id={`${id}-dimension`}
            value={dimension}
            options={[
              { value: ALL, label: t('all') },
              ...dimensions,
              { value: OUTSIDE, label: t('outside') },
            ]}
            onChange={(value) => change({ dimension: value })}
          />
        </label>
        <label htmlFor={`${id}-find`}>
          {t('find')}
          <Input
            id={`${id}-find`}
            type="search"
            allowClear
            placeholder={t('find_hint')}
            value={search.get('q') ?? ''}
            onChange={(event) => change({ q: event.target.value })}
          />
        </label>
        <div className={styles['end']}>
          <ExportButton fileName={t('list_title')} columns={columns} rows={found} />
        </div>
      </div>
      <DataTable
        caption={t('list_title')}
        columns={columns}
        rows={found}
        rowKey={({ code }) => code}
        sort={readSort(search.get('sort'))}
        onSort={(sort) => change({ sort: writeSort(sort) })}
      />
    </>
  );
}

function useListColumns(): Column<IndicatorItem>[] {
  const { t } = useTranslation('indicators');
  const { text } = useLanguage();
  const { strategy = '' } = useParams();
  const word = (key: string, value: (item: IndicatorItem) => string): Column<IndicatorItem> => ({
    key,
    title: t(key),
    cell: value,
    sortValue: value,
  });
  return [
    {
      key: 'indicator',
      title: t('indicator'),
      isRowHeader: true,
      cell: ({ code, name }) => (
        <span className={styles['name']}>
          <Link to={paths.indicator(strategy, code)}>{text(name)}</Link>
          <span className={styles['code']}>{code}</span>
        </span>
      ),
      sortValue: ({ name }) => text(name),
      exportValue: ({ code, name }) => `${text(name)} (${code})`,
    },
    word('dimension', ({ dimension }) => (dimension ? text(dimension.name) : t('outside'))),
    word('measure_unit', ({ measure_unit: unit }) => text(unit)),
    word('direction', ({ direction }) => t(direction)),
    word('class', (item) => t(item.class)),
    word('frequency', ({ frequency }) => t(frequency)),
    word('owner', ({ owner }) => (owner ? text(owner.name) : '—')),
    {
      key: 'observations',
      title: t('observations'),
      align: 'end',
      firstOrder: 'desc',
      cell: ({ observations }) => observations.toLocaleString('en-US'),
      sortValue: ({ observations }) => observations,
    },
  ];
}
