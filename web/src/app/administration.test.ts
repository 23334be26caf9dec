import { expect, it } from 'vitest';
import type { SessionState } from '@/api/types';
import { mayAdminister, openTo } from './administration';

function holding(role: string, withheld: string | null = null): SessionState {
  return { state: 'signed_in', roles: [{ role, name: { zh: '', en: '' }, withheld }] };
}
const keys = (session: SessionState) => openTo(session).map(({ key }) => key);

it('opens to each administrator what their role carries', () => {
  expect(keys(holding('system_admin'))).toEqual(['accounts', 'organisations']);
  expect(keys(holding('security_admin'))).toEqual(['accounts', 'organisations', 'access']);
  expect(keys(holding('auditor'))).toEqual(['accounts', 'organisations', 'access', 'audit']);
});

it('opens nothing to others, nor by a role that is not in force', () => {
  expect(mayAdminister(holding('reporter'))).toBe(false);
  expect(mayAdminister(holding('auditor', 'second_factor_missing'))).toBe(false);
  expect(mayAdminister(undefined)).toBe(false);
});
