import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { PageHead } from '@/ui/page/page-head';
import { Section } from '@/ui/page/section';
import { paths } from '@/ui/paths';
import { Loaded } from '@/ui/state/loaded';
import { Nothing } from '@/ui/state/nothing';
import { AcceptForm } from '../components/accept-form';
import { SecondFactor } from '../components/second-factor';
import { invitedQuery } from '../queries';

/** The secret stands behind the `#`, which no browser sends and no log of a server keeps. */
export function Component() {
  const { t } = useTranslation('identity');
  const { hash } = useLocation();
  const [secret] = useState(hash.slice(1));
  const [isAccepted, setIsAccepted] = useState(false);
  const invited = useQuery({ ...invitedQuery(secret), enabled: secret !== '' });
  if (!secret) {
    return <Nothing title={t('no_invitation')} detail={t('no_invitation_detail')} heading="h1" />;
  }
  return (
    <Loaded query={invited}>
      {({ name, login }) => (
        <>
          <PageHead
            overline={t('invitation')}
            title={t('welcome', { name })}
            isSynthetic={false}
          >
            <p>{isAccepted ? t('accepted') : t('invited_as', { login })}</p>
          </PageHead>
          {isAccepted ? (
            <Section title={t('second_factor')} note={t('second_factor_note')}>
              <SecondFactor />
              <p>
                <Link to={paths.myAccount}>{t('to_my_account')}</Link>
              </p>
            </Section>
          ) : (
            <AcceptForm secret={secret} login={login} onDone={() => setIsAccepted(true)} />
          )}
        </>
      )}
    </Loaded>
  );
}
