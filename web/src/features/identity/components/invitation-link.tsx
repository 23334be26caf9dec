import { useTranslation } from 'react-i18next';
import type { Invitation } from '@/api/types';
import { ShownOnce } from '@/ui/form/shown-once';

/** The link that lets somebody in, to be handed over: it is never shown again. */
export function InvitationLink({ invitation }: { invitation: Invitation }) {
  const { t } = useTranslation('identity');
  return (
    <ShownOnce
      title={t('link_once', { name: invitation.account.name })}
      secret={`${location.origin}${invitation.link}`}
    />
  );
}
