import { useTranslation } from 'react-i18next';
import { DataTable } from '@/ui/data-table/data-table';
import { useLanguage } from '@/ui/language';
import { Section } from '@/ui/page/section';
import type { Catalogue } from '../types';

type Change = Catalogue['DefinitionChange'];

/** Indicators whose definition differs, field by field. */
export function DefinitionChanges({ changes }: { changes: readonly Change[] }) {
  const { t } = useTranslation('catalogue');
  const { text } = useLanguage();
  const rows = changes.flatMap(({ indicator, fields }) =>
    fields.map((field) => ({ indicator, ...field })),
  );
  return (
    <Section title={t('definitions_changed')}>
      <DataTable
        caption={t('definitions_changed')}
        columns={[
          {
            key: 'indicator',
            title: t('indicator'),
            isRowHeader: true,
            cell: ({ indicator }) => <code>{indicator}</code>,
          },
          { key: 'field', title: t('field'), cell: ({ field }) => t(`field_${field}`) },
          { key: 'before', title: t('before'), cell: ({ before }) => text(before) || '—' },
          { key: 'after', title: t('after'), cell: ({ after }) => text(after) || '—' },
        ]}
        rows={rows}
        rowKey={({ indicator, field }) => `${indicator}-${field}`}
      />
    </Section>
  );
}
