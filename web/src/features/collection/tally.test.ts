import { expect, it } from 'vitest';
import { partsOf } from './tally';

const named = { code: '330203', name: { zh: '海曙区', en: 'Haishu' }, late: 0 };

it('puts every cell into one part', () => {
  const tally = { ...named, cells: 15, filled: 12, submitted: 4, returned: 1, approved: 5 };
  const values = partsOf([tally]).map(({ part, values: [value] }) => [part, value]);
  expect(values).toEqual([
    ['approved', 5],
    ['submitted', 4],
    ['returned', 1],
    ['filled', 2],
    ['open', 3],
  ]);
});

it('counts no cell twice when a returned one was emptied', () => {
  const tally = { ...named, cells: 3, filled: 1, submitted: 0, returned: 2, approved: 0 };
  const sum = partsOf([tally]).reduce((all, { values: [value] }) => all + (value ?? 0), 0);
  expect(sum).toBe(3);
});
