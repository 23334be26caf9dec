import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client, read } from '@/api/client';
import { PlainForm } from '@/ui/form/form';
import { useLanguage } from '@/ui/language';
import { reloadAccounts } from '../queries';
import styles from './identity.module.css';
import { InvitationLink } from './invitation-link';
import { PlaceSelect } from './place-select';
import { TextField } from './text-field';

/** Somebody new, whose link is shown once to be handed over. */
export function InviteForm() {
  const { t } = useTranslation('identity');
  const { language } = useLanguage();
  const [name, setName] = useState('');
  const [login, setLogin] = useState('');
  const [organisation, setOrganisation] = useState('');
  const invite = useMutation({
    mutationFn: () =>
      read(client.POST('/api/v1/accounts', { body: { name, login, organisation, language } })),
    onSuccess: async () => {
      setName('');
      setLogin('');
      await reloadAccounts();
    },
  });
  return (
    <details className={styles['more']}>
      <summary>{t('invite')}</summary>
      {invite.data && <InvitationLink invitation={invite.data} />}
      <PlainForm
        action={t('make_link')}
        isBusy={invite.isPending}
        error={invite.error}
        onSubmit={() => invite.mutate()}
      >
        <TextField label={t('name')} value={name} onChange={setName} />
        <TextField label={t('login')} value={login} onChange={setLogin} />
        <PlaceSelect value={organisation} onChange={setOrganisation} />
      </PlainForm>
    </details>
  );
}
