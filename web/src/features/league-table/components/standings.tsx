import { useTranslation } from 'react-i18next';
import type { LeagueTable } from '@/api/types';
import { sortedBy } from '@/ui/data-table/column';
import { DataTable } from '@/ui/data-table/data-table';
import { NarrowSort } from '@/ui/data-table/narrow-sort';
import { readSort, type Sort, writeSort } from '@/ui/data-table/sort';
import { useLanguage } from '@/ui/language';
import { formatPeriod } from '@/ui/period';
import { Nothing } from '@/ui/state/nothing';
import { useIsNarrow } from '@/ui/use-is-narrow';
import { useSearchState } from '@/ui/use-search-state';
import { findRows } from '../rows';
import { useColumns } from './columns';
import { StandingCard } from './standing-card';
import styles from './standings.module.css';

/** The ranking itself: a table, or cards on a phone. */
export function Standings({ table }: { table: LeagueTable }) {
  const { t } = useTranslation('league-table');
  const { text, language } = useLanguage();
  const isNarrow = useIsNarrow();
  const [search, change] = useSearchState();
  const { columns, footer } = useColumns(table);
  const rows = findRows(table.rows, search.get('q') ?? '');
  const sort = readSort(search.get('sort'));
  const setSort = (next: Sort | null) => change({ sort: writeSort(next) });
  if (table.rows.length === 0) {
    return <Nothing title={t('empty')} detail={t('empty_detail')} />;
  }
  if (isNarrow) {
    return (
      <>
        <NarrowSort columns={columns} sort={sort} onSort={setSort} />
        {rows.length === 0 && <p className="muted">{t('ui:nothing_matches')}</p>}
        <ol className={styles['cards']}>
          {sortedBy(rows, columns, sort).map((row) => (
            <StandingCard key={row.unit.code} row={row} table={table} />
          ))}
        </ol>
      </>
    );
  }
  const caption = t('caption', {
    name: text(table.node.name),
    period: formatPeriod(table.period, language),
  });
  return (
    <div className={styles['standings']}>
      <DataTable
        caption={caption}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.unit.code}
        sort={sort}
        onSort={setSort}
        footer={footer}
        narrow="table"
      />
    </div>
  );
}
