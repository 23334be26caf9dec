import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { createSearchParams } from 'react-router';
import type { paths } from '@/api/schema';
import { Problem } from '@/ui/form/problem';
import styles from './identity.module.css';

const SIGN_ON = '/api/v1/session/sign-on' satisfies keyof paths;

/** The reasons for which the server sends somebody back; another one is told in the words of the last. */
const REASONS = [
  'sign-on-not-begun-here',
  'sign-on-provider',
  'sign-on-declined',
  'sign-on-organisation',
  'sign-on-login-taken',
  'sign-on-not-active',
  'sign-on-not-believed',
] as const;

/** The way in through the provider of one's organisation. It leads away from this site and back. */
export function SignOn({ back }: { back: string | null }) {
  const { t } = useTranslation('identity');
  const query = back ? `?${createSearchParams({ back })}` : '';
  return (
    <div className={styles['sign_on']}>
      <Button href={`${SIGN_ON}${query}`}>{t('sign_on')}</Button>
      <p>{t('sign_on_hint')}</p>
    </div>
  );
}

/** Why signing on did not work, and who can help. */
export function SignOnRefused({ reason }: { reason: string }) {
  const { t } = useTranslation('identity');
  const known = REASONS.find((it) => it === reason) ?? 'sign-on-not-believed';
  return (
    <Problem title={t('sign_on_refused')}>{t(known)}</Problem>
  );
}
