import i18next from 'i18next';
import createClient from 'openapi-fetch';
import { ProblemError, problemFrom } from './problem';
import type { paths } from './schema';

export const client = createClient<paths>({ baseUrl: globalThis.location?.origin ?? '' });

client.use({
  onRequest({ request }) {
    request.headers.set('Accept-Language', i18next.language === 'en' ? 'en' : 'zh-CN');
    return request;
  },
});

interface Answer<Body> {
  data?: Body;
  error?: unknown;
  response: Response;
}

/** The body of a read, or the problem as an error. */
export async function read<Body>(call: Promise<Answer<Body>>): Promise<Body> {
  let answer: Answer<Body>;
  try {
    answer = await call;
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
    throw new ProblemError('unreachable', 0, '', '');
  }
  if (answer.data === undefined) throw problemFrom(answer.error, answer.response.status);
  return answer.data;
}
