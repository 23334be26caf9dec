import '../words';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { holdsOne, sessionQuery } from '@/api/session';
import { ProblemError } from '@/api/problem';
import { useLanguage } from '@/ui/language';
import { PageHead } from '@/ui/page/page-head';
import { paths } from '@/ui/paths';
import { Failure } from '@/ui/state/failure';
import { Loaded } from '@/ui/state/loaded';
import { ChangeIndicator } from '../components/change-indicator';
import { IndicatorFacts } from '../components/indicator-facts';
import { IndicatorHistory } from '../components/indicator-history';
import { indicatorsQuery } from '../queries';
import type { Indicator } from '../types';

/** One indicator: what it says, what it has said, and how to change it. */
export function Component() {
  const { strategy = '', indicator: code = '' } = useParams();
  const query = useQuery(indicatorsQuery(strategy));
  return (
    <Loaded query={query}>
      {({ items }) => {
        const indicator = items.find((it) => it.code === code);
        return indicator ? (
          <IndicatorPage strategy={strategy} indicator={indicator} />
        ) : (
          <Failure error={new ProblemError('indicator-not-found', 404, code, '')} />
        );
      }}
    </Loaded>
  );
}

function IndicatorPage({ strategy, indicator }: { strategy: string; indicator: Indicator }) {
  const { t } = useTranslation('catalogue');
  const { text } = useLanguage();
  const session = useQuery(sessionQuery());
  const mayEdit = holdsOne(session.data, ['analyst']) && !indicator.retired_at;
  return (
    <>
      <PageHead
        overline={<Link to={paths.catalogueIndicators(strategy)}>{t('indicators')}</Link>}
        title={text(indicator.name)}
        isSynthetic={false}
      >
        <p>
          <code>{indicator.code}</code>
          {indicator.retired_at && ` · ${t('retired')}`}
          {' · '}
          {indicator.used_by.length > 0
            ? `${t('used_by')} ${indicator.used_by.join(', ')}`
            : t('not_used')}
        </p>
      </PageHead>
      {mayEdit ? (
        <ChangeIndicator
          key={`${indicator.code}-${indicator.version}`}
          strategy={strategy}
          indicator={indicator}
        />
      ) : (
        <IndicatorFacts indicator={indicator} />
      )}
      <IndicatorHistory strategy={strategy} code={indicator.code} />
    </>
  );
}
