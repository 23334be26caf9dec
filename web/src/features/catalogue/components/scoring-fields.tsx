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
  const lists = useQuery(listsQuery(strategy));
  const calibers = (lists.data?.calibers ?? []).map(({ code, name }) => ({
    value: code,
    label: `${text(name)} ${code}`,
  }));
  const { caliber, unit_kinds: kinds, period_kind: period } = draft.state.scoring;
  const shown = calibers.find(({ value }) => value === caliber)?.label ?? caliber;
  return (
    <Section title={t('scoring')}>
      {mayEdit ? (
        <EditedScoring draft={draft} calibers={calibers} />
      ) : (
        <p>
          {[shown, kinds.map((kind) => t(`unit_${kind}`)).join(', '), period && t(`period_${period}`)]
            .filter(Boolean)
            .join(' · ')}
        </p>
      )}
    </Section>
  );
}

interface EditedProps {
  draft: EditedDraft;
  calibers: { value: string; label: string }[];
}

function EditedScoring({ draft, calibers }: EditedProps) {
  const { t } = useTranslation('catalogue');
  const id = useId();
  const { scoring } = draft.state;
  const edit = (change: Partial<DraftState['scoring']>) =>
    draft.change((now) => ({ ...now, scoring: { ...now.scoring, ...change } }));
  return (
    <div className={styles['threeFields']}>
      <Field label={t('caliber')} htmlFor={`${id}-caliber`}>
        <Select
          id={`${id}-caliber`}
          value={scoring.caliber || null}
          options={calibers}
          onChange={(caliber: string) => edit({ caliber })}
        />
      </Field>
      <Field label={t('unit_kinds')} htmlFor={`${id}-kinds`}>
        <Select
          id={`${id}-kinds`}
          mode="multiple"
          value={scoring.unit_kinds}
          options={KINDS.map((kind) => ({ value: kind, label: t(`unit_${kind}`) }))}
          onChange={(kinds: string[]) => edit({ unit_kinds: kinds })}
        />
      </Field>
      <Field label={t('period_kind')} htmlFor={`${id}-period`}>
        <Select
          id={`${id}-period`}
          value={scoring.period_kind || null}
          options={PERIODS.map((kind) => ({ value: kind, label: t(`period_${kind}`) }))}
          onChange={(kind: string) => edit({ period_kind: kind })}
        />
      </Field>
    </div>
  );
}
