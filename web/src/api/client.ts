import i18next from 'i18next';
import createClient from 'openapi-fetch';
import { ProblemError, problemFrom } from './problem';
import { queryClient } from './query-client';
import type { paths } from './schema';
import { SESSION_KEY, type SessionState } from './session-state';

export const client = createClient<paths>({ baseUrl: globalThis.location?.origin ?? '' });

client.use({
  onRequest({ request }) {
    request.headers.set('Accept-Language', i18next.language === 'en' ? 'en' : 'zh-CN');
    const token = queryClient.getQueryData<SessionState>(SESSION_KEY)?.csrf_token;
    if (token && request.method !== 'GET') request.headers.set('x-csrf-token', token);
    return request;
  },
});

interface Answer<Body> {
  data?: Body;
  error?: unknown;
  response: Response;
}

async function answerOf<Body>(call: Promise<Answer<Body>>): Promise<Answer<Body>> {
  try {
    return await call;
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
    throw new ProblemError('unreachable', 0, '', '');
  }
}

/** The body of an answer, or the problem as an error. */
export async function read<Body>(call: Promise<Answer<Body>>): Promise<Body> {
  const answer = await answerOf(call);
  if (answer.data === undefined) throw problemFrom(answer.error, answer.response.status);
  return answer.data;
}

/** For what answers with nothing: that it was done, or the problem as an error. */
export async function done(call: Promise<Answer<unknown>>): Promise<void> {
  const answer = await answerOf(call);
  if (!answer.response.ok) throw problemFrom(answer.error, answer.response.status);
}

/** The header that says which version was read, so that nobody else's change is overwritten. */
export function ifMatch(version: number): { 'if-match': string } {
  return { 'if-match': `"v${version}"` };
}
