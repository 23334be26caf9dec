import { Input, Select } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '@/ui/form/field';
import { actionKey, actions } from '@/ui/rights';
import { useSearchState } from '@/ui/use-search-state';
import type { Asked } from '../queries';
import styles from './audit.module.css';

interface Props {
  asked: Asked;
  people: readonly { value: string; label: string }[];
}

const OUTCOMES = ['done', 'refused', 'failed'] as const;

/** Who, what, how it ended and when; all of it lives in the address. */
export function AuditSearch({ asked, people }: Props) {
  const { t } = useTranslation('audit');
  const id = useId();
  const [, change] = useSearchState();
  const set = (key: string) => (value: string | null) => change({ [key]: value, before: null });
  const all = { value: '', label: t('all') };
  const fixed = ['operator', 'public'].map((value) => ({ value, label: value }));
  return (
    <div className={styles['controls']} role="search" aria-label={t('search')}>
      <Field label={t('actor')} htmlFor={`${id}-actor`}>
        <Select
          id={`${id}-actor`}
          showSearch={{ optionFilterProp: 'label' }}
          value={asked.actor}
          options={[all, ...fixed, ...people]}
          onChange={set('actor')}
        />
      </Field>
      <Field label={t('action')} htmlFor={`${id}-action`}>
        <Select
          id={`${id}-action`}
          showSearch={{ optionFilterProp: 'label' }}
          value={asked.action}
          options={[
            all,
            ...actions.map((action) => ({ value: action, label: t(actionKey(action)) })),
          ]}
          onChange={set('action')}
        />
      </Field>
      <Field label={t('outcome')} htmlFor={`${id}-outcome`}>
        <Select
          id={`${id}-outcome`}
          value={asked.outcome}
          options={[
            all,
            ...OUTCOMES.map((outcome) => ({ value: outcome, label: t(`outcome_${outcome}`) })),
          ]}
          onChange={set('outcome')}
        />
      </Field>
      {(['from', 'until'] as const).map((key) => (
        <Field key={key} label={t(key)} htmlFor={`${id}-${key}`}>
          <Input
            id={`${id}-${key}`}
            type="date"
            value={asked[key]}
            onChange={({ target }) => set(key)(target.value)}
          />
        </Field>
      ))}
    </div>
  );
}
