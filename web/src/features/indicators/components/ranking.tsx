import { useTranslation } from 'react-i18next';
import type { IndicatorDetail } from '@/api/types';
import { DataTable } from '@/ui/data-table/data-table';
import { ExportButton } from '@/ui/data-table/export-button';
import { useLanguage } from '@/ui/language';
import { Section } from '@/ui/page/section';
import { SourceLine } from '@/ui/page/source-line';
import { formatPeriod } from '@/ui/period';
import { Nothing } from '@/ui/state/nothing';
import { useRankingColumns } from './ranking-columns';

/** The figures of one period and caliber, the best first. */
export function Ranking({ detail }: { detail: IndicatorDetail }) {
  const { t } = useTranslation('indicators');
  const { text, language } = useLanguage();
  const columns = useRankingColumns(detail);
  const { ranking, period } = detail;
  const name = text(detail.indicator.name);
  const periodWords = period ? formatPeriod(period, language) : '';
  return (
    <Section
      title={t(ranking.length > 1 ? 'ranking' : 'figure')}
      note={[periodWords, detail.caliber && text(detail.caliber.name)].filter(Boolean).join(' · ')}
      actions={
        <ExportButton
          fileName={`${detail.indicator.code}-${(period ?? '').replaceAll('/', '-')}`}
          columns={columns}
          rows={ranking}
        />
      }
    >
      {ranking.length === 0 ? (
        <Nothing title={t('no_figures')} detail={t('no_figures_in_period')} />
      ) : (
        <DataTable
          caption={`${name}, ${periodWords}`}
          columns={columns}
          rows={ranking}
          rowKey={({ unit }) => unit.code}
          narrow={
            columns.some(({ key }) => key === 'source' || key === 'note') ? 'blocks' : 'table'
          }
        />
      )}
      <SourceLine
        sources={ranking.map(({ source }) => source)}
        isSynthetic={ranking.some((row) => row.is_synthetic)}
      />
    </Section>
  );
}
