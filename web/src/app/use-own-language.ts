import i18next from 'i18next';
import { useEffect } from 'react';
import type { SessionState } from '@/api/session-state';
import { isLanguage } from '@/ui/language';

const FOLLOWED = 'yanzhi.language-of';

function followed(): string | null {
  try {
    return localStorage.getItem(FOLLOWED);
  } catch {
    return null;
  }
}

function follow(account: string | null): void {
  try {
    if (account === null) localStorage.removeItem(FOLLOWED);
    else localStorage.setItem(FOLLOWED, account);
  } catch {
    // A browser that keeps nothing follows the account at each start.
  }
}

/**
 * After signing in, the pages are in the language that is kept on the account, also where the provider's page lies
 * between. Once followed, the switch of the page has the last word until somebody signs in again.
 */
export function useOwnLanguage(session: SessionState | undefined): void {
  const state = session?.state;
  const { id, language } = session?.account ?? {};
  useEffect(() => {
    if (state === 'anonymous') follow(null);
    if (state !== 'signed_in' || !id || followed() === id) return;
    follow(id);
    if (isLanguage(language)) void i18next.changeLanguage(language);
  }, [state, id, language]);
}
