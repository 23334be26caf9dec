import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '@/ui/form/field';
import { useLanguage } from '@/ui/language';
import { Section } from '@/ui/page/section';
import { listsQuery } from '../queries';
import type { DraftState, EditedDraft } from '../use-draft';
import styles from './editor.module.css';

const KINDS = ['city', 'district', 'zone', 'department', 'township', 'other'] as const;
const PERIODS = ['year', 'half_year', 'quarter', 'month', 'cumulative', 'plan'] as const;

interface Props {
  strategy: string;
  draft: EditedDraft;
  mayEdit: boolean;
}

/** What scores are computed on: one caliber, the kinds of units, the kind of periods. */
export function ScoringFields({ strategy, draft, mayEdit }: Props) {
  const { t } = useTranslation('catalogue');
  const { text } = useLanguage();
  const id = useId();
  const lists = useQuery(listsQuery(strategy));
  const { scoring } = draft.state;
  const edit = (change: Partial<DraftState['scoring']>) =>
    draft.change((now) => ({ ...now, scoring: { ...now.scoring, ...change } }));
  const calibers = (lists.data?.calibers ?? []).map(({ code, name }) => ({
    value: code,
    label: `${text(name)} ${code}`,
  }));
  return (
    <Section title={t('scoring')}>
      <div className={styles['threeFields']}>
        <Field label={t('caliber')} htmlFor={`${id}-caliber`}>
          <Select
            id={`${id}-caliber`}
            disabled={!mayEdit}
            value={scoring.caliber || null}
            options={calibers}
            onChange={(caliber: string) => edit({ caliber })}
          />
        </Field>
        <Field label={t('unit_kinds')} htmlFor={`${id}-kinds`}>
          <Select
            id={`${id}-kinds`}
            mode="multiple"
            disabled={!mayEdit}
            value={scoring.unit_kinds}
            options={KINDS.map((kind) => ({ value: kind, label: t(`unit_${kind}`) }))}
            onChange={(kinds: string[]) => edit({ unit_kinds: kinds })}
          />
        </Field>
        <Field label={t('period_kind')} htmlFor={`${id}-period`}>
          <Select
            id={`${id}-period`}
            disabled={!mayEdit}
            value={scoring.period_kind || null}
            options={PERIODS.map((kind) => ({ value: kind, label: t(`period_${kind}`) }))}
            onChange={(kind: string) => edit({ period_kind: kind })}
          />
        </Field>
      </div>
    </Section>
  );
}
