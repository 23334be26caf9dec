import '../words';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { PageHead } from '@/ui/page/page-head';
import { paths } from '@/ui/paths';
import { Loaded } from '@/ui/state/loaded';
import { Nothing } from '@/ui/state/nothing';
import { DefinitionChanges } from '../components/definition-changes';
import { NodeChanges } from '../components/node-changes';
import { ValueChanges } from '../components/value-changes';
import { comparisonQuery } from '../queries';

/** What differs between two versions, side by side. */
export function Component() {
  const { t } = useTranslation('catalogue');
  const { strategy = '', version = '', other = '' } = useParams();
  const query = useQuery(comparisonQuery(strategy, version, other));
  return (
    <>
      <PageHead
        overline={<Link to={paths.catalogue(strategy)}>{t('catalogue')}</Link>}
        title={t('comparison')}
        documentTitle={`${t('comparison')} ${other} → ${version}`}
        isSynthetic={false}
      >
        <p>
          <Link to={paths.catalogueFramework(strategy, other)}>{other}</Link>
          {' → '}
          <Link to={paths.catalogueFramework(strategy, version)}>{version}</Link>
        </p>
      </PageHead>
      <Loaded query={query}>
        {({ nodes, definitions, method, scoring }) =>
          nodes.length + definitions.length + method.length + scoring.length === 0 ? (
            <Nothing title={t('same')} detail={t('same_detail')} />
          ) : (
            <>
              {nodes.length > 0 && <NodeChanges changes={nodes} names={[other, version]} />}
              {definitions.length > 0 && <DefinitionChanges changes={definitions} />}
              {method.length > 0 && <ValueChanges title={t('method_changed')} changes={method} />}
              {scoring.length > 0 && (
                <ValueChanges title={t('scoring_changed')} changes={scoring} />
              )}
            </>
          )
        }
      </Loaded>
    </>
  );
}
