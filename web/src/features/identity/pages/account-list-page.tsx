import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { holdsOne, sessionQuery } from '@/api/session';
import { PageHead } from '@/ui/page/page-head';
import { useSearchState } from '@/ui/use-search-state';
import { Loaded } from '@/ui/state/loaded';
import { AccountList } from '../components/account-list';
import { InviteForm } from '../components/invite-form';
import { accountsQuery } from '../queries';

export function Component() {
  const { t } = useTranslation('identity');
  const session = useQuery(sessionQuery());
  const [search] = useSearchState();
  const unusedDays = Number(search.get('unused'));
  const accounts = useQuery(accountsQuery(unusedDays > 0 ? unusedDays : undefined));
  return (
    <>
      <PageHead
        overline={accounts.data ? t('count', { count: accounts.data.length }) : '\u00a0'}
        title={t('accounts')}
        isSynthetic={false}
      />
      {holdsOne(session.data, ['system_admin']) && <InviteForm />}
      <Loaded query={accounts}>{(items) => <AccountList items={items} />}</Loaded>
    </>
  );
}
