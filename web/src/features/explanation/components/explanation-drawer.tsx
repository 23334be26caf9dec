import { useQuery } from '@tanstack/react-query';
import { Drawer } from 'antd';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { readAsOf } from '@/ui/as-of/as-of';
import { readExplainKey } from '@/ui/paths';
import { Loaded } from '@/ui/state/loaded';
import { useIsNarrow } from '@/ui/use-is-narrow';
import { useSearchState } from '@/ui/use-search-state';
import { explanationQuery } from '../queries';
import { ExplanationView } from './explanation-view';

const WIDTH = 720;

/** Opens over any page whose address asks for the explanation of a score. */
export default function ExplanationDrawer() {
  const { t } = useTranslation('explanation');
  const { strategy = '' } = useParams();
  const isNarrow = useIsNarrow();
  const [search, change] = useSearchState();
  const asked = readExplainKey(search.get('explain'));
  const query = useQuery({
    ...explanationQuery(
      strategy,
      asked?.unit ?? '',
      asked?.node ?? '',
      search.get('period'),
      readAsOf(search),
    ),
    enabled: asked !== null,
  });
  return (
    <Drawer
      open={asked !== null}
      onClose={() => change({ explain: null })}
      title={t('title')}
      size={isNarrow ? '100%' : WIDTH}
      destroyOnHidden
      classNames={{ section: 'explanation-panel' }}
    >
      {asked && (
        <Loaded query={query} lines={6} heading="h2">
          {(explanation) => <ExplanationView explanation={explanation} />}
        </Loaded>
      )}
    </Drawer>
  );
}
