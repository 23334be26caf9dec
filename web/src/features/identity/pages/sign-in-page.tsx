import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Navigate, useSearchParams } from 'react-router';
import { sessionQuery } from '@/api/session';
import { Notice } from '@/ui/form/notice';
import { PageHead } from '@/ui/page/page-head';
import { paths, readBack } from '@/ui/paths';
import { Loaded } from '@/ui/state/loaded';
import { CodeForm } from '../components/code-form';
import { SignInForm } from '../components/sign-in-form';
import { SignOn, SignOnRefused } from '../components/sign-on';
import { setupQuery } from '../queries';

/** Name and password, then the second factor, then back to where one was. */
export function Component() {
  const { t } = useTranslation('identity');
  const [search] = useSearchParams();
  const session = useQuery(sessionQuery());
  const setup = useQuery(setupQuery());
  const back = search.get('back');
  const refused = search.get('refused');
  if (setup.data?.is_awaited) return <Navigate replace to={paths.setup} />;
  return (
    <Loaded query={session}>
      {({ state, account }) => {
        if (state === 'signed_in') return <Navigate replace to={readBack(back)} />;
        const awaitsCode = state === 'awaits_code';
        return (
          <>
            <PageHead
              overline={awaitsCode ? account?.name : t('sign_in_overline')}
              title={awaitsCode ? t('second_factor') : t('sign_in')}
              isSynthetic={false}
            />
            {back && !awaitsCode && <Notice>{t('sign_in_first')}</Notice>}
            {refused && !awaitsCode && <SignOnRefused reason={refused} />}
            {awaitsCode ? <CodeForm /> : <SignInForm />}
            {setup.data?.has_sign_on && !awaitsCode && <SignOn back={back} />}
          </>
        );
      }}
    </Loaded>
  );
}
