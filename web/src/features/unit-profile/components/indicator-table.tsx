import { useTranslation } from 'react-i18next';
import type { UnitProfile } from '@/api/types';
import { DataTable } from '@/ui/data-table/data-table';
import { ExportButton } from '@/ui/data-table/export-button';
import { useLanguage } from '@/ui/language';
import { Section } from '@/ui/page/section';
import { SourceLine } from '@/ui/page/source-line';
import { useIndicatorColumns } from './indicator-columns';
import styles from './unit-profile.module.css';

/** Every indicator of the unit: figure, change for better or worse, score and rank. */
export function IndicatorTable({ profile }: { profile: UnitProfile }) {
  const { t } = useTranslation('unit-profile');
  const { text } = useLanguage();
  const columns = useIndicatorColumns(profile);
  const sources = profile.indicators.map(({ source }) => source);
  const fileName = `${profile.unit.code}-${profile.period}-${t('file')}`;
  return (
    <Section
      title={t('indicators')}
      note={t('indicators_note')}
      actions={<ExportButton fileName={fileName} columns={columns} rows={profile.indicators} />}
      className={styles['indicators']}
    >
      <DataTable
        caption={t('indicators_of', { name: text(profile.unit.name) })}
        columns={columns}
        rows={profile.indicators}
        rowKey={({ indicator }) => indicator}
      />
      <SourceLine
        sources={sources}
        isSynthetic={profile.indicators.some((item) => item.is_synthetic)}
      />
    </Section>
  );
}
