import { t as currentTranslation } from 'i18next';

interface ProblemBody {
  code?: string;
  title?: string;
  detail?: string | null;
  status?: number;
}

/** What the server answered instead of data, or that it could not be reached. */
export class ProblemError extends Error {
  readonly code: string;
  readonly status: number;
  readonly detail: string;

  constructor(code: string, status: number, title: string, detail: string) {
    super(title);
    this.name = 'ProblemError';
    this.code = code;
    this.status = status;
    this.detail = detail;
  }
}

function isProblemBody(value: unknown): value is ProblemBody {
  return typeof value === 'object' && value !== null && ('code' in value || 'title' in value);
}

export function problemFrom(body: unknown, status: number): ProblemError {
  if (!isProblemBody(body)) return new ProblemError('unreadable', status, '', '');
  return new ProblemError(
    body.code ?? 'unknown',
    body.status ?? status,
    body.title ?? '',
    body.detail ?? '',
  );
}

export interface ProblemWords {
  title: string;
  detail: string;
}

/**
 * Words a reader can act on. The server's own, which name the thing in question, come first;
 * then ours for the code; then ours for the kind of status.
 */
export function problemWords(error: unknown, translate = currentTranslation): ProblemWords {
  const problem =
    error instanceof ProblemError ? error : new ProblemError('unreachable', 0, '', '');
  const known = (part: 'title' | 'detail') =>
    translate([`api:${problem.code}.${part}`, `api:${statusKey(problem.status)}.${part}`]);
  return {
    title: problem.message || known('title'),
    detail: problem.detail || known('detail'),
  };
}

function statusKey(status: number): string {
  if (status === 0) return 'unreachable';
  if (status === 404) return 'not_found';
  if (status === 429 || status === 503) return 'busy';
  return status >= 500 ? 'server_fault' : 'refused';
}
