import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { DataTable } from '@/ui/data-table/data-table';
import { formatMoment } from '@/ui/format';
import { useLanguage } from '@/ui/language';
import { Section } from '@/ui/page/section';
import { Loaded } from '@/ui/state/loaded';
import { historyQuery } from '../queries';
import type { Catalogue } from '../types';

type Version = Catalogue['DefinitionVersion'];

const FIELDS = [
  'name',
  'measure_unit',
  'direction',
  'class',
  'frequency',
  'owner',
  'decimals',
  'definition',
  'formula',
  'source',
] as const;

/** The names of the fields that differ from the version before. */
function changedFields(version: Version, before: Version | undefined): (typeof FIELDS)[number][] {
  if (!before) return [];
  return FIELDS.filter((it) => JSON.stringify(version[it]) !== JSON.stringify(before[it]));
}

/** What the indicator has said, since when and why. */
export function IndicatorHistory({ strategy, code }: { strategy: string; code: string }) {
  const { t } = useTranslation('catalogue');
  const { language } = useLanguage();
  const query = useQuery(historyQuery(strategy, code));
  const since = (moment: string) =>
    moment.startsWith('1970-')
      ? t('since_beginning')
      : t('since', { time: formatMoment(moment, language) });
  return (
    <Section title={t('history')}>
      <Loaded query={query} heading="h2" lines={3}>
        {({ items }) => (
          <DataTable
            caption={t('history')}
            columns={[
              {
                key: 'version',
                title: t('version'),
                isRowHeader: true,
                cell: ({ version }) => t('version_number', { version }),
              },
              { key: 'since', title: t('changed_at'), cell: (it) => since(it.since) },
              {
                key: 'fields',
                title: t('difference'),
                cell: (it) => {
                  const fields = changedFields(it, items[items.indexOf(it) - 1]);
                  return fields.length > 0
                    ? fields.map((field) => t(`field_${field}`)).join(', ')
                    : t(it.version === 1 ? 'history_first' : 'retired');
                },
              },
              { key: 'reason', title: t('reason'), cell: ({ reason }) => reason || '—' },
            ]}
            rows={items.toReversed()}
            rowKey={({ version }) => String(version)}
          />
        )}
      </Loaded>
    </Section>
  );
}
