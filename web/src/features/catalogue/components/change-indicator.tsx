import { useMutation } from '@tanstack/react-query';
import { Input } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client, ifMatch, read } from '@/api/client';
import { Field } from '@/ui/form/field';
import { PlainForm } from '@/ui/form/form';
import { Section } from '@/ui/page/section';
import { reloadCatalogue } from '../queries';
import { type Said, saidOf } from '../said';
import type { Indicator } from '../types';
import { IndicatorFields } from './indicator-fields';

const path = '/api/v1/strategies/{strategy}/catalogue/indicators/{code}' as const;

interface Props {
  strategy: string;
  indicator: Indicator;
}

/** Another definition from now on, or the end of an indicator. */
export function ChangeIndicator(props: Props) {
  const { t } = useTranslation('catalogue');
  return (
    <>
      <Section title={t('edit_indicator')} note={t('definition_note')}>
        <Edit {...props} />
      </Section>
      <Section title={t('retire_indicator')} note={t('retire_indicator_note')}>
        <Retire {...props} />
      </Section>
    </>
  );
}

function paramsOf(strategy: string, { code, version }: Indicator) {
  return { path: { strategy, code }, header: ifMatch(version) };
}

function Edit({ strategy, indicator }: Props) {
  const { t } = useTranslation('catalogue');
  const [said, setSaid] = useState<Said>(() => saidOf(indicator));
  const [reason, setReason] = useState('');
  const edit = useMutation({
    mutationFn: () =>
      read(
        client.PATCH(path, {
          params: paramsOf(strategy, indicator),
          body: { ...said, source: said.source || null, owner: said.owner || null, reason },
        }),
      ),
    onSuccess: () => reloadCatalogue(strategy),
  });
  return (
    <PlainForm
      action={t('save')}
      isBusy={edit.isPending}
      error={edit.error}
      onReload={() => void reloadCatalogue(strategy).then(edit.reset)}
      onSubmit={() => edit.mutate()}
    >
      <IndicatorFields strategy={strategy} said={said} onChange={setSaid} />
      <Reason value={reason} onChange={setReason} />
    </PlainForm>
  );
}

function Retire({ strategy, indicator }: Props) {
  const { t } = useTranslation('catalogue');
  const [reason, setReason] = useState('');
  const retire = useMutation({
    mutationFn: () =>
      read(
        client.POST(`${path}/retire`, { params: paramsOf(strategy, indicator), body: { reason } }),
      ),
    onSuccess: () => reloadCatalogue(strategy),
  });
  return (
    <PlainForm
      danger
      action={t('retire')}
      isBusy={retire.isPending}
      error={retire.error}
      onReload={() => void reloadCatalogue(strategy).then(retire.reset)}
      onSubmit={() => retire.mutate()}
    >
      <Reason value={reason} onChange={setReason} />
    </PlainForm>
  );
}

function Reason({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const { t } = useTranslation('catalogue');
  const id = useId();
  return (
    <Field label={t('reason')} hint={t('reason_hint')} htmlFor={id}>
      <Input
        id={id}
        required
        maxLength={500}
        value={value}
        onChange={({ target }) => onChange(target.value)}
      />
    </Field>
  );
}
