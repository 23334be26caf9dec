import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { strategyQuery } from '@/api/strategy-queries';
import type { ExplainedNode } from '@/api/types';
import { formatInstant } from '@/ui/format';
import { useLanguage } from '@/ui/language';
import { FigureStatus } from '@/ui/page/figure-status';
import { SourceName } from '@/ui/page/source-line';
import { SyntheticMark } from '@/ui/page/synthetic-mark';
import styles from './explanation.module.css';

type Figure = NonNullable<ExplainedNode['figure']>;

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** The value as it was reported, and all that is known of it. */
export function ReportedFigure({ figure }: { figure: Figure }) {
  const { t } = useTranslation('explanation');
  const { text, language } = useLanguage();
  const { strategy = '' } = useParams();
  const zone = useQuery(strategyQuery(strategy)).data?.time_zone ?? 'UTC';
  return (
    <dl className={styles['facts']}>
      <Fact name={t('reported')}>
        <strong className={styles['value']}>{figure.value_text}</strong> {text(figure.measure_unit)}{' '}
        {figure.is_synthetic && <SyntheticMark isSmall />}
      </Fact>
      <Fact name={t('status')}>
        <FigureStatus status={figure.status} />
      </Fact>
      <Fact name={t('ui:caliber')}>{text(figure.caliber.name)}</Fact>
      <Fact name={t('ui:source')}>
        <SourceName source={figure.source} />
      </Fact>
      <Fact name={t('recorded_at')}>{formatInstant(figure.recorded_at, zone, language)}</Fact>
      {figure.note && <Fact name={t('note')}>{figure.note}</Fact>}
    </dl>
  );
}
