import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { queryClient } from '@/api/query-client';
import type { Invitation } from '@/api/types';
import { PageHead } from '@/ui/page/page-head';
import { Section } from '@/ui/page/section';
import { paths } from '@/ui/paths';
import { Loaded } from '@/ui/state/loaded';
import { Nothing } from '@/ui/state/nothing';
import { InvitationLink } from '../components/invitation-link';
import { SetupForm } from '../components/setup-form';
import { setupQuery } from '../queries';

/** The first start: nobody has an account yet. */
export function Component() {
  const { t } = useTranslation('identity');
  const setup = useQuery(setupQuery());
  const [invitation, setInvitation] = useState<Invitation | null>(null);
  const onDone = (made: Invitation) => {
    setInvitation(made);
    void queryClient.invalidateQueries({ queryKey: setupQuery().queryKey });
  };
  if (invitation) {
    return (
      <>
        <PageHead overline={t('first_start')} title={t('set_up_done')} isSynthetic={false} />
        <InvitationLink invitation={invitation} />
        <Section title={t('what_next')}>
          <p>{t('set_up_next')}</p>
          <Link to={paths.signIn()}>{t('sign_in')}</Link>
        </Section>
      </>
    );
  }
  return (
    <Loaded query={setup}>
      {({ is_awaited: isAwaited, has_organisation: hasOrganisation }) =>
        isAwaited ? (
          <>
            <PageHead overline={t('first_start')} title={t('set_up')} isSynthetic={false}>
              <p>{t('set_up_lead')}</p>
            </PageHead>
            <SetupForm hasOrganisation={hasOrganisation} onDone={onDone} />
          </>
        ) : (
          <Nothing title={t('set_up_already')} detail={t('set_up_already_detail')} heading="h1">
            <Link to={paths.signIn()}>{t('sign_in')}</Link>
          </Nothing>
        )
      }
    </Loaded>
  );
}
