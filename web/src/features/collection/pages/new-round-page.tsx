import '../words';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Input, Select } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { Field } from '@/ui/form/field';
import { PlainForm } from '@/ui/form/form';
import { useLanguage } from '@/ui/language';
import { PageHead } from '@/ui/page/page-head';
import { paths } from '@/ui/paths';
import { PlanFields } from '../components/plan-fields';
import { RoundFields, type RoundSaid } from '../components/round-fields';
import { isComplete, type Plan } from '../plan';
import { createRound, organisationNamesQuery, reloadCollection } from '../queries';

const NOTHING_SAID: RoundSaid = {
  zh: '',
  en: '',
  deadline: '',
  recurrence: 'once',
  levels: 1,
  status: 'final',
};
const NOTHING_PLANNED: Plan = { items: [], units: [], periods: [] };

export function Component() {
  const { t } = useTranslation('collection');
  const { text } = useLanguage();
  const { strategy = '' } = useParams();
  const id = useId();
  const navigate = useNavigate();
  const [code, setCode] = useState('');
  const [chosen, setChosen] = useState('');
  const [said, setSaid] = useState(NOTHING_SAID);
  const [plan, setPlan] = useState(NOTHING_PLANNED);
  const organisations = useQuery(organisationNamesQuery()).data?.items ?? [];
  const organisation = chosen || (organisations.find(({ parent }) => !parent)?.code ?? '');
  const create = useMutation({
    mutationFn: () => {
      const { zh, en, ...rest } = said;
      return createRound(strategy, { code, organisation, title: { zh, en }, ...rest, ...plan });
    },
    onSuccess: async (round) => {
      await reloadCollection();
      await navigate(paths.roundDesign(strategy, round.code));
    },
  });
  return (
    <>
      <PageHead
        overline={<Link to={paths.rounds(strategy)}>{t('rounds')}</Link>}
        title={t('new_round')}
        isSynthetic={false}
      >
        <p>{t('new_round_lead')}</p>
      </PageHead>
      <PlainForm
        action={t('create_round')}
        isBusy={create.isPending}
        error={create.error}
        onSubmit={() => create.mutate()}
        extra={!isComplete(plan) && <span className="muted">{t('plan_incomplete')}</span>}
      >
        <Field label={t('code')} hint={t('code_hint')} htmlFor={`${id}-code`}>
          <Input
            id={`${id}-code`}
            required
            value={code}
            onChange={({ target }) => setCode(target.value)}
          />
        </Field>
        <Field label={t('asking')} htmlFor={`${id}-asking`}>
          <Select
            id={`${id}-asking`}
            showSearch={{ optionFilterProp: 'label' }}
            value={organisation || null}
            options={organisations.map((one) => ({ value: one.code, label: text(one.name) }))}
            onChange={(value) => setChosen(value ?? '')}
          />
        </Field>
        <RoundFields said={said} isFixed={false} onChange={setSaid} />
        <PlanFields plan={plan} recurrence={said.recurrence} isFixed={false} onChange={setPlan} />
      </PlainForm>
    </>
  );
}
