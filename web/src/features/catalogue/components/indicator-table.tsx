import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Column } from '@/ui/data-table/column';
import { DataTable } from '@/ui/data-table/data-table';
import { ExportButton } from '@/ui/data-table/export-button';
import { useLanguage } from '@/ui/language';
import { Section } from '@/ui/page/section';
import { paths } from '@/ui/paths';
import { useSearchState } from '@/ui/use-search-state';
import { found, wantedFrom } from '../find-indicators';
import type { Indicator } from '../types';
import styles from './catalogue.module.css';
import { IndicatorFilters } from './indicator-filters';

interface Props {
  strategy: string;
  indicators: readonly Indicator[];
}

/** The indicators, searched and narrowed; what is shown can be taken away as a file. */
export function IndicatorTable({ strategy, indicators }: Props) {
  const { t } = useTranslation('catalogue');
  const [search] = useSearchState();
  const columns = useColumns(strategy);
  const rows = found(indicators, wantedFrom(search));
  return (
    <Section
      title={t('indicators')}
      actions={<ExportButton fileName={t('export_name')} columns={columns} rows={rows} />}
    >
      <IndicatorFilters indicators={indicators} />
      <DataTable
        caption={t('indicators')}
        columns={columns}
        rows={rows}
        rowKey={({ code }) => code}
      />
    </Section>
  );
}

function useColumns(strategy: string): Column<Indicator>[] {
  const { t } = useTranslation('catalogue');
  const { text } = useLanguage();
  return [
    {
      key: 'name',
      title: t('indicator'),
      isRowHeader: true,
      sortValue: ({ name }) => text(name),
      cell: ({ code, name, retired_at: retired }) => (
        <>
          <Link to={paths.catalogueIndicator(strategy, code)}>{text(name)}</Link>
          {retired && <span className={styles['state']}>{t('retired')}</span>}
        </>
      ),
    },
    {
      key: 'code',
      title: t('code'),
      sortValue: ({ code }) => code,
      cell: ({ code }) => <code className={styles['code']}>{code}</code>,
    },
    {
      key: 'unit',
      title: t('field_measure_unit'),
      cell: ({ measure_unit: unit }) => text(unit),
      exportValue: ({ measure_unit: unit }) => text(unit),
    },
    {
      key: 'owner',
      title: t('owner'),
      sortValue: ({ owner }) => owner ?? '',
      cell: ({ owner }) => owner ?? '—',
    },
    {
      key: 'frequency',
      title: t('frequency'),
      cell: ({ frequency }) => t(`frequency_${frequency}`),
      exportValue: ({ frequency }) => t(`frequency_${frequency}`),
    },
    {
      key: 'class',
      title: t('class'),
      cell: (it) => t(`class_${it.class}`),
      exportValue: (it) => t(`class_${it.class}`),
    },
    {
      key: 'used_by',
      title: t('used_by'),
      cell: ({ used_by: versions }) => versions.join(', ') || t('not_used'),
      exportValue: ({ used_by: versions }) => versions.join(' '),
    },
  ];
}
