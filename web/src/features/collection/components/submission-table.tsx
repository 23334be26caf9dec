import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Column } from '@/ui/data-table/column';
import { DataTable } from '@/ui/data-table/data-table';
import { formatInstant, formatMoment, NOTHING } from '@/ui/format';
import { useLanguage } from '@/ui/language';
import { paths } from '@/ui/paths';
import type { RoundPlace } from '../queries';
import type { Submission } from '../shapes';
import { StateTag } from './state-tag';

interface Props {
  place: RoundPlace;
  submissions: readonly Submission[];
}

/** What each organisation reports in a round, and how far it is. */
export function SubmissionTable({ place, submissions }: Props) {
  const { t } = useTranslation('collection');
  const { text, language } = useLanguage();
  const columns: Column<Submission>[] = [
    {
      key: 'organisation',
      title: t('organisation'),
      isRowHeader: true,
      cell: ({ organisation: { code, name } }) => (
        <Link to={paths.submission(place.strategy, place.round, code)}>{text(name)}</Link>
      ),
      sortValue: ({ organisation }) => organisation.code,
    },
    {
      key: 'state',
      title: t('state'),
      cell: ({ state }) => <StateTag state={state} />,
      sortValue: ({ state }) => state,
    },
    {
      key: 'due',
      title: t('deadline'),
      cell: ({ due, is_extended: isExtended }) => (
        <>
          {formatInstant(due.at, due.time_zone, language)} {isExtended && t('extended')}
        </>
      ),
      sortValue: ({ due }) => due.at,
    },
    {
      key: 'submitted',
      title: t('submitted_at'),
      cell: ({ submitted_at: at, is_late: isLate }) => (
        <>
          {at ? formatMoment(at, language) : NOTHING} {isLate && t('late')}
        </>
      ),
      sortValue: ({ submitted_at: at }) => at,
    },
  ];
  return (
    <DataTable
      caption={t('submissions')}
      columns={columns}
      rows={submissions}
      rowKey={({ organisation }) => organisation.code}
    />
  );
}
