import '../words';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { holdsOne, sessionQuery } from '@/api/session';
import { formatMoment } from '@/ui/format';
import { useLanguage } from '@/ui/language';
import { PageHead } from '@/ui/page/page-head';
import { paths } from '@/ui/paths';
import { Loaded } from '@/ui/state/loaded';
import { DraftEditor } from '../components/draft-editor';
import { PublishedVersion } from '../components/published-version';
import { StateMark } from '../components/state-mark';
import { frameworkQuery } from '../queries';
import type { VersionDetail } from '../types';

/** One version: a draft is edited, what was published is looked at. */
export function Component() {
  const { strategy = '', version = '' } = useParams();
  const session = useQuery(sessionQuery());
  const query = useQuery(frameworkQuery(strategy, version));
  const mayEdit = holdsOne(session.data, ['analyst']);
  return (
    <Loaded query={query}>
      {(detail) => (
        <>
          <Head strategy={strategy} detail={detail} />
          {detail.state === 'draft' ? (
            // What is being edited stays when the query is read again; another version starts anew.
            <DraftEditor key={detail.version} strategy={strategy} detail={detail} mayEdit={mayEdit} />
          ) : (
            <PublishedVersion strategy={strategy} detail={detail} mayEdit={mayEdit} />
          )}
        </>
      )}
    </Loaded>
  );
}

function Head({ strategy, detail }: { strategy: string; detail: VersionDetail }) {
  const { t } = useTranslation('catalogue');
  const { language } = useLanguage();
  const { version, copy_of: copyOf, published_at: published, retired_because: because } = detail;
  return (
    <PageHead
      overline={<Link to={paths.catalogue(strategy)}>{t('catalogue')}</Link>}
      title={`${t('version')} ${version}`}
      isSynthetic={false}
    >
      <p>
        <StateMark version={detail} />
        {published && ` · ${t('published_at', { time: formatMoment(published, language) })}`}
        {because && ` · ${because}`}
      </p>
      {copyOf && (
        <p>
          {t('copy_of')} <Link to={paths.catalogueFramework(strategy, copyOf)}>{copyOf}</Link>
          {' · '}
          <Link to={paths.catalogueComparison(strategy, version, copyOf)}>
            {t('compare_with', { version: copyOf })}
          </Link>
        </p>
      )}
    </PageHead>
  );
}
