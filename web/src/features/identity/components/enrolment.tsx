import { useMutation } from '@tanstack/react-query';
import { QRCodeSVG } from 'qrcode.react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client, read } from '@/api/client';
import { PlainForm } from '@/ui/form/form';
import styles from './identity.module.css';
import { TextField } from './text-field';

interface Props {
  uri: string;
  onCodes: (codes: string[]) => Promise<void>;
}

/** The key for an app, as a picture and as text, and the first code of it. */
export function Enrolment({ uri, onCodes }: Props) {
  const { t } = useTranslation('identity');
  const [code, setCode] = useState('');
  const key = new URL(uri).searchParams.get('secret') ?? '';
  const confirm = useMutation({
    mutationFn: () =>
      read(client.POST('/api/v1/me/second-factor/confirm', { body: { code: code.trim() } })),
    onSuccess: ({ codes }) => onCodes(codes),
  });
  return (
    <div className={styles['enrolment']}>
      <QRCodeSVG value={uri} size={184} marginSize={2} title={t('qr')} />
      <div>
        <p>{t('scan')}</p>
        <p>
          {t('key')} <code className={styles['key']}>{key}</code>
        </p>
        <PlainForm
          action={t('confirm')}
          isBusy={confirm.isPending}
          error={confirm.error}
          onSubmit={() => confirm.mutate()}
        >
          <TextField
            label={t('first_code')}
            value={code}
            autoComplete="one-time-code"
            isNumeric
            onChange={setCode}
          />
        </PlainForm>
      </div>
    </div>
  );
}
