import { useQuery } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { frameworkQuery, periodsQuery, strategyQuery } from '@/api/strategy-queries';
import type { LeagueTable } from '@/api/types';
import { AsOfField } from '@/ui/as-of/as-of-field';
import { useLanguage } from '@/ui/language';
import { formatPeriod } from '@/ui/period';
import { useSearchState } from '@/ui/use-search-state';
import { exportAddress, readChoice } from '../queries';
import styles from './controls.module.css';
import { NodeSelect } from './node-select';

const ALL = '';

/** What is shown, of whom and when; and the ways to take it away. */
export function Controls({ table }: { table: LeagueTable }) {
  const { t } = useTranslation('league-table');
  const { text, language } = useLanguage();
  const { strategy = '' } = useParams();
  const [search, change] = useSearchState();
  const id = useId();
  const periods = useQuery(periodsQuery(strategy)).data?.items ?? [{ code: table.period }];
  const nodes = useQuery(frameworkQuery(strategy)).data?.nodes ?? [];
  const groups = useQuery(strategyQuery(strategy)).data?.groups ?? [];
  const file = (format: 'csv' | 'xlsx') =>
    exportAddress(strategy, { ...readChoice(search), period: table.period }, format, language);
  return (
    <div className={`${styles['controls']} no-print`} role="search" aria-label={t('controls')}>
      <label htmlFor={`${id}-period`}>
        {t('period')}
        <Select
          id={`${id}-period`}
          value={table.period}
          options={periods
            .map(({ code }) => ({ value: code, label: formatPeriod(code, language) }))
            .toReversed()}
          onChange={(period) => change({ period }, true)}
        />
      </label>
      <label htmlFor={`${id}-node`} className={styles['wide']}>
        {t('node')}
        <NodeSelect
          id={`${id}-node`}
          value={table.node.code}
          nodes={nodes}
          onChange={(node) => change({ node, sort: null }, true)}
        />
      </label>
      {groups.length > 0 && (
        <label htmlFor={`${id}-group`}>
          {t('group')}
          <Select
            id={`${id}-group`}
            value={table.group?.code ?? ALL}
            options={[
              { value: ALL, label: t('all_groups') },
              ...groups.map(({ code, name }) => ({ value: code, label: text(name) })),
            ]}
            onChange={(group) => change({ group }, true)}
          />
        </label>
      )}
      <label htmlFor={`${id}-as-of`}>
        {t('as_of')}
        <AsOfField id={`${id}-as-of`} />
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
      <div className={styles['files']}>
        <Button href={file('csv')} download>
          CSV
        </Button>
        <Button href={file('xlsx')} download>
          Excel
        </Button>
        <Button onClick={() => window.print()}>{t('print')}</Button>
      </div>
    </div>
  );
}
