import '../words';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { holdsOne, sessionQuery } from '@/api/session';
import { paths } from '@/ui/paths';
import { Loaded } from '@/ui/state/loaded';
import { Nothing } from '@/ui/state/nothing';
import { CatalogueHead } from '../components/catalogue-head';
import { IndicatorTable } from '../components/indicator-table';
import { indicatorsQuery } from '../queries';

/** The indicators of the catalogue. */
export function Component() {
  const { t } = useTranslation('catalogue');
  const { strategy = '' } = useParams();
  const navigate = useNavigate();
  const session = useQuery(sessionQuery());
  const query = useQuery(indicatorsQuery(strategy));
  return (
    <CatalogueHead>
      <Loaded query={query} heading="h2">
        {({ items }) =>
          items.length > 0 ? (
            <IndicatorTable strategy={strategy} indicators={items} />
          ) : (
            <Nothing title={t('no_indicators')} detail={t('no_indicators_detail')} />
          )
        }
      </Loaded>
      {holdsOne(session.data, ['analyst']) && (
        <Button
          className="no-print"
          onClick={() => void navigate(paths.catalogueNewIndicator(strategy))}
        >
          {t('new_indicator')}
        </Button>
      )}
    </CatalogueHead>
  );
}
