import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client, read } from '@/api/client';
import type { Invitation } from '@/api/types';
import { FieldGroup } from '@/ui/form/field-group';
import { PlainForm } from '@/ui/form/form';
import { useLanguage } from '@/ui/language';
import { NewPassword } from './new-password';
import { TextField } from './text-field';

interface Props {
  hasOrganisation: boolean;
  onDone: (invitation: Invitation) => void;
}

const NOTHING_YET = {
  code: '',
  login: '',
  name: '',
  password: '',
  securityLogin: '',
  securityName: '',
  organisation: '',
  organisationZh: '',
  organisationEn: '',
};

/** The code on the console makes the first administrator, who names the second one. */
export function SetupForm({ hasOrganisation, onDone }: Props) {
  const { t } = useTranslation('identity');
  const { language } = useLanguage();
  const [said, setSaid] = useState(NOTHING_YET);
  const field = (key: keyof typeof NOTHING_YET) => ({
    value: said[key],
    onChange: (value: string) => setSaid((before) => ({ ...before, [key]: value })),
  });
  const setUp = useMutation({
    mutationFn: () =>
      read(
        client.POST('/api/v1/setup', {
          body: {
            code: said.code.trim(),
            language,
            password: said.password,
            system_admin: { login: said.login, name: said.name },
            security_admin: { login: said.securityLogin, name: said.securityName },
            ...(!hasOrganisation && {
              organisation: {
                code: said.organisation,
                name: { zh: said.organisationZh, en: said.organisationEn },
              },
            }),
          },
        }),
      ),
    onSuccess: onDone,
  });
  return (
    <PlainForm
      action={t('set_up')}
      isBusy={setUp.isPending}
      error={setUp.error}
      onSubmit={() => setUp.mutate()}
    >
      <TextField label={t('setup_code')} hint={t('setup_code_hint')} {...field('code')} />
      {!hasOrganisation && (
        <FieldGroup title={t('first_organisation')}>
          <TextField
            label={t('organisation_code')}
            hint={t('organisation_code_hint')}
            {...field('organisation')}
          />
          <TextField label={t('name_zh')} {...field('organisationZh')} />
          <TextField label={t('name_en')} {...field('organisationEn')} />
        </FieldGroup>
      )}
      <FieldGroup title={t('setup_system_admin')}>
        <TextField label={t('name')} {...field('name')} autoComplete="name" />
        <TextField label={t('login')} {...field('login')} autoComplete="username" />
        <NewPassword label={t('password')} {...field('password')} />
      </FieldGroup>
      <FieldGroup title={t('setup_security_admin')}>
        <TextField label={t('name')} {...field('securityName')} />
        <TextField label={t('login')} {...field('securityLogin')} />
      </FieldGroup>
    </PlainForm>
  );
}
