import '../words';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useLanguage } from '@/ui/language';
import { PageHead } from '@/ui/page/page-head';
import { Section } from '@/ui/page/section';
import { paths } from '@/ui/paths';
import { Loaded } from '@/ui/state/loaded';
import styles from '../components/collection.module.css';
import { DesignForm } from '../components/design-form';
import { DesignSummary } from '../components/design-summary';
import { OpenRound } from '../components/open-round';
import { StateTag } from '../components/state-tag';
import { designQuery, type RoundPlace, roundQuery } from '../queries';
import type { Round } from '../shapes';

export function Component() {
  const { strategy = '', round = '' } = useParams();
  const place = { strategy, round };
  const query = useQuery(roundQuery(place));
  return (
    <Loaded query={query}>{(found) => <RoundDesignPage place={place} round={found} />}</Loaded>
  );
}

function RoundDesignPage({ place, round }: { place: RoundPlace; round: Round }) {
  const { t } = useTranslation('collection');
  const { text } = useLanguage();
  const design = useQuery(designQuery(place));
  return (
    <>
      <PageHead
        overline={<Link to={paths.round(place.strategy, place.round)}>{text(round.title)}</Link>}
        title={t('design')}
        isSynthetic={false}
        aside={<StateTag state={round.state} />}
      >
        <p>{t('design_lead')}</p>
      </PageHead>
      <div className={styles['designPage']}>
        <Section title={t('design_choice')}>
          <DesignForm key={round.code} place={place} round={round} />
        </Section>
        <Section title={t('design_cost')}>
          <Loaded query={design} heading="h2">
            {(found) => (
              <>
                <DesignSummary design={found} />
                {round.state === 'draft' && (
                  <OpenRound place={place} round={round} design={found} />
                )}
              </>
            )}
          </Loaded>
        </Section>
      </div>
    </>
  );
}
