import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormProblem } from '@/ui/form/form-problem';
import { isComplete, type Plan, planOf, withReporter } from '../plan';
import { editRound, reloadCollection, type RoundPlace } from '../queries';
import type { Round } from '../shapes';
import styles from './collection.module.css';
import { PlanFields } from './plan-fields';
import { RoundFields, type RoundSaid } from './round-fields';
import { ReporterTable } from './reporter-table';

/** The choice pauses this long before it is kept, and its cost is counted anew. */
const PAUSE_MS = 600;

export function saidOf({ title, deadline, recurrence, levels, status }: Round): RoundSaid {
  return { ...title, deadline: deadline.local, recurrence, levels, status };
}

/** A round as it is being designed: every choice is kept at once, so that its cost beside it is true. */
export function DesignForm({ place, round }: { place: RoundPlace; round: Round }) {
  const { t } = useTranslation('collection');
  const [said, setSaid] = useState(saidOf(round));
  const [plan, setPlan] = useState<Plan>(planOf(round));
  const isFixed = round.state !== 'draft';
  const { mutate, error, reset, isPending } = useMutation({
    mutationFn: (body: Parameters<typeof editRound>[2]) => editRound(place, round.version, body),
    onSuccess: reloadCollection,
  });
  const wanted = JSON.stringify({ said, plan });
  const present = JSON.stringify({ said: saidOf(round), plan: planOf(round) });
  const isNew = wanted !== present && isComplete(plan) && (said.zh !== '' || said.en !== '');
  useEffect(() => {
    if (!isNew || isPending || error) return undefined;
    const timer = setTimeout(() => {
      const { zh, en, deadline, ...design } = said;
      const fixed = { title: { zh, en }, deadline };
      mutate(isFixed ? fixed : { ...fixed, ...design, ...plan });
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [isNew, isPending, error, said, plan, isFixed, mutate]);
  const change =
    <Value,>(set: (value: Value) => void) =>
    (value: Value) => {
      reset();
      set(value);
    };
  return (
    <form className={styles['designForm']} onSubmit={(event) => event.preventDefault()}>
      <RoundFields said={said} isFixed={isFixed} onChange={change(setSaid)} />
      <PlanFields
        plan={plan}
        recurrence={said.recurrence}
        isFixed={isFixed}
        onChange={change(setPlan)}
      />
      <ReporterTable
        items={plan.items}
        isFixed={isFixed}
        onChange={(indicator, by) => change(setPlan)(withReporter(plan, indicator, by))}
      />
      {!isComplete(plan) && <p className="muted">{t('plan_incomplete')}</p>}
      <FormProblem error={error} onReload={() => void reloadCollection().then(reset)} />
      <p role="status" className="muted">
        {isPending ? t('saving_waiting') : isNew ? '' : t('design_kept')}
      </p>
    </form>
  );
}
