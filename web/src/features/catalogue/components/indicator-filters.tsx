import { Checkbox, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSearchState } from '@/ui/use-search-state';
import { wantedFrom } from '../find-indicators';
import type { Indicator } from '../types';
import styles from './catalogue.module.css';

const FREQUENCIES = ['yearly', 'half_yearly', 'quarterly', 'monthly'] as const;
const CLASSES = ['expected', 'binding'] as const;

const all = (label: string) => ({ value: '', label });

/** Search and kinds; they live in the address. */
export function IndicatorFilters({ indicators }: { indicators: readonly Indicator[] }) {
  const { t } = useTranslation('catalogue');
  const [search, change] = useSearchState();
  const wanted = wantedFrom(search);
  const owners = [...new Set(indicators.flatMap(({ owner }) => owner ?? []))].toSorted();
  return (
    <div role="search" className={styles['filters']}>
      <Input
        type="search"
        allowClear
        aria-label={t('search')}
        placeholder={t('search')}
        value={wanted.words}
        onChange={({ target }) => change({ find: target.value })}
      />
      <Select
        aria-label={t('owner')}
        value={wanted.owner}
        options={[all(t('all_owners')), ...owners.map((owner) => ({ value: owner, label: owner }))]}
        onChange={(owner) => change({ owner })}
      />
      <Select
        aria-label={t('frequency')}
        value={wanted.frequency}
        options={[
          all(t('all_frequencies')),
          ...FREQUENCIES.map((it) => ({ value: it, label: t(`frequency_${it}`) })),
        ]}
        onChange={(frequency) => change({ frequency })}
      />
      <Select
        aria-label={t('class')}
        value={wanted.class}
        options={[
          all(t('all_classes')),
          ...CLASSES.map((it) => ({ value: it, label: t(`class_${it}`) })),
        ]}
        onChange={(value) => change({ class: value })}
      />
      {indicators.some(({ retired_at: retired }) => retired) && (
        <Checkbox
          checked={wanted.withRetired}
          onChange={({ target }) => change({ retired: target.checked ? '1' : null })}
        >
          {t('show_retired')}
        </Checkbox>
      )}
    </div>
  );
}
