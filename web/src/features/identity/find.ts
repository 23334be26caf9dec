import type { Account } from '@/api/types';

export interface Wanted {
  words: string;
  state: string;
  role: string;
}

/** The accounts whose name, name to sign in with or organisation has the words, in a state, with a role. */
export function findAccounts<A extends Account>(accounts: readonly A[], wanted: Wanted): A[] {
  const words = wanted.words.trim().toLowerCase();
  return accounts.filter(({ name, login, organisation, state, roles }) => {
    const said = [name, login, organisation?.name.zh, organisation?.name.en, organisation?.code];
    const hasWords = said.some((text) => text?.toLowerCase().includes(words));
    const hasRole = !wanted.role || roles.some(({ role }) => role === wanted.role);
    return hasWords && hasRole && (!wanted.state || state === wanted.state);
  });
}
