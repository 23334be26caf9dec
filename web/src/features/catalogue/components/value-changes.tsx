import { useTranslation } from 'react-i18next';
import { DataTable } from '@/ui/data-table/data-table';
import { Section } from '@/ui/page/section';
import type { Catalogue } from '../types';

interface Props {
  title: string;
  changes: readonly Catalogue['ValueChange'][];
}

function shown(value: unknown): string {
  if (value === null || value === undefined) return '—';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** Values of the method or of what is scored that differ, by their path. */
export function ValueChanges({ title, changes }: Props) {
  const { t } = useTranslation('catalogue');
  return (
    <Section title={title}>
      <DataTable
        caption={title}
        columns={[
          {
            key: 'path',
            title: t('field'),
            isRowHeader: true,
            cell: ({ path }) => <code>{path}</code>,
          },
          { key: 'before', title: t('before'), cell: ({ before }) => shown(before) },
          { key: 'after', title: t('after'), cell: ({ after }) => shown(after) },
        ]}
        rows={changes}
        rowKey={({ path }) => path}
      />
    </Section>
  );
}
