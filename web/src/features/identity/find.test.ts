import { expect, it } from 'vitest';
import { findAccounts } from './find';
import { accountFixture } from './fixtures';

const li = { ...accountFixture, login: 'li.na', name: '李娜', state: 'invited', roles: [] };
const all = [accountFixture, li];
const logins = (wanted: Partial<Parameters<typeof findAccounts>[1]>) =>
  findAccounts(all, { words: '', state: '', role: '', ...wanted }).map(({ login }) => login);

it('finds by name, by name to sign in with, and by organisation in either language', () => {
  expect(logins({ words: '李' })).toEqual(['li.na']);
  expect(logins({ words: 'WANG' })).toEqual(['wang.wei']);
  expect(logins({ words: 'science' })).toEqual(['wang.wei', 'li.na']);
});

it('keeps to a state and to a role', () => {
  expect(logins({ state: 'invited' })).toEqual(['li.na']);
  expect(logins({ role: 'system_admin' })).toEqual(['wang.wei']);
  expect(logins({ role: 'system_admin', state: 'invited' })).toEqual([]);
});
