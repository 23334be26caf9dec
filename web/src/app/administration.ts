import { holdsOne } from '@/api/session';
import type { SessionState } from '@/api/types';
import { paths } from '@/ui/paths';

const PAGES = [
  { key: 'accounts', to: paths.accounts, roles: ['system_admin', 'security_admin', 'auditor'] },
  {
    key: 'organisations',
    to: paths.organisations,
    roles: ['system_admin', 'security_admin', 'auditor'],
  },
  { key: 'access', to: paths.access, roles: ['security_admin', 'auditor'] },
  { key: 'audit', to: paths.audit, roles: ['auditor'] },
] as const;

/** The pages that somebody's roles open; the server decides again on every request. */
export function openTo(session: SessionState | undefined) {
  return PAGES.filter(({ roles }) => holdsOne(session, roles));
}

export function mayAdminister(session: SessionState | undefined): boolean {
  return openTo(session).length > 0;
}

/** Those who work with figures: they have a workbench, and see the rounds. */
const AT_WORK = ['reporter', 'reviewer', 'analyst', 'publisher', 'supervisor', 'evaluator', 'viewer'];

export function isAtWork(session: SessionState | undefined): boolean {
  return holdsOne(session, AT_WORK);
}
