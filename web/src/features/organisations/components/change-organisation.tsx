import { useMutation } from '@tanstack/react-query';
import { Button, Popconfirm } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client, ifMatch, read } from '@/api/client';
import type { Organisation } from '@/api/types';
import { PlainForm } from '@/ui/form/form';
import { FormProblem } from '@/ui/form/form-problem';
import { Notice } from '@/ui/form/notice';
import { useLanguage } from '@/ui/language';
import { Section } from '@/ui/page/section';
import { reloadOrganisations } from '../queries';
import { MergeOrganisation } from './merge-organisation';
import { OrganisationFields, type Said } from './organisation-fields';
import { ParentSelect } from './parent-select';

/**
 * Another name, another place, or the end of an organisation. What was typed stays when somebody else was faster; what
 * was not follows them.
 */
export function ChangeOrganisation({ organisation }: { organisation: Organisation }) {
  const { t } = useTranslation('organisations');
  return (
    <>
      <Section title={t('rename')} note={t('rename_note')}>
        <Rename organisation={organisation} />
      </Section>
      {organisation.parent && (
        <Section title={t('move')} note={t('move_note')}>
          <Move organisation={organisation} />
        </Section>
      )}
      {organisation.parent && (
        <Section title={t('merge')} note={t('merge_note')}>
          <MergeOrganisation organisation={organisation} />
        </Section>
      )}
      <Section title={t('close')} note={t('close_note')}>
        <Close organisation={organisation} />
      </Section>
    </>
  );
}

function paramsOf({ code, version }: Organisation) {
  return { path: { code }, header: ifMatch(version) };
}

function Rename({ organisation }: { organisation: Organisation }) {
  const { t } = useTranslation('organisations');
  const { name, kind, unit } = organisation;
  const [typed, setTyped] = useState<Partial<Said>>({});
  const said = { ...name, kind, unit: unit ?? '', ...typed };
  const edit = useMutation({
    mutationFn: () =>
      read(
        client.PATCH('/api/v1/organisations/{code}', {
          params: paramsOf(organisation),
          body: { name: { zh: said.zh, en: said.en }, kind: said.kind, unit: said.unit },
        }),
      ),
    onSuccess: async () => {
      setTyped({});
      await reloadOrganisations();
    },
  });
  return (
    <PlainForm
      action={t('save')}
      isBusy={edit.isPending}
      error={edit.error}
      onReload={() => void reloadOrganisations().then(edit.reset)}
      onSubmit={() => edit.mutate()}
    >
      {edit.isSuccess && <Notice>{t('saved')}</Notice>}
      <OrganisationFields
        said={said}
        onChange={(change) => setTyped({ ...typed, ...change })}
      />
    </PlainForm>
  );
}

function Move({ organisation }: { organisation: Organisation }) {
  const { t } = useTranslation('organisations');
  const [chosen, setChosen] = useState<string | null>(null);
  const parent = chosen ?? organisation.parent ?? '';
  const move = useMutation({
    mutationFn: () =>
      read(
        client.POST('/api/v1/organisations/{code}/move', {
          params: paramsOf(organisation),
          body: { code: parent },
        }),
      ),
    onSuccess: reloadOrganisations,
  });
  return (
    <PlainForm
      action={t('move')}
      isBusy={move.isPending}
      error={move.error}
      onReload={() => void reloadOrganisations().then(move.reset)}
      onSubmit={() => move.mutate()}
    >
      {move.isSuccess && <Notice>{t('saved')}</Notice>}
      <ParentSelect except={organisation.code} value={parent} onChange={setChosen} />
    </PlainForm>
  );
}

function Close({ organisation }: { organisation: Organisation }) {
  const { t } = useTranslation('organisations');
  const { text } = useLanguage();
  const close = useMutation({
    mutationFn: () =>
      read(
        client.POST('/api/v1/organisations/{code}/close', { params: paramsOf(organisation) }),
      ),
    onSuccess: reloadOrganisations,
  });
  return (
    <>
      <FormProblem
        error={close.error}
        onReload={() => void reloadOrganisations().then(close.reset)}
      />
      <Popconfirm
        title={t('sure_close', { name: text(organisation.name) })}
        okText={t('close')}
        onConfirm={() => close.mutate()}
      >
        <Button danger loading={close.isPending}>
          {t('close')}
        </Button>
      </Popconfirm>
    </>
  );
}
