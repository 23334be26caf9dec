import { useQuery } from '@tanstack/react-query';
import { Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Chart } from '@/ui/chart/chart';
import { stackedBarOption } from '@/ui/chart/stacked-bar-option';
import type { Column } from '@/ui/data-table/column';
import { DataTable } from '@/ui/data-table/data-table';
import { formatShare } from '@/ui/format';
import { useLanguage } from '@/ui/language';
import { Section } from '@/ui/page/section';
import { Loaded } from '@/ui/state/loaded';
import { progressQuery, type RoundPlace } from '../queries';
import type { NamedTally, RoundProgress } from '../shapes';
import { partsOf } from '../tally';
import { SubmissionTable } from './submission-table';

/** How far a round is, by unit and by indicator; never by person. */
export function Progress({ place }: { place: RoundPlace }) {
  const { t } = useTranslation('collection');
  const query = useQuery(progressQuery(place));
  return (
    <Loaded query={query} heading="h2">
      {(progress) => (
        <>
          <Tallies progress={progress} />
          <Section title={t('submissions')}>
            <SubmissionTable place={place} submissions={progress.submissions} />
          </Section>
        </>
      )}
    </Loaded>
  );
}

const PER_BAR = 28;
const AROUND = 70;

function Tallies({ progress }: { progress: RoundProgress }) {
  const { t } = useTranslation('collection');
  const { text } = useLanguage();
  const [by, setBy] = useState<'by_unit' | 'by_indicator'>('by_unit');
  const tallies = progress[by];
  const { total } = progress;
  const option = stackedBarOption(
    tallies.map(({ name }) => text(name)),
    partsOf(tallies).map(({ part, values }) => ({ name: t(`part_${part}`), values })),
  );
  return (
    <Section
      title={t('progress')}
      note={t('progress_note', { filled: total.filled, cells: total.cells, late: total.late })}
      actions={
        <Segmented
          aria-label={t('progress')}
          value={by}
          options={[
            { value: 'by_unit' as const, label: t('by_unit') },
            { value: 'by_indicator' as const, label: t('by_indicator') },
          ]}
          onChange={setBy}
        />
      }
    >
      <Chart
        option={option}
        label={t('progress_chart', { by: t(by) })}
        height={tallies.length * PER_BAR + AROUND}
      />
      <TallyTable tallies={tallies} by={by} />
    </Section>
  );
}

const COUNTS = ['cells', 'filled', 'submitted', 'returned', 'approved', 'late'] as const;

function TallyTable({ tallies, by }: { tallies: readonly NamedTally[]; by: string }) {
  const { t } = useTranslation('collection');
  const { text } = useLanguage();
  const columns: Column<NamedTally>[] = [
    {
      key: 'name',
      title: t(by === 'by_unit' ? 'unit' : 'indicator'),
      isRowHeader: true,
      cell: ({ name }) => text(name),
      sortValue: ({ code }) => code,
    },
    ...COUNTS.map((count): Column<NamedTally> => ({
      key: count,
      title: t(`count_${count}`),
      align: 'end',
      cell: (tally) => <span className="num">{tally[count]}</span>,
      sortValue: (tally) => tally[count],
    })),
    {
      key: 'complete',
      title: t('completeness'),
      align: 'end',
      cell: ({ filled, cells }) => <span className="num">{formatShare(filled / cells, 0)}</span>,
      sortValue: ({ filled, cells }) => filled / cells,
    },
  ];
  return (
    <DataTable
      caption={t('progress')}
      columns={columns}
      rows={tallies}
      rowKey={({ code }) => code}
    />
  );
}
