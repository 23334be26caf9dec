import { expect, it } from 'vitest';
import { queryOf, readAsked, startOf } from './queries';

it('asks for what the address says and for nothing else', () => {
  const asked = readAsked(new URLSearchParams('actor=operator&outcome=refused&before=41'));
  expect(queryOf(asked)).toEqual({ limit: 50, actor: 'operator', outcome: 'refused', before: 41 });
  expect(queryOf(readAsked(new URLSearchParams('outcome=odd&before=x&from=x')))).toEqual({ limit: 50 });
});

it('a period goes to the end of its last day', () => {
  const asked = readAsked(new URLSearchParams('from=2026-11-01&until=2026-11-30'));
  expect(queryOf(asked)).toEqual({
    limit: 50,
    from: new Date('2026-11-01T00:00:00').toISOString(),
    until: new Date('2026-12-01T00:00:00').toISOString(),
  });
  expect(startOf('')).toBeUndefined();
});
