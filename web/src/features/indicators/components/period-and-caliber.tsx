import { Button, Select } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { IndicatorDetail } from '@/api/types';
import { useLanguage } from '@/ui/language';
import { formatPeriod } from '@/ui/period';
import { useSearchState } from '@/ui/use-search-state';
import styles from './indicators.module.css';

/** Figures of different calibers are never mixed: one is chosen. */
export function PeriodAndCaliber({ detail }: { detail: IndicatorDetail }) {
  const { t } = useTranslation('indicators');
  const { text, language } = useLanguage();
  const [, change] = useSearchState();
  const id = useId();
  return (
    <div className={`${styles['controls']} no-print`}>
      {detail.calibers.length > 1 && (
        <label htmlFor={`${id}-caliber`} className={styles['wide']}>
          {t('caliber')}
          <Select
            id={`${id}-caliber`}
            value={detail.caliber?.code ?? null}
            options={detail.calibers.map(({ code, name }) => ({ value: code, label: text(name) }))}
            onChange={(caliber) => change({ caliber, period: null }, true)}
          />
        </label>
      )}
      <label htmlFor={`${id}-period`}>
        {t('period')}
        <Select
          id={`${id}-period`}
          value={detail.period ?? null}
          options={detail.periods
            .map((code) => ({ value: code, label: formatPeriod(code, language) }))
            .toReversed()}
          onChange={(period) => change({ period }, true)}
        />
      </label>
      <div className={styles['end']}>
        <Button onClick={() => window.print()}>{t('print')}</Button>
      </div>
    </div>
  );
}
