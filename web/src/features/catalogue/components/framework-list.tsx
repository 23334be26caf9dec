import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { DataTable } from '@/ui/data-table/data-table';
import { formatMoment } from '@/ui/format';
import { useLanguage } from '@/ui/language';
import { paths } from '@/ui/paths';
import type { Version } from '../types';
import { StateMark } from './state-mark';

interface Props {
  strategy: string;
  versions: readonly Version[];
}

/** When a version came to be what it is. */
function useMoment() {
  const { t } = useTranslation('catalogue');
  const { language } = useLanguage();
  return ({ retired_at: retired, published_at: published, edited_at: edited }: Version) => {
    if (retired) return t('retired_at', { time: formatMoment(retired, language) });
    if (published) return t('published_at', { time: formatMoment(published, language) });
    return edited ? t('edited_at', { time: formatMoment(edited, language) }) : '';
  };
}

/** The versions: drafts first, then the newest. */
export function FrameworkList({ strategy, versions }: Props) {
  const { t } = useTranslation('catalogue');
  const moment = useMoment();
  const inForce = versions.find(({ is_in_force: is }) => is);
  const other = (version: Version) =>
    version.copy_of ?? (inForce?.version === version.version ? undefined : inForce?.version);
  return (
    <DataTable
      caption={t('frameworks')}
      columns={[
        {
          key: 'version',
          title: t('version'),
          isRowHeader: true,
          cell: ({ version }) => (
            <Link to={paths.catalogueFramework(strategy, version)}>{version}</Link>
          ),
        },
        { key: 'state', title: t('state'), cell: (version) => <StateMark version={version} /> },
        { key: 'moment', title: t('changed_at'), cell: moment },
        { key: 'indicators', title: t('indicator_count'), align: 'end', cell: (it) => it.indicators },
        {
          key: 'compare',
          title: t('compare'),
          cell: (version) => {
            const before = other(version);
            return before ? (
              <Link to={paths.catalogueComparison(strategy, version.version, before)}>
                {t('compare_with', { version: before })}
              </Link>
            ) : (
              '—'
            );
          },
        },
      ]}
      rows={versions.toReversed()}
      rowKey={({ version }) => version}
    />
  );
}
