import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { sessionQuery } from '@/api/session';
import { useLanguage } from '@/ui/language';
import { PageHead } from '@/ui/page/page-head';
import { Section } from '@/ui/page/section';
import { Loaded } from '@/ui/state/loaded';
import { ChangePassword } from '../components/change-password';
import { HeldRoles } from '../components/held-roles';
import { MySessions } from '../components/my-sessions';
import { MyTokens } from '../components/my-tokens';
import { OwnDetails } from '../components/own-details';
import { SecondFactor } from '../components/second-factor';
import { myAccountQuery } from '../queries';

/** What one may do, how one proves who one is, and where one is signed in. */
export function Component() {
  const { t } = useTranslation('identity');
  const { text } = useLanguage();
  const mine = useQuery(myAccountQuery());
  const session = useQuery(sessionQuery());
  return (
    <Loaded query={mine}>
      {({ account, recovery_codes_left: left }) => (
        <>
          <PageHead
            overline={account.organisation ? text(account.organisation.name) : t('my_account')}
            title={account.name}
            documentTitle={t('my_account')}
            isSynthetic={false}
          >
            <p>{t('signs_in_as', { login: account.login })}</p>
          </PageHead>
          <Section title={t('my_roles')}>
            <HeldRoles roles={session.data?.roles ?? []} />
          </Section>
          <Section title={t('own_details')} note={t('own_details_note')}>
            <OwnDetails key={account.id} account={account} />
          </Section>
          <Section
            title={t('second_factor')}
            note={
              account.has_second_factor ? t('codes_left', { count: left }) : t('second_factor_note')
            }
          >
            <SecondFactor />
          </Section>
          <Section title={t('change_password')} note={t('change_password_note')}>
            <ChangePassword />
          </Section>
          <Section title={t('sessions')} note={t('sessions_note')}>
            <MySessions />
          </Section>
          <Section title={t('tokens')} note={t('tokens_note')}>
            <MyTokens />
          </Section>
        </>
      )}
    </Loaded>
  );
}
