import '../words';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { holdsOne, sessionQuery } from '@/api/session';
import { Section } from '@/ui/page/section';
import { Loaded } from '@/ui/state/loaded';
import { Nothing } from '@/ui/state/nothing';
import { CatalogueHead } from '../components/catalogue-head';
import { FrameworkList } from '../components/framework-list';
import { NewDraft } from '../components/new-draft';
import { frameworksQuery } from '../queries';

/** The versions of the framework with their states. */
export function Component() {
  const { t } = useTranslation('catalogue');
  const { strategy = '' } = useParams();
  const session = useQuery(sessionQuery());
  const query = useQuery(frameworksQuery(strategy));
  return (
    <CatalogueHead>
      <Section title={t('frameworks')} note={t('frameworks_note')}>
        <Loaded query={query} heading="h2">
          {({ items }) => (
            <>
              {items.length > 0 ? (
                <FrameworkList strategy={strategy} versions={items} />
              ) : (
                <Nothing title={t('no_versions')} detail={t('no_versions_detail')} />
              )}
              {holdsOne(session.data, ['analyst']) && (
                <NewDraft strategy={strategy} versions={items} />
              )}
            </>
          )}
        </Loaded>
      </Section>
    </CatalogueHead>
  );
}
