import type { components } from './schema';

export type SessionState = components['schemas']['SessionState'];

/** Where the cache keeps who is signed in. */
export const SESSION_KEY = ['session'] as const;
