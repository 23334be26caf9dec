import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { holdsOne, sessionQuery } from '@/api/session';
import { useLanguage } from '@/ui/language';
import { PageHead } from '@/ui/page/page-head';
import { Section } from '@/ui/page/section';
import { paths } from '@/ui/paths';
import { Loaded } from '@/ui/state/loaded';
import { AccountActions } from '../components/account-actions';
import { AccountRights } from '../components/account-rights';
import { AccountRoles } from '../components/account-roles';
import { EditAccount } from '../components/edit-account';
import { GiveRole } from '../components/give-role';
import { accountQuery } from '../queries';

export function Component() {
  const { t } = useTranslation('identity');
  const { text } = useLanguage();
  const { id = '' } = useParams();
  const session = useQuery(sessionQuery());
  const query = useQuery(accountQuery(id));
  const isSystem = holdsOne(session.data, ['system_admin']);
  const isSecurity = holdsOne(session.data, ['security_admin']);
  return (
    <Loaded query={query}>
      {(account) => (
        <>
          <PageHead
            overline={<Link to={paths.accounts}>{t('accounts')}</Link>}
            title={account.name}
            isSynthetic={false}
          >
            <p>
              {[
                account.login,
                account.organisation && text(account.organisation.name),
                t(`state_${account.state}`),
                account.has_second_factor ? t('has_second_factor') : t('has_no_second_factor'),
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
          </PageHead>
          {(isSystem || isSecurity) && <AccountActions account={account} isSystem={isSystem} />}
          {isSystem && (
            <Section title={t('edit_account')}>
              <EditAccount key={account.id} account={account} />
            </Section>
          )}
          <Section title={t('roles')}>
            <AccountRoles account={account} isSecurity={isSecurity} />
            {isSecurity && <GiveRole account={account} />}
          </Section>
          {holdsOne(session.data, ['security_admin', 'auditor']) && (
            <Section title={t('rights')} note={t('rights_note')}>
              <AccountRights id={id} />
            </Section>
          )}
        </>
      )}
    </Loaded>
  );
}
