import { useTranslation } from 'react-i18next';
import type { SessionState } from '@/api/types';
import { Notice } from '@/ui/form/notice';
import { useLanguage } from '@/ui/language';

/** The roles one holds, and what keeps one of them from counting. */
export function HeldRoles({ roles }: { roles: SessionState['roles'] }) {
  const { t } = useTranslation('identity');
  const { text } = useLanguage();
  const reasons = new Set(roles.flatMap(({ withheld }) => withheld ?? []));
  return (
    <>
      {roles.length === 0 ? (
        <p className="muted">{t('no_roles')}</p>
      ) : (
        <ul>
          {roles.map(({ role, name, withheld }) => (
            <li key={role}>
              {text(name)}
              {withheld && <span className="muted">{t('not_in_force')}</span>}
            </li>
          ))}
        </ul>
      )}
      {[...reasons].map((reason) => (
        <Notice key={reason}>{t(`withheld_${reason}`)}</Notice>
      ))}
    </>
  );
}
